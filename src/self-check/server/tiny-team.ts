/** A team of one on scratch tabs, to hold the record’s own formulas against. */
import { type Carry, NOTHING_CARRIED, type Status } from '../../core/deal/carry';
import type { Goal, Kpi } from '../../core/kpi';
import { STANDARD_AGENDA } from '../../core/shared/agenda';
import type { MonthKey } from '../../core/shared/month';
import type { Life } from '../../core/shared/record';
import type { RawCell } from '../../sheet/grid/cells';
import { newId } from '../../sheet/grid/cells';
import { USUAL } from '../../sheet/grid/columns';
import { COL, FIRST_BLOCK_ROW, KEY } from '../../sheet/grid/grid';
import { RepTab } from '../../sheet/grid/rep-tab';
import { foldBlock, makeRoom, writeBlock } from '../../sheet/month/apply';
import type { Block } from '../../sheet/month/block';
import { type BlockPlan, planBlock, plannedRow } from '../../sheet/month/plan';
import { readBlock, readTabIndex } from '../../sheet/month/read';
import { goalFormula } from '../../sheet/setup/goal-formula';
import { SETUP_COL, setupCol } from '../../sheet/setup/tables';
import { headSourceOf, makeRepTab, pointHeadAt } from '../../sheet/tab/head';
import { applyFigures, planFigures } from '../../sheet/team/figures';
import { planTeam, TEAM_COL, type TeamPlan } from '../../sheet/team/plan';
import type { Scratch } from './scratch';

/**
 * A team of one on scratch tabs, written by the add-on's own functions: a tab with two months, a line of Setup, the
 * Figures and the Team tab. Its months lie in the past, so that no figure depends on the day of the self-check.
 */

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const MONTHS = { older: 202510, newer: 202511 } as const;
const PERSON = { id: 'rselfcheck', name: 'Self-check' } as const;

const kpi = (id: string, name: string, more: Partial<Kpi>): Kpi => ({
  id,
  name,
  unit: '',
  kind: 'result',
  better: 'higher',
  over: 'sum',
  ratioOf: '',
  ...more,
});

export const KPIS: readonly Kpi[] = [
  kpi('revenue', 'Revenue', {}),
  kpi('calls', 'Calls', { kind: 'activity' }),
  kpi('rate', 'Revenue a call', { kind: 'activity', over: 'ratio', ratioOf: 'Revenue / Calls' }),
];
export const GOAL = { revenue: 100, calls: 50 } as const;
const GOALS: readonly Goal[] = [
  { rep: '', kpi: 'Revenue', value: GOAL.revenue, per: 'month', from: null },
  { rep: '', kpi: 'Calls', value: GOAL.calls, per: 'month', from: null },
];
/** What was reached in the month before each of the two. */
export const ACTUALS: Record<'revenue' | 'calls', Record<keyof typeof MONTHS, number>> = {
  revenue: { older: 90, newer: 110 },
  calls: { older: 60, newer: 40 },
};

export const STATUSES: readonly Status[] = [
  { word: 'closing', closes: false, won: false, weight: 0.8 },
  { word: 'stuck', closes: false, won: false, weight: 0.5 },
  { word: 'won', closes: true, won: true },
  { word: 'lost', closes: true, won: false },
];
export const MOVING_WEIGHT = 0.6;

/** The newer month's deals. `startWhen`: the close date when the month began; a later one now counts as pushed. */
export const DEALS = [
  { amount: 1000, when: '2025-11-20', startWhen: '2025-11-10', status: 'closing' },
  { amount: 2000, when: '2025-12-05', startWhen: '2025-12-05', status: 'stuck' },
  { amount: 4000, when: '', startWhen: '', status: '' },
  { amount: 8000, when: '2025-11-03', startWhen: '2025-11-03', status: 'won' },
  { amount: 16000, when: '2025-11-04', startWhen: '2025-11-04', status: 'lost' },
] as const;

/** The newer month's commitments: one is late, whatever the day is; one never will be. */
export const COMMITMENTS = [
  { due: '2020-01-31', status: 'open' },
  { due: '2199-12-31', status: 'open' },
  { due: '2020-01-31', status: 'done' },
] as const;

/** What the add-on wrote, and how long that took. */
export interface TinyTeam {
  setup: Sheet;
  tab: Sheet;
  figures: Sheet;
  team: Sheet;
  teamPlan: TeamPlan;
  newer: BlockPlan;
  /** Formulas that were planned, in all tabs. */
  formulas: number;
  /** ms for each of the two months, flush included. */
  monthMs: number[];
}

