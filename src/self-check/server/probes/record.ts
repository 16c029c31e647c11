/** The add-on's own formulas on scratch tabs, against numbers that the script works out; and what its acts cost. */
import { FIELD_COL } from '../../../sheet/grid/grid';
import { partOf } from '../../../sheet/month/block';
import { readTabIndex } from '../../../sheet/month/read';
import { TEAM_COL } from '../../../sheet/team/plan';
import { named, type Plain, probe } from '../../probe';
import type { Scratch } from '../scratch';
import {
  ACTUALS,
  COMMITMENTS,
  DEALS,
  errorsOn,
  formulasOn,
  GOAL,
  MONTHS,
  MOVING_WEIGHT,
  readNewer,
  STATUSES,
  type TinyTeam,
  writeGoalFormulas,
  writeTinyTeam,
} from '../tiny-team';

const teams = new WeakMap<Scratch, TinyTeam>();

/** The team of this run, written when the first probe asks for it. */
function teamOf(scratch: Scratch): TinyTeam {
  const known = teams.get(scratch);
  if (known) return known;
  const made = writeTinyTeam(scratch);
  teams.set(scratch, made);
  return made;
}

const FORMULAS = ['formulas that became text', 'cells that show an error'] as const;

const everyFormula = probe({
  id: 'every-formula',
  name: 'Every kind of formula',
  assume: 'Each formula that the add-on writes is understood in the file’s locale: tab, head, Figures and Team.',
  where: ['src/sheet/month/plan.ts', 'src/sheet/tab/head.ts', 'src/sheet/team/lines.ts', 'src/sheet/team/figures.ts'],
  expected: named(FORMULAS, [0, 0]),
  observe(scratch: Scratch) {
    const team = teamOf(scratch);
    const tabs = [team.tab, team.figures, team.team];
    const errors = tabs.flatMap(errorsOn);
    const lost = team.formulas - tabs.slice(1).reduce((sum, tab) => sum + formulasOn(tab), blockFormulas(team));
    return {
      facts: named(FORMULAS, [lost, errors.length]),
      told: { formulas: team.formulas, ...(errors.length > 0 ? { errors: errors.slice(0, 12).join('\n') } : {}) },
    };
  },
});

/** Formulas below the head of the person's tab. */
function blockFormulas({ tab }: TinyTeam): number {
  const top = readTabIndex(tab).blocks[0]?.row ?? 1;
  const range = tab.getRange(top, 1, tab.getLastRow() - top + 1, tab.getMaxColumns());
  return range
    .getFormulas()
    .flat()
    .filter((formula) => formula !== '').length;
}

const open = DEALS.filter(({ status }) => !STATUSES.some(({ word, closes }) => closes && word === status));
const sum = (deals: readonly { amount: number }[]) => deals.reduce((total, { amount }) => total + amount, 0);
const amount = sum(open);
const weightOf = (status: string) => STATUSES.find(({ word }) => word === status)?.weight ?? MOVING_WEIGHT;
const openCommitments = COMMITMENTS.filter(({ status }) => status === 'open');
/** November and December still have their goal; what the months before fell short by comes on top. */
const left = 2 * GOAL.revenue + 2 * GOAL.revenue - ACTUALS.revenue.older - ACTUALS.revenue.newer;

const FIGURES = [
  'open amount',
  'open deals',
  'stuck deals',
  'weighted amount',
  'left of the year’s goal',
  'coverage',
  'open commitments',
  'late commitments',
  'numbers of “closing”',
  'numbers of “changes”',
] as const;

const pipeline = probe({
  id: 'pipeline',
  name: 'Pipeline, closing and commitments in figures',
  assume: 'The sheet’s own formulas on a fixed month come to what the script works out.',
  where: ['src/sheet/month/pipeline-rows.ts', 'src/sheet/month/deal-figures.ts'],
  expected: named(FIGURES, [
    amount,
    open.length,
    open.filter(({ status }) => status === 'stuck').length,
    open.reduce((total, deal) => total + deal.amount * weightOf(deal.status), 0),
    left,
    amount / left,
    openCommitments.length,
    openCommitments.filter(({ due }) => due < '2025-01-01').length,
    // This month, next month, without a date: amount and count of each.
    '1000 1 2000 1 4000 1',
    // Won, lost, pushed.
    '8000 1 16 1 1',
  ]),
  observe(scratch: Scratch) {
    const figures = readNewer(teamOf(scratch), scratch.zone).pipeline;
    const numbers = (text = '') => (text.match(/\d+/g) ?? []).join(' ');
    const seen: Plain[] = [
      figures?.amount ?? null,
      figures?.open ?? null,
      figures?.stuck ?? null,
      figures?.weighted ?? null,
      figures?.left ?? null,
      figures?.coverage ?? null,
      figures?.commitmentsOpen ?? null,
      figures?.commitmentsLate ?? null,
      numbers(figures?.closing),
      numbers(figures?.changes),
    ];
    return { facts: named(FIGURES, seen), told: { closing: figures?.closing ?? '', changes: figures?.changes ?? '' } };
  },
});

const RESULTS = ['share of goal', 'quarter', 'quarter’s goal', 'year', 'year’s goal', 'a ratio'] as const;

