import { batch } from '@preact/signals';
import type { SaveResult } from '../../contract/calls';
import { applySaved, applyScreen, seenAt } from '../page/screens';
import { begun, held, meeting, openKey, pin, queue, saveProblem, saving, say } from '../page/state';
import { call, isLost } from '../rpc/client';
import { Nap, waitAfterLost } from '../rpc/insist';
import { words } from '../words';
import { keepQueue, type Pin, samePin } from './keep';
import { lookSoon } from './look-soon';
import { allSections, keyPrefix, randomId, sectionOfKey, serverRow, textOf } from './merge';
import { answered } from './outcomes';
import { type Conflict, hasUnsent, putBack, type Queue, sameCell, takeBatch } from './queue';

const PAUSE_MS = 600;
const SLOW_MS = 2000;
/** How often a batch is sent again that the server stumbled over: most of its troubles pass. */
const TRIES_AFTER_TROUBLE = 2;

const nap = new Nap();
let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;

/** Puts the queue into its new state, and into storage before anything else happens. */
export function setQueue(next: Queue): void {
  const at = pin.peek();
  queue.value = next;
  if (at) keepQueue(at, next);
}

/** Sends soon: when typing pauses. */
export function saveSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(saveNow, PAUSE_MS);
}

/** Sends now. While a call is under way, or waits for its next try, what is new goes with the following one. */
export function saveNow(): void {
  clearTimeout(timer);
  if (running) return;
  if (hasUnsent(queue.peek())) void run();
}

/** Cuts a wait for the next try short. */
export function tryNow(): void {
  nap.cutShort();
  if (!running) saveNow();
}

/** Resolves when all is saved or saving cannot go on for now; at the latest after `ms`. */
export async function settled(ms: number): Promise<boolean> {
  saveNow();
  const end = Date.now() + ms;
  while (running && hasUnsent(queue.peek()) && saving.peek() === 'sending' && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return !hasUnsent(queue.peek());
}

/** Is a save under way or waiting for its next try? */
export function isSaving(): boolean {
  return running;
}

async function run(): Promise<void> {
  running = true;
  let lost = 0;
  let stumbled = 0;
  let wasLost = false;
  const startedAt = Date.now();
  const of = pin.peek();
  try {
    while (of && samePin(of, pin.peek())) {
      const taken = takeBatch(queue.peek());
      if (!taken) break;
      setQueue(taken.queue);
      if (lost === 0) saving.value = 'sending';
      const reply = await call('saveEdits', { ...seenAt(of), edits: taken.batch });
      // Another tab was switched to meanwhile: its edits are kept and go out when it is opened again.
      if (!samePin(of, pin.peek())) return;
      if (isLost(reply) || (!reply.ok && reply.problem.code === 'busy')) {
        lost++;
        if (saving.peek() !== 'lost') say(words.noConnection);
        saving.value = 'lost';
        await nap.sleep(waitAfterLost(lost));
        continue;
      }
      if (!reply.ok && reply.problem.code === 'unexpected' && stumbled < TRIES_AFTER_TROUBLE) {
        stumbled++;
        await nap.sleep(waitAfterLost(stumbled));
        continue;
      }
      if (!reply.ok) return stop(reply.problem.message);
      wasLost ||= lost > 0;
      lost = 0;
      stumbled = 0;
      take(of, reply.value);
    }
    saving.value = 'idle';
    // Quick saves are not spoken of.
    if (wasLost) say(words.allSaved);
    else if (Date.now() - startedAt > SLOW_MS) say(words.saved);
  } finally {
    running = false;
    // What was typed between the last look and here.
    if (saving.peek() === 'idle' && hasUnsent(queue.peek())) saveSoon();
  }
}

function stop(message: string): void {
  batch(() => {
    setQueue(putBack(queue.peek()));
    saving.value = 'stopped';
    saveProblem.value = message;
  });
  say(message);
}

function take(of: Pin, result: SaveResult): void {
  const m = meeting.peek();
  if (!m) return;
  const filed = answered(queue.peek(), result.outcomes, {
    rowOf: (key) => serverRow(m, key)?.cells,
    newKey: (like) => `${sectionOfKey(like)}:${randomId(Math.random)}`,
  });
  const conflict = filed.queue.conflicts.find((c) => !queue.peek().conflicts.some((known) => sameCell(known, c)));
  const gone = filed.queue.homeless.length > queue.peek().homeless.length;
  batch(() => {
    for (const edit of queue.peek().sending) {
      const id = `${edit.key} ${edit.field}`;
      const saved = result.outcomes.some((o) => o.key === edit.key && o.field === edit.field && o.outcome === 'saved');
      if (saved && held.has(id)) held.set(id, edit.now);
    }
    for (const [from, to] of filed.moved) follow(from, to);
    keepQueue(of, filed.queue);
    queue.value = filed.queue;
    if (result.screen) applyScreen(result.screen);
    else if (result.saved) applySaved(result.saved);
  });
  // What formulas make of it is told by the next look.
  if (result.saved) lookSoon();
  if (conflict) say(words.changedWhileTyping(labelOf(conflict)));
  else if (gone) say(words.rowGone);
}

/** What the field of a conflict is called on the page. */
function labelOf(conflict: Conflict): string {
  const m = meeting.peek();
  const text = m && textOf(m, conflict.key);
  const home = m && allSections(m).find((s) => keyPrefix(s) === sectionOfKey(conflict.key));
  const field = home?.fields.find((f) => f.field === conflict.field);
  return words.label(text?.label ?? field?.label ?? conflict.field);
}

/** A row that had to take another key keeps its card open. */
function follow(from: string, to: string): void {
  if (openKey.peek() === from) openKey.value = to;
  const id = sectionOfKey(from);
  const keys = begun.peek()[id] ?? [];
  begun.value = { ...begun.peek(), [id]: [...keys.filter((key) => key !== from), to] };
  for (const [cell, value] of [...held])
    if (cell.startsWith(`${from} `)) {
      held.delete(cell);
      held.set(cell.replace(from, to), value);
    }
}
