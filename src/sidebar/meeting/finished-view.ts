/** Recap, mail and invitation of a meeting that is over. */
import type { MeetingScreen } from '../../contract/state';
import type { MeetingClock } from '../../core/shared/clock';
import { isIsoDate } from '../../core/shared/dates';
import { agendaMail, calendarLink, mailLink, sheetLink } from '../../core/shared/links';
import { coachingText, leftEmpty, recapText, type ToldMonth } from '../../core/shared/recap';
import { titleOf } from '../../core/shared/record';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { showDate } from '../fields/read-date';
import { keepText, keptText } from '../page/storage';
import { openCommitments } from '../prepare/commitments';
import { outcomeOf } from '../rows/group';
import { stepStyle } from '../rows/step-day';
import { words } from '../words';
import { plannedMinutes } from './planned';
import { meetingWords } from './words';

/** The block as the recap reads it. */
function recordOf({ block }: MeetingScreen): ToldMonth {
  return {
    month: block.month,
    sections: block.sections.map(({ id, rows }) => ({ id, items: rows })),
    commitments: block.commitments,
    growth: block.growth.rows,
    observed: block.conclusion.observed.value,
    focus: block.conclusion.focus.value,
    takeaway: block.conclusion.takeaway.value,
    nextDate: block.conclusion.nextDate.value,
  };
}

/** Where this person's tab is, for mails and invitations. */
export function linkOf(m: MeetingScreen): string {
  return sheetLink(m.file, m.rep.sheetId);
}

/** The summary of a finished month, made from what the sheet says now. */
export function recapOf(m: MeetingScreen): { recap: string; leftEmpty: string[] } {
  const record = recordOf(m);
  const recap = recapText({
    rep: m.rep.name,
    record,
    heldOn: m.block.heldOn,
    minutes: m.block.minutes,
    outcomeOf: (cells) => outcomeOf({ cells }, m.statuses),
    showAmount: (value) => showAmount(value, language()),
    style: stepStyle(m.today),
    link: linkOf(m),
  });
  return { recap, leftEmpty: leftEmpty(record) };
}

/** What of development and coaching can go along with the recap; '' where there is nothing. */
export function coachingOf(m: MeetingScreen): string {
  return coachingText(recordOf(m));
}

/** A mail with the recap in it. */
export function recapLink(m: MeetingScreen, recap: string): string {
  return mailLink(m.rep.email, { subject: recap.split('\n')[0] ?? '', body: recap }, words.mailCut);
}

const timeKey = (m: MeetingScreen) => `monthly-1on1 time ${m.file} ${m.rep.repId}`;
const USUAL_TIME = '09:00';
const QUARTER_MS = 15 * 60_000;

/** The time of day that the next 1:1 is invited for: as this browser has had it last, else when this one began. */
export function invitedAt(m: MeetingScreen, clock: MeetingClock | null): string {
  const kept = keptText('local', timeKey(m));
  if (kept !== null && /^\d\d:\d\d$/.test(kept)) return kept;
  if (!clock) return USUAL_TIME;
  const began = new Date(Math.round(clock.startedAt / QUARTER_MS) * QUARTER_MS);
  return [began.getHours(), began.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
}

/** Keeps it in this browser. */
export function keepInvitedAt(m: MeetingScreen, time: string): void {
  keepText('local', timeKey(m), time);
}

/** An invitation for the next 1:1, filled in: time, agenda, what is open, and where the sheet is; null while it has no day. */
export function invitationLink(m: MeetingScreen, time: string): string | null {
  const date = m.block.conclusion.nextDate.value;
  if (!isIsoDate(date)) return null;
  const minutes = plannedMinutes();
  const { body } = agendaMail({
    rep: m.rep.name,
    month: m.block.month,
    number: m.block.number + 1,
    day: date,
    minutes,
    sections: m.block.sections,
    lastFocus: String(m.block.conclusion.focus.value),
    commitments: openCommitments(m).map(({ cells }) => ({
      owner: String(cells.next ?? '').trim(),
      what: titleOf(cells),
      due: showDate(cells.when, m.today),
    })),
    link: linkOf(m),
  });
  return calendarLink({
    title: meetingWords.invitationTitle(m.rep.name),
    date,
    time,
    minutes,
    details: body,
    guest: m.rep.email,
  });
}
