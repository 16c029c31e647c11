/** A selection stays on the grid: rows or columns that somebody else takes away may take the selected cells along. */
import { SelectionMoveType, SheetsSelectionsService } from '@univerjs/sheets';
import type { SheetMachine } from './create-univer';

/** Moves what is selected inside each tab that has become smaller than that. Call it after changes of others. */
export function keepSelectionsInside({ api, injector }: SheetMachine): void {
  const book = api.getActiveWorkbook()?.getWorkbook();
  if (!book) return;
  const selections = injector.get(SheetsSelectionsService).getWorkbookSelections(book.getUnitId());
  for (const sheet of book.getSheets()) {
    const sheetKey = sheet.getSheetId();
    const before = selections.getSelectionsOfWorksheet(sheetKey);
    const lastRow = sheet.getRowCount() - 1;
    const lastCol = sheet.getColumnCount() - 1;
    const fits = before.every(
      ({ range, primary }) =>
        !(range.endRow > lastRow) &&
        !(range.endColumn > lastCol) &&
        !(primary && (primary.endRow > lastRow || primary.endColumn > lastCol)),
    );
    if (fits) continue;
    const inside = before.map(({ range, primary, style }) => ({
      range: { ...range, ...within(range, lastRow, lastCol) },
      primary: primary && {
        ...primary,
        ...within(primary, lastRow, lastCol),
        actualRow: Math.min(primary.actualRow, lastRow),
        actualColumn: Math.min(primary.actualColumn, lastCol),
      },
      style,
    }));
    selections.setSelections(sheetKey, inside, SelectionMoveType.MOVE_END);
  }
}

interface Ends {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

/** Open ends (NaN) stay open. */
function within({ startRow, endRow, startColumn, endColumn }: Ends, lastRow: number, lastCol: number): Ends {
  return {
    startRow: Math.min(startRow, lastRow),
    endRow: Math.min(endRow, lastRow),
    startColumn: Math.min(startColumn, lastCol),
    endColumn: Math.min(endColumn, lastCol),
  };
}
