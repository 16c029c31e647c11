/** Where the focus begins on a page. */
import { useEffect, useRef } from 'preact/hooks';

/** Puts the focus on a page's title when it opens, and again when `step` changes; without a step it stays where it is. */
export function useTitleFocus(step: string | undefined) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (step !== undefined) title.current?.focus({ preventScroll: true });
  }, [step]);
  return title;
}
