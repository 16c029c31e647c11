/** The one Undo in the dock: what was done last can be taken back for a while. */
import { perPage } from '../page/new-page';
import { announce } from '../page/notices';
import { words } from '../words';

/** What Undo in the dock would take back; null while it is not shown. */
export const undo = perPage<{ text: string; run: () => void } | null>(null);

const UNDO_SHOWN_MS = 12_000;

/** Shows Undo in the dock for a while. */
export function offerUndo(text: string, run: () => void): void {
  const offer = { text, run };
  undo.value = offer;
  setTimeout(() => {
    if (undo.peek() === offer) undo.value = null;
  }, UNDO_SHOWN_MS);
}

/** Takes the last act back. */
export function runUndo(): void {
  const last = undo.peek();
  if (!last) return;
  undo.value = null;
  last.run();
  announce(words.undone);
}
