/** The whole meeting as a line. */
import { MINUTE_MS, meetingElapsedMs } from '../../core/shared/clock';
import { meeting } from '../page/view';
import { words } from '../words';
import { plannedMinutes, wrapUpMinute } from './planned';
import { clock, now } from './state';
import { meetingWords } from './words';

/** The whole meeting as a line, with a notch where the Conclusion is offered. */
export function Meter() {
  const m = meeting.value;
  const c = clock.value;
  const minutes =
    m?.block.state === 'finished' && m.block.minutes !== null
      ? m.block.minutes
      : c
        ? meetingElapsedMs(c, now.value) / MINUTE_MS
        : 0;
  const planned = plannedMinutes();
  const share = Math.min(1, minutes / planned);
  return (
    <div
      class={`meter${minutes > planned ? ' late' : ''}`}
      role="progressbar"
      aria-label={meetingWords.meter(planned, wrapUpMinute())}
      aria-valuemin={0}
      aria-valuemax={planned}
      aria-valuenow={Math.min(planned, Math.floor(minutes))}
      aria-valuetext={words.minutes(Math.floor(minutes))}
      style={{ '--notch': `${(100 * wrapUpMinute()) / planned}%` }}
    >
      <i style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
