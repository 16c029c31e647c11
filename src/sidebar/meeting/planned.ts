/** The minutes planned for the meeting, and when to sum up. */
import { MEETING_MINUTES } from '../../core/shared/clock';
import { meeting } from '../page/view';

/** How long before the end the Conclusion is offered, in minutes. */
const WRAP_UP_MINUTES = 5;

/** The minutes planned for the whole meeting. */
export function plannedMinutes(): number {
  return meeting.value?.block.plannedMinutes || MEETING_MINUTES;
}

/** The minute from which on the Conclusion is offered; in a very short meeting, half of it. */
export function wrapUpMinute(): number {
  const planned = plannedMinutes();
  return Math.max(planned - WRAP_UP_MINUTES, Math.floor(planned / 2));
}
