/** What a deal's status asks, on its card. */
import type { RowView } from '../../contract/state';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { meeting } from '../page/view';
import { Icon } from '../parts/Icon';
import { followUpOf, giveTo, offerFor, otherOwner, takeOffer } from './follow-ups';
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
          <b>{reviewWords.wonTitle(showAmount(row.cells.amount, language()))}</b> {!open && reviewWords.wonAsk}
        </p>
      </div>
    );
  }
  if (asking === 'stuck') {
    return <p class="asking">{reviewWords.stuckAsk(row.life?.monthsStuck ?? 0)}</p>;
  }
  return asking === 'cold' ? <p class="asking">{reviewWords.coldAsk}</p> : null;
}

/** The commitment that has just been made is somebody else's. */
function OtherOwner({ row }: { row: RowView }) {
  const m = meeting.value;
  const owner = m && otherOwner(row, m);
  if (!owner) return null;
  return (
    <button type="button" class="link" onClick={() => giveTo(row, owner)}>
      {reviewWords.giveTo(owner)}
    </button>
  );
}

/**
 * What can be done about it with one press: note what won it, make a commitment of the step. A closed card offers only what
 * its status asks for.
 */
export function OfferButton({ row, open }: { row: RowView; open: boolean }) {
  const m = meeting.peek();
  const offer = m && (open || followUpOf(row, m)) ? offerFor(row, m) : null;
  if (!offer) return null;
  const isCommitment = offer.kind === 'commitment';
  if (isMarked('offered', row.key)) {
    return (
      <p class="sign good offered">
        <Icon name="check" />
        <span>
          {isCommitment ? reviewWords.commitmentMade : reviewWords.noted(offer.section.name)}{' '}
          {isCommitment && <OtherOwner row={row} />}
        </span>
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
