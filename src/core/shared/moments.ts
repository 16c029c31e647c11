import { dateInZone, type IsoDate } from './dates';

/** Zones as CRMs abbreviate them, in minutes ahead of UTC. */
const ZONES: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  brt: -180,
  jst: 540,
  sgt: 480,
  hkt: 480,
  ist: 330,
  sast: 120,
  gst: 240,
  trt: 180,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

/** A time of day that stands behind a date. */
export interface TimeOfDay {
  /** Milliseconds since midnight. */
  ms: number;
  /** Minutes ahead of UTC; null where no zone is written. */
  zone: number | null;
}

const TIME = new RegExp(
  '^(.*?)(?:t|,|\\s|\\b(?:at|um|a las|as|alle|om|a|в)\\s)+' +
    '(\\d{1,2})(?:[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?)?\\s*([ap])?\\.?\\s?(m\\.?)?(?:\\s?(?:uhr|h))?' +
    '\\s*((?:[a-z]{1,4})?\\s?(?:[+-]\\d{1,2}(?::?\\d{2})?)?)\\s*(?:\\(.*\\))?$',
);

/** Parts a time of day from the date before it; null where none stands there. The text is folded. */
export function splitTime(text: string): { date: string; time: TimeOfDay } | null {
  const m = TIME.exec(text);
  if (!m) return null;
  const [, date = '', hours, minutes, seconds, part, half, , zone = ''] = m;
  // A bare figure is an hour only with "am" or "pm" behind it.
  if (minutes === undefined && half === undefined) return null;
  const offset = offsetOf(zone.trim());
  if (offset === undefined) return null;
  let hour = Number(hours);
  if (half !== undefined) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  if (hour > 24 || Number(minutes ?? 0) > 59) return null;
  const ms = ((hour * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
  return { date: date.trim(), time: { ms: ms + Math.floor(Number(`0.${part ?? 0}`) * 1000), zone: offset } };
}

/** Minutes ahead of UTC of "+01:00", "GMT+0100", "EST"; null for ''; undefined for what is none. */
function offsetOf(zone: string): number | null | undefined {
  if (zone === '') return null;
  const m = /^([a-z]*)\s?(?:([+-])(\d{1,2}):?(\d{2})?)?$/.exec(zone);
  if (!m) return undefined;
  const named = m[1] === '' ? 0 : ZONES[String(m[1])];
  if (named === undefined) return undefined;
  return named + (m[2] === '-' ? -1 : 1) * (Number(m[3] ?? 0) * 60 + Number(m[4] ?? 0));
}

/**
 * The day of a time stamp in the spreadsheet's zone. Midnight where the stamp was made is no moment but a plain day, and
 * stays that day.
 * @param date the day as written
 * @param zone IANA zone of the spreadsheet; '' leaves the day as written
 */
export function dayOfMoment(date: IsoDate, time: TimeOfDay, zone: string): IsoDate {
  if (time.zone === null || time.ms === 0 || zone === '') return date;
  return dateInZone(Date.parse(`${date}T00:00:00Z`) + time.ms - time.zone * 60_000, zone);
}

/** The day of a moment in ms since 1970; exactly midnight UTC stays that day. */
export function dayOfEpoch(ms: number, zone: string): IsoDate {
  const utc = new Date(ms).toISOString().slice(0, 10);
  return ms % 86_400_000 === 0 || zone === '' ? utc : dateInZone(ms, zone);
}
