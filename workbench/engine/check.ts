/**
 * Whether a list of ops can be done: each is tried on a light model of the workbook (sheets, grids, frozen panes, merges)
 * in the order given, so that the engine can refuse the whole list before it changes anything. Texts are Google's (facts §5.3).
 */

import { intersects } from '../values/addresses';
import type { Book } from './book';
import { knownCriteria } from './conditional-rule';
import { copiedRect } from './copy-cells';
import { EngineError, NotImplemented, type Rect, type WriteOp } from './engine';
import { changeOf, type GridOp } from './grid-change';
import { mergedParts, readMerges, requireWholeMerges, shiftedMerges } from './merges';
import { isKnownValidation } from './validation-rule';

interface ModelSheet {
  name: string;
  hidden: boolean;
  rows: number;
  cols: number;
  frozenRows: number;
  frozenCols: number;
  merges(): readonly Rect[];
}

type Model = Map<number, ModelSheet>;

const maxCells = 10_000_000;
const outside = 'The coordinates of the range are outside the dimensions of the sheet.';

function fail(text: string): never {
  throw new EngineError(text);
}

/** Throws EngineError when an op of the list cannot be done; changes nothing. */
export function checkOps(book: Book, ops: readonly WriteOp[]): void {
  const model: Model = new Map();
  for (const { id, sheet } of book.sheets()) {
    const { freeze, hidden } = sheet.getConfig();
    model.set(id, {
      name: sheet.getName(),
      hidden: hidden === 1,
      ...book.grid(sheet),
      frozenRows: Math.max(0, freeze?.ySplit ?? 0),
      frozenCols: Math.max(0, freeze?.xSplit ?? 0),
      merges: () => readMerges(book, sheet),
    });
  }
  for (const op of ops) check(model, op);
}

