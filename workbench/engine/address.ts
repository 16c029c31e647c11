/** Places on a sheet: rectangles as Google counts them (from 1) and as Univer does (from 0, ends included). */
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

/** Whether two rectangles share a cell. */
export function intersects(a: Rect, b: Rect): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.col < b.col + b.cols && b.col < a.col + a.cols;
}

/** Whether `outer` holds every cell of `inner`. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.row <= inner.row &&
    outer.col <= inner.col &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.col + outer.cols >= inner.col + inner.cols
  );
}

/** The common part of two rectangles, null when there is none. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const col = Math.max(a.col, b.col);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const cols = Math.min(a.col + a.cols, b.col + b.cols) - col;
  return rows > 0 && cols > 0 ? { row, col, rows, cols } : null;
}

/** What is left of `rect` outside `hole`: up to four rectangles that do not overlap. */
export function subtract(rect: Rect, hole: Rect): Rect[] {
  const cut = intersection(rect, hole);
  if (!cut) return [rect];
  const parts: Rect[] = [
    { ...rect, rows: cut.row - rect.row },
    { ...rect, row: cut.row + cut.rows, rows: rect.row + rect.rows - cut.row - cut.rows },
    { ...cut, col: rect.col, cols: cut.col - rect.col },
    { ...cut, col: cut.col + cut.cols, cols: rect.col + rect.cols - cut.col - cut.cols },
  ];
  return parts.filter((part) => part.rows > 0 && part.cols > 0);
}

/** The letters of a column counted from 1: 1 is A, 27 is AA. */
export function columnName(col: number): string {
  let name = '';
  for (let rest = col; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The number, from 1, that column letters stand for. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A sheet's name as it stands before `!` in a formula: quoted when it must be. */
export function sheetPrefix(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name);
  const looksLikeAddress = /^[A-Za-z]{1,3}[0-9]+$|^[Rr][0-9]*[Cc][0-9]*$|^(true|false)$/i.test(name);
  return plain && !looksLikeAddress ? `${name}!` : `'${name.replace(/'/g, "''")}'!`;
}

/** An absolute address with its sheet, as Univer keeps named ranges: `Team!$A$1:$B$2`. */
export function absoluteAddress(sheetName: string, rect: Rect): string {
  const start = `$${columnName(rect.col)}$${rect.row}`;
  const end = `$${columnName(rect.col + rect.cols - 1)}$${rect.row + rect.rows - 1}`;
  return sheetPrefix(sheetName) + (start === end ? start : `${start}:${end}`);
}
