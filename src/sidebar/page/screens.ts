import { batch } from '@preact/signals';
import type { MonthPin, SavedBlock } from '../../contract/calls';
import type { BlockView, MeetingScreen, Screen } from '../../contract/state';
import type { MonthKey } from '../../core/shared/month';
import { noteServerTime } from '../meeting/server-time';
import { recallLooked } from '../review/review-marks';
import { keepFor, keptQueue, type Pin, samePin } from '../save/keep';
import { allSections, sharedWith, withSetupOf } from '../save/merge';
import { EMPTY_QUEUE, hasUnsent } from '../save/queue';
import { saveSoon, takeUpLeft } from '../save/saver';
import {
  begun,
  clock,
  followTo,
  later,
  lostSave,
  meeting,
  newerHidden,
  openKey,
  otherTab,
  parking,
  pendingActs,
  pin,
  problemsHidden,
  queue,
  saveProblem,
  saving,
  screen,
  serverClock,
  told,
  trouble,
  undo,
  type View,
  view,
  wrapUpHidden,
} from './state';

/** Takes up a screen: the same block is merged into what is on the page, anything else replaces it. */
export function applyScreen(fresh: Screen): void {
  const before = meeting.peek();
  if (fresh.kind === 'meeting' && before && samePin(pinOf(before), pinOf(fresh))) {
    // Answers may overtake each other: an older one is not taken.
    if (fresh.serverNow >= before.serverNow) mergeScreen(before, fresh);
    return;
  }
  replaceScreen(fresh);
}

/** The month after a save that the server laid over what it had read. */
export function applySaved({ block, untouched, serverNow }: SavedBlock): void {
  const before = meeting.peek();
  if (!before || before.block.month !== block.month || serverNow < before.serverNow) return;
  const now = serverClock.peek();
  const state = now && block.state !== 'finished' ? 'running' : block.state;
  const fresh: BlockView = { ...withSetupOf(before.block, block), state };
  mergeScreen(before, { ...before, serverNow, block: fresh, clock: now, canUndoStart: untouched && now === null });
}

/** The pin, with where the month stood when it was last heard of. */
export function seenAt(of: Pin): MonthPin {
  const block = meeting.peek()?.block;
  return block?.month === of.month ? { ...of, seen: block.place } : of;
}

/** Somebody has started another month on this tab, or taken one back. */
export function noteNewest(newestMonth: MonthKey): void {
  const m = meeting.peek();
  if (m && m.newestMonth !== newestMonth) screen.value = { ...m, newestMonth };
}

function mergeScreen(before: MeetingScreen, fresh: MeetingScreen): void {
  batch(() => {
    noteServerTime(fresh.serverNow);
    screen.value = sharedWith(before, fresh);
    setServerClock(fresh.clock);
    const there = new Set(
      [...allSections(fresh).flatMap((s) => s.rows), ...fresh.block.commitments].map((row) => row.key),
    );
    begun.value = Object.fromEntries(
      Object.entries(begun.peek()).map(([id, keys]) => [id, keys.filter((key) => !there.has(key))]),
    );
    const finishedElsewhere = before.block.state !== 'finished' && fresh.block.state === 'finished';
    if (finishedElsewhere && ['section', 'home', 'before', 'prepare'].includes(view.peek().at) && !isTyping())
      view.value = { at: 'finished', result: null, clock: null };
  });
}

function replaceScreen(fresh: Screen): void {
  batch(() => {
    noteServerTime(fresh.serverNow);
    screen.value = fresh;
    keepFor(fresh.file, fresh.me.email);
    openKey.value = null;
    begun.value = {};
    later.value = new Set();
    otherTab.value = null;
    followTo.value = null;
    undo.value = null;
    parking.value = false;
    trouble.value = null;
    saving.value = 'idle';
    saveProblem.value = { text: '', raw: '' };
    lostSave.value = null;
    wrapUpHidden.value = false;
    pendingActs.value = [];
    serverClock.value = fresh.kind === 'meeting' ? fresh.clock : null;
    const at = pin.peek();
    queue.value = at ? keptQueue(at) : EMPTY_QUEUE;
    recallLooked(at);
    told.value = '';
    problemsHidden.value = false;
    newerHidden.value = false;
    view.value = firstView(fresh);
  });
  if (hasUnsent(queue.peek())) saveSoon();
  else void takeUpLeft();
}

/** Where a screen begins: a running meeting at its section, a finished one at its summary. */
export function firstView(fresh: Screen): View {
  if (fresh.kind !== 'meeting') return { at: 'home' };
  if (fresh.block.state === 'finished') return { at: 'finished', result: null, clock: null };
  const { sections, reopened } = fresh.block;
  // A meeting that was opened again is not held again: it begins where something is left to write.
  const running = sections.find((s) =>
    fresh.clock ? s.id === fresh.clock.section : reopened && s.kind === 'conclusion',
  );
  return running ? { at: 'section', id: running.id } : { at: 'home' };
}

function pinOf(m: MeetingScreen): Pin {
  return { sheetId: m.rep.sheetId, repId: m.rep.repId, month: m.block.month };
}

/** Takes up the server's clock and follows it to the section that is talked about, unless somebody types here. */
export function setServerClock(fresh: ReturnType<typeof serverClock.peek>): void {
  const before = clock.peek()?.section ?? null;
  serverClock.value = fresh;
  const after = clock.peek()?.section ?? null;
  const m = meeting.peek();
  if (!m || after === null || after === before || pendingActs.peek().length > 0) return;
  if (!m.block.sections.some((s) => s.id === after)) return;
  const at = view.peek();
  const along =
    at.at === 'home' ||
    at.at === 'before' ||
    at.at === 'prepare' ||
    (at.at === 'section' && (at.id === before || before === null) && at.id !== after);
  if (!along) return;
  if (isTyping()) followTo.value = after;
  else view.value = { at: 'section', id: after };
}

/** Does the cursor stand in a text of the page? Then nothing is moved under it. */
export function isTyping(): boolean {
  const active = document.activeElement;
  return active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text');
}
