/** Merged cells. */
import { contains, intersects } from '../values/addresses';
import type { Book } from './book';
import { EngineError, type Rect } from './engine';
import { type GridChange, shiftRects } from './shift';
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation, type Worksheet } from './univer';
import { toRange, toRect } from './univer-range';

/** The merged rectangles of a sheet, from top to bottom. */
export function readMerges(book: Book, sheet: Worksheet): Rect[] {
  const grid = book.grid(sheet);
  return sheet
    .getMergeData()
    .map((range) => toRect(range, grid))
    .sort((a, b) => a.row - b.row || a.col - b.col);
}

/** The rectangles that merging makes; ones of a single cell are left out. */
export function mergedParts(rect: Rect, kind: 'ALL' | 'HORIZONTALLY' | 'VERTICALLY'): Rect[] {
  if (kind === 'HORIZONTALLY') {
    return rect.cols < 2 ? [] : Array.from({ length: rect.rows }, (_, r) => ({ ...rect, row: rect.row + r, rows: 1 }));
  }
  if (kind === 'VERTICALLY') {
    return rect.rows < 2 ? [] : Array.from({ length: rect.cols }, (_, c) => ({ ...rect, col: rect.col + c, cols: 1 }));
  }
  return rect.rows * rect.cols < 2 ? [] : [rect];
}

/** Throws Google's error when the rectangle cuts through a merged range. */
export function requireWholeMerges(merges: readonly Rect[], rect: Rect): void {
  if (merges.some((merge) => intersects(merge, rect) && !contains(rect, merge))) {
    throw new EngineError('You must select all cells in a merged range to merge or unmerge them.');
  }
}

/** Makes exactly these the merged ranges of a sheet. */
export function setMerges(book: Book, key: string, wanted: readonly Rect[]): void {
  const now = readMerges(book, book.host.sheet(key));
  const same = (a: Rect) => (b: Rect) => a.row === b.row && a.col === b.col && a.rows === b.rows && a.cols === b.cols;
  // After rows were deleted Univer may have the same merge twice.
  const gone = now.filter((merge, index) => !wanted.some(same(merge)) || now.findIndex(same(merge)) !== index);
  // Univer takes away whatever touches a range, so neighbours that stay may have to be put back.
  const kept = now.filter((merge) => !gone.some((other) => intersects(other, merge)));
  const added = wanted.filter((merge) => !kept.some(same(merge)));
  if (gone.length > 0) book.run(RemoveWorksheetMergeMutation.id, key, { ranges: gone.map(toRange) });
  if (added.length > 0) book.run(AddWorksheetMergeMutation.id, key, { ranges: added.map(toRange) });
}

/** Where merges lie after a change of rows or columns; one that shrank to a cell is none. */
export function shiftedMerges(merges: readonly Rect[], change: GridChange): Rect[] {
  return shiftRects(merges, change).filter((merge) => merge.rows * merge.cols > 1);
}