const kpis = probe({
  id: 'kpis',
  name: 'KPIs with their running totals',
  assume: 'Share of goal, quarter and year are chained from month to month as the script would add them up.',
  where: ['src/sheet/month/kpi-rows.ts'],
  expected: named(RESULTS, [
    `▲ ${Math.round((ACTUALS.revenue.newer / GOAL.revenue) * 100)}%`,
    ACTUALS.revenue.newer,
    GOAL.revenue,
    ACTUALS.revenue.older + ACTUALS.revenue.newer,
    2 * GOAL.revenue,
    ACTUALS.revenue.newer / ACTUALS.calls.newer,
  ]),
  observe(scratch: Scratch) {
    const block = readNewer(teamOf(scratch), scratch.zone);
    const items = partOf(block, 'kpis')?.items ?? [];
    const [revenue, rate] = ['revenue', 'rate'].map((id) => items.find((item) => item.id === id));
    const totals = revenue?.figures;
    const seen: Plain[] = [
      revenue?.cells.status ?? null,
      totals?.quarterActual ?? null,
      totals?.quarterGoal ?? null,
      totals?.yearActual ?? null,
      totals?.yearGoal ?? null,
      rate?.cells.amount ?? null,
    ];
    return { facts: named(RESULTS, seen), told: { words: String(revenue?.cells.moved ?? '') } };
  },
});

const TEAM = ['name', 'meeting', 'share of goal', 'rank', 'pipeline', 'stuck'] as const;

const teamFigures = probe({
  id: 'team',
  name: 'The Team tab’s formulas',
  assume: 'The Team tab finds the newest month of a person’s tab and shows its figures.',
  where: ['src/sheet/team/plan.ts', 'src/sheet/team/lines.ts', 'src/sheet/grid/tab-formulas.ts'],
  expected: named(TEAM, ['Self-check', '○ not held yet', '▲ 110%', '1', String(amount), '1']),
  observe(scratch: Scratch) {
    const { team, teamPlan } = teamOf(scratch);
    const row = teamPlan.rows.findIndex(({ kind }) => kind === 'person') + 1;
    const [line = []] = team.getRange(row, 1, 1, TEAM_COL.pick).getValues() as unknown[][];
    const at = (col: number) => String(line[col - 1] ?? '');
    const { name, meeting, main, rank, pipeline: open, stuck } = TEAM_COL;
    return { facts: named(TEAM, [name, meeting, main, rank, open, stuck].map(at)) };
  },
});

const GOALS = ['a year’s goal', 'a later line', 'one’s own line', 'no line'] as const;

const goals = probe({
  id: 'goals',
  name: 'Goals that are looked up in Setup',
  assume:
    'SUMPRODUCT calculates IF, IFERROR and INDEX within it line by line, so that one formula finds the line of Setup that counts.',
  where: ['src/sheet/setup/goal-formula.ts'],
  expected: named(GOALS, [1200 / 12, 130, 40, '']),
  observe(scratch: Scratch) {
    const team = teamOf(scratch);
    const range = writeGoalFormulas(team);
    SpreadsheetApp.flush();
    return {
      facts: named(
        GOALS,
        range.map((cell) => cell.getValue() as Plain),
      ),
    };
  },
});

/** Three times what the bench's model says of the act: slower than that, and its portions no longer fit their time. */
const LIMITS = {
  'a started month, at most 9 s': 9000,
  'a saved field, at most 1.5 s': 1500,
  'a state read, at most 2.5 s': 2500,
  'a new tab, at most 3 s': 3000,
  'a tab’s id, at most 3 ms': 3,
} as const;
type Cost = keyof typeof LIMITS;
const COSTS = Object.keys(LIMITS) as Cost[];
const ID_CALLS = 1000;

const costs = probe({
  id: 'costs',
  name: 'How long the server takes',
  assume: 'Acts take about as long as the bench’s model says; the limits are three times that.',
  where: ['docs/bench.md', 'src/addon/portions.ts'],
  onlyAtGoogle: true,
  expected: named(
    COSTS,
    COSTS.map(() => true),
  ),
  observe(scratch: Scratch) {
    const team = teamOf(scratch);
    const ms: Record<Cost, number> = {
      'a started month, at most 9 s': median(team.monthMs),
      'a saved field, at most 1.5 s': medianOf(3, (n) => saveField(team, scratch, `saved ${n}`)),
      'a state read, at most 2.5 s': medianOf(3, () => readNewer(team, scratch.zone)),
      'a new tab, at most 3 s': median(scratch.insertMs),
      'a tab’s id, at most 3 ms': medianOf(1, () => askIds(team)) / ID_CALLS,
    };
    return {
      facts: named(
        COSTS,
        COSTS.map((cost) => ms[cost] <= LIMITS[cost]),
      ),
      told: Object.fromEntries(COSTS.map((cost) => [`${cost.split(',')[0]}, ms`, Math.round(ms[cost] * 1000) / 1000])),
    };
  },
});

/** What a save does: finds the row, writes a cell, sends it. */
function saveField(team: TinyTeam, { zone }: Scratch, text: string): void {
  const deal = partOf(readNewer(team, zone), 'existing')?.items[0];
  if (!deal) throw new Error(`no deal in ${MONTHS.newer}`);
  team.tab.getRange(deal.row, FIELD_COL.next).setValue(text);
  SpreadsheetApp.flush();
}

function askIds({ tab }: TinyTeam): void {
  for (let n = 0; n < ID_CALLS; n++) tab.getSheetId();
}

function medianOf(times: number, act: (n: number) => void): number {
  const ms: number[] = [];
  for (let n = 0; n < times; n++) {
    const from = Date.now();
    act(n);
    ms.push(Date.now() - from);
  }
  return median(ms);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export const RECORD_PROBES = [everyFormula, pipeline, kpis, teamFigures, costs, goals];
