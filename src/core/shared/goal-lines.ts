/** Goals as lines of Setup: which line counts, and which lines another goal makes. */
import type { MonthKey } from './month';

/** A goal: for a rep (blank: everyone), for a KPI, per month or year, from a month on. */
export interface Goal {
  rep: string;
  kpi: string;
  value: number;
  per: 'month' | 'year';
  from: MonthKey | null;
}

/** Who a line is for that is nobody's goal but what the team compares itself with. */
export const BENCHMARK = 'Benchmark';

/** A line of Setup before and after; null where there is none. */
export interface LineChange {
  was: Goal | null;
  now: Goal | null;
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The line of exactly this person ('' for everyone) that counts in a month; of several the one that started last. */
export function goalLine(goals: readonly Goal[], rep: string, kpi: string, month: MonthKey | null): Goal | null {
  const fits = goals.filter((g) => same(g.rep, rep) && same(g.kpi, kpi) && (g.from ?? 0) <= (month ?? 0));
  return fits.reduce<Goal | null>((best, g) => (best && (best.from ?? 0) > (g.from ?? 0) ? best : g), null);
}

/** A line's goal for a month or for a year: a yearly sum is spread evenly, any other goal is the same for both. */
export function goalPer({ value, per: own }: Goal, per: Goal['per'], adds: boolean): number {
  if (!adds || own === per) return value;
  return per === 'year' ? value * 12 : value / 12;
}

/** The same line of Setup, whoever wrote it? */
export function sameLine(a: Goal, b: Goal): boolean {
  return same(a.rep, b.rep) && same(a.kpi, b.kpi) && a.value === b.value && a.per === b.per && a.from === b.from;
}

/**
 * The change of lines that gives somebody another goal from a month on (null: from the beginning); null where nothing
 * changes. A line that begins with that very month is changed, any other stays and a new one is made. Taking a goal away
 * (no value) takes that very line away; 'older' where the goal comes from an earlier month, whose line stays.
 */
export function planGoal(
  goals: readonly Goal[],
  wanted: Omit<Goal, 'value'> & { value: number | null },
  adds: boolean,
): LineChange | 'older' | null {
  const { rep, kpi, value, per, from } = wanted;
  const known = goalLine(goals, rep, kpi, from);
  const was = known?.from === from ? known : null;
  if (value === null) return was ? { was, now: null } : known && 'older';
  if (known && goalPer(known, per, adds) === value) return null;
  return { was, now: { ...wanted, value } };
}
