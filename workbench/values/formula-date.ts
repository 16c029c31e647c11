/**
 * Formulas whose number is a date: Sheets shows an unformatted one as a date when its formula makes one.
 * Source: the functions' own pages under https://support.google.com/docs/table/25273 (those that return a date or time).
 */

const DATES = /^=\s*(TODAY|DATE|EDATE|EOMONTH|WORKDAY(\.INTL)?|TO_DATE)\s*\(/i;
const MOMENTS = /^=\s*NOW\s*\(\s*\)/i;
const REFERENCE =
  /^=\s*((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?([A-Z]{1,3})\$?(\d+)\s*([+-]\s*\d+(?:\.\d+)?)?\s*$/iu;

/** What can be told from the formula alone, or the cell whose format decides (a reference, perhaps some days on). */
export type FormulaDate =
  | { kind: 'date' | 'moment' }
  | { kind: 'like'; sheetName: string | null; column: string; row: number };

/** null when the formula's number is just a number. */
export function formulaDate(formula: string): FormulaDate | null {
  if (MOMENTS.test(formula)) return { kind: 'moment' };
  if (DATES.test(formula) && endsAtItsBracket(formula)) return { kind: 'date' };
  const match = REFERENCE.exec(formula);
  if (!match) return null;
  const sheetName = match[1] === undefined ? null : match[1].slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
  return { kind: 'like', sheetName, column: match[2]!, row: Number(match[3]) };
}

/** Whether nothing follows the outermost call but days that are added or taken away. */
function endsAtItsBracket(formula: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = formula.indexOf('('); at < formula.length; at++) {
    const char = formula[at];
    if (char === '"') inText = !inText;
    if (inText) continue;
    if (char === '(') depth++;
    if (char === ')' && --depth === 0) return /^\s*([+-]\s*\d+)?\s*$/.test(formula.slice(at + 1));
  }
  return false;
}
