import type { KpiView, RowView } from '../../contract/state';
import { isBlank } from '../../core/record';

/** How a KPI stands: at goal, within a tenth of it, off, or without a figure. */
export type Standing = 'good' | 'near' | 'off' | 'none';

/** Off rows first: that is where the minutes go. */
export const STANDINGS: readonly Standing[] = ['off', 'near', 'none', 'good'];

const SIGNS: Record<string, Standing> = { '▲': 'good', '●': 'near', '▼': 'off' };
const NEAR = 0.9;

export interface KpiStand {
  how: Standing;
  sign: string;
  /** "60%", or ''. */
  percent: string;
}

/** The sheet calculates "▲ 106%"; the sign says how the figure stands. */
export function standOf(row: RowView): KpiStand {
  const text = String(row.cells.status ?? '').trim();
  const how = SIGNS[text.charAt(0)];
  if (how) return { how, sign: text.charAt(0), percent: text.slice(1).trim() };
  const share = row.kpi?.share ?? null;
  if (share === null) return { how: 'none', sign: '', percent: text };
  const found: Standing = share >= 1 ? 'good' : share >= NEAR ? 'near' : 'off';
  return { how: found, sign: { good: '▲', near: '●', off: '▼' }[found], percent: percentOf(share) };
}

/** "104%". */
export function percentOf(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** How long it has been so, in months up to the last one; all 0 when the last month has no figure. */
export interface KpiRun {
  /** Months in a row at or over goal. */
  good: number;
  /** Months in a row below goal. */
  below: number;
  /** How often in a row it went down from one month to the next. */
  down: number;
  /** Better than the month before? */
  up: boolean;
}

export function runOf(trend: KpiView['trend']): KpiRun {
  const shares = trend.map((share) => (share === null ? null : Math.round(share * 100)));
  const back = [...shares].reverse();
  const count = (holds: (share: number, i: number) => boolean) => {
    const end = back.findIndex((share, i) => share === null || !holds(share, i));
    return end < 0 ? back.length : end;
  };
  const before = (i: number) => back[i + 1] ?? null;
  const last = back[0] ?? null;
  const previous = before(0);
  return {
    good: count((share) => share >= 100),
    below: count((share) => share < 100),
    down: count((share, i) => (before(i) ?? Number.NEGATIVE_INFINITY) > share),
    up: last !== null && previous !== null && last > previous,
  };
}

/** The KPIs that are below goal, the furthest first. */
export function gaps(rows: readonly RowView[]): RowView[] {
  const share = (row: RowView) => row.kpi?.share ?? null;
  return rows
    .filter((row) => !isBlank(row.cells) && (share(row) ?? 1) < 1)
    .sort((a, b) => (share(a) ?? 0) - (share(b) ?? 0));
}
