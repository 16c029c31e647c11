/** What is being typed into a card: kept in this browser until it is written down, so that a card may be left at any time. */
import { type Signal, signal } from '@preact/signals';
import { onNewPage } from '../page/new-page';
import { pin } from '../page/view';
import { keepDraft, keptDraft } from '../save/keep';

/** The texts of a card, by name. */
export type Draft = Readonly<Record<string, string>>;

const cards = new Map<string, Signal<Draft>>();
onNewPage(() => cards.clear());

/** The card of this name, as it was left. */
export function draftOf(card: string): Signal<Draft> {
  let draft = cards.get(card);
  if (!draft) {
    draft = signal(keptDraft(pin.peek(), card));
    cards.set(card, draft);
  }
  return draft;
}

/** Takes up what was typed or chosen; '' takes it away. */
export function note(card: string, name: string, text: string): void {
  const draft = draftOf(card);
  draft.value = { ...draft.peek(), [name]: text };
  keepDraft(pin.peek(), card, draft.peek());
}

/** The card has been written down, or is given up: nothing of it is kept. */
export function forgetCard(card: string): void {
  draftOf(card).value = {};
  keepDraft(pin.peek(), card, {});
}
