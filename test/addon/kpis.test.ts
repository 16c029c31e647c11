/** KPI figures of the sheet against figures counted here, apart from the add-on. */
import { goalFor, type Kpi } from '../../src/core/kpi';
import { COL } from '../../src/sheet/grid/grid';
import { Keyboard } from '../../workbench/play/keyboard';
import { loadProject } from '../../workbench/runtime';
import {
  closeAll,
  closeStage,
  DIST,
  MANAGER,
  meeting,
  NOVEMBER,
  openTeam,
  startMonth,
  type Team,
} from '../support/addon';
import { SOAK } from '../support/soak';

afterAll(closeAll);

type Over = 'sum' | 'average' | 'last' | 'ratio';

/** Name, how months add up, whether higher is better, goal per month. */
const KPIS: readonly [name: string, over: Over, better: 'higher' | 'lower', goal: number][] = [
  ['Days to answer', 'average', 'lower', 4],
  ['First meetings', 'sum', 'higher', 12],
  ['Calls', 'sum', 'higher', 80],
  ['Hit rate', 'ratio', 'higher', 1 / 8],
  ['Open quotes', 'last', 'higher', 9],
];

/** Blocks of each rep; the figures are those of the month before. Rosa joined in March, Ben skipped May. */
const BLOCKS: Record<string, number[]> = {
  'Ben Sorrel': [202611, 202612, 202701, 202702, 202703, 202704, 202706, 202707].slice(0, SOAK ? 8 : 7),
  'Rosa Lind': [202704, 202705, 202706, 202707].slice(0, SOAK ? 4 : 2),
};
/** In the other locale Ben's first months stand for all of them. */
const BLOCKS_OF: Record<string, Record<string, number[]>> = {
  en_US: BLOCKS,
  de_DE: { 'Ben Sorrel': BLOCKS['Ben Sorrel']!.slice(0, 5) },
};

/** An actual for a rep's block, null for a month without a figure. Repeatable, with gaps. */
function actual(rep: string, month: number, kpi: number): number | null {
  const seed = (month * 31 + kpi * 17 + rep.length * 7) % 97;
  if (KPIS[kpi]![1] === 'ratio' || seed % 9 === 0) return null;
  return [2 + (seed % 5), 5 + (seed % 13), 60 + seed, 0, 3 + (seed % 11)][kpi]!;
}

const figuresOf = (month: number) => (month % 100 === 1 ? month - 89 : month - 1);
const quarter = (month: number) => Math.floor(month / 100) * 10 + Math.ceil((month % 100) / 3);
const year = (month: number) => Math.floor(month / 100);

interface Totals {
  actual: number;
  goal: number;
}

/** Totals of a KPI through a block, over the blocks that lie in the same quarter or year without a break. */
function totals(rep: string, upTo: number, kpi: number, period: (month: number) => number): Totals {
  const inPeriod = BLOCKS[rep]!.filter((m) => m <= upTo && period(figuresOf(m)) === period(figuresOf(upTo)));
  const [, over, , goal] = KPIS[kpi]!;
  const sum = (index: number) => inPeriod.reduce((total, m) => total + (actual(rep, m, index) ?? 0), 0);
  if (over === 'ratio') {
    const has = inPeriod.filter((m) => (actual(rep, m, 1) ?? null) !== null && (actual(rep, m, 2) ?? 0) !== 0);
    return { actual: sum(2) === 0 ? 0 : sum(1) / sum(2), goal: has.length === 0 ? 0 : goal };
  }
  const known = inPeriod.filter((m) => actual(rep, m, kpi) !== null);
  if (over === 'last') {
    const last = known[known.length - 1];
    return last === undefined ? { actual: 0, goal: 0 } : { actual: actual(rep, last, kpi)!, goal };
  }
  return { actual: sum(kpi), goal: known.length * goal };
}

const share = ({ actual: a, goal }: Totals) => (goal === 0 ? null : a / goal);

