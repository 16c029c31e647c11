/** Sheet: its rows and columns. Source: https://developers.google.com/apps-script/reference/spreadsheet/sheet */
import type { RowDimension } from '../engine/engine';
import { read, sheetInfo, write } from './book';
import { Exception } from './exception';
import { filteredRows } from './filter';
import { own } from './objects';
import type { Range } from './range';
import type { Sheet } from './sheet';

type Axis = 'rows' | 'columns';

/** The methods that the tab's class gets from here. */
export const sheetLineMethods = {
  insertRowBefore(this: Sheet, position: number): Sheet {
    return this.insertRowsBefore(position, 1);
  },
  insertRowAfter(this: Sheet, position: number): Sheet {
    return this.insertRowsAfter(position, 1);
  },
  insertRows(this: Sheet, index: number, count = 1): void {
    this.insertRowsBefore(index, count);
  },
  insertRowsBefore(this: Sheet, position: number, count: number): Sheet {
    inBounds(this, 'rows', position, 1, count);
    write({ op: 'insertRows', sheetId: this[own], before: position, count, inherit: 'after' });
    return this;
  },
  insertRowsAfter(this: Sheet, position: number, count: number): Sheet {
    inBounds(this, 'rows', position, 1, count);
    write({ op: 'insertRows', sheetId: this[own], before: position + 1, count, inherit: 'before' });
    return this;
  },
  insertColumnBefore(this: Sheet, position: number): Sheet {
    return this.insertColumnsBefore(position, 1);
  },
  insertColumnAfter(this: Sheet, position: number): Sheet {
    return this.insertColumnsAfter(position, 1);
  },
  insertColumns(this: Sheet, index: number, count = 1): void {
    this.insertColumnsBefore(index, count);
  },
  insertColumnsBefore(this: Sheet, position: number, count: number): Sheet {
    inBounds(this, 'columns', position, 1, count);
    write({ op: 'insertCols', sheetId: this[own], before: position, count, inherit: 'after' });
    return this;
  },
  insertColumnsAfter(this: Sheet, position: number, count: number): Sheet {
    inBounds(this, 'columns', position, 1, count);
    write({ op: 'insertCols', sheetId: this[own], before: position + 1, count, inherit: 'before' });
    return this;
  },

  deleteRow(this: Sheet, position: number): Sheet {
    this.deleteRows(position, 1);
    return this;
  },
  deleteRows(this: Sheet, position: number, count: number): void {
    deletable(this, 'rows', position, count);
    write({ op: 'deleteRows', sheetId: this[own], row: position, count });
  },
  deleteColumn(this: Sheet, position: number): Sheet {
    this.deleteColumns(position, 1);
    return this;
  },
  deleteColumns(this: Sheet, position: number, count: number): void {
    deletable(this, 'columns', position, count);
    write({ op: 'deleteCols', sheetId: this[own], col: position, count });
  },

  /** The destination counts before the move (facts §5.4). */
  moveRows(this: Sheet, rowSpec: Range, destinationIndex: number): void {
    const { row, rows } = rowSpec[own];
    if (destinationIndex < 1 || destinationIndex > sheetInfo(this[own]).maxRows + 1) {
      throw new Exception('Those rows are out of bounds.');
    }
    if (destinationIndex >= row && destinationIndex <= row + rows) return;
    write({ op: 'moveRows', sheetId: this[own], row, count: rows, before: destinationIndex });
  },
  moveColumns(this: Sheet, columnSpec: Range, destinationIndex: number): void {
    const { col, cols } = columnSpec[own];
    if (destinationIndex < 1 || destinationIndex > sheetInfo(this[own]).maxCols + 1) {
      throw new Exception('Those columns are out of bounds.');
    }
    if (destinationIndex >= col && destinationIndex <= col + cols) return;
    write({ op: 'moveCols', sheetId: this[own], col, count: cols, before: destinationIndex });
  },

  hideRows(this: Sheet, index: number, count = 1): void {
    hide(this, 'rows', index, count, true);
  },
  showRows(this: Sheet, index: number, count = 1): void {
    hide(this, 'rows', index, count, false);
  },
  hideRow(this: Sheet, row: Range): void {
    hide(this, 'rows', row[own].row, row[own].rows, true);
  },
  unhideRow(this: Sheet, row: Range): void {
    hide(this, 'rows', row[own].row, row[own].rows, false);
  },
  hideColumns(this: Sheet, index: number, count = 1): void {
    hide(this, 'columns', index, count, true);
  },
  showColumns(this: Sheet, index: number, count = 1): void {
    hide(this, 'columns', index, count, false);
  },
  hideColumn(this: Sheet, column: Range): void {
    hide(this, 'columns', column[own].col, column[own].cols, true);
  },
  unhideColumn(this: Sheet, column: Range): void {
    hide(this, 'columns', column[own].col, column[own].cols, false);
  },
  isRowHiddenByUser(this: Sheet, position: number): boolean {
    return rowDimension(this, position).hidden;
  },
  isColumnHiddenByUser(this: Sheet, position: number): boolean {
    return colDimension(this, position).hidden;
  },
  isRowHiddenByFilter(this: Sheet, position: number): boolean {
    inBounds(this, 'rows', position, 1, 1);
    return filteredRows(this[own]).has(position);
  },

  getRowHeight(this: Sheet, position: number): number {
    return rowDimension(this, position).height;
  },
  setRowHeight(this: Sheet, position: number, height: number): Sheet {
    return this.setRowHeights(position, 1, height);
  },
  setRowHeights(this: Sheet, startRow: number, numRows: number, height: number): Sheet {
    return setHeights(this, startRow, numRows, height, false);
  },
  setRowHeightsForced(this: Sheet, startRow: number, numRows: number, height: number): Sheet {
    return setHeights(this, startRow, numRows, height, true);
  },
  getColumnWidth(this: Sheet, position: number): number {
    return colDimension(this, position).width;
  },
  setColumnWidth(this: Sheet, position: number, width: number): Sheet {
    return this.setColumnWidths(position, 1, width);
  },
  setColumnWidths(this: Sheet, startColumn: number, numColumns: number, width: number): Sheet {
    if (startColumn < 1) throw new Exception('Column position must be positive.');
    inBounds(this, 'columns', startColumn, numColumns, 1);
    write({ op: 'colWidths', sheetId: this[own], col: startColumn, count: numColumns, width });
    return this;
  },
  /** Widths by content need a screen; here they stay as they are (facts §5.4). */
  autoResizeColumn(this: Sheet, position: number): Sheet {
    return this.autoResizeColumns(position, 1);
  },
  autoResizeColumns(this: Sheet, startColumn: number, numColumns: number): Sheet {
    inBounds(this, 'columns', startColumn, numColumns, 1);
    return this;
  },
  autoResizeRows(this: Sheet, startRow: number, numRows: number): Sheet {
    inBounds(this, 'rows', startRow, numRows, 1);
    return this;
  },

  getFrozenRows(this: Sheet): number {
    return sheetInfo(this[own]).frozenRows;
  },
  getFrozenColumns(this: Sheet): number {
    return sheetInfo(this[own]).frozenCols;
  },
  setFrozenRows(this: Sheet, rows: number): void {
    if (rows < 0 || rows > sheetInfo(this[own]).maxRows) throw new Exception('Those rows are out of bounds.');
    if (rows === sheetInfo(this[own]).maxRows) throw new Exception("You can't freeze all visible rows on the sheet.");
    write({ op: 'freeze', sheetId: this[own], rows });
  },
  setFrozenColumns(this: Sheet, columns: number): void {
    if (columns < 0 || columns > sheetInfo(this[own]).maxCols) throw new Exception('Those columns are out of bounds.');
    if (columns === sheetInfo(this[own]).maxCols)
      throw new Exception("You can't freeze all visible columns on the sheet.");
    write({ op: 'freeze', sheetId: this[own], cols: columns });
  },
};

