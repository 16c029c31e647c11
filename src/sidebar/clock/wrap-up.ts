import { MINUTE_MS, meetingElapsedMs, WRAP_UP_MINUTE } from '../../core/clock';
import { clock, meeting, now, section, wrapUpHidden } from '../store/state';

/** From minute 25 on, outside of the Conclusion: the offer to sum up, until it has been put away. */
export function isWrapUp(): boolean {
  const c = clock.value;
  if (!c || wrapUpHidden.value || meeting.value?.block.state === 'finished') return false;
  if (section.value === null || section.value.kind === 'conclusion') return false;
  return meetingElapsedMs(c, now.value) >= WRAP_UP_MINUTE * MINUTE_MS;
}
