import { batch } from '@preact/signals';
import { call, isLost } from '../client';
import { noteServerTime } from '../clock/server-time';
import { samePin } from '../saving/keep';
import { hasUnsent } from '../saving/queue';
import { isSaving } from '../saving/saver';
import { isClockBusy } from './clock-acts';
import { isLookDue, noteLook } from './look-soon';
import { applyScreen, seenAt, setServerClock } from './screens';
import { meeting, otherTab, pin, queue, waiting } from './state';

const EVERY_MS = 15_000;
const SLOWEST_MS = 120_000;
/** Coming back to the window twice in a moment asks once. */
const AT_MOST_EVERY_MS = 2_000;

let looking = false;
let lookedAt = 0;
let everyMs = EVERY_MS;
/** A tab that the person chose to stay away from. */
let stayedFrom: number | null = null;

/** Looks for changes every 15 s while the page is seen, and at once when somebody comes back to it. */
export function watchForChanges(): void {
  // The page came with a fresh state.
  lookedAt = Date.now();
  setInterval(() => {
    if (isLookDue() || Date.now() - lookedAt >= everyMs) void look();
  }, 1000);
  const comeBack = () => {
    if (Date.now() - lookedAt >= AT_MOST_EVERY_MS) void look();
  };
  document.addEventListener('visibilitychange', comeBack);
  window.addEventListener('focus', comeBack);
}

const busy = () => isSaving() || isClockBusy() || hasUnsent(queue.peek()) || waiting.peek() !== '';

async function look(): Promise<void> {
  const m = meeting.peek();
  const of = pin.peek();
  if (looking || !m || !of || document.visibilityState !== 'visible' || busy()) return;
  looking = true;
  lookedAt = Date.now();
  noteLook();
  const reply = await call('lookForChanges', { ...seenAt(of), revision: m.block.revision });
  looking = false;
  if (isLost(reply) || !reply.ok) {
    everyMs = Math.min(SLOWEST_MS, everyMs * 2);
    return;
  }
  everyMs = EVERY_MS;
  if (!samePin(of, pin.peek())) return;
  const { activeSheetId, clock, screen, serverNow } = reply.value;
  batch(() => {
    noteServerTime(serverNow);
    // What was typed or pressed meanwhile is newer than this answer.
    if (!busy()) {
      if (screen) applyScreen(screen);
      else setServerClock(clock);
    }
    if (activeSheetId === of.sheetId) stayedFrom = null;
    otherTab.value = activeSheetId === of.sheetId || activeSheetId === stayedFrom ? null : activeSheetId;
  });
}

/** The person stays with this sidebar's tab: not asked again until another one is looked at. */
export function stayHere(): void {
  stayedFrom = otherTab.peek();
  otherTab.value = null;
}
