import { NOTHING_CARRIED, planCarry, STANDARD_STATUSES } from '../../src/core/deal/carry';
import { rowMark } from '../../src/core/deal/row-mark';
import { RESULTS_AGENDA, STANDARD_AGENDA } from '../../src/core/shared/agenda';
import { dateToSerial } from '../../src/core/shared/dates';
import { planSave } from '../../src/sheet/acts/save';
import { cellValue, type RawCell, toCell } from '../../src/sheet/grid/cells';
import { COL, columnLetter, itemKey, VISIBLE, WIDTHS } from '../../src/sheet/grid/grid';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import type { Block } from '../../src/sheet/month/block';
import { lookOf } from '../../src/sheet/month/look';
import { type BlockInput, planBlock } from '../../src/sheet/month/plan';
import { plannedBlock, plannedFormulas } from '../../src/sheet/month/planned-block';
import { parseBlock } from '../../src/sheet/month/read';

const ZONE = 'Europe/Berlin';
let ids = 0;

function plan(month = 202611, more: Partial<BlockInput> = {}) {
  return planBlock({
    rep: 'Mira Oakes',
    month,
    number: 3,
    agenda: STANDARD_AGENDA,
    carry: planCarry(null, { existing: ['existing'], fresh: ['new'] }, STANDARD_STATUSES),
    kpis: [
      { id: 'calls', name: 'Calls', unit: 'number', kind: 'activity', better: 'higher', over: 'sum', ratioOf: '' },
    ],
    goals: [{ rep: '', kpi: 'Calls', value: 80, per: 'month', from: null }],
    firstRow: 5,
    statuses: STANDARD_STATUSES,
    earlierKpiRows: {},
    opened: 'opened by Jon',
    newId: () => `s${ids++}`,
    ...more,
  });
}

