/** The focus never falls to the page: a key would then go nowhere, and a screen reader to the very beginning. */

/** Looks after the focus: when what had it is taken away, and nothing else takes it, the title of the page has it. */
export function keepFocus(): void {
  let last: EventTarget | null = null;
  const isLost = () =>
    last instanceof Element && !last.isConnected && document.activeElement === document.body && document.hasFocus();
  const catchIt = () => {
    if (isLost()) focusTitle();
  };
  document.addEventListener('focusin', (event) => {
    last = event.target;
  });
  // Whoever means to move the focus does it with the next picture at the latest.
  const watch = new MutationObserver(() => {
    if (isLost()) requestAnimationFrame(() => requestAnimationFrame(catchIt));
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

function focusTitle(): void {
  const title = document.querySelector<HTMLElement>('.view:not([hidden]) main h2');
  if (title && !title.hasAttribute('tabindex')) title.tabIndex = -1;
  (title ?? document.querySelector<HTMLElement>('.dock button'))?.focus({ preventScroll: true });
}
