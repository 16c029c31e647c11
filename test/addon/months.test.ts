import type { MeetingScreen } from '../../src/contract/state';
import { COL, FIRST_BLOCK_ROW } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { BAND, FOLDED } from '../../src/sheet/grid/palette';
import { readAsIn } from '../../src/sidebar/fields/language';
import { recapOf } from '../../src/sidebar/meeting/finished-view';
import type { ExecutionResult } from '../../workbench/runtime';
import {
  asShown,
  closeAll,
  closeStage,
  goalForCalls,
  meeting,
  openTeam,
  type Stage,
  startMonth,
} from '../support/addon';

// There is no browser here to say its language.
readAsIn('en-GB');

afterAll(closeAll);

type Team = Awaited<ReturnType<typeof openTeam>>;

async function withTeam(
  people: string,
  options: Parameters<typeof openTeam>[1],
  act: (team: Team) => Promise<void>,
): Promise<void> {
  const team = await openTeam(people, options);
  try {
    await act(team);
  } finally {
    closeStage(team);
  }
}

const rows = async (stage: Stage, sheetId: number, month: number, section: string) =>
  (await meeting(stage, sheetId, month)).block.sections.find((s) => s.id === section)!.rows;

async function save(
  team: Team,
  name: string,
  month: number,
  edits: [key: string, field: string, was: string | number, now: string | number][],
) {
  const screen = await meeting(team, team.sheet[name]!, month);
  return team.player.call('saveEdits', {
    sheetId: screen.rep.sheetId,
    repId: screen.rep.repId,
    month,
    edits: edits.map(([key, field, was, now]) => ({ key, field: field as 'who', was, now })),
  });
}

