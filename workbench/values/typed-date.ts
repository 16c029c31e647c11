/**
 * Dates and times as people type them, by the file's locale, with the pattern Sheets gives the cell.
 * Source of the rule: facts §5.2 ("1/2" is a date, its order by the spreadsheet's locale).
 */
import type { LocaleFacts } from './locale-facts';
import { serialOfDay } from './zoned-time';

interface Part {
  serial: number;
  pattern: string;
}

/** Reads a date, a time, or both with a space between; null when it is none. */
export function parseDateTime(
  text: string,
  facts: LocaleFacts,
  locale: string,
  year: number,
): { kind: 'number'; value: number; format: string } | null {
  const time = parseTime(text);
  if (time) return { kind: 'number', value: time.serial, format: time.pattern };
  const date = parseDate(text, facts, locale, year);
  if (date) return { kind: 'number', value: date.serial, format: date.pattern };
  const both = /^(.*?\d)[,]?\s+(\d{1,2}(?::\d{1,2}){0,2}(?:\.\d+)?\s*(?:[ap]m)?)$/i.exec(text);
  if (!both) return null;
  const day = parseDate(both[1]!, facts, locale, year);
  const clock = parseTime(both[2]!);
  if (!day || !clock || clock.serial >= 1) return null;
  const seconds = /am\/pm/.test(clock.pattern) ? clock.pattern : 'H:mm:ss';
  return { kind: 'number', value: day.serial + clock.serial, format: `${day.pattern} ${seconds}` };
}

/** '10:30', '10:30:15', '5 pm'; hours past a day give a duration. */
function parseTime(text: string): Part | null {
  const match = /^(\d{1,4})(?::(\d{1,2}))?(?::(\d{1,2})(\.\d{1,3})?)?\s*([ap]\.?m\.?)?$/i.exec(text);
  if (!match) return null;
  const [, hourText, minuteText, secondText, fraction, half] = match;
  if (minuteText === undefined && half === undefined) return null;
  let hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0) + Number(fraction ?? 0);
  if (minute > 59 || second >= 60) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  const shape = hour >= 24 ? '[h]:mm:ss' : secondText === undefined ? 'h:mm' : 'h:mm:ss';
  return { serial: (hour * 3600 + minute * 60 + second) / 86_400, pattern: half ? `${shape} am/pm` : shape };
}

function parseDate(text: string, facts: LocaleFacts, locale: string, year: number): Part | null {
  return parseIso(text) ?? parseNumeric(text, facts, locale, year) ?? parseNamed(text, facts, year);
}

/** 2026-11-22, 2026/11/22, and 2026-11 (the first of the month). */
function parseIso(text: string): Part | null {
  const match = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const serial = dayOf(Number(match[1]), Number(match[3]), Number(match[4] ?? 1));
  if (serial === null) return null;
  if (match[2] === '.' && match[4] === undefined) return null;
  const mark = match[2]!;
  return { serial, pattern: match[4] === undefined ? `yyyy${mark}mm` : `yyyy${mark}mm${mark}dd` };
}

/** 1/2, 1/2/24, 1/2/2024, 1/2024, by the locale's order. */
function parseNumeric(text: string, facts: LocaleFacts, locale: string, year: number): Part | null {
  const marks = locale === 'en_US' ? '[/-]' : '[/.-]';
  const match = new RegExp(`^(\\d{1,2})(${marks})(\\d{1,4})(?:\\2(\\d{2}|\\d{4})?)?$`).exec(text);
  if (!match) return null;
  const [, first, mark, second, yearText] = match;
  // A lone dot is a decimal point where the locale says so.
  if (mark === '.' && facts.decimal === '.' && yearText === undefined) return null;
  if (second!.length === 4) {
    if (yearText !== undefined || mark === '.') return null;
    const month = dayOf(Number(second), Number(first), 1);
    return month === null ? null : { serial: month, pattern: `M${mark}yyyy` };
  }
  if (second!.length > 2) return null;
  const dayFirst = facts.order === 'DMY';
  const day = Number(dayFirst ? first : second);
  const month = Number(dayFirst ? second : first);
  const fullYear = yearText === undefined ? year : expandYear(yearText);
  const serial = dayOf(fullYear, month, day);
  if (serial === null) return null;
  if (yearText === undefined) return { serial, pattern: dayFirst ? `d${mark}M` : `M${mark}d` };
  return { serial, pattern: facts.order === 'YMD' ? `M${mark}d${mark}yyyy` : facts.datePattern };
}

/** Jan 5, 5 Jan, Jan 5 2024, 5 January 2024, January 2024, 5-Jan-24. */
function parseNamed(text: string, facts: LocaleFacts, year: number): Part | null {
  const words = text
    .replace(/([\p{L}])[.,]/gu, '$1 ')
    .replace(/(\d)[.,](?=\s|$)/g, '$1 ')
    .split(/[\s\-/]+/)
    .filter(Boolean);
  const at = words.findIndex((word) => facts.months.has(word.toLowerCase()));
  if (at < 0 || words.length < 2 || words.length > 3) return null;
  const month = facts.months.get(words[at]!.toLowerCase())!;
  const name = words[at]!.length > 3 && words[at]!.toLowerCase() !== 'sept' ? 'MMMM' : 'MMM';
  const numbers = words.filter((_, index) => index !== at);
  if (!numbers.every((word) => /^\d{1,4}$/.test(word))) return null;
  const glue = text.includes('-') ? '-' : ' ';
  if (numbers.length === 1) return namedWithOne(numbers[0]!, at, { month, name, glue, year });
  const [dayText, yearText] = numbers as [string, string];
  if (dayText.length > 2 || at === 2 || (yearText.length !== 2 && yearText.length !== 4)) return null;
  const serial = dayOf(expandYear(yearText), month, Number(dayText));
  if (serial === null) return null;
  return { serial, pattern: at === 0 ? `${name} d, yyyy` : ['d', name, 'yyyy'].join(glue) };
}

function namedWithOne(
  text: string,
  at: number,
  known: { month: number; name: string; glue: string; year: number },
): Part | null {
  const number = Number(text);
  if (text.length === 4) {
    const serial = dayOf(number, known.month, 1);
    return serial === null ? null : { serial, pattern: `${known.name}${known.glue}yyyy` };
  }
  const serial = dayOf(known.year, known.month, number);
  if (serial === null) return null;
  return { serial, pattern: at === 0 ? `${known.name}${known.glue}d` : `d${known.glue}${known.name}` };
}

/** Two digits: 00–29 are this century, 30–99 the last. */
function expandYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function dayOf(year: number, month: number, day: number): number | null {
  if (year < 1 || month < 1 || month > 12 || day < 1) return null;
  return serialOfDay(year, month, day);
}
