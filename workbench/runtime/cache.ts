/**
 * CacheService's stores, shared by all executions on a workbook and lost with the process.
 * Source: facts §1.4 (1,000 items, then the oldest go); https://developers.google.com/apps-script/reference/cache/cache
 */
const MAX_ITEMS = 1000;

export class CacheStore {
  private readonly stores = new Map<string, Map<string, { value: string; expiresAt: number }>>();

  /** The value, or null when there is none or its time is over. */
  get(store: string, key: string, now: number): string | null {
    const item = this.stores.get(store)?.get(key);
    return item && item.expiresAt > now ? item.value : null;
  }

  put(store: string, key: string, value: string, expiresAt: number): void {
    const items = this.stores.get(store) ?? new Map();
    this.stores.set(store, items);
    items.delete(key);
    items.set(key, { value, expiresAt });
    if (items.size > MAX_ITEMS) for (const old of [...items.keys()].slice(0, 100)) items.delete(old);
  }

  remove(store: string, key: string): void {
    this.stores.get(store)?.delete(key);
  }
}
