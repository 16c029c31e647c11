import { keepText, keptText } from '../page/storage';
import { EMPTY_QUEUE, isEmptyQueue, type Queue } from './queue';

/** A tab and a month: what a queue of edits belongs to. */
export interface Pin {
  sheetId: number;
  repId: string;
  month: number;
}

/** Two pins that mean the same block? */
export function samePin(a: Pin | null, b: Pin | null): boolean {
  return a !== null && b !== null && a.sheetId === b.sheetId && a.repId === b.repId && a.month === b.month;
}

const keyOf = (pin: Pin) => `monthly-1on1 unsaved ${pin.sheetId} ${pin.repId} ${pin.month}`;

/**
 * Keeps what has not reached the sheet over a reload. Session storage first: it belongs to one browser tab, so two
 * sidebars do not send each other's edits, and a copy of the spreadsheet (same ids) does not get them.
 */
export function keepQueue(pin: Pin, queue: Queue): void {
  const text = isEmptyQueue(queue) ? null : JSON.stringify(queue);
  if (!keepText('session', keyOf(pin), text)) keepText('local', keyOf(pin), text);
}

/** The queue kept for a block; an empty one when there is none or it cannot be read. */
export function keptQueue(pin: Pin): Queue {
  return readQueue(keptText('session', keyOf(pin)) ?? keptText('local', keyOf(pin)));
}

/** Reads a kept queue; anything that is none gives an empty one. */
export function readQueue(text: string | null): Queue {
  if (!text) return EMPTY_QUEUE;
  try {
    const parsed = JSON.parse(text) as Partial<Record<keyof Queue, unknown>> | null;
    const lists = Object.keys(EMPTY_QUEUE) as (keyof Queue)[];
    if (!parsed || !lists.every((name) => Array.isArray(parsed[name]))) return EMPTY_QUEUE;
    return parsed as unknown as Queue;
  } catch {
    return EMPTY_QUEUE;
  }
}
