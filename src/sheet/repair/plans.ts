import { KEY } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import type { KpiRow } from '../month/kpi-rows';
import { type BlockPlan, commitmentSpan, plannedRow, plannedSpan } from '../month/plan';
import type { HeadSource } from '../tab/head';
import type { MonthLines } from './check-months';
import type { LaidOut } from './layout';
import type { Line } from './tab-lines';

/** A month's plan, and the row that its band comes to stand in. */
export interface Placed {
  first: number;
  plan: BlockPlan;
}

/** Rows of each KPI in the months below, the latest first. */
export function earlierRows(
  months: readonly MonthLines[],
  plans: readonly BlockPlan[],
  firsts: readonly number[],
  index: number,
): Record<string, KpiRow[]> {
  const found: Record<string, KpiRow[]> = {};
  plans.slice(index + 1).forEach((plan, n) => {
    const at = index + 1 + n;
    plan.rows.forEach((row, r) => {
      const key = String(row.values[HIDDEN.key - 1]);
      if (!key.startsWith('kpis:')) return;
      const id = key.slice(5);
      found[id] ??= [];
      found[id].push({ month: (months[at] as MonthLines).month, row: (firsts[at] as number) + r });
    });
  });
  return found;
}

/** The number of a month's meeting: as its band has it, else one more than the month below. */
export function numberOf(months: readonly MonthLines[], index: number): number {
  for (let n = index; n < months.length; n++) {
    const { lines, strays } = months[n] as MonthLines;
    const said = [...lines, ...strays].find((line) => line.key === KEY.band)?.values[HIDDEN.number - 1];
    if (typeof said === 'number') return said + n - index;
  }
  return months.length - index;
}

/** What the tab's head has to know of the newest month. */
export function headSource([newest, previous]: readonly LaidOut[], [placed]: readonly Placed[]): HeadSource {
  const { plan, first } = placed as Placed;
  const { month, agenda } = newest as LaidOut;
  return {
    month,
    previousMonth: previous?.month ?? null,
    rowOf: (key) => plannedRow(plan, first, key),
    deals: agenda
      .filter(({ kind }) => kind === 'new' || kind === 'existing')
      .map((section) => plannedSpan(plan, first, section)),
    promises: commitmentSpan(plan, first),
  };
}

/** Ids of the sections that the tab has headings of. */
export function sectionsOn(lines: readonly Line[]): string[] {
  return lines.flatMap(({ key }) => (/^(section|header):/.test(key) ? [key.replace(/^\w+:/, '')] : []));
}
