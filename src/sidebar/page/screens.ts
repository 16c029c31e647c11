/** How a screen of the server's gets onto the page: merged into the one that is there, or in its place. */
import { batch } from '@preact/signals';
import type { SavedBlock } from '../../contract/calls';
import type { BlockView, MeetingScreen, Screen } from '../../contract/state';
import type { MonthKey } from '../../core/shared/month';
import { isTyping, setServerClock } from '../meeting/follow-clock';
import { noteServerTime } from '../meeting/server-time';
import { serverClock } from '../meeting/state';
import { begun } from '../rows/state';
import { allSections, sharedWith, withSetupOf } from '../save/merge';
import { beginPage } from './new-page';
import { meeting, type Pin, samePin, screen, type View, view } from './view';

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
    beginPage(fresh);
    view.value = firstView(fresh);
  });
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
