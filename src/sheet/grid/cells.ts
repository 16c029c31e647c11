import { dateToSerial, isIsoDate } from '../../core/shared/dates';
import type { CellValue, FieldType } from '../../core/shared/fields';
import { dayInZone } from './zone';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What a cell holds. Inside Apps Script a date is a Date of the script's own realm. */
export type RawCell = string | number | boolean | Date | OddCell | null | undefined;

/** A cell that holds something else: a picture, or whatever else getValues may give one day. It reads as blank. */
class OddCell {
  toString(): string {
    return '';
  }
}

/** All such cells are this one. Nothing is written over it unasked: it counts as a formula does. */
export const ODD = new OddCell();

/** The values of a range, row by row: every read goes through here, so that nothing unforeseen gets any further. */
export function readCells(range: Range): RawCell[][] {
  return (range.getValues() as unknown[][]).map((line) => line.map(rawCell));
}

/** The value of a range's first cell. */
export function readCell(range: Range): RawCell {
  return rawCell(range.getValue());
}

/** What Google gave for a cell, by what it can do and not by its class. An error's object is its text, like "#REF!". */
export function rawCell(given: unknown): RawCell {
  if (given === null || given === undefined) return '';
  if (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean') return given;
  if (typeof given !== 'object') return ODD;
  if (typeof (given as Partial<Date>).getTime === 'function') return given as Date;
  const text = textOf(given);
  return /^#[A-Z]/.test(text) ? text : ODD;
}

function textOf(given: object): string {
  try {
    return String(given);
  } catch {
    // An object without toString has no text to show.
    return '';
  }
}

/** A cell's value for people: '' when blank, dates as "yyyy-mm-dd" of the sheet's zone, everything else text or number. */
export function cellValue(raw: RawCell, zone: string): CellValue {
  if (raw === null || raw === undefined) return '';
  if (typeof raw === 'number') return raw;
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  if (raw instanceof OddCell) return '';
  return Number.isNaN(raw.getTime()) ? '' : dayInZone(raw.getTime(), zone);
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
