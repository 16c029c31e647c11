/** Amounts as people type them, and as they are shown. */
import type { CellValue } from '../../core/shared/fields';
import { amountOf, decimalMark, readMoney } from '../../core/shared/money';

/**
 * Reads an amount as people write it; a single mark before three digits is read the way the browser's language writes
 * numbers. What is no amount stays the text that was typed ("12k–15k?").
 */
export function readAmount(typed: string, language: string): CellValue {
  if (typed.trim() === '') return '';
  return amountOf(readMoney(typed, { decimal: decimalMark(language), language })) ?? typed;
}

/**
 * The other reading of an amount that can be meant in two ways, where the one taken is the less likely: "120.000" in
 * English is 120, and hardly anybody writes so. Null where there is no such doubt.
 */
export function otherAmount(typed: string, language: string): number | null {
  const reading = readMoney(typed, { decimal: decimalMark(language), language });
  return reading.is === 'ambiguous' && reading.as !== 'thousands' ? reading.other : null;
}

/** Making one takes longer than a hundred uses of it. */
const formats: Record<string, Intl.NumberFormat> = {};

/** An amount for reading: numbers with grouping, text as it stands. */
export function showAmount(value: CellValue | undefined, language: string): string {
  if (typeof value !== 'number') return String(value ?? '');
  try {
    formats[language] ??= new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    return formats[language].format(value);
  } catch {
    return String(value);
  }
}

/** An amount for editing: what `readAmount` reads back as the same number. */
export function editAmount(value: CellValue | undefined, language: string): string {
  if (typeof value !== 'number') return String(value ?? '');
  const shown = showAmount(value, language);
  return readAmount(shown, language) === value ? shown : String(value).replace('.', decimalMark(language));
}
