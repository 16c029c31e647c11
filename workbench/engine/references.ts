/**
 * The references inside a formula in en-US spelling: finding them, and writing them anew after a change of the grid.
 * Pure. Structured references, R1C1 and external workbooks are not known here and stay as they are.
 */
import { columnLetters, columnNumber, quoteSheetName } from '../values/addresses';
import type { Rect } from './engine';
import { type GridChange, type Span, shiftSpan } from './shift';

/** One end of a reference. A missing row or column is a whole column or row. */
interface Corner {
  col: number | null;
  colFixed: boolean;
  row: number | null;
  rowFixed: boolean;
}

/** A reference in a formula: `$A$1`, `B2:C9`, `A:C`, `3:5`, with or without a sheet. */
export interface Reference {
  /** What stands before the address, `!` included; '' when it means the formula's own sheet. */
  prefix: string;
  /** The sheet's name, null for the formula's own. */
  sheet: string | null;
  start: Corner;
  /** null for a single cell. */
  end: Corner | null;
}

/** A formula in pieces: texts that stay, and references. */
export type FormulaPiece = string | Reference;

const column = String.raw`\$?[A-Za-z]{1,3}`;
const line = String.raw`\$?[1-9][0-9]{0,6}`;
const token = new RegExp(
  [
    '"(?:[^"]|"")*"?',
    String.raw`((?:'(?:[^']|'')*'|[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*)!)?(?:(${column})(${line})(?::(${column})(${line}))?|(${column}):(${column})|(${line}):(${line}))(?![\w.(!\u0080-\uffff])`,
    String.raw`(?:'(?:[^']|'')*'|[\w.\u0080-\uffff]+)!?`,
  ].join('|'),
  'y',
);

const cache = new Map<string, FormulaPiece[]>();

function corner(col: string | undefined, row: string | undefined): Corner {
  return {
    col: col === undefined ? null : columnNumber(col.replace('$', '')),
    colFixed: col?.startsWith('$') ?? false,
    row: row === undefined ? null : Number(row.replace('$', '')),
    rowFixed: row?.startsWith('$') ?? false,
  };
}

function reference(match: RegExpExecArray): Reference {
  const [, prefix = '', c1, r1, c2, r2, wholeC1, wholeC2, wholeR1, wholeR2] = match;
  const named = prefix.slice(0, -1);
  const sheet = named.startsWith("'") ? named.slice(1, -1).replace(/''/g, "'") : named;
  const single = c1 !== undefined && c2 === undefined;
  return {
    prefix,
    sheet: prefix === '' ? null : sheet,
    start: corner(c1 ?? wholeC1, r1 ?? wholeR1),
    end: single ? null : corner(c2 ?? wholeC2, r2 ?? wholeR2),
  };
}

/** The formula's pieces, in order; joined with `writeReference` they give the formula again. */
export function formulaPieces(formula: string): FormulaPiece[] {
  const known = cache.get(formula);
  if (known) return known;
  const pieces: FormulaPiece[] = [];
  let text = '';
  for (let at = 0; at < formula.length; ) {
    token.lastIndex = at;
    const match = token.exec(formula);
    if (!match) {
      text += formula[at];
      at += 1;
      continue;
    }
    const isReference = match.slice(2).some((group) => group !== undefined);
    if (isReference) {
      pieces.push(text, reference(match));
      text = '';
    } else text += match[0];
    at += match[0].length;
  }
  pieces.push(text);
  if (cache.size > 20000) cache.clear();
  cache.set(formula, pieces);
  return pieces;
}

function writeCorner(corner: Corner): string {
  const col = corner.col === null ? '' : (corner.colFixed ? '$' : '') + columnLetters(corner.col);
  const row = corner.row === null ? '' : (corner.rowFixed ? '$' : '') + corner.row;
  return col + row;
}

/** A reference as it stands in a formula. */
export function writeReference(reference: Reference): string {
  const { prefix, start, end } = reference;
  return prefix + writeCorner(start) + (end ? `:${writeCorner(end)}` : '');
}

/** The formula with each reference replaced by what `change` says: a text, the reference as it was, or null for #REF!. */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | null): string {
  let changed = false;
  const parts = formulaPieces(formula).map((piece) => {
    if (typeof piece === 'string') return piece;
    const next = change(piece);
    if (next !== piece) changed = true;
    return next === null ? '#REF!' : writeReference(next);
  });
  return changed ? parts.join('') : formula;
}

/** Google's order: the smaller corner first. */
function spanOf(from: number, to: number): Span {
  return from <= to ? [from, to] : [to, from];
}

/** A reference after rows or columns of its sheet changed; null when all its cells are gone. */
export function shiftReference(reference: Reference, change: GridChange, gridSize: number): Reference | null {
  const { start, end } = reference;
  const axis = change.axis;
  const from = start[axis];
  if (from === null) return reference;
  const to = end?.[axis] ?? from;
  const [low, high] = spanOf(from, to);
  // A stretch that ends at the grid's last row stands for an open one (`C2:C`): rows appended below it belong to it.
  const appended = change.kind === 'insert' && change.at === gridSize + 1 && high === gridSize && high > low;
  const span = appended ? ([low, high + change.count] as const) : shiftSpan([low, high], change);
  if (!span) return null;
  if (span[0] === low && span[1] === high) return reference;
  const [first, last] = from <= to ? span : [span[1], span[0]];
  return { ...reference, start: { ...start, [axis]: first }, end: end && { ...end, [axis]: last } };
}

/** A formula as it reads after being copied by so many rows and columns: relative references move along. */
export function offsetFormula(formula: string, rows: number, cols: number): string {
  if (rows === 0 && cols === 0) return formula;
  const moved = (corner: Corner): Corner | null => {
    const row = corner.row === null || corner.rowFixed ? corner.row : corner.row + rows;
    const col = corner.col === null || corner.colFixed ? corner.col : corner.col + cols;
    return (row !== null && row < 1) || (col !== null && col < 1) ? null : { ...corner, row, col };
  };
  return mapReferences(formula, (reference) => {
    const start = moved(reference.start);
    const end = reference.end && moved(reference.end);
    return start && (end || !reference.end) ? { ...reference, start, end } : null;
  });
}

/** A formula after a sheet was renamed. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  return mapReferences(formula, (reference) =>
    sameName(reference.sheet, from) ? { ...reference, sheet: to, prefix: `${quoteSheetName(to)}!` } : reference,
  );
}

/** A formula after a sheet was deleted: what pointed there is #REF!. */
export function dropSheetIn(formula: string, name: string): string {
  return mapReferences(formula, (reference) => (sameName(reference.sheet, name) ? null : reference));
}

/** Whether two sheet names mean the same sheet; Google does not look at case. */
export function sameName(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && a.toLowerCase() === b.toLowerCase());
}

/** The rectangle a reference covers, for a sheet with this grid. */
export function referenceRect(reference: Reference, grid: { rows: number; cols: number }): Rect {
  const { start } = reference;
  const end = reference.end ?? start;
  const [top, bottom] = spanOf(start.row ?? 1, end.row ?? grid.rows);
  const [left, right] = spanOf(start.col ?? 1, end.col ?? grid.cols);
  return { row: top, col: left, rows: bottom - top + 1, cols: right - left + 1 };
}

/** The same reference moved by so many rows and columns, `$` or not; whole rows and columns keep their open side. */
export function translateReference(reference: Reference, rows: number, cols: number): Reference {
  const moved = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row === null ? null : corner.row + rows,
    col: corner.col === null ? null : corner.col + cols,
  });
  return { ...reference, start: moved(reference.start), end: reference.end && moved(reference.end) };
}
