/** A spreadsheet tab as plain matrices, for hand edits and repairs without an engine. Formulas are not calculated; their rows follow what moves. */

import type { RawCell } from '../../src/sheet/grid/cells';
import { Columns, USUAL } from '../../src/sheet/grid/columns';
import { columnLetter, FIELD_COL } from '../../src/sheet/grid/grid';
import { COLUMNS, HEAD_CELL } from '../../src/sheet/grid/hidden';
import type { PlannedRow } from '../../src/sheet/month/plan';
import type { TabCells } from '../../src/sheet/repair/check-columns';
import type { RepairTarget } from '../../src/sheet/repair/repair-actions';

export interface Row {
  cells: Cell[];
}

/** A formula keeps the rows that it refers to, not their numbers: `rows` fill the holes between `text`. */
export interface Formula {
  text: string[];
  rows: (Row | null)[];
  /** Positions in `rows` where a range begins; its end is the next one. */
  ranges: number[];
}

/** What a cell holds. */
export interface Cell {
  value: RawCell;
  formula: Formula | null;
}

const REFERENCE = /(\$?\b[A-Z]{1,3}\$?)(\d+)/g;

export class PlainGrid {
  private rows: Row[] = [];
  /** Which column of the grid each column is, as a spreadsheet keeps account of it; 0 for one of somebody's own. */
  private ids: number[];
  /** Where the columns stand, worked out once for each order of them. */
  private known: { ids: string; columns: Columns } | null = null;

  constructor(private width: number) {
    this.ids = Array.from({ length: width }, (_, index) => index + 1);
  }

  get rowCount(): number {
    return this.rows.length;
  }

  get columnCount(): number {
    return this.width;
  }

  /** Values and formulas down to the last row that holds something. */
  cells(): TabCells {
    const at = new Map(this.rows.map((row, index) => [row, index + 1]));
    let last = this.rows.length;
    while (last > 0 && this.rows[last - 1]!.cells.every((cell) => cell.value === '' && !cell.formula)) last--;
    const rows = this.rows.slice(0, last);
    const here = this.columnsNow();
    return {
      values: rows.map((row) => row.cells.map((cell) => (cell.formula ? this.result(cell.formula) : cell.value))),
      formulas: rows.map((row) => row.cells.map((cell) => (cell.formula ? here.here(shown(cell.formula, at)) : ''))),
    };
  }

