/** What the add-on does where reports of Google's behaviour disagree: each a cheap way that is right under both. */
import { COL } from '../../src/sheet/grid/grid';
import { HEAD_CELL, TODAY_CELL } from '../../src/sheet/grid/hidden';
import type { CellContent } from '../../workbench/engine/engine';
import { AddonPlayer } from '../../workbench/play/addon';
import { loadProject } from '../../workbench/runtime';
import { closeAll, closeStage, DIST, MANAGER, meeting, NOVEMBER, openTeam, startMonth } from '../support/addon';

let team: Awaited<ReturnType<typeof openTeam>>;
let mira: number;

beforeAll(async () => {
  team = await openTeam('Mira Oakes, mira@example.com\nBen Sorrel, ben@example.com');
  mira = team.sheet['Mira Oakes']!;
  await startMonth(team, mira, 202612);
});

afterAll(async () => {
  closeStage(team);
  await closeAll();
});

/** All cells of a sheet, row by row. */
async function cellsOf(sheetId: number): Promise<CellContent[][]> {
  const { lastRow, lastCol } = team.engine.sheets().find((sheet) => sheet.id === sheetId)!;
  return team.engine.read(sheetId, { row: 1, col: 1, rows: Math.max(1, lastRow), cols: Math.max(1, lastCol) });
}

