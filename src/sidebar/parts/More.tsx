/** Long lists: the first few lines, and the others on demand. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './Icon';
import { partWords } from './words';

/** A long list unfolds by so many. */
const AT_ONCE = 200;

interface MoreProps<T> {
  items: readonly T[];
  /** Class of the list. */
  list: string;
  /** How many are there at first. */
  first?: number;
  row: (item: T) => ComponentChildren;
}

/** The first few of a list, and the others on demand. */
export function More<T>({ items, list, first = 3, row }: MoreProps<T>) {
  const [most, setMost] = useState(first);
  if (items.length === 0) return null;
  // One more is shown rather than offered.
  const shown = items.length <= most + 1 ? items : items.slice(0, most);
  const rest = items.length - shown.length;
  return (
    <>
      <ul class={list}>{shown.map(row)}</ul>
      {rest > 0 && <MoreButton n={Math.min(AT_ONCE, rest)} run={() => setMost(most + AT_ONCE)} />}
    </>
  );
}

/** Shows so many more. */
export function MoreButton({ n, run }: { n: number; run: () => void }) {
  return (
    <button type="button" class="more" aria-expanded={false} onClick={run}>
      <Icon name="right" />
      {partWords.showMore(n)}
    </button>
  );
}
