import { type Kpi, ratioParts } from '../../core/kpi';
import { addMonths, type MonthKey, quarterOf, yearOf } from '../../core/shared/month';
import { standingFormula } from '../../core/shared/standing';
import { type RawCell, toCell } from '../grid/cells';
import { a1, COL, KEY } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';

/** The row of a KPI in an earlier block of the same tab, and that block's month. */
export interface KpiRow {
  month: MonthKey;
  row: number;
}

export interface KpiRowInput {
  kpi: Kpi;
  kpis: readonly Kpi[];
  /** Goal of the month that the figures are of, as a formula without "=", or by its value where that is ''; null when Setup has none. */
  goalFormula?: string;
  goal: number | null;
  /** Month of the block. The figures are those of the month before. */
  month: MonthKey;
  /** The row itself, and where the block's other KPIs stand. */
  row: number;
  rowOf: (kpiId: string) => number;
  /** The same KPI in earlier blocks, the latest first. */
  earlier: readonly KpiRow[];
  /** Formula text (without "=") of the rank in the team; '' for none. */
  rank: string;
  /** The month, 1 to 12, that years begin with; January where it is left out. */
  yearBegins?: number | undefined;
}

/** How a goal that follows Setup begins: by it the formula is told from a person's own. */
export const GOAL_BEGINS = 'IFERROR(SUMPRODUCT(INDEX(';

/** Is this what stands in a goal's cell that follows Setup? */
export function isGoalFormula(formula: string | undefined): boolean {
  return formula?.startsWith(`=${GOAL_BEGINS}`) ?? false;
}

/** Earlier months whose shares stand in the trend. */
const TREND_MONTHS = 4;

/** A KPI's row: goal as of Setup; % of goal, chained totals of quarter and year, trend and rank as formulas. */
export function kpiColumns(input: KpiRowInput): Partial<Record<number, RawCell>> {
  const { kpi, goal, goalFormula, row } = input;
  const parts = kpi.over === 'ratio' ? ratioParts(kpi, input.kpis) : null;
  const [actual, goalCell] = [a1(row, COL.amount), a1(row, COL.when)];
  const columns: Partial<Record<number, RawCell>> = {
    [COL.who]: toCell(kpi.name, 'text'),
    [HIDDEN.key]: KEY.item('kpis', kpi.id),
    [COL.when]: goalFormula ? `=${goalFormula}` : (goal ?? ''),
    [COL.status]: percentFormula(actual, goalCell, kpi.better),
    [COL.moved]: wordsFormula(row, input.earlier),
  };
  const ratioOf = (col: number) =>
    parts ? shareOf(a1(input.rowOf(parts.top.id), col), a1(input.rowOf(parts.bottom.id), col)) : '';
  if (parts) columns[COL.amount] = `=${ratioOf(COL.amount)}`;
  if (input.rank !== '') columns[COL.since] = `=${input.rank}`;
  const previous = input.earlier[0];
  const figures = addMonths(input.month, -1);
  const before = previous ? addMonths(previous.month, -1) : null;
  const total = (col: number, own: string, same: boolean) => {
    const chained = previous && same ? a1(previous.row, col) : '';
    if (kpi.over === 'sum' || kpi.over === 'average') return `=${chained === '' ? '' : `${chained}+`}${own}`;
    return `=IF(ISNUMBER(${actual});${own};${chained === '' ? '0' : chained})`;
  };
  const begins = input.yearBegins ?? 1;
  const sameQuarter = before !== null && quarterOf(before, begins) === quarterOf(figures, begins);
  const sameYear = before !== null && yearOf(before, begins) === yearOf(figures, begins);
  const ownActual = `N(${actual})`;
  const ownGoal = `IF(ISNUMBER(${actual});N(${goalCell});0)`;
  const actualTotal = (col: number, same: boolean) => (parts ? `=N(${ratioOf(col)})` : total(col, ownActual, same));
  columns[HIDDEN.quarterActual] = actualTotal(HIDDEN.quarterActual, sameQuarter);
  columns[HIDDEN.quarterGoal] = total(HIDDEN.quarterGoal, ownGoal, sameQuarter);
  columns[HIDDEN.yearActual] = actualTotal(HIDDEN.yearActual, sameYear);
  columns[HIDDEN.yearGoal] = total(HIDDEN.yearGoal, ownGoal, sameYear);
  return columns;
}

/** One cell over another; blank while one of them is no number or the lower one is zero. */
function shareOf(top: string, bottom: string): string {
  return `IF(OR(NOT(ISNUMBER(${top}));N(${bottom})=0);"";N(${top})/N(${bottom}))`;
}

/** "▲ 106%": at or over goal ▲, within a tenth ●, else ▼; blank while goal or actual is missing. */
function percentFormula(actual: string, goal: string, better: Kpi['better']): string {
  const ratio = `${actual}/${goal}`;
  return `=IF(OR(NOT(ISNUMBER(${actual}));NOT(ISNUMBER(${goal})));"";IF(${goal}=0;"";${standingFormula(ratio, better)}&TEXT(${ratio};"0%")))`;
}

/** "quarter 96% · year 101%", and below it how the months went, in % of their goals: "88% 94% 106%". One arrow is enough. */
function wordsFormula(row: number, earlier: readonly KpiRow[]): string {
  const { quarterActual, quarterGoal, yearActual, yearGoal } = HIDDEN;
  const [quarter, ofQuarter, year, ofYear] = [quarterActual, quarterGoal, yearActual, yearGoal].map((col) =>
    a1(row, col),
  );
  const totals = `IF(OR(N(${ofQuarter})=0;N(${ofYear})=0);"";"quarter "&TEXT(${quarter}/${ofQuarter};"0%")&" · year "&TEXT(${year}/${ofYear};"0%"))`;
  if (earlier.length === 0) return `=${totals}`;
  const share = (at: number) => {
    const [actual, goal] = [a1(at, COL.amount), a1(at, COL.when)];
    return `IF(AND(ISNUMBER(${actual});N(${goal})<>0);TEXT(${actual}/${goal};"0%");"–")`;
  };
  const past = earlier
    .slice(0, TREND_MONTHS)
    .map(({ row: at }) => share(at))
    .reverse();
  const own = `IF(ISNUMBER(${a1(row, COL.amount)});" "&${share(row)};"")`;
  return `=${totals}&IF(N(${ofQuarter})=0;"";CHAR(10))&${past.join('&" "&')}&${own}`;
}

/** Number format of a KPI's goal and actual: shares as percents, whole numbers without a point, averages with one place. */
export function kpiFormat(kpi: Kpi, goal: number | null): string {
  if (kpi.unit.trim() === '%') return '0%';
  if (kpi.over === 'ratio') return '0.00';
  return kpi.over === 'average' || (goal !== null && !Number.isInteger(goal)) ? '#,##0.0' : '#,##0';
}
