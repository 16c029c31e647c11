import type { CellValue } from '../shared/fields';
import { type ImportDeal, idKey, idOfName, isIdOfName, nameKey, whoOf } from './deal';
import type { KnownRow, KnownTab, PastRow } from './known';

/** A row, the tab that it stands on, and its month. */
export interface Place {
  tab: KnownTab;
  row: KnownRow;
  month: number;
}

/** Which rows of the tracker are which deals of a table. No row is two deals. */
export class KnownIndex {
  /** Rows of the newest months that some deal is. */
  readonly met = new Set<KnownRow>();
  private readonly now = new Map<ImportDeal, Place[]>();
  private readonly before = new Map<ImportDeal, Place[]>();

  constructor(tabs: readonly KnownTab[], deals: readonly ImportDeal[]) {
    const rows: Place[] = tabs.flatMap((tab) => tab.rows.map((row) => ({ tab, row, month: tab.month })));
    const past: Place[] = tabs.flatMap((tab) => tab.past.map((row: PastRow) => ({ tab, row, month: row.month })));
    past.sort((a, b) => b.month - a.month);
    const [byId, pastById] = [grouped(rows, idOf), grouped(past, idOf)];
    for (const deal of deals) this.take(this.now, deal, byId.get(idKey(deal.id)));
    for (const deal of deals) this.take(this.before, deal, pastById.get(idKey(deal.id)));
    // A deal that came in once without the CRM's id and now has one, or the other way round, where only one fits.
    const sameName = grouped(deals, idOfName);
    const byText = grouped(
      rows.filter(({ row }) => idOf({ row }) !== ''),
      ({ row }) => nameKey(wordsIn(row.cells.who)),
    );
    for (const deal of deals) {
      const id = idOfName(deal);
      if (this.now.has(deal) || sameName.get(id)?.length !== 1) continue;
      const same = isIdOfName(deal.id) ? byText.get(nameKey(whoOf(deal))) : byId.get(id);
      this.take(this.now, deal, isIdOfName(deal.id) && same?.length !== 1 ? [] : same);
      if (!this.before.has(deal)) this.take(this.before, deal, pastById.get(id));
    }
  }

  /** Its rows in the newest months. */
  placesOf(deal: ImportDeal): readonly Place[] {
    return this.now.get(deal) ?? [];
  }

  /** Its rows in older months, the latest first. */
  pastOf(deal: ImportDeal): readonly Place[] {
    return this.before.get(deal) ?? [];
  }

  private take(map: Map<ImportDeal, Place[]>, deal: ImportDeal, places: readonly Place[] = []): void {
    const free = places.filter(({ row }) => !this.met.has(row));
    if (free.length === 0) return;
    map.set(deal, free);
    for (const { row } of free) this.met.add(row);
  }
}

function idOf({ row }: Pick<Place, 'row'>): string {
  return idKey(row.sourceId ?? '');
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else if (key !== '') groups.set(key, [one]);
  }
  return groups;
}

/** A cell's text. */
export function wordsIn(cell: CellValue | undefined): string {
  return String(cell ?? '').trim();
}
