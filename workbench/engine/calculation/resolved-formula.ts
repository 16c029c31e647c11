/** A formula's text as Univer is to calculate it, where Google's meaning and Univer's differ. */

import type { Host } from '../host';
import { mapReferences } from '../references';
import { expandArrayLiterals } from './array-literals';
import { plainNumbers } from './number-literals';

/** What names of ranges stand for, by the name in small letters. */
export function definedNames(host: Omit<Host, 'calculation'>): Map<string, string> {
  const all = Object.values(host.names.getDefinedNameMap(host.unitId) ?? {});
  return new Map(all.map(({ name, formulaOrRefString }) => [name.toLowerCase(), formulaOrRefString.replace(/^=/, '')]));
}

/** A text in quotes, or a word that may be a name: no function, no sheet, no part of an address. */
const textOrWord =
  /"(?:[^"]|"")*"?|'(?:[^']|'')*'!?|[A-Za-z_\u0080-\uffff\\][\w.\u0080-\uffff]*(?![\w.(!:$\u0080-\uffff])/g;

/** The formula with addresses in the place of names. */
export function resolveNames(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return formula;
  return formula.replace(textOrWord, (word) => {
    const meaning = names.get(word.toLowerCase());
    if (meaning === undefined) return word;
    return /^[^(]*$/.test(meaning) ? meaning : `(${meaning})`;
  });
}

/**
 * The formula with addresses for names, with #REF! for what points at a sheet that is not there, as at Google, and with
 * functions for array literals and numbers that Univer takes for numbers.
 */
export function resolveFormula(
  formula: string,
  names: ReadonlyMap<string, string>,
  sheets: ReadonlyMap<string, string>,
): string {
  const known = mapReferences(resolveNames(formula, names), (reference) =>
    reference.sheet === null || sheets.has(reference.sheet.toLowerCase()) ? reference : null,
  );
  return plainNumbers(expandArrayLiterals(known));
}
