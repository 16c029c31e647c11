/** Which commitments are still open. */
import type { MeetingScreen, RowView } from '../../contract/state';
import { isOpenCommitment } from '../../core/deal/carry';
import { withEdits } from '../save/merge';
import { edits } from '../save/state';

/** What either of the two promised in earlier months and is still open. */
export function openFromBefore(m: MeetingScreen): RowView[] {
  return m.block.commitments
    .map((row) => withEdits(row, edits.value.get(row.key)))
    .filter(
      (row) => row.fromMonth !== undefined && isOpenCommitment(row.cells.status) && String(row.cells.who ?? '') !== '',
    );
}
