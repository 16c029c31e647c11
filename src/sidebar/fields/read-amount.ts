import { decimalMark, readAmountBy } from '../../core/shared/amount';
import type { CellValue } from '../../core/shared/fields';

/** Reads an amount as people write it; a single mark before three digits is read the way the browser's language writes numbers. */
export function readAmount(typed: string, language: string): CellValue {
  return readAmountBy(typed, decimalMark(language));
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
