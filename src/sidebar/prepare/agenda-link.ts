/** The mail that shares the agenda. */
import type { MeetingScreen } from '../../contract/state';
import { agendaMail, mailLink } from '../../core/shared/links';
import { titleOf } from '../../core/shared/record';
import { showDate } from '../fields/read-date';
import { linkOf } from '../meeting/finished-view';
import { plannedMinutes } from '../meeting/planned';
import { words } from '../words';
import { openFromBefore } from './commitments';

/** The agenda, to share before the meeting: a mail that opens filled in, and its text. */
export function agendaOf(m: MeetingScreen): { link: string; text: string } {
  const { block, rep } = m;
  const mail = agendaMail({
    rep: rep.name,
    month: block.month,
    number: block.number,
    // A day that has passed would be told as if it were to come.
    day: block.overdue ? '' : block.heldOn,
    minutes: plannedMinutes(),
    sections: block.sections,
    lastFocus: block.lastFocus,
    commitments: openFromBefore(m).map(({ cells }) => ({
      owner: String(cells.next ?? '').trim(),
      what: titleOf(cells),
      due: showDate(cells.when, m.today),
    })),
    link: linkOf(m),
  });
  return { link: mailLink(rep.email, mail, words.mailCut), text: mail.body };
}