/** Throws when [at, at+span) leaves the grid or the count is not positive. */
export function inBounds(sheet: Sheet, axis: Axis, at: number, span: number, count: number): void {
  const { maxRows, maxCols } = sheetInfo(sheet[own]);
  const max = axis === 'rows' ? maxRows : maxCols;
  if (at < 1 || span < 1 || at + span - 1 > max || count < 1) throw new Exception(`Those ${axis} are out of bounds.`);
}

function deletable(sheet: Sheet, axis: Axis, at: number, count: number): void {
  inBounds(sheet, axis, at, count, 1);
  const info = sheetInfo(sheet[own]);
  const max = axis === 'rows' ? info.maxRows : info.maxCols;
  const frozen = axis === 'rows' ? info.frozenRows : info.frozenCols;
  if (count >= max) throw new Exception(`You can't delete all the ${axis} on the sheet.`);
  if (frozen > 0 && at <= frozen + 1 && at + count - 1 >= max) {
    throw new Exception(`Sorry, it is not possible to delete all non-frozen ${axis}.`);
  }
}

function hide(sheet: Sheet, axis: Axis, at: number, count: number, hidden: boolean): void {
  inBounds(sheet, axis, at, count, 1);
  if (axis === 'rows') write({ op: 'rowsHidden', sheetId: sheet[own], row: at, count, hidden });
  else write({ op: 'colsHidden', sheetId: sheet[own], col: at, count, hidden });
}

