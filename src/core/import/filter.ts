import type { IsoDate } from '../shared/dates';
import type { ImportDeal } from './deal';

/** Which deals of a table are taken up; what is '' or null filters nothing. */
export interface ImportFilter {
  /** Close dates from and to, both days in. A deal without a close date is not held back. */
  from: IsoDate | '';
  to: IsoDate | '';
  /** Least amount; a deal without an amount is held back. */
  least: number | null;
  /** So many of the largest. */
  largest: number | null;
  /** One pipeline, as the table calls it. */
  pipeline: string;
}

export const NO_FILTER: ImportFilter = { from: '', to: '', least: null, largest: null, pipeline: '' };

/** Does it hold anything back? */
export function filtersAnything(filter: ImportFilter): boolean {
  return Object.values(filter).some((value) => value !== '' && value !== null);
}

/** The deals that a filter lets through, in their order. `pipelineOf`: what the table says of a deal's line. */
export function filterDeals(
  deals: readonly ImportDeal[],
  filter: ImportFilter,
  pipelineOf: (line: number) => string,
): ImportDeal[] {
  const { from, to, least, largest, pipeline } = filter;
  const through = deals.filter(
    (deal) =>
      (pipeline === '' || pipelineOf(deal.line) === pipeline) &&
      (from === '' || deal.when === '' || deal.when >= from) &&
      (to === '' || deal.when === '' || deal.when <= to) &&
      (least === null || (deal.amount !== '' && deal.amount >= least)),
  );
  if (largest === null || through.length <= largest) return through;
  const size = (deal: ImportDeal) => (deal.amount === '' ? Number.NEGATIVE_INFINITY : deal.amount);
  const kept = new Set([...through].sort((a, b) => size(b) - size(a) || a.line - b.line).slice(0, largest));
  return through.filter((deal) => kept.has(deal));
}
