/** Days as people type them, and as they are shown. */
import { type IsoDate, isIsoDate, shortDate } from '../../core/shared/dates';
import { type DayReading, dayOf, readDay, writesMonthFirst } from '../../core/shared/days';
import type { CellValue } from '../../core/shared/fields';

/**
 * Reads a day as people write it: 24 Nov, 24.11., 24/11/2026, tomorrow, next Friday, end of March. What is no day stays
 * the text that was typed ("after the fair"), as does a period ("Q1"). 3/11 is read the way the browser's language writes
 * dates.
 */
export function readDate(typed: string, today: IsoDate, language: string): CellValue {
  if (typed.trim() === '') return '';
  return dayOf(reading(typed, today, language)) ?? typed;
}

/** The other day that a text may mean: 3 November or 11 March for 3/11; null where there is no doubt. */
export function otherDate(typed: string, today: IsoDate, language: string): IsoDate | null {
  const read = reading(typed, today, language);
  return read.is === 'ambiguous' ? read.other : null;
}

/** Is this a stretch of time, like "Q1" or "December"? Its words stay. */
export function isPeriod(typed: string, today: IsoDate, language: string): boolean {
  return reading(typed, today, language).is === 'period';
}

function reading(typed: string, today: IsoDate, language: string): DayReading {
  return readDay(typed, { order: writesMonthFirst(language) ? 'mdy' : 'dmy', today, zone: '' });
}

/** A date for reading, "24 Nov" or "24 Nov 2027" when it is not this year; text as it stands. */
export function showDate(value: CellValue | undefined, today: IsoDate): string {
  return isIsoDate(value) ? shortDate(value, Number(today.slice(0, 4))) : String(value ?? '');
}
