/** Range: sorting, filtering, tidying its data. Source: https://developers.google.com/apps-script/reference/spreadsheet/range */
import type { TypedOutput } from '../runtime/protocol';
import { separatorIn, splitText } from '../values/split-text';
import { autoFill } from './auto-fill';
import { read, write } from './book';
import { AutoFillSeries, type EnumValue, nameOf } from './enums';
import { Exception } from './exception';
import { createFilter, type Filter, filterOn } from './filter';
import { newRange, own } from './objects';
import type { Range } from './range';
import { whole } from './range-values';
import { rangeAt } from './references';

/** The methods that the range's class gets from here. */
export const dataMethods = {
  sort(this: Range, spec: unknown): Range {
    const keys = sortKeys(spec, this[own].col);
    const { sheetId, rect } = whole(this);
    for (const key of keys) {
      if (key.column < rect.col || key.column >= rect.col + rect.cols) {
        throw new Exception('Sort column is out of bounds.');
      }
    }
    write({ op: 'sortRows', sheetId, rect, keys });
    return this;
  },
  randomize(this: Range): Range {
    const order = Array.from({ length: this[own].rows }, (_, at) => at);
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(Math.random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    write({ op: 'arrangeRows', ...whole(this), order });
    return this;
  },
  removeDuplicates(this: Range, columnsToCompare: number[] | null = null): Range {
    const { sheetId, row, col, rows, cols } = this[own];
    const columns = columnsToCompare ?? Array.from({ length: cols }, (_, at) => col + at);
    if (columns.some((column) => column < col || column >= col + cols))
      throw new Exception('Column index out of bounds.');
    const [values] = read<[TypedOutput[][]]>({ get: 'values', ...whole(this) });
    const seen = new Set<string>();
    const order: number[] = [];
    for (const [at, line] of values.entries()) {
      const key = JSON.stringify(columns.map((column) => line[column - col])).toLowerCase();
      if (!seen.has(key)) order.push(at);
      seen.add(key);
    }
    if (order.length < rows) write({ op: 'arrangeRows', ...whole(this), order });
    return newRange({ sheetId, row, col, rows: order.length, cols });
  },
  createFilter(this: Range): Filter {
    return createFilter(this[own]);
  },
  getFilter(this: Range): Filter | null {
    return filterOn(this[own].sheetId);
  },
  getBandings(this: Range): never[] {
    return [];
  },
  trimWhitespace(this: Range): Range {
    const { sheetId, row, col } = this[own];
    const [values, formulas] = read<[TypedOutput[][], string[][]]>(
      { get: 'values', ...whole(this) },
      { get: 'formulas', ...whole(this) },
    );
    for (const [r, line] of values.entries()) {
      for (const [c, value] of line.entries()) {
        if (typeof value !== 'string' || formulas[r]![c] !== '') continue;
        const text = value.trim().replace(/\s+/g, ' ');
        if (text === value) continue;
        write({ op: 'values', sheetId, row: row + r, col: col + c, rows: 1, cols: 1, values: [[{ text }]] });
      }
    }
    return this;
  },
  autoFill(this: Range, destination: Range, series: EnumValue): void {
    autoFill(this[own], destination[own], series === AutoFillSeries.DEFAULT_SERIES);
  },

  /** Texts only; the parts are read as if they were typed, and what stands right of them is written over. */
  splitTextToColumns(this: Range, delimiter: string | EnumValue | null = null): void {
    const { sheetId, row, col, rows, cols } = this[own];
    if (cols !== 1) throw new Exception('A range must be a single column for its text to be split.');
    const [values] = read<[TypedOutput[][]]>({ get: 'values', ...whole(this) });
    const texts = values.map(([value]) => (typeof value === 'string' ? value : ''));
    const separator =
      typeof delimiter === 'string' ? delimiter : delimiter ? DELIMITERS[nameOf(delimiter)]! : separatorIn(texts);
    const split = texts.map((text) => splitText(text, separator));
    rangeAt(sheetId, row, col, rows, Math.max(...split.map((parts) => parts.length)));
    for (const [at, parts] of split.entries()) {
      if (parts.length < 2) continue;
      write({ op: 'values', sheetId, row: row + at, col, rows: 1, cols: parts.length, values: [parts] });
    }
  },
};

const DELIMITERS: Record<string, string> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

/** Columns are the sheet's, not the range's (facts §5.5). */
export function sortKeys(spec: unknown, firstColumn: number): { column: number; ascending: boolean }[] {
  const list: unknown[] = Array.isArray(spec) ? spec : [spec];
  return list.map((item) => {
    if (typeof item === 'number') return { column: Math.trunc(item), ascending: true };
    if (typeof item === 'object' && item !== null) {
      const { column = firstColumn, ascending = true } = item as { column?: unknown; ascending?: unknown };
      return { column: Math.trunc(Number(column)), ascending: Boolean(ascending) };
    }
    throw new Exception("The parameters (String) don't match the method signature for SpreadsheetApp.Range.sort.");
  });
}

/** Signatures of the members above. */
export const dataMembers = {
  sort: 'any',
  randomize: '',
  removeDuplicates: ' | int[]',
  createFilter: '',
  getFilter: '',
  getBandings: '',
  trimWhitespace: '',
  autoFill: 'Range AutoFillSeries',
  splitTextToColumns: ' | str | TextToColumnsDelimiter',
} satisfies Record<keyof typeof dataMethods, string>;
