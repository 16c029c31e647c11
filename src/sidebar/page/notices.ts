/** What the page says: aloud, while it waits, of what is wrong and of what was done. */
import { signal } from '@preact/signals';
import type { PageError } from './errors';
import { perPage } from './new-page';

/** The polite live region. */
export const announcement = signal('');

/** A wait that a person sees: what is being done. */
export const waiting = signal('');

/** A problem or a lost answer of something the person asked for. */
export const pageError = perPage<PageError | null>(null);

/** Something that was done, told quietly until it is read. */
export const notice = perPage('');

/** Says a sentence to screen readers; the same sentence twice is said twice. */
export function announce(text: string): void {
  announcement.value = announcement.value === text ? `${text}\u00a0` : text;
}

/** Tells quietly of something that was done, and says it. */
export function notify(text: string): void {
  notice.value = text;
  announce(text);
}
