/**
 * The sheet helps by itself: people type and paste at the keyboard, without the sidebar, and the built onEdit runs. The
 * file is American, "today" is 2 November 2026.
 */
import { dateToSerial } from '../../src/core/shared/dates';
import { COL, VISIBLE } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { reachingCalls } from '../../workbench/bench/measure';
import { Keyboard, type KeyboardOptions, type Typed } from '../../workbench/play/keyboard';
import {
  type ExecutionResult,
  loadProject,
  type Project,
  runExecution,
  type TriggerSettings,
} from '../../workbench/runtime';
import { closeAll, closeStage, DIST, MANAGER, NOVEMBER, openTeam, startMonth } from '../support/addon';

type Team = Awaited<ReturnType<typeof openTeam>>;

const REP = 'mira@example.com';
let project: Project;
let team: Team;
let tab: number;
let runs: ExecutionResult[];

beforeAll(async () => {
  project = await loadProject(DIST, 'Monthly 1:1');
  team = await openTeam(`Mira Oakes, ${REP}`);
  tab = team.sheet['Mira Oakes']!;
  await startMonth(team, tab, 202611);
});
beforeEach(() => {
  runs = [];
});
/** What the test has typed goes, without a trigger. */
afterEach(async () => {
  const lines = await team.values(tab);
  const rows = lines.flatMap((line, n) => (/^(new|existing):/.test(String(line[HIDDEN.key - 1])) ? [n + 1] : []));
  for (const row of rows)
    for (const [col, cols] of [
      [1, VISIBLE],
      [HIDDEN.typedWhen, 3],
      [HIDDEN.periodEnd, 1],
    ] as const)
      await team.write({
        op: 'cells',
        sheetId: tab,
        row,
        col,
        cells: [Array.from({ length: cols }, () => ({ v: null }))],
      });
});
afterAll(() => {
  closeStage(team);
  return closeAll();
});

function at(user: string, triggers: Partial<TriggerSettings> = {}, more: Partial<KeyboardOptions> = {}): Keyboard {
  return new Keyboard(team.engine, project, {
    user,
    nowMs: NOVEMBER,
    triggers,
    modelsWaits: true,
    onRun: (run) => runs.push(run),
    ...more,
  });
}

/** The rows of the section that wait to be typed into, top first. */
async function spareRows(section: string): Promise<number[]> {
  const lines = await team.values(tab);
  return lines.flatMap((line, n) =>
    String(line[HIDDEN.key - 1]).startsWith(`${section}:`) &&
    line.slice(0, VISIBLE).every((one) => one === null || one === '')
      ? [n + 1]
      : [],
  );
}
const cell = async (row: number, col: number) => (await team.values(tab))[row - 1]?.[col - 1] ?? '';
const a1 = (row: number, col: number) => `${String.fromCharCode(64 + col)}${row}`;
const note = (row: number, col: number) => team.engine.notes(tab, { row, col, rows: 1, cols: 1 })[0]?.[0] ?? '';
const ended = ({ run }: Typed) => run?.outcome.ok;
/** Calls that reach cells, of each run. */
const calls = () =>
  runs.map((run) => {
    const counts = Object.entries(reachingCalls(run)).filter(([member]) => !member.startsWith('Cache.'));
    return counts.reduce((sum, [, count]) => sum + count, 0);
  });

test('what means an amount or a day becomes one; the text stays hidden beside it; few calls', async () => {
  const [row = 0] = await spareRows('new');
  const keys = at(REP);
  expect(ended(await keys.type(tab, a1(row, COL.who), 'Northwind'))).toBe(true);
  expect(calls()[0]).toBeLessThanOrEqual(3);
  runs = [];
  await keys.type(tab, a1(row, COL.amount), '42k');
  expect([await cell(row, COL.amount), await cell(row, HIDDEN.typedAmount)]).toEqual([42000, '42k']);
  await keys.type(tab, a1(row, COL.when), 'next friday');
  expect(await team.text(tab, String(await cell(row, HIDDEN.key)), COL.when)).toBe('6 Nov');
  await keys.type(tab, a1(row, COL.next), 'Friday: call counsel');
  expect(await cell(row, HIDDEN.nextDay)).toBe(dateToSerial('2026-11-06'));
  await keys.type(tab, a1(row, COL.next), 'call counsel');
  expect(await cell(row, HIDDEN.nextDay)).toBe('');
  await keys.type(tab, a1(row, COL.when), 'Q1');
  expect([await cell(row, COL.when), await cell(row, HIDDEN.typedWhen)]).toEqual(['Q1', '']);
  expect(Math.max(...calls())).toBeLessThanOrEqual(8);
  for (const run of runs) expect(run.waitMs).toBeLessThan(5000);
});

