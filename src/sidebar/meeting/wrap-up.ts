/** When the Conclusion is offered. */
import { MINUTE_MS, meetingElapsedMs } from '../../core/shared/clock';
import { meeting, section } from '../page/view';
import { wrapUpMinute } from './planned';
import { clock, now, wrapUpHidden } from './state';

/** Five minutes before the end (minute 25 of 30), outside of the Conclusion: the offer to sum up, until it has been put away. */
export function isWrapUp(): boolean {
  const c = clock.value;
  if (!c || wrapUpHidden.value || meeting.value?.block.state === 'finished') return false;
  if (section.value === null || section.value.kind === 'conclusion') return false;
  return meetingElapsedMs(c, now.value) >= wrapUpMinute() * MINUTE_MS;
}
