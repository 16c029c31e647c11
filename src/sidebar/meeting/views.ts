/** The page of a meeting that is over. */
import type { FinishResult } from '../../contract/calls';
import type { MeetingClock } from '../../core/shared/clock';

/** After the meeting: `result` and the clock's minutes are there only when it was finished just now. */
export interface FinishedView {
  at: 'finished';
  result: FinishResult | null;
  clock: MeetingClock | null;
}
