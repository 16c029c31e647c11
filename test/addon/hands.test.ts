/** Hands at a person's tab, with the add-on as it is built: what is told, what is held back, and what comes along. */
import { COL, FIRST_BLOCK_ROW, VISIBLE } from '../../src/sheet/grid/grid';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import { closeAll, closeStage, meeting, openTeam, startMonth } from '../support/addon';

afterAll(closeAll);

type Team = Awaited<ReturnType<typeof openTeam>>;

const MIRA = 'Mira Oakes';
const [NOV, DEC] = [202611, 202612];

/** November with deals, a commitment, a line of development and a focus. */
async function november(): Promise<Team & { tab: number }> {
  const team = await openTeam(MIRA);
  const tab = team.sheet[MIRA]!;
  const { rep } = await meeting(team, tab, NOV);
  const edits = [
    ['new:harbour1', 'who', 'Harbour'],
    ['new:harbour1', 'amount', 100],
    ['new:lumen111', 'who', 'Lumen'],
    ['new:lumen111', 'status', 'stuck'],
    ['new:lumen111', 'moved', 'They wait'],
    ['new:acme1111', 'who', 'Acme'],
    ['new:acme1111', 'why', 'Audit'],
    ['todo:price111', 'who', 'Price list'],
    ['grow:spanish1', 'who', 'Spanish'],
    ['text:focus', 'when', 'Fewer, better'],
    ['text:plan', 'when', 'Ten calls before noon'],
  ].map(([key, field, now]) => ({ key: String(key), field: field as 'who', was: '', now: now! }));
  const { outcomes } = await team.player.call('saveEdits', { sheetId: tab, repId: rep.repId, month: NOV, edits });
  expect(outcomes.filter(({ outcome }) => outcome !== 'saved')).toEqual([]);
  return { ...team, tab };
}

const cellsOf = async (team: Team, tab: number, row: number, cols: number) =>
  (await team.engine.read(tab, { row, col: 1, rows: 1, cols }))[0]!;

test('a damaged month: told when it is opened and in the preview, nothing is started, and once it is repaired all of it comes along', async () => {
  const team = await november();
  const { tab } = team;
  const preview = () => team.player.call('planMonth', { sheetId: tab, month: DEC });
  const whole = (await preview()).people[0]!;
  await team.write({ op: 'deleteRows', sheetId: tab, row: await team.rowOf(tab, 'header:conclusion'), count: 1 });
  const before = await team.values(tab);
  const [problem] = (await meeting(team, tab, NOV)).tabProblems;
  expect(problem).toMatchObject({ code: 'frameDamaged', message: expect.stringContaining('“Price list”') });
  const told = (await preview()).people[0]!;
  expect([told.state, told.problem?.code]).toEqual(['problem', 'frameDamaged']);
  expect((await startMonth(team, tab, DEC)).started).toEqual([]);
  expect(await team.values(tab)).toEqual(before);

  const { digest } = await team.player.call('checkTab', { sheetId: tab });
  await team.player.call('repairTab', { sheetId: tab, digest });
  expect((await meeting(team, tab, NOV)).tabProblems).toEqual([]);
  const again = (await preview()).people[0]!;
  expect([again.state, again.commitments, again.kept.length]).toEqual(['new', whole.commitments, whole.kept.length]);

  // Its band loses its key: the month is there, and not found.
  const band = await team.rowOf(tab, 'band');
  await team.type(tab, band, HIDDEN.key, '');
  const screen = await team.player.call('loadScreen', { sheetId: tab });
  expect(screen).toMatchObject({ kind: 'noMonth', damage: { code: 'monthLost' } });
  expect((await preview()).people[0]).toMatchObject({ state: 'problem', problem: { code: 'monthLost' } });
  await team.type(tab, band, HIDDEN.key, 'band');

  // Sorted by its visible cells, two deals keep their lives; cut into the other list and started, they bring them along.
  await startMonth(team, tab, DEC);
  const [a, b] = [await team.rowOf(tab, 'existing:harbour1', DEC), await team.rowOf(tab, 'existing:acme1111', DEC)];
  const [first, second] = [await cellsOf(team, tab, a, VISIBLE), await cellsOf(team, tab, b, VISIBLE)];
  await team.write(
    { op: 'cells', sheetId: tab, row: a, col: 1, cells: [second.map(({ v }) => ({ v }))] },
    { op: 'cells', sheetId: tab, row: b, col: 1, cells: [first.map(({ v }) => ({ v }))] },
  );
  const rows = (await meeting(team, tab, DEC)).block.sections.find(({ id }) => id === 'existing')!.rows;
  expect(rows.map(({ key, cells, life }) => [key, cells.who, life?.firstMonth])).toEqual([
    ['existing:acme1111', 'Acme', NOV],
    ['existing:lumen111', 'Lumen', NOV],
    ['existing:harbour1', 'Harbour', NOV],
  ]);
  closeStage(team);
});

