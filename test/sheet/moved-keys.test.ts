/** What hands do to a month, on a grid in memory: keys find their texts, damage is told, nothing of a person's is written over. */
import { STANDARD_STATUSES } from '../../src/core/deal/carry';
import { rowMark } from '../../src/core/deal/row-mark';
import { untidyStatuses } from '../../src/sheet/acts/tidy-status';
import type { RawCell } from '../../src/sheet/grid/cells';
import { COL, FIRST_BLOCK_ROW, itemKey, KEY, VISIBLE } from '../../src/sheet/grid/grid';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import type { Block, BlockItem } from '../../src/sheet/month/block';
import { readTabIndex } from '../../src/sheet/month/read';
import { readMonth } from '../../src/sheet/month/read-open';
import { lostMonth, strandedTexts } from '../../src/sheet/month/tab-check';
import { DealTab, ZONE } from '../support/deal-tab';

const NOV = 202611;
const DEC = 202612;

/** November with three deals, carried into December, where each has its story. */
function twoMonths(): DealTab {
  const tab = new DealTab();
  tab.start(NOV, false);
  ['Harbour', 'Lumen', 'Acme'].forEach((who, n) => {
    tab.type(tab.spareIn('fresh'), {
      who,
      tag: `tag${n}`,
      when: '2026-11-20',
      amount: 100 * (n + 1),
      status: '',
      moved: '',
      next: `call ${who}`,
      crm: `crm-${n}`,
      told: null,
    });
  });
  const promise = rowOf(tab, KEY.header('conclusion')) + 1;
  tab.grid.put(promise, COL.who, 'Price list');
  tab.grid.put(rowOf(tab, 'text:focus'), COL.when, 'Fewer, better');
  tab.adopt();
  tab.start(DEC, false);
  return tab;
}

function rowOf(tab: DealTab, key: string, month?: number): number {
  for (let row = FIRST_BLOCK_ROW; row <= tab.grid.rowCount; row++)
    if (tab.grid.value(row, HIDDEN.key) === key && (month === undefined || tab.grid.value(row, HIDDEN.month) === month))
      return row;
  throw new Error(`no row ${key}`);
}

function read(tab: DealTab, month: number): Block {
  const index = readTabIndex(tab.sheet());
  return readMonth(index, index.blocks.find((place) => place.month === month)!, ZONE);
}

const visible = (tab: DealTab, row: number) => Array.from({ length: VISIBLE }, (_, n) => tab.grid.value(row, n + 1));
const put = (tab: DealTab, row: number, cells: readonly RawCell[]) =>
  cells.forEach((cell, n) => {
    tab.grid.put(row, n + 1, cell, true);
  });

/** What a person does who cuts the visible cells of a row and pastes them elsewhere. */
function cut(tab: DealTab, from: number, to: number): void {
  tab.grid.cutCells(from, 1, 1, VISIBLE, to, 1);
}

/** Sorts the visible cells of some rows by what the person picks. */
function sortVisible(tab: DealTab, rows: number[], order: number[]): void {
  const cells = rows.map((row) => visible(tab, row));
  rows.forEach((row, n) => {
    put(tab, row, cells[order[n]!]!);
  });
}

function deals(block: Block, id: string): (string | number | undefined | null)[][] {
  const { items } = block.sections.find(({ section }) => section.id === id)!;
  return items.map((item: BlockItem) => [item.cells.who, item.sourceId, item.life?.firstMonth, item.life?.story]);
}

const WHOLE = [
  ['Harbour', 'crm-0', NOV, 'mn'],
  ['Lumen', 'crm-1', NOV, 'mn'],
  ['Acme', 'crm-2', NOV, 'mn'],
];
const pick = (...order: number[]) => order.map((n) => WHOLE[n]);

