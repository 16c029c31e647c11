/**
 * Functions that put arrays together and take them apart. Sources: https://support.google.com/docs/answer/6208276 (array
 * literals), the pages of SORT (3093150), SORTN (7354624), FILTER (3093197), FLATTEN (10307761) and ARRAY_CONSTRAIN
 * (3267036) there.
 */
import type { BaseValueObject } from '../../univer';
import { ANY, boolIn, type Cells, cellsOf, error, type Functions, isRead, numberIn, type Result } from './cells';

/** `{a, b}`: side by side; all must have the same number of rows. */
function beside(...args: BaseValueObject[]): Result {
  const parts = args.map(cellsOf);
  const height = parts[0]?.length;
  if (parts.some((part) => part.length !== height)) return error.reference();
  return (parts[0] ?? []).map((_, row) => parts.flatMap((part) => part[row]!));
}

/** `{a; b}`: below each other; all must have the same number of columns. */
function below(...args: BaseValueObject[]): Result {
  const parts = args.map(cellsOf);
  const width = parts[0]![0]!.length;
  if (parts.some((part) => part[0]!.length !== width)) return error.reference();
  return parts.flat();
}

/** The order of values of several sorts: numbers, texts, booleans, errors; blanks always come last. */
function rank(value: BaseValueObject): number {
  if (value.isNumber()) return 0;
  if (value.isString()) return 1;
  return value.isBoolean() ? 2 : 3;
}

const words = new Intl.Collator('en', { sensitivity: 'accent' });

function compare(a: BaseValueObject, b: BaseValueObject): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.isString()) return words.compare(String(a.getValue()), String(b.getValue()));
  return a.isError() ? 0 : Number(a.getValue()) - Number(b.getValue());
}

interface SortKey {
  values: BaseValueObject[];
  ascending: boolean;
}

/** The keys in `column, ascending` pairs: a column's number within the data, or a range of as many rows. */
function sortKeys(data: Cells, pairs: readonly BaseValueObject[]): SortKey[] | BaseValueObject {
  const keys: SortKey[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const column = pairs[at]!;
    const order = pairs[at + 1];
    const ascending = order === undefined ? true : boolIn(order);
    if (!isRead(ascending)) return ascending;
    const range = cellsOf(column);
    if (range.length > 1 || range[0]!.length > 1) {
      if (range.length !== data.length || range[0]!.length !== 1) return error.value();
      keys.push({ values: range.map((line) => line[0]!), ascending });
      continue;
    }
    const index = numberIn(column);
    if (!isRead(index)) return index;
    if (index < 1 || index >= data[0]!.length + 1) return error.reference();
    keys.push({ values: data.map((line) => line[Math.floor(index) - 1]!), ascending });
  }
  return keys;
}

/** Numbers of rows in their new order; equal ones stay as they stood. */
function sortedRows(rows: number, keys: readonly SortKey[]): number[] {
  return Array.from({ length: rows }, (_, row) => row).sort((a, b) => {
    for (const { values, ascending } of keys) {
      const [one, other] = [values[a]!, values[b]!];
      if (one.isNull() || other.isNull()) {
        if (one.isNull() !== other.isNull()) return one.isNull() ? 1 : -1;
        continue;
      }
      const order = compare(one, other);
      if (order !== 0) return ascending ? order : -order;
    }
    return a - b;
  });
}

/** Every column in turn, upwards: what SORT does when no column is named. */
function allColumns(data: Cells): SortKey[] {
  return data[0]!.map((_, col) => ({ values: data.map((line) => line[col]!), ascending: true }));
}

function sort(range: BaseValueObject, ...pairs: BaseValueObject[]): Result {
  if (range.isError()) return range;
  // SORT(range) and SORT(range, column) are taken too; a pair that is not finished is not.
  if (pairs.length > 1 && pairs.length % 2 === 1) return error.notAvailable();
  const data = cellsOf(range);
  const keys = pairs.length === 0 ? allColumns(data) : sortKeys(data, pairs);
  return Array.isArray(keys) ? sortedRows(data.length, keys).map((row) => data[row]!) : keys;
}

