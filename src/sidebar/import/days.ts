/** Days of deals, for reading. */
import { isIsoDate, shortDate } from '../../core/shared/dates';
import type { CellValue } from '../../core/shared/fields';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { importWords } from './words';

/** "3 Nov 2026". */
export function fullDate(day: string): string {
  return shortDate(day);
}

/** A cell's value for reading: days in words, figures with their groups, texts of two lines in one. */
export function shownValue(value: CellValue): string {
  if (value === '') return importWords.blank;
  if (isIsoDate(value)) return fullDate(value);
  return showAmount(value, language()).replace(/\s*\n\s*/g, ', ');
}
