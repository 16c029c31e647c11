import { type Goal, goalLine, goalPer } from './shared/goal-lines';
import type { MonthKey } from './shared/month';
import type { Better } from './shared/standing';

/** What a KPI can be, in the words of Setup's lists: what it counts, and how its months add up to quarter and year. */
export const KPI_KINDS = ['result', 'activity'] as const;
export const KPI_OVER = ['sum', 'average', 'last', 'ratio'] as const;

/** A figure that is looked at every month, as Setup defines it. */
export interface Kpi {
  id: string;
  name: string;
  unit: string;
  kind: (typeof KPI_KINDS)[number];
  better: Better;
  over: (typeof KPI_OVER)[number];
  /** For a ratio: names of the two KPIs. */
  ratioOf: string;
}

export type { Goal };

/**
 * The goal of a KPI for a rep in a month, in the KPI's unit for one month; null when there is none.
 * A goal for the rep wins over one for everyone; of several the one that started last. A yearly sum is spread evenly.
 */
export function goalFor(goals: readonly Goal[], rep: string, kpi: Kpi, month: MonthKey): number | null {
  const line = goalLine(goals, rep, kpi.name, month) ?? goalLine(goals, '', kpi.name, month);
  return line && goalPer(line, 'month', kpi.over === 'sum');
}

/**
 * The two KPIs of a ratio, from Setup's words "First meetings / Calls"; null when they do not name two other KPIs.
 * Names may hold a slash themselves: every place to split is tried.
 */
export function ratioParts(kpi: Kpi, kpis: readonly Kpi[]): { top: Kpi; bottom: Kpi } | null {
  const pieces = kpi.ratioOf.split('/');
  const named = (text: string) =>
    kpis.find((k) => k.id !== kpi.id && k.over !== 'ratio' && k.name.toLowerCase() === text.trim().toLowerCase());
  for (let at = 1; at < pieces.length; at++) {
    const top = named(pieces.slice(0, at).join('/'));
    const bottom = named(pieces.slice(at).join('/'));
    if (top && bottom) return { top, bottom };
  }
  return null;
}

/** The KPI whose goal the pipeline has to carry: the first result that adds up to an amount; undefined where none does. */
export function pipelineKpi(kpis: readonly Kpi[]): Kpi | undefined {
  return kpis.find(
    (kpi) => kpi.kind === 'result' && kpi.over === 'sum' && kpi.better === 'higher' && kpi.unit.trim() !== '%',
  );
}