/** The first n rows after sorting; `mode` says what happens to rows that the sort finds equal (0 to 3, as documented). */
function sortn(range: BaseValueObject, ...rest: BaseValueObject[]): Result {
  if (range.isError()) return range;
  const [countArgument, modeArgument, ...pairs] = rest;
  const count = countArgument === undefined ? 1 : numberIn(countArgument);
  const mode = modeArgument === undefined ? 0 : numberIn(modeArgument);
  if (!isRead(count)) return count;
  if (!isRead(mode)) return mode;
  if (count < 1 || ![0, 1, 2, 3].includes(mode)) return error.value();
  const data = cellsOf(range);
  const keys = pairs.length === 0 ? allColumns(data) : sortKeys(data, pairs);
  if (!Array.isArray(keys)) return keys;
  const rows = sortedRows(data.length, keys);
  const isTie = (a: number, b: number) => keys.every(({ values }) => isEqual(values[a]!, values[b]!));
  const unique = rows.filter((row, at) => at === 0 || !isTie(rows[at - 1]!, row)).slice(0, Math.floor(count));
  const last = rows[Math.min(rows.length, Math.floor(count)) - 1]!;
  const kept = {
    0: () => rows.slice(0, Math.floor(count)),
    1: () => rows.filter((row, at) => at < count || isTie(row, last)),
    2: () => unique,
    3: () => rows.filter((row) => unique.some((one) => isTie(one, row))),
  }[mode as 0 | 1 | 2 | 3]();
  return kept.map((row) => data[row]!);
}

function isEqual(a: BaseValueObject, b: BaseValueObject): boolean {
  if (a.isNull() || b.isNull()) return a.isNull() && b.isNull();
  return compare(a, b) === 0;
}

/** Rows (or columns) for which every condition holds; each condition is a line as long as the data. */
function filter(range: BaseValueObject, ...conditions: BaseValueObject[]): Result {
  if (range.isError()) return range;
  const data = cellsOf(range);
  const lines = conditions.map(cellsOf);
  const isByRow = lines[0]!.length === data.length && lines[0]![0]!.length === 1;
  const size = isByRow ? data.length : data[0]!.length;
  const masks = lines.map((line) => (isByRow ? line.map((row) => row[0]!) : line[0]!));
  // FILTER has mismatched range sizes.
  if (masks.some((mask, at) => mask.length !== size || (isByRow ? lines[at]![0]!.length : lines[at]!.length) !== 1))
    return error.notAvailable();
  const isTrue = (value: BaseValueObject) => (value.isBoolean() || value.isNumber()) && Number(value.getValue()) !== 0;
  const holds = (at: number) => masks.every((mask) => isTrue(mask[at]!));
  const kept = isByRow ? data.filter((_, row) => holds(row)) : data.map((line) => line.filter((_, col) => holds(col)));
  // No matches are found in FILTER evaluation.
  return kept.length === 0 || kept[0]!.length === 0 ? error.notAvailable() : kept;
}

function flatten(...args: BaseValueObject[]): Result {
  return args.flatMap((argument) => cellsOf(argument).flat()).map((value) => [value]);
}

function constrain(range: BaseValueObject, rows: BaseValueObject, cols: BaseValueObject): Result {
  if (range.isError()) return range;
  const [height, width] = [numberIn(rows), numberIn(cols)];
  if (!isRead(height)) return height;
  if (!isRead(width)) return width;
  if (height < 0 || width < 0) return error.number();
  return cellsOf(range)
    .slice(0, Math.floor(height))
    .map((line) => line.slice(0, Math.floor(width)));
}

export const arrayFunctions: Functions = {
  ARRAY_ROW: [0, ANY, beside],
  ARRAY_LITERAL: [1, ANY, below],
  SORT: [1, ANY, sort],
  SORTN: [1, ANY, sortn],
  FILTER: [2, ANY, filter],
  FLATTEN: [1, ANY, flatten],
  ARRAY_CONSTRAIN: [3, 3, constrain],
};
