import type { IsoDate } from '../../core/shared/dates';
import { addDays, isIsoDate, shortDate } from '../../core/shared/dates';
import type { CellValue } from '../../core/shared/fields';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** A day without a year may lie this far back; else next year's is meant. */
const LOOK_BACK_DAYS = 90;

/**
 * Reads a day as people write it: 24 Nov, Nov 24, 24.11., 24/11/2026, 2026-11-24, today, tomorrow, Fri. What is no day
 * stays the text that was typed ("after the fair"). 3/11 is read the way the browser's language writes dates.
 */
export function readDate(typed: string, today: IsoDate, language: string): CellValue {
  const text = typed.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
  if (text === '') return '';
  return readWord(text, today) ?? readNamed(text, today) ?? readFigures(text, today, language) ?? typed;
}

function readWord(text: string, today: IsoDate): IsoDate | null {
  if (text === 'today') return today;
  if (text === 'tomorrow') return addDays(today, 1);
  const day = /^(next )?([a-z]{3,9})$/.exec(text)?.[2];
  const index = day
    ? DAYS.findIndex((d) => day.startsWith(d) && 'sundaymondaytuesdaywednesdaythursdayfridaysaturday'.includes(day))
    : -1;
  if (index < 0) return null;
  for (let date = addDays(today, 1), n = 0; n < 7; n++, date = addDays(date, 1))
    if (new Date(`${date}T00:00:00Z`).getUTCDay() === index) return date;
  return null;
}

function readNamed(text: string, today: IsoDate): IsoDate | null {
  const bare = text.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]* /, '');
  const m =
    /^(\d{1,2})(?:st|nd|rd|th|\.)? ?([a-z]{3,9})\.?(?: (\d{4}|\d{2}))?$/.exec(bare) ??
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(bare);
  if (!m) return null;
  const [name, day] = /^\d/.test(m[1] ?? '') ? [m[2] ?? '', m[1]] : [m[1] ?? '', m[2]];
  const month = MONTHS.findIndex((short) => name.startsWith(short)) + 1;
  return month === 0 ? null : dayOf(Number(day), month, m[3], today);
}

function readFigures(text: string, today: IsoDate, language: string): IsoDate | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const m = /^(\d{1,2})([./-]) ?(\d{1,2})(?:\2 ?(\d{4}|\d{2})?)?$/.exec(text);
  if (!m) return null;
  const [a, b] = [Number(m[1]), Number(m[3])];
  const monthFirst = m[2] === '/' && writesMonthFirst(language) && a <= 12;
  return monthFirst || b > 12 ? dayOf(b, a, m[4], today) : dayOf(a, b, m[4], today);
}

/** Does a language ("en-US") write the month before the day? */
export function writesMonthFirst(language: string): boolean {
  try {
    return new Intl.DateTimeFormat(language).formatToParts(0).find((part) => part.type !== 'literal')?.type === 'month';
  } catch {
    return false;
  }
}

function dayOf(day: number, month: number, year: string | undefined, today: IsoDate): IsoDate | null {
  if (year) return real(Number(year) + (year.length === 2 ? 2000 : 0), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = real(thisYear, month, day);
  return date !== null && date < addDays(today, -LOOK_BACK_DAYS) ? real(thisYear + 1, month, day) : date;
}

function real(year: number, month: number, day: number): IsoDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}

/** A date for reading, "24 Nov" or "24 Nov 2027" when it is not this year; text as it stands. */
export function showDate(value: CellValue | undefined, today: IsoDate): string {
  return isIsoDate(value) ? shortDate(value, Number(today.slice(0, 4))) : String(value ?? '');
}
