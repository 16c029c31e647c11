import type { LifeLine } from '../core/deal/life-line';

export type { LineStep, LineTrace, TraceCounts } from '../core/coaching/trace';
export type { LifeChange, LifeGap, LifeLine, LifeStep, Outcome } from '../core/deal/life-line';

/** The whole life of one opportunity; null for one that the tab does not have (yet). */
export interface LifeHistory {
  life: LifeLine | null;
}
