/** An import of deals as the sidebar plays it: looks the deals up, plans, writes. */
import type { ImportApply, ImportResult } from '../../src/contract/import';
import type { Status } from '../../src/core/deal/carry';
import { type ImportDeal, idKey, idOfName, nameKey } from '../../src/core/import/deal';
import { type ImportInput, type ImportPlan, NO_DECISIONS } from '../../src/core/import/fates';
import type { KnownTab } from '../../src/core/import/known';
import { matchOwner } from '../../src/core/import/owners';
import { planImport } from '../../src/core/import/plan';
import type { AddonPlayer } from './addon';

/** What is known of the deals, and what would be written. */
export interface PlannedDeals {
  tabs: KnownTab[];
  plan: ImportPlan;
}

/** Plans an import. Owners are whom the sidebar takes them for, unless `owners` says otherwise; all belong to `all` where that is given. */
export async function planDeals(
  player: AddonPlayer,
  deals: readonly ImportDeal[],
  { decisions = NO_DECISIONS, all = '', owners = {} }: Partial<Pick<ImportInput, 'decisions' | 'all' | 'owners'>> = {},
): Promise<PlannedDeals> {
  const { people, only, statuses } = await player.call('importSources', {});
  const asked = wantedOf(deals, statuses);
  const matches = deals.map(({ owner }) => [nameKey(owner), matchOwner(owner, people)] as const);
  const known = Object.fromEntries(matches.flatMap(([key, match]) => (match.is === 'person' ? [[key, match.id]] : [])));
  const whose: Record<string, string> = { ...known, ...owners };
  const named = all === '' ? Object.values(whose).filter((id) => id !== '') : [all];
  const looked = await player.inPortions('lookUpDeals', () => ({ ...asked, people: [...new Set(named)] }));
  // In the roster's order, in whichever they were looked at.
  const place = ({ repId }: KnownTab) => people.findIndex(({ id }) => id === repId);
  const tabs = [...looked.tabs].sort((a, b) => place(a) - place(b));
  const inTable = new Set(deals.flatMap((deal) => [idKey(deal.id), idOfName(deal)]));
  const plan = planImport({
    deals,
    inTable,
    tabs,
    owners: whose,
    all,
    only,
    statuses,
    decisions,
  });
  return { tabs, plan };
}

/** The ids of the deals as they are looked for. */
export function wantedOf(
  deals: readonly ImportDeal[],
  statuses: readonly Status[],
): { open: string[]; closed: string[] } {
  const closing = new Set(statuses.filter(({ closes }) => closes).map(({ word }) => word));
  const ids = (isClosed: boolean) =>
    deals.filter(({ status }) => closing.has(status) === isClosed).map(({ id }) => idKey(id));
  return { open: ids(false), closed: ids(true) };
}

/** Writes what was planned. */
export function writeDeals(
  player: AddonPlayer,
  { plan }: Pick<PlannedDeals, 'plan'>,
  more: Partial<Omit<ImportApply, 'tabs'>> = {},
): Promise<ImportResult> {
  const asked = { importId: 'import1', file: 'deals.csv', ...more, tabs: plan.edits };
  return player.inPortions('applyImport', () => asked);
}
