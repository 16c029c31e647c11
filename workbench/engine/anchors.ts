/** Formulas that are meant for the first cell of some ranges (rules): how they change when the ranges do. Pure. */
import type { Rect } from './engine';
import { mapReferences, offsetFormula, type Reference, sameName, shiftReference } from './references';
import type { GridChange } from './shift';

/** The sheet whose grid changes, and its size along the changed axis before. */
export interface ChangedGrid {
  name: string;
  size: number;
  change: GridChange;
}

/** A formula after a sheet's grid changed; `home` is the name of the sheet the formula stands on. */
export function shiftFormula(formula: string, home: string, grid: ChangedGrid): string {
  const hits = (reference: Reference) => sameName(reference.sheet ?? home, grid.name);
  return mapReferences(formula, (reference) =>
    hits(reference) ? shiftReference(reference, grid.change, grid.size) : reference,
  );
}

/** The ranges from top to bottom, then from left to right. */
export function sortedRanges(ranges: readonly Rect[]): Rect[] {
  return [...ranges].sort((a, b) => a.row - b.row || a.col - b.col);
}

/** The cell a rule's formula is written for: the first one of its topmost range, as Univer takes it. */
export function anchorOf(ranges: readonly Rect[]): { row: number; col: number } {
  const [first] = sortedRanges(ranges);
  return { row: first?.row ?? 1, col: first?.col ?? 1 };
}

/** Where a row or column that exists after the change was before it. */
function before(index: number, change: GridChange): number {
  const { at, count } = change;
  if (change.kind === 'insert') return index >= at + count ? index - count : index;
  if (change.kind === 'delete') return index >= at ? index + count : index;
  const landing = change.before > at ? change.before - count : change.before;
  if (index >= landing && index < landing + count) return index - landing + at;
  const without = index >= landing + count ? index - count : index;
  return without >= at ? without + count : without;
}

/** A rule's formula after the grid of its own sheet changed and its ranges with it. */
export function shiftAnchored(
  formula: string,
  from: readonly Rect[],
  to: readonly Rect[],
  home: string,
  grid: ChangedGrid,
): string {
  const old = anchorOf(from);
  const now = anchorOf(to);
  const rows = grid.change.axis === 'row' ? before(now.row, grid.change) - old.row : 0;
  const cols = grid.change.axis === 'col' ? before(now.col, grid.change) - old.col : 0;
  return shiftFormula(offsetFormula(formula, rows, cols), home, grid);
}

/** A rule's formula when its ranges change and the grid does not. */
export function reanchored(formula: string, from: readonly Rect[], to: readonly Rect[]): string {
  const old = anchorOf(from);
  const now = anchorOf(to);
  return offsetFormula(formula, now.row - old.row, now.col - old.col);
}
