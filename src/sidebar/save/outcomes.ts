/** What the answers to a save make of the queue. */
import type { Edit, EditOutcome } from '../../contract/calls';
import type { Cells } from '../../core/shared/fields';
import { type Conflict, type OrphanedEdit, type Queue, type Refused, sameCell, typed } from './queue';

interface Surroundings {
  /** A row as last seen on the server; undefined when it is not known there. */
  rowOf(key: string): Cells | undefined;
  /** A key for a new row in the section of this key, one that nobody else can have chosen. */
  newKey(likeKey: string): string;
}

interface Filed {
  queue: Queue;
  /** Rows that had to take another key: old → new. */
  moved: Map<string, string>;
}

/** Files the answers to the batch that was sent. What was typed meanwhile stays on top. */
export function answered(queue: Queue, outcomes: EditOutcome[], around: Surroundings): Filed {
  const moved = movedRows(queue, outcomes, around);
  let next: Queue = { ...queue, sending: [], waiting: queue.waiting, fresh: stillFresh(queue, outcomes) };
  for (const edit of queue.sending) {
    const outcome = outcomes.find((o) => sameCell(o, edit));
    const newKey = moved.get(edit.key);
    if (newKey) next = moveEdit(next, edit, newKey, outcome);
    // An edit without an answer of its own is sent again: a repeat changes nothing.
    else if (!outcome) next = { ...next, waiting: [edit, ...next.waiting.filter((e) => !sameCell(e, edit))] };
    else next = fileOne(next, edit, outcome, around);
  }
  for (const [oldKey, newKey] of moved) {
    next = {
      ...next,
      waiting: next.waiting.map((e) =>
        e.key === oldKey && e.was !== e.now && !isTidying(e, queue) ? { ...e, key: newKey } : e,
      ),
      fresh: [...next.fresh.filter((key) => key !== oldKey), newKey],
    };
  }
  return { queue: next, moved };
}

/**
 * Two people can begin to type into the same empty row at the same moment. That is no conflict, they mean two rows:
 * whoever comes second moves on to a row of their own.
 */
function movedRows(queue: Queue, outcomes: EditOutcome[], around: Surroundings): Map<string, string> {
  const moved = new Map<string, string>();
  for (const { key, outcome } of outcomes)
    if (outcome === 'conflict' && queue.fresh.includes(key) && !moved.has(key)) moved.set(key, around.newKey(key));
  return moved;
}

/** One cell of a row that moves: it goes to the new row, and what had slipped into the other's row is taken back. */
function moveEdit(queue: Queue, edit: Edit, newKey: string, outcome: EditOutcome | undefined): Queue {
  let next = queue;
  const later = queue.waiting.find((e) => sameCell(e, edit));
  const now = later ? later.now : edit.now;
  next = { ...next, waiting: next.waiting.filter((e) => !sameCell(e, edit)) };
  next = typed(next, { key: newKey, field: edit.field, was: '', now });
  if (outcome?.outcome === 'saved') next = typed(next, { ...edit, was: edit.now, now: edit.was });
  return next;
}

/** The edits that empty a cell of the other's row again must keep their key. */
function isTidying(edit: Edit, before: Queue): boolean {
  return before.sending.some((sent) => sameCell(sent, edit) && edit.was === sent.now && edit.now === sent.was);
}

function stillFresh(queue: Queue, outcomes: EditOutcome[]): string[] {
  return queue.fresh.filter((key) => !outcomes.some((o) => o.key === key && o.outcome === 'saved'));
}

function fileOne(queue: Queue, edit: Edit, outcome: EditOutcome, around: Surroundings): Queue {
  const later = queue.waiting.find((e) => sameCell(e, edit));
  const mine = later ? later.now : edit.now;
  const dropped = { ...queue, waiting: queue.waiting.filter((e) => !sameCell(e, edit)) };
  const cell = outcome.cell ?? '';
  switch (outcome.outcome) {
    case 'saved':
      return queue;
    case 'conflict': {
      const theirs = outcome.theirs ?? '';
      // Both typed the same: nothing to decide.
      if (theirs === mine) return dropped;
      const conflict: Conflict = { key: edit.key, field: edit.field, mine, theirs, cell };
      return { ...dropped, conflicts: [...dropped.conflicts.filter((c) => !sameCell(c, edit)), conflict] };
    }
    case 'formula':
      return withRefused(dropped, { key: edit.key, field: edit.field, kind: 'formula', text: mine, cell });
    case 'refused': {
      // A newer text may be one that the server takes.
      if (later) return { ...dropped, waiting: [...dropped.waiting, { ...later, was: edit.was }] };
      const refused: Refused = { key: edit.key, field: edit.field, kind: 'problem', text: mine, cell };
      return withRefused(dropped, outcome.problem ? { ...refused, problem: outcome.problem } : refused);
    }
    case 'gone': {
      const known = dropped.orphaned.find((h) => h.key === edit.key);
      const cells = { ...(known?.cells ?? around.rowOf(edit.key)), [edit.field]: mine };
      const orphan: OrphanedEdit = { key: edit.key, cells, typed: [...new Set([...(known?.typed ?? []), edit.field])] };
      return { ...dropped, orphaned: [...dropped.orphaned.filter((h) => h.key !== edit.key), orphan] };
    }
  }
}

function withRefused(queue: Queue, refused: Refused): Queue {
  return { ...queue, refused: [...queue.refused.filter((r) => !sameCell(r, refused)), refused] };
}

export type ConflictChoice = 'mine' | 'theirs' | 'both';

/** The person has chosen which text stays. */
export function decided(queue: Queue, conflict: Conflict, choice: ConflictChoice): Queue {
  const next = { ...queue, conflicts: queue.conflicts.filter((c) => !sameCell(c, conflict)) };
  if (choice === 'theirs') return next;
  const now = choice === 'both' ? `${conflict.theirs}\n${conflict.mine}` : conflict.mine;
  return typed(next, { key: conflict.key, field: conflict.field, was: conflict.theirs, now });
}
