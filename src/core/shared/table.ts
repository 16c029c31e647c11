/**
 * A record by names that come from a sheet or a request: it has none of the names that every object inherits, so that
 * a key like "constructor" or "__proto__" finds nothing there and can be put in like any other.
 */
export function table<T>(entries: Readonly<Record<string, T>> = {}): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