  /** As Apps Script's Sheet, as far as a tab's reading needs it. */
  asSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    const { values, formulas } = this.cells();
    const part = <T>(all: T[][], row: number, col: number, rows: number, cols: number) =>
      all.slice(row - 1, row - 1 + rows).map((line) => line.slice(col - 1, col - 1 + cols));
    const sheet = {
      getLastRow: () => values.length,
      getMaxRows: () => values.length,
      getMaxColumns: () => this.width,
      getRange: (row: number, col: number, rows = 1, cols = 1) => ({
        getValues: () => part(values, row, col, rows, cols),
        getFormulas: () => part(formulas, row, col, rows, cols),
      }),
    };
    return sheet as unknown as GoogleAppsScript.Spreadsheet.Sheet;
  }

  value(row: number, col: number): RawCell {
    return this.rows[row - 1]?.cells[col - 1]?.value ?? '';
  }

  /** A cell with its formula, to be put elsewhere by a hand. */
  content(row: number, col: number): Cell {
    return this.rows[row - 1]?.cells[col - 1] ?? { value: '', formula: null };
  }

  /** Puts such a cell; what its formula refers to in its own row moves along. */
  setContent(row: number, col: number, cell: Cell, from?: number): void {
    while (this.rows.length < row) this.rows.push(this.emptyRow());
    const [old, now] = [from && this.rows[from - 1], this.rows[row - 1]!];
    const rows = cell.formula?.rows.map((one) => (one === old ? now : one));
    now.cells[col - 1] = cell.formula ? { value: '', formula: { ...cell.formula, rows: rows! } } : { ...cell };
  }

  /** Puts a value, or with a string that begins with "=" a formula, in the letters of the columns as they are `written`. */
  put(row: number, col: number, value: RawCell, plain = false, written = this.columnsNow()): void {
    while (this.rows.length < row) this.rows.push(this.emptyRow());
    const cell = this.rows[row - 1]!.cells[col - 1]!;
    const isFormula = !plain && typeof value === 'string' && value.startsWith('=');
    // Kept in the grid's letters, so that formulas follow their columns.
    cell.formula = isFormula ? this.parse(written.canonical(value)) : null;
    cell.value = isFormula ? '' : typeof value === 'string' && !plain ? value.replace(/^'/, '') : value;
  }

  /** All as it stands now, to be brought back as from the version history; what was inserted meanwhile goes. */
  remember(): () => void {
    const copy = ({ value, formula }: Cell): Cell => ({
      value,
      formula: formula && { ...formula, rows: [...formula.rows] },
    });
    const lines = this.rows.map((row) => ({ row, cells: row.cells.map(copy) }));
    const [ids, width] = [[...this.ids], this.width];
    return () => {
      this.rows = lines.map(({ row, cells }) => Object.assign(row, { cells: cells.map(copy) }));
      this.ids = [...ids];
      this.width = width;
    };
  }

  /** Another grid with the same in it. @param met is told of each cell and its copy */
  copy(met: (cell: Cell, copy: Cell) => void): PlainGrid {
    const twin = new PlainGrid(this.width);
    twin.ids = [...this.ids];
    twin.rows = this.rows.map(() => ({ cells: [] }));
    const row = new Map(this.rows.map((one, n) => [one, twin.rows[n]!]));
    this.rows.forEach(({ cells }, n) => {
      twin.rows[n]!.cells = cells.map((cell) => {
        const { value, formula } = cell;
        const rows = formula?.rows.map((one) => (one ? (row.get(one) ?? null) : null));
        const copy = { value, formula: formula && { ...formula, rows: rows! } };
        met(cell, copy);
        return copy;
      });
    });
    return twin;
  }

  /** A rectangle as it stands now, to be brought back as by Ctrl+Z; what stands elsewhere by then stays. */
  rememberCells(row: number, col: number, rows: number, cols: number): () => void {
    const at = Array.from({ length: rows * cols }, (_, n) => ({
      row: row + Math.floor(n / cols),
      col: col + (n % cols),
    }));
    const cells = at.map((place) => ({ ...place, cell: { ...this.content(place.row, place.col) } }));
    return () => {
      for (const place of cells) this.setContent(place.row, place.col, place.cell);
    };
  }

  insertRows(at: number, count: number): void {
    while (this.rows.length < at - 1) this.rows.push(this.emptyRow());
    this.rows.splice(at - 1, 0, ...Array.from({ length: count }, () => this.emptyRow()));
  }

  deleteRows(at: number, count: number): void {
    for (let n = 0; n < count && at <= this.rows.length; n++) {
      const row = this.rows[at - 1]!;
      for (const formula of this.formulas()) this.forget(formula, row, at - 1);
      this.rows.splice(at - 1, 1);
    }
  }

  /** Sorts whole rows of cells by the first column, as a person who selects all visible cells does. */
  sort(at: number, count: number, descending: boolean): void {
    const part = this.rows.slice(at - 1, at - 1 + count);
    const old = part.map((row) => row.cells);
    const order = old
      .map((cells, index) => ({ cells, index, text: String(cells[0]!.value) }))
      .sort((a, b) => (descending ? -1 : 1) * (a.text < b.text ? -1 : a.text > b.text ? 1 : 0) || a.index - b.index);
    order.forEach(({ cells, index }, n) => {
      const from = part[index]!;
      part[n]!.cells = cells;
      for (const cell of cells)
        if (cell.formula) cell.formula.rows = cell.formula.rows.map((row) => (row === from ? part[n]! : row));
    });
  }

  /** Copies rows onto others, which they overwrite; relative references shift. */
  copyRows(from: number, count: number, to: number): void {
    const sources = this.rows.slice(from - 1, from - 1 + count);
    while (this.rows.length < to - 1 + count) this.rows.push(this.emptyRow());
    const at = new Map(this.rows.map((row, index) => [row, index]));
    const copies = sources.map((row) =>
      row.cells.map(({ value, formula }) => ({
        value,
        formula: formula && {
          ...formula,
          rows: formula.rows.map((r) => (r ? (this.rows[(at.get(r) ?? -1e9) + to - from] ?? null) : null)),
        },
      })),
    );
    copies.forEach((cells, n) => {
      this.rows[to - 1 + n]!.cells = cells;
    });
  }

  /** Cuts a rectangle and pastes it over another place. */
  cutCells(row: number, col: number, rows: number, cols: number, toRow: number, toCol: number): void {
    const cut: Cell[][] = [];
    for (let r = 0; r < rows; r++) {
      const line: Cell[] = [];
      for (let c = 0; c < cols; c++) {
        const cells = this.rows[row - 1 + r]?.cells;
        line.push(cells?.[col - 1 + c] ?? { value: '', formula: null });
        if (cells && col - 1 + c < this.width) cells[col - 1 + c] = { value: '', formula: null };
      }
      cut.push(line);
    }
    while (this.rows.length < toRow - 1 + rows) this.rows.push(this.emptyRow());
    cut.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (toCol - 1 + c < this.width) this.rows[toRow - 1 + r]!.cells[toCol - 1 + c] = cell;
      });
    });
  }

  /**
   * What a repair is carried out on.
   * @param columns where the repair has found the columns
   */
  target(columns: Columns): RepairTarget {
    const put = (row: number, col: number, values: RawCell[][], plain = false) => {
      values.forEach((line, r) => {
        line.forEach((value, c) => {
          this.put(row + r, columns.of(col + c), value, plain, USUAL);
        });
      });
    };
    return {
      unmerge: () => undefined,
      merge: () => undefined,
      dress: () => undefined,
      columnLook: () => undefined,
      columnMap: ({ order }) => this.mapColumns(order),
      insertColumn: ({ at }) => this.insertColumn(at),
      deleteColumn: ({ at }) => this.deleteColumn(at),
      insertRows: ({ at, count }) => this.insertRows(at, count),
      deleteRows: ({ at, count }) => this.deleteRows(at, count),
      moveRows: ({ from, count, before }) => this.moveRows(from, count, before),
      sortRows: ({ places }) => this.arrange(places),
      put: ({ at, rows }) => put(at, 1, [...rows]),
      write: ({ row, col, values, plain }) => put(row, col, values, plain),
    };
  }

  /** Puts each row at its place; what its formulas refer to moves along by as much. */
  private arrange(places: readonly number[]): void {
    while (this.rows.length < places.length) this.rows.push(this.emptyRow());
    const part = this.rows.slice(0, places.length);
    const cells = part.map((row) => row.cells);
    const index = new Map(this.rows.map((row, n) => [row, n]));
    places.forEach((place, from) => {
      const moved = cells[from]!;
      for (const cell of moved)
        if (cell.formula)
          cell.formula.rows = cell.formula.rows.map((row, n) =>
            row && !cell.formula!.text[n]!.endsWith('$')
              ? (this.rows[(index.get(row) ?? -1e9) + place - 1 - from] ?? null)
              : row,
          );
      this.rows[place - 1]!.cells = moved;
    });
  }

  private mapColumns(order: readonly number[]): void {
    this.ids = Array.from({ length: this.width }, (_, n) => order.indexOf(n + 1) + 1);
    const { row, col } = HEAD_CELL.columns;
    this.put(row, order[col - 1]!, new Columns(order).formula(col));
  }

  insertColumn(at: number): void {
    this.ids.splice(at - 1, 0, 0);
    for (const row of this.rows) row.cells.splice(at - 1, 0, { value: '', formula: null });
    this.width++;
  }

  deleteColumn(at: number): void {
    const [gone] = this.ids.splice(at - 1, 1);
    // What referred to it has lost it, also when a column comes back in its place.
    for (const formula of this.formulas())
      formula.rows = formula.rows.map((row, n) =>
        /([A-Z]+)\$?$/.exec(formula.text[n]!)?.[1] === columnLetter(gone ?? 0) ? null : row,
      );
    for (const row of this.rows) row.cells.splice(at - 1, 1);
    this.width--;
  }

  moveColumn(from: number, to: number): void {
    this.ids.splice(to - 1, 0, ...this.ids.splice(from - 1, 1));
    for (const row of this.rows) row.cells.splice(to - 1, 0, ...row.cells.splice(from - 1, 1));
  }

  insertRow(at: number, row: PlannedRow | null): void {
    this.insertRows(at, 1);
    row?.values.forEach((value, index) => {
      const field = Object.entries(FIELD_COL).find(([, col]) => col === index + 1)?.[0];
      const type = field && row.types[field as keyof typeof FIELD_COL];
      const plain = (row.kind === 'item' || row.kind === 'spare') && (type === 'text' || type === 'status');
      this.put(at, index + 1, value, plain, USUAL);
    });
  }

  moveRows(from: number, count: number, before: number): void {
    const moved = this.rows.splice(from - 1, count);
    this.rows.splice(before > from ? before - 1 - count : before - 1, 0, ...moved);
  }

  /** Formulas are not calculated, but for the head's one that says where the columns stand. */
  private result(formula: Formula): RawCell {
    if (!formula.text.join('').startsWith('="columns ')) return '';
    return `columns ${this.order().join(' ')}`;
  }

  private order(): number[] {
    return Array.from({ length: COLUMNS }, (_, n) => this.ids.indexOf(n + 1) + 1);
  }

  private columnsNow(): Columns {
    const ids = this.ids.join();
    if (this.known?.ids !== ids) this.known = { ids, columns: new Columns(this.order()) };
    return this.known.columns;
  }

  private emptyRow(): Row {
    return { cells: Array.from({ length: this.width }, () => ({ value: '' as RawCell, formula: null })) };
  }

  private formulas(): Formula[] {
    return this.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.formula ? [cell.formula] : [])));
  }

  private parse(text: string): Formula {
    const formula: Formula = { text: [], rows: [], ranges: [] };
    let rest = '';
    // Texts in quotes hold no references.
    text.split(/("[^"]*")/).forEach((piece) => {
      if (piece.startsWith('"')) {
        rest += piece;
        return;
      }
      let last = 0;
      for (const match of piece.matchAll(REFERENCE)) {
        const number = Number(match[2]);
        rest += piece.slice(last, match.index) + match[1];
        last = match.index + match[0].length;
        while (this.rows.length < number && number < 5000) this.rows.push(this.emptyRow());
        formula.text.push(rest);
        if (rest.replace(/\$?[A-Z]+\$?$/, '') === ':') formula.ranges.push(formula.rows.length - 1);
        formula.rows.push(this.rows[number - 1] ?? null);
        rest = '';
      }
      rest += piece.slice(last);
    });
    formula.text.push(rest);
    return formula;
  }

  /** What becomes of a formula when one of its rows is deleted: ranges shrink, single cells are lost. */
  private forget(formula: Formula, gone: Row, index: number): void {
    formula.rows = formula.rows.map((row, n) => {
      if (row !== gone) return row;
      if (formula.ranges.includes(n) && formula.rows[n + 1] !== gone) return this.rows[index + 1] ?? null;
      if (formula.ranges.includes(n - 1) && formula.rows[n - 1] !== gone) return this.rows[index - 1] ?? null;
      return null;
    });
  }
}

function shown(formula: Formula, at: Map<Row, number>): string {
  return formula.text
    .map((text, n) => {
      if (n === formula.text.length - 1) return text;
      const row = formula.rows[n];
      const number = row ? at.get(row) : undefined;
      return number === undefined ? text.replace(/\$?[A-Z]+\$?$/, '#REF!') : `${text}${number}`;
    })
    .join('');
}
