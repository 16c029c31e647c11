/**
 * Clock faces and instants. A sheet's cell holds a wall clock as days since 1899-12-30 without a zone; a script's Date
 * is an instant. Source: facts §5.1 (dates are read and written in the spreadsheet's zone).
 */

/** A civil date and time. Months run from 1 to 12. */
export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
}

const DAY_MS = 86_400_000;
/** 1899-12-30 as milliseconds since 1970, taken as if it were UTC. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Whether the runtime knows this zone by name. */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** How far the zone is ahead of UTC at that instant, in milliseconds. */
export function offsetMs(instantMs: number, zone: string): number {
  if (zone === 'UTC' || zone === 'Etc/UTC' || zone === 'GMT' || zone === 'Etc/GMT') return 0;
  const parts: Record<string, string> = {};
  for (const part of formatterOf(zone).formatToParts(instantMs)) parts[part.type] = part.value;
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  wall.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return wall.getTime() - Math.floor(instantMs / 1000) * 1000;
}

/** The instant at which that wall clock (as if it were UTC) is shown in the zone; in a gap the later face, twice the earlier. */
export function instantOfWall(wallMs: number, zone: string): number {
  const guess = wallMs - offsetMs(wallMs, zone);
  const first = wallMs - offsetMs(guess, zone);
  if (first + offsetMs(first, zone) === wallMs) {
    const earlier = wallMs - offsetMs(first - DAY_MS, zone);
    return earlier < first && earlier + offsetMs(earlier, zone) === wallMs ? earlier : first;
  }
  return wallMs - offsetMs(first - DAY_MS, zone);
}

/** The wall clock of an instant in a zone. */
export function wallClock(instantMs: number, zone: string): WallClock {
  const date = new Date(instantMs + offsetMs(instantMs, zone));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    ms: date.getUTCMilliseconds(),
  };
}

/** Days since 1899-12-30 for an instant, seen in the zone. */
export function serialOfInstant(instantMs: number, zone: string): number {
  return (instantMs + offsetMs(instantMs, zone) - SERIAL_EPOCH) / DAY_MS;
}

/** The instant of a cell's serial in the zone, rounded to the millisecond. */
export function instantOfSerial(serial: number, zone: string): number {
  return instantOfWall(Math.round(serial * DAY_MS) + SERIAL_EPOCH, zone);
}

/** Days since 1899-12-30 of a civil date, or null when there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return (date.getTime() - SERIAL_EPOCH) / DAY_MS;
}

/** The civil date and time of a serial, zone left aside. */
export function wallOfSerial(serial: number): WallClock {
  return wallClock(Math.round(serial * DAY_MS) + SERIAL_EPOCH, 'UTC');
}
