/** Heights, widths and visibility of rows and columns, frozen panes, and what row groups hide. */
import type { Book } from './book';
import type { RowDimension, RowGroup, WriteOp } from './engine';
import {
  type IRowData,
  type Nullable,
  SetColDataMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  type Worksheet,
} from './univer';

/** Google's measures of a new sheet, in pixels. */
export const defaultRowHeight = 21;
export const defaultColWidth = 100;

type Op<K extends WriteOp['op']> = Extract<WriteOp, { op: K }>;

function rowsRange(row: number, count: number, cols: number) {
  return { startRow: row - 1, endRow: row + count - 2, startColumn: 0, endColumn: cols - 1 };
}

function colsRange(col: number, count: number, rows: number) {
  return { startRow: 0, endRow: rows - 1, startColumn: col - 1, endColumn: col + count - 2 };
}

function heightOf(row: Nullable<Partial<IRowData>>): number {
  const set = row?.h ?? defaultRowHeight;
  // A page measures rows that may grow and reports `ah`; a height that was set is the least.
  return row?.ia !== 0 && typeof row?.ah === 'number' ? Math.max(row.ah, set) : set;
}

export function readRows(sheet: Worksheet, row: number, count: number): RowDimension[] {
  const rows = sheet.getRowManager();
  return Array.from({ length: count }, (_, index) => {
    const data = rows.getRow(row - 1 + index);
    return { height: heightOf(data), hidden: data?.hd === 1, forced: data?.ia === 0 };
  });
}

export function readCols(sheet: Worksheet, col: number, count: number): { width: number; hidden: boolean }[] {
  const cols = sheet.getColumnManager();
  return Array.from({ length: count }, (_, index) => {
    const data = cols.getColumn(col - 1 + index);
    return { width: data?.w ?? defaultColWidth, hidden: data?.hd === 1 };
  });
}

/** Sets heights; rows that are not forced may grow with their text, which only a page can measure. */
export function setRowHeights(book: Book, op: Op<'rowHeights'>): void {
  const { key, sheet } = book.find(op.sheetId);
  const ranges = [rowsRange(op.row, op.count, sheet.getColumnCount())];
  book.run(SetWorksheetRowHeightMutation.id, key, { ranges, rowHeight: op.height });
  book.run(SetWorksheetRowIsAutoHeightMutation.id, key, { ranges, autoHeightInfo: op.forced ? 0 : 1 });
}

export function setColWidths(book: Book, op: Op<'colWidths'>): void {
  const { key, sheet } = book.find(op.sheetId);
  const ranges = [colsRange(op.col, op.count, sheet.getRowCount())];
  book.run(SetWorksheetColWidthMutation.id, key, { ranges, colWidth: op.width });
  // That one skips hidden columns.
  const columnData: Record<number, { w: number }> = {};
  readCols(sheet, op.col, op.count).forEach((col, index) => {
    if (col.hidden) columnData[op.col - 1 + index] = { w: op.width };
  });
  if (Object.keys(columnData).length > 0) book.run(SetColDataMutation.id, key, { columnData });
}

export function setRowsHidden(book: Book, sheetId: number, row: number, count: number, hidden: boolean): void {
  const { key, sheet } = book.find(sheetId);
  const ranges = [rowsRange(row, count, sheet.getColumnCount())];
  book.run(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, key, { ranges });
}

export function setColsHidden(book: Book, op: Op<'colsHidden'>): void {
  const { key, sheet } = book.find(op.sheetId);
  const ranges = [colsRange(op.col, op.count, sheet.getRowCount())];
  book.run(op.hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, key, { ranges });
}

/** Freezes rows and columns at the top left; an axis not named stays as it is. */
export function setFrozen(book: Book, op: Op<'freeze'>): void {
  const { key, sheet } = book.find(op.sheetId);
  const { freeze } = sheet.getConfig();
  const rows = op.rows ?? Math.max(0, freeze?.ySplit ?? 0);
  const cols = op.cols ?? Math.max(0, freeze?.xSplit ?? 0);
  const none = -1;
  book.run(SetFrozenMutation.id, key, {
    startRow: rows || none,
    startColumn: cols || none,
    ySplit: rows,
    xSplit: cols,
  });
}

/** Rows, from 1, that collapsed groups hide. */
function hiddenByGroups(groups: readonly RowGroup[]): Set<number> {
  const rows = new Set<number>();
  for (const group of groups) {
    if (group.collapsed) for (let row = group.start; row <= group.end; row += 1) rows.add(row);
  }
  return rows;
}

function runs(rows: Iterable<number>): { row: number; count: number }[] {
  const found: { row: number; count: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last.row + last.count === row) last.count += 1;
    else found.push({ row, count: 1 });
  }
  return found;
}

/** Sets the row groups and hides or shows the rows whose group was collapsed or expanded. */
export function setRowGroups(book: Book, op: Op<'rowGroups'>): void {
  const old = hiddenByGroups(book.extras.groupsOf(op.sheetId).groups);
  const next = hiddenByGroups(op.groups);
  book.applyExtras([op]);
  for (const { row, count } of runs([...next].filter((row) => !old.has(row))))
    setRowsHidden(book, op.sheetId, row, count, true);
  for (const { row, count } of runs([...old].filter((row) => !next.has(row))))
    setRowsHidden(book, op.sheetId, row, count, false);
}
