/** Which commitments are still open. */
import type { MeetingScreen, RowView } from '../../contract/state';
import { isOpenCommitment } from '../../core/deal/carry';
import { withEdits } from '../save/merge';
import { edits } from '../save/state';

/** What either of the two has promised and is still open. */
export function openCommitments(m: MeetingScreen): RowView[] {
  return m.block.commitments
    .map((row) => withEdits(row, edits.value.get(row.key)))
    .filter((row) => isOpenCommitment(row.cells.status) && String(row.cells.who ?? '') !== '');
}

/** Of those, what was promised in earlier months. */
export function openFromBefore(m: MeetingScreen): RowView[] {
  return openCommitments(m).filter((row) => row.fromMonth !== undefined);
}
