/**
 * Inserting, deleting and moving rows and columns. Univer's own commands do half of it, and that half only for the sheet
 * a user looks at; so the bare mutation runs here, and everything that hangs on rows and columns is brought along.
 */
import { type ChangedGrid, shiftFormula } from './anchors';
import type { Book, BookSheet } from './book';
import { anchorsOn, forgetSpills } from './calculation/spills';
import { CellPatches } from './cell-patches';
import { shiftConditionals } from './conditionals';
import { setFrozen } from './dimensions';
import type { WriteOp } from './engine';
import { readMerges, setMerges, shiftedMerges } from './merges';
import { shiftNames } from './names';
import { notesAfter, settleNotes } from './notes';
import { type GridChange, shiftIndex } from './shift';
import {
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
} from './univer';
import { shiftValidations } from './validations';

/** The ops that change a sheet's rows or columns. */
export type GridOp = Extract<
  WriteOp,
  { op: 'insertRows' | 'deleteRows' | 'moveRows' | 'insertCols' | 'deleteCols' | 'moveCols' }
>;

/** The change an op makes. */
export function changeOf(op: GridOp): GridChange {
  switch (op.op) {
    case 'insertRows':
      return { kind: 'insert', axis: 'row', at: op.before, count: op.count };
    case 'insertCols':
      return { kind: 'insert', axis: 'col', at: op.before, count: op.count };
    case 'deleteRows':
      return { kind: 'delete', axis: 'row', at: op.row, count: op.count };
    case 'deleteCols':
      return { kind: 'delete', axis: 'col', at: op.col, count: op.count };
    case 'moveRows':
      return { kind: 'move', axis: 'row', at: op.row, count: op.count, before: op.before };
    case 'moveCols':
      return { kind: 'move', axis: 'col', at: op.col, count: op.count, before: op.before };
  }
}

/** Formulas whose text changes, at the places they will have. */
function formulaPatches(book: Book, target: BookSheet, grid: ChangedGrid): CellPatches {
  const { change } = grid;
  const patches = new CellPatches();
  for (const { key, sheet } of book.sheets()) {
    const home = sheet.getName();
    const own = key === target.key;
    for (const { row, col, formula } of book.formulas(sheet)) {
      // Most formulas of other sheets do not speak of this one.
      if (!own && !formula.includes('!')) continue;
      const next = shiftFormula(formula, home, grid);
      if (next === formula) continue;
      const moved = own ? shiftIndex((change.axis === 'row' ? row : col) + 1, change) : undefined;
      if (moved === null) continue;
      const place =
        moved === undefined ? { row, col } : change.axis === 'row' ? { row: moved - 1, col } : { row, col: moved - 1 };
      Object.assign(patches.at(key, place.row, place.col), { f: next, si: null });
    }
  }
  return patches;
}

/** Univer keeps by place where formulas spill to, so they must be calculated anew where they land. */
function moveSpills(book: Book, target: BookSheet, change: GridChange, patches: CellPatches): void {
  const matrix = target.sheet.getCellMatrix();
  for (const [row, col] of anchorsOn(book, target.key)) {
    const f = matrix.getValue(row, col)?.f;
    const index = shiftIndex((change.axis === 'row' ? row : col) + 1, change);
    if (!f || index === null) continue;
    const [newRow, newCol] = change.axis === 'row' ? [index - 1, col] : [row, index - 1];
    const patch = patches.at(target.key, newRow, newCol);
    patch.f ??= f;
  }
  forgetSpills(book, target.key);
}

/** The look that inserted rows or columns take from their neighbour. */
function inheritedLook(book: Book, target: BookSheet, change: GridChange, from: number, patches: CellPatches): void {
  const matrix = target.sheet.getCellMatrix();
  const size = change.axis === 'row' ? target.sheet.getColumnCount() : target.sheet.getRowCount();
  for (let across = 0; across < size; across += 1) {
    const cell = change.axis === 'row' ? matrix.getValue(from, across) : matrix.getValue(across, from);
    const style = book.styleData(cell);
    if (!style) continue;
    for (let index = change.at - 1; index < change.at - 1 + change.count; index += 1) {
      const [row, col] = change.axis === 'row' ? [index, across] : [across, index];
      patches.at(target.key, row, col).s = style;
    }
  }
}

