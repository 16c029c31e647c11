/** Columns of somebody's own on a tab, and moved ones: every act does there what it does on a tab without them. */

import type { MeetingScreen } from '../../src/contract/state';
import { Columns } from '../../src/sheet/grid/columns';
import { COL, FIRST_BLOCK_ROW } from '../../src/sheet/grid/grid';
import { HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import { readAsIn } from '../../src/sidebar/fields/language';
import { recapOf } from '../../src/sidebar/meeting/finished-view';
import type { WriteOp } from '../../workbench/engine/engine';
import { closeAll, closeStage, meeting, openTeam, startMonth } from '../support/addon';

// There is no browser here to say its language.
readAsIn('en-GB');

afterAll(closeAll);

type Team = Awaited<ReturnType<typeof openTeam>>;
type Cell = string | number | boolean | null;

const MIRA = 'Mira Oakes';

async function withTeam(rearrange: (sheetId: number) => WriteOp[], act: (team: Team, tab: number) => Promise<void>) {
  const team = await openTeam(`${MIRA}, mira@example.com\nBen Sorrel`);
  try {
    await team.write(...rearrange(team.sheet[MIRA]!));
    await act(team, team.sheet[MIRA]!);
  } finally {
    closeStage(team);
  }
}

/** All cells of a tab: in the grid's order, ids made by chance left out; and what stands in other columns. */
async function cellsOf(team: Team, sheetId: number): Promise<{ grid: Cell[][]; own: Cell[][] }> {
  const { lastRow, maxCols } = team.engine.sheets().find((sheet) => sheet.id === sheetId)!;
  const cells = await team.engine.read(sheetId, { row: 1, col: 1, rows: lastRow, cols: maxCols });
  const values = cells.map((line) => line.map(({ v }) => v));
  const columns = values[0]!.map((cell) => Columns.read(cell as string)).find((found) => found !== null)!;
  const isGrid = (at: number) => Array.from({ length: HIDDEN.datePassed }, (_, n) => columns.of(n + 1)).includes(at);
  return {
    grid: values.map((line, row) =>
      columns
        .pick(line)
        .map((cell, n) => (row === 0 && n + 1 === HEAD_CELL.columns.col ? '' : cell))
        .map((cell) => (cell === sheetId ? '…' : cell))
        .map((cell) => (typeof cell === 'string' ? cell.replace(/^(\w+):([a-z]\w{7,8})$/, '$1:…') : (cell ?? ''))),
    ),
    own: values.map((line) => line.filter((cell, n) => !isGrid(n + 1) && cell !== null && cell !== '')),
  };
}

/** What is shown on the tabs that read this one. Where its columns stand is what differs. */
async function summaries(team: Team): Promise<string[][]> {
  const found: string[][] = [];
  for (const name of ['Team', 'Figures']) {
    const { id, lastRow, lastCol } = team.engine.sheets().find((sheet) => sheet.name === name)!;
    found.push(...(await team.engine.displayValues(id, { row: 1, col: 1, rows: lastRow, cols: lastCol })));
  }
  return found.map((line) =>
    line.map((cell) => cell.replace(/\br[a-z]\w{7}\b/g, '…').replace(/^columns [\d ]+$/, 'columns …')),
  );
}

/** A month and a half of work with the add-on. */
async function work(team: Team, sheetId: number): Promise<unknown[]> {
  const answers: unknown[] = [];
  const { rep } = await meeting(team, sheetId, 202611);
  const pin = { sheetId, repId: rep.repId, month: 202611 };
  const save = async (month: number, edits: [key: string, field: string, now: string | number][]) => {
    const { block } = await meeting(team, sheetId, month);
    const { outcomes } = await team.player.call('saveEdits', {
      ...pin,
      month,
      seen: block.place,
      edits: edits.map(([key, field, now]) => ({ key, field: field as 'who', was: '', now })),
    });
    answers.push(outcomes.map(({ outcome }) => outcome));
  };
  await save(202611, [
    ['new:alpha1', 'who', 'Halden Mills\nRollout'],
    ['new:alpha1', 'why', '=A1+B1 is what they said'],
    ['new:alpha1', 'when', '2026-11-20'],
    ['new:alpha1', 'amount', 12000],
    ['new:beta22', 'who', 'Pier Cafe'],
    ['new:beta22', 'next', 'Send the menu'],
    ['todo:c1', 'who', 'Price list'],
    ['todo:c1', 'when', '2026-11-01'],
    ['grow:g1', 'who', 'Negotiating'],
    ['text:focus', 'when', 'Fewer, better. '.repeat(20)],
    ['text:nextDate', 'when', '2026-12-03'],
    ['kpis:revenue', 'amount', 5000],
  ]);
  await save(202611, [['new:beta22', 'status', 'stuck']]);
  // In the sheet, a row of one's own at the end of the section.
  const row = (await team.rowOf(sheetId, 'new:beta22')) + 1;
  const { at } = (await meeting(team, sheetId, 202611)).block.sections[0]!.rows[0]!;
  const letters = (field: string) => /^[A-Z]+/.exec(at[field as 'who'] as string)![0];
  const numberOf = (text: string) => [...text].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
  await team.write({ op: 'insertRows', sheetId, before: row, count: 1, inherit: 'before' });
  await team.type(sheetId, row, numberOf(letters('who')), 'Typed by hand');
  await team.type(sheetId, row, numberOf(letters('amount')), 700);
  await team.player.call('setClock', { ...pin, action: { act: 'start', section: 'new' }, actionId: 'a' });
  const finished = await team.player.call('finishMeeting', { ...pin, actionId: 'f' });
  answers.push(recapOf(finished.screen as MeetingScreen).recap.replace(/The sheet: .*/, ''), finished.leftEmpty);
  answers.push((await startMonth(team, sheetId, 202612)).started);
  await save(202612, [
    ['existing:alpha1', 'when', '2027-01-20'],
    ['existing:alpha1', 'moved', 'They moved the board meeting'],
  ]);
  const { kind, ...rest } = await team.player.call('loadScreen', { sheetId, month: 202612 });
  answers.push(kind, 'block' in rest && rest.block.pipeline && { ...rest.block.pipeline, cell: '' });
  answers.push((await startMonth(team, sheetId, 202701)).started);
  await team.player.call('undoStart', { sheetId, month: 202701 });
  await team.player.call('buildTeam', {});
  const check = await team.player.call('checkTab', { sheetId });
  answers.push(check.findings);
  return answers;
}

let undisturbed: { grid: Cell[][]; answers: unknown[]; summaries: string[][] };

beforeAll(() =>
  withTeam(
    () => [],
    async (team, tab) => {
      const answers = await work(team, tab);
      undisturbed = { grid: (await cellsOf(team, tab)).grid, answers, summaries: await summaries(team) };
    },
  ),
);

const insert = (sheetId: number, before: number): WriteOp => ({
  op: 'insertCols',
  sheetId,
  before,
  count: 1,
  inherit: 'none',
});
const type = (sheetId: number, col: number, value: string): WriteOp => ({
  op: 'cells',
  sheetId,
  row: FIRST_BLOCK_ROW + 3,
  col,
  cells: [[{ v: value }]],
});

test.each<[string, (sheetId: number) => WriteOp[], number]>([
  [
    'columns inserted among A to H and behind H',
    (id) => [
      insert(id, COL.status),
      type(id, COL.status, 'mine'),
      insert(id, HIDDEN.key + 1),
      type(id, HIDDEN.key + 1, 'mine, too'),
    ],
    2,
  ],
  ['a column inserted before A', (id) => [insert(id, 1), type(id, 1, 'mine')], 1],
  ['a column inserted among the hidden ones', (id) => [insert(id, HIDDEN.story), type(id, HIDDEN.story, 'mine')], 1],
  ['visible columns moved', (id) => [{ op: 'moveCols', sheetId: id, col: COL.next, count: 1, before: COL.when }], 0],
])('%s: all acts, the figures and the team as without them', async (_, rearrange, own) => {
  await withTeam(rearrange, async (team, tab) => {
    const before = (await cellsOf(team, tab)).own.flat();
    expect(before).toHaveLength(own);
    expect(await work(team, tab)).toEqual(undisturbed.answers);
    const after = await cellsOf(team, tab);
    expect(after.own.flat()).toEqual(before);
    expect(after.grid).toEqual(undisturbed.grid);
    expect(await summaries(team)).toEqual(undisturbed.summaries);
  });
});

test('a column that has been deleted: nothing is written, it is named, and a repair brings it back', () =>
  withTeam(
    (id) => [insert(id, COL.when), type(id, COL.when, 'mine')],
    async (team, tab) => {
      const edits = [{ key: 'new:a', field: 'who' as const, was: '', now: 'Harbour' }];
      const { rep } = await meeting(team, tab, 202611);
      const save = () => team.player.call('saveEdits', { sheetId: tab, repId: rep.repId, month: 202611, edits });
      await team.write({ op: 'deleteCols', sheetId: tab, col: COL.why + 1, count: 1 });
      const [problem] = (await meeting(team, tab, 202611)).tabProblems;
      expect(problem).toMatchObject({ code: 'columnGone', message: expect.stringContaining('“why”') });
      await expect(save()).rejects.toMatchObject({ problem: { code: 'columnGone' } });
      await expect(startMonth(team, tab, 202612)).resolves.toMatchObject({ problems: [{ code: 'columnGone' }] });
      const { digest } = await team.player.call('checkTab', { sheetId: tab });
      await team.player.call('repairTab', { sheetId: tab, digest });
      expect((await meeting(team, tab, 202611)).tabProblems).toEqual([]);
      expect((await save()).outcomes[0]!.outcome).toBe('saved');
      expect((await cellsOf(team, tab)).own.flat()).toEqual(['mine']);
      expect((await team.player.call('checkTab', { sheetId: tab })).findings).toEqual([]);
    },
  ));
