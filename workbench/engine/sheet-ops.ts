/** Whole sheets: making, copying, deleting, naming, ordering, hiding. */
import type { Book } from './book';
import { anchorsOn, respill } from './calculation/spills';
import { CellPatches } from './cell-patches';
import { mapConditionalFormulas, readConditionals, writeConditionals } from './conditionals';
import { defaultColWidth, defaultRowHeight } from './dimensions';
import type { WriteOp } from './engine';
import { mapNames } from './names';
import { clearNotes, copyNotes } from './notes';
import { dropSheetIn, renameSheetIn } from './references';
import {
  type ICellData,
  InsertSheetMutation,
  type IStyleData,
  type IWorksheetData,
  RemoveSheetMutation,
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from './univer';
import { clearValidations, copyValidationsTo, mapValidationFormulas } from './validations';

type Op<K extends WriteOp['op']> = Extract<WriteOp, { op: K }>;

/** The data of an empty sheet in Google's measures. */
export function emptySheet(id: string, name: string, rows: number, cols: number): Partial<IWorksheetData> {
  return {
    id,
    name,
    rowCount: rows,
    columnCount: cols,
    defaultRowHeight,
    defaultColumnWidth: defaultColWidth,
    cellData: {},
    rowData: {},
    columnData: {},
    mergeData: [],
    freeze: { startRow: -1, startColumn: -1, xSplit: 0, ySplit: 0 },
    showGridlines: 1,
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    hidden: 0,
    tabColor: '',
  };
}

/** Adds a sheet at a place counted from 0, empty or as a copy of another one. */
export function insertSheet(book: Book, op: Op<'insertSheet'>): void {
  const key = String(op.sheetId);
  if (op.template === undefined) {
    book.host.run(InsertSheetMutation.id, { index: op.index, sheet: emptySheet(key, op.name, op.rows, op.cols) });
    return;
  }
  const source = book.find(op.template);
  const config = structuredClone(source.sheet.getConfig());
  const sheet = { ...config, id: key, name: op.name };
  book.host.run(InsertSheetMutation.id, { index: op.index, sheet, styles: usedStyles(book, config) });
  writeConditionals(book, op.sheetId, readConditionals(book, op.template));
  copyValidationsTo(book, op.template, op.sheetId);
  copyNotes(book, source.key, key);
  const { groups, control } = book.extras.groupsOf(op.template);
  if (groups.length > 0 || control !== 'AFTER')
    book.applyExtras([{ op: 'rowGroups', sheetId: op.sheetId, groups, control }]);
  const filter = book.extras.filterOf(op.template);
  if (filter) book.applyExtras([{ op: 'filter', sheetId: op.sheetId, filter }]);
  respill(book, key, anchorsOn(book, source.key));
}

/** The styles a sheet's cells name: a page, and a replayed journal, know the same styles by other names. */
function usedStyles(book: Book, config: IWorksheetData): Record<string, IStyleData> {
  const styles = book.host.workbook.getStyles();
  const used: Record<string, IStyleData> = {};
  for (const line of Object.values(config.cellData)) {
    for (const cell of Object.values(line as Record<number, ICellData>)) {
      if (typeof cell?.s !== 'string' || used[cell.s]) continue;
      const style = styles.get(cell.s);
      if (style) used[cell.s] = style;
    }
  }
  return used;
}

/** Rewrites every formula of the workbook: in cells, rules and names. */
function mapFormulas(book: Book, map: (formula: string) => string): void {
  const patches = new CellPatches();
  for (const { key, sheet } of book.sheets()) {
    for (const { row, col, formula } of book.formulas(sheet)) {
      const next = map(formula);
      if (next !== formula) patches.at(key, row, col).f = next;
    }
  }
  patches.run(book);
  mapValidationFormulas(book, map);
  mapConditionalFormulas(book, map);
  mapNames(book, map);
}

/** Deletes a sheet; formulas that pointed at it become #REF!. */
export function deleteSheet(book: Book, op: Op<'deleteSheet'>): void {
  const { key, sheet } = book.find(op.sheetId);
  const name = sheet.getName();
  const { rows, cols } = book.grid(sheet);
  const whole = { row: 1, col: 1, rows, cols };
  writeConditionals(book, op.sheetId, []);
  clearValidations(book, op.sheetId, whole);
  clearNotes(book, op.sheetId, whole);
  book.run(RemoveSheetMutation.id, key, { subUnitName: name });
  mapFormulas(book, (formula) => dropSheetIn(formula, name));
  book.applyExtras(book.extras.withoutSheet(op.sheetId));
}

/** Renames a sheet; formulas follow. */
export function renameSheet(book: Book, op: Op<'renameSheet'>): void {
  const { key, sheet } = book.find(op.sheetId);
  const old = sheet.getName();
  if (old === op.name) return;
  book.run(SetWorksheetNameMutation.id, key, { name: op.name });
  mapFormulas(book, (formula) => renameSheetIn(formula, old, op.name));
}

/** Moves a sheet to a place counted from 0. */
export function moveSheet(book: Book, op: Op<'moveSheet'>): void {
  const { key } = book.find(op.sheetId);
  const fromOrder = book.sheets().findIndex((sheet) => sheet.key === key);
  book.run(SetWorksheetOrderMutation.id, key, { fromOrder, toOrder: op.index });
}

export function setSheetHidden(book: Book, op: Op<'sheetHidden'>): void {
  book.run(SetWorksheetHideMutation.id, book.find(op.sheetId).key, { hidden: op.hidden ? 1 : 0 });
}

export function setTabColor(book: Book, op: Op<'tabColor'>): void {
  book.run(SetTabColorMutation.id, book.find(op.sheetId).key, { color: op.color ?? '' });
}

export function setGridlines(book: Book, op: Op<'gridlines'>): void {
  book.run(ToggleGridlinesMutation.id, book.find(op.sheetId).key, { showGridlines: op.hidden ? 0 : 1 });
}
