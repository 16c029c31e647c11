/**
 * Open ranges: `C2:C` and `B3:3`. Univer knows only closed ones, so they are stored with the grid's last row or column
 * as their end, grow with the grid (references.ts), and read back open. A range that a user closed at the very last row
 * reads back open too; it means the same cells. Pure.
 */
import { columnLetters } from '../../values/addresses';
import { formulaPieces, type Reference, writeReference } from '../references';

/** The size of the sheet with this name, or of the formula's own; undefined when there is no such sheet. */
export type GridOf = (sheet: string | null) => { rows: number; cols: number } | undefined;

const openRange = /^(\$?[A-Za-z]{1,3})(\$?[1-9][0-9]*):(?:(\$?[A-Za-z]{1,3})|(\$?[1-9][0-9]*))$/;
const candidate =
  /((?:'(?:[^']|'')*'|[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*)!)?(\$?[A-Za-z]{1,3}\$?[1-9][0-9]*:(?:\$?[A-Za-z]{1,3}|\$?[1-9][0-9]*))(?![\w.(!$])/g;

/** The formula with every open range closed at the end of its grid. */
export function closeRanges(formula: string, gridOf: GridOf): string {
  if (!/[0-9]:\$?(?:[A-Za-z]{1,3}(?![A-Za-z0-9$])|[0-9])/.test(formula)) return formula;
  return outsideTexts(formula, (part) =>
    part.replace(candidate, (whole: string, prefix: string | undefined, range: string) => {
      const match = openRange.exec(range);
      const name = prefix?.startsWith("'") ? prefix.slice(1, -2).replace(/''/g, "'") : prefix?.slice(0, -1);
      const grid = gridOf(name ?? null);
      if (!match || !grid) return whole;
      const [, col, row, endCol, endRow] = match;
      return endCol === undefined
        ? `${prefix ?? ''}${col}${row}:${columnLetters(grid.cols)}${endRow}`
        : `${prefix ?? ''}${col}${row}:${endCol}${grid.rows}`;
    }),
  );
}

/** Applies a change to what stands outside texts in quotes; names of sheets in quotes belong to what follows them. */
function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"?)/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

/** The formula with ranges that end with the grid written open. */
export function reopenRanges(formula: string, gridOf: GridOf): string {
  if (!formula.includes(':')) return formula;
  return formulaPieces(formula)
    .map((piece) => (typeof piece === 'string' ? piece : (openForm(piece, gridOf) ?? writeReference(piece))))
    .join('');
}

function openForm(reference: Reference, gridOf: GridOf): string | undefined {
  const { start, end } = reference;
  if (!end || start.row === null || start.col === null || end.row === null || end.col === null) return undefined;
  const grid = gridOf(reference.sheet);
  const written = writeReference(reference);
  if (grid && end.row === grid.rows && !end.rowFixed && start.row < end.row)
    return written.slice(0, -String(end.row).length);
  if (grid && end.col === grid.cols && !end.colFixed && start.col < end.col) {
    return written.replace(/:[A-Z]+(\$?[0-9]+)$/, ':$1');
  }
  return undefined;
}
