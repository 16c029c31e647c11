import { currencyOf } from '../shared/currencies';
import type { CellValue } from '../shared/fields';
import { fold, foldedWords } from '../shared/fold';
import { HEADINGS, keyOfWords, NOUNS } from './words';
import type { HeadingField } from './words/types';

/** What a heading says: the words that count, and a currency where it names one ("Amount (EUR)"). */
export interface Heading {
  key: string;
  currency: string;
  /** It is just the word for a deal. */
  isNoun: boolean;
}

/** Reads a heading: "OpportunityID", "Nome do negócio", "Amount (EUR)", "hs_object_id", "Loss_Reason__c". */
export function readHeading(cell: CellValue): Heading {
  const raw = String(cell).trim();
  const apart = raw
    .replace(/__[cr]$/i, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2');
  const { text, currency } = withoutCurrency(apart);
  const words = foldedWords(text);
  const key = keyOfWords(words);
  return { key, currency, isNoun: key === '' && words.some((word) => NOUNS.has(word)) };
}

/** Takes a currency out of brackets, or from the end: "Amount (EUR)", "Betrag in €", "Value [USD]", "Amount, $". */
function withoutCurrency(heading: string): { text: string; currency: string } {
  const m = /^(.*?)[\s([{,/]+(?:in\s+)?([A-Z]{3}|[\p{L}]{0,3}\p{Sc})[\s)\]}]*$/u.exec(heading);
  const currency = m && fold(String(m[1])) !== '' ? currencyOf(String(m[2])) : null;
  return currency && m ? { text: String(m[1]), currency } : { text: heading, currency: '' };
}

/** How well a heading fits a field by its words: 1 at best, 0 for not at all. */
export function fitOfHeading(heading: Heading, field: HeadingField): number {
  if (field === 'name' && heading.isNoun) return 0.55;
  const known = HEADINGS.get(heading.key);
  if (!known) return 0;
  return known[field] ?? 0;
}

/** Is this a heading that anything is known about? */
export function isKnownHeading(cell: CellValue): boolean {
  const heading = readHeading(cell);
  return heading.isNoun || HEADINGS.has(heading.key);
}
