import { foldedWords } from '../shared/fold';
import { memo } from '../shared/memo';
import { oneApart } from './closeness';
import { type ImportDeal, nameKey, whoOf } from './deal';
import type { KnownRow } from './known';

/**
 * How surely a row that somebody typed is a deal of the table. `exact`: the same words; `sure`: one says no more than the
 * other ("Harbour & Hale" and "Harbour & Hale – Five site rollout"); `perhaps`: the same customer with something else, or
 * all but one letter.
 */
export type Likeness = 'exact' | 'sure' | 'perhaps' | 'no';

/** Shorter names are part of too many others. */
const LEAST_LETTERS = 4;

/** How alike are a row and a deal? Case, accents and signs do not matter, nor does the order of words. */
export function likeness(row: KnownRow, deal: ImportDeal): Likeness {
  const text = String(row.cells.who ?? '');
  const whole = nameKey(text);
  if (whole === '') return 'no';
  if (whole === nameKey(whoOf(deal)) || whole === nameKey(deal.name)) return 'exact';
  const [typed, said] = [wordsOf(text), wordsOf(`${deal.account} ${deal.name}`)];
  if (isWithin(typed, said) || isWithin(said, typed)) return 'sure';
  const customer = wordsOf(deal.account);
  if (isWithin(customer, wordsOf(text.split('\n')[0] ?? ''))) return 'perhaps';
  const [a, b] = [typed.join(''), said.join('')];
  return a.length > LEAST_LETTERS && oneApart(a, b) ? 'perhaps' : 'no';
}

const wordsOf: (text: string) => string[] = memo((text) => foldedWords(text.replace(/['’]/g, '')));

/** Are all of these words among the others? */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  return words.join('').length >= LEAST_LETTERS && words.every((word) => others.includes(word));
}