// Writes that wait in the buffer and writes that go at once must come to the same.
describe.each([{ eager: false }, { eager: true }])('a rep’s months, eager: $eager', (mode) => {
  test('three of four come along with their story, the won one stays, a second start changes nothing', () =>
    withTeam('Mira Oakes\nBen Sorrel', mode, async (team) => {
      const sheetId = team.sheet['Mira Oakes']!;
      const saved = await save(team, 'Mira Oakes', 202611, [
        ['new:a', 'who', '', 'Harbour\nRollout'],
        ['new:a', 'when', '', '2026-11-20'],
        ['new:a', 'why', '', 'Support ends'],
        ['new:a', 'amount', '', 128000],
        ['new:a', 'next', '', 'Call counsel'],
        ['new:b', 'who', '', 'Same name'],
        ['new:c', 'who', '', 'Same name'],
        ['new:c', 'status', '', 'stuck'],
        ['todo:p', 'who', '', 'Price list'],
        ['todo:p', 'when', '', '2026-11-15'],
        ['text:focus', 'when', '', 'Fewer, better'],
      ]);
      expect(saved.outcomes.every((outcome) => outcome.outcome === 'saved')).toBe(true);
      const header = await team.rowOf(sheetId, 'header:new');
      const spare = (await team.values(sheetId)).findIndex((line, n) => n >= header && line[0] === null) + 1;
      await team.type(sheetId, spare, COL.who, 'Typed on the bare tab');
      await save(team, 'Mira Oakes', 202611, [['new:b', 'status', '', 'won']]);
      const november = await team.values(sheetId);

      const preview = await team.player.call('planMonth', { sheetId, month: 202612 });
      expect(await team.values(sheetId)).toEqual(november);
      const [person] = preview.people;
      expect(person?.kept.map((deal) => deal.title)).toEqual([
        'Harbour, Rollout',
        'Same name',
        'Typed on the bare tab',
      ]);
      expect(person?.won.map((deal) => deal.id)).toEqual(['b']);
      expect([person?.commitments, person?.lastFocus]).toEqual([1, 'Fewer, better']);

      const started = await startMonth(team, sheetId, 202612);
      expect(started.started).toEqual(['Mira Oakes']);
      expect(await team.text(sheetId, 'existing:a', COL.who, 202612)).toBe('Harbour\nRollout');
      expect(await team.text(sheetId, 'existing:a', COL.since, 202612)).toBe('Nov');
      expect(await team.text(sheetId, 'existing:a', COL.amount, 202612)).toBe('128,000');
      expect(await team.text(sheetId, 'existing:a', COL.when, 202612)).toBe('20 Nov');
      expect(await team.rowOf(sheetId, 'existing:b', 202612)).toBe(-1);
      expect(await team.text(sheetId, 'todo:p', COL.status, 202612)).toBe('open');
      expect(await team.text(sheetId, 'focus', COL.when, 202612)).toBe('Fewer, better');

      const december = await team.values(sheetId);
      const again = await startMonth(team, sheetId, 202612);
      expect([again.started, again.already]).toEqual([[], ['Mira Oakes']]);
      // The preview made before the start still fits: a repeat after a lost answer is no "changed sheet".
      const repeat = await team.player.call('startMonth', { sheetId, month: 202612, people: asShown(preview) });
      expect([repeat.changed, repeat.already]).toEqual([[], ['Mira Oakes']]);
      expect(await team.values(sheetId)).toEqual(december);
      // Nothing of November was altered; only its formulas may have moved with their rows.
      const height = december.length - november.length;
      for (let row = 5; row < november.length; row++) expect(december[row + height]).toEqual(november[row]);
      // Ben's tab is as it was.
      expect(await rows(team, team.sheet['Ben Sorrel']!, 202611, 'new')).toEqual([]);
    }));

  test('a started month can be taken back until somebody types, and the one before is as it was', () =>
    withTeam('Mira Oakes', mode, async (team) => {
      const sheetId = team.sheet['Mira Oakes']!;
      await save(team, 'Mira Oakes', 202611, [['new:a', 'who', '', 'Harbour']]);
      const before = await team.values(sheetId);
      await startMonth(team, sheetId, 202612);
      await team.player.call('undoStart', { sheetId, month: 202612 });
      expect(await team.values(sheetId)).toEqual(before);
      expect(team.engine.rowGroups(sheetId)).toEqual([]);
      await startMonth(team, sheetId, 202612);
      await team.type(sheetId, await team.rowOf(sheetId, 'existing:a', 202612), COL.moved, 'They called');
      await expect(team.player.call('undoStart', { sheetId, month: 202612 })).rejects.toThrow(
        /typed into December 2026/,
      );
    }));

  test('skipped months: things come from the latest block there is; unchanged and pushed are counted', () =>
    withTeam('Mira Oakes', mode, async (team) => {
      const sheetId = team.sheet['Mira Oakes']!;
      await save(team, 'Mira Oakes', 202611, [
        ['new:a', 'who', '', 'Stays as it is'],
        ['new:b', 'who', '', 'Is pushed'],
        ['new:b', 'when', '', '2026-11-30'],
      ]);
      await startMonth(team, sheetId, 202612);
      await save(team, 'Mira Oakes', 202612, [['existing:b', 'when', '2026-11-30', '2027-01-15']]);
      await startMonth(team, sheetId, 202703);
      const deals = await rows(team, sheetId, 202703, 'existing');
      expect(deals.map((row) => [row.cells.who, row.life])).toEqual([
        ['Stays as it is', expect.objectContaining({ firstMonth: 202611, monthsUnchanged: 1, timesPushed: 0 })],
        ['Is pushed', expect.objectContaining({ firstMonth: 202611, monthsUnchanged: 0, timesPushed: 1 })],
      ]);
      expect(await team.text(sheetId, 'existing:b', COL.since, 202703)).toBe('Nov · 1×');
      expect(await team.text(sheetId, 'existing:a', COL.since, 202703)).toBe('Nov · 1 mo');
    }));
});

test('older months are folded under their band, newest on top, and the head shows the newest', () =>
  withTeam('Mira Oakes', {}, async (team) => {
    const sheetId = team.sheet['Mira Oakes']!;
    await save(team, 'Mira Oakes', 202611, [
      ['new:a', 'who', '', 'Harbour'],
      ['new:a', 'amount', '', 1000],
      ['new:b', 'who', '', 'Lumen'],
      ['new:b', 'amount', '', 500],
      ['new:b', 'status', '', 'stuck'],
    ]);
    await startMonth(team, sheetId, 202612);
    await startMonth(team, sheetId, 202701);
    const groups = team.engine.rowGroups(sheetId);
    expect(groups.map((group) => [group.depth, group.collapsed])).toEqual([
      [1, true],
      [1, true],
    ]);
    const values = await team.values(sheetId);
    expect(groups.map((group) => values[group.start - 2]![HIDDEN.key - 1])).toEqual(['band', 'band']);
    expect(values[2]![COL.amount - 1]).toBe(1500);
    expect(values[2]![COL.moved - 1]).toBe('2 open · 1 stuck');
  }));

