/** Reasons why a deal was lost. */
import type { RowView } from '../../contract/state';
import { edit } from '../save/rows';
import { saveNow } from '../save/saver';
import { LOST_REASONS, reasonIn, withReason } from './follow-ups';
import { reviewWords } from './words';

/** Why a deal was lost, one click each; the reason goes in front of what is written. None is needed. */
export function LostReasons({ row }: { row: RowView }) {
  const text = String(row.cells.moved ?? '');
  const chosen = reasonIn(text);
  return (
    <fieldset class="chips reasons">
      <legend class="sr">{reviewWords.lostReasonsLabel}</legend>
      {LOST_REASONS.map((reason) => (
        <label class="chip" key={reason}>
          <input
            type="radio"
            name={`reason-${row.key}`}
            checked={chosen === reason}
            onChange={() => {
              edit(row.key, 'moved', withReason(text, reason));
              saveNow();
            }}
          />
          <span>{reason}</span>
        </label>
      ))}
    </fieldset>
  );
}
