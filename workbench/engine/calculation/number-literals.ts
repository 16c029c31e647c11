/**
 * Numbers in formulas as Univer reads them. It takes `1.0`, `1.50`, `007` and `1E3` for texts, so that `=A1>1.0` is false
 * whatever A1 holds; they are calculated in their shortest form. Pure.
 */

/** Whether a formula has a number that is worth looking at: zeros in front or behind, or an exponent. */
const suspicious = /\.\d*0(?!\d)|\d\.(?!\d)|(?<![\w.$])0\d|\d[eE]/;
/** A text, the name of a sheet in quotes, or a number that is no part of a name or an address. */
const textOrNumber =
  /"(?:[^"]|"")*"?|'(?:[^']|'')*'|(?<![\w.$\u0080-\uffff])(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.(!$\u0080-\uffff])/g;

/** The formula (in en-US spelling) with its numbers in the form that Univer takes for numbers. */
export function plainNumbers(formula: string): string {
  if (!suspicious.test(formula)) return formula;
  return formula.replace(textOrNumber, (piece) => {
    if (/^["']/.test(piece)) return piece;
    const plain = String(Number(piece));
    // Too large or too small to be written out: a small e is what Univer knows.
    return /^[\d.]+$/.test(plain) ? plain : piece.toLowerCase();
  });
}
