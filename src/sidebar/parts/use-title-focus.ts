import { useEffect, useRef } from 'preact/hooks';

/** Puts the focus on a page's title when it opens, and again when `step` changes. */
export function useTitleFocus(step: string) {
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the step changes
  useEffect(() => title.current?.focus({ preventScroll: true }), [step]);
  return title;
}
