import type { Status } from '../../core/deal/carry';
import { type Goal, goalFor, type Kpi } from '../../core/kpi';
import { addMonths, type MonthKey, monthName, yearOf } from '../../core/shared/month';
import { a1, COL } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import {
  amountWords,
  commitmentFormulas,
  type DealSpans,
  dealFormulas,
  dealWords,
  type Span,
  uncountedWords,
} from './deal-figures';
import type { KpiRow } from './kpi-rows';

/** Where a month's opportunities, commitments and figures stand, for the two rows that sum them up. */
export interface PipelinePlaces {
  month: MonthKey;
  /** Sheet rows of the two. */
  pipelineRow: number;
  closingRow: number;
  deals: DealSpans;
  promises: Span | null;
  statuses: readonly Status[];
  /** Weight of an opportunity without a status, 0 to 1; undefined where Setup gives it none. */
  movingWeight: number | undefined;
  /** The KPI that the pipeline is held against, its row, and its goals; null where Setup has none. */
  main: { kpi: Kpi; row: number; goals: readonly Goal[]; rep: string; earlier: readonly KpiRow[] } | null;
  /** The month, 1 to 12, that years begin with. */
  yearBegins: number;
}

/** Formulas by column, "=" included. */
export type RowFormulas = Partial<Record<number, string>>;

/** Open amount, weighted amount, coverage of what is left of the year's goal, and in the hidden cells the counts. */
export function pipelineFormulas(places: PipelinePlaces): RowFormulas {
  const { pipelineRow: row, deals, promises, statuses, main } = places;
  const found: RowFormulas = {};
  const all = [...deals.fresh, ...deals.existing];
  const [amount, left] = [a1(row, COL.amount), a1(row, COL.next)];
  if (all.length > 0) {
    const formulas = dealFormulas(all, statuses);
    found[COL.amount] = `=${formulas.amount}`;
    found[HIDDEN.openDeals] = `=${formulas.open}`;
    found[HIDDEN.stuckDeals] = `=${formulas.stuck || '0'}`;
    const stuck = formulas.stuck && a1(row, HIDDEN.stuckDeals);
    found[COL.moved] = `=${dealWords(a1(row, HIDDEN.openDeals), stuck)}&${uncountedWords(formulas.uncounted)}`;
    const weighted = weightedFormula(amount, formulas.amountOf, places);
    if (weighted !== '') found[COL.why] = `=${weighted}`;
    if (main) {
      found[COL.next] = `=${leftFormula(main, places.month, places.yearBegins)}`;
      found[COL.status] = `=IF(${left}="";"";IF(${left}<=0;"${GOAL_REACHED}";${amount}/${left}))`;
    }
  }
  if (promises) {
    const { open, late } = commitmentFormulas(promises);
    found[HIDDEN.openCommitments] = `=${open}`;
    found[HIDDEN.lateCommitments] = `=${late}`;
  }
  return found;
}

/** What stands for the coverage once nothing of the goal is left. */
export const GOAL_REACHED = 'goal reached';

/** When the open amounts are to close, and what the month has done to the pipeline. */
export function closingFormulas({ month, closingRow, pipelineRow, deals, statuses }: PipelinePlaces): RowFormulas {
  const all = [...deals.fresh, ...deals.existing];
  if (all.length === 0) return {};
  const { amountIn, countIn, open, closed, pushed } = dealFormulas(all, statuses);
  const [amount, first, next, later] = [a1(pipelineRow, COL.amount), ...[0, 1, 2].map((n) => firstDay(month, n))];
  const within: Record<'now' | 'next' | 'later' | 'passed', string[]> = {
    now: [`">="&${first}`, `"<"&${next}`],
    next: [`">="&${next}`, `"<"&${later}`],
    later: [`">="&${later}`],
    passed: ['">0"', `"<"&${first}`],
  };
  const cell = (col: number) => a1(closingRow, col);
  const [now, nextMonth] = [cell(HIDDEN.thisMonth), cell(HIDDEN.nextMonth)];
  const [laterOn, passed] = [cell(HIDDEN.laterMonths), cell(HIDDEN.datePassed)];
  const part = (label: string, sum: string, count: string) => `" · ${label} "&${amountWords(sum)}&" ("&${count}&")"`;
  const closing = [
    part('this month', now, countIn(within.now)),
    part('next month', nextMonth, countIn(within.next)),
    part('later', laterOn, countIn(within.later)),
    part('date passed', passed, countIn(within.passed)),
    part('no date', `(${amount}-${now}-${nextMonth}-${laterOn}-${passed})`, `(${open}-(${countIn(['">0"'])}))`),
  ];
  const changed = [
    ...(deals.fresh.length > 0
      ? [
          `" · +"&${amountWords(`(${dealFormulas(deals.fresh, []).amount})`)}&" new ("&${dealFormulas(deals.fresh, []).open}&")"`,
        ]
      : []),
    `" · "&${amountWords(`(${closed(true).amount})`)}&" won ("&${closed(true).count}&")"`,
    `" · "&${amountWords(`(${closed(false).amount})`)}&" lost ("&${closed(false).count}&")"`,
    ...(deals.existing.length > 0 ? [`" · "&${pushed(deals.existing)}&" pushed"`] : []),
  ];
  return {
    [HIDDEN.thisMonth]: `=${amountIn(within.now)}`,
    [HIDDEN.nextMonth]: `=${amountIn(within.next)}`,
    [HIDDEN.laterMonths]: `=${amountIn(within.later)}`,
    [HIDDEN.datePassed]: `=${amountIn(within.passed)}`,
    [COL.when]: `=${withoutNothings(
      closing,
      ['this month', 'next month', 'later', 'date passed', 'no date'].map((label) => `${label} 0 (0)`),
      '',
      'nothing open',
    )}`,
    [COL.moved]: `=${withoutNothings(
      changed,
      ['+0 new (0)', '0 won (0)', '0 lost (0)', '0 pushed'],
      `${monthName(month)}: `,
      'no change yet',
    )}`,
  };
}

