/**
 * How a place moves when rows or columns are inserted, deleted or moved. Pure; all indexes are counted from 1.
 *
 * The rule is Google's: an insert at or above the start pushes, one inside widens; a delete narrows, and a place that
 * lost all its cells is gone (null).
 */
import type { Rect } from './engine';

/** A change of a sheet's rows or columns. `before` of a move is counted before the move. */
export type GridChange =
  | { kind: 'insert'; axis: 'row' | 'col'; at: number; count: number }
  | { kind: 'delete'; axis: 'row' | 'col'; at: number; count: number }
  | { kind: 'move'; axis: 'row' | 'col'; at: number; count: number; before: number };

/** A stretch of rows or columns, ends included. */
export type Span = readonly [start: number, end: number];

/** Where a stretch lies after the change, null when it is gone. */
export function shiftSpan([start, end]: Span, change: GridChange): Span | null {
  const { at, count } = change;
  if (change.kind === 'insert') {
    if (at <= start) return [start + count, end + count];
    return at <= end ? [start, end + count] : [start, end];
  }
  if (change.kind === 'delete') {
    const cut = Math.max(0, Math.min(end, at + count - 1) - Math.max(start, at) + 1);
    if (cut > end - start) return null;
    const before = Math.max(0, Math.min(count, start - at));
    return [start - before, end - before - cut];
  }
  const landing = change.before > at ? change.before - count : change.before;
  if (start >= at && end < at + count) return [start - at + landing, end - at + landing];
  const left = shiftSpan([start, end], { kind: 'delete', axis: change.axis, at, count });
  return left && shiftSpan(left, { kind: 'insert', axis: change.axis, at: landing, count });
}

/** Where one row or column lies after the change, null when it is gone. */
export function shiftIndex(index: number, change: GridChange): number | null {
  return shiftSpan([index, index], change)?.[0] ?? null;
}

/** Where a rectangle lies after the change, null when it is gone. The same object when nothing moved. */
export function shiftRect(rect: Rect, change: GridChange): Rect | null {
  const row = change.axis === 'row';
  const start = row ? rect.row : rect.col;
  const size = row ? rect.rows : rect.cols;
  const span = shiftSpan([start, start + size - 1], change);
  if (!span) return null;
  const length = span[1] - span[0] + 1;
  if (span[0] === start && length === size) return rect;
  return row ? { ...rect, row: span[0], rows: length } : { ...rect, col: span[0], cols: length };
}

/** The rectangles after the change; those that are gone are left out. */
export function shiftRects(rects: readonly Rect[], change: GridChange): Rect[] {
  return rects.map((rect) => shiftRect(rect, change)).filter((rect) => rect !== null);
}