describe.each([{ looks: true }, { looks: false }])('a look in between: $looks', ({ looks }) => {
  const look = (tab: DealTab) => {
    if (looks) tab.adopt();
  };

  test('the visible cells are sorted: each deal keeps its story, and takes it into the next month', () => {
    const tab = twoMonths();
    const rows = ['tag0', 'tag1', 'tag2'].map((tag) => tab.rowOf(tag, DEC));
    sortVisible(tab, rows, [2, 0, 1]);
    look(tab);
    expect(deals(read(tab, DEC), 'existing')).toEqual(pick(2, 0, 1));
    tab.adopt();
    expect(tab.carry().kept.map((deal) => [deal.cells.who, deal.sourceId])).toEqual([
      ['Acme', 'crm-2'],
      ['Harbour', 'crm-0'],
      ['Lumen', 'crm-1'],
    ]);
    // And back again.
    sortVisible(tab, rows, [1, 2, 0]);
    look(tab);
    expect(deals(read(tab, DEC), 'existing')).toEqual(WHOLE);
  });

  test('cut from one section and pasted into another, the row that it leaves is free again', () => {
    const tab = twoMonths();
    cut(tab, tab.rowOf('tag1', DEC), tab.spareIn('fresh'));
    look(tab);
    tab.adopt();
    const block = read(tab, DEC);
    expect(deals(block, 'existing')).toEqual(pick(0, 2));
    const moved = block.sections.find(({ section }) => section.id === 'new')!.items[0]!;
    expect([moved.cells.who, moved.sourceId, moved.adopt]).toEqual(['Lumen', 'crm-1', false]);
    expect(moved.id).toBe(read(tab, NOV).sections[0]!.items[1]!.id);
    // Its old row keeps nothing of it.
    const left = block.sections.find(({ section }) => section.id === 'existing')!.spares;
    expect(left.map(({ life, sourceId }) => [life, sourceId])).toEqual(left.map(() => [null, '']));
    cut(tab, moved.row, left[0]!.row);
    look(tab);
    tab.adopt();
    expect(new Set(deals(read(tab, DEC), 'existing').map(([who, crm]) => `${who} ${crm}`))).toEqual(
      new Set(['Harbour crm-0', 'Lumen crm-1', 'Acme crm-2']),
    );
  });

  test('moved into another month by hand, its story goes on; a copy gets a key of its own', () => {
    const tab = new DealTab();
    tab.start(NOV, false);
    tab.type(tab.spareIn('fresh'), {
      who: 'Harbour',
      tag: 'a',
      when: '',
      amount: 5,
      status: '',
      moved: '',
      next: '',
      crm: 'crm',
      told: null,
    });
    tab.adopt();
    const { id } = read(tab, NOV).sections[0]!.items[0]!;
    // December is begun without it: somebody marked it as won, and changed his mind.
    tab.grid.put(tab.rowOf('a'), COL.status, 'won');
    tab.start(DEC, false);
    tab.grid.put(tab.rowOf('a'), COL.status, '');
    const source = tab.rowOf('a', NOV);
    const target = tab.spareIn('existing');
    put(tab, target, visible(tab, source));
    const copy = read(tab, DEC).sections.flatMap((part) => part.items)[0]!;
    expect([copy.cells.who, copy.id === id, copy.life]).toEqual(['Harbour', false, null]);
    put(
      tab,
      target,
      visible(tab, source).map(() => ''),
    );
    cut(tab, source, target);
    look(tab);
    const [moved] = deals(read(tab, DEC), 'existing');
    expect(moved).toEqual(['Harbour', 'crm', NOV, 'mn']);
    tab.adopt();
    expect(read(tab, DEC).sections.flatMap((part) => part.items)[0]).toMatchObject({ id, adopt: false });
  });

  test('names swapped while the other cells stayed: told, and nothing is written', () => {
    const tab = twoMonths();
    const [a, b] = [tab.rowOf('tag0', DEC), tab.rowOf('tag1', DEC)];
    tab.grid.put(a, COL.who, 'Lumen');
    tab.grid.put(b, COL.who, 'Harbour');
    const before = tab.grid.cells().values;
    look(tab);
    tab.adopt();
    expect(tab.grid.cells().values).toEqual(before);
    expect(read(tab, DEC).unsure).toEqual([[a, b]]);
    tab.grid.put(a, COL.who, 'Harbour');
    tab.grid.put(b, COL.who, 'Lumen');
    expect(read(tab, DEC).unsure).toEqual([]);
  });

  test('renamed in place, it keeps its key; another row of its old name is another deal', () => {
    const tab = twoMonths();
    tab.grid.put(tab.rowOf('tag0', DEC), COL.who, 'Harbour GmbH');
    tab.adopt();
    tab.grid.put(tab.spareIn('fresh'), COL.who, 'Harbour');
    tab.grid.put(tab.spareIn('fresh') - 1, COL.why, 'another one');
    look(tab);
    expect(deals(read(tab, DEC), 'existing')[0]).toEqual(['Harbour GmbH', 'crm-0', NOV, 'mn']);
    expect(deals(read(tab, DEC), 'new')[0]![1]).toBe('');
  });
});

