/** What a script hands to a cell, and what it gets back. Source: facts §5.1, §5.2, §1.1 (undefined counts as null). */
import type { TypedInput, TypedOutput } from '../runtime/protocol';
import { CellImage } from './cell-image';
import { Exception } from './exception';
import { own } from './objects';

const MAX_CHARACTERS = 50_000;

/** A value for a cell; strings stay to be read as typed text. Throws beyond 50,000 characters. */
export function toInput(value: unknown): TypedInput {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return checkLength(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { text: '#NUM!' };
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { text: '#NUM!' } : { date: value.getTime() };
  if (value instanceof CellImage) return { image: { ...value[own] } };
  if (Array.isArray(value)) return toInput(value[0]);
  return { text: checkLength(javaText(value)) };
}

/** Throws when a cell could not hold the text. */
export function checkLength(text: string): string {
  if (text.length > MAX_CHARACTERS) {
    throw new Exception(`Your input contains more than the maximum of ${MAX_CHARACTERS} characters in a single cell.`);
  }
  return text;
}

/** Objects and numbers as Google's Java side writes them: {a=1.0, b=[x, y]}. */
export function javaText(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Error)
    return String(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return String(value);
  return `{${Object.entries(value)
    .map(([key, member]) => `${key}=${javaText(member)}`)
    .join(', ')}}`;
}

/** What getValue() gives. */
export type CellValue = string | number | boolean | Date | CellImage;

/** The host's values with the context's own Dates in them. */
export function fromOutput(values: TypedOutput[][]): CellValue[][] {
  const asSeen = (value: TypedOutput): CellValue => {
    if (typeof value !== 'object') return value;
    return 'd' in value ? new Date(value.d) : new CellImage(value.image);
  };
  return values.map((line) => line.map(asSeen));
}

/** Throws Google's text when a matrix does not have the range's size. */
export function checkSize(matrix: readonly (readonly unknown[])[], rows: number, cols: number): void {
  if (matrix.length !== rows) {
    throw new Exception(
      `The number of rows in the data does not match the number of rows in the range. The data has ${matrix.length} but the range has ${rows}.`,
    );
  }
  for (const line of matrix) {
    if (line.length === cols) continue;
    throw new Exception(
      `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${cols}.`,
    );
  }
}
