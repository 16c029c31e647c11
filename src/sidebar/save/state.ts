/** What has been typed and is not in the sheet yet, and how its saving stands. */
import { computed, signal } from '@preact/signals';
import type { ProblemView } from '../../contract/state';
import type { Cells, CellValue } from '../../core/shared/fields';
import type { Unsaved } from '../page/errors';
import { perPage } from '../page/new-page';
import type { Failure } from '../rpc/failure';
import { EMPTY_QUEUE, overlay, type Queue, unsavedKeys } from './queue';

/** Edits on their way to the sheet, of the tab and month on the page. */
export const queue = signal<Queue>(EMPTY_QUEUE);

/** Cells as they are typed here, by the row's key. */
export const edits = computed<Map<string, Cells>>(() => overlay(queue.value));

/** Keys of the rows with something that is not in the sheet. */
export const unsaved = computed<Set<string>>(() => unsavedKeys(queue.value));

/** Is a save under way, did the last one get lost, or was it turned down? */
export const saving = perPage<'idle' | 'sending' | 'lost' | 'stopped'>('idle');

/** Why saving was turned down: in words, and in Google's own. */
export const saveProblem = perPage<ProblemView | null>(null);

/** Why the last save has no answer, and for how many tries; null once there is one. */
export const lostSave = perPage<{ failure: Failure; times: number } | null>(null);

/** Does the browser's storage hold what has not reached the sheet? */
export const isKept = signal(true);

/** How much is not in the sheet yet. */
export const notSaved = (): Unsaved => ({ rows: unsaved.peek().size, isKept: isKept.peek() });

/** What the focused field showed when it was entered, and has saved since: the `was` of its edits. By "key field". */
export const editBaselines = new Map<string, CellValue>();
