/**
 * `Utilities.formatDate`: Java's SimpleDateFormat patterns in a named zone, English words.
 * Sources: https://developers.google.com/apps-script/reference/utilities/utilities#formatDate(Date,String,String),
 * https://docs.oracle.com/javase/7/docs/api/java/text/SimpleDateFormat.html
 */
import { isTimeZone, offsetMs, type WallClock, wallClock } from './zoned-time';

const MONTHS = [
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
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Java's short names where the platform's English data has only an offset: standard, then summer. */
const SHORT_ZONES: [RegExp, string, string][] = [
  [/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)$/, 'GMT', 'BST'],
  [/^Europe\/Dublin$/, 'GMT', 'IST'],
  [/^Europe\/Lisbon$|^Atlantic\/(Madeira|Canary|Faroe)$/, 'WET', 'WEST'],
  [/^Europe\/(Athens|Bucharest|Helsinki|Kiev|Kyiv|Riga|Sofia|Tallinn|Vilnius|Chisinau)$/, 'EET', 'EEST'],
  [/^Europe\/(Moscow|Minsk|Simferopol)$/, 'MSK', 'MSD'],
  [/^Europe\/(?!Istanbul|Samara|Volgograd|Saratov|Ulyanovsk|Astrakhan|Kaliningrad)/, 'CET', 'CEST'],
  [/^Asia\/(Tokyo)$/, 'JST', 'JDT'],
  [/^Asia\/(Calcutta|Kolkata)$/, 'IST', 'IST'],
  [/^Asia\/(Seoul)$/, 'KST', 'KDT'],
  [/^Asia\/(Shanghai)$/, 'CST', 'CDT'],
  [/^Asia\/Singapore$/, 'SGT', 'SGT'],
  [/^Australia\/(Sydney|Melbourne|Hobart|Canberra|ACT|NSW|Victoria)$/, 'AEST', 'AEDT'],
  [/^Australia\/Brisbane$/, 'AEST', 'AEST'],
];

/** Formats an instant. An unknown zone counts as GMT, as Java's TimeZone.getTimeZone does; a bad pattern letter throws. */
export function formatJavaDate(instantMs: number, zoneName: string, pattern: string): string {
  const zone = resolveZone(zoneName);
  const wall = 'shiftMs' in zone ? wallClock(instantMs + zone.shiftMs, 'UTC') : wallClock(instantMs, zone.name);
  const shift = 'shiftMs' in zone ? zone.shiftMs : offsetMs(instantMs, zone.name);
  let out = '';
  for (let at = 0; at < pattern.length; ) {
    const letter = pattern[at]!;
    if (letter === "'") {
      const quoted = readQuoted(pattern, at);
      out += quoted.text;
      at = quoted.next;
      continue;
    }
    if (!/[A-Za-z]/.test(letter)) {
      out += letter;
      at++;
      continue;
    }
    let count = 1;
    while (pattern[at + count] === letter) count++;
    out += field(letter, count, { wall, shift, instantMs, zone });
    at += count;
  }
  return out;
}

type Zone = { name: string } | { shiftMs: number; label: string };

function resolveZone(name: string): Zone {
  const custom = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(name);
  if (custom) {
    const minutes = Number(custom[2]) * 60 + Number(custom[3] ?? 0);
    const shiftMs = (custom[1] === '-' ? -1 : 1) * minutes * 60_000;
    return { shiftMs, label: `GMT${offsetText(shiftMs, ':')}` };
  }
  const java: Record<string, string> = {
    PST: 'America/Los_Angeles',
    CST: 'America/Chicago',
    IST: 'Asia/Kolkata',
    JST: 'Asia/Tokyo',
  };
  const known = java[name] ?? name;
  return isTimeZone(known) && !/^[+-]/.test(known) ? { name: known } : { name: 'GMT' };
}

function readQuoted(pattern: string, start: number): { text: string; next: number } {
  if (pattern[start + 1] === "'") return { text: "'", next: start + 2 };
  let text = '';
  let at = start + 1;
  for (; at < pattern.length; at++) {
    if (pattern[at] !== "'") text += pattern[at];
    else if (pattern[at + 1] === "'") {
      text += "'";
      at++;
    } else return { text, next: at + 1 };
  }
  throw new RangeError('Unterminated quote');
}

interface Moment {
  wall: WallClock;
  shift: number;
  instantMs: number;
  zone: Zone;
}

