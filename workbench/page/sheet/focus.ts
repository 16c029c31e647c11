/** Puts the keyboard into the sheet, from a frame or from the page's own buttons. */
import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY, IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { ILayoutService } from '@univerjs/ui';
import type { SheetMachine } from './create-univer';

export function focusSheet({ injector }: SheetMachine): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.tagName === 'IFRAME') active.blur();
  window.focus();
  injector.get(ILayoutService).focus();
}

/** Keys go to the cell's editor once it is drawn. Univer leaves them without a taker when it is drawn after the first selection, as on a slow machine. */
export function sendKeysToCell({ injector }: Pick<SheetMachine, 'injector'>): void {
  const units = injector.get(IUniverInstanceService);
  injector.get(IRenderManagerService).created$.subscribe((render) => {
    if (render.unitId !== DOCS_NORMAL_EDITOR_UNIT_ID_KEY) return;
    if (units.getCurrentUnitOfType(UniverInstanceType.UNIVER_DOC)) return;
    units.setCurrentUnitForType(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  });
}
