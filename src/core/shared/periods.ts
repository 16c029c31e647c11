import { addDays, type IsoDate } from './dates';
import { isFiller, isNext, monthNamed, unitNamed } from './day-words';
import { fold } from './fold';
import { addMonths } from './month';

/** A stretch of days, both ends in it. */
export interface Period {
  from: IsoDate;
  to: IsoDate;
}

/**
 * Reads a stretch of time: Q1, 1Q27, T2 2027, H1, December, 2026-12, 12/2026, KW 50, week 50, next month. Without a year
 * the one is meant that ends today or later. Null for what is none, and without `today` ('') for what needs one.
 */
export function readPeriod(text: string, today: IsoDate | ''): Period | null {
  const words = (fold(text).match(/[\p{L}]+|\d+/gu) ?? []).filter((word) => !isFiller(word));
  const plain = words.join(' ');
  return (
    yearAndMonth(plain) ??
    quarterOrHalf(plain, today) ??
    weekOfYear(plain, today) ??
    monthAlone(words, today) ??
    unitAhead(words, today)
  );
}

/** Reads 2026-12, 12/2026, 202612 and 2026. */
function yearAndMonth(plain: string): Period | null {
  const m = /^(20\d\d) ?(\d{1,2})$/.exec(plain) ?? /^()(\d{1,2}) (20\d\d)$/.exec(plain);
  if (m) return monthPeriod(Number(m[1] || m[3]), Number(m[2]));
  return /^20\d\d$/.test(plain) ? { from: `${plain}-01-01`, to: `${plain}-12-31` } : null;
}

function quarterOrHalf(plain: string, today: IsoDate | ''): Period | null {
  // "1. Quartal", "1er trimestre", "2nd half 2027" are turned round first.
  const turned = plain.replace(
    /^(20\d\d )?([1-4])(?: ?(?:er|e|o|st|nd|rd|th))? ?(q|t|h|half|halbjahr|hj|semestre|quarter|quartal|trimestre|kwartaal|кв|квартал)(?= |\d|$) ?/,
    '$1$3$2 ',
  );
  const m =
    /^(?:(20\d\d|fy) )?([qthк]|кв|quarter|quartal|trimestre|kwartaal|half|halbjahr|hj|semestre|квартал) ?([1-4])(?: (20\d\d|\d\d))?$/.exec(
      turned.trim(),
    );
  if (!m) return null;
  const isHalf = /^(h|half|hj|halbjahr|semestre)$/.test(String(m[2]));
  const place = Number(m[3]);
  const length = isHalf ? 6 : 3;
  if (isHalf && place > 2) return null;
  const year = m[4] ?? (m[1] === 'fy' ? undefined : m[1]);
  const of = (one: number) => months(one, (place - 1) * length + 1, length);
  return withYear(year, today, of);
}

/** ISO weeks: Monday to Sunday, the first one holds 4 January. */
function weekOfYear(plain: string, today: IsoDate | ''): Period | null {
  const m = /^(?:(20\d\d) )?(?:kw|week|wk|w|cw|semaine|sem|semana|settimana|неделя) ?(\d{1,2})(?: (20\d\d))?$/.exec(
    plain.replace(/^(\d{1,2}) ?kw/, 'kw $1'),
  );
  const week = Number(m?.[2]);
  if (!m || week < 1 || week > 53) return null;
  return withYear(m[3] ?? m[1], today, (year) => {
    const fourth = `${year}-01-04`;
    const monday = addDays(fourth, -((new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7));
    const from = addDays(monday, 7 * (week - 1));
    return { from, to: addDays(from, 6) };
  });
}

function monthAlone(words: readonly string[], today: IsoDate | ''): Period | null {
  const [a = '', b] = words;
  const [name, year] = /^\d{4}$/.test(a) ? [b ?? '', a] : [a, b];
  const month = monthNamed(name);
  if (month === 0 || words.length > 2 || (year !== undefined && !/^20\d\d$/.test(year))) return null;
  return withYear(year, today, (one) => monthPeriod(one, month));
}

/** "this week", "next month", "nächstes Quartal". */
function unitAhead(words: readonly string[], today: IsoDate | ''): Period | null {
  const rest = words.filter((word) => !isNext(word));
  const unit = rest.length === 1 ? unitNamed(rest[0]!) : null;
  if (today === '' || !unit || unit === 'day' || words.length !== 2) return null;
  const ahead = /^(this|diesen|ce|este|esta|questo|deze|эту)$/.test(words.find(isNext) ?? '') ? 0 : 1;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (unit === 'week') {
    const from = addDays(today, 7 * ahead - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
    return { from, to: addDays(from, 6) };
  }
  if (unit === 'year') return months(year + ahead, 1, 12);
  if (unit === 'quarter') return later(months(year, month - ((month - 1) % 3), 3), 3 * ahead, 3);
  return later(monthPeriod(year, month)!, ahead, 1);
}

function later(period: Period, count: number, length: number): Period {
  const key = addMonths(Number(period.from.slice(0, 4)) * 100 + Number(period.from.slice(5, 7)), count);
  return months(Math.floor(key / 100), key % 100, length);
}

/** A year of two figures is of this century; without one it is the one that ends today or later. */
function withYear(year: string | undefined, today: IsoDate | '', of: (year: number) => Period | null): Period | null {
  if (year !== undefined) return of(Number(year) + (year.length === 2 ? 2000 : 0));
  if (today === '') return null;
  const thisYear = Number(today.slice(0, 4));
  const period = of(thisYear);
  return period && period.to < today ? of(thisYear + 1) : period;
}

function monthPeriod(year: number, month: number): Period | null {
  return month >= 1 && month <= 12 ? months(year, month, 1) : null;
}

function months(year: number, first: number, count: number): Period {
  const end = addMonths(year * 100 + first, count);
  const start = (key: number) => `${Math.floor(key / 100)}-${String(key % 100).padStart(2, '0')}-01`;
  return { from: start(year * 100 + first), to: addDays(start(end), -1) };
}
