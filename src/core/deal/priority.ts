import { type IsoDate, isIsoDate, monthOfDate } from '../shared/dates';
import type { CellValue } from '../shared/fields';
import type { MonthKey } from '../shared/month';
import { type StoryStatus, type StoryStep, storyStatus } from './story';

/** An open opportunity as far as its priority goes: three cells, and what earlier 1:1s tell; no life for one that is new. */
export interface OpenDeal {
  status: CellValue | undefined;
  amount: CellValue | undefined;
  when: CellValue | undefined;
  life?: { timesPushed: number; monthsUnchanged: number; monthsStuck: number; story: readonly StoryStep[] } | undefined;
}

/** What priorities are measured against. */
export interface Frame {
  today: IsoDate;
  /** The month of the 1:1. */
  month: MonthKey;
  /** From this amount on an opportunity is big, see `bigFrom`. */
  bigFrom: number;
}

/**
 * Why an opportunity deserves minutes.
 * stuck, cold: `months` counts the earlier 1:1s in a row at which it was so. pushed: to a later day, `times` in all;
 * `again` when the latest 1:1 did. past: its day lies before today. closing: by its status, or, `thisMonth`, by its day.
 * big: beside another reason only.
 */
export type Reason =
  | { code: 'stuck'; months: number }
  | { code: 'pushed'; times: number; again: boolean }
  | { code: 'past'; day: IsoDate }
  | { code: 'closing'; thisMonth: boolean }
  | { code: 'cold'; months: number }
  | { code: 'unchanged'; months: number }
  | { code: 'big' };

export interface Ranked<T> {
  deal: T;
  /** The weightiest first, "big" right behind it; empty when nothing stands out. */
  reasons: Reason[];
}

const OFTEN = 2;
const UNCHANGED_MONTHS = 2;
/** A push counts while it is among the latest 1:1s; a deal that has moved well since is left in peace. */
const RECENT_STEPS = 3;
const FEWEST_AMOUNTS = 3;

/**
 * From which amount on an opportunity counts as big on this list: twice the median of the readable amounts above 0, or
 * less where the top quarter begins lower, but never below one and a half medians. Infinity for fewer than three.
 */
export function bigFrom(amounts: readonly (CellValue | undefined)[]): number {
  const sorted = amounts.filter((a): a is number => typeof a === 'number' && a > 0).sort((a, b) => a - b);
  if (sorted.length < FEWEST_AMOUNTS) return Number.POSITIVE_INFINITY;
  const median = quantile(sorted, 0.5);
  return Math.min(2 * median, Math.max(quantile(sorted, 0.75), 1.5 * median));
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at % 1);
}

/** Why an open opportunity deserves minutes, the weightiest reason first; [] when nothing stands out. */
export function reasonsOf(deal: OpenDeal, frame: Frame): Reason[] {
  const { life, when } = deal;
  const status = storyStatus(deal.status);
  const reasons: Reason[] = [];
  if (status === 'stuck') reasons.push({ code: 'stuck', months: monthsSo(deal, 'stuck') });
  if (life && life.timesPushed >= OFTEN && pushedLately(life.story)) {
    const again = life.story[life.story.length - 1]?.change === 'pushed';
    reasons.push({ code: 'pushed', times: life.timesPushed, again });
  }
  const past = isIsoDate(when) && when < frame.today;
  if (past) reasons.push({ code: 'past', day: when });
  const thisMonth = isIsoDate(when) && !past && monthOfDate(when) === frame.month;
  if (status === 'closing' || thisMonth) reasons.push({ code: 'closing', thisMonth });
  if (status === 'cold') reasons.push({ code: 'cold', months: monthsSo(deal, 'cold') });
  // Of what is stuck or cools, nothing else is to be expected.
  if (status !== 'stuck' && status !== 'cold' && life && life.monthsUnchanged >= UNCHANGED_MONTHS)
    reasons.push({ code: 'unchanged', months: life.monthsUnchanged });
  if (reasons.length > 0 && amountOf(deal) >= frame.bigFrom) reasons.splice(1, 0, { code: 'big' });
  return reasons;
}

/** For how many 1:1s it has stood so; in months that were made before stories were kept, for how many nothing changed. */
function monthsSo({ life }: OpenDeal, status: StoryStatus): number {
  if (!life) return 0;
  if (life.story.length === 0) return life.monthsUnchanged;
  let count = 0;
  while (life.story[life.story.length - 1 - count]?.status === status) count++;
  return count;
}

function pushedLately(story: readonly StoryStep[]): boolean {
  return story.length === 0 || story.slice(-RECENT_STEPS).some((step) => step.change === 'pushed');
}

const amountOf = ({ amount }: OpenDeal) => (typeof amount === 'number' ? amount : 0);

const ORDER: readonly Reason['code'][] = ['stuck', 'pushed', 'past', 'closing', 'cold', 'unchanged'];

/**
 * All opportunities in the order that deserves the minutes: stuck and big, stuck, pushed again, its day has passed,
 * closing this month, going cold, unchanged for months, then those without a reason. Among equals the big ones first,
 * then those that it has lasted longest for, then by amount; at last, and without a reason, in the list's own order.
 */
export function prioritize<T extends OpenDeal>(deals: readonly T[], frame: Frame): Ranked<T>[] {
  return deals
    .map((deal) => {
      const reasons = reasonsOf(deal, frame);
      return { deal, reasons, weights: weightsOf(deal, reasons) };
    })
    .sort((a, b) => compare(a.weights, b.weights))
    .map(({ deal, reasons }) => ({ deal, reasons }));
}

/** Smaller goes first, figure by figure. */
function weightsOf(deal: OpenDeal, reasons: readonly Reason[]): number[] {
  const [first, second] = reasons;
  if (!first) return [ORDER.length];
  const big = second?.code === 'big';
  const stuckAndBig = first.code === 'stuck' && big;
  return [stuckAndBig ? -1 : ORDER.indexOf(first.code), big ? 0 : 1, -extentOf(first), -amountOf(deal)];
}

function extentOf(reason: Reason): number {
  switch (reason.code) {
    case 'stuck':
    case 'cold':
    case 'unchanged':
      return reason.months;
    case 'pushed':
      return reason.times;
    case 'closing':
      return reason.thisMonth ? 1 : 0;
    default:
      return 0;
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((weight, i) => weight !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
