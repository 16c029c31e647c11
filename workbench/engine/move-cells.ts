/** Cut and paste: cells change their place, and references everywhere follow them. */
import { contains, intersection, intersects, quoteSheetName } from '../values/addresses';
import type { Book } from './book';
import type { CellBatch } from './cell-batch';
import { replacingPatch } from './cell-style';
import { moveConditionals } from './conditionals';
import { snapshot } from './copy-cells';
import type { Rect, WriteOp } from './engine';
import { readMerges, setMerges } from './merges';
import { mapNames } from './names';
import { clearNotes, readNotes, writeNotes } from './notes';
import { mapReferences, type Reference, referenceRect, sameName, translateReference } from './references';
import { clearValidations, pickValidations, placeValidations } from './validations';

type MoveOp = Extract<WriteOp, { op: 'move' }>;

/** How references are rewritten: those wholly inside what moves go along. */
function follower(book: Book, op: MoveOp): (formula: string, home: string, newHome: string) => string {
  const from = book.find(op.sheetId);
  const to = book.find(op.toSheetId);
  const fromName = from.sheet.getName();
  const toName = to.sheet.getName();
  const grid = book.grid(from.sheet);
  const rows = op.row - op.from.row;
  const cols = op.col - op.from.col;
  const onSheet = (reference: Reference, sheet: string, newHome: string): Reference =>
    reference.sheet === null && sameName(sheet, newHome)
      ? reference
      : sameName(sheet, newHome)
        ? { ...reference, sheet: null, prefix: '' }
        : { ...reference, sheet, prefix: `${quoteSheetName(sheet)}!` };
  return (formula, home, newHome) =>
    mapReferences(formula, (reference) => {
      const sheet = reference.sheet ?? home;
      const whole = reference.start.row !== null && reference.start.col !== null;
      if (sameName(sheet, fromName) && whole && contains(op.from, referenceRect(reference, grid))) {
        return onSheet(translateReference(reference, rows, cols), toName, newHome);
      }
      // An unqualified reference of a cell that goes to another sheet still means the old one.
      return reference.sheet === null && !sameName(home, newHome) ? onSheet(reference, home, newHome) : reference;
    });
}

/** Moves a rectangle of cells to a place whose top left corner is given. */
export function moveCells(book: Book, batch: CellBatch, op: MoveOp): void {
  const { from } = op;
  const to: Rect = { ...from, row: op.row, col: op.col };
  const source = book.find(op.sheetId);
  const target = book.find(op.toSheetId);
  const follow = follower(book, op);
  const cells = snapshot(book, op.sheetId, from);
  const rules = pickValidations(book, op.sheetId, from);
  const notes = readNotes(book, op.sheetId, from);
  const merges = readMerges(book, source.sheet).filter((merge) => contains(from, merge));

  followEverywhere(book, batch, op, follow);
  for (let r = 0; r < from.rows; r += 1) {
    for (let c = 0; c < from.cols; c += 1) {
      batch.put(source.key, from.row - 1 + r, from.col - 1 + c, {
        v: null,
        t: null,
        f: null,
        si: null,
        p: null,
        custom: null,
      });
      batch.restyle(source.key, from.row - 1 + r, from.col - 1 + c, replacingPatch(null));
    }
  }
  cells.forEach((line, r) => {
    line.forEach(({ cell, style }, c) => {
      const f = cell?.f && follow(cell.f, source.sheet.getName(), target.sheet.getName());
      const { v = null, t = null, p = null, custom = null } = cell ?? {};
      const data = f
        ? { f, v: null, t: null, si: null, p: null, custom: null }
        : { f: null, si: null, v, t, p, custom };
      batch.put(target.key, to.row - 1 + r, to.col - 1 + c, data);
      batch.restyle(target.key, to.row - 1 + r, to.col - 1 + c, replacingPatch(style));
    });
  });
  batch.flush();

  moveMerges(book, op, to, merges);
  clearValidations(book, op.sheetId, from);
  clearValidations(book, op.toSheetId, to);
  placeValidations(book, op.toSheetId, rules, to.row, to.col);
  clearNotes(book, op.sheetId, from);
  writeNotes(book, op.toSheetId, to.row, to.col, notes);
  moveConditionals(book, op.sheetId, from, op.toSheetId, to.row, to.col);
  mapNames(book, (address) => follow(address, '', ''));
}

/** Formulas outside of what moves and what is pasted over. */
function followEverywhere(book: Book, batch: CellBatch, op: MoveOp, follow: ReturnType<typeof follower>): void {
  for (const { id, key, sheet } of book.sheets()) {
    const name = sheet.getName();
    for (const { row, col, formula } of book.formulas(sheet)) {
      const place = { row: row + 1, col: col + 1, rows: 1, cols: 1 };
      if (id === op.sheetId && intersection(op.from, place)) continue;
      const next = follow(formula, name, name);
      if (next !== formula) batch.put(key, row, col, { f: next, si: null });
    }
  }
}

function moveMerges(book: Book, op: MoveOp, to: Rect, merges: readonly Rect[]): void {
  const source = book.find(op.sheetId);
  const target = book.find(op.toSheetId);
  const moved = merges.map((merge) => ({
    ...merge,
    row: merge.row - op.from.row + to.row,
    col: merge.col - op.from.col + to.col,
  }));
  if (merges.length > 0)
    setMerges(
      book,
      source.key,
      readMerges(book, source.sheet).filter((merge) => !contains(op.from, merge)),
    );
  const there = readMerges(book, target.sheet);
  const kept = there.filter((merge) => !intersects(merge, to));
  if (moved.length > 0 || kept.length < there.length) setMerges(book, target.key, [...kept, ...moved]);
}