function field(letter: string, count: number, { wall, shift, instantMs, zone }: Moment): string {
  const digits = (value: number) => String(value).padStart(count, '0');
  const weekday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
  const dayOfYear =
    Math.round((Date.UTC(wall.year, wall.month - 1, wall.day) - Date.UTC(wall.year, 0, 1)) / 86_400_000) + 1;
  switch (letter) {
    case 'G':
      return wall.year > 0 ? 'AD' : 'BC';
    case 'y':
      return count === 2 ? String(wall.year % 100).padStart(2, '0') : digits(wall.year);
    case 'Y': {
      const year = weekYear(wall, weekday, dayOfYear);
      return count === 2 ? String(year % 100).padStart(2, '0') : digits(year);
    }
    case 'M':
    case 'L':
      if (count >= 4) return MONTHS[wall.month - 1]!;
      return count === 3 ? MONTHS[wall.month - 1]!.slice(0, 3) : digits(wall.month);
    case 'd':
      return digits(wall.day);
    case 'D':
      return digits(dayOfYear);
    case 'E':
      return count >= 4 ? DAYS[weekday]! : DAYS[weekday]!.slice(0, 3);
    case 'u':
      return digits(weekday === 0 ? 7 : weekday);
    case 'F':
      return digits(Math.floor((wall.day - 1) / 7) + 1);
    case 'w':
      return digits(weekOfYear(wall, weekday, dayOfYear));
    case 'W':
      return digits(Math.floor((wall.day - 1 + ((weekday - wall.day + 1 + 35) % 7)) / 7) + 1);
    case 'a':
      return wall.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return digits(wall.hour);
    case 'k':
      return digits(wall.hour === 0 ? 24 : wall.hour);
    case 'K':
      return digits(wall.hour % 12);
    case 'h':
      return digits(wall.hour % 12 === 0 ? 12 : wall.hour % 12);
    case 'm':
      return digits(wall.minute);
    case 's':
      return digits(wall.second);
    case 'S':
      return digits(wall.ms);
    case 'Z':
      return offsetText(shift, '');
    case 'X':
      if (shift === 0) return 'Z';
      return count === 1 ? offsetText(shift, '').slice(0, 3) : offsetText(shift, count === 2 ? '' : ':');
    case 'z':
      return 'label' in zone ? zone.label : zoneName(zone.name, instantMs, count);
    default:
      throw new RangeError(`Illegal pattern character '${letter}'`);
  }
}

function offsetText(shiftMs: number, colon: string): string {
  const minutes = Math.abs(Math.round(shiftMs / 60_000));
  const two = (value: number) => String(value).padStart(2, '0');
  return (shiftMs < 0 ? '-' : '+') + two(Math.floor(minutes / 60)) + colon + two(minutes % 60);
}

function zoneName(zone: string, instantMs: number, count: number): string {
  const say = (style: 'long' | 'short') =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style })
      .formatToParts(instantMs)
      .find((part) => part.type === 'timeZoneName')?.value ?? zone;
  const isGmt = /^(Etc\/)?GMT$/.test(zone);
  if (count >= 4) return isGmt ? 'Greenwich Mean Time' : say('long');
  const short = isGmt ? 'GMT' : say('short');
  if (!/^GMT[+-]|^GMT$/.test(short)) return short;
  const row = SHORT_ZONES.find(([shape]) => shape.test(zone));
  if (!row) return short === 'GMT' ? 'GMT' : `GMT${offsetText(offsetMs(instantMs, zone), ':')}`;
  const year = new Date(instantMs).getUTCFullYear();
  const standard = Math.min(offsetMs(Date.UTC(year, 0, 1), zone), offsetMs(Date.UTC(year, 6, 1), zone));
  return offsetMs(instantMs, zone) > standard ? row[2] : row[1];
}

/** Weeks as in the US: they start on Sunday, and week 1 holds January 1st. */
function weekOfYear(wall: WallClock, weekday: number, dayOfYear: number): number {
  if (weekYear(wall, weekday, dayOfYear) > wall.year) return 1;
  const firstWeekday = (weekday - ((dayOfYear - 1) % 7) + 7) % 7;
  return Math.floor((dayOfYear - 1 + firstWeekday) / 7) + 1;
}

function weekYear(wall: WallClock, weekday: number, _dayOfYear: number): number {
  const saturday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + (6 - weekday)));
  return saturday.getUTCFullYear();
}
