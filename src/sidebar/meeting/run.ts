/** The clocks run on, and say when time is over. */
import { effect } from '@preact/signals';
import { MINUTE_MS, meetingElapsedMs } from '../../core/shared/clock';
import { announce } from '../page/notices';
import { meeting } from '../page/view';
import { chime } from './chime';
import { leftOf } from './left';
import { plannedMinutes, wrapUpMinute } from './planned';
import { serverTime } from './server-time';
import { clock, now } from './state';
import { meetingWords } from './words';

const TICK_MS = 250;

/** Moves the clocks on while one runs, and says once when a section's minutes are over and when the end is near. */
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
      announce(meetingWords.timeIsOver(current.minutes ?? plannedMinutes(), current.minutes === null));
      chime();
    }
    const elapsed = meetingElapsedMs(c, time);
    const wrapUp = wrapUpMinute() * MINUTE_MS;
    if (elapsedBefore < wrapUp && elapsed >= wrapUp && current?.kind !== 'conclusion')
      announce(meetingWords.wrapUpSaid(wrapUpMinute()));
    section = c.section;
    leftBefore = left;
    elapsedBefore = elapsed;
  });
}
