/** How many results are kept; then all are forgotten, since a table with more different cells gains nothing. */
const MOST = 20_000;

/** A pure function of a text that keeps its results: in a table the same cells come up again and again. */
export function memo<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const result = work(text);
    known.set(text, result);
    return result;
  };
}
