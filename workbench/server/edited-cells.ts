/**
 * Which cells an edit of a page has given other values, and how: what a trigger has to know of it. Pure.
 *
 * Univer writes into a mutation which command made it (`trigger`); what is pasted comes without, as the clipboard is read
 * while no command runs.
 */
import type { Rect } from '../engine/engine';
import type { EditKind } from '../runtime/person-edit';
import type { PageMutation } from './protocol';

export interface EditedCells {
  kind: EditKind;
  /** Univer's name of the tab. */
  sheetKey: string;
  rect: Rect;
}

const KINDS: Record<string, EditKind> = {
  'sheet.command.clear-selection-content': 'cleared',
  'sheet.command.clear-selection-all': 'cleared',
  'sheet.command.auto-clear-content': 'cleared',
  'sheet.command.auto-fill': 'filled',
  'sheet.command.refill': 'filled',
  'univer.command.undo': 'undone',
  'univer.command.redo': 'redone',
};

interface ZeroRange {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}
type Cells = Record<string, Record<string, object | null> | null>;
interface Params {
  subUnitId?: string;
  trigger?: string;
  cellValue?: Cells;
  range?: ZeroRange;
  sourceRange?: ZeroRange;
  targetRange?: ZeroRange;
  toRange?: ZeroRange;
  to?: { subUnitId: string };
}

/** The edit as a trigger sees it; null when no cell's value is touched, or rows, columns or tabs come or go. */
export function editedCells(mutations: readonly PageMutation[]): EditedCells | null {
  const made = mutations.map(({ id, params }) => ({
    name: id.replace(/^.*\.mutation\./, ''),
    params: params as Params,
  }));
  const trigger = made.find(({ params }) => params.trigger !== undefined)?.params.trigger;
  const kind = trigger === undefined || /\bpaste/.test(trigger) ? 'pasted' : (KINDS[trigger] ?? 'typed');
  const move = made.find(({ name }) => /^(move-(range|rows|columns)|reorder-range)$/.test(name));
  if (move) return movedCells(move.name, move.params, kind);
  if (made.some(({ name }) => /^(remove-(rows|col|sheet)|insert-(sheet|range)|delete-range)$/.test(name))) return null;
  // A paste may need more rows. Else the grid alone grows; formulas that follow are nobody's edit.
  if (kind !== 'pasted' && made.some(({ name }) => /^insert-(row|col)$/.test(name))) return null;
  return touchedCells(made, kind);
}

function movedCells(name: string, params: Params, kind: EditKind): EditedCells | null {
  const how = kind === 'undone' || kind === 'redone' ? kind : 'moved';
  const at = name === 'reorder-range' ? params.range : name === 'move-range' ? params.toRange : landing(name, params);
  const sheetKey = name === 'move-range' ? params.to?.subUnitId : params.subUnitId;
  return at && sheetKey !== undefined ? { kind: how, sheetKey, rect: rectOf(at) } : null;
}

/** Where moved rows or columns stand afterwards: their target is told as it was before. */
function landing(name: string, { sourceRange: from, targetRange: to }: Params): ZeroRange | undefined {
  if (!from || !to) return undefined;
  const [start, end] =
    name === 'move-rows' ? (['startRow', 'endRow'] as const) : (['startColumn', 'endColumn'] as const);
  const count = from[end] - from[start] + 1;
  const first = to[start] > from[start] ? to[start] - count : to[start];
  return { ...from, [start]: first, [end]: first + count - 1 };
}

interface Place {
  row: number;
  col: number;
}

function touchedCells(made: readonly { name: string; params: Params }[], kind: EditKind): EditedCells | null {
  const writes = made.filter(({ name }) => name === 'set-range-values');
  const sheetKey = writes.find(({ params }) => touched(params.cellValue).length > 0)?.params.subUnitId;
  if (sheetKey === undefined) return null;
  const places = writes
    .filter(({ params }) => params.subUnitId === sheetKey)
    .flatMap(({ params }) => touched(params.cellValue));
  return { kind, sheetKey, rect: kind === 'cleared' ? firstBlock(places) : around(places) };
}

/** Cells of which more than the look is set. */
function touched(cells: Cells = {}): Place[] {
  return Object.entries(cells).flatMap(([row, line]) =>
    Object.entries(line ?? {})
      .filter(([, cell]) => cell === null || ['v', 'f', 'p', 'si'].some((key) => key in cell))
      .map(([col]) => ({ row: Number(row) + 1, col: Number(col) + 1 })),
  );
}

function around(places: readonly Place[]): Rect {
  const rows = places.map(({ row }) => row);
  const cols = places.map(({ col }) => col);
  const [top, left] = [minOf(rows), minOf(cols)];
  return { row: top, col: left, rows: maxOf(rows) - top + 1, cols: maxOf(cols) - left + 1 };
}

/** Several ranges that are cleared at once are one event, and it tells one range: an assumption (docs/workbench.md). */
function firstBlock(places: readonly Place[]): Rect {
  const taken = new Set(places.map(({ row, col }) => `${row} ${col}`));
  const { row, col } = places.reduce((a, b) => (b.row < a.row || (b.row === a.row && b.col < a.col) ? b : a));
  let cols = 1;
  while (taken.has(`${row} ${col + cols}`)) cols++;
  const isWhole = (at: number) => Array.from({ length: cols }, (_, n) => col + n).every((c) => taken.has(`${at} ${c}`));
  let rows = 1;
  while (isWhole(row + rows)) rows++;
  return { row, col, rows, cols };
}

function minOf(numbers: readonly number[]): number {
  return numbers.reduce((least, one) => Math.min(least, one));
}

function maxOf(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one));
}

function rectOf({ startRow, endRow, startColumn, endColumn }: ZeroRange): Rect {
  return { row: startRow + 1, col: startColumn + 1, rows: endRow - startRow + 1, cols: endColumn - startColumn + 1 };
}
