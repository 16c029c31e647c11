/** Presses of the clock and ways between sections: at once here, then on the server. */
import { batch } from '@preact/signals';
import type { ClockAction } from '../../core/shared/clock';
import { errorOfFailure, errorOfProblem, type PageError, TRIES_BEFORE_HELP } from '../page/errors';
import { announce, pageError } from '../page/notices';
import { applyScreen } from '../page/screens';
import { otherTab } from '../page/shown';
import { meeting, pin, pinWithPlace, samePin, view } from '../page/view';
import { openKey } from '../rows/state';
import { call } from '../rpc/client';
import { type Failure, isLasting } from '../rpc/failure';
import { Backoff, retryUntilAnswered } from '../rpc/retry';
import { randomId } from '../save/merge';
import { saveNow } from '../save/saver';
import { notSaved } from '../save/state';
import { undo } from '../save/undo';
import { unlockSound } from './chime';
import { setServerClock } from './follow-clock';
import { sheetFollows } from './follow-sheet';
import { noteServerTime, serverTime } from './server-time';
import { clock, followTo, pendingActs } from './state';

const clockBackoff = new Backoff();
let sending = false;

/** Does something with the clock: at once here, then on the server. */
function pressClock(action: ClockAction): void {
  const at = serverTime();
  pendingActs.value = [...pendingActs.peek(), { action, actionId: randomId(Math.random), at }];
  if (!sending) void sendPresses();
}

/** What the clock's own lost answers have put on the page. */
let shownError: PageError | null = null;

/** A press of the clock shows at once; that it has not reached Google is told when it does not pass. */
function showLostPress(failure: Failure, times: number): void {
  if (times < TRIES_BEFORE_HELP && !isLasting(failure)) return;
  const shown = errorOfFailure(failure, times, notSaved(), () => clockBackoff.cutShort());
  if (shown.text !== shownError?.text) announce(`${shown.title}. ${shown.text}`);
  shownError = shown;
  pageError.value = shown;
}

/** One call at a time, in the order of the presses; the same action id makes a repeat harmless. */
async function sendPresses(): Promise<void> {
  sending = true;
  try {
    for (let next = pendingActs.peek()[0]; next; next = pendingActs.peek()[0]) {
      const { action, actionId } = next;
      const of = pin.peek();
      if (!of) return;
      const goes = action.act === 'goTo' || action.act === 'start';
      const request = { action, actionId, ...(goes && sheetFollows.peek() ? { show: true } : {}) };
      const answer = await retryUntilAnswered(() => call('setClock', { ...pinWithPlace(of), ...request }), {
        backoff: clockBackoff,
        onLost: showLostPress,
        stopped: () => !samePin(of, pin.peek()),
      });
      if (!answer || !samePin(of, pin.peek())) return;
      // The sheet has gone there, too.
      if (request.show) otherTab.value = null;
      batch(() => {
        pendingActs.value = pendingActs.peek().filter((p) => p.actionId !== actionId);
        if (pageError.peek() === shownError) pageError.value = null;
        shownError = null;
        if (!answer.ok) {
          pageError.value = errorOfProblem(answer.problem, null);
          return;
        }
        noteServerTime(answer.value.serverNow);
        setServerClock(answer.value.clock);
        if (answer.value.screen) applyScreen(answer.value.screen);
      });
    }
  } finally {
    sending = false;
    if (pendingActs.peek().length > 0 && pin.peek()) void sendPresses();
  }
}

/** Is a press of the clock still on its way? */
export function isClockBusy(): boolean {
  return sending;
}

/** Starts the meeting at a section (the first one, unless said). */
export function startMeeting(sectionId?: string): void {
  const first = sectionId ?? meeting.peek()?.block.sections[0]?.id;
  if (!first) return;
  unlockSound();
  pressClock({ act: 'start', section: first });
  showSection(first);
}

/** Pauses, or goes on. */
export function pauseOrResume(): void {
  const c = clock.peek();
  if (c) pressClock({ act: c.runningSince === null ? 'resume' : 'pause' });
}

/** One more minute for a section. */
export function addMinute(section: string): void {
  pressClock({ act: 'addMinute', section });
}

/** Goes to a section, and the meeting's clock with it if one runs. */
export function goTo(id: string): void {
  const m = meeting.peek();
  if (!m?.block.sections.some((s) => s.id === id)) return;
  if (m.block.state !== 'finished' && clock.peek() && clock.peek()?.section !== id)
    pressClock({ act: 'goTo', section: id });
  showSection(id);
}

function showSection(id: string): void {
  saveNow();
  batch(() => {
    view.value = { at: 'section', id };
    openKey.value = null;
    followTo.value = null;
    undo.value = null;
  });
}

/** To what stands before section one, or to preparing. */
export function goAside(at: 'before' | 'prepare'): void {
  saveNow();
  batch(() => {
    view.value = { at };
    openKey.value = null;
  });
}

/** The section `by` steps away from the one on the page. */
export function goToNeighbour(by: 1 | -1): void {
  const m = meeting.peek();
  const at = view.peek();
  if (!m || at.at !== 'section') return;
  const sections = m.block.sections;
  const next = sections[sections.findIndex((s) => s.id === at.id) + by];
  if (next) goTo(next.id);
  else if (by === -1) goAside('before');
}

/** The Conclusion, wherever it stands. */
export function goToConclusion(): void {
  const found = meeting.peek()?.block.sections.find((s) => s.kind === 'conclusion');
  if (found) goTo(found.id);
}
