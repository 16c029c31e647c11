/** Puts the keyboard into the sheet, from a frame or from the page's own buttons. */
import { ILayoutService } from '@univerjs/ui';
import type { SheetMachine } from './create-univer';

export function focusSheet({ injector }: SheetMachine): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.tagName === 'IFRAME') active.blur();
  window.focus();
  injector.get(ILayoutService).focus();
}
