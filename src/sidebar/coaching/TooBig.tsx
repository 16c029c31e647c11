/** Too big for today: a day to sit down for longer, with an invitation. */
import type { MeetingScreen } from '../../contract/state';
import { isIsoDate } from '../../core/shared/dates';
import { leftOf } from '../meeting/left';
import { clock, now } from '../meeting/state';
import { Icon } from '../parts/Icon';
import { Note } from '../parts/Note';
import { meetingLink, proposedMeeting } from './acts';
import { CardDay, cardDay } from './CardParts';
import { draftOf, note } from './drafts';
import { coachingWords } from './words';

/** One line, and once the section's minutes are over a note: the card itself has no clock. */
export function TooBig({ card, m, title }: { card: string; m: MeetingScreen; title: string }) {
  const draft = draftOf(card).value;
  const isBig = draft.big === 'yes';
  const day = cardDay(draft, 'bookDay', proposedMeeting(m), m.today);
  return (
    <>
      {!isBig && isOver(m) && <Note icon="info">{coachingWords.timeIsUp}</Note>}
      <button type="button" class="more" aria-expanded={isBig} onClick={() => note(card, 'big', isBig ? '' : 'yes')}>
        <Icon name={isBig ? 'down' : 'calendar'} />
        {coachingWords.tooBig}
      </button>
      {isBig && (
        <>
          <CardDay card={card} name="bookDay" label={coachingWords.bookOn} proposed={proposedMeeting(m)} />
          {isIsoDate(day) && (
            <p>
              <a class="button small" href={meetingLink(m, title, day)} target="_blank" rel="noopener noreferrer">
                <Icon name="calendar" />
                {coachingWords.invite}
              </a>
            </p>
          )}
        </>
      )}
    </>
  );
}

function isOver(m: MeetingScreen): boolean {
  const c = clock.value;
  const section = m.block.sections.find(({ id }) => id === c?.section);
  return c !== null && section !== undefined && section.minutes !== null && leftOf(section, c, now.value) < 0;
}
