import { type RawCell, readCells } from './cells';
import type { Columns } from './columns';
import { a1 } from './grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * A rep's tab in the columns of the grid. Everything that reads or writes cells of one goes through here, so that no other
 * code need know where the columns stand on the sheet, and no column of a person's own is touched. Rows are the sheet's,
 * columns the grid's, both 1-based.
 */
export class RepTab {
  constructor(
    readonly sheet: Sheet,
    readonly columns: Columns,
  ) {}

  get name(): string {
    return this.sheet.getName();
  }

  range(row: number, col: number, rows = 1, cols = 1): TabRange {
    return new TabRange(this.sheet, this.columns, row, col, rows, cols);
  }

  /** The cell by which Google is asked whether a row may be written. */
  rightsAt(row: number): TabRange {
    return this.range(row, 1);
  }

  /** Whole rows of the grid: one call. */
  values(row: number, rows: number): RawCell[][] {
    return this.read(row, rows, readCells);
  }

  /** Their formulas, '' in cells without one: one call. */
  formulas(row: number, rows: number): string[][] {
    return this.read(row, rows, (range) => range.getFormulas());
  }

  private read<T extends RawCell>(row: number, rows: number, get: (range: Range) => T[][]): (T | '')[][] {
    const { first, last } = this.columns;
    const lines = get(this.sheet.getRange(row, first, rows, last - first + 1));
    return this.columns.isUsual ? lines : lines.map((line) => this.columns.pick(line, first));
  }
}

/**
 * A rectangle of a rep's tab. Where its columns do not stand side by side on the sheet, it is several ranges, and what is one
 * call else is one for each.
 */
export class TabRange {
  constructor(
    private readonly sheet: Sheet,
    private readonly columns: Columns,
    private readonly row: number,
    private readonly col: number,
    private readonly rows: number,
    private readonly cols: number,
  ) {}

  getSheet(): Sheet {
    return this.sheet;
  }

  canEdit(): boolean {
    return this.parts().every(({ range }) => range.canEdit());
  }

  /** One call, whatever stands between the columns; '' for a column that has been deleted. */
  getValues(): RawCell[][] {
    const at = Array.from({ length: this.cols }, (_, n) => this.columns.of(this.col + n));
    const standing = at.filter((n) => n > 0);
    if (standing.length === 0) return Array.from({ length: this.rows }, () => at.map(() => ''));
    const first = Math.min(...standing);
    const range = this.sheet.getRange(this.row, first, this.rows, Math.max(...standing) - first + 1);
    const lines = readCells(range);
    return lines.map((line) => at.map((n) => (n === 0 ? '' : line[n - first])));
  }

  getValue(): RawCell {
    return this.getValues()[0]?.[0];
  }

  setValues(values: RawCell[][]): this {
    return this.put(values, (range, part) => range.setValues(part));
  }

  setValue(value: RawCell): this {
    return this.each((range) => range.setValue(value));
  }

  /** A formula as the grid writes it. */
  setFormula(formula: string): this {
    return this.each((range) => range.setFormula(this.columns.here(formula)));
  }

  /** The same for each range. */
  each(act: (range: Range) => void): this {
    for (const { range } of this.parts()) act(range);
    return this;
  }

  /** A matrix with a cell for each of the rectangle's, each range with its own part of it. */
  put<T>(matrix: T[][], act: (range: Range, part: T[][]) => void): this {
    for (const { range, from, count } of this.parts())
      act(range, count === this.cols ? matrix : matrix.map((line) => line.slice(from, from + count)));
    return this;
  }

  /** The same columns of other rows take this row's look, lists and all that is no value. */
  copyLookTo(row: number, rows: number): void {
    const { PASTE_FORMAT, PASTE_DATA_VALIDATION } = SpreadsheetApp.CopyPasteType;
    for (const { range, at, count } of this.parts())
      for (const type of [PASTE_FORMAT, PASTE_DATA_VALIDATION])
        range.copyTo(this.sheet.getRange(row, at, rows, count), type, false);
  }

  /** "A5:H9" of each range. */
  addresses(): string[] {
    const last = this.row + this.rows - 1;
    return this.columns
      .runs(this.col, this.cols)
      .map(({ at, count }) => `${a1(this.row, at)}:${a1(last, at + count - 1)}`);
  }

  /**
   * For a text that runs over all the columns: from the first to the last of them as long as they stand in their order, with
   * whatever stands between them; else the first ones alone.
   */
  wide(): Range {
    const runs = this.columns.runs(this.col, this.cols);
    const isRising = runs.every((run, n) => n === 0 || run.at > (runs[n - 1]?.at ?? 0));
    const first = runs[0] ?? { at: this.col, count: this.cols };
    const last = (isRising && runs[runs.length - 1]) || first;
    return this.sheet.getRange(this.row, first.at, this.rows, last.at + last.count - first.at);
  }

  private parts(): { range: Range; from: number; at: number; count: number }[] {
    return this.columns
      .runs(this.col, this.cols)
      .map((run) => ({ ...run, range: this.sheet.getRange(this.row, run.at, this.rows, run.count) }));
  }
}
