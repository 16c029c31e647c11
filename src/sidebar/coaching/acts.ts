/** Opening and leaving a card, and writing what it ends with. */
import type { MeetingScreen, SectionView } from '../../contract/state';
import { addDays, firstWorkday, type IsoDate, isIsoDate } from '../../core/shared/dates';
import type { Cells } from '../../core/shared/fields';
import { calendarLink } from '../../core/shared/links';
import { addMonths } from '../../core/shared/month';
import { announce } from '../page/notices';
import { meeting, type View, view } from '../page/view';
import { focusSoon } from '../rows/focus';
import { developmentSection } from '../save/merge';
import { takeRowBack, writePlan, writeRow } from '../save/rows';
import { offerUndo } from '../save/undo';
import { feedbackWords } from './feedback-words';
import type { CoachingBack, CoachingView } from './views';
import { coachingWords } from './words';

const SAID_AFTER_MS = 300;

/** Opens a page of coaching over the one that is shown. */
export function openCoaching(card: CoachingView['card'], about = ''): void {
  view.value = { at: 'coaching', card, about, back: backOf(view.peek()) };
}

function backOf(at: View): CoachingBack {
  if (at.at === 'coaching') return at.back;
  if (at.at === 'section') return { at: 'section', id: at.id };
  return { at: at.at === 'before' || at.at === 'prepare' ? at.at : 'home' };
}

/** Back to the page that the card was opened from. */
export function leaveCoaching(): void {
  const at = view.peek();
  if (at.at !== 'coaching') return;
  view.value = at.back;
  focusSoon('[data-dig], .section-head h2, main h2, .menu-root > button');
}

/** The day that is proposed to look again: the next 1:1 where it is known and no month away, else in two weeks. */
export function proposedDay(m: MeetingScreen): IsoDate {
  const soon = addDays(m.today, 14);
  const next = m.block.conclusion.nextDate.value;
  if (isIsoDate(next) && next > m.today && next <= addDays(m.today, 31)) return next;
  const first = firstWorkday(addMonths(m.dueMonth, 1));
  return first <= soon && first > addDays(m.today, 6) ? first : soon;
}

/** The day that is proposed to sit down for longer: three days on, no weekend. */
export function proposedMeeting(m: MeetingScreen): IsoDate {
  let day = addDays(m.today, 3);
  while ([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) day = addDays(day, 1);
  return day;
}

/** An invitation to sit down about something, filled in. */
export function meetingLink(m: MeetingScreen, title: string, date: IsoDate): string {
  return calendarLink({
    title: coachingWords.meetingTitle(m.rep.name, title),
    date,
    details: coachingWords.meetingDetails(title),
    guest: m.rep.email,
  });
}

/** Writes a plan into the sheet, and goes back to where the card was opened; with Undo. */
export function writeDown(plan: Pick<Cells, 'who' | 'when' | 'why'>, coaching: string, said: string): void {
  const m = meeting.peek();
  if (m) goBackWith(developmentSection(m), writePlan(m, { ...plan, status: 'open' }, coaching), said);
}

/** The same with a commitment. */
export function writeCommitment(cells: Pick<Cells, 'who' | 'when' | 'next'>): void {
  const section = meeting.peek()?.block.sections.find(({ kind }) => kind === 'conclusion');
  if (section) goBackWith(section, writeRow(section, { ...cells, status: 'open' }), feedbackWords.committed);
}

function goBackWith(section: SectionView, key: string, said: string): void {
  leaveCoaching();
  offerUndo(said, () => takeRowBack(section, key));
  // The page that comes back says its own name first.
  setTimeout(() => announce(said), SAID_AFTER_MS);
}
