import { addDays, type IsoDate, isIsoDate, serialToDate } from './dates';
import {
  type DayUnit,
  daysAway,
  isAhead,
  isFiller,
  isNext,
  isWeekday,
  monthNamed,
  partNamed,
  unitNamed,
  weekdayNamed,
} from './day-words';
import type { CellValue } from './fields';
import { fold } from './fold';
import { dayOfEpoch, dayOfMoment, splitTime } from './moments';
import { type Period, readPeriod } from './periods';

/** Which comes first where a day is written in figures: 03/11 is 3 November or 11 March. */
export type DateOrder = 'dmy' | 'mdy';

/** How days are meant where a text alone does not tell. */
export interface DayStyle {
  order: DateOrder;
  /** The day on which it was written, for "friday" and for days without a year; '' where nobody knows: those are unreadable. */
  today: IsoDate | '';
  /** IANA zone of the spreadsheet, for time stamps; '' takes their day as it is written. */
  zone: string;
}

/** Why a text is no day. */
export type DayFault =
  /** "31 Feb", "13/13/2026". */
  | 'noSuchDay'
  /** "5 Dec" where nobody knows when it was written. */
  | 'noYear'
  /** "after the fair". */
  | 'words';

/**
 * A day as it was read. `ambiguous`: two days are possible; `value` follows the style, `other` is the other one. `period`:
 * "Q1", "December": no day, but an order in time; the words are worth keeping.
 */
export type DayReading =
  | { is: 'blank' }
  | { is: 'value'; value: IsoDate }
  | { is: 'ambiguous'; value: IsoDate; other: IsoDate }
  | ({ is: 'period' } & Period)
  | { is: 'unreadable'; why: DayFault };

/** A day without a year may lie this far back; else next year's is meant. */
export const LOOK_BACK_DAYS = 90;
/** Days from 2000 to 2099, as a sheet counts them. */
const SERIAL = { from: 36_526, to: 73_050 };
/** Seconds from 2000 to 2099 since 1970. */
const EPOCH = { from: 946_684_800, to: 4_102_444_800 };
const YEARS = { from: 1970, to: 2199 };

const unreadable = (why: DayFault): DayReading => ({ is: 'unreadable', why });
const asDay = (day: IsoDate | null): DayReading =>
  day === null ? unreadable('noSuchDay') : { is: 'value', value: day };

/**
 * Reads a day as people and programs write it: 24 Nov, 5. Dez. 2026, 12 de dezembro de 2026, 24/11/2026, 2026-11-24,
 * 20261124, tomorrow, next Friday, end of March, a sheet's count of days, seconds or milliseconds since 1970, time stamps
 * with a zone. 3/11 is read by the style, and the result says so.
 */
