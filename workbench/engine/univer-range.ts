/** Rectangles as Google counts them (from 1), and as Univer does (from 0, ends included). */
import type { Rect } from './engine';
import type { IRange } from './univer';

/** Univer's range for a rectangle. */
export function toRange(rect: Rect): IRange {
  return {
    startRow: rect.row - 1,
    endRow: rect.row + rect.rows - 2,
    startColumn: rect.col - 1,
    endColumn: rect.col + rect.cols - 2,
  };
}

/** The rectangle for Univer's range; whole rows and columns (NaN in Univer) get the grid's bounds. */
export function toRect(range: IRange, grid: { rows: number; cols: number }): Rect {
  const from = (value: number, bound: number) => (Number.isNaN(value) || value == null ? bound : value);
  const row = from(range.startRow, 0);
  const col = from(range.startColumn, 0);
  return {
    row: row + 1,
    col: col + 1,
    rows: from(range.endRow, grid.rows - 1) - row + 1,
    cols: from(range.endColumn, grid.cols - 1) - col + 1,
  };
}