/** The values a sheet would hold after the plan has been written: apostrophes gone, formulas as results. */
function asSheet(values: RawCell[][]): { values: RawCell[][]; formulas: string[][] } {
  return {
    values: values.map((line) =>
      line.map((cell) => (typeof cell !== 'string' ? cell : cell.startsWith('=') ? 0 : cell.replace(/^'/, ''))),
    ),
    formulas: values.map((line) => line.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? cell : ''))),
  };
}

function read(edit: (sheet: ReturnType<typeof asSheet>) => void = () => undefined): Block {
  const sheet = asSheet(plan().rows.map((row) => row.values));
  edit(sheet);
  const place = { month: 202611, row: 5, rows: sheet.values.length };
  return parseBlock(sheet.values, sheet.formulas, place, ZONE);
}

const rowOf = (values: RawCell[][], key: string) => values.findIndex((line) => line[HIDDEN.key - 1] === key);

describe('the grid', () => {
  test('is 1,040 px wide without its hidden columns', () => {
    expect(WIDTHS.length).toBe(VISIBLE);
    expect(WIDTHS.reduce((sum, width) => sum + width, 0)).toBe(1040);
    expect(columnLetter(VISIBLE)).toBe('H');
    expect(columnLetter(28)).toBe('AB');
  });

  test('item keys are told from the keys of the frame', () => {
    expect(itemKey('existing:k3')).toEqual({ section: 'existing', id: 'k3' });
    expect(itemKey('todo:x')).toEqual({ section: 'todo', id: 'x' });
    for (const key of ['section:new', 'header:new', 'text:focus', 'band', 'gap', '', 'new:', ':x'])
      expect(itemKey(key)).toBeNull();
  });
});

describe('a planned month', () => {
  test('is told as it is read once it is written: what its formulas give is left out', () => {
    const planned = plan();
    const { values, formulas } = asSheet(planned.rows.map((row) => row.values));
    const blank = values.map((line, r) => line.map((cell, c) => (formulas[r]![c] === '' ? cell : '')));
    const place = { month: 202611, row: 5, rows: values.length };
    expect(plannedFormulas(planned)).toEqual(formulas);
    expect(plannedBlock(planned, 5, ZONE)).toEqual(parseBlock(blank, formulas, place, ZONE));
  });

  test('has all seven sections, each with a row to type into', () => {
    const block = read();
    expect(block.sections.map((part) => part.section.id)).toEqual(STANDARD_AGENDA.map((s) => s.id));
    for (const part of block.sections.filter((p) => p.section.kind !== 'kpis'))
      expect(part.spares.length).toBeGreaterThan(0);
    expect(Object.keys(block.texts).sort()).toEqual([
      'brings',
      'focus',
      'help',
      'nextDate',
      'observed',
      'plan',
      'ready',
      'review',
      'seen',
      'takeaway',
    ]);
    expect(block.number).toBe(3);
  });

  test('asks how help went among the topics, or where the agenda has none, among the commitments', () => {
    const carry = { ...NOTHING_CARRIED, fromMonth: 202610, help: 'the signing at Halden' };
    const asked = (agenda: BlockInput['agenda']) =>
      plan(202611, { carry, agenda }).rows.flatMap(({ values }) =>
        /:help\d/.test(String(values[HIDDEN.key - 1]))
          ? [[values[HIDDEN.key - 1], cellValue(values[0] ?? '', ZONE)]]
          : [],
      );
    const question = 'Help in October: the signing at Halden. How did it go?';
    expect(asked(STANDARD_AGENDA)).toEqual([['other:help202610', question]]);
    expect(asked(RESULTS_AGENDA)).toEqual([['todo:help202610', question]]);
  });

  test('row keys are unique, and every row carries its month', () => {
    const { rows } = plan();
    const keys = rows.map((row) => String(row.values[HIDDEN.key - 1])).filter((key) => key !== 'gap');
    expect(new Set(keys).size).toBe(keys.length);
    expect(rows.every((row) => row.values[HIDDEN.month - 1] === 202611)).toBe(true);
  });

  test('its look has a value for every cell', () => {
    const planned = plan();
    const look = lookOf(planned);
    for (const matrix of [look.backgrounds, look.fontColors, look.fontSizes, look.formats, look.wraps]) {
      expect(matrix.length).toBe(planned.rows.length);
      expect(matrix.every((line) => line.length === VISIBLE && line.every((cell) => cell !== undefined))).toBe(true);
    }
  });

  test('formulas keep to what every locale reads: semicolons, no decimals, no array literals', () => {
    const formulas = plan()
      .rows.flatMap((row) => row.values)
      .filter((cell): cell is string => typeof cell === 'string' && cell.startsWith('='));
    expect(formulas.length).toBeGreaterThan(4);
    for (const formula of formulas) {
      const outside = formula.replace(/"[^"]*"/g, '""');
      expect(outside).not.toMatch(/,|\d\.\d|[{}]/);
    }
  });
});

describe('reading a month that people have worked in', () => {
  test('a row typed without a key is adopted by the section it stands in', () => {
    const block = read(({ values, formulas }) => {
      const at = rowOf(values, 'header:new') + 1;
      const line: RawCell[] = Array.from({ length: COLUMNS }, () => '');
      line[0] = 'Typed by hand';
      values.splice(at, 0, line);
      formulas.splice(
        at,
        0,
        line.map(() => ''),
      );
    });
    const [item] = block.sections[0]!.items;
    expect(item).toMatchObject({ adopt: true, cells: { who: 'Typed by hand' } });
    expect(item?.key).toMatch(/^new:\w{8}$/);
  });

  test('text typed into the gap below a section belongs to it', () => {
    const block = read(({ values }) => {
      values[rowOf(values, 'section:existing') - 1]![0] = 'In the gap';
    });
    expect(block.sections[0]!.items.map((item) => item.cells.who)).toEqual(['In the gap']);
  });

  test('a key that stands twice, or comes from another month, is made fresh; the text stays', () => {
    const block = read(({ values, formulas }) => {
      const first = rowOf(values, 'header:new') + 1;
      values[first]![0] = 'Original';
      values[first]![HIDDEN.text - 1] = rowMark({ who: 'Original' });
      const copy = [...values[first]!];
      copy[0] = 'Copy';
      const older = [...values[first]!];
      older[0] = 'From October';
      older[HIDDEN.key - 1] = 'new:older';
      older[HIDDEN.month - 1] = 202610;
      values.splice(first + 1, 0, copy, older);
      formulas.splice(
        first + 1,
        0,
        copy.map(() => ''),
        copy.map(() => ''),
      );
    });
    const items = block.sections[0]!.items;
    expect(items.map((item) => [item.cells.who, item.adopt])).toEqual([
      ['Original', false],
      ['Copy', true],
      ['From October', true],
    ]);
    expect(new Set(items.map((item) => item.id)).size).toBe(3);
    expect(items[2]?.key).toBe('new:older');
  });

  test('rows of a month whose band was deleted are not taken for this month’s', () => {
    const block = read(({ values, formulas }) => {
      const older = asSheet(plan(202610).rows.map((row) => row.values));
      const line = older.values[rowOf(older.values, 'header:new') + 1]!;
      line[0] = 'Somebody else’s month';
      values.push(...older.values.slice(1));
      formulas.push(...older.formulas.slice(1));
    });
    expect(
      block.sections.flatMap((part) => part.items).filter((item) => item.cells.who === 'Somebody else’s month'),
    ).toEqual([]);
  });

  test('typing changes the content digest, recalculation does not', () => {
    const untouched = read().marks;
    ids = 0;
    const before = read();
    ids = 0;
    const recalculated = read(({ values }) => {
      values[rowOf(values, 'kpis:calls')]![COL.status - 1] = '▲ 106%';
    });
    expect(recalculated.marks).toBe(before.marks);
    ids = 0;
    const typed = read(({ values }) => {
      values[rowOf(values, 'text:focus')]![COL.when - 1] = 'Fewer, better';
    });
    expect(typed.marks).not.toBe(before.marks);
    expect(untouched).toBe(before.marks);
  });
});

describe('saving', () => {
  const block = () =>
    read(({ values }) => {
      const line = values[rowOf(values, 'header:new') + 1]!;
      line[HIDDEN.key - 1] = 'new:deal';
      line[0] = 'Harbour';
      line[COL.next - 1] = 'Call them';
    });
  const edit = (
    field: 'who' | 'next' | 'amount' | 'when',
    was: string | number,
    now: string | number,
    key = 'new:deal',
  ) => ({ key, field, was, now });
  const outcome = (...edits: ReturnType<typeof edit>[]) =>
    planSave(block(), edits, 'Mira').outcomes.map((o) => o.outcome);

  test('writes what still holds what the person saw, and nothing else', () => {
    const save = planSave(block(), [edit('next', 'Call them', 'Meet them')], 'Mira');
    expect(save.outcomes.map((o) => o.outcome)).toEqual(['saved']);
    expect(save.writes).toEqual([{ row: expect.any(Number), col: COL.next, value: 'Meet them', shown: 'Meet them' }]);
  });

  test('a cell that somebody else changed is left alone, and theirs is told with its cell', () => {
    const save = planSave(block(), [edit('next', 'Something older', 'Mine')], 'Mira');
    expect(save.outcomes).toEqual([
      {
        key: 'new:deal',
        field: 'next',
        outcome: 'conflict',
        theirs: 'Call them',
        cell: expect.stringMatching(/^H\d+$/),
      },
    ]);
    expect(save.writes).toEqual([]);
  });

  test('a kept day is read with its row', () => {
    const kept = read(({ values }) => {
      const line = values[rowOf(values, 'header:new') + 1]!;
      line[COL.next - 1] = 'Call on friday';
      line[HIDDEN.nextDay - 1] = dateToSerial('2026-11-06');
    });
    expect(kept.sections.flatMap(({ items }) => items.map(({ nextDay }) => nextDay))).toContain('2026-11-06');
  });

  test('a next step keeps the day that it names beside it, also when a run was cut off before the day', () => {
    const dated = { ...edit('next', 'Call them', 'Call on friday'), day: '2026-11-06' };
    const day = { col: HIDDEN.nextDay, value: dateToSerial('2026-11-06') };
    expect(planSave(block(), [dated], 'Mira').writes[1]).toMatchObject(day);
    const textOnly = planSave(block(), [{ ...dated, was: 'x', now: 'Call them' }], 'Mira');
    expect(textOnly.writes).toEqual([expect.objectContaining(day)]);
    const [fresh] = planSave(block(), [{ ...dated, was: '', key: 'new:abc' }], 'Mira').newRows;
    expect(fresh?.values[HIDDEN.nextDay - 1]).toBe(day.value);
    const owner = { key: 'todo:abc', field: 'next' as const, was: '', now: 'Mon', day: '2026-11-09' };
    expect(planSave(block(), [owner], 'Mira').newRows[0]?.values[HIDDEN.nextDay - 1]).toBe('');
  });

  test('a repeat of what is there already is done', () => {
    expect(outcome(edit('next', 'Something older', 'Call them'))).toEqual(['saved']);
    expect(planSave(block(), [edit('next', 'x', 'Call them')], 'Mira').writes).toEqual([]);
  });

  test('a new row is made once for all its fields; a row that has gone is told', () => {
    const save = planSave(block(), [edit('who', '', 'Fresh', 'new:abc'), edit('amount', '', 500, 'new:abc')], 'Mira');
    expect(save.newRows).toHaveLength(1);
    expect(save.newRows[0]?.values[0]).toBe('Fresh');
    expect(save.newRows[0]?.values[COL.amount - 1]).toBe(500);
    expect(outcome(edit('next', 'was there', 'now', 'new:gone'))).toEqual(['gone']);
    expect(outcome(edit('next', '', 'x', 'nowhere:abc'))).toEqual(['gone']);
  });

  test('a formula is never overwritten', () => {
    const withFormula = read(({ values, formulas }) => {
      const row = rowOf(values, 'header:new') + 1;
      values[row]![HIDDEN.key - 1] = 'new:deal';
      values[row]![0] = 'Harbour';
      values[row]![COL.amount - 1] = 7;
      formulas[row]![COL.amount - 1] = "='CRM'!B2";
    });
    const save = planSave(withFormula, [edit('amount', 7, 8)], 'Mira');
    expect(save.outcomes.map((o) => o.outcome)).toEqual(['formula']);
    expect(save.writes).toEqual([]);
  });

  test('a text that no cell holds is refused with its length and cell, and nothing is cut', () => {
    const save = planSave(block(), [edit('next', 'Call them', 'x'.repeat(60_000))], 'Mira');
    expect(save.outcomes[0]).toMatchObject({
      outcome: 'refused',
      problem: { code: 'tooLong', about: { length: '60,000' } },
    });
    expect(save.writes).toEqual([]);
  });
});

describe('cells', () => {
  test('text that could be a formula, a number or a date stays text', () => {
    // Text columns are formatted as plain text, so the text goes in as it is.
    expect(['=1+1', '+49 170', "'quoted"].map((text) => toCell(text, 'text'))).toEqual(['=1+1', '+49 170', "'quoted"]);
    expect(toCell('1/2', 'date')).toBe("'1/2");
    expect(toCell('12k–15k?', 'number')).toBe("'12k–15k?");
    expect(toCell('2026-11-22', 'date')).toBe(46348);
    expect(toCell('plain', 'text')).toBe('plain');
    expect(toCell('', 'date')).toBe('');
  });

  test('what Google gives is read for people', () => {
    expect(cellValue(new Date('2026-11-21T23:00:00Z'), ZONE)).toBe('2026-11-22');
    expect([cellValue(null, ZONE), cellValue(true, ZONE), cellValue(5, ZONE), cellValue('x', ZONE)]).toEqual([
      '',
      'TRUE',
      5,
      'x',
    ]);
  });
});