describe('a block pasted over more columns than are seen', () => {
  const pasted = [
    'Re: offer',
    'https://example.com',
    'Mill',
    '12',
    'x',
    '',
    '',
    '',
    'Re: offer',
    'https://example.com/a',
    'said so',
  ];

  test('its texts in hidden cells stay, are told with their places, and the row is still read and carried', () => {
    const tab = twoMonths();
    const row = tab.spareIn('fresh');
    put(tab, row, pasted);
    const before = tab.grid.cells().values;
    tab.adopt();
    expect(tab.grid.cells().values).toEqual(before);
    const block = read(tab, DEC);
    expect(
      block.stranded.filter(({ where }) => where === 'hidden').map(({ row: at, col, text }) => [at, col, text]),
    ).toEqual([
      [row, HIDDEN.key, 'Re: offer'],
      [row, HIDDEN.month, 'https://example.com/a'],
      [row, HIDDEN.text, 'said so'],
    ]);
    expect(block.sections[0]!.items.map(({ cells }) => cells.who)).toContain('Re: offer');
    expect(tab.carry().kept.map(({ cells }) => cells.who)).toContain('Re: offer');
    // It keeps its name while somebody types into it.
    const { key } = block.sections[0]!.items[0]!;
    tab.grid.put(row, COL.next, 'call them');
    expect(read(tab, DEC).sections[0]!.items[0]!.key).toBe(key);
  });

  test.each(['Re: offer', 'https://x.de/1', 'http:now', '7', 'later: call'])(
    '“%s” beside a row makes no section',
    (text) => {
      const tab = twoMonths();
      const row = tab.spareIn('fresh');
      tab.grid.put(row, COL.who, 'Mill');
      tab.grid.put(row, HIDDEN.key, text, true);
      tab.grid.put(row, HIDDEN.month, 'x', true);
      const block = read(tab, DEC);
      expect(block.sections.map(({ section }) => section.id)).toEqual(
        read(twoMonths(), DEC).sections.map(({ section }) => section.id),
      );
      expect(block.sections[0]!.items.map(({ cells }) => cells.who)).toEqual(['Mill']);
    },
  );
});

test('an empty row in which something stands that its section has no use for is not written into', () => {
  const tab = twoMonths();
  const row = rowOf(tab, KEY.header('working')) + 1;
  tab.grid.put(row, COL.amount, 'mine', true);
  const part = read(tab, DEC).sections.find(({ section }) => section.id === 'working')!;
  expect(part.spares.map((spare) => spare.row)).not.toContain(row);
  tab.grid.put(row + 1, COL.since, '=TODAY()');
  const again = read(tab, DEC);
  expect(again.sections.find(({ section }) => section.id === 'working')!.spares).toEqual([]);
  expect(again.stranded).toContainEqual({ row, col: COL.amount, text: 'mine', where: 'row' });
});

/** Rows of a month, in order, as their keys. */
const keysOf = (tab: DealTab, month: number) =>
  tab.grid
    .cells()
    .values.map((line, n) => ({ key: String(line[HIDDEN.key - 1]), row: n + 1, month: line[HIDDEN.month - 1] }))
    .filter((line) => line.month === month);

