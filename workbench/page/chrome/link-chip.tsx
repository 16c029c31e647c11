/** Below a cell that leads somewhere, the way there, as Google offers it: a press follows, or Alt+Enter on the cell. */
import type { Actions } from '../actions';
import { link } from '../state';

/** A cell, and where it is on the screen, in px. */
export interface CellBox {
  sheetKey: string;
  row: number;
  col: number;
  left: number;
  bottom: number;
}

/** The way to where the selected cell leads; nothing while it leads nowhere. */
export function LinkChip({ actions, cell }: { actions: Actions; cell(): CellBox | null }) {
  const to = link.value;
  const box = to && cell();
  if (!to || !box || to.sheetKey !== box.sheetKey || to.row !== box.row || to.col !== box.col) return null;
  return (
    <button type="button" class="link-chip" style={{ left: box.left, top: box.bottom + 2 }} onClick={actions.follow}>
      {to.tab === null ? to.url : `Open “${to.label}”`} <kbd>Alt+Enter</kbd>
    </button>
  );
}

/** Alt+Enter on a cell follows its link, before the sheet takes the key for a new line. */
export function followByKey(follow: () => void): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !event.altKey || link.peek() === null) return;
      event.preventDefault();
      event.stopPropagation();
      follow();
    },
    { capture: true },
  );
}
