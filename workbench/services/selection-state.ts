/** What the running user has selected; scripts move only this user's view (facts §5.13). */
import type { Rect } from '../engine/engine';
import type { SelectionState } from '../runtime/protocol';
import { contains } from '../values/addresses';
import { sheets } from './book';
import { Exception } from './exception';
import { ask, config } from './host';
import type { GridRange } from './objects';

let current: SelectionState | null = null;

/** Put in place at the start of an execution. */
export function startSelection(): void {
  current = config.selection;
}

/**
 * The selection now; without one the first visible tab's A1. A tab that is gone falls back likewise; on a grid that has
 * become smaller than what is selected it is moved inside, as in the page.
 */
export function selection(): SelectionState {
  const grid = current && sheets().find((sheet) => sheet.id === current!.sheetId);
  if (current && grid) {
    current = inside(current, grid.maxRows, grid.maxCols);
    return current;
  }
  const first = sheets().find((sheet) => !sheet.hidden) ?? sheets()[0]!;
  current = cellOn(first.id, 1, 1);
  return current;
}

/** For the report at the end: null when no script call needed one. */
export function knownSelection(): SelectionState | null {
  return current;
}

function cellOn(sheetId: number, row: number, col: number): SelectionState {
  return { sheetId, ranges: [{ row, col, rows: 1, cols: 1 }], current: { row, col } };
}

function inside(selected: SelectionState, maxRows: number, maxCols: number): SelectionState {
  const fit = ({ row, col, rows, cols }: Rect): Rect => {
    const [top, left] = [Math.min(row, maxRows), Math.min(col, maxCols)];
    const [bottom, right] = [Math.min(row + rows - 1, maxRows), Math.min(col + cols - 1, maxCols)];
    return { row: top, col: left, rows: bottom - top + 1, cols: right - left + 1 };
  };
  const { row, col } = selected.current;
  return {
    ...selected,
    ranges: selected.ranges.map(fit),
    current: { row: Math.min(row, maxRows), col: Math.min(col, maxCols) },
  };
}

function set(next: SelectionState): void {
  current = next;
  if (config.hasUi) ask('show', { kind: 'select', selection: next });
}

/** Makes a tab the active one; its own earlier selection is not remembered, A1 is taken. */
export function selectSheet(sheetId: number): void {
  if (selection().sheetId !== sheetId) set(cellOn(sheetId, 1, 1));
}

/** Selects ranges of one tab; the first cell of the first is the current one. */
export function selectRanges(ranges: readonly GridRange[]): void {
  const [first] = ranges;
  if (!first) throw new Exception('The range list is empty.');
  if (ranges.some((range) => range.sheetId !== first.sheetId)) {
    throw new Exception('All ranges must be on the same sheet.');
  }
  set({
    sheetId: first.sheetId,
    ranges: ranges.map(({ row, col, rows, cols }) => ({ row, col, rows, cols })),
    current: { row: first.row, col: first.col },
  });
}

/** Moves the current cell; the selection stays when it holds the cell. */
export function selectCell(cell: GridRange): void {
  const now = selection();
  const inside = now.sheetId === cell.sheetId && now.ranges.some((range) => contains(range, cell));
  set(inside ? { ...now, current: { row: cell.row, col: cell.col } } : cellOn(cell.sheetId, cell.row, cell.col));
}
