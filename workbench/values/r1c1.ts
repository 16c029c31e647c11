/**
 * R1C1 references in formulas, to and from A1, as seen from the cell that holds the formula.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/range#setFormulaR1C1(String)
 */
import { columnLetters, columnNumber } from './addresses';

/** Text pieces that hold no references: string literals and quoted tab names. */
const LITERAL = /"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)/.source;
const R1C1 = new RegExp(`${LITERAL}|(?<![\\w.$])R(\\d+|\\[-?\\d+\\])?C(\\d+|\\[-?\\d+\\])?(?![\\w(.\\[])`, 'gi');
const A1 = new RegExp(
  `${LITERAL}|(?<![\\w.$])(\\$?)([A-Z]{1,3})(\\$?)([1-9]\\d*)(?![\\w(.!])|(?<![\\w.$:])(\\$?)([A-Z]{1,3}):(\\$?)([A-Z]{1,3})(?![\\w(.!:])`,
  'gi',
);

/** `=SUM(R[-3]C:R[-1]C)` in B5 → `=SUM(B2:B4)`. A reference off the grid becomes #REF!. */
export function formulaFromR1C1(formula: string, row: number, col: number): string {
  return formula.replace(R1C1, (whole: string, rowPart?: string, colPart?: string) => {
    if (whole.startsWith('"') || whole.startsWith("'")) return whole;
    const rowAt = place(rowPart, row);
    const colAt = place(colPart, col);
    if (rowAt.index < 1 || colAt.index < 1) return '#REF!';
    return `${colAt.fixed ? '$' : ''}${columnLetters(colAt.index)}${rowAt.fixed ? '$' : ''}${rowAt.index}`;
  });
}

function place(part: string | undefined, base: number): { index: number; fixed: boolean } {
  if (part === undefined) return { index: base, fixed: false };
  if (part.startsWith('[')) return { index: base + Number(part.slice(1, -1)), fixed: false };
  return { index: Number(part), fixed: true };
}

/** `=SUM(B2:B4)` in B5 → `=SUM(R[-3]C[0]:R[-1]C[0])`, Google's spelling with every offset written out. */
export function formulaToR1C1(formula: string, row: number, col: number): string {
  return formula.replace(
    A1,
    (
      whole: string,
      colFix?: string,
      letters?: string,
      rowFix?: string,
      digits?: string,
      fix1?: string,
      col1?: string,
      fix2?: string,
      col2?: string,
    ) => {
      if (whole.startsWith('"') || whole.startsWith("'")) return whole;
      if (letters !== undefined) {
        return `R${say(Number(digits), row, rowFix === '$')}C${say(columnNumber(letters), col, colFix === '$')}`;
      }
      if (col1 === undefined || col2 === undefined) return whole;
      return `C${say(columnNumber(col1), col, fix1 === '$')}:C${say(columnNumber(col2), col, fix2 === '$')}`;
    },
  );
}

function say(index: number, base: number, fixed: boolean): string {
  return fixed ? String(index) : `[${index - base}]`;
}
