import { columnLetter } from '../grid/grid';
import { HEAD_CELL } from '../grid/hidden';

/** Texts in quotes, references to other sheets, and the cells of the formula's own sheet in three parts. */
const PARTS =
  /"[^"]*"|(?:'(?:[^']|'')*'|[A-Za-z_]\w*)!\$?[A-Z]+\$?\d*(?::\$?[A-Z]+\$?\d*)?|(\$?\b[A-Z]{1,3}\$?)(\d+)\b(?!\()/g;

/** Where a row comes to stand that a formula refers to, by a fixed number ($5) or not; null for one that goes. */
export type NewRow = (row: number, isFixed: boolean) => number | null;

/** A formula with the rows of its own sheet's cells renamed; "#REF!" for a row that is gone. */
export function withRows(formula: string, rowOf: NewRow): string {
  return formula.replace(PARTS, (whole: string, column?: string, row?: string) => {
    if (column === undefined || row === undefined) return whole;
    const now = rowOf(Number(row), column.endsWith('$'));
    return now === null ? '#REF!' : `${column}${now}`;
  });
}

/** Do two formulas say the same? Separators and blanks differ by the file's country. */
export function sameFormula(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(formula: string): string {
  return formula.replace(/"[^"]*"|[\s,]/g, (part) => (part === ',' ? ';' : part.startsWith('"') ? part : ''));
}

/** Today's date in the tab's head. */
const TODAY = `${columnLetter(HEAD_CELL.today.col)}${HEAD_CELL.today.row}`;

/** The cells of its own sheet that a formula refers to, today's date left out. */
function cellsOf(formula: string): Set<string> {
  const cells = new Set<string>();
  formula.replace(PARTS, (whole: string, column?: string, row?: string) => {
    if (column !== undefined) cells.add(`${column}${row}`.replace(/\$/g, ''));
    return whole;
  });
  cells.delete(TODAY);
  return cells;
}

/** Does a formula refer to the very cells that another one refers to? */
export function sameCells(a: string, b: string): boolean {
  const [one, two] = [cellsOf(a), cellsOf(b)];
  return one.size === two.size && [...one].every((cell) => two.has(cell));
}

/** Does a formula refer to cells that another one refers to, and to no others? */
export function withinCells(formula: string, planned: string): boolean {
  const wanted = cellsOf(planned);
  const cells = cellsOf(formula);
  return cells.size > 0 && [...cells].every((cell) => wanted.has(cell));
}

/** Is a formula the add-on's, gone wrong perhaps, rather than a person's? By the functions and cells that it uses. */
export function isOwnFormula(formula: string, planned: string): boolean {
  const used = functionsOf(formula);
  const known = functionsOf(planned);
  const isLike = used.length > 0 && used.every((name) => known.includes(name));
  return planned === '' ? used.length > 0 : isLike && formula.length * 3 > planned.length;
}

/** Names of the functions in a formula. */
export function functionsOf(formula: string): string[] {
  return (
    formula
      .replace(/"[^"]*"/g, '""')
      .toUpperCase()
      .match(/[A-Z][A-Z0-9.]*(?=\()/g) ?? []
  );
}
