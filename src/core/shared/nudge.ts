/** A word between two meetings: what was promised by now, one's own first. Pure. */
import { addDays, type IsoDate, isIsoDate, shortDate } from './dates';
import type { Cells } from './fields';

/** Something that somebody meant to do by a day. */
export interface Promised {
  /** Whose; '' where nobody is named. */
  owner: string;
  what: string;
  due: IsoDate;
}

/** Does an owner's name mean this person? A first name is enough to be known by. */
export function meansPerson(owner: string, name: string): boolean {
  const [said, full] = [owner, name].map((text) => text.trim().toLowerCase()) as [string, string];
  return said !== '' && [full, full.split(' ')[0]].includes(said);
}

/** Of commitments that are open, those whose day has come. */
export function promisedByNow(open: readonly Cells[], today: IsoDate): Promised[] {
  const text = (value: unknown) => String(value ?? '').trim();
  return open.flatMap(({ who, when, next }) =>
    isIsoDate(when) && when <= today && text(who) !== '' ? [{ owner: text(next), what: text(who), due: when }] : [],
  );
}

/** The earliest day for it is so many days after the talk, the latest so many before the next one. */
const AFTER_DAYS = 7;
const BEFORE_DAYS = 4;

/** Does today lie well between two meetings? '' for a day that is not known. */
export function isBetweenMeetings(held: IsoDate | '', next: IsoDate | '', today: IsoDate): boolean {
  if (held === '' && next === '') return false;
  return (held === '' || today >= addDays(held, AFTER_DAYS)) && (next === '' || addDays(today, BEFORE_DAYS) <= next);
}

/** What goes into it. `me` is the name of who writes it; '' where nobody knows. */
export interface NudgeFacts {
  rep: string;
  me: string;
  today: IsoDate;
  promised: readonly Promised[];
  /** Next steps whose day has come: "Halden Mills: call counsel". */
  steps: readonly { what: string; due: IsoDate }[];
  link: string;
}

/** The word as plain text: what its writer owes comes first, then everybody else's, then next steps. */
export function nudgeText({ rep, me, today, promised, steps, link }: NudgeFacts): string {
  const isMine = ({ owner }: Promised) => meansPerson(owner, me);
  const year = Number(today.slice(0, 4));
  const by = (due: IsoDate) => `by ${shortDate(due, year)}`;
  const others = promised.filter((one) => !isMine(one));
  const group = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `– ${line}`)];
  return [
    `Between our 1:1s (${rep}): what we said for by now`,
    ...group(
      'From me:',
      promised.filter(isMine).map(({ what, due }) => `${what}, ${by(due)}`),
    ),
    ...group(
      me.trim() !== '' ? 'From you:' : 'Promised:',
      others.map(({ owner, what, due }) => `${owner === '' ? '' : `${owner}: `}${what}, ${by(due)}`),
    ),
    ...group(
      'Next steps:',
      steps.map(({ what, due }) => `${what}, ${by(due)}`),
    ),
    'Is anything in the way? I am glad to help before we meet.',
    link,
  ].join('\n');
}
