/** Between two meetings: a word on what was promised by now. */
import { useState } from 'preact/hooks';
import type { MeetingScreen } from '../../contract/state';
import { isIsoDate, shortDate } from '../../core/shared/dates';
import { mailLink } from '../../core/shared/links';
import { isBetweenMeetings, type NudgeFacts, nudgeText, promisedByNow } from '../../core/shared/nudge';
import { titleOf } from '../../core/shared/record';
import { Block } from '../parts/Block';
import { Button } from '../parts/Button';
import { copyText } from '../parts/copy';
import { Icon } from '../parts/Icon';
import { lateSteps } from '../prepare/before-facts';
import { openCommitments } from '../prepare/commitments';
import { stepDayOf } from '../rows/step-day';
import { words } from '../words';
import { linkOf } from './finished-view';
import { meetingWords } from './words';

/** What goes into the word; null while it is too early, too late, or nothing was promised by now. */
function nudgeFacts(m: MeetingScreen): NudgeFacts | null {
  const { heldOn, state, conclusion } = m.block;
  const next = conclusion.nextDate.value;
  const isHeld = state === 'finished';
  if (state === 'running' || m.newestMonth > m.block.month) return null;
  const [held, planned] = isHeld ? [heldOn, isIsoDate(next) ? next : ''] : (['', heldOn] as const);
  if (!isBetweenMeetings(held, planned, m.today)) return null;
  const promised = promisedByNow(
    openCommitments(m).map(({ cells }) => cells),
    m.today,
  );
  const steps = lateSteps(m).map((row) => ({
    what: `${titleOf(row.cells)}: ${String(row.cells.next ?? '').trim()}`,
    due: stepDayOf(row, m),
  }));
  if (promised.length + steps.length === 0) return null;
  return { rep: m.rep.name, me: m.me.name, today: m.today, promised, steps, link: linkOf(m) };
}

/** The word to copy or to mail, with what is in it unless the page tells that already; nothing while there is no need for it. */
export function Nudge({ m, isTold = false }: { m: MeetingScreen; isTold?: boolean }) {
  const [note, setNote] = useState('');
  const facts = nudgeFacts(m);
  if (!facts) return null;
  const text = nudgeText(facts);
  const to = m.me.role === 'rep' ? '' : m.rep.email;
  const mail = mailLink(to, { subject: text.split('\n')[0] ?? '', body: text }, words.mailCut);
  const day = (due: string) => shortDate(due, Number(m.today.slice(0, 4)));
  return (
    <Block title={meetingWords.byNow} count={facts.promised.length + facts.steps.length}>
      {!isTold && (
        <ul class="asks">
          {facts.promised.map(({ owner, what, due }) => (
            <li key={what} dir="auto">
              {owner !== '' && <b>{owner}: </b>}
              {what}, {day(due)}
            </li>
          ))}
          {facts.steps.map(({ what, due }) => (
            <li key={what} dir="auto">
              {what}, {day(due)}
            </li>
          ))}
        </ul>
      )}
      <div class="acts">
        <Button
          small
          label={meetingWords.copyNudge}
          run={async () => setNote((await copyText(text)) ? words.copied : words.notCopied)}
        >
          <Icon name="copy" />
          {words.copy}
        </Button>
        <a class="button small" href={mail} target="_blank" rel="noopener noreferrer">
          <Icon name="mail" />
          {meetingWords.nudge}
        </a>
      </div>
      <p class="hint" role="status">
        {note}
      </p>
    </Block>
  );
}
