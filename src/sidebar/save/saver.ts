/** Sending what has been typed, one call at a time. */
import { batch } from '@preact/signals';
import type { Edit, SaveResult } from '../../contract/calls';
import type { ProblemView } from '../../contract/state';
import { dayToKeep } from '../../core/shared/next-step';
import { failureText } from '../page/errors';
import { onNewPage } from '../page/new-page';
import { announce, notice } from '../page/notices';
import { applySaved, applyScreen } from '../page/screens';
import { meeting, type Pin, pin, pinWithPlace, samePin } from '../page/view';
import { begun, openKey } from '../rows/state';
import { isStep, stepStyle } from '../rows/step-day';
import { call, failureIn, isLost } from '../rpc/client';
import type { Failure } from '../rpc/failure';
import { Backoff, waitAfterLost } from '../rpc/retry';
import { words } from '../words';
import { handOverLeft, keepFor, keepQueue, keptQueue } from './keep';
import { lookSoon } from './look-soon';
import { allSections, keyPrefix, randomId, sectionOfKey, serverRow, textOf } from './merge';
import { answered } from './outcomes';
import {
  type Conflict,
  EMPTY_QUEUE,
  hasUnsent,
  isEmptyQueue,
  putBack,
  type Queue,
  sameCell,
  takeBatch,
  typed,
} from './queue';
import { editBaselines, isKept, lostSave, queue, saveProblem, saving } from './state';
import { saveWords } from './words';

const SEND_AFTER_MS = 600;
const SLOW_MS = 2000;
/** How often a batch is sent again that the server stumbled over: most of its troubles pass. */
const TRIES_AFTER_TROUBLE = 2;
const STUMBLES = ['unexpected', 'storeRefused'];

const saveBackoff = new Backoff();
let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;

/** What stands in a field that is read only once it is left: a date, an amount. In storage it counts as typed already. */
let typing: { of: Pin; edit: Edit } | null = null;

// With a block comes what this browser has kept of it; with none of it left, what another page has left.
onNewPage((fresh) => {
  keepFor(fresh.file, fresh.me.email);
  const at = pin.peek();
  queue.value = at ? keptQueue(at) : EMPTY_QUEUE;
  if (hasUnsent(queue.peek())) saveSoon();
  else void takeUpLeft();
});

/** Puts the queue into its new state, and into storage before anything else happens. */
export function setQueue(next: Queue): void {
  queue.value = next;
  keep(pin.peek());
}

/** Puts what has been typed into the queue. Storage never lacks it in between: the page may be closed at any moment. */
export function queueTyped(next: Queue): void {
  typing = null;
  setQueue(next);
}

/** Notes what is being typed and not read yet, at each key stroke; null once it has been read. */
export function noteTyping(edit: Edit | null): void {
  const of = pin.peek();
  if (edit === null && typing === null) return;
  typing = of && edit && { of, edit };
  keep(of);
}

function keep(at: Pin | null): void {
  if (!at) return;
  const now = queue.peek();
  isKept.value = keepQueue(at, typing && samePin(typing.of, at) ? typed(now, typing.edit) : now);
}

/** Goes on with what a page that was closed had not saved, once there is nothing of this one's own. */
async function takeUpLeft(): Promise<void> {
  const at = pin.peek();
  if (!at) return;
  await handOverLeft(at, (left) => {
    if (running || typing || !samePin(at, pin.peek()) || !isEmptyQueue(queue.peek())) return false;
    setQueue(left);
    if (!isKept.peek()) return false;
    notice.value = saveWords.takenUp;
    announce(saveWords.takenUp);
    saveSoon();
    return true;
  });
}

/** Sends soon: when typing pauses. */
export function saveSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(saveNow, SEND_AFTER_MS);
}

/** Sends now. While a call is under way, or waits for its next try, what is new goes with the following one. */
export function saveNow(): void {
  clearTimeout(timer);
  if (running) return;
  if (hasUnsent(queue.peek())) void run();
}

/** Cuts a wait for the next try short. */
export function tryNow(): void {
  saveBackoff.cutShort();
  if (!running) saveNow();
}

