/** Copying rectangles of cells, with what belongs to them; a larger target is tiled with whole copies. */
import { contains, intersects } from '../values/addresses';
import type { Book } from './book';
import type { CellBatch } from './cell-batch';
import { replacingPatch, type StylePatch } from './cell-style';
import { cellData, imageOf, scalarOf, unparsableOf } from './cells';
import { extendConditionals } from './conditionals';
import type { Rect, WriteOp } from './engine';
import { readMerges, setMerges } from './merges';
import { readNotes, writeNotes } from './notes';
import { offsetFormula } from './references';
import type { ICellData, IStyleData, Nullable } from './univer';
import { clearValidations, pickValidations, placeValidations } from './validations';

type CopyOp = Extract<WriteOp, { op: 'copy' }>;

/** One cell as it is copied: stored data, the value shown, its look. */
export interface CopiedCell {
  cell: Nullable<ICellData>;
  shown: Nullable<ICellData>;
  style: IStyleData | null;
}

/** The cells of a rectangle as they are now. */
export function snapshot(book: Book, sheetId: number, rect: Rect): CopiedCell[][] {
  const { key, sheet } = book.find(sheetId);
  const spilled = book.spilled(key);
  return Array.from({ length: rect.rows }, (_, r) =>
    Array.from({ length: rect.cols }, (_, c) => {
      const cell = structuredClone(book.cell(sheet, rect.row - 1 + r, rect.col - 1 + c));
      const shown = cell?.f || cell?.v != null ? cell : (spilled?.[rect.row - 1 + r]?.[rect.col - 1 + c] ?? cell);
      return { cell, shown, style: book.styleData(cell) };
    }),
  );
}

function transpose<T>(block: T[][]): T[][] {
  return (block[0] ?? []).map((_, c) => block.map((line) => line[c]!));
}

/** Where the copies' top left corners stand, and the rectangle they fill together. */
function tiles(op: CopyOp): { corners: { row: number; col: number }[]; filled: Rect; rows: number; cols: number } {
  const [rows, cols] = op.transposed ? [op.from.cols, op.from.rows] : [op.from.rows, op.from.cols];
  const down = Math.max(1, Math.floor(op.to.rows / rows));
  const across = Math.max(1, Math.floor(op.to.cols / cols));
  const corners = Array.from({ length: down * across }, (_, index) => ({
    row: op.to.row + Math.floor(index / across) * rows,
    col: op.to.col + (index % across) * cols,
  }));
  return { corners, filled: { row: op.to.row, col: op.to.col, rows: down * rows, cols: across * cols }, rows, cols };
}

/** The rectangle that a copy writes to. */
export function copiedRect(op: CopyOp): Rect {
  return tiles(op).filled;
}

/** A cell's contents for another place: values as they are, formulas with relative references moved along. */
export function contentsAt({ cell, shown }: CopiedCell, valuesOnly: boolean, rows: number, cols: number): ICellData {
  const unparsable = unparsableOf(cell);
  if (unparsable !== undefined) return cellData({ unparsable });
  const image = imageOf(cell);
  if (image) return cellData({ image });
  if (cell?.f && !valuesOnly) return cellData({ f: offsetFormula(cell.f, rows, cols) });
  return { ...cellData({ v: scalarOf(shown) }), ...(cell?.p && { p: cell.p }) };
}

function lookOf(style: IStyleData | null, what: CopyOp['what']): StylePatch {
  const patch = replacingPatch(style);
  if (what === 'NO_BORDERS') delete patch.bd;
  return patch;
}

/** Copies as the op says. Merges and conditional formats go with ALL, NO_BORDERS and FORMAT. */
export function copyCells(book: Book, batch: CellBatch, op: CopyOp): void {
  const { what } = op;
  const turn = <T>(block: T[][]): T[][] => (op.transposed ? transpose(block) : block);
  const whole = what === 'ALL' || what === 'NO_BORDERS';
  const source = turn(snapshot(book, op.sheetId, op.from));
  const rules = whole || what === 'VALIDATION' ? pickValidations(book, op.sheetId, op.from) : null;
  const notes = whole ? turn(readNotes(book, op.sheetId, op.from)) : null;
  const { corners, filled } = tiles(op);
  const target = book.find(op.toSheetId);

  if (what !== 'VALIDATION') {
    for (const corner of corners) {
      source.forEach((line, r) => {
        line.forEach((copied, c) => {
          const row = corner.row + r;
          const col = corner.col + c;
          const [fromRow, fromCol] = op.transposed
            ? [op.from.row + c, op.from.col + r]
            : [op.from.row + r, op.from.col + c];
          if (what !== 'FORMAT')
            batch.put(
              target.key,
              row - 1,
              col - 1,
              contentsAt(copied, what === 'VALUES', row - fromRow, col - fromCol),
            );
          if (what !== 'VALUES' && what !== 'FORMULA')
            batch.restyle(target.key, row - 1, col - 1, lookOf(copied.style, what));
        });
      });
    }
    batch.flush();
  }
  // A normal paste of cells that have no validation at all leaves that of the target alone.
  if (rules && (rules.rules.length > 0 || what === 'VALIDATION')) {
    clearValidations(book, op.toSheetId, filled);
    for (const { row, col } of corners) placeValidations(book, op.toSheetId, rules, row, col, op.transposed);
  }
  if (notes) for (const { row, col } of corners) writeNotes(book, op.toSheetId, row, col, notes);
  if (!whole && what !== 'FORMAT') return;
  copyMerges(book, op, corners, filled);
  if (!op.transposed)
    for (const { row, col } of corners) extendConditionals(book, op.sheetId, op.from, op.toSheetId, row, col);
}

function copyMerges(book: Book, op: CopyOp, corners: { row: number; col: number }[], filled: Rect): void {
  const inside = readMerges(book, book.find(op.sheetId).sheet).filter((merge) => contains(op.from, merge));
  const target = book.find(op.toSheetId);
  const there = readMerges(book, target.sheet);
  const kept = there.filter(
    (merge) =>
      !intersects(merge, filled) ||
      (op.sheetId === op.toSheetId && contains(op.from, merge) && contains(filled, op.from)),
  );
  if (inside.length === 0 && kept.length === there.length) return;
  const added = corners.flatMap(({ row, col }) =>
    inside.map((merge) => {
      const [down, across] = [merge.row - op.from.row, merge.col - op.from.col];
      return op.transposed
        ? { row: row + across, col: col + down, rows: merge.cols, cols: merge.rows }
        : { row: row + down, col: col + across, rows: merge.rows, cols: merge.cols };
    }),
  );
  setMerges(book, target.key, [...kept, ...added.filter((merge) => !kept.some((other) => intersects(other, merge)))]);
}
