/** Ranges from numbers and from A1 texts, with Google's bounds and texts (facts §5.3). */
import type { NamedRangeState, SheetInfo } from '../engine/engine';
import { a1OfRect, columnLetters, parseReference } from '../values/addresses';
import { read, sheetInfo, sheets } from './book';
import { Exception } from './exception';
import type { GridRange } from './objects';

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** A range by its first cell and its size; throws when it is empty or leaves the grid. */
export function rangeAt(sheetId: number, row: number, col: number, rows: number, cols: number): GridRange {
  if (row < 1) throw new Exception('The starting row of the range is too small.');
  if (col < 1) throw new Exception('The starting column of the range is too small.');
  if (rows < 1) throw new Exception('The number of rows in the range must be at least 1.');
  if (cols < 1) throw new Exception('The number of columns in the range must be at least 1.');
  const sheet = sheetInfo(sheetId);
  if (row + rows - 1 > sheet.maxRows || col + cols - 1 > sheet.maxCols) throw new Exception(OUTSIDE);
  return { sheetId, row, col, rows, cols };
}

/** A range by A1 text or by the name of a named range; a text without a tab means `homeId`. Throws `Range not found`. */
export function rangeByText(text: string, homeId: number): GridRange {
  const reference = parseReference(text);
  if (!reference) return named(text) ?? notFound();
  const sheet = reference.sheetName === null ? sheetInfo(homeId) : sheetByName(reference.sheetName);
  if (!sheet) return notFound();
  const { row, col, lastRow, lastCol } = reference;
  const bounds = { startRow: row !== null, endRow: lastRow !== null, startCol: col !== null, endCol: lastCol !== null };
  const range = rangeAt(
    sheet.id,
    row ?? 1,
    col ?? 1,
    (lastRow ?? sheet.maxRows) - (row ?? 1) + 1,
    (lastCol ?? sheet.maxCols) - (col ?? 1) + 1,
  );
  return Object.values(bounds).every(Boolean) ? range : { ...range, bounds };
}

function notFound(): never {
  throw new Exception('Range not found');
}

/** The tab of that name; names are told apart as Google does, without regard to case. */
export function sheetByName(name: string): SheetInfo | undefined {
  return sheets().find((sheet) => sheet.name === name) ?? sheets().find((sheet) => sameName(sheet.name, name));
}

/** Whether two tab names count as one. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function named(name: string): GridRange | null {
  const [all] = read<[NamedRangeState[]]>({ get: 'namedRanges' });
  const bare = name.includes('!') ? name.slice(name.lastIndexOf('!') + 1) : name;
  const found = all.find((one) => one.name.toLowerCase() === bare.toLowerCase());
  return found ? { sheetId: found.sheetId, ...found.rect } : null;
}

/** The range's A1 text; an open one keeps its open form. */
export function a1Of(range: GridRange): string {
  if (!range.bounds) return a1OfRect(range.row, range.col, range.rows, range.cols);
  const { startRow, endRow, startCol, endCol } = range.bounds;
  const first = (startCol ? columnLetters(range.col) : '') + (startRow ? range.row : '');
  const last = (endCol ? columnLetters(range.col + range.cols - 1) : '') + (endRow ? range.row + range.rows - 1 : '');
  return `${first}:${last}`;
}