export function readDay(value: CellValue, style: DayStyle): DayReading {
  if (typeof value === 'number') return readCount(value, style);
  const text = fold(value)
    .replace(/[,;]\s/g, ' ')
    .replace(/[’']/g, ' ')
    // "2026-12-05 (Sat)", "[Europe/Berlin]", "5 декабря 2026 года"; .NET writes /Date(1796428800000)/.
    .replace(/^\/date\((\d+)([+-]\d{4})?\)\/$/, '$1')
    .replace(/\s?[([][a-z/_ .]*[)\]]$|(?<=\d{4})\s?г(?:\.|ода)?$/, '')
    .replace(/^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)?/, '$1-$2-$3t$4:$5')
    .replace(/^((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d\d$/, '$1-$2-$3t$4:$5')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return { is: 'blank' };
  if (/^\d+([.,]\d+)?$/.test(text) && !/^\d{1,2}[.,]\d{1,2}$/.test(text))
    return readCount(Number(text.replace(',', '.')), style);
  const plain = readPlain(text, style);
  if (plain.is !== 'unreadable') return plain;
  const stamp = splitTime(text);
  if (!stamp) return plain;
  const day = readPlain(stamp.date, style);
  const shifted = (one: IsoDate) => dayOfMoment(one, stamp.time, style.zone);
  if (day.is === 'value') return { is: 'value', value: shifted(day.value) };
  if (day.is === 'ambiguous') return { is: 'ambiguous', value: shifted(day.value), other: shifted(day.other) };
  return day.is === 'unreadable' && day.why === 'noSuchDay' ? day : plain;
}

/** The day that is meant; null where the text is none, blank, or a period. */
export function dayOf(reading: DayReading): IsoDate | null {
  return reading.is === 'value' || reading.is === 'ambiguous' ? reading.value : null;
}

/** Does a language ("en-US") write the month before the day? */
export function writesMonthFirst(language: string): boolean {
  try {
    return new Intl.DateTimeFormat(language).formatToParts(0).find((part) => part.type !== 'literal')?.type === 'month';
  } catch {
    return false;
  }
}

/** A bare number: a sheet's count of days, a moment since 1970, or a day's figures in one. */
function readCount(value: number, style: DayStyle): DayReading {
  if (value >= SERIAL.from && value < SERIAL.to) return asDay(serialToDate(value));
  if (value >= EPOCH.from && value < EPOCH.to) return asDay(dayOfEpoch(Math.floor(value) * 1000, style.zone));
  if (value >= EPOCH.from * 1000 && value < EPOCH.to * 1000) return asDay(dayOfEpoch(value, style.zone));
  const m = /^(\d{4})(\d{2})(\d{2})$/.exec(String(value));
  if (m) return asDay(real(Number(m[1]), Number(m[2]), Number(m[3])));
  const period = readPeriod(String(value), style.today);
  return period ? { is: 'period', ...period } : unreadable('words');
}

/** A text without a time of day. */
function readPlain(text: string, style: DayStyle): DayReading {
  const figures = readFigures(withoutFillers(text), style);
  if (figures) return figures;
  const words = text.match(/[\p{L}]+|\d+/gu) ?? [];
  const bare = words.filter((word) => !isFiller(word) || isAhead(word));
  return (
    readNear(text, words, bare, style.today) ??
    asPeriod(readPeriod(text, style.today)) ??
    readNamed(bare, style) ??
    (isWeekday(bare[0] ?? '') && bare.length > 1 ? afterWeekday(text, bare, style) : null) ??
    unreadable('words')
  );
}

/** "bis 5.12.", "on 12/5": what stands before figures. */
function withoutFillers(text: string): string {
  const word = /^(\p{L}+) (?=.*\d)/u.exec(text);
  return word && isFiller(String(word[1])) ? text.slice(word[0].length) : text;
}

function asPeriod(period: Period | null): DayReading | null {
  return period && { is: 'period', ...period };
}

/** "Thu 12 Nov", "mar. 1 déc. 2026", "Fr 27.11.": the weekday says nothing new. */
function afterWeekday(text: string, bare: readonly string[], style: DayStyle): DayReading | null {
  const rest = text.replace(/^\P{L}*\p{L}+(-feira)?[.,]?\s*/u, '');
  return readFigures(rest, style) ?? readNamed(bare.slice(1), style);
}

function readFigures(text: string, style: DayStyle): DayReading | null {
  const iso =
    /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?$/.exec(text) ??
    /^(\d{4})(年)\s?(\d{1,2})月\s?(\d{1,2})日$/.exec(text);
  if (iso) return asDay(real(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const m =
    /^(\d{1,2})\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2})?)?$/.exec(text) ??
    /^(\d{1,2})( )(\d{1,2}) (\d{4})$/.exec(text);
  if (!m) return null;
  const [first, second] = [Number(m[1]), Number(m[3])];
  const dated = (day: number, month: number) => withYear(day, month, m[4], style.today);
  // Nobody writes the month first and puts dots between.
  if (m[2] === '.' || first > 12) return dated(first, second);
  if (second > 12) return dated(second, first);
  const [value, other] =
    style.order === 'dmy' ? [dated(first, second), dated(second, first)] : [dated(second, first), dated(first, second)];
  if (first === second || value.is !== 'value' || other.is !== 'value') return value;
  return { is: 'ambiguous', value: value.value, other: other.value };
}

/** A day with its month's name, in any order: "12 nov", "Nov 12, 2026", "12 de dezembro de 2026". */
function readNamed(bare: readonly string[], style: DayStyle): DayReading | null {
  const words = bare.map((word) => word.replace(/^(st|nd|rd|th|er|ro|o|е|го)$/, '')).filter((word) => word !== '');
  const at = words.findIndex((word) => monthNamed(word) > 0);
  if (at < 0) return null;
  const month = monthNamed(words[at]!);
  const numbers = words.filter((_, n) => n !== at);
  if (numbers.length === 0 || numbers.length > 2 || !numbers.every((word) => /^(\d{1,2}|\d{4})$/.test(word)))
    return null;
  const [a = '', b] = numbers;
  if (a.length === 4) return b === undefined || b.length > 2 ? null : withYear(Number(b), month, a, style.today);
  return withYear(Number(a), month, b, style.today);
}

/** Days that are counted from today, and the ends of months. */
function readNear(text: string, words: readonly string[], bare: readonly string[], today: string): DayReading | null {
  const away = daysAway(text.replace(/[-\s]+/g, ' '));
  const weekday = dayInWords(bare);
  const ahead = distance(words);
  const ending = endOf(bare, text, today);
  if (away === null && weekday === null && ahead === null && ending === null) return null;
  if (today === '') return ending ?? unreadable('noYear');
  if (away !== null) return asDay(addDays(today, away));
  if (ahead !== null) return asDay(later(today, ahead.count, ahead.unit));
  if (ending !== null) return ending;
  return weekday && comingWeekday(weekday.day, weekday.next, today);
}

/** "friday", "next friday", "viernes próximo". */
function dayInWords(bare: readonly string[]): { day: number; next: boolean } | null {
  const named = bare.filter((word) => !isNext(word));
  const day = named.length === 1 ? weekdayNamed(named[0]!) : -1;
  return day < 0 || bare.length > 2 ? null : { day, next: bare.some((word) => word === 'next') };
}

/** The coming one. "Next friday", said before this week's, may also be the one after. */
function comingWeekday(day: number, next: boolean, today: IsoDate): DayReading {
  const isToday = mondayIs0(today);
  const wait = (day - isToday + 7) % 7 || 7;
  const value = addDays(today, wait);
  return next && day > isToday ? { is: 'ambiguous', value, other: addDays(value, 7) } : asDay(value);
}

function mondayIs0(date: IsoDate): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** "in 2 weeks", "через 3 дня", "dentro de 10 días". */
function distance(words: readonly string[]): { count: number; unit: DayUnit } | null {
  const m = words.filter((word) => !isFiller(word) || isAhead(word));
  const [first = '', count = '', word = ''] = m.length === 4 && isAhead(m[1]!) ? [m[0]!, m[2]!, m[3]!] : m;
  const unit = unitNamed(word);
  if (m.length < 3 || m.length > 4 || !isAhead(first) || !/^\d{1,3}$/.test(count) || !unit) return null;
  return { count: Number(count), unit };
}

function later(today: IsoDate, count: number, unit: DayUnit): IsoDate | null {
  if (unit === 'day' || unit === 'week') return addDays(today, unit === 'week' ? 7 * count : count);
  const months = count * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12);
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const [thenYear, thenMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return real(thenYear, thenMonth, day) ?? addDays(real(thenYear, thenMonth, 1)!, lastDay(thenYear, thenMonth) - 1);
}

/** The last day of a month, a quarter or a year: "end of March", "Ende Q1", "eom". A month's middle is a period. */
function endOf(bare: readonly string[], text: string, today: string): DayReading | null {
  const short = /^(?:eo([mqy])|([mqj])(?:onat|uartal|ahr)e?sende)$/.exec(text);
  if (short) {
    const unit = { m: 'month', q: 'quarter', y: 'year', j: 'year' }[String(short[1] ?? short[2])];
    return today === '' ? null : asDay(readPeriod(`this ${unit}`, today)!.to);
  }
  const [first = '', ...rest] = bare;
  const part = partNamed(first);
  if (part === null || rest.length === 0) return null;
  const unit = rest.length === 1 ? unitNamed(rest[0]!) : null;
  const period = readPeriod(unit && unit !== 'day' ? `this ${unit}` : rest.join(' '), today);
  if (!period) return null;
  if (part === 'end') return asDay(period.to);
  const middle = addDays(period.from, 9);
  return {
    is: 'period',
    ...(part === 'start' ? { from: period.from, to: middle } : { from: middle, to: addDays(middle, 11) }),
  };
}

function withYear(day: number, month: number, year: string | undefined, today: string): DayReading {
  if (year) return asDay(real(Number(year) + (year.length === 2 ? 2000 : 0), month, day));
  // A leap year, so that 29 Feb is not taken for no day at all.
  if (today === '') return unreadable(real(2024, month, day) === null ? 'noSuchDay' : 'noYear');
  const thisYear = Number(today.slice(0, 4));
  const date = real(thisYear, month, day);
  return asDay(date !== null && date < addDays(today, -LOOK_BACK_DAYS) ? real(thisYear + 1, month, day) : date);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function real(year: number, month: number, day: number): IsoDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year >= YEARS.from && year <= YEARS.to && isIsoDate(date) ? date : null;
}