test('what comes up in November once December is there, or was not carried, is offered and brought along, all of it', async () => {
  const team = await openTeam(MIRA);
  const tab = team.sheet[MIRA]!;
  await startMonth(team, tab, DEC);
  const { rep } = await meeting(team, tab, NOV);
  const edits = [
    ['new:harbour1', 'who', 'Harbour'],
    ['todo:price111', 'who', 'Price list'],
    ['todo:done1111', 'who', 'Done one'],
    ['todo:done1111', 'status', 'done'],
    ['grow:spanish1', 'who', 'Spanish'],
    ['text:focus', 'when', 'Fewer, better'],
    ['text:plan', 'when', 'Ten calls'],
    ['text:help', 'when', 'Harbour’s counsel'],
  ].map(([key, field, now]) => ({ key: String(key), field: field as 'who', was: '', now: now! }));
  await team.player.call('saveEdits', { sheetId: tab, repId: rep.repId, month: NOV, edits });
  const preview = await team.player.call('planMonth', { sheetId: tab, month: DEC });
  expect(preview.people[0]).toMatchObject({
    state: 'already',
    late: [{ title: 'Harbour' }],
    lateMore: { commitments: 1, growth: 1, focus: true, plan: true, help: true },
  });
  const bring = {
    sheetId: tab,
    month: DEC,
    people: preview.people.map(({ repId, digest }) => ({ repId, digest })),
    bringAlong: true,
  };
  expect((await team.player.call('startMonth', bring)).brought).toBe(6);
  const december = await meeting(team, tab, DEC);
  expect(december.block).toMatchObject({
    lastFocus: 'Fewer, better',
    plan: { value: 'Ten calls' },
    commitments: [{ key: 'todo:price111', fromMonth: NOV }],
    growth: { rows: [{ key: 'grow:spanish1' }] },
  });
  const topics = december.block.sections.find(({ kind }) => kind === 'topics')!;
  expect(topics.rows.map(({ key, cells }) => [key, cells.who])).toEqual([
    ['other:help202611', 'Help in November: Harbour’s counsel. How did it go?'],
  ]);
  // Nobody has typed into it yet.
  expect(december.canUndoStart).toBe(true);
  expect((await team.player.call('startMonth', bring)).brought).toBe(0);
  expect((await team.player.call('checkTab', { sheetId: tab })).findings).toEqual([]);
  closeStage(team);
});

