import type { CellValue } from '../shared/fields';
import { foldedWords } from '../shared/fold';
import { memo } from '../shared/memo';
import { readMoney } from '../shared/money';
import { HEADINGS, IBERIAN_HEADINGS, keyOfWords, NOUNS, QUALIFIERS } from './words';
import type { HeadingField } from './words/types';

/** What a heading says: the words that count, and a currency where it names one ("Amount (EUR)"). */
export interface Heading {
  key: string;
  /** 1 where the heading is known as it stands, less where only its main words are. */
  fit: number;
  currency: string;
  /** What its amounts are counted in: 1000 for "Betrag in T€", "Amount (k$)"; else 1. */
  factor: number;
  /** It is just the word for a deal. */
  isNoun: boolean;
}

/** How well a heading fits of which only the main words are known: less than one that is known as it stands. */
const BY_MAIN_WORDS = 0.45;

/** Reads a heading: "OpportunityID", "Nome do negócio", "Amount (EUR)", "hs_object_id", "Account: Account Name". */
export const readHeading: (cell: CellValue) => Heading = (cell) => readText(String(cell).trim());

const readText = memo((raw: string): Heading => {
  const apart = raw
    .replace(/__[cr]$/i, '')
    // "Deal #", "№", "Nº", "Quote No.": a number.
    .replace(/[#№]|\bN[º°](?=\P{L}|$)|(?<=^|[\s_.-])no\.?$/giu, ' nr ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll})/gu, '$1 $2');
  const { text, currency, factor } = withoutUnit(apart);
  const words = foldedWords(text);
  const key = keyOfWords(words);
  const isNoun = key === '' && words.some((word) => NOUNS.has(word));
  return { ...knownKey(text, key), currency, factor, isNoun };
});

/**
 * The heading as it is known: itself, what stands behind or before a colon ("Opportunity: Amount", "Owner: Full name"),
 * before brackets ("Close date (UTC)"), or its main words ("Exp. close", "Montant HT").
 */
function knownKey(text: string, key: string): { key: string; fit: number } {
  if (key === '' || HEADINGS.has(key)) return { key, fit: 1 };
  const [, before, behind] = /^(.*):\s*(.+)$/.exec(text) ?? [];
  const ways = [text, ...(behind ? [behind, before] : [])].flatMap((way) => {
    const whole = keyOfWords(foldedWords(String(way)));
    const main = whole.split(' ').filter((word) => !QUALIFIERS.has(word));
    return [whole, keyOfWords(main)];
  });
  const known =
    ways.find((way) => HEADINGS.has(way)) ??
    // "Amount (weighted)" is another amount.
    [keyOfWords(foldedWords(text.replace(/\s*\([^()]*\)$/, '')))].find(
      (way) => HEADINGS.has(way) && HEADINGS.get(way)?.amount === undefined,
    );
  return known === undefined ? { key, fit: 1 } : { key: known, fit: BY_MAIN_WORDS };
}

/** Where a currency or a unit stands in a heading, whatever its letters: in brackets, behind a comma, behind "in". */
const APART = [/^(.+?)\s*[([{]([^()[\]{}]+)[)\]}]$/, /^(.+?),\s*([^,]+)$/, /^(.+?)\s(?:in|en|em|в)\s(\S+(?: \S+)?)$/];
/** At the end or at the beginning only what cannot be a word: "amount_usd", "Amount EUR", "€ value". */
const BESIDE = [/^(.+?)[\s_/-]+(\S+)$/, /^()(\S+)\s(.+)$/];
const CODE = /^(?:[A-Z]{3}|T€|T?EUR|\p{L}{0,3}\p{Sc}\p{L}?)$/u;

/** Takes a currency and what amounts are counted in out of a heading: "Amount (EUR)", "Betrag in T€", "Сумма, тыс. руб.". */
function withoutUnit(heading: string): { text: string; currency: string; factor: number } {
  for (const place of [...APART, ...BESIDE]) {
    const m = place.exec(heading);
    const text = m?.[1] || m?.[3] || '';
    const written = String(m?.[2]).trim();
    const isCode = CODE.test(written) || (/_[a-z]{3}$/.test(heading) && CODE.test(written.toUpperCase()));
    if (!m || foldedWords(text).length === 0 || (BESIDE.includes(place) && !isCode)) continue;
    const unit = unitOf(written);
    if (unit) return { text, ...unit };
  }
  return { text: heading, currency: '', factor: 1 };
}

/** "k€", "TEUR", "$000", "USD", "thousands", "тыс. руб.": read as an amount of one of it is. */
function unitOf(written: string): { currency: string; factor: number } | null {
  const unit = written
    .replace(/^(?:in|en|em|в)\s/i, '')
    .replace(/'?000\b/, 'k')
    .replace(/^(\p{Sc})\s?(\p{L})$/u, '$2$1');
  const read = readMoney(`1 ${unit}`, { decimal: '.' });
  if (read.is !== 'value' || read.percent || (read.value === 1 && read.currency === '')) return null;
  return { currency: read.currency, factor: read.value };
}

/** How well a heading fits a field by its words: 1 at best, 0 for not at all. */
export function fitOfHeading(heading: Heading, field: HeadingField): number {
  if (field === 'name' && heading.isNoun) return 0.55;
  return heading.fit * (HEADINGS.get(heading.key)?.[field] ?? 0);
}

/** Is there a heading that only Spanish and Portuguese have? */
export function isIberian(headings: readonly string[]): boolean {
  return headings.some((heading) => IBERIAN_HEADINGS.has(readHeading(heading).key));
}

/** Is this a heading that anything is known about? */
export function isKnownHeading(cell: CellValue): boolean {
  const heading = readHeading(cell);
  return heading.isNoun || HEADINGS.has(heading.key);
}