test.each(['en_US', 'de_DE'])('sums, averages, last figures and ratios over quarter and year, %s', async (locale) => {
  const blocks = BLOCKS_OF[locale]!;
  const team = await openTeam(Object.keys(blocks).join('\n'), { locale });
  try {
    const setup = team.engine.sheets().find((sheet) => sheet.name === 'Setup')!.id;
    const at = await team.rowOf(setup, 'header:kpis');
    for (const [index, [name, over, better]] of KPIS.entries()) {
      const words = ['', 'number', 'result', better, over, over === 'ratio' ? 'First meetings / Calls' : ''];
      await team.write(
        { op: 'cells', sheetId: setup, row: at + 1 + index, col: 1, cells: [[{ v: name }]] },
        { op: 'cells', sheetId: setup, row: at + 1 + index, col: 4, cells: [words.map((v) => ({ v }))] },
      );
    }
    const goals = await team.rowOf(setup, 'header:goals');
    await team.write({ op: 'insertRows', sheetId: setup, before: goals + 2, count: 3, inherit: 'before' });
    for (const [index, [name, , , goal]] of KPIS.entries())
      await team.write({
        op: 'cells',
        sheetId: setup,
        row: goals + 1 + index,
        col: 4,
        cells: [[{ v: name }, { v: goal }, { v: 'month' }]],
      });
    const missing: string[] = [];
    for (const [rep, months] of Object.entries(blocks)) {
      const sheetId = team.sheet[rep]!;
      // The month of the set-up was started before Setup had these KPIs.
      await team.player.call('undoStart', { sheetId, month: 202611 });
      for (const month of months) {
        await startMonth(team, sheetId, month);
        const screen = await meeting(team, sheetId, month);
        const rows = screen.block.sections.find((section) => section.kind === 'kpis')!.rows;
        expect(rows.map((row) => row.cells.who)).toEqual(KPIS.map(([name]) => name));
        for (const [index, [name]] of KPIS.entries()) {
          const row = rows.find((one) => one.cells.who === name)!;
          const value = actual(rep, month, index);
          if (value === null) {
            missing.push(`${rep} ${month} ${name}`);
            continue;
          }
          const line = await team.rowOf(sheetId, row.key, month);
          // Every fourth figure is somebody's own formula.
          await team.type(sheetId, line, COL.amount, index + (month % 4) === 3 ? `=${value - 1}+1` : value);
        }
      }
    }
    expect(missing.length).toBeGreaterThan(locale === 'en_US' ? 8 : 1);
    const all = Object.values(blocks).flat().length * KPIS.length * 2;
    expect(await compareTotals(team, blocks, quarter, year)).toBe(all);
    await yearFromApril(team, setup, blocks, all);
    await goalsFollowSetup(team, setup, goals);
  } finally {
    closeStage(team);
  }
});

/** Compares quarter and year of every KPI in every block with what is counted here; returns how many figures that were. */
async function compareTotals(
  team: Team,
  blocks: Record<string, number[]>,
  quarterOf: (month: number) => number,
  yearOf: (month: number) => number,
): Promise<number> {
  let compared = 0;
  for (const [rep, months] of Object.entries(blocks))
    for (const month of months) {
      const screen = await meeting(team, team.sheet[rep]!, month);
      const rows = screen.block.sections.find((section) => section.kind === 'kpis')!.rows;
      for (const [index, [name]] of KPIS.entries()) {
        const view = rows.find((row) => row.cells.who === name)!.kpi!;
        const wanted = [share(totals(rep, month, index, quarterOf)), share(totals(rep, month, index, yearOf))];
        for (const [n, value] of [view.quarter, view.year].entries()) {
          const label = `${rep} ${month} ${name} ${n === 0 ? 'quarter' : 'year'}`;
          if (wanted[n] === null) expect([label, value]).toEqual([label, null]);
          else expect([label, Math.round(value! * 1e9)]).toEqual([label, Math.round(wanted[n]! * 1e9)]);
          compared++;
        }
      }
    }
  return compared;
}

/** A manager types another first month into Setup: the trigger chains every tab by it, says so, and once only. */
async function yearFromApril(team: Team, setup: number, blocks: Record<string, number[]>, all: number): Promise<void> {
  const keys = new Keyboard(team.engine, await loadProject(DIST, 'Monthly 1:1'), { user: MANAGER, nowMs: NOVEMBER });
  const row = await team.rowOf(setup, 'settings:year');
  const said = async (word: string) => {
    const { run } = await keys.type(setup, `D${row}`, word);
    return (run?.effects ?? []).flatMap((effect) => (effect.kind === 'toast' ? [effect.toast.message] : []));
  };
  const fromApril = (month: number) => year(month) - (month % 100 < 4 ? 1 : 0);
  const inQuarters = (month: number) => fromApril(month) * 10 + Math.floor((((month % 100) + 8) % 12) / 3);
  const tabs = Object.keys(blocks).length === 1 ? 'one tab' : `${Object.keys(blocks).length} tabs`;
  const words = new RegExp(`^The year begins in April now. Chained anew: ([1-9]\\d*) totals on ${tabs}\\.$`);
  expect(await said('April')).toEqual([expect.stringMatching(words)]);
  expect(await compareTotals(team, blocks, inQuarters, fromApril)).toBe(all);
  // A word that is no month changes nothing, nor does the same one again.
  expect(await said('Smarch')).toEqual([]);
  expect(await said('april')).toEqual([]);
  const { findings } = await team.player.call('checkTab', { sheetId: team.sheet['Ben Sorrel']! });
  expect(findings).toEqual([]);
  // Without the trigger the next month that is started does it, and says so.
  await team.type(setup, row, 4, 'January');
  const [rep, months] = Object.entries(blocks)[0]!;
  const next = shift(months[months.length - 1]!);
  expect((await startMonth(team, team.sheet[rep]!, next)).started).toEqual([rep]);
  expect(await compareTotals(team, { [rep]: months }, quarter, year)).toBe(months.length * KPIS.length * 2);
  await team.player.call('undoStart', { sheetId: team.sheet[rep]!, month: next });
  expect(await said('January')).toHaveLength(1);
}

