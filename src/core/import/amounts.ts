import type { CellValue } from '../shared/fields';
import { isBlankMark } from '../shared/fold';
import { memo } from '../shared/memo';
import { type DecimalMark, decimalShown, readMoney } from '../shared/money';

/** How a lone mark before three digits is meant; "either": it parts thousands whichever it is, the decimals show themselves. */
export type MarkStyle = DecimalMark | 'either';

export interface AmountStyle {
  decimal: MarkStyle;
  /** False when the amounts themselves do not tell: 1.234 is a thousand or one and a bit. */
  sure: boolean;
  /** An amount that reads differently the other way round; '' when there is none. */
  example: string;
}

/**
 * What an amount's cell says. `currency`: as written beside it, '' where none is. `thousands`: of "30 mil" the amount where
 * that word is a thousand, and `amount` where it is a million.
 */
export type AmountCell =
  | { is: 'amount'; amount: number; currency: string; thousands?: number }
  | { is: 'blank' }
  | { is: 'unreadable' };

/**
 * The decimal mark of a whole column of amounts, `guess` where they have none. Where they do not tell, three digits after
 * a mark are taken for thousands: few deals are worth 1.25.
 */
export function amountStyle(values: readonly CellValue[], guess: DecimalMark): AmountStyle {
  const counts = { '.': 0, ',': 0 };
  let example = '';
  for (const value of values) {
    if (typeof value === 'number') continue;
    const shown = markShown(value);
    if (shown) counts[shown]++;
    else if (example === '' && isDoubtful(value)) example = value.trim();
  }
  if (counts['.'] === counts[',']) {
    const thousands = example === '' ? guess : example.includes(',') ? '.' : ',';
    return { decimal: thousands, sure: example === '', example };
  }
  // Both marks part decimals somewhere: then a text of its own says nothing about the next one.
  if (counts['.'] > 0 && counts[','] > 0) return { decimal: 'either', sure: example === '', example };
  return { decimal: counts['.'] > 0 ? '.' : ',', sure: true, example };
}

/** The mark that an amount shows beyond doubt. */
const markShown = memo(decimalShown);

function isDoubtful(value: string): boolean {
  const reading = readMoney(value, { decimal: '.' });
  return reading.is === 'ambiguous' && reading.as !== 'word';
}

/** Readers of texts by the way marks are meant. */
const readers: Record<MarkStyle, (text: string) => AmountCell> = {
  '.': memo((text) => readText(text, '.')),
  ',': memo((text) => readText(text, ',')),
  either: memo((text) => readText(text, 'either')),
};

/** Reads an amount's cell. What programs write for nothing is blank; a share (20 %) is no amount of money. */
export function readAmountCell(value: CellValue, decimal: MarkStyle): AmountCell {
  return typeof value === 'number' ? { is: 'amount', amount: value, currency: '' } : readers[decimal](value);
}

function readText(text: string, decimal: MarkStyle): AmountCell {
  if (isBlankMark(text)) return { is: 'blank' };
  const reading = readMoney(text, { decimal: decimal === 'either' ? '.' : decimal });
  if (reading.is === 'blank') return { is: 'blank' };
  if (reading.is === 'unreadable' || reading.percent) return { is: 'unreadable' };
  const { currency } = reading;
  if (reading.is === 'ambiguous' && reading.as === 'word')
    return { is: 'amount', amount: reading.value, currency, thousands: reading.other };
  const turned = decimal === 'either' && reading.is === 'ambiguous' && reading.as === 'decimals';
  return { is: 'amount', amount: turned ? reading.other : reading.value, currency };
}