function runMutation(book: Book, { key, sheet }: BookSheet, change: GridChange, neighbour: number | null): void {
  const rows = change.axis === 'row';
  const cols = sheet.getColumnCount();
  const lines = sheet.getRowCount();
  const range = (at: number) =>
    rows
      ? { startRow: at - 1, endRow: at + change.count - 2, startColumn: 0, endColumn: cols - 1, rangeType: 1 }
      : { startRow: 0, endRow: lines - 1, startColumn: at - 1, endColumn: at + change.count - 2, rangeType: 2 };
  if (change.kind === 'move') {
    const id = rows ? MoveRowsMutation.id : MoveColsMutation.id;
    book.run(id, key, { sourceRange: range(change.at), targetRange: range(change.before) });
    return;
  }
  if (change.kind === 'delete') {
    book.run(rows ? RemoveRowMutation.id : RemoveColMutation.id, key, { range: range(change.at) });
    return;
  }
  const measured =
    neighbour === null
      ? undefined
      : rows
        ? sheet.getRowManager().getRow(neighbour)
        : sheet.getColumnManager().getColumn(neighbour);
  const { hd: _hidden, ...size } = measured ?? {};
  const infos = Array.from({ length: change.count }, () => ({ ...size }));
  book.run(rows ? InsertRowMutation.id : InsertColMutation.id, key, {
    range: range(change.at),
    ...(rows ? { rowInfo: infos } : { colInfo: infos }),
  });
}

/** Frozen rows and columns grow and shrink with what is inserted and deleted among them. */
function shiftFrozen(book: Book, target: BookSheet, change: GridChange): void {
  if (change.kind === 'move') return;
  const { freeze } = target.sheet.getConfig();
  const frozen = Math.max(0, (change.axis === 'row' ? freeze?.ySplit : freeze?.xSplit) ?? 0);
  const inside = Math.max(0, Math.min(change.count, frozen - change.at + 1));
  const next = change.kind === 'delete' ? frozen - inside : change.at <= frozen ? frozen + change.count : frozen;
  if (next === frozen) return;
  setFrozen(book, { op: 'freeze', sheetId: target.id, ...(change.axis === 'row' ? { rows: next } : { cols: next }) });
}

/** Does the op with all that follows from it. Places must have been checked before. */
export function changeGrid(book: Book, op: GridOp): void {
  const target = book.find(op.sheetId);
  const change = changeOf(op);
  if (change.kind === 'move' && change.before >= change.at && change.before <= change.at + change.count) return;
  const { rows, cols } = book.grid(target.sheet);
  const grid: ChangedGrid = { name: target.sheet.getName(), size: change.axis === 'row' ? rows : cols, change };
  const neighbour =
    'inherit' in op && op.inherit !== 'none' ? (op.inherit === 'before' ? change.at - 2 : change.at - 1) : null;
  const inherits = neighbour !== null && neighbour >= 0 && neighbour < grid.size ? neighbour : null;

  const patches = formulaPatches(book, target, grid);
  moveSpills(book, target, change, patches);
  if (inherits !== null) inheritedLook(book, target, change, inherits, patches);
  const merges = shiftedMerges(readMerges(book, target.sheet), change);
  const notes = notesAfter(book, target.key, change);

  runMutation(book, target, change, inherits);
  patches.run(book);
  setMerges(book, target.key, merges);
  settleNotes(book, target.key, notes);
  shiftValidations(book, target.key, grid);
  shiftConditionals(book, target.key, grid);
  shiftNames(book, grid);
  shiftFrozen(book, target, change);
  book.applyExtras(book.extras.shifted(op.sheetId, change));
}