describe('today’s date', () => {
  test('is calculated by one cell of a tab at most, whatever asks for it', async () => {
    const asks = (text: string) => /\b(TODAY|NOW|RAND\w*|OFFSET|INDIRECT)\(/i.test(text);
    const found: Record<string, string[]> = {};
    for (const { id, name } of team.engine.sheets()) {
      const formulas = (await cellsOf(id)).flat().map(({ f }) => f);
      const rules = team.engine.conditionalRules(id).flatMap(({ args }) => args.map(String));
      found[name.replace(/^(Month pattern) \w+ \w+$/, '$1')] = [...formulas, ...rules].filter(asks);
    }
    expect(found).toEqual({
      'Mira Oakes': ['=TODAY()'],
      'Ben Sorrel': ['=TODAY()'],
      Team: ['=YEAR(TODAY())*100+MONTH(TODAY())'],
      Figures: [],
      Setup: [],
      'Month pattern': [],
    });
  });

  test('stands in the head, and the band, the late commitments and their colour ask there', async () => {
    const cells = await cellsOf(mira);
    expect(cells[HEAD_CELL.today.row - 1]![HEAD_CELL.today.col - 1]!.f).toBe('=TODAY()');
    const asking = cells.flatMap((line) => line.filter(({ f }) => f.includes(TODAY_CELL)));
    // Both bands, the late ones of both pipelines, and the head's tile.
    expect(asking.length).toBe(5);
    expect(team.engine.conditionalRules(mira).filter(({ args }) => String(args[0]).includes(TODAY_CELL))).toHaveLength(
      1,
    );
  });
});

describe('rules by formula', () => {
  test('hold no separator, which would hang on the file’s country', () => {
    const formulas = team.engine
      .sheets()
      .flatMap(({ id }) => team.engine.conditionalRules(id))
      .filter(({ criteria }) => criteria === 'CUSTOM_FORMULA')
      .map(({ args }) => String(args[0]));
    expect(formulas.length).toBeGreaterThan(0);
    for (const formula of formulas) expect(formula).not.toMatch(/[;,\\{]/);
  });

  test('colour an open commitment once its day has passed, and nothing else', async () => {
    const before = await meeting(team, mira, 202612);
    const key = before.block.sections.find(({ kind }) => kind === 'conclusion')!.spareKeys[0]!;
    const { rep, block } = before;
    const edits = [
      { key, field: 'who' as const, was: '', now: 'Send the offer' },
      { key, field: 'status' as const, was: '', now: 'open' },
    ];
    await team.player.call('saveEdits', { sheetId: mira, repId: rep.repId, month: block.month, edits });
    const row = await team.rowOf(mira, key);
    const rule = team.engine.conditionalRules(mira).find(({ args }) => String(args[0]).includes('"open"'))!;
    const here = String(rule.args[0]).replace(/(\$[A-Z]+)1(?!\d)/g, `$1${row}`);
    const free = { row: 190, col: COL.next };
    await team.write({ op: 'cells', sheetId: mira, ...free, cells: [[{ f: here }]] });
    const says = async (when: string | number | null, status: string) => {
      await team.write(
        { op: 'cells', sheetId: mira, row, col: COL.when, cells: [[{ v: when }]] },
        { op: 'cells', sheetId: mira, row, col: COL.status, cells: [[{ v: status }]] },
      );
      return (await team.engine.read(mira, { ...free, rows: 1, cols: 1 }))[0]![0]!.v;
    };
    const today = (await cellsOf(mira))[HEAD_CELL.today.row - 1]![HEAD_CELL.today.col - 1]!.v as number;
    expect(await says(today - 1, 'open')).toBe(true);
    expect(await says(today, 'open')).toBe(false);
    expect(await says(today - 1, 'done')).toBe(false);
    expect(await says('soon', 'open')).toBe(false);
    expect(await says(null, 'open')).toBe(false);
    await team.write({ op: 'cells', sheetId: mira, ...free, cells: [[{ v: null }]] });
  });
});

/**
 * Google as it may be: dates written like 11/29/2026 by whatever locale, a file without a zone, and pictures in cells
 * (here those that hold the word PICTURE).
 */
const ODD_GOOGLE = `(() => {
  const Native = Intl.DateTimeFormat;
  Intl.DateTimeFormat = class extends Native { get format() { return () => '11/29/2026'; } };
  const methodsOf = (object, name) => {
    while (!Object.getOwnPropertyDescriptor(object, name)) object = Object.getPrototypeOf(object);
    return object;
  };
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const picture = { toString: () => 'CellImage', valueType: 'IMAGE' };
  const odd = (cell) => (cell === 'PICTURE' ? picture : cell);
  const ranges = methodsOf(book.getActiveSheet().getRange(1, 1), 'getValues');
  const { getValues, getValue } = ranges;
  ranges.getValues = function () { return getValues.call(this).map((line) => line.map(odd)); };
  ranges.getValue = function () { return odd(getValue.call(this)); };
  methodsOf(book, 'getSpreadsheetTimeZone').getSpreadsheetTimeZone = () => '';
})();`;

describe('an odd Google', () => {
  let odd: AddonPlayer;
  let ben: number;

  beforeAll(async () => {
    const project = await loadProject(DIST, 'Monthly 1:1');
    const files = [...project.files, { name: 'odd', type: 'server_js' as const, source: ODD_GOOGLE }];
    odd = new AddonPlayer(team.engine, { ...project, files }, { user: MANAGER, nowMs: NOVEMBER });
    ben = team.sheet['Ben Sorrel']!;
  });

  test('a picture reads as blank; nothing is written over it, nor into a row that holds nothing else', async () => {
    const { block, rep } = await meeting(team, ben, 202611);
    const first = block.sections[0]!.spareKeys[0]!;
    const rowOf = (key: string) => team.rowOf(ben, key, 202611);
    const picture = async (row: number, col: number) =>
      team.write({ op: 'cells', sheetId: ben, row, col, cells: [[{ v: 'PICTURE' }]] });
    await picture(await rowOf(first), COL.why);
    await picture(await rowOf('text:observed'), COL.when);
    const screen = await odd.call('loadScreen', { sheetId: ben, month: 202611 });
    if (screen.kind !== 'meeting') throw new Error(screen.kind);
    expect([screen.today, screen.dueMonth, screen.tabProblems]).toEqual(['2026-11-02', 202611, []]);
    expect(screen.block.sections[0]!.spareKeys).not.toContain(first);
    expect(screen.block.conclusion.observed).toMatchObject({ value: '', formula: true });
    const edits = [
      { key: 'new:fresh1', field: 'who' as const, was: '', now: 'Harbour' },
      { key: 'text:observed', field: 'when' as const, was: '', now: 'calm' },
    ];
    const saved = await odd.call('saveEdits', { sheetId: ben, repId: rep.repId, month: 202611, edits });
    expect(saved.outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'formula']);
    const values = await team.values(ben);
    expect(values[(await rowOf(first)) - 1]!.slice(0, COL.why)).toContain('PICTURE');
    expect(values[(await rowOf('new:fresh1')) - 1]).toContain('Harbour');
    expect(values[(await rowOf('text:observed')) - 1]).toContain('PICTURE');
  });

  test('the next month starts, a day is planned and read back, and a check goes through the tab', async () => {
    expect((await startMonth({ ...team, player: odd }, ben, 202612)).started).toEqual(['Ben Sorrel']);
    const { rep } = await meeting(team, ben, 202612);
    const pin = { sheetId: ben, repId: rep.repId, month: 202612 };
    const screen = await odd.call('planMeeting', { ...pin, date: '2026-12-08' });
    expect(screen).toMatchObject({ kind: 'meeting', block: { heldOn: '2026-12-08', state: 'planned' } });
    expect((await odd.call('checkTab', { sheetId: ben })).tab).toBe('Ben Sorrel');
    const part = await odd.call('exportRecord', { sheetId: ben });
    expect(part.problems).toEqual([]);
    const setup = team.engine.sheets().find(({ name }) => name === 'Setup')!.id;
    const row = (await team.rowOf(setup, 'header:goals')) + 1;
    await team.write({ op: 'cells', sheetId: setup, row, col: 4, cells: [[{ v: 'PICTURE' }]] });
    expect((await odd.call('loadScreen', { sheetId: ben })).kind).toBe('meeting');
  });
});

/** Google as some report it: a cell formatted as plain text still makes a formula, a number or a bare word of what it is given. */
const READS_TEXTS = `(() => {
  let ranges = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1, 1);
  while (!Object.getOwnPropertyDescriptor(ranges, 'setValues')) ranges = Object.getPrototypeOf(ranges);
  const { setValues } = ranges;
  ranges.setValues = function (values) {
    if (values.flat().some((value) => /^[=+\\-'@]/.test(value))) this.setNumberFormat('General');
    return setValues.call(this, values);
  };
})();`;

describe('texts that a sheet may take for something else', () => {
  const TEXTS = ['=1+1', '+49 170 1234', '-5', "'tis one price", '@ann', '=IMPORTXML("https://example.com";"//a")'];

  test('are read back, and written again where they became a formula, a number or another word', async () => {
    const project = await loadProject(DIST, 'Monthly 1:1');
    const files = [...project.files, { name: 'odd', type: 'server_js' as const, source: READS_TEXTS }];
    const odd = new AddonPlayer(team.engine, { ...project, files }, { user: MANAGER, nowMs: NOVEMBER });
    const { rep } = await meeting(team, mira, 202612);
    const edit = (key: string, field: 'who' | 'why' | 'next' | 'when', now: string) => ({ key, field, was: '', now });
    // Into rows that wait, and into more of them than wait there.
    const edits = [
      ...TEXTS.flatMap((text, n) => [edit(`new:odd${n}`, 'who', text), edit(`new:odd${n}`, 'next', text)]),
      ...TEXTS.map((text, n) => edit(`working:row${n}`, 'why', text)),
      edit('text:takeaway', 'when', TEXTS[0]!),
    ];
    const pin = { sheetId: mira, repId: rep.repId, month: 202612 };
    const saved = await odd.call('saveEdits', { ...pin, edits });
    expect(new Set(saved.outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['saved']));
    const cells = await cellsOf(mira);
    const at = async (key: string, col: number) => cells[(await team.rowOf(mira, key, 202612)) - 1]![col - 1]!;
    for (const [n, text] of TEXTS.entries()) {
      expect(await at(`new:odd${n}`, COL.who)).toEqual({ v: text, f: '' });
      expect(await at(`new:odd${n}`, COL.next)).toEqual({ v: text, f: '' });
      expect(await at(`working:row${n}`, COL.why)).toEqual({ v: text, f: '' });
    }
    expect(await at('text:takeaway', COL.when)).toEqual({ v: TEXTS[0], f: '' });
  });

  test('cost a flush and two calls more, and no other save costs anything', async () => {
    const { rep, block } = await meeting(team, mira, 202612);
    const pin = { sheetId: mira, repId: rep.repId, month: 202612, seen: block.place };
    const count = async (now: string) => {
      const runs: Record<string, number>[] = [];
      const edits = [{ key: 'text:observed', field: 'when' as const, was: '', now }];
      const player = team.player.as({ onRun: ({ serviceCalls }) => void runs.push(serviceCalls) });
      expect((await player.call('saveEdits', { ...pin, edits })).outcomes[0]!.outcome).toBe('saved');
      const undo = [{ key: 'text:observed', field: 'when' as const, was: now, now: '' }];
      await team.player.call('saveEdits', { ...pin, edits: undo });
      const of = (name: string) => runs[0]![name] ?? 0;
      return [of('Range.getValues'), of('Range.getFormulas'), of('Range.setValues'), of('SpreadsheetApp.flush')];
    };
    expect(await count('calm and clear')).toEqual([1, 1, 1, 1]);
    expect(await count('=calm')).toEqual([2, 2, 1, 2]);
  });
});

test('a row that is added below a header has the number formats of its section, not the header’s', async () => {
  const { rep, block } = await meeting(team, mira, 202612);
  const part = block.sections[0]!;
  const header = await team.rowOf(mira, `header:${part.id}`, 202612);
  const last = await team.rowOf(mira, part.spareKeys.at(-1) ?? part.rows.at(-1)!.key, 202612);
  await team.write({ op: 'deleteRows', sheetId: mira, row: header + 1, count: last - header });
  const edits = [
    { key: 'new:after1', field: 'who' as const, was: '', now: 'Harbour' },
    { key: 'new:after1', field: 'amount' as const, was: '', now: 5555 },
  ];
  await team.player.call('saveEdits', { sheetId: mira, repId: rep.repId, month: 202612, edits });
  expect(await team.text(mira, 'new:after1', COL.amount, 202612)).toBe('5,555');
  const after = await meeting(team, mira, 202612);
  expect(after.block.pipeline?.amount).toBe(5555);
});
