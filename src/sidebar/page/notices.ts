/** What the page says: aloud, while it waits, of what is wrong and of what was done. */
import { signal } from '@preact/signals';
import { perPage } from './new-page';
import type { Trouble } from './trouble';

/** The polite live region. */
export const said = signal('');

/** A wait that a person sees: what is being done. */
export const waiting = signal('');

/** A problem or a lost answer of something the person asked for. */
export const trouble = perPage<Trouble | null>(null);

/** Something that was done, told quietly until it is read. */
export const told = perPage('');

/** Says a sentence to screen readers; the same sentence twice is said twice. */
export function say(text: string): void {
  said.value = said.value === text ? `${text}\u00a0` : text;
}

/** Tells quietly of something that was done, and says it. */
export function tell(text: string): void {
  told.value = text;
  say(text);
}