test('taking a month back: whatever was typed, planned or decided in its rows holds it back and is named; deals left behind get their status back', async () => {
  const team = await november();
  const { tab } = team;
  const november0 = await team.values(tab);
  const idOf = new Map(
    (await team.player.call('planMonth', { sheetId: tab, month: DEC })).people[0]!.kept.map(({ id, title }) => [
      title,
      id,
    ]),
  );
  const decisions = [
    { id: idOf.get('Lumen')!, what: 'drop' as const, reason: 'no budget' },
    { id: idOf.get('Acme')!, what: 'drop' as const, reason: '' },
  ];
  const { people } = await team.player.call('planMonth', { sheetId: tab, month: DEC, decisions });
  await team.player.call('startMonth', {
    sheetId: tab,
    month: DEC,
    decisions,
    people: people.map(({ repId, digest }) => ({ repId, digest })),
  });
  expect(await team.text(tab, 'new:lumen111', COL.status)).toBe('lost');
  await team.write({ op: 'insertCols', sheetId: tab, before: COLUMNS + 1, count: 2, inherit: 'none' });
  const undo = () => team.player.call('undoStart', { sheetId: tab, month: DEC });
  const row = (key: string) => team.rowOf(tab, key, DEC);
  const spare = (await team.rowOf(tab, 'header:new', DEC)) + 1;
  const places: [string, number, number][] = [
    ['a column of one’s own', spare, COLUMNS + 2],
    ['a hidden column', spare, HIDDEN.coaching],
    ['a white row', spare, COL.moved],
    ['a carried row', await row('existing:harbour1'), COL.moved],
    ['the goal of a KPI', await row('kpis:calls'), COL.when],
    ['the rank of a KPI', await row('kpis:calls'), COL.since],
    ['the actual of a KPI', await row('kpis:calls'), COL.amount],
    ['the band', FIRST_BLOCK_ROW, COL.moved],
    ['the takeaway in the band', FIRST_BLOCK_ROW, COL.why],
    ['the last focus', await row('focus'), COL.when],
    ['prepared words', await row('text:help'), COL.when],
    ['a heading', await row('section:new'), COL.why],
    ['a label', await row('header:new'), COL.why],
    ['a gap', (await row('section:existing')) - 1, COL.who],
    ['the figures', await row('sum:pipeline'), COL.amount],
    ['the last line', await row('end'), COL.status],
    ['the row below it', (await row('end')) + 1, COL.who],
  ];
  for (const [place, at, col] of places) {
    const [[was]] = (await team.engine.read(tab, { row: at, col, rows: 1, cols: 1 })) as [[{ v: string; f?: string }]];
    await team.type(tab, at, col, col === COL.amount ? 77 : 'typed by hand');
    const error = await undo().then(
      () => null,
      (e: { problem?: { code: string; cell?: string } }) => e.problem,
    );
    const letter =
      team.player &&
      (col > 26 ? String.fromCharCode(64 + Math.floor((col - 1) / 26)) : '') +
        String.fromCharCode(65 + ((col - 1) % 26));
    // Of what stands hidden the row is named.
    const cell = col > VISIBLE && col <= COLUMNS ? `A${at}` : `${letter}${at}`;
    expect([place, error?.code, error?.cell]).toEqual([place, 'monthTouched', cell]);
    await team.write({ op: 'cells', sheetId: tab, row: at, col, cells: [[was.f ? { f: was.f } : { v: was.v }]] });
  }
  await team.write({ op: 'notes', sheetId: tab, row: spare, col: COL.who, notes: [['ask Ben']] });
  await expect(undo()).rejects.toMatchObject({ problem: { code: 'monthTouched' } });
  await team.write({ op: 'notes', sheetId: tab, row: spare, col: COL.who, notes: [[null]] });
  await team.write({
    op: 'insertRows',
    sheetId: tab,
    before: (await row('kpis:calls')) + 1,
    count: 1,
    inherit: 'before',
  });
  const inserted = (await row('kpis:calls')) + 1;
  await team.type(tab, inserted, COL.why, 'a row in the KPIs');
  await expect(undo()).rejects.toMatchObject({ problem: { cell: `C${inserted}` } });
  await team.write({ op: 'deleteRows', sheetId: tab, row: inserted, count: 1 });

  await undo();
  expect(await team.values(tab)).toEqual(november0);

  // A day planned in the sidebar, too.
  await startMonth(team, tab, DEC);
  const { rep } = await meeting(team, tab, DEC);
  await team.player.call('planMeeting', { sheetId: tab, repId: rep.repId, month: DEC, date: '2026-12-03' });
  expect((await meeting(team, tab, DEC)).canUndoStart).toBe(false);
  await expect(undo()).rejects.toMatchObject({ problem: { code: 'monthTouched' } });
  closeStage(team);
});
