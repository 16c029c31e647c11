import { type IsoDate, isIsoDate, serialToDate } from '../shared/dates';
import type { CellValue } from '../shared/fields';
import { monthName } from '../shared/month';

/** Which comes first where a day is written in figures: 03/11 is 3 November or 11 March. */
export type DateOrder = 'dmy' | 'mdy';

export interface DateStyle {
  order: DateOrder;
  /** False when the days themselves do not tell: a person has to be asked. */
  sure: boolean;
  /** A day that reads differently the other way round; '' when there is none. */
  example: string;
}

const TIME = /[T,\s]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const FIGURES = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
/** Days from 2000 to 2099, as a sheet counts them. */
const SERIAL = { from: 36_526, to: 73_050 };

/**
 * The style of a whole column of days. Days like 25/12 settle it; where they contradict each other the more frequent
 * order is taken, and where none settles it, `guess`: both are not sure.
 */
export function dateStyle(values: readonly CellValue[], guess: DateOrder): DateStyle {
  let [dayFirst, monthFirst] = [0, 0];
  let example = '';
  let dots = true;
  for (const value of values) {
    const m = FIGURES.exec(bare(String(value)));
    if (!m) continue;
    const [first, second] = [Number(m[1]), Number(m[3])];
    if (first > 12 && second > 12) continue;
    if (first > 12) dayFirst++;
    else if (second > 12) monthFirst++;
    else if (first !== second) {
      example ||= String(value).trim();
      dots &&= m[2] === '.';
    }
  }
  if (dayFirst !== monthFirst) {
    const order = dayFirst > monthFirst ? 'dmy' : 'mdy';
    return { order, sure: dayFirst === 0 || monthFirst === 0, example };
  }
  // Nobody writes the month first and puts dots between.
  if (dayFirst === 0 && dots) return { order: 'dmy', sure: true, example };
  return { order: guess, sure: dayFirst === 0 && example === '', example };
}

/** Reads a day as a CRM writes it, a time of day left out; null when it is none. Blank is ''. */
export function readDay(value: CellValue, order: DateOrder): IsoDate | '' | null {
  if (typeof value === 'number') return value >= SERIAL.from && value < SERIAL.to ? serialToDate(value) : null;
  const text = bare(value);
  if (text === '') return '';
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return day(iso[1], Number(iso[3]), iso[4]);
  const figures = FIGURES.exec(text);
  if (figures) {
    const [dd, mm] = order === 'dmy' ? [figures[1], figures[3]] : [figures[3], figures[1]];
    return day(figures[4], Number(mm), dd);
  }
  const named =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/i.exec(text) ??
    /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/i.exec(text);
  if (!named) return null;
  const [word, dd] = /^\d/.test(text) ? [named[2], named[1]] : [named[1], named[2]];
  return day(named[3], monthOf(String(word)), dd);
}

/** Without time of day and weekday. */
function bare(text: string): string {
  return text
    .trim()
    .replace(TIME, '')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+/i, '')
    .trim();
}

/** 11 for "Nov" and "November"; 0 for no month. */
function monthOf(word: string): number {
  const small = word.toLowerCase().replace(/^sept$/, 'sep');
  for (let month = 1; month <= 12; month++) if (monthName(month).toLowerCase().startsWith(small)) return month;
  return 0;
}

function day(year: string | undefined, month: number, dayOfMonth: string | undefined): IsoDate | null {
  const full = String(year).length === 2 ? `20${year}` : String(year);
  const date = `${full}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}
