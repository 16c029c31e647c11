/** The lists of a preview after what has been decided. */
import type { CarriedView, CarryView } from '../../contract/calls';
import type { CarryDecision } from '../../core/deal/carry';

type Dropped = CarryView['dropped'][number];

interface SortedDeals {
  kept: CarriedView[];
  won: CarriedView[];
  lost: CarriedView[];
  dropped: Dropped[];
}

/** The lists of a preview as the decisions want them, also while the preview that follows them is still being worked out. */
export function sortDeals(person: CarryView, decisions: readonly CarryDecision[]): SortedDeals {
  const decided = new Map(decisions.map((decision) => [decision.id, decision]));
  const sorted: SortedDeals = { kept: [], won: [], lost: [], dropped: [] };
  for (const deal of [...person.kept, ...person.dropped]) {
    const decision = decided.get(deal.id);
    if (decision?.what === 'drop') sorted.dropped.push({ ...deal, reason: decision.reason });
    else if (deal.reopened && !decision) sorted[deal.reopened].push(without(deal));
    else sorted.kept.push(deal);
  }
  for (const closed of ['won', 'lost'] as const)
    for (const deal of person[closed])
      if (decided.get(deal.id)?.what === 'keep') sorted.kept.push({ ...deal, reopened: closed });
      else sorted[closed].push(deal);
  return sorted;
}

function without({ reopened: _, ...deal }: CarriedView): CarriedView {
  return deal;
}
