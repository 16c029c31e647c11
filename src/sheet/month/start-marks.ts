import { dateToSerial, isIsoDate } from '../../core/shared/dates';
import { digestOf } from '../../core/shared/hash';
import { cellValue, type RawCell } from '../grid/cells';
import { KEY, VISIBLE } from '../grid/grid';
import { COLUMNS, HIDDEN } from '../grid/hidden';

/**
 * What a month begins with, row by row, in as few letters as tell whether anything has been typed, planned or decided since,
 * and in which cell: one for each visible cell, five for all of the row.
 */

/** Rows of the block that are its own: down to the gap below its end. */
function ownRows(keys: readonly string[]): number {
  const end = keys.lastIndexOf(KEY.end);
  return end < 0 ? keys.length : Math.min(keys.length, end + 2);
}

/** Cells that the add-on itself writes later: keys and what belongs to them, and what the month began with. */
const LATER: readonly number[] = [HIDDEN.key, HIDDEN.month, HIDDEN.text, HIDDEN.startContent];
const ROW_LENGTH = 5;

/** The marks of a month's rows; empty rows are left out. Of formulas counts what they are, not what they give. */
export function startMarks(
  values: readonly RawCell[][],
  formulas: readonly string[][],
  keys: readonly string[],
  zone: string,
): string {
  return values
    .slice(0, ownRows(keys))
    .map((line, n) => rowMarks(line, formulas[n] ?? [], zone))
    .filter((marks) => marks !== '')
    .join(' ');
}

/** Where a month differs from what it began with: row (0-based, among the block's) and column of the grid. Null where it does not. */
export function firstTouched(
  began: string,
  values: readonly RawCell[][],
  formulas: readonly string[][],
  keys: readonly string[],
  zone: string,
): { line: number; col: number } | null {
  const before = began.split(' ');
  const lines = values.slice(0, ownRows(keys)).flatMap((line, n) => {
    const marks = rowMarks(line, formulas[n] ?? [], zone);
    return marks === '' ? [] : [{ line: n, marks }];
  });
  const at = lines.findIndex(({ marks }, n) => marks !== before[n]);
  const touched = lines[at];
  if (!touched) return lines.length === before.length ? null : { line: 0, col: 1 };
  // Rows above it are the same: it is either the row that stood here, or one that has been added.
  const was = before[at] ?? '';
  const col = [...touched.marks.slice(0, VISIBLE)].findIndex((mark, n) => mark !== '.' && mark !== was[n]);
  return { line: touched.line, col: col < 0 ? 1 : col + 1 };
}

function rowMarks(line: readonly RawCell[], formulas: readonly string[], zone: string): string {
  const cells = Array.from({ length: COLUMNS }, (_, n) =>
    LATER.includes(n + 1) ? '' : formulas[n] ? skeleton(formulas[n] as string) : plain(line[n], zone),
  );
  if (cells.every((cell) => cell === '')) return '';
  const each = cells
    .slice(0, VISIBLE)
    .map((cell, n) => (cell === '' ? '.' : formulas[n] ? '=' : digestOf(cell).slice(-1)));
  return `${each.join('')}${digestOf(cells).padStart(ROW_LENGTH, '0').slice(-ROW_LENGTH)}`;
}

/** Days as numbers, as they are written; the sheet gives them as days again where a cell's format says so. */
function plain(cell: RawCell, zone: string): string {
  const value = cellValue(cell, zone);
  return isIsoDate(value) ? String(dateToSerial(value)) : String(value).trim();
}

/** A formula without its places, its texts in quotes and what Google may write differently: rows and columns move. */
function skeleton(formula: string): string {
  return formula
    .replace(/"[^"]*"/g, '"')
    .replace(/'[^']*'!/g, '!')
    .replace(/\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}/g, '#')
    .replace(/[\s\d.]/g, '')
    .replace(/,/g, ';')
    .toUpperCase();
}