const shift = (month: number) => (month % 100 === 12 ? month + 89 : month + 1);

/** Goals as the months show them once Setup has others: of the figures of each month, by the newest line that fits. */
async function goalsFollowSetup(team: Team, setup: number, header: number): Promise<void> {
  const ben = team.sheet['Ben Sorrel']!;
  const months = [202611, 202612, 202701, 202702, 202703];
  const at = (month: number) => team.rowOf(ben, 'kpis:calls', month);
  const shown = () =>
    Promise.all(months.map(async (month) => (await team.values(ben))[(await at(month)) - 1]![COL.when - 1]));
  const line = (row: number, cells: unknown[]) =>
    team.write(
      { op: 'cells', sheetId: setup, row, col: 1, cells: [[{ v: String(cells[0]) }]] },
      {
        op: 'cells',
        sheetId: setup,
        row,
        col: 4,
        cells: [cells.slice(1).map((v) => ({ v: v as string | number }))],
      },
    );
  expect(await shown()).toEqual([80, 80, 80, 80, 80]);
  const calls = header + 3;
  await team.type(setup, calls, 5, 90);
  expect(await shown()).toEqual([90, 90, 90, 90, 90]);
  // A goal that somebody has typed is theirs; a month that is over keeps what it had.
  await team.type(ben, await at(202612), COL.when, 33);
  const { rep } = await meeting(team, ben, 202611);
  await team.player.call('finishMeeting', { sheetId: ben, repId: rep.repId, month: 202611, actionId: 'over' });
  await team.type(setup, calls, 5, 95);
  expect(await shown()).toEqual([90, 33, 95, 95, 95]);
  // Ben's own, from the figures of December on, and from those of February on; per year it is a twelfth.
  const spare = header + KPIS.length + 1;
  await team.write({ op: 'insertRows', sheetId: setup, before: spare, count: 2, inherit: 'before' });
  await line(spare, ['ben sorrel', 'calls', 1200, 'Year', 'December 2026']);
  await line(spare + 1, ['Ben Sorrel', 'Calls', 70, '', 'February 2027']);
  expect(await shown()).toEqual([90, 33, 100, 100, 70]);
  for (const from of ['2/2027', '2027-02', '202702', '02.2027', 'feb 27', 'Feb. 2027']) {
    await team.type(setup, spare + 1, 7, from);
    expect([from, await shown()]).toEqual([from, [90, 33, 100, 100, 70]]);
  }
  // The code reads the same lines in the same way.
  const { lines } = await team.player.call('loadGoals', {});
  const kpi = { name: 'Calls', over: 'sum' } as Kpi;
  const read = months.map((month) => goalFor(lines, 'Ben Sorrel', kpi, figuresOf(month)));
  expect(read).toEqual([95, 95, 100, 100, 70]);
  // An error spoils its own line alone; renamed, a person is found by the hidden key.
  await team.type(setup, calls - 1, 5, '=1/0');
  await team.type(setup, spare + 1, 5, '=1/0');
  const onRoster = await team.rowOf(setup, `rep:${rep.repId}`);
  await team.type(setup, onRoster, 1, 'Benjamin Sorrel');
  await team.type(setup, spare, 1, 'Benjamin Sorrel');
  expect(await shown()).toEqual([90, 33, 100, 100, 100]);
  // Repair knows it: what was emptied or broken comes back, what is somebody's own stays.
  await team.type(ben, await at(202701), COL.when, '');
  await team.type(ben, await at(202702), COL.when, '=IFERROR(SUMPRODUCT(INDEX(#REF!;1));"")');
  const { digest, findings } = await team.player.call('checkTab', { sheetId: ben });
  expect(findings.length).toBeGreaterThan(0);
  await team.player.call('repairTab', { sheetId: ben, digest });
  expect(await shown()).toEqual([90, 33, 100, 100, 100]);
  expect((await team.player.call('checkTab', { sheetId: ben })).findings).toEqual([]);
}
