/** Functions that the .xlsx format knows only under a prefix: without it Excel and LibreOffice show #NAME?. */
const PREFIXED = new Set(
  `TEXTJOIN CONCAT IFS SWITCH MAXIFS MINIFS XLOOKUP XMATCH LET UNIQUE SORTBY SEQUENCE RANDARRAY IFNA XOR DAYS ISOWEEKNUM
   SHEET SHEETS ISFORMULA FORMULATEXT NUMBERVALUE UNICODE UNICHAR RANK.EQ RANK.AVG STDEV.S STDEV.P VAR.S VAR.P MODE.SNGL
   PERCENTILE.INC PERCENTILE.EXC QUARTILE.INC QUARTILE.EXC PERCENTRANK.INC PERCENTRANK.EXC CEILING.MATH FLOOR.MATH`.split(
    /\s+/,
  ),
);
/** These two have another one. */
const WORKSHEET_PREFIXED = new Set(['SORT', 'FILTER']);

/** A formula (without "=") with the names of functions as the file stores them. Texts and names of tabs stay as they are. */
export function excelFormula(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_][\w.]*(?=\()/g, (part) => {
    const name = part.toUpperCase();
    if (PREFIXED.has(name)) return `_xlfn.${name}`;
    return WORKSHEET_PREFIXED.has(name) ? `_xlfn._xlws.${name}` : part;
  });
}
