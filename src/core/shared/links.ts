import { addDays, type IsoDate, shortDate } from './dates';
import { type MonthKey, monthTitle } from './month';

/**
 * Prefilled links: a mail in the person's own program, a day in the person's own calendar. They need no right and send
 * nothing by themselves.
 */

/** Some mail programs and browsers cut a link off beyond this many characters. */
export const MAX_LINK = 1900;

export interface Mail {
  subject: string;
  body: string;
}

/** A half of a surrogate pair that stands alone cannot be written into a link. */
const whole = (text: string) =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, '$1');
const coded = (text: string) => encodeURIComponent(whole(text));

/**
 * A mail as a link of at most MAX_LINK characters. A body that is too long is cut between two characters, best at the
 * end of a line, and ends with `cutNote`.
 */
export function mailLink(to: string, { subject, body }: Mail, cutNote: string): string {
  const head = `mailto:${coded(to)}?subject=${coded(shortened(subject, 300))}&body=`;
  const lines = (text: string) => whole(text).replace(/\r?\n/g, '\r\n');
  return head + fitted(lines(body), lines(`\n${cutNote}`), MAX_LINK - head.length);
}

const DAY_MINUTES = 1440;

/** Put together, since Google's HtmlService takes the rest of a line after two slashes for a comment, in strings too. */
const CALENDAR = ['https:', '', 'calendar.google.com', 'calendar', 'render'].join('/');

/** Where the sheet itself is: a spreadsheet by its id, and the tab by its own. */
export function sheetLink(file: string, sheetId: number): string {
  return `${['https:', '', 'docs.google.com', 'spreadsheets', 'd', file, 'edit'].join('/')}#gid=${sheetId}`;
}

/** What goes into the calendar. `time` is "09:30" by the clock of whoever opens the link; without one it is a whole day. */
export interface Appointment {
  title: string;
  date: IsoDate;
  time?: string;
  minutes?: number;
  details: string;
  guest: string;
}

/** An entry of Google Calendar, filled in, with a guest if there is an address. */
export function calendarLink(entry: Appointment): string {
  const query = [
    'action=TEMPLATE',
    `text=${coded(shortened(entry.title, 300))}`,
    `dates=${calendarSpan(entry)}`,
    ...(entry.guest === '' ? [] : [`add=${coded(entry.guest)}`]),
  ];
  const head = `${CALENDAR}?${query.join('&')}&details=`;
  return head + fitted(whole(entry.details), '…', MAX_LINK - head.length);
}

/** "20261201T090000/20261201T093000"; of a whole day "20261201/20261202". */
function calendarSpan({ date, time, minutes = 0 }: Appointment): string {
  const day = (on: IsoDate) => on.replace(/-/g, '');
  if (time === undefined) return `${day(date)}/${day(addDays(date, 1))}`;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const two = (n: number) => String(n).padStart(2, '0');
  const at = (minute: number) =>
    `${day(addDays(date, Math.floor(minute / DAY_MINUTES)))}T${two(Math.floor((minute % DAY_MINUTES) / 60))}${two(minute % 60)}00`;
  const begin = hour * 60 + minute;
  return `${at(begin)}/${at(begin + minutes)}`;
}

function shortened(text: string, most: number): string {
  const letters = Array.from(whole(text));
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/** The text for a link, within `room` characters of it; what is too long is cut and ends with `note`. */
function fitted(text: string, note: string, room: number): string {
  const all = encodeURIComponent(text);
  if (all.length <= room) return all;
  const end = encodeURIComponent(note);
  let left = room - end.length;
  let kept = '';
  for (const letter of text) {
    left -= encodeURIComponent(letter).length;
    if (left < 0) break;
    kept += letter;
  }
  const line = kept.lastIndexOf('\r\n');
  // The last line is dropped whole, unless that would drop most of the text.
  return encodeURIComponent(line > kept.length / 2 ? kept.slice(0, line) : kept.replace(/\r$/, '')) + end;
}

/** What the agenda of a meeting is made of. */
export interface AgendaFacts {
  rep: string;
  month: MonthKey;
  /** 1 for the first meeting of the two. */
  number: number;
  /** The day it is planned for, or ''. */
  day: IsoDate | '';
  minutes: number;
  /** Without minutes: the rest. */
  sections: readonly { name: string; minutes: number | null }[];
  lastFocus: string;
  /** What is still open: who owes what, and the day as it is to be read. */
  commitments: readonly { owner: string; what: string; due: string }[];
  /** Address of the sheet. */
  link: string;
}

/** The agenda as a mail to share beforehand. The first one says what these meetings are for. */
export function agendaMail(facts: AgendaFacts): Mail {
  const { rep, month, number, day, minutes, sections, lastFocus, commitments, link } = facts;
  const on = day === '' ? monthTitle(month) : shortDate(day);
  const body = [`Our 1:1, ${on}, about ${minutes} minutes.`];
  if (number === 1) {
    body.push(
      '',
      'It is our first one. These meetings are there to help: once a month we look together at what you are working on, what moves and what gets in the way, and at where you want to go. You go first, and nothing in it is an exam.',
    );
  }
  body.push('', 'What we talk about:');
  for (const section of sections)
    body.push(`– ${section.name}, ${section.minutes === null ? 'the rest' : `${section.minutes} min`}`);
  if (lastFocus.trim() !== '') body.push('', `Our focus from last time: ${lastFocus.trim()}`);
  if (commitments.length > 0) {
    body.push('', 'Still open from last time:');
    for (const { owner, what, due } of commitments)
      body.push(`– ${owner === '' ? '' : `${owner}: `}${what}${due === '' ? '' : `, by ${due}`}`);
  }
  body.push('', 'Bring what is on your mind: your topics come first, and your tab of the sheet has rows for them.');
  body.push('', link);
  return { subject: `1:1 with ${rep}, ${on}: the agenda`, body: body.join('\n') };
}
