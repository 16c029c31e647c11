/**
 * Where Univer's calendar is not Google's. Days before March 1900: Univer counts a 29 February 1900, as Excel does, Google
 * does not (day 0 is 1899-12-30). A month after 31 January is the last of February, not some day in March; the week of 29
 * December 2014 is the first of 2015.
 * Sources: https://developers.google.com/workspace/sheets/api/guides/formats#about_date_time_values,
 * https://support.google.com/docs/answer/3092974 (EDATE), ISO 8601 (ISOWEEKNUM).
 */
import type { ArrayValueObject, BaseFunction, BaseValueObject } from '../../univer';
import { cellsOf, error, isRead, number, numberIn } from './cells';

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** From here on, 1 March 1900, both count alike. */
const COMMON = 61;

const PARTS: Record<string, (date: Date) => number> = {
  YEAR: (date) => date.getUTCFullYear(),
  MONTH: (date) => date.getUTCMonth() + 1,
  DAY: (date) => date.getUTCDate(),
};

type Find = (name: string) => BaseFunction | undefined;

/** Has the calendar functions count as Google does. */
export function correctDays(find: Find): void {
  correctEarlyDays(find);
  correctMonths(find);
  correctWeeks(find);
}

function correctEarlyDays(find: Find): void {
  for (const [name, part] of Object.entries(PARTS)) {
    const executor = find(name);
    if (!executor) continue;
    const calculate = executor.calculate.bind(executor);
    executor.calculate = (...args: Parameters<BaseFunction['calculate']>) => {
      const [date] = args as BaseValueObject[];
      const isNumeric = date!.isNumber() || date!.isBoolean() || date!.isNull();
      const serial = isNumeric ? Number(date!.getValue()) : COMMON;
      if (serial < 0) return error.number();
      return serial < COMMON ? number(part(new Date(EPOCH + Math.floor(serial) * DAY_MS))) : calculate(...args);
    };
  }
  const date = find('DATE');
  if (!date) return;
  const calculate = date.calculate.bind(date);
  date.calculate = (...args: Parameters<BaseFunction['calculate']>) => {
    const values = args as BaseValueObject[];
    if (values.some((value) => value.isArray())) return calculate(...args);
    const [year, month, day] = values.map(numberIn);
    if (!isRead(year!) || !isRead(month!) || !isRead(day!)) return calculate(...args);
    const serial = serialOf(Math.trunc(year), Math.trunc(month), Math.trunc(day));
    return serial === null ? error.number() : number(serial);
  };
}

/** Months and days beyond their bounds run over; years below 1900 count from 1900. */
function serialOf(year: number, month: number, day: number): number | null {
  if (year < 0 || year > 9999) return null;
  const date = new Date(0);
  date.setUTCFullYear(year < 1900 ? year + 1900 : year, month - 1, day);
  const serial = (date.getTime() - EPOCH) / DAY_MS;
  return serial < 0 || date.getUTCFullYear() > 9999 ? null : serial;
}

/** Has EDATE stay within the month that it comes to. */
function correctMonths(find: Find): void {
  const edate = find('EDATE');
  if (!edate) return;
  const calculate = edate.calculate.bind(edate);
  edate.calculate = (...args: Parameters<BaseFunction['calculate']>) => {
    const result = calculate(...args);
    const [start, months] = args as BaseValueObject[];
    if (!result.isValueObject()) return result;
    const starts = cellsOf(start!);
    const shifts = cellsOf(months!);
    const at = (cells: BaseValueObject[][], row: number, col: number) => {
      const line = cells[Math.min(row, cells.length - 1)]!;
      return numberIn(line[Math.min(col, line.length - 1)]!);
    };
    const kept = (value: BaseValueObject, row: number, col: number) => {
      const [day, shift] = [at(starts, row, col), at(shifts, row, col)];
      if (!value.isNumber() || !isRead(day) || !isRead(shift)) return value;
      const last = lastOfMonth(day, Math.floor(shift));
      return Number(value.getValue()) > last ? number(last) : value;
    };
    const value = result as BaseValueObject;
    return value.isArray() ? (value as ArrayValueObject).mapValue(kept) : kept(value, 0, 0);
  };
}

/** The last day of the month that lies so many months after a day's. */
function lastOfMonth(day: number, months: number): number {
  const date = new Date(EPOCH + Math.floor(day) * DAY_MS);
  return (Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0) - EPOCH) / DAY_MS;
}

/** Has ISOWEEKNUM count the last days of a year to the next one's first week where they belong there. */
function correctWeeks(find: Find): void {
  const isoWeek = find('ISOWEEKNUM');
  if (!isoWeek) return;
  const calculate = isoWeek.calculate.bind(isoWeek);
  isoWeek.calculate = (...args: Parameters<BaseFunction['calculate']>) => {
    const result = calculate(...args) as BaseValueObject;
    const days = cellsOf(args[0] as BaseValueObject);
    const week = (value: BaseValueObject, row: number, col: number) => {
      const day = numberIn(days[row]![col]!);
      if (Number(value.getValue()) !== 53 || !isRead(day)) return value;
      const thursday = new Date(EPOCH + (Math.floor(day) + 3 - ((Math.floor(day) + 5) % 7)) * DAY_MS);
      return thursday.getUTCMonth() === 0 ? number(1) : value;
    };
    return result.isArray() ? (result as ArrayValueObject).mapValue(week) : week(result, 0, 0);
  };
}
