import type { RowView, StatusView } from '../contract/state';
import { isWrapUp } from './clock/wrap-up';
import { serverRow, withEdits } from './saving/merge';
import { noChange } from './screens/prepare-acts';
import { goToConclusion, step } from './store/clock-acts';
import { editWithUndo, runUndo, topicsSection } from './store/rows';
import { edits, hintsShown, isPreparing, keysShown, meeting, parking, undo, view, wrapUpHidden } from './store/state';
import { words } from './words';

const ON_MAC = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

/** Keys that work anywhere in a meeting. Letters only while no text is being typed. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || keysShown.peek()) return;
    if (onKey(event)) event.preventDefault();
  });
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
  const letter = event.key.toLowerCase();
  if (letter === 'n' && isPreparing.peek()) return noChange(focusedRow() ?? '');
  return inMeeting && onLetter(letter);
}

function onAlt(code: string, inMeeting: boolean): boolean {
  if (code === 'ArrowRight' && inMeeting) step(1);
  else if (code === 'ArrowLeft' && inMeeting) step(-1);
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

/** M is moving (blank); every other status has the first letter of its word that is still free. */
export function statusKeys(statuses: readonly StatusView[]): Map<string, string> {
  const keys = new Map([['m', '']]);
  for (const { word } of statuses) {
    const letter = [...word.toLowerCase()].find((c) => /[a-z]/.test(c) && !keys.has(c));
    if (letter) keys.set(letter, word);
  }
  return keys;
}

/** Key of the row that has the focus. */
function focusedRow(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;
}

function onLetter(letter: string): boolean {
  const m = meeting.peek();
  const key = focusedRow();
  if (!m || !key) return false;
  const section = m.block.sections.find(
    (s) => (s.kind === 'existing' || s.kind === 'new') && key.startsWith(`${s.id}:`),
  );
  const status = statusKeys(m.statuses).get(letter);
  const server = serverRow(m, key);
  if (!section || status === undefined || !server) return false;
  const row: RowView = withEdits(server, edits.peek().get(key));
  if (row.formulas.includes('status')) return false;
  hintsShown.value = true;
  editWithUndo(row, 'status', status, words.statusNow(status));
  return true;
}
