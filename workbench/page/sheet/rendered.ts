/** Whether the sheet is drawn: Univer builds its screen a moment after it has taken a workbook. */
import { LifecycleService, LifecycleStages } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetsScrollRenderController } from '@univerjs/sheets-ui';
import type { SheetMachine } from './create-univer';

export function isRendered({ api, injector }: SheetMachine): boolean {
  const book = api.getActiveWorkbook();
  if (!book || injector.get(LifecycleService).stage < LifecycleStages.Rendered) return false;
  const render = injector.get(IRenderManagerService).getRenderById(book.getId());
  try {
    return Boolean(render?.with(SheetsScrollRenderController));
  } catch {
    // It throws for parts that are not there yet.
    return false;
  }
}
