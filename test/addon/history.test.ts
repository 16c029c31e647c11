import type { LifeLine } from '../../src/contract/life';
import type { Field } from '../../src/core/shared/fields';
import { COL } from '../../src/sheet/grid/grid';
import type { AddonProblem } from '../../workbench/play/addon';
import { closeAll, closeStage, meeting, openTeam, startMonth } from '../support/addon';

let stage: Awaited<ReturnType<typeof openTeam>>;
let sheetId: number;
let repId: string;

const life = async (key: string): Promise<LifeLine | null> =>
  (await stage.player.call('loadLife', { sheetId, repId, key })).life;

const save = (month: number, edits: [key: string, field: Field, was: string | number, now: string | number][]) =>
  stage.player.call('saveEdits', {
    sheetId,
    repId,
    month,
    edits: edits.map(([key, field, was, now]) => ({ key, field, was, now })),
  });

/** November, December, and February after a skipped month: two opportunities of one name. */
beforeAll(async () => {
  stage = await openTeam('Ada Quill, ada@example.com\nBram Odell, bram@example.com');
  sheetId = stage.sheet['Ada Quill']!;
  repId = (await meeting(stage, sheetId, 202611)).rep.repId;
  await save(202611, [
    ['new:alpha1', 'who', '', 'Halden Mills\nline two'],
    ['new:alpha1', 'when', '', '2026-12-03'],
    ['new:alpha1', 'amount', '', 12000],
    ['new:beta22', 'who', '', 'Halden Mills'],
    ['new:beta22', 'amount', '', '12k–15k?'],
  ]);
  await startMonth(stage, sheetId, 202612);
  await save(202612, [
    ['existing:alpha1', 'when', '2026-12-03', '2027-01-20'],
    ['existing:alpha1', 'moved', '', 'They wait for the budget'],
    ['existing:alpha1', 'status', '', 'stuck'],
  ]);
  await startMonth(stage, sheetId, 202702);
});

afterAll(async () => {
  closeStage(stage);
  await closeAll();
});

test('a life is told 1:1 by 1:1: what changed from what to what, pushes, months stuck, the month that nobody met', async () => {
  expect(await life('existing:alpha1')).toMatchObject({
    id: 'alpha1',
    title: 'Halden Mills, line two',
    firstMonth: 202611,
    monthsOpen: 3,
    // February has not been held: it says nothing yet.
    monthsUnchanged: 0,
    timesPushed: 1,
    monthsStuck: 1,
    outcome: 'open',
    gaps: [{ month: 202701, why: 'noMeeting' }],
    steps: [
      { month: 202611, list: 'new', change: 'new', changes: [], amount: 12000, when: '2026-12-03' },
      {
        month: 202612,
        list: 'existing',
        change: 'pushed',
        moved: 'They wait for the budget',
        changes: [
          { what: 'status', from: '', to: 'stuck' },
          { what: 'when', from: '2026-12-03', to: '2027-01-20' },
        ],
      },
      { month: 202702, change: 'none', changes: [] },
    ],
  });
  expect(await life('existing:beta22')).toMatchObject({ title: 'Halden Mills', timesPushed: 0, outcome: 'open' });
  expect(await life('new:nobody')).toBeNull();
});

test('what hands type and delete is told as well', async () => {
  await stage.type(sheetId, await stage.rowOf(sheetId, 'existing:alpha1', 202702), COL.status, ' Won');
  const gone = await stage.rowOf(sheetId, 'existing:beta22', 202702);
  await stage.write({ op: 'deleteRows', sheetId, row: gone, count: 1 });
  expect(await life('existing:alpha1')).toMatchObject({ outcome: 'won', outcomeMonth: 202702, monthsOpen: 3 });
  expect(await life('existing:beta22')).toMatchObject({ outcome: 'left', outcomeMonth: 202612, monthsUnchanged: 1 });
});

