import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RowView } from '../../contract/state';
import { words } from '../words';

const AT_ONCE = 24;

interface Props {
  rows: readonly RowView[];
  render: (row: RowView) => ComponentChildren;
  label: string;
  /** Shows only so many until asked for more. */
  atFirst?: number;
  /** Short rows in one box. */
  joined?: boolean;
}

/** A list of cards. A long one is drawn as far as it has been scrolled. */
export function RowList({ rows, render, label, atFirst, joined = false }: Props) {
  const [drawn, setDrawn] = useState(AT_ONCE);
  const [all, setAll] = useState(false);
  const end = useRef<HTMLLIElement>(null);
  const limited = atFirst !== undefined && !all && rows.length > atFirst + 1;
  const shown = limited ? rows.slice(0, atFirst) : rows.slice(0, drawn);
  const rest = rows.length - shown.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a mark that is still in view after more was drawn is looked at again
  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setDrawn((n) => n + AT_ONCE);
      },
      // Drawn a little ahead of the scrolling.
      { root: mark.closest('.body'), rootMargin: '600px' },
    );
    watch.observe(mark);
    return () => watch.disconnect();
  }, [rest]);

  return (
    <>
      <ul class={joined ? 'rows joined' : 'rows'} aria-label={label}>
        {shown.map(render)}
        {!limited && rest > 0 && <li ref={end} class="end-mark" />}
      </ul>
      {limited && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          {words.showMore(rest)}
        </button>
      )}
    </>
  );
}