/** Parts that each begin with " · ", joined; those that say nothing left out; `none` where nothing is left. */
function withoutNothings(parts: readonly string[], nothings: readonly string[], before: string, none: string): string {
  const kept = nothings.reduce((text, nothing) => `SUBSTITUTE(${text};" · ${nothing}";"")`, parts.join('&'));
  // Bars mark the ends, so that an empty list can be told and said.
  return `SUBSTITUTE(SUBSTITUTE("|${before}"&MID(${kept};4;999)&"|";"|${before}|";"${before}${none}");"|";"")`;
}

/** Open amounts, each status by its weight. A status without one counts in full; '' when Setup has no weights at all. */
function weightedFormula(amount: string, amountOf: (word: string) => string, places: PipelinePlaces): string {
  const open = places.statuses.filter((status) => !status.closes);
  const { movingWeight } = places;
  if (movingWeight === undefined && open.every((status) => status.weight === undefined)) return '';
  const thousandths = (weight: number | undefined) => Math.round((weight ?? 1) * 1000);
  const moving = thousandths(movingWeight);
  const others = open
    .map((status) => ({ sum: amountOf(status.word), more: thousandths(status.weight) - moving }))
    .filter(({ more }) => more !== 0)
    .map(({ sum, more }) => `${more < 0 ? '-' : '+'}(${sum})*${Math.abs(more)}/1000`);
  return `${amount}*${moving}/1000${others.join('')}`;
}

/**
 * What is left of the year's goal: the goals of the block's month and those after it, what the months of this year that have
 * figures fell short by, and whole those of the months that have none. The months to come have the goal of the last one,
 * unless Setup says otherwise.
 */
function leftFormula(main: NonNullable<PipelinePlaces['main']>, month: MonthKey, begins: number): string {
  const { kpi, row, goals, rep } = main;
  const figures = addMonths(month, -1);
  const goal = a1(row, COL.when);
  const year = yearOf(month, begins);
  const months = Array.from({ length: 12 }, (_, n) => addMonths(month, n)).filter(
    (one) => yearOf(one, begins) === year,
  );
  const now = goalFor(goals, rep, kpi, figures);
  const others = months.map((one) => goalFor(goals, rep, kpi, one)).filter((one) => one !== now);
  const likeNow = months.length - others.length;
  const past =
    yearOf(figures, begins) === year
      ? `+${a1(row, HIDDEN.yearGoal)}-${a1(row, HIDDEN.yearActual)}${withoutFigure(main, figures, begins)}`
      : '';
  if (others.length === 0) return `IF(N(${goal})=0;"";${likeNow}*${goal}${past})`;
  const later = Math.round(others.reduce<number>((sum, one) => sum + (one ?? 0), 0));
  return `${later}${likeNow > 0 ? `+${likeNow}*N(${goal})` : ''}${past}`;
}

/** The goals of this year's months that have no figure, or no month of their own on the tab, from its oldest one on. */
function withoutFigure(
  { kpi, row, goals, rep, earlier }: NonNullable<PipelinePlaces['main']>,
  figures: MonthKey,
  begins: number,
): string {
  const missing = (at: number) => `+IF(ISNUMBER(${a1(at, COL.amount)});0;N(${a1(at, COL.when)}))`;
  const rows = new Map(earlier.map((one) => [addMonths(one.month, -1), one.row]));
  const oldest = Math.min(figures, ...rows.keys());
  const parts = [missing(row)];
  for (let one = addMonths(figures, -1); one >= oldest && yearOf(one, begins) === yearOf(figures, begins); ) {
    const at = rows.get(one);
    const goal = at === undefined ? (goalFor(goals, rep, kpi, one) ?? 0) : 0;
    if (at !== undefined) parts.push(missing(at));
    else if (goal > 0) parts.push(`+${Math.round(goal)}`);
    one = addMonths(one, -1);
  }
  return parts.join('');
}

/** The first day of a month, so many months on. */
function firstDay(month: MonthKey, on: number): string {
  const at = addMonths(month, on);
  return `DATE(${Math.floor(at / 100)};${at % 100};1)`;
}
