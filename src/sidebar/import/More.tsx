import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { words } from '../words';

const AT_FIRST = 3;
/** A long list unfolds by so many. */
const AT_ONCE = 200;

/** The first few of a list, and the others on demand. */
export function More<T>({
  items,
  list,
  row,
}: {
  items: readonly T[];
  /** Class of the list. */
  list: string;
  row: (item: T) => ComponentChildren;
}) {
  const [most, setMost] = useState(AT_FIRST);
  if (items.length === 0) return null;
  // One more is shown rather than offered.
  const shown = items.length <= most + 1 ? items : items.slice(0, most);
  const next = Math.min(AT_ONCE, items.length - shown.length);
  return (
    <>
      <ul class={list}>{shown.map(row)}</ul>
      {shown.length < items.length && (
        <button type="button" class="more" aria-expanded={false} onClick={() => setMost(most + AT_ONCE)}>
          <Icon name="right" />
          {words.showMore(next)}
        </button>
      )}
    </>
  );
}
