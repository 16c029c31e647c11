/**
 * Array literals: `{A1:A3, B1:B3; 1, "x"}`. Univer reads constants only, and everything else as a text; so they are
 * calculated as the functions that Google names in its own errors, ARRAY_ROW and ARRAY_LITERAL. Pure.
 * Source: https://support.google.com/docs/answer/6208276
 */

/** Texts, and names of sheets in quotes. */
const quoted = /"(?:[^"]|"")*"?|'(?:[^']|'')*'/y;

/** The formula (in en-US spelling) with functions in the place of array literals. */
export function expandArrayLiterals(formula: string): string {
  return formula.includes('{') ? expand(formula, 0, '').text : formula;
}

/** Rewrites from a place up to the bracket that closes it; `close` is '' for the whole formula. */
function expand(formula: string, start: number, close: string): { text: string; end: number } {
  let text = '';
  let at = start;
  while (at < formula.length && formula[at] !== close) {
    const piece = expandPiece(formula, at);
    text += piece.text;
    at = piece.end;
  }
  return { text, end: at };
}

/** The literal whose inside begins at `start`; `end` is behind its bracket. */
function expandArray(formula: string, start: number): { text: string; end: number } {
  const rows: string[][] = [['']];
  let at = start;
  while (at < formula.length && formula[at] !== '}') {
    const sign = formula[at]!;
    if (sign === ';') rows.push(['']);
    else if (sign === ',') rows[rows.length - 1]!.push('');
    if (sign === ';' || sign === ',') {
      at += 1;
      continue;
    }
    const part = expandPiece(formula, at);
    const row = rows[rows.length - 1]!;
    row[row.length - 1] += part.text;
    at = part.end;
  }
  const lines = rows.map((row) => `ARRAY_ROW(${row.map((item) => item.trim()).join(',')})`);
  return { text: lines.length === 1 ? lines[0]! : `ARRAY_LITERAL(${lines.join(',')})`, end: at + 1 };
}

/** One piece: a quoted text, a bracket with what it holds, or a single sign. */
function expandPiece(formula: string, at: number): { text: string; end: number } {
  quoted.lastIndex = at;
  const literal = quoted.exec(formula)?.[0];
  if (literal) return { text: literal, end: at + literal.length };
  if (formula[at] === '{') return expandArray(formula, at + 1);
  if (formula[at] !== '(') return { text: formula[at]!, end: at + 1 };
  const inner = expand(formula, at + 1, ')');
  return { text: `(${inner.text})`, end: inner.end + 1 };
}