/** Backgrounds that rules by formula give the whole of a row, by what those formulas come to there. */
async function ruledColours(team: Team, sheetId: number, row: number): Promise<string[]> {
  const wide = team.engine
    .conditionalRules(sheetId)
    .filter(({ ranges: [range] }) => range?.col === 1 && range.cols === COL.next && range.row === 1);
  const free = { row: 3, col: HIDDEN.datePassed };
  const shown: string[] = [];
  for (const { args, style } of wide) {
    const f = String(args[0]).replace(/(\$[A-Z]+)1(?!\d)/g, `$1${row}`);
    await team.write({ op: 'cells', sheetId, ...free, cells: [[{ f }]] });
    const [[cell] = []] = await team.engine.read(sheetId, { ...free, rows: 1, cols: 1 });
    if (cell?.v === true) shown.push(style.background!);
  }
  await team.write({ op: 'cells', sheetId, ...free, cells: [[{ v: null }]] });
  return shown;
}

test('the bands of folded months are in two shades; something typed above the newest month stays, and the month folds', () =>
  withTeam('Mira Oakes', {}, async (team) => {
    const sheetId = team.sheet['Mira Oakes']!;
    await startMonth(team, sheetId, 202612);
    await team.write({ op: 'insertRows', sheetId, before: FIRST_BLOCK_ROW, count: 1, inherit: 'none' });
    await team.type(sheetId, FIRST_BLOCK_ROW, COL.who, 'Ask about the stand');
    await startMonth(team, sheetId, 202701);
    const bands = await Promise.all([202701, 202612, 202611].map((month) => team.rowOf(sheetId, 'band', month)));
    const line = (row: number) => team.engine.styles(sheetId, { row, col: 1, rows: 1, cols: COL.next })[0]!;
    expect(bands.map((row) => [...new Set(line(row).map(({ background }) => background))])).toEqual(
      bands.map(() => [BAND.back]),
    );
    const ruled = (n: number) => ruledColours(team, sheetId, bands[n]!);
    expect([await ruled(0), await ruled(1), await ruled(2)]).toEqual([[], [FOLDED[0]], [FOLDED[1]]]);
    const folded = team.engine.rowGroups(sheetId).map((group) => group.start - 1);
    expect(folded).toEqual(bands.slice(1));
    const values = await team.values(sheetId);
    expect(values.filter((line) => line[0] === 'Ask about the stand')).toHaveLength(1);
  }));

