/** What a page's mutation needs beside being run: booleans as booleans, formulas each with its own text, extras that follow. */
import type { ChangedGrid } from './anchors';
import type { Book } from './book';
import { CellPatches } from './cell-patches';
import { shiftConditionals } from './conditionals';
import { type GridParams, gridChangeOf } from './grid-mutation';
import type { GridChange } from './shift';
import {
  CellValueType,
  DataValidationType,
  type ICellData,
  type ISheetDataValidationRule,
  RemoveSheetMutation,
  SetRangeValuesMutation,
} from './univer';

type Cells = Record<number, Record<number, ICellData | null>>;
interface SheetParams extends GridParams {
  subUnitId: string;
  cellValue?: Cells;
}

/** Runs a page's mutation with what belongs to it. */
export function runPageMutation(book: Book, id: string, raw: unknown): void {
  const params = structuredClone(raw) as SheetParams;
  if (id === SetRangeValuesMutation.id) straightenCheckboxes(book, params);
  const sheetId = params.subUnitId === undefined ? undefined : book.sheetIdOf(params.subUnitId);
  const change = gridChangeOf(id, params);
  const grid = sheetId !== undefined && change ? changedGrid(book, sheetId, change) : null;
  book.host.run(id, params);
  if (id === SetRangeValuesMutation.id) straightenFormulas(book, params);
  if (sheetId === undefined) return;
  if (change && grid) {
    // A page's Univer moves the rules' ranges and leaves their formulas as they were; the server drops what it sends of that.
    shiftConditionals(book, params.subUnitId, grid);
    book.applyExtras(book.extras.shifted(sheetId, change));
  }
  if (id === RemoveSheetMutation.id) book.applyExtras(book.extras.withoutSheet(sheetId));
}

/** The grid as it is before the change. */
function changedGrid(book: Book, sheetId: number, change: GridChange): ChangedGrid {
  const { sheet } = book.find(sheetId);
  const { rows, cols } = book.grid(sheet);
  return { name: sheet.getName(), size: change.axis === 'row' ? rows : cols, change };
}

/** A click on a checkbox writes the number 1 or 0; Google keeps booleans. */
function straightenCheckboxes(book: Book, { subUnitId, cellValue }: SheetParams): void {
  const rules = book.host.validations.getRules(book.host.unitId, subUnitId) as ISheetDataValidationRule[];
  const boxes = rules
    .filter((rule) => rule.type === DataValidationType.CHECKBOX && !rule.formula1)
    .flatMap((rule) => rule.ranges);
  if (boxes.length === 0) return;
  for (const row of Object.keys(cellValue ?? {}).map(Number)) {
    for (const col of Object.keys(cellValue?.[row] ?? {}).map(Number)) {
      const cell = cellValue?.[row]?.[col];
      if (!cell || cell.t === CellValueType.BOOLEAN || !['0', '1'].includes(String(cell.v))) continue;
      const hit = boxes.some(
        (box) => box.startRow <= row && row <= box.endRow && box.startColumn <= col && col <= box.endColumn,
      );
      if (hit) Object.assign(cell, { v: Number(cell.v), t: CellValueType.BOOLEAN });
    }
  }
}

/** Filling down on a page stores one text for many cells; here each formula has its own, so that all can be shifted alike. */
function straightenFormulas(book: Book, { subUnitId, cellValue }: SheetParams): void {
  const sheet = book.host.workbook.getSheetBySheetId(subUnitId);
  if (!sheet || !Object.values(cellValue ?? {}).some((line) => Object.values(line ?? {}).some((cell) => cell?.si)))
    return;
  const patches = new CellPatches();
  sheet.getCellMatrix().forValue((row, col, cell) => {
    if (!cell?.si) return;
    const f = cell.f || book.host.formulas.getFormulaStringByCell(row, col, subUnitId, book.host.unitId);
    if (f) Object.assign(patches.at(subUnitId, row, col), { f, si: null });
  });
  patches.run(book);
}
