/** Ending a meeting, and opening it again. */
import { batch } from '@preact/signals';
import type { HeldAs } from '../../contract/calls';
import { actOnClock, type MeetingClock, MINUTE_MS, meetingElapsedMs } from '../../core/shared/clock';
import { announce, notify, waiting } from '../page/notices';
import { callUntilAnswered } from '../page/request';
import { applyScreen, firstView } from '../page/screens';
import { meeting, pin, pinWithPlace, view } from '../page/view';
import { randomId } from '../save/merge';
import { settled } from '../save/saver';
import { plannedMinutes } from './planned';
import { serverTime } from './server-time';
import { clock } from './state';
import { meetingWords } from './words';

/** The clock, stopped at this moment. */
function stoppedClock(): MeetingClock | null {
  return actOnClock(clock.peek(), { act: 'pause' }, serverTime(), randomId(Math.random));
}

let finishId: { pin: string; id: string } | null = null;

/** A clock beyond this, and beyond twice the plan, has been forgotten rather than talked by. */
const FORGOTTEN_MINUTES = 90;

/** Ends the meeting; first asks what its clock cannot say: the day when it never ran, the minutes when it ran for hours. */
export function finishOrAsk(): void {
  const m = meeting.peek();
  if (!m) return;
  const running = clock.peek();
  const ranMs = running && meetingElapsedMs(running, serverTime());
  const isForgotten = ranMs !== null && ranMs > Math.max(FORGOTTEN_MINUTES, 2 * plannedMinutes()) * MINUTE_MS;
  // One that was opened again keeps its day and minutes.
  if (m.block.reopened || (ranMs !== null && !isForgotten)) void finish();
  else view.value = { at: 'finishing', ranMs };
}

/** Ends the meeting. The last words are saved first; what is empty stays empty. */
export async function finish(held: HeldAs = {}): Promise<void> {
  const of = pin.peek();
  if (!of) return;
  // The same id for every try of this finish: a lost answer must not finish twice.
  const name = JSON.stringify(of);
  if (finishId?.pin !== name) finishId = { pin: name, id: randomId(Math.random) };
  waiting.value = meetingWords.finishing;
  await settled();
  // The server forgets the clock with the finish; the minutes of each section are shown once more.
  const lastClock = stoppedClock();
  const result = await callUntilAnswered(
    meetingWords.finishing,
    'finishMeeting',
    { ...pinWithPlace(of), actionId: finishId.id, ...held },
    () => void finish(held),
  );
  if (!result) return;
  finishId = null;
  batch(() => {
    applyScreen(result.screen);
    view.value = { at: 'finished', result, clock: lastClock };
  });
  announce(meetingWords.doneIn(meeting.peek()?.block.minutes ?? null));
}

/** Opens a finished meeting again. */
export async function reopenMeeting(): Promise<void> {
  const of = pin.peek();
  if (!of) return;
  const fresh = await callUntilAnswered(
    meetingWords.reopening,
    'reopenMeeting',
    pinWithPlace(of),
    () => void reopenMeeting(),
  );
  if (!fresh) return;
  batch(() => {
    applyScreen(fresh);
    view.value = firstView(fresh);
  });
  notify(meetingWords.reopened);
}
