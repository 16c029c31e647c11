/** A calendar month as a number: 202611 is November 2026. A number, since a text like 2026-11 becomes a date in a sheet. */
export type MonthKey = number;

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2099;

/** True for a whole number that names a month of the years 2000 to 2099. */
export function isMonthKey(value: unknown): value is MonthKey {
  if (typeof value !== 'number' || !Number.isInteger(value)) return false;
  const year = Math.floor(value / 100);
  const month = value % 100;
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
}

/** The month `count` months later (earlier when negative). */
export function addMonths(month: MonthKey, count: number): MonthKey {
  const index = Math.floor(month / 100) * 12 + (month % 100) - 1 + count;
  return Math.floor(index / 12) * 100 + (index % 12) + 1;
}

/** How many months lie from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: MonthKey, to: MonthKey): number {
  const index = (m: MonthKey) => Math.floor(m / 100) * 12 + (m % 100);
  return index(to) - index(from);
}

/**
 * The year that a month counts in, by the year that it begins in: April 2026 to March 2027 is 2026.
 * @param begins the month, 1 to 12, that years begin with
 */
export function yearOf(month: MonthKey, begins: number): number {
  return Math.floor(addMonths(month, 1 - begins) / 100);
}

/** What people call the year of a month: "2026", or "2026/27" for one that begins later than in January. */
export function yearName(month: MonthKey, begins: number): string {
  const year = yearOf(month, begins);
  return begins === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The quarter of such a year, as a number that no other quarter has. */
export function quarterOf(month: MonthKey, begins: number): number {
  return yearOf(month, begins) * 10 + Math.ceil((addMonths(month, 1 - begins) % 100) / 3);
}

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "November". */
export function monthName(month: MonthKey): string {
  return NAMES[(month % 100) - 1] ?? '';
}

/** "Nov". */
export function shortMonthName(month: MonthKey): string {
  return monthName(month).slice(0, 3);
}

/** "November 2026". */
export function monthTitle(month: MonthKey): string {
  return `${monthName(month)} ${Math.floor(month / 100)}`;
}

/**
 * Reads a month as people write it: 202611, 2026-11, 11/2026, "November 2026", "nov 26".
 * Returns null when it is none, or outside of the years 2000 to 2099.
 */
export function parseMonth(text: string): MonthKey | null {
  const s = text.trim().toLowerCase();
  let year = 0;
  let month = 0;
  let m = /^(\d{4})(?:[-/. ]?)(\d{1,2})$/.exec(s);
  if (m) {
    year = Number(m[1]);
    month = Number(m[2]);
  } else {
    m = /^(\d{1,2})[-/. ](\d{4})$/.exec(s);
    if (m) {
      month = Number(m[1]);
      year = Number(m[2]);
    } else {
      m = /^([a-z]{3,})\.? *(\d{4}|\d{2})$/.exec(s);
      if (!m) return null;
      const name = m[1] as string;
      month = NAMES.findIndex((n) => n.toLowerCase().startsWith(name)) + 1;
      year = Number(m[2]);
      if (year < 100) year += 2000;
    }
  }
  const key = year * 100 + month;
  return isMonthKey(key) ? key : null;
}
