/** Rows that a filter hides are not drawn. Which ones those are, the server says. */
import { IRenderManagerService } from '@univerjs/engine-render';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { FilteredBySheet } from '../../server/protocol';
import type { SheetMachine } from './create-univer';

export class FilteredRows {
  private rows = new Map<string, ReadonlySet<number>>();

  constructor(private readonly machine: SheetMachine) {}

  set(filtered: FilteredBySheet): void {
    this.rows = new Map(Object.entries(filtered).map(([key, rows]) => [key, new Set(rows)]));
  }

  /** Has Univer leave them out. To be called once, when Univer has its first workbook. */
  hide(): void {
    this.machine.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.ROW_FILTERED, {
      handler: (isFiltered, place, next) =>
        next(isFiltered || (this.rows.get(place.subUnitId)?.has(place.row + 1) ?? false)),
    });
  }

  /** Draws the tab anew: Univer keeps the places of rows until something of its own changes. */
  redraw(unitId: string): void {
    const book = this.machine.api.getActiveWorkbook();
    const render = this.machine.injector.get(IRenderManagerService).getRenderById(unitId);
    if (!book || !render) return;
    const skeletons = render.with(SheetSkeletonManagerService);
    for (const sheet of book.getSheets()) skeletons.makeDirty({ sheetId: sheet.getSheetId() });
    skeletons.setCurrent({ sheetId: book.getActiveSheet().getSheetId() });
    render.mainComponent?.makeForceDirty();
  }
}
