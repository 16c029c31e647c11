import { runsOf } from '../../core/shared/runs';
import type { RawCell } from './cells';
import { a1, columnLetter } from './grid';
import { COLUMNS } from './hidden';

/** Sheet columns side by side that hold columns of the grid side by side. */
export interface ColumnRun {
  /** How many columns after the first one asked for the run begins. */
  from: number;
  /** Sheet column where it begins, 1-based. */
  at: number;
  count: number;
}

/** Text before the numbers in the head's cell that says where the columns stand. */
const MARK = 'columns';

/**
 * Where the columns of the grid stand on one tab. People insert columns of their own among them, move them and delete some;
 * the spreadsheet itself keeps account of it: a hidden cell of the head refers to each column of the grid by a formula.
 */
export class Columns {
  /** @param at sheet column (1-based) of each column of the grid, in the grid's order; 0 for one that has been deleted */
  constructor(private readonly at: readonly number[]) {}

  /** Where a column of the grid stands, 1-based; 0 when it has been deleted. */
  of(col: number): number {
    return this.at[col - 1] ?? 0;
  }

  /** Does every column stand where a fresh tab has it? */
  get isUsual(): boolean {
    return this.at.every((at, index) => at === index + 1);
  }

  /** Columns of the grid that somebody has deleted. */
  get gone(): number[] {
    return this.at.flatMap((at, index) => (at === 0 ? [index + 1] : []));
  }

  /** First and last sheet column of the grid, 1-based. */
  get first(): number {
    return Math.min(...this.at.filter((at) => at > 0));
  }
  get last(): number {
    return Math.max(...this.at);
  }

  /** "H21": a cell of the grid as a person finds it; of a deleted column, where a fresh tab has it. */
  a1(row: number, col: number): string {
    return a1(row, this.of(col) || col);
  }

  letter(col: number): string {
    return columnLetter(this.of(col) || col);
  }

  /** The sheet columns of some columns of the grid that follow each other; deleted ones are left out. */
  runs(col: number, count: number): ColumnRun[] {
    const places = Array.from({ length: count }, (_, from) => ({ from, at: this.of(col + from), count: 1 }));
    const standing = places.filter(({ at }) => at > 0);
    return runsOf(standing, (left, right) => left.at + 1 === right.at && left.from + 1 === right.from).map((run) => ({
      ...(run[0] as ColumnRun),
      count: run.length,
    }));
  }

  /**
   * A row of the sheet in the grid's order; '' for a column that has been deleted.
   * @param first sheet column of the first cell
   */
  pick<T extends RawCell>(line: readonly T[], first = 1): (T | '')[] {
    return this.at.map((at) => (at === 0 ? '' : (line[at - first] ?? '')));
  }

  /** A formula of the grid with its own sheet's cells named as they stand here. Texts in quotes and other sheets stay. */
  here(formula: string): string {
    return this.isUsual ? formula : renamed(formula, (letters) => this.letter(columnNumber(letters)));
  }

  /** The other way round; cells of columns that are none of the grid's keep their names. */
  canonical(formula: string): string {
    if (this.isUsual) return formula;
    return renamed(formula, (letters) => {
      const index = this.at.indexOf(columnNumber(letters));
      return index < 0 ? letters : columnLetter(index + 1);
    });
  }

  /**
   * The formula of the head's cell: "columns 1 2 3 …". Whole columns, since a reference to a cell would follow that cell when
   * somebody cuts it. The column that it stands in says its own place, so that nothing refers to itself.
   * @param own the column of the grid that the cell stands in
   */
  formula(own: number): string {
    const part = (at: number, index: number) => {
      if (index + 1 === own) return 'COLUMN()';
      const letter = columnLetter(at || index + 1);
      return at === 0 ? '0' : `IFERROR(COLUMN($${letter}:$${letter});0)`;
    };
    return `="${MARK} "&${this.at.map(part).join('&" "&')}`;
  }

  /** What that cell says; null when it is no such cell, or that of another grid. */
  static read(cell: RawCell): Columns | null {
    if (typeof cell !== 'string' || !cell.startsWith(`${MARK} `)) return null;
    const at = cell
      .slice(MARK.length + 1)
      .split(' ')
      .map(Number);
    const standing = at.filter((n) => n > 0);
    const isSound = at.length === COLUMNS && at.every(Number.isInteger) && new Set(standing).size === standing.length;
    return isSound ? new Columns(at) : null;
  }
}

/** Where a fresh tab has the columns. */
export const USUAL = new Columns(Array.from({ length: COLUMNS }, (_, index) => index + 1));

/** Texts, references to other sheets, and (with its parts) each cell of the formula's own sheet. */
const REFERENCES =
  /"[^"]*"|(?:'(?:[^']|'')*'|[A-Za-z_]\w*)!\$?[A-Z]+\$?\d*(?::\$?[A-Z]+\$?\d*)?|(\$?)\b([A-Z]{1,3})(\$?\d+)\b(?!\()/g;

function renamed(formula: string, name: (letters: string) => string): string {
  return formula.replace(REFERENCES, (whole: string, before?: string, letters?: string, row?: string) =>
    letters === undefined ? whole : `${before}${name(letters)}${row}`,
  );
}

/** 8 for "H". */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
