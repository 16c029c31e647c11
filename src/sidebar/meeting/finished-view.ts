/** Recap, mail and invitation of a meeting that is over. */
import type { MeetingScreen, RowView } from '../../contract/state';
import { isIsoDate } from '../../core/shared/dates';
import { calendarLink, mailLink } from '../../core/shared/links';
import { leftEmpty, recapText } from '../../core/shared/recap';
import type { Item, MonthRecord } from '../../core/shared/record';
import { words } from '../words';
import { meetingWords } from './words';

/** The block as the recap reads it, for a meeting that was finished before the sidebar was opened. */
function recordOf(m: MeetingScreen): MonthRecord {
  const { block } = m;
  const item = (row: RowView): Item => ({ id: row.key, cells: row.cells, formulas: row.formulas, row: 0, life: null });
  return {
    month: block.month,
    number: block.number,
    sections: block.sections.map((s) => ({ id: s.id, items: s.rows.map(item) })),
    commitments: block.commitments.map(item),
    growth: block.growth.rows.map(item),
    observed: block.conclusion.observed.value,
    focus: block.conclusion.focus.value,
    takeaway: block.conclusion.takeaway.value,
    nextDate: block.conclusion.nextDate.value,
    plan: block.plan?.value ?? '',
    help: block.prepare.help.value,
  };
}

/** The summary of a finished month, made from what the sheet says now. */
export function recapOf(m: MeetingScreen): { recap: string; leftEmpty: string[] } {
  const record = recordOf(m);
  return { recap: recapText(m.rep.name, record, m.block.heldOn, m.block.minutes), leftEmpty: leftEmpty(record) };
}

/** A mail with the recap in it. */
export function recapLink(m: MeetingScreen, recap: string): string {
  return mailLink(m.rep.email, { subject: recap.split('\n')[0] ?? '', body: recap }, words.mailCut);
}

/** An invitation for the next 1:1, filled in; null while there is no day for it. */
export function invitationLink(m: MeetingScreen): string | null {
  const date = m.block.conclusion.nextDate.value;
  if (!isIsoDate(date)) return null;
  const focus = String(m.block.conclusion.focus.value).trim();
  return calendarLink({
    title: meetingWords.invitationTitle(m.rep.name),
    date,
    details: focus === '' ? '' : meetingWords.invitationFocus(focus),
    guest: m.rep.email,
  });
}
