/** Which rows are open, begun, or put off: the state of the cards. */
import { signal } from '@preact/signals';
import { perPage } from '../page/new-page';

/** The one row that is open for editing. */
export const openKey = perPage<string | null>(null);

/** The deal whose status was chosen last: its card asks what belongs to it, also while it is closed. */
export const touched = signal<string | null>(null);

/** Keys of rows begun here, by section id; an empty one goes when it is closed. */
export const begun = perPage<Record<string, string[]>>({});

/** Rows with a conflict that the person wants to decide later. */
export const deferred = perPage<ReadonlySet<string>>(new Set());
