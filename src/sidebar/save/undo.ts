/** What was done last can be taken back: in the dock for a while, by Ctrl+Z also after that. */
import { perPage } from '../page/new-page';
import { announce, notify } from '../page/notices';
import { saveWords } from './words';

/** Where something was done. */
interface Place {
  /** The row: when it is not on the page, it is said what was taken back. */
  row?: string;
  /** The text field that it was typed into. */
  field?: string;
  /** Is it still being typed? */
  isOpen?: boolean;
}

/** Something that was done here and can be taken back. */
interface Done extends Place {
  text: string;
  /** Takes it back; false when somebody has changed it since, and nothing was taken back. */
  run: () => unknown;
}

/** What Undo in the dock would take back; null while it is not shown. */
export const undo = perPage<Done | null>(null);

/** All that was done on this page, the latest last. */
const done = perPage<readonly Done[]>([]);

const UNDO_SHOWN_MS = 12_000;
const MOST_STEPS = 100;

/** Notes something that was done, for Ctrl+Z. `run` takes it back; false from it: somebody has changed it since. */
export function noteDone(text: string, run: () => unknown, at: Place = {}): Done {
  const step = { text, run, ...at };
  done.value = [...done.peek(), step].slice(-MOST_STEPS);
  return step;
}

/** The same, with Undo shown in the dock for a while. */
export function offerUndo(text: string, run: () => unknown, at: Place = {}): void {
  const step = noteDone(text, run, at);
  undo.value = step;
  setTimeout(() => {
    if (undo.peek() === step) undo.value = null;
  }, UNDO_SHOWN_MS);
}

/** The cursor leaves a text: is it the one whose Undo has been offered while it was typed? From now on that step is whole. */
export function endText(row: string, field: string): boolean {
  const last = done.peek()[done.peek().length - 1];
  if (!last?.isOpen || last.row !== row || last.field !== field) return false;
  last.isOpen = false;
  return true;
}

/** Takes back what the dock offers. */
export function runUndo(): void {
  if (undo.peek()) takeStepBack(undo.peek() as Done);
}

/** Takes back what was done last, also when the dock no longer offers it. False when there is nothing. */
export function undoLast(): boolean {
  const last = done.peek()[done.peek().length - 1];
  if (last) takeStepBack(last);
  return last !== undefined;
}

function takeStepBack(step: Done): void {
  done.value = done.peek().filter((other) => other !== step);
  if (undo.peek() === step) undo.value = null;
  const isSeen = step.row === undefined || document.querySelector(`[data-row="${CSS.escape(step.row)}"]`) !== null;
  if (step.run() === false) notify(saveWords.notTakenBack(step.text));
  else if (isSeen) announce(saveWords.takenBack);
  else notify(saveWords.takenBackOf(step.text));
}
