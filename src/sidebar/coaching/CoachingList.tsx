/** What can be looked at more closely, in one list. */
import { meeting } from '../page/view';
import { Icon } from '../parts/Icon';
import { openCoaching } from './acts';
import { CardFrame } from './CardParts';
import { feedbackWords } from './feedback-words';
import { openTrace } from './read-lines';
import { reasonsToDig } from './reasons';
import { traceWords } from './trace-words';
import { coachingWords } from './words';

/** All that the record shows a reason for, good news first, and anything else. */
export function CoachingList() {
  const m = meeting.value;
  if (!m) return null;
  const reasons = reasonsToDig(m);
  return (
    <CardFrame sub={coachingWords.menu} title={coachingWords.listTitle} primary={null}>
      <p class="hint">{reasons.length === 0 ? coachingWords.listNothing : coachingWords.listHint}</p>
      {reasons.length > 0 && (
        <ul class="facts box">
          {reasons.map(({ key, title, why, isGood }) => (
            <li key={key}>
              <button type="button" class="fact-button" onClick={() => openCoaching('dig', key)}>
                <span class="grow" dir="auto">
                  {title}
                  <span class="hint">{why}</span>
                </span>
                <Icon name={isGood ? 'star' : 'right'} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="also">
        <button type="button" class="more" onClick={() => openCoaching('dig')}>
          <Icon name="plus" />
          {coachingWords.another}
        </button>
        {m.me.role !== 'rep' && (
          <button type="button" class="more" onClick={() => openCoaching('feedback')}>
            <Icon name="right" />
            {feedbackWords.offer}
          </button>
        )}
        <button type="button" class="more" onClick={() => void openTrace()}>
          <Icon name="right" />
          {traceWords.title}
        </button>
      </div>
    </CardFrame>
  );
}
