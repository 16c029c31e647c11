/** The page of a meeting that is over. */
import type { FinishResult } from '../../contract/calls';
import type { MeetingClock } from '../../core/shared/clock';

/** Before it ends: what the clock cannot say. `ranMs` null: it never ran, so the day is asked; else it ran for so long. */
export interface FinishQuestion {
  at: 'finishing';
  ranMs: number | null;
}

/** After the meeting: `result` and the clock's minutes are there only when it was finished just now. */
export interface FinishedView {
  at: 'finished';
  result: FinishResult | null;
  clock: MeetingClock | null;
}
