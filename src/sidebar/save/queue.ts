/** The queue of edits, as plain data. */
import type { Edit } from '../../contract/calls';
import type { ProblemView } from '../../contract/state';
import type { Cells, CellValue, Field } from '../../core/shared/fields';

/** Edits on their way to the sheet, and those that need a word from the person. Plain data: it survives a reload. */
export interface Queue {
  /** Sent, answer not known yet. Frozen: repeated exactly as it was until it is answered. */
  sending: Edit[];
  /** Typed since. At most one for each cell; `was` is what the sheet will hold when its turn comes. */
  waiting: Edit[];
  /** Cells that somebody else changed meanwhile. Nothing is written until the person has chosen. */
  conflicts: Conflict[];
  /** Text whose row has left the sheet. */
  orphaned: OrphanedEdit[];
  /** Cells that keep a formula, and texts that the server would not take. */
  refused: Refused[];
  /** Keys of rows that were begun here and have not been saved yet. */
  fresh: string[];
}

export interface Conflict {
  key: string;
  field: Field;
  mine: CellValue;
  theirs: CellValue;
  cell: string;
}

export interface OrphanedEdit {
  key: string;
  /** The row as last seen, with what was typed into it. */
  cells: Cells;
  /** Which of them were typed here. */
  typed: Field[];
}

export interface Refused {
  key: string;
  field: Field;
  kind: 'formula' | 'problem';
  text: CellValue;
  cell: string;
  problem?: ProblemView;
}

export const EMPTY_QUEUE: Queue = {
  sending: [],
  waiting: [],
  conflicts: [],
  orphaned: [],
  refused: [],
  fresh: [],
};

/** The same cell? */
export function sameCell(a: { key: string; field: Field }, b: { key: string; field: Field }): boolean {
  return a.key === b.key && a.field === b.field;
}

/** Takes up what was typed. The first `was` stays when a cell is typed into again before it was sent. */
export function typed(queue: Queue, edit: Edit): Queue {
  const next = { ...queue, refused: queue.refused.filter((r) => !sameCell(r, edit)) };
  if (queue.conflicts.some((c) => sameCell(c, edit))) {
    return { ...next, conflicts: queue.conflicts.map((c) => (sameCell(c, edit) ? { ...c, mine: edit.now } : c)) };
  }
  if (queue.orphaned.some((h) => h.key === edit.key)) {
    const cellsWith = (h: OrphanedEdit): OrphanedEdit => ({
      ...h,
      cells: { ...h.cells, [edit.field]: edit.now },
      typed: [...new Set([...h.typed, edit.field])],
    });
    return { ...next, orphaned: queue.orphaned.map((h) => (h.key === edit.key ? cellsWith(h) : h)) };
  }
  const sent = queue.sending.find((e) => sameCell(e, edit));
  const first = queue.waiting.find((e) => sameCell(e, edit));
  const merged: Edit = { ...edit, was: first?.was ?? sent?.now ?? edit.was };
  const others = queue.waiting.filter((e) => !sameCell(e, edit));
  return { ...next, waiting: merged.was === merged.now ? others : [...others, merged] };
}

/** What is sent next: a batch without an answer first, else all that waits. Null when there is nothing to send. */
export function takeBatch(queue: Queue): { queue: Queue; batch: Edit[] } | null {
  if (queue.sending.length > 0) return { queue, batch: queue.sending };
  if (queue.waiting.length === 0) return null;
  return { queue: { ...queue, sending: queue.waiting, waiting: [] }, batch: queue.waiting };
}

/** A batch was turned down as a whole: it waits again, together with what was typed since. */
export function putBack(queue: Queue): Queue {
  const later = queue.waiting.map((edit) => {
    const sent = queue.sending.find((e) => sameCell(e, edit));
    return sent ? { ...edit, was: sent.was } : edit;
  });
  const kept = queue.sending.filter((sent) => !later.some((edit) => sameCell(edit, sent)));
  return { ...queue, sending: [], waiting: [...kept, ...later.filter((edit) => edit.was !== edit.now)] };
}

/** Cells as the person should see them: key → field → value, over what the sheet is known to hold. */
export function overlay(queue: Queue): Map<string, Cells> {
  const cells = new Map<string, Cells>();
  const put = (key: string, field: Field, value: CellValue) => cells.set(key, { ...cells.get(key), [field]: value });
  for (const edit of queue.sending) put(edit.key, edit.field, edit.now);
  for (const edit of queue.waiting) put(edit.key, edit.field, edit.now);
  for (const conflict of queue.conflicts) put(conflict.key, conflict.field, conflict.mine);
  for (const refused of queue.refused) if (refused.kind === 'problem') put(refused.key, refused.field, refused.text);
  return cells;
}

/** Rows with something that has not reached the sheet. */
export function unsavedKeys(queue: Queue): Set<string> {
  return new Set([...queue.sending, ...queue.waiting].map((edit) => edit.key));
}

/** Is there anything to send? */
export function hasUnsent(queue: Queue): boolean {
  return queue.sending.length > 0 || queue.waiting.length > 0;
}

/** Is there anything that must not be forgotten on a reload? */
export function isEmptyQueue(queue: Queue): boolean {
  return !hasUnsent(queue) && queue.conflicts.length === 0 && queue.orphaned.length === 0 && queue.refused.length === 0;
}
