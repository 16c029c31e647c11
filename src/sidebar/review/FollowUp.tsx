/** What a deal's status asks, on its card. */
import type { RowView } from '../../contract/state';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { meeting } from '../page/view';
import { Icon } from '../parts/Icon';
import { followUpOf, offerFor, takeOffer } from './follow-ups';
import { isMarked } from './review-marks';
import { reviewWords } from './words';

/** What a deal's status asks: a warm word for one that was won, a question for one that is stuck or cools. */
export function FollowUpQuestion({ row, open }: { row: RowView; open: boolean }) {
  const m = meeting.peek();
  const asking = m && followUpOf(row, m);
  if (asking === 'won') {
    return (
      <div class="moment">
        <Icon name="star" />
        <p>
          <b>{reviewWords.wonTitle(showAmount(row.cells.amount, language()))}</b>{' '}
          {open ? reviewWords.wonMoment : reviewWords.wonAsk}
        </p>
      </div>
    );
  }
  if (asking === 'stuck') {
    return (
      <div class="asking">
        <p>{reviewWords.stuckAsk(row.life?.monthsStuck ?? 0)}</p>
        <p class="hint">{reviewWords.stuckMore}</p>
      </div>
    );
  }
  return asking === 'cold' ? <p class="asking">{reviewWords.coldAsk}</p> : null;
}

/** What can be done about it with one press: note what won it, make the step a commitment. */
export function OfferButton({ row }: { row: RowView }) {
  const m = meeting.peek();
  const offer = m && offerFor(row, m);
  if (!offer) return null;
  const isCommitment = offer.kind === 'commitment';
  if (isMarked('offered', row.key)) {
    return (
      <p class="sign good offered">
        <Icon name="check" />
        {isCommitment ? reviewWords.commitmentMade : reviewWords.noted(offer.section.name)}
      </p>
    );
  }
  return (
    <button
      type="button"
      class="button small offer"
      aria-keyshortcuts="Control+Enter"
      title={reviewWords.keyOffer}
      onClick={() => takeOffer(row)}
    >
      {isCommitment ? reviewWords.makeCommitment : reviewWords.noteIt(offer.section.name)}
      <kbd>Ctrl ↵</kbd>
    </button>
  );
}
