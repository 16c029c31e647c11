/**
 * Places on a sheet, as Google counts them (from 1): rectangles, and A1 notation for them.
 * Source of the forms: https://developers.google.com/workspace/sheets/api/guides/concepts#cell
 */
import type { Rect } from '../engine/engine';

/** The cells that both have, or null. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const col = Math.max(a.col, b.col);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const cols = Math.min(a.col + a.cols, b.col + b.cols) - col;
  return rows > 0 && cols > 0 ? { row, col, rows, cols } : null;
}

/** Whether two rectangles share a cell. */
export function intersects(a: Rect, b: Rect): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.col < b.col + b.cols && b.col < a.col + a.cols;
}

/** Whether `outer` holds every cell of `inner`. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.row <= inner.row &&
    outer.col <= inner.col &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.col + outer.cols >= inner.col + inner.cols
  );
}

/** What is left of `rect` outside `hole`: up to four rectangles that do not overlap. */
export function subtract(rect: Rect, hole: Rect): Rect[] {
  const cut = intersection(rect, hole);
  if (!cut) return [rect];
  const parts: Rect[] = [
    { ...rect, rows: cut.row - rect.row },
    { ...rect, row: cut.row + cut.rows, rows: rect.row + rect.rows - cut.row - cut.rows },
    { ...cut, col: rect.col, cols: cut.col - rect.col },
    { ...cut, col: cut.col + cut.cols, cols: rect.col + rect.cols - cut.col - cut.cols },
  ];
  return parts.filter((part) => part.rows > 0 && part.cols > 0);
}

/** Whether the rectangles together hold every cell of `rect`. */
export function covers(rects: Rect[], rect: Rect): boolean {
  let left = [rect];
  for (const hole of rects) left = left.flatMap((part) => subtract(part, hole));
  return left.length === 0;
}

/** The parts of one reference. An absent bound is open: 'A:B' has no rows, '3:5' no columns. */
export interface A1Reference {
  /** Tab name without its quotes, or null when the text names none. */
  sheetName: string | null;
  row: number | null;
  col: number | null;
  lastRow: number | null;
  lastCol: number | null;
}

/** 1 → 'A', 27 → 'AA'. */
export function columnLetters(col: number): string {
  let letters = '';
  for (let rest = col; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 'A' → 1, 'aa' → 27. */
export function columnNumber(letters: string): number {
  let col = 0;
  for (const letter of letters.toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
  return col;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;
const R1C1_CORNER = /^R([1-9]\d{0,7})C([1-9]\d{0,4})$/i;

type Corner = { row: number | null; col: number | null } | null;

function r1c1Corner(text: string): Corner {
  const match = R1C1_CORNER.exec(text);
  return match && { row: Number(match[1]), col: Number(match[2]) };
}

function corner(text: string): Corner {
  const match = CORNER.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  return { col: match[1] ? columnNumber(match[1]) : null, row: match[2] ? Number(match[2]) : null };
}

/** Splits "'It''s'!A1" into its tab and the rest. */
export function splitSheetName(text: string): { sheetName: string | null; rest: string } | null {
  if (text.startsWith("'")) {
    const match = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
    return match ? { sheetName: match[1]!.replaceAll("''", "'"), rest: match[2]! } : null;
  }
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { sheetName: null, rest: text };
  return bang === 0 ? null : { sheetName: text.slice(0, bang), rest: text.slice(bang + 1) };
}

/**
 * Reads 'B2', 'B2:C9', 'A:C', '3:5', 'B2:C' and 'R2C2', 'R2C2:R9C3', each with or without a tab; null when the text is no
 * reference. R1C1 notation counts from the grid's first cell here; what may be read as A1 too (R5, C3) is A1.
 */
export function parseReference(text: string): A1Reference | null {
  const split = splitSheetName(text.trim());
  if (!split) return null;
  const parts = split.rest.split(':');
  const read = R1C1_CORNER.test(parts[0]!) ? r1c1Corner : corner;
  const from = read(parts[0]!);
  if (!from || parts.length > 2) return null;
  if (parts.length === 1) {
    if (from.row === null || from.col === null) return null;
    return { sheetName: split.sheetName, row: from.row, col: from.col, lastRow: from.row, lastCol: from.col };
  }
  const to = read(parts[1]!);
  if (!to) return null;
  const rows = order(from.row, to.row);
  const cols = order(from.col, to.col);
  if (rows === null || cols === null) return null;
  return { sheetName: split.sheetName, row: rows[0], lastRow: rows[1], col: cols[0], lastCol: cols[1] };
}

/** Puts two corners in order; one open end stays open behind ('A2:A'); null when both dimensions cannot be read. */
function order(a: number | null, b: number | null): [number | null, number | null] | null {
  if (a !== null && b !== null) return a <= b ? [a, b] : [b, a];
  if (a === null && b === null) return [null, null];
  return [a ?? b, null];
}

/** 'B2' or 'B2:C9' for a closed rectangle. */
export function a1OfRect(row: number, col: number, rows: number, cols: number): string {
  const first = columnLetters(col) + row;
  return rows === 1 && cols === 1 ? first : `${first}:${columnLetters(col + cols - 1)}${row + rows - 1}`;
}

/**
 * A tab's name as it stands before `!` in a formula or an A1 text: quoted unless it is a plain word that is neither a cell's
 * address nor a truth value. Source: facts §5.6 (plain for `Sales`, `Sheet_1`, `x.y`; quoted for `A1`, `R1C1`, `2026`,
 * `Ünï`, `a-b`); that TRUE needs quotes is Univer's rule.
 */
export function quoteSheetName(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name);
  const otherwise = /^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*|TRUE|FALSE)$/i.test(name);
  return plain && !otherwise ? name : `'${name.replaceAll("'", "''")}'`;
}

/** An absolute address with its tab: `Team!$A$1:$B$2`. */
export function absoluteAddress(sheetName: string, rect: Rect): string {
  const corner = (row: number, col: number) => `$${columnLetters(col)}$${row}`;
  const start = corner(rect.row, rect.col);
  const end = corner(rect.row + rect.rows - 1, rect.col + rect.cols - 1);
  return `${quoteSheetName(sheetName)}!${start === end ? start : `${start}:${end}`}`;
}
