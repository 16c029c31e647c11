/** Rectangles of cells: overlap, containment, what is left when some are cut out. */
import type { Rect } from '../engine/engine';

/** The cells that both have, or null. */
export function intersect(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const col = Math.max(a.col, b.col);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const cols = Math.min(a.col + a.cols, b.col + b.cols) - col;
  return rows > 0 && cols > 0 ? { row, col, rows, cols } : null;
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

/** What remains of `rect` without the cells of `hole`, as up to four rectangles. */
export function subtract(rect: Rect, hole: Rect): Rect[] {
  const cut = intersect(rect, hole);
  if (!cut) return [rect];
  const parts: Rect[] = [
    { row: rect.row, col: rect.col, rows: cut.row - rect.row, cols: rect.cols },
    {
      row: cut.row + cut.rows,
      col: rect.col,
      rows: rect.row + rect.rows - cut.row - cut.rows,
      cols: rect.cols,
    },
    { row: cut.row, col: rect.col, rows: cut.rows, cols: cut.col - rect.col },
    { row: cut.row, col: cut.col + cut.cols, rows: cut.rows, cols: rect.col + rect.cols - cut.col - cut.cols },
  ];
  return parts.filter((part) => part.rows > 0 && part.cols > 0);
}

/** Whether the rectangles together hold every cell of `rect`. */
export function covers(rects: Rect[], rect: Rect): boolean {
  let left = [rect];
  for (const hole of rects) left = left.flatMap((part) => subtract(part, hole));
  return left.length === 0;
}
