import { addDays, dateToSerial, type IsoDate, isIsoDate, serialToDate } from './dates';
import { LOOK_BACK_DAYS } from './days';

/**
 * What a spreadsheet has made a day or a number of without asking, and what may have been meant instead. Nobody can tell any
 * more what was typed: "15 jan" in November has become last January, "120.000" in an English file 120.
 */

/**
 * The same day of next year, where a day of this year lies so far back that a text without a year would mean that one; null
 * where there is no such doubt. A day of another year was typed with its year.
 */
export function likelierDay(day: IsoDate, today: IsoDate): IsoDate | null {
  if (day.slice(0, 4) !== today.slice(0, 4) || day >= addDays(today, -LOOK_BACK_DAYS)) return null;
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return isIsoDate(next) ? next : null;
}

/** So many times smaller than what is usual, an amount looks like one that has lost its thousands. */
const FAR_BELOW = 20;

/**
 * A thousand times the amount, where its mark for thousands was perhaps taken for a decimal one; null where there is no such
 * doubt. Money has no tenths of a cent; else it is told by the amounts around.
 * @param others the other amounts of the list
 */
export function likelierAmount(amount: number, others: readonly number[]): number | null {
  const thousandfold = Math.round(amount * 1000);
  if (amount < 1 || amount >= 1000 || Math.abs(amount * 1000 - thousandfold) > 1e-6) return null;
  if (thousandfold % 10 !== 0) return thousandfold;
  const around = others.filter((other) => other > 0).sort((a, b) => a - b);
  const median = around[Math.floor((around.length - 1) / 2)];
  return median !== undefined && amount * FAR_BELOW <= median ? thousandfold : null;
}

/**
 * The amount that a day's number was perhaps typed as: in files that write dates with dots, "7.5" is 7 May. Null where the
 * number is none of a day of this year.
 */
export function amountOfDay(amount: number, today: IsoDate): number | null {
  if (!Number.isInteger(amount) || amount < dateToSerial(`${today.slice(0, 4)}-01-01`)) return null;
  if (amount > dateToSerial(`${today.slice(0, 4)}-12-31`)) return null;
  const [, month, day] = serialToDate(amount).split('-').map(Number);
  return Number(`${day}.${month}`);
}

/** What stands hidden beside a doubtful day or amount: a sign and the other reading. */
const SIGN = '?';

/** The hidden words for a doubt. */
export function doubtMark(other: IsoDate | number): string {
  return `${SIGN}${other}`;
}

/** The other reading that hidden words speak of; null where they are what a person has typed, or nothing. */
export function doubtIn(words: string): IsoDate | number | null {
  if (!words.startsWith(SIGN)) return null;
  const other = words.slice(SIGN.length);
  if (isIsoDate(other)) return other;
  return /^\d+(\.\d+)?$/.test(other) ? Number(other) : null;
}
