/**
 * The day that a next step names: "Fri 4 Dec · call counsel", "send the offer by Thu 12 Nov". The text stays as it was
 * typed; the day that it meant then is kept beside it, since "friday" means another one next week.
 */
import { addDays, type IsoDate, shortDate } from './dates';
import { isFiller } from './day-words';
import { type DayStyle, dayOf, readDay } from './days';

/** A day at the beginning or at the end of a step. */
export interface NamedDay {
  day: IsoDate;
  at: 'start' | 'end';
  /** The step without it. */
  rest: string;
}

/** "next fri 4 dec 2026", "in two weeks from now". */
const MOST_WORDS = 5;
/** A step further ahead than this is no step but a figure that looks like a day. */
const LOOK_AHEAD_DAYS = 400;
const SEPARATORS = /[\s·:,;–—|-]/;
/** A name shorter than this may be another word: "sat", "mar", "so". */
const SHORT_NAME = 3;

/**
 * The day that a step names, at its start or, if none stands there, at its end; null where it names none. What is only
 * figures ("12.5", "3/4") counts where a separator sets it apart.
 */
export function namedDay(text: string, style: DayStyle): NamedDay | null {
  const step = text.trim();
  if (style.today === '' || step === '') return null;
  const [starts, ends] = wordEdges(step);
  for (let count = Math.min(MOST_WORDS, ends.length); count > 0; count--) {
    const to = ends[count - 1] as number;
    const day = dayIn(step, 0, to, style);
    if (day) return { day, at: 'start', rest: stripped(step.slice(to)) };
  }
  for (let count = Math.min(MOST_WORDS, starts.length - 1); count > 0; count--) {
    const from = starts[starts.length - count] as number;
    const day = dayIn(step, from, step.length, style);
    if (day) return { day, at: 'end', rest: stripped(step.slice(0, from)) };
  }
  return null;
}

/** Where words begin and where they end. */
function wordEdges(text: string): [starts: number[], ends: number[]] {
  const edges: [number[], number[]] = [[], []];
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text[at] as string)) continue;
    if (at === 0 || /\s/.test(text[at - 1] as string)) edges[0].push(at);
    if (at + 1 === text.length || /\s/.test(text[at + 1] as string)) edges[1].push(at + 1);
  }
  return edges;
}

function dayIn(step: string, from: number, to: number, style: DayStyle): IsoDate | null {
  const part = step.slice(from, to);
  const phrase = stripped(part.replace(/[!)]+$/, ''));
  const before = step.slice(0, from).trimEnd();
  const isSetApart =
    SEPARATORS.test(part[part.length - 1] ?? '') ||
    /^\s*[·:,;–—|-]/.test(step.slice(to)) ||
    SEPARATORS.test(before[before.length - 1] ?? '');
  if (!isSure(phrase, isSetApart)) return null;
  const day = dayOf(readDay(phrase, style));
  return day !== null && day <= addDays(style.today, LOOK_AHEAD_DAYS) ? day : null;
}

/** Words that say that a figure belongs to a thing: "a discount of 12.5". */
const OF = /^(of|de|du|di|da|do|des|van)\s/i;

/** Can these words hardly be anything but a day? */
function isSure(phrase: string, isSetApart: boolean): boolean {
  const words = phrase.split(/\s+/).filter((word) => !isFiller(word.toLowerCase()));
  if (!words.some((word) => /\p{L}/u.test(word))) {
    const figures = words.join(' ');
    if (!/\d[-./]\s?\d/.test(figures)) return false;
    const isTold = isSetApart || (figures !== phrase && !OF.test(phrase));
    return isTold || /\d{4}/.test(figures) || /^\d{1,2}\.\s?\d{1,2}\.$/.test(figures);
  }
  return isSetApart || /[\s\d]/.test(phrase) || phrase.length > SHORT_NAME;
}

function stripped(text: string): string {
  return text.replace(/^[\s·:,;–—|-]+|[\s·:,;–—|-]+$/g, '');
}

/**
 * The day to keep beside a step that has just been written; '' where it names none. What stands at the end and has passed
 * is no plan: "answer their mail of 12 Nov".
 */
export function dayToKeep(text: string, style: DayStyle): IsoDate | '' {
  const named = namedDay(text, style);
  return named && (named.at === 'start' || named.day >= style.today) ? named.day : '';
}

/**
 * The day of a step as it is read later. The text goes first where it says a day that is the same whenever it is read; of
 * "friday" only what was kept tells which. A kept day whose text names none any more counts for nothing.
 * @param kept the day that was kept beside it, '' for none
 */
export function stepDay(text: string, kept: IsoDate | '', style: DayStyle): IsoDate | '' {
  const named = namedDay(text, style);
  if (!named || style.today === '') return '';
  const isLasting = namedDay(text, { ...style, today: addDays(style.today, 8) })?.day === named.day;
  if (!isLasting || named.day === kept) return kept;
  return dayToKeep(text, style);
}

/** "Fri 4 Dec · call counsel": the step with a day in front of it, in place of the one that it named. '' takes the day away. */
export function withDay(text: string, day: IsoDate | '', style: DayStyle): string {
  const rest = namedDay(text, style)?.rest ?? text.trim();
  if (day === '') return rest;
  return [weekdayDate(day, style.today), ...(rest === '' ? [] : [rest])].join(' · ');
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "Fri 4 Dec", with the year when it is another than today's. */
export function weekdayDate(day: IsoDate, today: IsoDate | ''): string {
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${weekday} ${shortDate(day, Number(today.slice(0, 4)))}`;
}
