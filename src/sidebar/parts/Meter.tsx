import { MEETING_MINUTES, MINUTE_MS, meetingElapsedMs } from '../../core/clock';
import { clock, meeting, now } from '../store/state';
import { words } from '../words';

/** The whole thirty minutes as a line, with a notch at minute 25. */
export function Meter() {
  const m = meeting.value;
  const c = clock.value;
  const minutes =
    m?.block.state === 'finished' && m.block.minutes !== null
      ? m.block.minutes
      : c
        ? meetingElapsedMs(c, now.value) / MINUTE_MS
        : 0;
  const share = Math.min(1, minutes / MEETING_MINUTES);
  return (
    <div
      class={`meter${minutes > MEETING_MINUTES ? ' late' : ''}`}
      role="progressbar"
      aria-label={words.meter}
      aria-valuemin={0}
      aria-valuemax={MEETING_MINUTES}
      aria-valuenow={Math.min(MEETING_MINUTES, Math.floor(minutes))}
      aria-valuetext={words.minutes(Math.floor(minutes))}
    >
      <i style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