test('reading one life takes the index, Setup, and one read for three months that lie near each other', async () => {
  const before = { ...stage.player.serviceCalls };
  await life('existing:alpha1');
  const reads = (stage.player.serviceCalls['Range.getValues'] ?? 0) - (before['Range.getValues'] ?? 0);
  expect(reads).toBe(3);
});

test('the other direction: the same as rows, with commitments and KPIs; a rep takes the own tab only', async () => {
  await stage.player.call('saveEdits', {
    sheetId,
    repId,
    month: 202702,
    edits: [
      { key: 'todo:p1', field: 'who', was: '', now: '=Send the offer' },
      { key: 'todo:p1', field: 'when', was: '', now: '2027-02-20' },
      { key: 'todo:p1', field: 'next', was: '', now: 'Ada Quill' },
      { key: 'kpis:revenue', field: 'amount', was: '', now: 41000.5 },
      { key: 'kpis:revenue', field: 'why', was: '', now: 'one came late' },
    ],
  });
  const one = await stage.player.call('exportRecord', { sheetId });
  const rows = (table: keyof typeof one.rows) =>
    one.rows[table].map((row) => Object.fromEntries(one.columns![table].map((column, n) => [column, row[n]])));
  expect(one).toMatchObject({ people: ['Ada Quill'], problems: [], rest: [] });
  expect(rows('lifeLines')).toEqual([
    expect.objectContaining({
      person: 'Ada Quill',
      opportunity: 'Halden Mills, line two',
      id: 'alpha1',
      'first month': '2026-11',
      'months open': 3,
      outcome: 'won',
      'outcome month': '2027-02',
      amount: 12000,
      'close date': '2027-01-20',
      'times pushed': 1,
      'months without a step': '2027-01',
    }),
    expect.objectContaining({ id: 'beta22', outcome: 'left', amount: '12k–15k?', 'times pushed': 0 }),
  ]);
  expect(rows('steps').map((row) => [row.id, row.month, row.changed, row['close date before']])).toEqual([
    ['alpha1', '2026-11', '', ''],
    ['alpha1', '2026-12', 'status, close date', '2026-12-03'],
    ['alpha1', '2027-02', 'status', ''],
    ['beta22', '2026-11', '', ''],
    ['beta22', '2026-12', '', ''],
  ]);
  expect(rows('commitments')).toEqual([
    expect.objectContaining({
      commitment: '=Send the offer',
      'made in': '2027-02',
      due: '2027-02-20',
      status: 'open',
    }),
  ]);
  const revenue = rows('kpis').filter((row) => row['KPI id'] === 'revenue');
  expect(revenue.map((row) => [row.month, row['results of'], row.actual, row.comment])).toEqual([
    ['2026-11', '2026-10', '', ''],
    ['2026-12', '2026-11', '', ''],
    ['2027-02', '2027-01', 41000.5, 'one came late'],
  ]);

  // Everyone: from a person on; a tab that cannot be read is named and left out.
  const bram = stage.sheet['Bram Odell']!;
  const { repId: bramId } = (await meeting(stage, bram, 202611)).rep;
  const rest = await stage.player.call('exportRecord', { sheetId: null, rest: [`tab:${bramId}`] });
  expect(rest).toMatchObject({ people: ['Bram Odell'], rows: { lifeLines: [] }, rest: [] });
  await stage.write({ op: 'deleteCols', sheetId: bram, col: COL.amount, count: 1 });
  const everyone = await stage.player.call('exportRecord', { sheetId: null });
  expect(everyone.people).toEqual(['Ada Quill']);
  expect(everyone.problems.map((problem) => [problem.code, problem.tab])).toEqual([['columnGone', 'Bram Odell']]);
  const ada = stage.player.as({ user: 'ada@example.com' });
  const code = (error: AddonProblem) => error.problem.code;
  expect(await ada.call('exportRecord', { sheetId: null }).catch(code)).toBe('managersOnly');
  expect(await ada.call('exportRecord', { sheetId: bram }).catch(code)).toBe('notYourTab');
  expect((await ada.call('exportRecord', { sheetId })).rows.lifeLines).toEqual(one.rows.lifeLines);
});