test('what Google has made a day or a number of stays; an unlikely one is tinted and has words; the next one is plain again', async () => {
  const [first = 0, second = 0] = await spareRows('new');
  const keys = at(REP);
  await keys.type(tab, a1(first, COL.amount), '84000');
  await keys.type(tab, a1(second, COL.amount), '120.000');
  expect([await cell(second, COL.amount), await cell(second, HIDDEN.typedAmount)]).toEqual([120, '?120000']);
  expect(await note(second, COL.amount)).toBe('120? Or 120000?');
  await keys.type(tab, a1(second, COL.when), '15 jan');
  expect(await cell(second, HIDDEN.typedWhen)).toBe('?2027-01-15');
  expect(await note(second, COL.when)).toMatch(/^Passed: next year/);
  await keys.type(tab, a1(second, COL.when), '12/15/2026');
  await keys.type(tab, a1(second, COL.amount), '120000');
  for (const col of [COL.when, COL.amount]) expect(await note(second, col)).toBe('');
  expect([await cell(second, HIDDEN.typedWhen), await cell(second, HIDDEN.typedAmount)]).toEqual(['', '']);
  expect(Math.max(...calls())).toBeLessThanOrEqual(8);
});

test('a row that somebody inserts gets key, look and list with the first word; a formula of a person’s stays', async () => {
  const [spare = 0] = await spareRows('existing');
  await team.write({ op: 'insertRows', sheetId: tab, before: spare, count: 1, inherit: 'before' });
  await at(REP).type(tab, a1(spare, COL.amount), '1.2m');
  expect(await cell(spare, HIDDEN.key)).toMatch(/^existing:n\w{7}$/);
  expect([await cell(spare, HIDDEN.month), await cell(spare, COL.amount)]).toEqual([202611, 1_200_000]);
  expect(await cell(spare, HIDDEN.typedAmount)).toBe('1.2m');
  expect(calls()[0]).toBeLessThanOrEqual(8);
  await at(REP).type(tab, a1(spare, COL.amount), '="4"&"2k"');
  expect(await cell(spare, COL.amount)).toBe('42k');
});

test.each([
  ['65k', { scriptWritesUndoable: true, undoFires: true }, ['65k', '']],
  ['66k', { scriptWritesUndoable: true, undoFires: false }, ['66k', '']],
  ['67k', { scriptWritesUndoable: false, undoFires: true }, ['', '']],
  ['68k', { scriptWritesUndoable: false, undoFires: false }, ['', '']],
])('a second thought wins: undo of %s with %j', async (text, triggers, wanted) => {
  const [row = 0] = await spareRows('new');
  const keys = at(REP, triggers);
  await keys.type(tab, a1(row, COL.amount), text);
  expect(await cell(row, COL.amount)).toBe(Number.parseInt(text, 10) * 1000);
  const seen: unknown[] = [];
  for (let n = 0; n < 2; n++) {
    await keys.undo();
    seen.push(await cell(row, COL.amount));
  }
  expect(seen).toEqual(wanted);
  await keys.clear(tab, a1(row, COL.amount));
});

test('the same text typed again stays; another one is read', async () => {
  const [row = 0] = await spareRows('new');
  const keys = at(REP);
  for (const [text, wanted] of [
    ['7k', 7000],
    ['7k', '7k'],
    ['8k', 8000],
    ['', ''],
    ['8k', 8000],
  ] as const) {
    await keys.type(tab, a1(row, COL.amount), text);
    expect(await cell(row, COL.amount)).toBe(wanted);
  }
  await keys.clear(tab, a1(row, COL.amount));
});

