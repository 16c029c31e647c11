/** The question of a section. */
import { useState } from 'preact/hooks';
import type { SectionView } from '../../contract/state';
import { announce } from '../page/notices';
import { meeting } from '../page/view';
import { Sentences } from '../parts/Block';
import { Icon } from '../parts/Icon';
import { addMinute } from './clock-acts';
import { moreToAsk } from './more-to-ask';
import { clock } from './state';
import { meetingWords } from './words';

/** One question, more on demand, and a minute more for the section. The Conclusion has its texts in place of the question. */
export function SectionQuestion({ section }: { section: SectionView }) {
  const [open, setOpen] = useState(false);
  const more = moreToAsk(section);
  const asks = section.kind !== 'conclusion';
  const timed = clock.value !== null && section.minutes !== null && meeting.value?.block.state !== 'finished';
  if (!asks && more.length === 0) return null;
  return (
    <div class="ask">
      {asks && (
        <p class="question" dir="auto">
          {section.question}
        </p>
      )}
      {(more.length > 0 || timed) && (
        <div class="ask-line">
          {more.length > 0 ? (
            <button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>
              <Icon name={open ? 'down' : 'right'} />
              {meetingWords.moreToAsk}
            </button>
          ) : (
            <span />
          )}
          {timed && (
            <button
              type="button"
              class="more grey"
              title={meetingWords.plusMinuteSaid}
              onClick={() => {
                addMinute(section.id);
                announce(meetingWords.plusMinuteSaid);
              }}
            >
              {meetingWords.plusMinute}
            </button>
          )}
        </div>
      )}
      {open && <Sentences lines={more} />}
    </div>
  );
}
