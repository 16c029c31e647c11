/** Keys that work anywhere. */
import { goToConclusion, goToNeighbour } from '../meeting/clock-acts';
import { parking, wrapUpHidden } from '../meeting/state';
import { isWrapUp } from '../meeting/wrap-up';
import { topicsSection } from '../save/rows';
import { undoLast } from '../save/undo';
import { isTypedOnCard } from './card-keys';
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
  const reviewing = inMeeting || isPreparing.peek();
  if (reviewing && isTypedOnCard(event, typesText(event.target))) return true;
  if (typesText(event.target)) return false;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') return undoLast();
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
  return false;
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
