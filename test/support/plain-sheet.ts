/**
 * A plain grid as Apps Script's Sheet, so that acts of src/sheet run on it as they are. Values, formulas, rows and columns are
 * kept; looks are taken and forgotten, but for plain text. What is not here throws by name, and so does a matrix of another shape.
 */
import type { RawCell } from '../../src/sheet/grid/cells';
import { type Columns, columnNumber, USUAL } from '../../src/sheet/grid/columns';
import type { Cell, PlainGrid } from './plain-grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Setters of looks that do nothing here. */
const LOOKS =
  /^(breakApart|merge(Across)?|setBackgrounds?|setNote|setBorder|setTextStyles|set(Horizontal|Vertical)Alignments?|setFont(Family|Size|Weight)|setFrozenRows|setWraps?|setDataValidations|setNotes|setFontColors?|copyTo|shiftRowGroupDepth|collapseGroups|hideColumns|showColumns|setColumnWidth|setRowHeights?)$/;

/** Something of Google's that answers every call with itself: builders of styles and rules. */
export function anyService(): never {
  const thing: object = new Proxy(() => thing, {
    get: (_, name) => (typeof name === 'symbol' ? undefined : thing),
    apply: () => thing,
  });
  return thing as never;
}

/** Cells that are formatted as plain text. */
const texts = new WeakSet<Cell>();

/** Another grid with the same in it, plain text with it. */
export function copyOf(grid: PlainGrid): PlainGrid {
  return grid.copy((cell, copy) => {
    if (texts.has(cell)) texts.add(copy);
  });
}

/** How many more writes go through before the run is cut off; others than those listed go on for ever. */
const writesLeft = new WeakMap<PlainGrid, number>();

/** Cuts a run off after so many writes of values, rows and columns. */
export function stopAfter(grid: PlainGrid, writes: number): void {
  writesLeft.set(grid, writes);
}

function spend(grid: PlainGrid): void {
  const left = writesLeft.get(grid) ?? Number.POSITIVE_INFINITY;
  if (left <= 0) throw new Error('cut off');
  writesLeft.set(grid, left - 1);
}

const only = <T extends object>(what: string, members: T): T =>
  new Proxy(members, {
    get(target, name, self) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name);
      if (LOOKS.test(name)) return () => self;
      throw new Error(`NotImplemented: ${what}.${name}`);
    },
  });

/**
 * @param dayOf what getValues gives for a cell: days come out of a sheet as Date objects
 */
export function plainSheet(
  grid: PlainGrid,
  name: string,
  dayOf: (cell: RawCell, col: number) => RawCell = (cell) => cell,
): Sheet {
  const put = (row: number, col: number, value: RawCell) => {
    const isFormula = typeof value === 'string' && value.startsWith('=');
    if (isFormula && value.startsWith('="columns ')) mapColumns(grid, value, col);
    else grid.put(row, col, value, texts.has(grid.content(row, col)));
  };
  const format = (row: number, col: number, as: string) => {
    if (row > grid.rowCount) grid.put(row, col, '');
    if (as === '@') texts.add(grid.content(row, col));
    else texts.delete(grid.content(row, col));
  };
  const range = (row: number, col: number, rows = 1, cols = 1): object => {
    if (!(row >= 1 && col >= 1 && rows >= 1 && cols >= 1)) throw new Error(`no range ${[row, col, rows, cols]}`);
    const part = <T extends RawCell>(all: T[][], blank: T) =>
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: cols }, (_, c) => all[row - 1 + r]?.[col - 1 + c] ?? blank),
      );
    const each = <T>(matrix: T[][], act: (row: number, col: number, one: T) => void) => {
      if (matrix.length !== rows || matrix.some((line) => line.length !== cols))
        throw new Error(`a matrix of ${matrix.length} × ${matrix[0]?.length} for ${rows} × ${cols} cells`);
      matrix.forEach((line, r) => {
        line.forEach((one, c) => {
          act(row + r, col + c, one);
        });
      });
      return self;
    };
    const write = (values: RawCell[][]) => {
      spend(grid);
      return each(values, put);
    };
    const same = <T>(one: T) => Array.from({ length: rows }, () => Array.from({ length: cols }, () => one));
    const self: object = only('Range', {
      getValues: () => part(grid.cells().values, '').map((line) => line.map((cell, c) => dayOf(cell, col + c))),
      getFormulas: () => part(grid.cells().formulas, ''),
      canEdit: () => true,
      setValues: (values: RawCell[][]) => write(values),
      setValue: (value: RawCell) => write(same(value)),
      setFormula: (formula: string) => write(same(formula)),
      setNumberFormat: (as: string) => each(same(as), format),
      setNumberFormats: (formats: string[][]) => each(formats, format),
      setRichTextValues: () => self,
      getNotes: () => same(''),
      clearContent: () => write(same('')),
      /** By a column of numbers. */
      sort(at: number) {
        const keys = Array.from({ length: rows }, (_, n) => Number(grid.value(row + n, at)));
        const places = keys.map((key) => 1 + keys.filter((other) => other < key).length);
        if (row !== 1 || new Set(places).size !== rows) throw new Error('NotImplemented: Range.sort of this');
        grid.target(USUAL).sortRows({ act: 'sortRows', places });
        return self;
      },
      row,
      rows,
    });
    return self;
  };
  return only('Sheet', {
    getName: () => name,
    getSheetId: () => 1,
    getRange: range,
    getRangeList: () => anyService(),
    getLastRow: () => grid.cells().values.length,
    getMaxRows: () => grid.rowCount,
    getMaxColumns: () => grid.columnCount,
    getRowHeight: () => 21,
    getRowGroupDepth: () => 0,
    getConditionalFormatRules: () => [],
    insertRowsBefore(at: number, count: number) {
      spend(grid);
      grid.insertRows(at, count);
    },
    insertRowsAfter(at: number, count: number) {
      spend(grid);
      grid.insertRows(at + 1, count);
    },
    deleteRows(at: number, count: number) {
      spend(grid);
      grid.deleteRows(at, count);
    },
    moveRows(rows: { row: number; rows: number }, before: number) {
      spend(grid);
      grid.moveRows(rows.row, rows.rows, before);
    },
    insertColumnAfter: (at: number) => grid.insertColumn(at + 1),
    insertColumnsAfter: (at: number) => grid.insertColumn(at + 1),
    insertColumnsBefore: (at: number) => grid.insertColumn(at),
    deleteColumn: (at: number) => grid.deleteColumn(at),
  }) as unknown as Sheet;
}

/** The head's formula of where the columns stand, by which the grid keeps account of them. */
function mapColumns(grid: PlainGrid, formula: string, own: number): void {
  const order = [...formula.matchAll(/COLUMN\((?:\$([A-Z]+):\$[A-Z]+)?\)/g)].map(([, letters]) =>
    letters ? columnNumber(letters) : own,
  );
  const columns: Columns = USUAL;
  grid.target(columns).columnMap({ act: 'columnMap', order });
}
