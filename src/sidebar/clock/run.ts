import { effect } from '@preact/signals';
import { MINUTE_MS, meetingElapsedMs, WRAP_UP_MINUTE } from '../../core/clock';
import { clock, meeting, now, say } from '../store/state';
import { words } from '../words';
import { chime } from './chime';
import { leftOf } from './left';
import { serverTime } from './server-time';

const TICK_MS = 250;

/** Moves the clocks on while one runs, and says once when five minutes are over and when minute 25 has come. */
export function runClocks(): void {
  setInterval(() => {
    if (clock.peek()?.runningSince == null || document.visibilityState !== 'visible') return;
    const time = serverTime();
    // Once a second is enough for what is shown.
    if (Math.floor(time / 1000) !== Math.floor(now.peek() / 1000)) now.value = time;
  }, TICK_MS);
  document.addEventListener('visibilitychange', () => {
    now.value = serverTime();
  });
  watchForMoments();
}

function watchForMoments(): void {
  let section = '';
  let leftBefore = 0;
  let elapsedBefore = Number.POSITIVE_INFINITY;
  effect(() => {
    const c = clock.value;
    const m = meeting.value;
    const time = now.value;
    if (!c || !m) return;
    const current = m.block.sections.find((s) => s.id === c.section);
    const left = current ? leftOf(current, c, time) : 0;
    if (current && c.section === section && leftBefore > 0 && left <= 0) {
      say(words.timeIsOver(current.minutes));
      chime();
    }
    const elapsed = meetingElapsedMs(c, time);
    const wrapUp = WRAP_UP_MINUTE * MINUTE_MS;
    if (elapsedBefore < wrapUp && elapsed >= wrapUp && current?.kind !== 'conclusion') say(words.minute25Said);
    section = c.section;
    leftBefore = left;
    elapsedBefore = elapsed;
  });
}
