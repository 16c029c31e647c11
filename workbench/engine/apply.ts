/** Applies checked ops to the workbook, in order. */
import { intersects } from '../values/addresses';
import type { Book } from './book';
import { CellBatch } from './cell-batch';
import { writeConditionals } from './conditionals';
import { copyCells } from './copy-cells';
import { setColsHidden, setColWidths, setFrozen, setRowGroups, setRowHeights, setRowsHidden } from './dimensions';
import type { Rect, WriteOp } from './engine';
import { changeGrid } from './grid-change';
import { mergedParts, readMerges, setMerges } from './merges';
import { moveCells } from './move-cells';
import { writeNames } from './names';
import { clearNotes, writeNotes } from './notes';
import {
  deleteSheet,
  insertSheet,
  moveSheet,
  renameSheet,
  setGridlines,
  setSheetHidden,
  setTabColor,
} from './sheet-ops';
import { SetWorkbookNameMutation } from './univer';
import { clearValidations, writeValidations } from './validations';

/** Applies the ops; cells written by neighbouring ops go to Univer together. */
export function applyOps(book: Book, ops: readonly WriteOp[]): void {
  const batch = new CellBatch(book);
  for (const op of ops) {
    if (batch.take(op)) continue;
    batch.flush();
    const apply = appliers[op.op as Kind] as (book: Book, op: WriteOp, batch: CellBatch) => void;
    apply(book, op, batch);
  }
  batch.flush();
}

type CellOp = 'cells' | 'style' | 'styles' | 'richText';
type Kind = Exclude<WriteOp['op'], CellOp>;
type Appliers = { [K in Kind]: (book: Book, op: Extract<WriteOp, { op: K }>, batch: CellBatch) => void };

const appliers: Appliers = {
  clear,
  notes: (book, op) => writeNotes(book, op.sheetId, op.row, op.col, op.notes),
  validations: (book, op) => writeValidations(book, op.sheetId, op.row, op.col, op.rules),
  conditionalRules: (book, op) => writeConditionals(book, op.sheetId, op.rules),
  merge,
  unmerge: (book, op) => setMergesOutside(book, op.sheetId, op.rect, []),
  insertRows: changeGrid,
  deleteRows: changeGrid,
  moveRows: changeGrid,
  insertCols: changeGrid,
  deleteCols: changeGrid,
  moveCols: changeGrid,
  rowHeights: setRowHeights,
  colWidths: setColWidths,
  rowsHidden: (book, op) => setRowsHidden(book, op.sheetId, op.row, op.count, op.hidden),
  colsHidden: setColsHidden,
  freeze: setFrozen,
  gridlines: setGridlines,
  tabColor: setTabColor,
  rowGroups: setRowGroups,
  insertSheet,
  deleteSheet,
  renameSheet,
  moveSheet,
  sheetHidden: setSheetHidden,
  copy: (book, op, batch) => copyCells(book, batch, op),
  move: (book, op, batch) => moveCells(book, batch, op),
  namedRanges: (book, op) => writeNames(book, op.all),
  file: (book, op) => {
    book.applyExtras([op]);
    if (op.patch.name !== undefined) book.host.run(SetWorkbookNameMutation.id, { name: op.patch.name });
  },
  protections: (book, op) => book.applyExtras([op]),
  filter: (book, op) => book.applyExtras([op]),
  metadata: (book, op) => book.applyExtras([op]),
  properties: (book, op) => book.applyExtras([op]),
};

function clear(book: Book, op: Extract<WriteOp, { op: 'clear' }>, batch: CellBatch): void {
  batch.clear(op.sheetId, op.rect, op.contents, op.formats);
  batch.flush();
  if (op.validations) clearValidations(book, op.sheetId, op.rect);
  if (op.notes) clearNotes(book, op.sheetId, op.rect);
}

function setMergesOutside(book: Book, sheetId: number, rect: Rect, added: readonly Rect[]): void {
  const { key, sheet } = book.find(sheetId);
  const left = readMerges(book, sheet).filter((each) => !intersects(each, rect));
  setMerges(book, key, [...left, ...added]);
}

/** Merging keeps only the content of each part's first cell, as Google does. */
function merge(book: Book, op: Extract<WriteOp, { op: 'merge' }>, batch: CellBatch): void {
  const parts = mergedParts(op.rect, op.kind);
  for (const part of parts) {
    const rest: Rect[] = [
      { ...part, col: part.col + 1, rows: 1, cols: part.cols - 1 },
      { ...part, row: part.row + 1, rows: part.rows - 1 },
    ];
    for (const rect of rest) batch.clear(op.sheetId, rect, true, false);
  }
  batch.flush();
  setMergesOutside(book, op.sheetId, op.rect, parts);
}