function setHeights(sheet: Sheet, startRow: number, numRows: number, height: number, forced: boolean): Sheet {
  if (startRow < 1) throw new Exception('Row position must be positive.');
  inBounds(sheet, 'rows', startRow, numRows, 1);
  write({ op: 'rowHeights', sheetId: sheet[own], row: startRow, count: numRows, height, forced });
  return sheet;
}

function rowDimension(sheet: Sheet, position: number): RowDimension {
  inBounds(sheet, 'rows', position, 1, 1);
  return read<[RowDimension[]]>({ get: 'rowDimensions', sheetId: sheet[own], at: position, count: 1 })[0][0]!;
}

function colDimension(sheet: Sheet, position: number): { width: number; hidden: boolean } {
  inBounds(sheet, 'columns', position, 1, 1);
  return read<[{ width: number; hidden: boolean }[]]>({
    get: 'colDimensions',
    sheetId: sheet[own],
    at: position,
    count: 1,
  })[0][0]!;
}

/** Signatures of the members above. */
export const sheetLineMembers = {
  insertRowBefore: 'int',
  insertRowAfter: 'int',
  insertRows: 'int | int int',
  insertRowsBefore: 'int int',
  insertRowsAfter: 'int int',
  insertColumnBefore: 'int',
  insertColumnAfter: 'int',
  insertColumns: 'int | int int',
  insertColumnsBefore: 'int int',
  insertColumnsAfter: 'int int',
  deleteRow: 'int',
  deleteRows: 'int int',
  deleteColumn: 'int',
  deleteColumns: 'int int',
  moveRows: 'Range int',
  moveColumns: 'Range int',
  hideRows: 'int | int int',
  showRows: 'int | int int',
  hideRow: 'Range',
  unhideRow: 'Range',
  hideColumns: 'int | int int',
  showColumns: 'int | int int',
  hideColumn: 'Range',
  unhideColumn: 'Range',
  isRowHiddenByUser: 'int',
  isColumnHiddenByUser: 'int',
  isRowHiddenByFilter: 'int',
  getRowHeight: 'int',
  setRowHeight: 'int int',
  setRowHeights: 'int int int',
  setRowHeightsForced: 'int int int',
  getColumnWidth: 'int',
  setColumnWidth: 'int int',
  setColumnWidths: 'int int int',
  autoResizeColumn: 'int',
  autoResizeColumns: 'int int',
  autoResizeRows: 'int int',
  getFrozenRows: '',
  getFrozenColumns: '',
  setFrozenRows: 'int',
  setFrozenColumns: 'int',
} satisfies Record<keyof typeof sheetLineMethods, string>;
