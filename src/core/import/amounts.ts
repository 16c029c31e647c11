import { type DecimalMark, decimalShown, readAmountBy } from '../shared/amount';
import type { CellValue } from '../shared/fields';

export interface AmountStyle {
  decimal: DecimalMark;
  /** False when the amounts themselves do not tell: 1.234 is a thousand or one and a bit. */
  sure: boolean;
  /** An amount that reads differently the other way round; '' when there is none. */
  example: string;
}

const CODE = '(?:[A-Z]{2,3}(?=[\\s\\d(-])|[A-Z]{0,2}\\p{Sc})';
const BEFORE = new RegExp(`^(-?)${CODE}\\s*`, 'u');
const AFTER = /\s*(?:(?!MIO)[A-Z]{3}|\p{Sc})$/u;
const THOUSANDS: Record<string, number> = { k: 1e3, m: 1e6, mio: 1e6, bn: 1e9 };

/**
 * The decimal mark of a whole column of amounts, `guess` where they have none. Where they do not tell, three digits after
 * a mark are taken for thousands: few deals are worth 1.25.
 */
export function amountStyle(values: readonly CellValue[], guess: DecimalMark): AmountStyle {
  const counts = { '.': 0, ',': 0 };
  let example = '';
  for (const value of values) {
    if (typeof value === 'number') continue;
    const { text } = plain(value);
    const shown = decimalShown(text);
    if (shown) counts[shown]++;
    else if (/[.,]/.test(text) && readAmountBy(text, '.') !== readAmountBy(text, ',')) example ||= value.trim();
  }
  if (counts['.'] === counts[',']) {
    const thousands = example === '' ? guess : example.includes(',') ? '.' : ',';
    return { decimal: thousands, sure: example === '', example };
  }
  const decimal = counts['.'] > counts[','] ? '.' : ',';
  return { decimal, sure: example === '' || counts['.'] === 0 || counts[','] === 0, example };
}

/** Reads an amount: $1,234.50, 1.234,50 €, EUR 12k, (500) for less than nothing; null when it is none. Blank is ''. */
export function readMoney(value: CellValue, decimal: DecimalMark): number | '' | null {
  if (typeof value === 'number') return value;
  const { text, factor } = plain(value);
  if (/^[-–—]?$/.test(text)) return '';
  if (text.endsWith('%')) return null;
  const amount = readAmountBy(text, decimal);
  return typeof amount === 'number' ? Number((amount * factor).toPrecision(12)) : null;
}

/** Without currency, brackets and the letter for thousands. */
function plain(value: string): { text: string; factor: number } {
  let text = value.replace(/[\u00a0\u202f]/g, ' ').trim();
  let factor = 1;
  const brackets = /^\((.+)\)$/.exec(text);
  if (brackets) {
    text = String(brackets[1]);
    factor = -1;
  }
  text = text.replace(BEFORE, '$1').replace(AFTER, '');
  const short = /^(.*\d)\s?(k|m|mio|bn)\.?$/i.exec(text);
  if (!short) return { text, factor };
  return { text: String(short[1]), factor: factor * (THOUSANDS[String(short[2]).toLowerCase()] ?? 1) };
}
