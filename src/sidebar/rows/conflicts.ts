/** Which conflicts a row shows. */
import type { Conflict } from '../save/queue';
import { queue } from '../save/state';
import { deferred } from './state';

const NONE: Conflict[] = [];

/** The conflicts of a row that are to be shown now; always the same empty list when there are none. */
export function shownConflicts(key: string): Conflict[] {
  if (deferred.value.has(key)) return NONE;
  const own = queue.value.conflicts.filter((c) => c.key === key);
  return own.length > 0 ? own : NONE;
}
