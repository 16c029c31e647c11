/**
 * Keeps what is being typed. Univer fills its cell editor anew whenever values come in for a cell in the edited row and
 * column, of whichever tab: results that arrive while somebody types would wipe out the letters typed so far.
 */
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import type { SheetMachine } from './create-univer';

/** Values that come in wait for the editor to be closed. */
export function keepOpenEditor({ injector }: SheetMachine): void {
  const editor = injector.get(IEditorBridgeService);
  const refresh = editor.refreshEditCellState.bind(editor);
  let isDue = false;
  editor.refreshEditCellState = () => {
    isDue = editor.isVisible().visible;
    if (!isDue) refresh();
  };
  editor.visible$.subscribe(({ visible }) => {
    // Univer takes the typed text out in this same turn.
    if (!visible && isDue) setTimeout(() => editor.refreshEditCellState());
  });
}
