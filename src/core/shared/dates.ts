import { shortMonthName } from './month';

/** A calendar day without a time zone, as ISO text: "2026-11-03". The sheet's own zone decides which day "today" is. */
export type IsoDate = string;

const DAY_MS = 86_400_000;
/** Sheets counts days from 1899-12-30. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/** True for "yyyy-mm-dd" that names a real day. */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string') return false;
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!m) return false;
  const date = new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])));
  return date.toISOString().slice(0, 10) === value;
}

/** Days since 1899-12-30, the number a date cell holds. Throws RangeError on anything but an ISO day. */
export function dateToSerial(date: IsoDate): number {
  if (!isIsoDate(date)) throw new RangeError(`not an ISO day: ${date}`);
  return Math.round((Date.parse(`${date}T00:00:00Z`) - SERIAL_EPOCH) / DAY_MS);
}

/** The day of a serial number; a time of day in it is dropped. */
export function serialToDate(serial: number): IsoDate {
  return new Date(SERIAL_EPOCH + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

/** The month a day lies in, as a month key. */
export function monthOfDate(date: IsoDate): number {
  return Number(date.slice(0, 4)) * 100 + Number(date.slice(5, 7));
}

/** The day `count` days later. */
export function addDays(date: IsoDate, count: number): IsoDate {
  return serialToDate(dateToSerial(date) + count);
}

/** The first Monday to Friday on or after the first of a month (given as a month key): the usual day of a 1:1. */
export function firstWorkday(month: number): IsoDate {
  let date = `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-01`;
  for (let day = weekday(date); day === 0 || day === 6; day = weekday(date)) date = addDays(date, 1);
  return date;
}

function weekday(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** "3 Nov"; with the year, "3 Nov 2026", when it is another than `inYear`. */
export function shortDate(date: IsoDate, inYear?: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const text = `${day} ${shortMonthName(month)}`;
  return inYear === year ? text : `${text} ${year}`;
}

/**
 * The calendar day of a moment in a zone. From the parts of the date: how a locale writes it changes from one version of
 * the engine's data to the next (en-CA wrote 2026-11-29, then 11/29/2026, then the former again).
 * @param epochMs moment, milliseconds since 1970 UTC
 * @param zone IANA zone of the spreadsheet; throws RangeError on one that the engine does not know
 */
export function dateInZone(epochMs: number, zone: string): IsoDate {
  const said: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of zonedFormat(zone).formatToParts(new Date(epochMs))) said[type] = value;
  const { year = '', month = '', day = '' } = said;
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const formats: Record<string, Intl.DateTimeFormat> = {};
function zonedFormat(zone: string): Intl.DateTimeFormat {
  formats[zone] ??= new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  return formats[zone];
}