/** Resolves when all is saved or saving cannot go on for now, at the latest after so long: is all saved? */
export async function settled(mostMs = Number.POSITIVE_INFINITY): Promise<boolean> {
  saveNow();
  const end = Date.now() + mostMs;
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
      const reply = await call('saveEdits', { ...pinWithPlace(of), edits: taken.batch.map(withStepDay) });
      // Another tab was switched to meanwhile: its edits are kept and go out when it is opened again.
      if (!samePin(of, pin.peek())) return;
      const failure = failureIn(reply);
      if (failure || isLost(reply)) {
        lost++;
        if (failure) noteLost(failure, lost);
        await saveBackoff.wait(waitAfterLost(lost));
        continue;
      }
      if (!reply.ok && STUMBLES.includes(reply.problem.code) && stumbled < TRIES_AFTER_TROUBLE) {
        stumbled++;
        await saveBackoff.wait(waitAfterLost(stumbled));
        continue;
      }
      if (!reply.ok) return stop(reply.problem);
      wasLost ||= lost > 0;
      lost = 0;
      stumbled = 0;
      take(of, reply.value);
    }
    saving.value = 'idle';
    lostSave.value = null;
    // Quick saves are not spoken of.
    if (wasLost) announce(saveWords.allSaved);
    else if (Date.now() - startedAt > SLOW_MS) announce(words.saved);
  } finally {
    running = false;
    // What was typed between the last look and here.
    if (saving.peek() === 'idle' && hasUnsent(queue.peek())) saveSoon();
    else if (saving.peek() === 'idle') void takeUpLeft();
  }
}

/** The edit of a next step, with the day that it names. */
function withStepDay(edit: Edit): Edit {
  const today = meeting.peek()?.today;
  if (today === undefined || !isStep(edit.key, edit.field)) return edit;
  return { ...edit, day: dayToKeep(String(edit.now), stepStyle(today)) };
}

/** Tells once of each kind of failure, and shows it as long as it lasts. */
function noteLost(failure: Failure, times: number): void {
  const before = lostSave.peek()?.failure.kind;
  batch(() => {
    saving.value = 'lost';
    lostSave.value = { failure, times };
  });
  if (failure.kind !== before) announce(failureText(failure, times).title);
}

function stop(problem: ProblemView): void {
  batch(() => {
    setQueue(putBack(queue.peek()));
    saving.value = 'stopped';
    lostSave.value = null;
    saveProblem.value = problem;
  });
  announce(problem.message);
}

function take(of: Pin, result: SaveResult): void {
  const m = meeting.peek();
  if (!m) return;
  const filed = answered(queue.peek(), result.outcomes, {
    rowOf: (key) => serverRow(m, key)?.cells,
    newKey: (like) => `${sectionOfKey(like)}:${randomId(Math.random)}`,
  });
  const conflict = filed.queue.conflicts.find((c) => !queue.peek().conflicts.some((known) => sameCell(known, c)));
  const gone = filed.queue.orphaned.length > queue.peek().orphaned.length;
  batch(() => {
    for (const edit of queue.peek().sending) {
      const id = `${edit.key} ${edit.field}`;
      const saved = result.outcomes.some((o) => o.key === edit.key && o.field === edit.field && o.outcome === 'saved');
      if (saved && editBaselines.has(id)) editBaselines.set(id, edit.now);
    }
    for (const [from, to] of filed.moved) follow(from, to);
    queue.value = filed.queue;
    keep(of);
    if (result.screen) applyScreen(result.screen);
    else if (result.saved) applySaved(result.saved);
  });
  // What formulas make of it is told by the next look.
  if (result.saved) lookSoon();
  if (conflict) announce(words.changedWhileTyping(labelOf(conflict)));
  else if (gone) announce(words.rowGone);
}

/** What the field of a cell is called on the page. */
export function labelOf(conflict: Pick<Conflict, 'key' | 'field'>): string {
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
  for (const [cell, value] of [...editBaselines])
    if (cell.startsWith(`${from} `)) {
      editBaselines.delete(cell);
      editBaselines.set(cell.replace(from, to), value);
    }
}
