/** Formulas between a script's spelling (the file's locale, A1 or R1C1) and the engine's. */

import { toEngine, toLocale } from '../engine/calculation/formula-text';
import type { CellContent, CellInput, Scalar } from '../engine/engine';
import { formulaFromR1C1, formulaToR1C1 } from '../values/r1c1';

/** What goes into the cell; a text that does not parse in the locale is kept and shows #ERROR! (facts §5.6). */
export function formulaInput(text: string, locale: string): CellInput {
  const formula = text.startsWith('=') ? text : `=${text}`;
  const spelt = toEngine(formula, locale);
  return spelt === null ? { unparsable: formula } : { f: spelt };
}

/** The formula of one cell for another cell of the same rectangle: relative references move along. */
export function formulaFor(
  text: string,
  r1c1: boolean,
  from: { row: number; col: number },
  to: { row: number; col: number },
): string {
  const formula = text.startsWith('=') ? text : `=${text}`;
  if (r1c1) return formulaFromR1C1(formula, to.row, to.col);
  if (from.row === to.row && from.col === to.col) return formula;
  return formulaFromR1C1(formulaToR1C1(formula, from.row, from.col), to.row, to.col);
}

/** The formula as a script reads it, '' when there is none. */
export function formulaOutput(cell: CellContent, locale: string): string {
  if (cell.f === '') return '';
  return cell.unparsable ? cell.f : toLocale(cell.f, locale);
}

/** A rule of conditional formatting or validation with its formulas in the engine's spelling; one that does not parse stays as it is. */
export function ruleInput<R extends { args: Scalar[] }>(rule: R, locale: string): R {
  return { ...rule, args: mapFormulas(rule.args, (formula) => toEngine(formula, locale) ?? formula) };
}

/** The rule as a script reads it. */
export function ruleOutput<R extends { args: Scalar[] }>(rule: R, locale: string): R {
  return { ...rule, args: mapFormulas(rule.args, (formula) => toLocale(formula, locale)) };
}

function mapFormulas(args: Scalar[], map: (formula: string) => string): Scalar[] {
  return args.map((arg) => (typeof arg === 'string' && arg.startsWith('=') ? map(arg) : arg));
}
