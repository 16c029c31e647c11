/**
 * Keys typed on a card of last month's list. One alone is a command: a digit sets the status, N says "no change". Several
 * in a row are text, whatever they begin with: they go into "what moved" and change nothing else.
 */
import {
  canWriteWhatMoved,
  confirmRest,
  noChange,
  setStatus,
  statusOfDigit,
  typeWhatMoved,
  writeWhatMoved,
} from '../review/review';
import { fieldId } from '../rows/focus';
import { undoLast } from '../save/undo';
import { words } from '../words';
import { hintsShown } from './shown';
import { meeting } from './view';

/** A key is a command when nothing follows for so long: slower than the keys of a word follow one another. */
const ALONE_MS = 300;
/** A single letter is no command; it waits so long for a second one, then it is forgotten. */
const SECOND_LETTER_MS = 1200;

/** What has been typed on a card and is not yet known to be a command or a text. */
interface Typed {
  row: string | undefined;
  text: string;
  /** What it does when nothing follows; null for what can only be the beginning of a text. */
  command: (() => void) | null;
  timer: ReturnType<typeof setTimeout>;
}

let burst: Typed | null = null;
/** The digit that has just set a status: a blank right behind it says that it was the beginning of a text. */
let lone: { row: string; digit: string } | null = null;

const MODIFIERS = ['Shift', 'CapsLock', 'AltGraph', 'Control', 'Alt', 'Meta'];

/** Is a key taken as one typed on a card? `inText`: the cursor stands in a text already. */
export function isTypedOnCard(event: KeyboardEvent, inText: boolean): boolean {
  if (MODIFIERS.includes(event.key)) return false;
  if (isTextAfterAll(event)) return true;
  if (inText) return false;
  const isCharacter = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey;
  if (!isCharacter) return settleBefore(event.key);
  const before = burst;
  if (before && !(event.key.toLowerCase() === 'n' && before.text.toLowerCase() === 'n'))
    return goOnTyping(before, event);
  settle();
  return begin(event);
}

/** The first key on a card: a command that waits for its moment, or a letter that waits for the next one. */
function begin(event: KeyboardEvent): boolean {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;
  const command = commandOf(event, row);
  const isText = row !== undefined && /[\p{L}\p{N}]/u.test(event.key) && canWriteWhatMoved(row);
  if (!command && !isText) return false;
  const timer = setTimeout(settle, command ? ALONE_MS : SECOND_LETTER_MS);
  burst = { row, text: event.key, command, timer };
  return true;
}

/** More than one key: a text. It goes into "what moved", from its first letter on. */
function goOnTyping(before: Typed, event: KeyboardEvent): boolean {
  forget();
  if (before.row === undefined || !canWriteWhatMoved(before.row)) return true;
  hintsShown.value = true;
  typeWhatMoved(before.row, before.text + event.key);
  return true;
}

/** Any other key: what waits is done first. Enter and arrows would go astray, since the focus moves with it. */
function settleBefore(key: string): boolean {
  const waits = burst !== null && burst.command !== null;
  if (key === 'Escape') forget();
  else settle();
  return waits && key !== 'Tab';
}

/** Nothing has followed: a command is done, a single letter forgotten. */
function settle(): void {
  const alone = burst;
  forget();
  alone?.command?.();
}

function forget(): void {
  if (burst) clearTimeout(burst.timer);
  burst = null;
}

function commandOf(event: KeyboardEvent, row: string | undefined): (() => void) | null {
  if (event.key === 'N') return isInReview() ? () => void confirmRest() : null;
  if (row === undefined) return null;
  if (event.key === 'n') return () => void noChange(row);
  // By the key's place too, since some keyboards write digits with Shift only.
  const digit = /^[1-9]$/.exec(event.key)?.[0] ?? /^Digit([1-9])$/.exec(event.shiftKey ? '' : event.code)?.[1];
  const status = digit === undefined ? undefined : statusOfDigit(Number(digit));
  if (digit === undefined || status === undefined) return null;
  return () => {
    if (!setStatus(row, status, words.statusNow(status))) return;
    hintsShown.value = true;
    lone = { row, digit };
    writeWhatMoved(row);
  };
}

/** "3 weeks later", typed slowly: the blank behind the digit takes the status back, and the digit is text. */
function isTextAfterAll({ key, target }: KeyboardEvent): boolean {
  const before = lone;
  lone = null;
  if (!before || key !== ' ' || !(target instanceof HTMLTextAreaElement)) return false;
  if (target.id !== fieldId(before.row, 'moved') || target.value !== '' || !undoLast()) return false;
  typeWhatMoved(before.row, `${before.digit} `);
  return true;
}

/** Is the focus in last month's list, on the name of its section, or nowhere? */
function isInReview(): boolean {
  return (
    meeting.peek() !== null &&
    document.querySelector('.confirm-rest') !== null &&
    (document.activeElement?.matches('h2, body') || document.activeElement?.closest('.review') != null)
  );
}
