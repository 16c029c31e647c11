/** Lists of cards. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RowView } from '../../contract/state';

const ROWS_AT_ONCE = 24;

interface RowListProps {
  rows: readonly RowView[];
  render: (row: RowView) => ComponentChildren;
  label: string;
  /** Short rows in one box. */
  joined?: boolean;
}

/** A list of cards. A long one is drawn as far as it has been scrolled. */
export function RowList({ rows, render, label, joined = false }: RowListProps) {
  const [drawn, setDrawn] = useState(ROWS_AT_ONCE);
  const end = useRef<HTMLLIElement>(null);
  const shown = rows.slice(0, drawn);
  const rest = rows.length - shown.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a mark that is still in view after more was drawn is looked at again
  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setDrawn((n) => n + ROWS_AT_ONCE);
      },
      // Drawn a little ahead of the scrolling.
      { root: mark.closest('.body'), rootMargin: '600px' },
    );
    watch.observe(mark);
    return () => watch.disconnect();
  }, [rest]);

  return (
    <ul class={joined ? 'rows joined' : 'rows'} aria-label={label}>
      {shown.map(render)}
      {rest > 0 && <li ref={end} class="end-mark" />}
    </ul>
  );
}