describe('a month whose frame is damaged', () => {
  const drop = (tab: DealTab, key: string) => tab.grid.deleteRows(rowOf(tab, key, DEC), 1);

  test.each<[string, (tab: DealTab) => void, RegExp]>([
    ['no damage', () => undefined, /^$/],
    [
      'the labels of a section deleted',
      (tab) => drop(tab, KEY.header('existing')),
      /labels of “Existing opportunities” is missing/,
    ],
    [
      'a heading deleted',
      (tab) => drop(tab, KEY.section('existing')),
      /heading of “Existing opportunities” is missing/,
    ],
    ['the labels of the Conclusion deleted', (tab) => drop(tab, KEY.header('conclusion')), /labels of “Conclusion”/],
    [
      'heading and labels of the Conclusion deleted',
      (tab) => {
        drop(tab, KEY.header('conclusion'));
        drop(tab, KEY.section('conclusion'));
      },
      /Conclusion/,
    ],
    [
      'the labels of Development deleted',
      (tab) => drop(tab, KEY.header('grow')),
      /labels of “Development and coaching”/,
    ],
    ['the focus deleted', (tab) => drop(tab, 'text:focus'), /“Focus until next time” is missing/],
    ['its last line deleted', (tab) => drop(tab, KEY.end), /last line is missing/],
    [
      'a key of the frame cleared',
      (tab) => tab.grid.put(rowOf(tab, KEY.header('existing'), DEC), HIDDEN.key, ''),
      /sorted, or headings|labels of/,
    ],
    [
      'a key of the frame typed over',
      (tab) => tab.grid.put(rowOf(tab, KEY.header('existing'), DEC), HIDDEN.key, 'mine', true),
      /sorted, or headings|labels of/,
    ],
    [
      'whole rows sorted',
      (tab) => {
        const rows = keysOf(tab, DEC);
        tab.grid.sort(rows[1]!.row, rows.length - 1, false);
      },
      /sorted|missing/,
    ],
    [
      'the visible cells sorted',
      (tab) => {
        const rows = keysOf(tab, DEC).map(({ row }) => row);
        sortVisible(
          tab,
          rows,
          rows
            .map((row, n) => ({ n, text: String(tab.grid.value(row, 1)) }))
            .sort((x, y) => (x.text < y.text ? -1 : 1))
            .map(({ n }) => n),
        );
      },
      /sorted/,
    ],
    [
      'headings pasted over white rows',
      (tab) => put(tab, tab.spareIn('fresh'), visible(tab, rowOf(tab, KEY.header('existing'), DEC))),
      /headings have been pasted/,
    ],
  ])('%s', (_, damage, says) => {
    const tab = twoMonths();
    damage(tab);
    const index = readTabIndex(tab.sheet());
    const { frame } = readMonth(index, index.blocks.find(({ month }) => month === DEC)!, ZONE);
    expect(frame?.what ?? '').toMatch(says);
    if (!frame) return;
    // Nothing is written there: what stands beside the rows may tell a repair where they belong.
    const before = tab.grid.cells().values;
    tab.adopt();
    expect(tab.grid.cells().values).toEqual(before);
  });

  test('what people may do leaves it whole', () => {
    const tab = twoMonths();
    tab.grid.put(rowOf(tab, KEY.section('existing'), DEC), COL.who, '2  Our pipeline', true);
    tab.grid.put(rowOf(tab, 'text:review', DEC), COL.who, 'Let us look at', true);
    tab.grid.put(rowOf(tab, KEY.header('working')) + 1, COL.who, 'Takeaway', true);
    tab.grid.insertRows(rowOf(tab, KEY.header('existing'), DEC) + 1, 2);
    tab.grid.put(rowOf(tab, KEY.header('existing'), DEC) + 1, COL.who, 'Typed');
    expect(read(tab, DEC).frame).toBeNull();
  });
});

