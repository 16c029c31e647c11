/** Whether the sheet is drawn and takes keys: Univer builds its screen a moment after it has taken a workbook. */
import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY, LifecycleService, LifecycleStages } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetsScrollRenderController } from '@univerjs/sheets-ui';
import type { SheetMachine } from './create-univer';

export function isRendered({ api, injector }: SheetMachine): boolean {
  const book = api.getActiveWorkbook();
  if (!book || injector.get(LifecycleService).stage < LifecycleStages.Rendered) return false;
  const renders = injector.get(IRenderManagerService);
  const render = renders.getRenderById(book.getId());
  // Keys go into the editor of the cell, a document of its own that is drawn later; until then focussing the sheet does nothing.
  if (!renders.getRenderById(DOCS_NORMAL_EDITOR_UNIT_ID_KEY)) return false;
  try {
    return Boolean(render?.with(SheetsScrollRenderController));
  } catch {
    // It throws for parts that are not there yet.
    return false;
  }
}