/** Writes the team; some eighty calls that reach cells. */
export function writeTinyTeam(scratch: Scratch): TinyTeam {
  const [setup, tab, figures, team] = [scratch.tab(), scratch.tab(), scratch.tab(), scratch.tab()];
  writeSetupLine(setup, tab);
  makeRepTab(tab, PERSON);
  const members = [{ ...PERSON, sheetId: tab.getSheetId(), tab: { name: tab.getName(), columns: USUAL }, left: false }];
  const figurePlan = planFigures(
    figures.getName(),
    setup.getName(),
    members,
    KPIS.map(({ id }) => id),
  );
  applyFigures(figures, figurePlan);
  const monthMs: number[] = [];
  const timed = (act: () => BlockPlan): BlockPlan => {
    const from = Date.now();
    const plan = act();
    SpreadsheetApp.flush();
    monthMs.push(Date.now() - from);
    return plan;
  };
  const older = timed(() => writeMonth(tab, setup, 'older', null));
  const newer = timed(() => writeMonth(tab, setup, 'newer', older));
  const teamPlan = planTeam({
    figuresTab: figures.getName(),
    figuresRows: figures.getMaxRows(),
    setupTab: setup.getName(),
    members,
    kpis: [...KPIS],
    statuses: STATUSES,
    workingName: 'What works',
    notWorkingName: 'What does not',
  });
  writeTeam(team, teamPlan);
  SpreadsheetApp.flush();
  const cells = [figurePlan, teamPlan.hidden, ...[older, newer, teamPlan].map(({ rows }) => rows.map((r) => r.values))];
  return { setup, tab, figures, team, teamPlan, newer, monthMs, formulas: formulasIn(cells.flat(2)) };
}

/** One line of the roster, in the columns of Setup; without the head cell that would make the tab a Setup. */
function writeSetupLine(setup: Sheet, tab: Sheet): void {
  setup.getRange(2, SETUP_COL.first).setNumberFormat('@').setValue(PERSON.name);
  setup.getRange(2, SETUP_COL.key, 1, 2).setValues([[`rep:${PERSON.id}`, tab.getSheetId()]]);
  setup.getRange(2, setupCol(1)).setNumberFormat('@').setValue('nobody@example.com');
}

/** Lines of goals as people type them: for everyone and for one, by year and by month, from a month on, and one that is none. */
const GOAL_LINES: readonly RawCell[][] = [
  ['', 'Revenue', 1200, 'year', ''],
  ['', 'Revenue', 130, 'month', '2025-10'],
  ['Somebody else', 'Revenue', 999, 'month', ''],
  ['', 'Calls', 55, 'month', ''],
  [PERSON.name, 'Calls', 40, 'month', ''],
  ['', 'Calls', 'soon', 'month', ''],
  ['', 'Revenue a call', 3, 'month', '2031-01'],
];

/** Writes these into the Setup tab, and in place of the goals formulas that look them up: of both months’ revenue, of calls, of the ratio. */
export function writeGoalFormulas({ setup, tab }: TinyTeam): GoogleAppsScript.Spreadsheet.Range[] {
  const [header, first] = [4, 5];
  // Hidden columns stand between the first one and the others.
  for (const [from, to] of [
    [0, 1],
    [1, 5],
  ] as const)
    setup
      .getRange(first, setupCol(from), GOAL_LINES.length, to - from)
      .setNumberFormats(GOAL_LINES.map(() => ['@', '@', 'General', '@', '@'].slice(from, to)))
      .setValues(GOAL_LINES.map((line) => line.slice(from, to)));
  const places = { goals: { header, end: first + GOAL_LINES.length + 1 } };
  const { blocks } = readTabIndex(tab);
  const [newer, older] = blocks;
  return (
    [
      ['revenue', older],
      ['revenue', newer],
      ['calls', newer],
      ['rate', newer],
    ] as const
  ).map(([id, block]) => {
    const row = block?.kpiRows[id] ?? 0;
    const of = KPIS.find((one) => one.id === id) as Kpi;
    return tab.getRange(row, COL.when).setFormula(`=${goalFormula(of, row, { tab: setup.getName(), places })}`);
  });
}

