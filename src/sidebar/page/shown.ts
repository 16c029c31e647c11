/** What the person has opened over the page, or put away. */
import { signal } from '@preact/signals';
import { perPage } from './new-page';

/** The list of keys, over the page. */
export const keysShown = signal(false);

/** The ⋯ menu. */
export const menuOpen = signal(false);

/** Hints at keys, once somebody has used one. */
export const hintsShown = signal(false);

/** Sheet id of a tab that the person looks at instead of the pinned one. */
export const otherTab = perPage<number | null>(null);

/** The note on cells that cannot be read has been put away. */
export const problemsHidden = perPage(false);

/** The person stays with a month though a later one has been started. */
export const newerHidden = perPage(false);