function sheetOf(model: Model, sheetId: number): ModelSheet {
  return model.get(sheetId) ?? fail(`There is no sheet with the id ${sheetId}.`);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

/** Throws Google's error when a rectangle is not on the sheet. */
export function requireOnGrid(grid: { rows: number; cols: number }, rect: Rect): void {
  if (!(rect.row >= 1)) fail('The starting row of the range is too small.');
  if (!(rect.col >= 1)) fail('The starting column of the range is too small.');
  if (!isCount(rect.rows)) fail('The number of rows in the range must be at least 1.');
  if (!isCount(rect.cols)) fail('The number of columns in the range must be at least 1.');
  if (rect.row + rect.rows - 1 > grid.rows || rect.col + rect.cols - 1 > grid.cols) fail(outside);
}

/** A block of values must be a full rectangle on the sheet. */
function requireBlock(sheet: ModelSheet, row: number, col: number, block: readonly (readonly unknown[])[]): void {
  const cols = block[0]?.length ?? 0;
  requireOnGrid(sheet, { row, col, rows: block.length, cols });
  const ragged = block.find((line) => line.length !== cols);
  if (ragged) {
    fail(
      `The number of columns in the data does not match the number of columns in the range. The data has ${ragged.length} but the range has ${cols}.`,
    );
  }
}

function requireStretch(limit: number, at: number, count: number, what: 'rows' | 'columns'): void {
  if (!Number.isInteger(at) || at < 1 || !isCount(count) || at + count - 1 > limit)
    fail(`Those ${what} are out of bounds.`);
}

type Op<K extends WriteOp['op']> = Extract<WriteOp, { op: K }>;
type SheetKind = Exclude<
  WriteOp['op'],
  'protections' | 'metadata' | 'file' | 'properties' | 'namedRanges' | 'insertSheet'
>;
type Checks = { [K in SheetKind]: (sheet: ModelSheet, op: Op<K>, model: Model) => void };

const nothing = () => {};
const rowsInside = (sheet: ModelSheet, op: { row: number; count: number }) =>
  requireStretch(sheet.rows, op.row, op.count, 'rows');
const colsInside = (sheet: ModelSheet, op: { col: number; count: number }) =>
  requireStretch(sheet.cols, op.col, op.count, 'columns');

const checks: Checks = {
  cells: (sheet, op) => {
    requireBlock(sheet, op.row, op.col, op.cells);
    if (op.cells.some((line) => line.some((cell) => typeof cell?.v === 'string' && cell.v.length > 50_000))) {
      fail('Your input contains more than the maximum of 50000 characters in a single cell.');
    }
  },
  styles: (sheet, op) => requireBlock(sheet, op.row, op.col, op.styles),
  notes: (sheet, op) => requireBlock(sheet, op.row, op.col, op.notes),
  validations: (sheet, op) => {
    requireBlock(sheet, op.row, op.col, op.rules);
    for (const rule of op.rules.flat()) {
      if (rule && !isKnownValidation(rule)) throw new NotImplemented(`data validation criteria ${rule.criteria}`);
    }
  },
  style: (sheet, op) => requireOnGrid(sheet, op),
  richText: (sheet, op) => {
    requireOnGrid(sheet, { row: op.row, col: op.col, rows: 1, cols: 1 });
    const wrong = op.runs.some(({ start, end }) => start < 0 || end > op.text.length || start >= end);
    if (wrong) fail('The text run lies outside the text.');
  },
  clear: (sheet, op) => requireOnGrid(sheet, op.rect),
  conditionalRules: (sheet, op) => {
    for (const rule of op.rules) {
      if (!knownCriteria.has(rule.criteria)) throw new NotImplemented(`conditional format criteria ${rule.criteria}`);
      if (rule.ranges.length === 0) fail('A conditional format must have at least one range.');
      for (const rect of rule.ranges) requireOnGrid(sheet, rect);
    }
  },
  merge: checkMerge,
  unmerge: checkMerge,
  insertRows: checkGrid,
  insertCols: checkGrid,
  deleteRows: checkGrid,
  deleteCols: checkGrid,
  moveRows: checkGrid,
  moveCols: checkGrid,
  rowHeights: (sheet, op) => {
    if (!(op.height > 0)) fail('Row height must be positive.');
    rowsInside(sheet, op);
  },
  colWidths: (sheet, op) => {
    if (!(op.width > 0)) fail('Column width must be positive.');
    colsInside(sheet, op);
  },
  rowsHidden: rowsInside,
  colsHidden: colsInside,
  freeze: checkFreeze,
  rowGroups: (sheet, op) => {
    for (const { start, end, depth } of op.groups) {
      requireStretch(sheet.rows, start, end - start + 1, 'rows');
      if (depth < 1 || depth > 8) fail('A row group lies 1 to 8 levels deep.');
    }
  },
  filter: (sheet, op) => {
    if (op.filter) requireOnGrid(sheet, op.filter.rect);
  },
  copy: (sheet, op, model) => {
    requireOnGrid(sheet, op.from);
    requireOnGrid(sheetOf(model, op.toSheetId), copiedRect(op));
  },
  move: (sheet, op, model) => {
    requireOnGrid(sheet, op.from);
    requireOnGrid(sheetOf(model, op.toSheetId), { ...op.from, row: op.row, col: op.col });
    requireWholeMerges(sheet.merges(), op.from);
  },
  gridlines: nothing,
  tabColor: nothing,
  deleteSheet: (sheet, op, model) => {
    if (model.size === 1) fail("You can't remove all the sheets in a document.");
    if (isLastVisible(model, sheet)) fail("You can't remove all the visible sheets in a document.");
    model.delete(op.sheetId);
  },
  renameSheet: (sheet, op, model) => {
    requireFreeName(model, op.name, sheet);
    sheet.name = op.name;
  },
  sheetHidden: (sheet, op, model) => {
    if (op.hidden && isLastVisible(model, sheet)) fail("You can't hide all the sheets in a document.");
    sheet.hidden = op.hidden;
  },
  moveSheet: (_, op, model) => {
    if (op.index < 0 || op.index >= model.size) fail(`There is no place ${op.index} for a sheet.`);
  },
};

function check(model: Model, op: WriteOp): void {
  if (op.op === 'insertSheet') checkInsertSheet(model, op);
  else if (op.op === 'namedRanges')
    for (const { sheetId, rect } of op.all) requireOnGrid(sheetOf(model, sheetId), rect);
  else if ('sheetId' in op) {
    const apply = checks[op.op] as (sheet: ModelSheet, op: WriteOp, model: Model) => void;
    apply(sheetOf(model, op.sheetId), op, model);
  }
}

function checkMerge(sheet: ModelSheet, op: Extract<WriteOp, { op: 'merge' | 'unmerge' }>): void {
  requireOnGrid(sheet, op.rect);
  const merges = sheet.merges();
  requireWholeMerges(merges, op.rect);
  const left = merges.filter((merge) => !intersects(merge, op.rect));
  const next = op.op === 'merge' ? [...left, ...mergedParts(op.rect, op.kind)] : left;
  sheet.merges = () => next;
}

function checkGrid(sheet: ModelSheet, op: GridOp, model: Model): void {
  const change = changeOf(op);
  const rows = change.axis === 'row';
  const what = rows ? 'rows' : 'columns';
  const size = rows ? sheet.rows : sheet.cols;
  const frozen = rows ? sheet.frozenRows : sheet.frozenCols;
  if (change.kind === 'insert') {
    if (!Number.isInteger(change.at) || change.at < 1 || change.at > size + 1 || !isCount(change.count))
      fail(`Those ${what} are out of bounds.`);
    const added = change.count * (rows ? sheet.cols : sheet.rows);
    const total = [...model.values()].reduce((sum, each) => sum + each.rows * each.cols, added);
    if (total > maxCells)
      fail(`This action would increase the number of cells in the workbook above the limit of ${maxCells} cells.`);
  } else requireStretch(size, change.at, change.count, what);
  if (change.kind === 'move' && !(Number.isInteger(change.before) && change.before >= 1 && change.before <= size + 1))
    fail(`Those ${what} are out of bounds.`);

  let nextFrozen = frozen;
  if (change.kind === 'delete') {
    if (change.count >= size) fail(`You can't delete all the ${what} on the sheet.`);
    nextFrozen = frozen - Math.max(0, Math.min(change.count, frozen - change.at + 1));
    if (nextFrozen > 0 && nextFrozen >= size - change.count)
      fail(`Sorry, it is not possible to delete all non-frozen ${what}.`);
  } else if (change.kind === 'insert' && change.at <= frozen) nextFrozen = frozen + change.count;
  const next = change.kind === 'move' ? size : size + (change.kind === 'insert' ? change.count : -change.count);
  const merges = sheet.merges;
  sheet.merges = () => shiftedMerges(merges(), change);
  if (rows) Object.assign(sheet, { rows: next, frozenRows: nextFrozen });
  else Object.assign(sheet, { cols: next, frozenCols: nextFrozen });
}

function checkFreeze(sheet: ModelSheet, op: Extract<WriteOp, { op: 'freeze' }>): void {
  const { rows = sheet.frozenRows, cols = sheet.frozenCols } = op;
  if (rows < 0 || rows >= sheet.rows) fail("You can't freeze all visible rows on the sheet.");
  if (cols < 0 || cols >= sheet.cols) fail("You can't freeze all visible columns on the sheet.");
  Object.assign(sheet, { frozenRows: rows, frozenCols: cols });
}

function requireFreeName(model: Model, name: string, self?: ModelSheet): void {
  if (name === '') fail('The sheet name cannot be empty.');
  if (name.length > 100) fail('The sheet name cannot be greater than 100 characters.');
  const taken = [...model.values()].some((sheet) => sheet !== self && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
}

function checkInsertSheet(model: Model, op: Extract<WriteOp, { op: 'insertSheet' }>): void {
  if (!Number.isInteger(op.sheetId) || op.sheetId < 0 || model.has(op.sheetId))
    fail(`A sheet with the id ${op.sheetId} already exists or cannot be.`);
  requireFreeName(model, op.name);
  if (op.index < 0 || op.index > model.size) fail(`There is no place ${op.index} for a sheet.`);
  const template = op.template === undefined ? undefined : sheetOf(model, op.template);
  const size = template ?? { rows: op.rows, cols: op.cols };
  if (!isCount(size.rows) || !isCount(size.cols)) fail('A sheet has at least one row and one column.');
  const merges = template?.merges() ?? [];
  model.set(op.sheetId, {
    hidden: false,
    frozenRows: 0,
    frozenCols: 0,
    ...template,
    name: op.name,
    rows: size.rows,
    cols: size.cols,
    merges: () => merges,
  });
}

function isLastVisible(model: Model, sheet: ModelSheet): boolean {
  const visible = [...model.values()].filter((each) => !each.hidden);
  return visible.length === 1 && visible[0] === sheet;
}