/** A month as the add-on starts it, with figures and, in the newer one, deals and commitments. */
function writeMonth(sheet: Sheet, setup: Sheet, which: keyof typeof MONTHS, below: BlockPlan | null): BlockPlan {
  const month = MONTHS[which];
  const tab = new RepTab(sheet, USUAL);
  const input = {
    rep: PERSON.name,
    month,
    number: below ? 2 : 1,
    agenda: STANDARD_AGENDA,
    carry: below ? carried() : NOTHING_CARRIED,
    kpis: KPIS,
    goals: GOALS,
    statuses: STATUSES,
    movingWeight: MOVING_WEIGHT,
    firstRow: FIRST_BLOCK_ROW,
    earlierKpiRows: {},
    opened: 'written by the self-check',
    newId,
  };
  const height = planBlock(input).rows.length;
  const plan = planBlock({ ...input, earlierKpiRows: below ? kpiRowsOf(below, height) : {} });
  makeRoom(tab, plan, STATUSES, below !== null, null);
  if (below) foldBlock(tab, FIRST_BLOCK_ROW + height, below.rows.length);
  pointHeadAt(tab, headSourceOf(plan, below ? MONTHS.older : null), {
    tab: setup.getName(),
    places: {},
    statuses: STATUSES,
    kpis: KPIS,
  });
  writeBlock(tab, plan, []);
  for (const id of ['revenue', 'calls'] as const)
    tab.range(plannedRow(plan, FIRST_BLOCK_ROW, KEY.item('kpis', id)), COL.amount).setValue(ACTUALS[id][which]);
  return plan;
}

function kpiRowsOf(plan: BlockPlan, height: number): Record<string, { month: MonthKey; row: number }[]> {
  const rowOf = (id: string) => plannedRow(plan, FIRST_BLOCK_ROW, KEY.item('kpis', id)) + height;
  return Object.fromEntries(KPIS.map(({ id }) => [id, [{ month: plan.month, row: rowOf(id) }]]));
}

function carried(): Carry {
  const life = (startWhen: string): Life => ({
    firstMonth: 202509,
    monthsUnchanged: 0,
    timesPushed: 0,
    startWhen,
    startDigest: '0',
    startAmount: '0',
    story: '',
  });
  return {
    ...NOTHING_CARRIED,
    fromMonth: MONTHS.older,
    kept: DEALS.map(({ amount, when, startWhen, status }, index) => ({
      id: `deal${index}`,
      cells: { who: `Deal ${index + 1}\nwhat it is about`, when, why: '=why', amount, status, moved: '', next: '' },
      life: life(startWhen),
      sourceId: '',
    })),
    commitments: COMMITMENTS.map(({ due, status }, index) => ({
      id: `todo${index}`,
      cells: { who: `Commitment ${index + 1}`, when: due, why: '', status, moved: '', next: 'Self-check' },
      firstMonth: MONTHS.older,
    })),
  };
}

/** The values of a Team tab, without its look. */
function writeTeam(sheet: Sheet, plan: TeamPlan): void {
  const more = plan.columns - sheet.getMaxColumns();
  if (more > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), more);
  const values = plan.rows.map((row) => row.values);
  sheet.getRange(1, 1, values.length, TEAM_COL.pick).setValues(values);
  const width = plan.columns - TEAM_COL.pick;
  sheet.getRange(1, TEAM_COL.pick + 1, plan.hidden.length, width).setValues(plan.hidden);
}

function formulasIn(cells: readonly RawCell[]): number {
  return cells.filter((cell) => typeof cell === 'string' && cell.startsWith('=') && cell !== '=why').length;
}

/** The newer month as the add-on reads it. */
export function readNewer({ tab }: TinyTeam, zone: string): Block {
  const index = readTabIndex(tab);
  const place = index.blocks.find(({ month }) => month === MONTHS.newer);
  if (!place) throw new Error('the month that was just written is not found by its keys');
  return readBlock(index.tab, place, zone);
}

/** Cells of a tab that show an error, with their formulas: "K21 #ERROR! =…". */
export function errorsOn(sheet: Sheet): string[] {
  const range = sheet.getDataRange();
  const formulas = range.getFormulas();
  return range.getDisplayValues().flatMap((line, row) =>
    line.flatMap((shown, col) => {
      if (!/^#(ERROR|NAME|REF|VALUE|N\/A|DIV\/0|NUM)/.test(shown)) return [];
      return [`${sheet.getRange(row + 1, col + 1).getA1Notation()} ${shown} ${formulas[row]?.[col] ?? ''}`];
    }),
  );
}

/** How many cells of a tab hold a formula. */
export function formulasOn(sheet: Sheet): number {
  return sheet
    .getDataRange()
    .getFormulas()
    .flat()
    .filter((formula) => formula !== '').length;
}
