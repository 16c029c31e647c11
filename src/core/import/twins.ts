import type { DealFate } from './fates';
import type { KnownRow } from './known';
import { type Likeness, likeness } from './same-deal';

/** A deal of which no row is known, with rows typed by hand that it may be. */
export interface TwinChoice {
  fate: DealFate;
  /** The likeliest first. */
  twins: KnownRow[];
  /** The one that it is taken for, as long as nobody says otherwise. */
  twin: KnownRow | null;
  /** Several fit, or it is one of several that fit: somebody has to say. */
  isDoubtful: boolean;
}

const RANK: Record<Likeness, number> = { exact: 3, sure: 2, perhaps: 1, no: 0 };

/**
 * Pairs deals with rows that somebody typed by hand. Taken for the same where the words leave no doubt and nothing else fits
 * as well; what has only the customer in common is offered, and is new unless somebody says otherwise.
 * @param chosen by line, the key of the row that it is; '' for none
 */
export function pairTwins(
  fates: readonly DealFate[],
  rows: readonly KnownRow[],
  chosen: Readonly<Record<number, string>>,
): TwinChoice[] {
  const free = new Set(rows);
  const choices: TwinChoice[] = [];
  for (const fate of fates) {
    const row = rows.find(({ key }) => key === chosen[fate.deal.line]);
    if (row) free.delete(row);
  }
  const open = fates.map((fate) => ({ fate, pairs: pairsOf(fate, rows) })).filter(({ pairs }) => pairs.length > 0);
  for (const { fate, pairs } of open) {
    const twins = pairs.map(({ row }) => row);
    const said = chosen[fate.deal.line];
    const twin = twins.find(({ key }) => key === said) ?? null;
    choices.push({ fate, twins, twin, isDoubtful: false });
  }
  // The surest first: a row that is one deal's for sure is none of those that merely resemble it.
  for (const least of ['exact', 'sure'] as const) {
    const asked = open.map(({ fate, pairs }, n) => ({
      choice: choices[n] as TwinChoice,
      fits: pairs.filter(({ row, like }) => RANK[like] >= RANK[least] && free.has(row)).map(({ row }) => row),
      isOpen: chosen[fate.deal.line] === undefined,
    }));
    const wanted = asked.filter(
      ({ choice, fits, isOpen }) => isOpen && !choice.twin && !choice.isDoubtful && fits.length > 0,
    );
    for (const { choice, fits } of wanted) {
      const [row] = fits as [KnownRow];
      const rivals = wanted.filter((other) => other.fits.some((one) => fits.includes(one)));
      if (fits.length === 1 && rivals.length === 1) choice.twin = row;
      else choice.isDoubtful = true;
    }
    for (const { choice } of wanted) if (choice.twin) free.delete(choice.twin);
  }
  // What another deal is for sure is no longer to be had.
  for (const choice of choices) choice.twins = choice.twins.filter((row) => row === choice.twin || free.has(row));
  return choices.filter(({ twins }) => twins.length > 0);
}

/** An old deal that is closed is not taken for a row that it merely resembles. */
function pairsOf({ deal, fate }: DealFate, rows: readonly KnownRow[]): { row: KnownRow; like: Likeness }[] {
  return rows
    .map((row) => ({ row, like: likeness(row, deal) }))
    .filter(({ like }) => (fate === 'closedBefore' ? like === 'exact' : like !== 'no'))
    .sort((a, b) => RANK[b.like] - RANK[a.like]);
}
