import type { MonthKey } from './shared/month';

/** A figure that is looked at every month, as Setup defines it. */
export interface Kpi {
  id: string;
  name: string;
  unit: string;
  kind: 'result' | 'activity';
  better: 'higher' | 'lower';
  /** How months add up to quarter and year. */
  over: 'sum' | 'average' | 'last' | 'ratio';
  /** For a ratio: names of the two KPIs. */
  ratioOf: string;
}

/** A goal: for a rep (blank: everyone), for a KPI, per month or year, from a month on. */
export interface Goal {
  rep: string;
  kpi: string;
  value: number;
  per: 'month' | 'year';
  from: MonthKey | null;
}

/**
 * The goal of a KPI for a rep in a month, in the KPI's unit for one month; null when there is none.
 * A goal for the rep wins over one for everyone; of several the one that started last. A yearly sum is spread evenly.
 */
export function goalFor(goals: readonly Goal[], rep: string, kpi: Kpi, month: MonthKey): number | null {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const fits = goals.filter((g) => same(g.kpi, kpi.name) && (g.from === null || g.from <= month));
  const own = fits.filter((g) => same(g.rep, rep));
  const pool = own.length > 0 ? own : fits.filter((g) => g.rep.trim() === '');
  const latest = pool.reduce<Goal | null>(
    (best, g) => (best === null || (g.from ?? 0) >= (best.from ?? 0) ? g : best),
    null,
  );
  if (!latest) return null;
  return latest.per === 'year' && kpi.over === 'sum' ? latest.value / 12 : latest.value;
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