test('a pasted block: each row is read, in calls that its runs bound; pasted again it stays text', async () => {
  const rows = await spareRows('new');
  expect(rows.length).toBeGreaterThanOrEqual(2);
  const keys = at(REP, { scriptWritesUndoable: false });
  const table = rows.map((_, n) => [`Customer ${n}`, `in ${n + 1} weeks`, 'why', `${n + 1}0k`]);
  await keys.paste(tab, a1(rows[0]!, COL.who), table);
  const amounts = await Promise.all(rows.map((row) => cell(row, COL.amount)));
  expect(amounts).toEqual(rows.map((_, n) => (n + 1) * 10_000));
  expect(calls()[0]).toBeLessThanOrEqual(12);
  await keys.paste(tab, a1(rows[0]!, COL.who), table);
  expect(await cell(rows[0]!, COL.amount)).toBe('10k');
  for (const row of rows) await keys.clear(tab, `${a1(row, 1)}:${a1(row, 8)}`);
});

test('rows over a heading are said in one line; no row moves', async () => {
  const key = 'header:existing';
  const row = await team.rowOf(tab, key);
  const before = (await team.values(tab)).map((line) => line[HIDDEN.key - 1]);
  const [said] = await headingPasted(row);
  expect(said).toMatch(/over a heading.*Check and repair/);
  expect((await team.values(tab)).map((line) => line[HIDDEN.key - 1])).toEqual(before);
});

async function headingPasted(row: number): Promise<string[]> {
  const keys = at(REP);
  const { run } = await keys.paste(tab, a1(row - 1, COL.who), [['Acme'], ['Borealis']]);
  await keys.undo();
  return (run?.effects ?? []).flatMap((effect) => (effect.kind === 'toast' ? [effect.toast.message] : []));
}

test('on other tabs, in the head, where Setup says no, and for who may not write, nothing is done', async () => {
  const setup = team.engine.sheets().find(({ name }) => name === 'Setup')!.id;
  const keys = at(MANAGER);
  const other = await keys.type(setup, 'I5', '42k');
  expect(ended(other)).toBe(true);
  expect(calls()[0]).toBeLessThanOrEqual(3);
  const [row = 0] = await spareRows('new');
  const help = await team.rowOf(setup, 'settings:help');
  await team.type(setup, help, 4, 'no');
  await keys.type(tab, a1(row, COL.amount), '42k');
  expect(await cell(row, COL.amount)).toBe('42k');
  await team.type(setup, help, 4, 'yes');
  const disabled = at(REP, { enabled: false });
  await disabled.type(tab, a1(row, COL.amount), '43k');
  expect(await cell(row, COL.amount)).toBe('43k');
  await team.player.call('protectTabs', {});
  const [mine, theirs] = [at(REP), at(MANAGER)];
  await mine.type(tab, a1(row, COL.amount), '44k');
  expect(await cell(row, COL.amount)).toBe(44_000);
  await theirs.type(tab, a1(row, COL.amount), '45k');
  expect(await cell(row, COL.amount)).toBe(45_000);
});

test('a lock that another run holds for long: nothing is done, and nobody is disturbed', async () => {
  const [row = 0] = await spareRows('new');
  let during: Typed | null = null;
  await runExecution({
    engine: team.engine,
    user: MANAGER,
    functionName: 'hold',
    project: 'function hold() { LockService.getDocumentLock().waitLock(10); Utilities.getUuid(); }',
    faults: [
      {
        kind: 'hook',
        at: 1,
        member: 'Utilities.getUuid',
        run: async () => {
          during = await at(REP).type(tab, a1(row, COL.amount), '46k');
        },
      },
    ],
  });
  expect(ended(during as unknown as Typed)).toBe(true);
  expect(await cell(row, COL.amount)).toBe('46k');
  await at(REP).clear(tab, a1(row, COL.amount));
});
