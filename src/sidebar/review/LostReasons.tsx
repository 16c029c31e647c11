/** Reasons why a deal was lost. */
import type { RowView } from '../../contract/state';
import { Chips } from '../parts/Chips';
import { editAtOnce } from '../save/rows';
import { LOST_REASONS, reasonIn, withReason } from './follow-ups';
import { reviewWords } from './words';

/** Why a deal was lost, one click each; the reason goes in front of what is written. None is needed. */
export function LostReasons({ row }: { row: RowView }) {
  const text = String(row.cells.moved ?? '');
  return (
    <Chips
      name={`reason-${row.key}`}
      legend={reviewWords.lostReasonsLabel}
      quiet
      look="reasons"
      choices={LOST_REASONS.map((reason) => ({ value: reason, text: reason }))}
      chosen={reasonIn(text) ?? null}
      onChoice={(reason) => editAtOnce(row.key, 'moved', withReason(text, reason))}
    />
  );
}