test('a meeting: clock, band, minutes, recap; finishing twice is finishing once', () =>
  withTeam('Mira Oakes', {}, async (team) => {
    const sheetId = team.sheet['Mira Oakes']!;
    const { rep, block } = await meeting(team, sheetId, 202611);
    const pin = { sheetId, repId: rep.repId, month: 202611 };
    const at = (minute: number) => team.player.as({ nowMs: Date.UTC(2026, 10, 3, 9, minute) });
    await at(0).call('setClock', { ...pin, action: { act: 'start', section: 'new' }, actionId: 's' });
    const action = { act: 'goTo', section: 'existing' } as const;
    const goTo = { ...pin, seen: block.place, action, actionId: 'g', show: true };
    const runs: ExecutionResult[] = [];
    const manager = at(6).as({ onRun: (run) => runs.push(run) });
    expect((await manager.call('setClock', goTo)).clock?.section).toBe('existing');
    // The sheet of who asked stands at that section, by the same call.
    const row = await team.rowOf(sheetId, 'section:existing');
    expect(runs.map(({ selection }) => selection)).toEqual([
      expect.objectContaining({ sheetId, current: expect.objectContaining({ row, col: 1 }) }),
    ]);
    expect(await team.text(sheetId, 'band', COL.next)).toBe('in progress');
    await save(team, 'Mira Oakes', 202611, [
      ['text:takeaway', 'when', '', 'Research first'],
      ['text:nextDate', 'when', '', '2026-12-01'],
      ['todo:p', 'who', '', 'Price list'],
      ['todo:p', 'next', '', 'Jon Vale'],
    ]);
    expect(await manager.call('showRow', { ...pin, seen: block.place, key: 'todo:p' })).toEqual({ shown: true });
    const promise = await team.rowOf(sheetId, 'todo:p');
    expect(runs[1]?.selection).toMatchObject({ sheetId, current: { row: promise, col: 1 } });
    const done = await at(28).call('finishMeeting', { ...pin, actionId: 'f' });
    expect(done.minutes).toBe(28);
    const recap = recapOf(done.screen as MeetingScreen).recap.split('\n');
    expect(recap).toEqual([
      '1:1 with Mira Oakes, November 2026, held 3 Nov (28 min)',
      'Takeaway: Research first',
      'Who does what by when:',
      '– Jon Vale: Price list',
      'Next 1:1: 1 Dec',
      expect.stringMatching(/^The sheet: https:\/\/docs\.google\.com\/spreadsheets\/d\/.+#gid=\d+$/),
    ]);
    expect(done.leftEmpty).toEqual(['What I saw', 'Focus until next time']);
    expect(await team.text(sheetId, 'band', COL.next)).toBe('28 min');
    expect(await team.text(sheetId, 'band', COL.when)).toBe('held 3 Nov');
    expect(await team.text(sheetId, 'band', COL.why)).toBe('Research first');
    const finished = await team.values(sheetId);
    const again = await at(50).call('finishMeeting', { ...pin, actionId: 'f' });
    expect(again.minutes).toBe(done.minutes);
    expect(await team.values(sheetId)).toEqual(finished);
    expect(await team.text(sheetId, 'end', COL.when)).toBe(
      'opened by Jon Vale, 2 Nov 2026 · started by Jon Vale, 3 Nov 2026 · finished by Jon Vale, 3 Nov 2026',
    );
  }));

test('KPI totals are chained: quarter and year begin anew, % of goal has its sign', () =>
  withTeam('Mira Oakes', {}, async (team) => {
    const sheetId = team.sheet['Mira Oakes']!;
    await goalForCalls(team);
    // Block M shows the month before: December's block has November's figures, February's has January's.
    for (const month of [202612, 202701, 202702]) await startMonth(team, sheetId, month);
    for (const [month, actual] of [
      [202612, 80],
      [202701, 120],
      [202702, 95],
    ] as const)
      await team.type(sheetId, await team.rowOf(sheetId, 'kpis:calls', month), COL.amount, actual);
    expect(await team.text(sheetId, 'kpis:calls', COL.status, 202612)).toBe('▼ 80%');
    expect(await team.text(sheetId, 'kpis:calls', COL.status, 202701)).toBe('▲ 120%');
    expect(await team.text(sheetId, 'kpis:calls', COL.status, 202702)).toBe('● 95%');
    // October to December are one quarter: 80 + 120 of 200.
    expect(await team.text(sheetId, 'kpis:calls', COL.moved, 202701)).toBe('quarter 100% · year 100%\n– 80% 120%');
    expect(await team.text(sheetId, 'kpis:calls', COL.moved, 202702)).toBe('quarter 95% · year 95%\n– 80% 120% 95%');
  }));

test('a German spreadsheet shows the same figures', async () => {
  const shown = async (locale: string) => {
    let texts: string[] = [];
    await withTeam('Mira Oakes', { locale }, async (team) => {
      const sheetId = team.sheet['Mira Oakes']!;
      await save(team, 'Mira Oakes', 202611, [
        ['new:a', 'who', '', 'Harbour'],
        ['new:a', 'amount', '', 1234.5],
        ['new:a', 'when', '', '2026-11-20'],
      ]);
      await startMonth(team, sheetId, 202612);
      const values = await team.values(sheetId);
      texts = [values[2]![COL.amount - 1], values[2]![COL.moved - 1], values[2]![COL.next - 1]].map(String);
      const grid = { row: 1, col: 1, rows: values.length, cols: 14 };
      const errors = (await team.engine.displayValues(sheetId, grid)).flat().filter((text) => text.startsWith('#'));
      expect(errors).toEqual([]);
    });
    return texts;
  };
  expect(await shown('de_DE')).toEqual(await shown('en_US'));
});
