import { dateInZone, dateToSerial, isIsoDate } from '../../core/shared/dates';
import type { CellValue, FieldType } from '../../core/shared/fields';

/** What Google's getValues gives for one cell. Inside Apps Script a date is a Date of the script's own realm. */
export type RawCell = string | number | boolean | Date | null | undefined;

/** A cell's value for people: '' when blank, dates as "yyyy-mm-dd" of the sheet's zone, everything else text or number. */
export function cellValue(raw: RawCell, zone: string): CellValue {
  if (raw === null || raw === undefined) return '';
  if (typeof raw === 'number') return raw;
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return Number.isNaN(raw.getTime()) ? '' : dateInZone(raw.getTime(), zone);
}

/** A cell's value as text: numbers as written by JavaScript, dates as "yyyy-mm-dd". */
export function cellText(raw: RawCell, zone: string): string {
  return String(cellValue(raw, zone)).trim();
}

/**
 * A value as it is handed to setValues. Text columns are formatted as plain text ("@"), which keeps whatever is written
 * there as text. In the others a leading apostrophe keeps Sheets from reading text as a formula, number or date; it does
 * not become part of the text. Dates become serial day numbers: the cell's format shows them.
 */
export function toCell(value: CellValue, type: FieldType): string | number {
  if (typeof value === 'number' || value === '') return value;
  if (type === 'date' && isIsoDate(value)) return dateToSerial(value);
  return type === 'text' || type === 'status' ? value : `'${value}`;
}

/** Longest text a cell takes (Google's limit). */
export const MAX_CELL_TEXT = 50_000;

/** True when two values are the same to a person: 5 and "5", blank and spaces. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  return a === b || String(a).replace(/\r\n?/g, '\n').trim() === String(b).replace(/\r\n?/g, '\n').trim();
}

/** A random id for a row: eight letters and digits, the first a letter so that it is never read as a number. */
export function newId(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz';
  let id = letters.charAt(Math.floor(Math.random() * letters.length));
  while (id.length < 8) id += Math.floor(Math.random() * 36).toString(36);
  return id;
}

/** Rows without the blank ones at their end. */
export function withoutBlankEnd(lines: RawCell[][]): RawCell[][] {
  let count = lines.length;
  while (count > 0 && lines[count - 1]?.every((cell) => cell === '' || cell === null || cell === undefined)) count--;
  return lines.slice(0, count);
}
