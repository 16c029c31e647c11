import type { IsoDate } from '../shared/dates';
import { type DateOrder, type DayReading, readDay } from '../shared/days';
import type { CellValue } from '../shared/fields';
import { isBlankMark } from '../shared/fold';
import { memo } from '../shared/memo';

export interface DateStyle {
  order: DateOrder;
  /** False when the days themselves do not tell: a person has to be asked. */
  sure: boolean;
  /** A day that reads differently the other way round; '' when there is none. */
  example: string;
}

/** What a day's cell says. A stretch of time ("2026-12") is no day, and is called what it is. */
export type DayCell = { is: 'day'; day: IsoDate } | { is: 'blank' } | { is: 'period' } | { is: 'unreadable' };

const FIGURES = /^\D{0,12}?(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(?:\d{4}|\d{2})(?!\d)/;

/**
 * The style of a whole column of days. Days like 25/12 settle it; where they contradict each other the more frequent
 * order is taken, and where none settles it, `guess`: both are not sure.
 */
export function dateStyle(values: readonly CellValue[], guess: DateOrder): DateStyle {
  let [dayFirst, monthFirst] = [0, 0];
  let example = '';
  let dots = true;
  for (const value of values) {
    const m = FIGURES.exec(String(value).trim());
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

/** Readers of texts by order and zone. */
const readers = new Map<string, (text: string) => DayCell>();

/** Reads a day's cell as a CRM writes it; a time stamp is the day in the spreadsheet's zone. */
export function readDayCell(value: CellValue, order: DateOrder, zone: string): DayCell {
  if (typeof value === 'number') return asCell(readDay(value, { order, today: '', zone }));
  const key = `${order} ${zone}`;
  const reader =
    readers.get(key) ??
    memo((text) => (isBlankMark(text) ? { is: 'blank' } : asCell(readDay(text, { order, today: '', zone }))));
  readers.set(key, reader);
  return reader(value);
}

function asCell(reading: DayReading): DayCell {
  if (reading.is === 'value' || reading.is === 'ambiguous') return { is: 'day', day: reading.value };
  return { is: reading.is };
}