describe('a month that is lost', () => {
  const lost = (tab: DealTab) => lostMonth(readTabIndex(tab.sheet()), 0, ZONE);

  test.each<[string, (tab: DealTab) => void, number | null]>([
    [
      'all its keys cleared',
      (tab) =>
        keysOf(tab, DEC).forEach(({ row }) => {
          tab.grid.put(row, HIDDEN.key, '');
          tab.grid.put(row, HIDDEN.month, '');
        }),
      DEC,
    ],
    ['the key of its band cleared', (tab) => tab.grid.put(rowOf(tab, KEY.band, DEC), HIDDEN.key, ''), DEC],
    ['its band deleted', (tab) => tab.grid.deleteRows(rowOf(tab, KEY.band, DEC), 1), DEC],
    [
      'the month beside its band typed over',
      (tab) => tab.grid.put(rowOf(tab, KEY.band, DEC), HIDDEN.month, 'Dec', true),
      null,
    ],
    [
      'all keys of the tab cleared',
      (tab) =>
        [NOV, DEC]
          .flatMap((month) => keysOf(tab, month))
          .forEach(({ row }) => {
            tab.grid.put(row, HIDDEN.key, '');
            tab.grid.put(row, HIDDEN.month, '');
          }),
      DEC,
    ],
  ])('%s', (_, damage, month) => {
    const tab = twoMonths();
    expect(lost(tab)).toBeNull();
    damage(tab);
    expect(lost(tab)).toMatchObject({ month });
  });

  test('a remark typed above the newest month is none', () => {
    const tab = twoMonths();
    tab.grid.insertRows(FIRST_BLOCK_ROW, 1);
    tab.grid.put(FIRST_BLOCK_ROW, COL.who, 'Ask about the stand');
    expect(lost(tab)).toBeNull();
  });
});

test('texts that stand where nothing is read are found, each in its place', () => {
  const tab = twoMonths();
  const last = tab.grid.rowCount;
  tab.grid.insertRows(FIRST_BLOCK_ROW, 1);
  const places: [number, number, string][] = [
    [FIRST_BLOCK_ROW, COL.who, 'above the months'],
    [rowOf(tab, KEY.band, DEC), COL.moved, 'in the band'],
    [rowOf(tab, KEY.section('new'), DEC), COL.why, 'in a heading'],
    [rowOf(tab, KEY.header('new'), DEC), COL.next, 'in the labels'],
    [rowOf(tab, 'text:plan', DEC), HIDDEN.coaching + 4, 'far out'],
    [rowOf(tab, KEY.section('kpis'), DEC) - 1, COL.who, 'in a gap: a row of the section above'],
    [last + 4, COL.why, 'below all months'],
  ];
  for (const [row, col, text] of places) tab.grid.put(row, col, text, true);
  const { values, formulas } = tab.grid.cells();
  const found = strandedTexts(values as RawCell[][], formulas, readTabIndex(tab.sheet()).blocks, ZONE);
  expect(found.map(({ row, col, text }) => [row, col, text])).toEqual(
    places.filter(([, , text]) => !text.startsWith('in a gap')),
  );
});

test('a status with blanks around it, also such as nobody sees, is told; a word that is in no list stays as it is', () => {
  const tab = twoMonths();
  tab.grid.put(tab.rowOf('tag0', DEC), COL.status, 'won ', true);
  tab.grid.put(tab.rowOf('tag1', DEC), COL.status, '\u00a0Lost', true);
  tab.grid.put(tab.rowOf('tag2', DEC), COL.status, 'perhaps ', true);
  expect(untidyStatuses(read(tab, DEC), STANDARD_STATUSES)).toEqual([
    { row: tab.rowOf('tag0', DEC), word: 'won' },
    { row: tab.rowOf('tag1', DEC), word: 'Lost' },
  ]);
  expect(tab.carry().kept.map(({ cells }) => cells.who)).toEqual(['Acme']);
});

test('marks stand beside each key from the start, and the grid is as wide as its columns', () => {
  const tab = twoMonths();
  const { values } = tab.grid.cells();
  for (const line of values) {
    const key = itemKey(String(line[HIDDEN.key - 1]));
    if (!key) continue;
    const cells = { who: String(line[COL.who - 1]) };
    expect(String(line[HIDDEN.text - 1]).slice(0, 9)).toBe(rowMark(cells).slice(0, 9));
  }
  expect(values[0]!.length).toBe(COLUMNS);
});
