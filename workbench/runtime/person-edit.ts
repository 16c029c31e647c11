/**
 * A person's edit of cells, and what its trigger is told. Pure.
 * Sources: https://developers.google.com/apps-script/guides/triggers/events (value and oldValue only for a single cell);
 * reports of others, by measurement: pasting, filling and moving tell neither, clearing tells the old value alone
 * (tanaikech, GetEditType; facts §5.12).
 */
import type { CellContent, Rect, Scalar } from '../engine/engine';
import type { EventInput } from './protocol';

/** How the cells came to be other ones. */
export type EditKind = 'typed' | 'pasted' | 'cleared' | 'filled' | 'moved' | 'undone' | 'redone';

export interface PersonEdit {
  kind: EditKind;
  sheetId: number;
  /** The edited range. */
  rect: Rect;
  /** What a single cell held before; null for more than one. */
  before: CellContent | null;
  /** What a single cell holds now; null for more than one. */
  after: CellContent | null;
}

/** The kinds whose event tells values. Google does not say what undo tells; here it looks as if it had been typed. */
const TELLS_VALUES = new Set<EditKind>(['typed', 'cleared', 'undone', 'redone']);

/** The trigger's event for an edit; authMode, source and user are added where it runs. */
export function eventOf({ kind, sheetId, rect, before, after }: PersonEdit): EventInput {
  const event: EventInput = { range: { sheetId, ...rect } };
  if (rect.rows * rect.cols > 1 || !TELLS_VALUES.has(kind)) return event;
  const value = wordOf(after?.v ?? null);
  const oldValue = wordOf(before?.v ?? null);
  if (value !== undefined) event.value = value;
  if (oldValue !== undefined) event.oldValue = oldValue;
  return event;
}

/** A value as an event tells it: always text; a day is its number. Undefined for a blank. */
function wordOf(value: Scalar): string | undefined {
  if (value === null || value === '') return undefined;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
