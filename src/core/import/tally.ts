import type { DealFate, FateKind } from './fates';
import type { ImportComplaint } from './rows';

/** What a line of a table may come to beside the fate of its deal. `out`: left out in the preview; `filtered`: by a choice before. */
export type LineFate = FateKind | 'out' | 'filtered' | 'doubled' | 'unreadable' | 'passedOver';

/** In the order in which they are told. */
const ORDER: readonly LineFate[] = [
  'pending',
  'new',
  'changed',
  'reopened',
  'handedOver',
  'doubtful',
  'proposed',
  'kept',
  'same',
  'closedHere',
  'closedBefore',
  'leftBehind',
  'leftOut',
  'out',
  'filtered',
  'doubled',
  'unreadable',
  'passedOver',
];

/** Lines of a table as it was read. */
export interface ReadLines {
  complaints: readonly ImportComplaint[];
  /** Totals, and the heading once more. */
  passedOver: number;
  /** Deals that a filter holds back. */
  filtered: number;
}

/** How many lines of a table have come to what: each line counts once, so that the counts add up to the table's lines. */
export function tally(fates: readonly DealFate[], read: ReadLines): { fate: LineFate; count: number }[] {
  const counts = new Map<LineFate, number>([
    ['passedOver', read.passedOver],
    ['filtered', read.filtered],
  ]);
  const add = (fate: LineFate, count: number) => counts.set(fate, (counts.get(fate) ?? 0) + count);
  for (const { fate, isOut } of fates) add(isOut ? 'out' : fate, 1);
  for (const complaint of read.complaints) {
    if ('doubled' in complaint) add('doubled', complaint.doubled.lines.length - 1);
    if ('faults' in complaint)
      add(complaint.faults.every(({ what }) => what === 'otherCurrency') ? 'filtered' : 'unreadable', 1);
  }
  return ORDER.flatMap((fate) => {
    const count = counts.get(fate) ?? 0;
    return count > 0 ? [{ fate, count }] : [];
  });
}
