/** The cells of a plain tab with their looks, and what stands in its rows and columns. */
import type { RawCell } from '../../../src/sheet/grid/cells';
import { madeUp, resultOf } from './formulas';

export interface PlainCell {
  value: RawCell;
  formula: string;
  /** What a test says that its formula comes to. */
  result?: RawCell;
  /** Never changed in place. */
  looks: Record<string, unknown>;
}

export interface Merge {
  row: number;
  col: number;
  rows: number;
  cols: number;
}

/** Heights, widths, what is hidden or folded: of a row or a column. */
export type Line = Record<string, string | number | boolean>;

const DAY = /[dy]/;

export class PlainCells {
  rows: PlainCell[][] = [];
  rowLines: Line[] = [];
  colLines: Line[] = [];
  merges: Merge[] = [];

  /** @param hasFigures formulas come to something of their own, instead of to nothing */
  constructor(
    public height = 1000,
    public width = 26,
    private readonly hasFigures = false,
  ) {
    for (let n = 0; n < height; n++) this.rows.push([]);
  }

  /** The cell, made when it is first asked for. 1-based. */
  at(row: number, col: number): PlainCell {
    if (row < 1 || col < 1 || row > this.height || col > this.width)
      throw new Error(`no cell ${row}, ${col} on a tab of ${this.height} × ${this.width}`);
    const line = this.rows[row - 1]!;
    line[col - 1] ??= { value: '', formula: '', looks: {} };
    return line[col - 1]!;
  }

  peek(row: number, col: number): PlainCell | undefined {
    return this.rows[row - 1]?.[col - 1];
  }

  /** As getValues gives it: days are Date objects where the format shows one. */
  value(row: number, col: number): RawCell {
    const cell = this.peek(row, col);
    if (!cell) return '';
    if (cell.formula)
      return cell.result ?? (resultOf(cell.formula, col) || (this.hasFigures ? madeUp(cell.formula, row) : ''));
    const format = String(cell.looks.NumberFormat ?? '').toLowerCase();
    return typeof cell.value === 'number' && DAY.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/g, ''))
      ? new Date(Date.UTC(1899, 11, 30) + cell.value * 86_400_000)
      : cell.value;
  }

  /** As setValues takes it. */
  put(row: number, col: number, given: unknown): void {
    const cell = this.at(row, col);
    const isText = cell.looks.NumberFormat === '@';
    cell.formula = typeof given === 'string' && given.startsWith('=') && !isText ? given : '';
    if (cell.formula) cell.value = '';
    else if (typeof given !== 'string' || isText) cell.value = (given ?? '') as RawCell;
    else if (/^-?\d+(\.\d+)?$/.test(given)) cell.value = Number(given);
    else cell.value = given.replace(/^'/, '');
  }

  get lastRow(): number {
    for (let row = this.height; row > 0; row--)
      if (this.rows[row - 1]!.some((cell) => cell && (cell.value !== '' || cell.formula !== ''))) return row;
    return 0;
  }

  get lastCol(): number {
    let last = 0;
    for (const line of this.rows)
      line.forEach((cell, n) => {
        if (cell && (cell.value !== '' || cell.formula !== '')) last = Math.max(last, n + 1);
      });
    return last;
  }

  /** Fresh rows look like the one above them. */
  insertRows(at: number, count: number): void {
    const above = this.rows[at - 2] ?? [];
    const fresh = () => above.map((cell) => cell && { value: '' as RawCell, formula: '', looks: cell.looks });
    this.rows.splice(at - 1, 0, ...Array.from({ length: count }, fresh));
    this.rowLines = spliced(this.rowLines, at, count);
    this.height += count;
    for (const merge of this.merges)
      if (merge.row >= at) merge.row += count;
      else if (merge.row + merge.rows > at) merge.rows += count;
  }

  deleteRows(at: number, count: number): void {
    if (at < 1 || count < 1 || at + count - 1 > this.height || count >= this.height)
      throw new Error(`no rows ${at} + ${count} of ${this.height} to delete`);
    this.rows.splice(at - 1, count);
    this.rowLines.splice(at - 1, count);
    this.height -= count;
    this.merges = this.merges.flatMap((merge) => {
      const before = Math.max(0, Math.min(merge.row + merge.rows, at) - merge.row);
      const after = Math.max(0, merge.row + merge.rows - Math.max(merge.row, at + count));
      const rows = before + after;
      return rows === 0 ? [] : [{ ...merge, rows, row: merge.row < at ? merge.row : Math.max(at, merge.row - count) }];
    });
  }

  moveRows(from: number, count: number, before: number): void {
    const to = before > from ? before - count : before;
    for (const list of [this.rows, this.rowLines] as unknown[][]) {
      while (list.length < this.height) list.push({});
      list.splice(to - 1, 0, ...list.splice(from - 1, count));
    }
    for (const merge of this.merges) merge.row = movedRow(from, count, before)(merge.row);
  }

  insertColumns(at: number, count: number): void {
    for (const line of this.rows) {
      line.length = Math.max(line.length, at - 1);
      line.splice(
        at - 1,
        0,
        ...Array.from({ length: count }, () => ({ value: '' as RawCell, formula: '', looks: {} })),
      );
    }
    this.colLines = spliced(this.colLines, at, count);
    this.width += count;
    for (const merge of this.merges)
      if (merge.col >= at) merge.col += count;
      else if (merge.col + merge.cols > at) merge.cols += count;
  }

  deleteColumns(at: number, count: number): void {
    if (at < 1 || count < 1 || at + count - 1 > this.width)
      throw new Error(`no columns ${at} + ${count} of ${this.width} to delete`);
    for (const line of this.rows) line.splice(at - 1, count);
    this.colLines.splice(at - 1, count);
    this.width -= count;
  }
}

function spliced(lines: Line[], at: number, count: number): Line[] {
  const all = [...lines];
  while (all.length < at - 1) all.push({});
  all.splice(at - 1, 0, ...Array.from({ length: count }, () => ({})));
  return all.map((line) => line ?? {});
}

/** Where each row goes when some are moved. */
export function movedRow(from: number, count: number, before: number): (row: number) => number {
  const to = before > from ? before - count : before;
  return (row) => {
    if (row >= from && row < from + count) return to + row - from;
    const without = row >= from + count ? row - count : row;
    return without >= to ? without + count : without;
  };
}
