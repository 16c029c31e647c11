/** Keys that work anywhere. */
import type { StatusView } from '../../contract/state';
import { goToConclusion, goToNeighbour } from '../meeting/clock-acts';
import { parking, wrapUpHidden } from '../meeting/state';
import { isWrapUp } from '../meeting/wrap-up';
import { confirmRest, noChange, setStatus, statusOfDigit, writeWhatMoved } from '../review/review';
import { topicsSection } from '../save/rows';
import { runUndo, undo } from '../save/undo';
import { words } from '../words';
import { hintsShown, keysShown } from './shown';
import { isPreparing, meeting, view } from './view';
import { work } from './work';

const ON_MAC = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

/** Keys that work anywhere in a meeting. Letters only while no text is being typed. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    const taken = event.defaultPrevented;
    if (walksHistory(event)) event.preventDefault();
    if (taken || event.isComposing || keysShown.peek() || work.peek()) return;
    if (onKey(event)) event.preventDefault();
  });
}

/** The browser's own keys for back and forward would leave the spreadsheet, with what is being typed here. */
function walksHistory(event: KeyboardEvent): boolean {
  if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return false;
  if (!ON_MAC) return event.altKey && !event.ctrlKey && !event.metaKey;
  // On a Mac they move to the ends of the line while a text is typed.
  return event.metaKey && !event.altKey && !event.ctrlKey && !typesText(event.target);
}

function onKey(event: KeyboardEvent): boolean {
  const inMeeting = meeting.peek() !== null && view.peek().at === 'section';
  // By the key's place, since Alt makes other characters of it on a Mac.
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    // In a text on a Mac these move by words and write signs of their own.
    if (ON_MAC && typesText(event.target)) return false;
    return meeting.peek() ? onAlt(event.code, inMeeting) : false;
  }
  if (typesText(event.target)) return false;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && undo.peek()) {
    runUndo();
    return true;
  }
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === '?') {
    keysShown.value = true;
    return true;
  }
  if (event.key === 'Escape' && isWrapUp()) {
    wrapUpHidden.value = true;
    return true;
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return moveToCard(event.key === 'ArrowDown' ? 1 : -1);
  const reviewing = inMeeting || isPreparing.peek();
  return reviewing && (onDigit(event) || onLetter(event));
}

function onAlt(code: string, inMeeting: boolean): boolean {
  if (code === 'ArrowRight' && inMeeting) goToNeighbour(1);
  else if (code === 'ArrowLeft' && inMeeting) goToNeighbour(-1);
  else if (code === 'Digit7') goToConclusion();
  else if (code === 'KeyP' && topicsSection()) parking.value = true;
  else return false;
  return true;
}

function typesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('textarea, input:not([type=radio]):not([type=checkbox]), select')
  );
}

/** ↑ ↓ walk the cards, from a card or from the section's name. Radios keep their own arrows. */
function moveToCard(by: 1 | -1): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement) return false;
  const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')];
  const own = active?.closest('[data-row]')?.querySelector<HTMLElement>('[data-card]') ?? active;
  const at = cards.indexOf(own as HTMLElement);
  if (at < 0 && !active?.matches('h2, body, .fold')) return false;
  const next = at < 0 ? cards[0] : cards[at + by];
  if (!next) return false;
  hintsShown.value = true;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** M is moving (blank); every other status has the first letter of its word that is still free. N is "no change". */
export function statusKeys(statuses: readonly StatusView[]): Map<string, string> {
  const keys = new Map([['m', '']]);
  for (const { word } of statuses) {
    const letter = [...word.toLowerCase()].find((c) => /[a-z]/.test(c) && c !== 'n' && !keys.has(c));
    if (letter) keys.set(letter, word);
  }
  return keys;
}

/** Key of the row that has the focus. */
function focusedRow(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;
}

/** On a deal's card 1 to 9 choose the status, in the order of the chips, and open it with the cursor in "what moved". */
function onDigit(event: KeyboardEvent): boolean {
  // By the key's place too, since some keyboards write digits with Shift only.
  const digit = /^[1-9]$/.exec(event.key)?.[0] ?? /^Digit([1-9])$/.exec(event.shiftKey ? '' : event.code)?.[1];
  const key = focusedRow();
  const status = digit === undefined ? undefined : statusOfDigit(Number(digit));
  if (status === undefined || !key || !setStatus(key, status, words.statusNow(status))) return false;
  hintsShown.value = true;
  writeWhatMoved(key);
  return true;
}

/** N: no change; with Shift for all the others, from anywhere in the list or its head. Other letters set a status. */
function onLetter(event: KeyboardEvent): boolean {
  const m = meeting.peek();
  const letter = event.key.toLowerCase();
  if (!m) return false;
  if (letter === 'n' && event.shiftKey) return isInReview() && confirmRest();
  const key = focusedRow();
  if (!key || event.shiftKey) return false;
  if (letter === 'n') return noChange(key);
  const status = statusKeys(m.statuses).get(letter);
  if (status === undefined || !setStatus(key, status, words.statusNow(status))) return false;
  hintsShown.value = true;
  return true;
}

/** Is the focus in last month's list, on the name of its section, or nowhere? */
function isInReview(): boolean {
  return (
    document.querySelector('.confirm-rest') !== null &&
    (document.activeElement?.matches('h2, body') || document.activeElement?.closest('.review') != null)
  );
}
