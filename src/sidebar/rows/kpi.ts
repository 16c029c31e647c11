/** How a KPI stands, and which way it goes. */
import type { KpiView, RowView } from '../../contract/state';
import { isBlank } from '../../core/shared/record';
import { type Better, gapOf, standingOf } from '../../core/shared/standing';

/** How a KPI stands: at goal, within a tenth of it, off, or without a figure. */
export type Standing = 'good' | 'near' | 'off' | 'none';

/** Off rows first: that is where the minutes go. */
export const STANDINGS: readonly Standing[] = ['off', 'near', 'none', 'good'];

const STANDING_SIGNS: Record<string, Standing> = { '▲': 'good', '●': 'near', '▼': 'off' };

interface KpiStand {
  how: Standing;
  sign: string;
  /** "60%", or ''. */
  percent: string;
}

/** The sheet calculates "▲ 106%"; the sign says how the figure stands. */
export function standOf(row: RowView): KpiStand {
  const text = String(row.cells.status ?? '').trim();
  const how = STANDING_SIGNS[text.charAt(0)];
  if (how) return { how, sign: text.charAt(0), percent: text.slice(1).trim() };
  const share = row.kpi?.share ?? null;
  if (share === null) return { how: 'none', sign: '', percent: text };
  const found = standingOf(share, betterOf(row.kpi));
  return { how: found, sign: { good: '▲', near: '●', off: '▼' }[found], percent: percentOf(share) };
}

/** More is better of a row whose KPI is no longer in Setup. */
function betterOf(kpi: Pick<KpiView, 'better'> | undefined): Better {
  return kpi?.better ?? 'higher';
}

/** "104%". */
export function percentOf(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** How long it has been so, in months up to the last one; all 0 when the last month has no figure. */
export interface KpiRun {
  better: KpiView['better'];
  /** Months in a row on target. */
  good: number;
  /** Months in a row off it. */
  off: number;
  /** How often in a row it became worse from one month to the next. */
  worse: number;
  /** Better than the month before? */
  gained: boolean;
}

/** Counted in whole per cents, as they are read. Where less is better, going down is a gain. */
export function runOf(kpi: Pick<KpiView, 'trend' | 'better'> | undefined): KpiRun {
  const better = betterOf(kpi);
  const back = [...(kpi?.trend ?? [])].reverse().map((share) => (share === null ? null : Math.round(share * 100)));
  const count = (holds: (share: number, i: number) => boolean) => {
    const end = back.findIndex((share, i) => share === null || !holds(share, i));
    return end < 0 ? back.length : end;
  };
  const good = (share: number) => gapOf(share / 100, better) <= 0;
  // What one month has gained over the one before it; null where there is nothing to compare.
  const gain = (i: number) => {
    const [now, before] = [back[i] ?? null, back[i + 1] ?? null];
    return now === null || before === null ? null : gapOf(before, better) - gapOf(now, better);
  };
  return {
    better,
    good: count(good),
    off: count((share) => !good(share)),
    worse: count((_, i) => (gain(i) ?? 0) < 0),
    gained: (gain(0) ?? 0) > 0,
  };
}

/** The KPIs that are off target, the furthest first. */
export function gaps(rows: readonly RowView[]): RowView[] {
  const gap = ({ kpi }: RowView) => (kpi === undefined || kpi.share === null ? 0 : gapOf(kpi.share, kpi.better));
  return rows.filter((row) => !isBlank(row.cells) && gap(row) > 0).sort((a, b) => gap(b) - gap(a));
}
