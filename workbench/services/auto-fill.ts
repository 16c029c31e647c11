/**
 * Range.autoFill. Sources: https://developers.google.com/apps-script/reference/spreadsheet/range#autoFill(Range,AutoFillSeries),
 * …/auto-fill-series: increments of what is there, or copies of it. Increments of texts, of a single number and of numbers
 * that are not evenly spaced are not described, and throw.
 */
import type { FileInfo, Rect } from '../engine/engine';
import type { TypedInput, TypedOutput } from '../runtime/protocol';
import { contains } from '../values/addresses';
import { serialOfInstant } from '../values/zoned-time';
import { read, write } from './book';
import { Exception, NotImplemented } from './exception';
import type { GridRange } from './objects';

/** Where is filled: `count` lines along the axis, before or behind the source. */
interface Extension {
  axis: 'row' | 'col';
  isBefore: boolean;
  count: number;
}

/** Fills what the destination has beyond the source; `isSeries`: with increments, else with copies. */
export function autoFill(source: GridRange, destination: GridRange, isSeries: boolean): void {
  const extension = extensionOf(source, destination);
  if (!extension) return;
  const series = isSeries ? incrementsOf(source, extension) : [];
  copyLines(source, extension);
  for (const line of series) write(line);
}

function extensionOf(source: GridRange, destination: GridRange): Extension | null {
  const bottom = destination.row + destination.rows - source.row - source.rows;
  const right = destination.col + destination.cols - source.col - source.cols;
  const extensions: Extension[] = [
    { axis: 'row', isBefore: true, count: source.row - destination.row },
    { axis: 'row', isBefore: false, count: bottom },
    { axis: 'col', isBefore: true, count: source.col - destination.col },
    { axis: 'col', isBefore: false, count: right },
  ];
  const used = extensions.filter(({ count }) => count !== 0);
  if (source.sheetId !== destination.sheetId || !contains(destination, source) || used.length > 1) {
    throw new Exception('The destination range must contain the source range and extend it in only one direction.');
  }
  return used[0] ?? null;
}

/** Whole copies of the source next to it, and the part of one at the far end. */
function copyLines(source: GridRange, { axis, isBefore, count }: Extension): void {
  const size = sizeOf(source, axis);
  const rest = count % size;
  const whole = count - rest;
  const copy = (from: Rect, to: Rect) => {
    const { sheetId } = source;
    write({ op: 'copy', sheetId, from, toSheetId: sheetId, to, what: 'ALL', transposed: false });
  };
  const rect = { row: source.row, col: source.col, rows: source.rows, cols: source.cols };
  if (whole > 0) copy(rect, stretch(rect, axis, isBefore ? -whole : size, whole));
  if (rest > 0) {
    const from = stretch(rect, axis, isBefore ? size - rest : 0, rest);
    copy(from, stretch(rect, axis, isBefore ? -count : size + whole, rest));
  }
}

/** `count` lines of the rectangle's breadth, `offset` lines from its start. */
function stretch(rect: Rect, axis: 'row' | 'col', offset: number, count: number): Rect {
  return axis === 'row'
    ? { ...rect, row: rect.row + offset, rows: count }
    : { ...rect, col: rect.col + offset, cols: count };
}

function sizeOf(rect: Rect, axis: 'row' | 'col'): number {
  return axis === 'row' ? rect.rows : rect.cols;
}

/** The writes that put increments of numbers and days over the copies; formulas and blanks stay copies. */
function incrementsOf(source: GridRange, { axis, isBefore, count }: Extension) {
  const { sheetId, row, col, rows, cols } = source;
  const rect = { row, col, rows, cols };
  const [values, formulas, { timeZone }] = read<[TypedOutput[][], string[][], FileInfo]>(
    { get: 'values', sheetId, rect },
    { get: 'formulas', sheetId, rect },
    { get: 'file' },
  );
  const size = sizeOf(source, axis);
  return Array.from({ length: axis === 'row' ? cols : rows }, (_, at) => {
    const places = Array.from({ length: size }, (_, along): [number, number] =>
      axis === 'row' ? [along, at] : [at, along],
    );
    if (places.every(([r, c]) => formulas[r]![c] !== '' || values[r]![c] === '')) return null;
    const numbers = places.map(([r, c]) => (formulas[r]![c] === '' ? numberOf(values[r]![c]!, timeZone) : Number.NaN));
    const step = stepOf(numbers);
    const offset = isBefore ? -count : size;
    const filled: TypedInput[] = Array.from({ length: count }, (_, k) => numbers[0]! + step * (offset + k));
    const lines = axis === 'row' ? filled.map((value) => [value]) : [filled];
    const place = axis === 'row' ? { row: row + offset, col: col + at } : { row: row + at, col: col + offset };
    return { op: 'values' as const, sheetId, ...place, rows: lines.length, cols: lines[0]!.length, values: lines };
  }).filter((line) => line !== null);
}

function numberOf(value: TypedOutput, timeZone: string): number {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && 'd' in value ? serialOfInstant(value.d, timeZone) : Number.NaN;
}

function stepOf(numbers: readonly number[]): number {
  const step = numbers[1]! - numbers[0]!;
  const isEven = numbers.every((value, at) => Math.abs(value - (numbers[0]! + step * at)) < 1e-9);
  if (!isEven) throw new NotImplemented('Range.autoFill (increments of anything but evenly spaced numbers and days)');
  return step;
}
