/** What has not reached the sheet is kept in the browser. */
import { digestOf } from '../../core/shared/hash';
import { keepText, keptKeys, keptText } from '../page/storage';
import type { Pin } from '../page/view';
import { ifLeft, ownId } from './owner';
import { EMPTY_QUEUE, isEmptyQueue, type Queue } from './queue';

const PREFIX = 'monthly-1on1 unsaved';

let book = '';

/** Whose words are kept from now on: a copy of a spreadsheet has the same sheet ids, and a browser may have two people. */
export function keepFor(file: string, email: string): void {
  book = digestOf([file, email]);
}

function placeOf(pin: Pin): string {
  return `${PREFIX} ${book} ${pin.sheetId} ${pin.repId} ${pin.month} `;
}

/**
 * Keeps what has not reached the sheet: over a reload, and for the next page where this one is closed. Each page keeps
 * its own, so two sidebars do not send each other's edits. False where the browser's storage does not take it.
 */
export function keepQueue(pin: Pin, queue: Queue): boolean {
  const key = placeOf(pin) + ownId();
  if (isEmptyQueue(queue)) {
    keepText('session', key, null);
    return keepText('local', key, null);
  }
  const text = JSON.stringify({ ...queue, keptAt: Date.now() });
  return keepText('local', key, text) || keepText('session', key, text);
}

/** What this page has kept for a block; an empty queue when there is nothing, or nothing that can be read. */
export function keptQueue(pin: Pin): Queue {
  const key = placeOf(pin) + ownId();
  return readQueue(keptText('local', key) ?? keptText('session', key));
}

/**
 * Hands over what a page that was closed has left for a block: the oldest first, one page's at most.
 * @param take takes it up, and keeps it under this page's name; false where it cannot do so just now
 */
export async function handOverLeft(pin: Pin, take: (queue: Queue) => boolean): Promise<void> {
  const place = placeOf(pin);
  const left = keptKeys(place)
    .filter((key) => key !== place + ownId())
    .map((key) => ({ key, keptAt: keptAtOf(keptText('local', key)) }))
    .sort((a, b) => a.keptAt - b.keptAt);
  let isTaken = false;
  for (const { key, keptAt } of left) {
    await ifLeft(key.slice(place.length), keptAt, () => {
      const found = readQueue(keptText('local', key));
      isTaken = !isEmptyQueue(found) && take(found);
      if (isTaken) keepText('local', key, null);
    });
    if (isTaken) return;
  }
}

/** A thought that is being typed and not parked yet, of the file and month on the page. */
export function keepThought(at: Pin | null, text: string): void {
  if (at) keepText('local', `${placeOf(at)}thought`, text === '' ? null : text);
}

/** The thought that was being typed; '' when there is none. */
export function keptThought(at: Pin | null): string {
  return (at && keptText('local', `${placeOf(at)}thought`)) || '';
}

/** What is being typed into a card of coaching, of the file and month on the page; nothing to keep, nothing kept. */
export function keepDraft(at: Pin | null, card: string, texts: Readonly<Record<string, string>>): void {
  const filled = Object.entries(texts).filter(([, text]) => text !== '');
  if (at) keepText('local', `${placeOf(at)}card ${card}`, filled.length === 0 ? null : JSON.stringify(texts));
}

/** The texts of a card as it was left; none where there are none that can be read. */
export function keptDraft(at: Pin | null, card: string): Record<string, string> {
  const kept = at && keptText('local', `${placeOf(at)}card ${card}`);
  try {
    const texts: unknown = JSON.parse(kept || '{}');
    return Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => typeof text === 'string'));
  } catch {
    return {};
  }
}

function keptAtOf(text: string | null): number {
  return Number(/"keptAt":(\d+)/.exec(text ?? '')?.[1] ?? 0);
}

/** Reads a kept queue; anything that is none gives an empty one. */
export function readQueue(text: string | null): Queue {
  if (!text) return EMPTY_QUEUE;
  try {
    // A page of an earlier version has kept orphaned edits under another name.
    const parsed = JSON.parse(text.replace('"homeless":', '"orphaned":')) as Partial<
      Record<keyof Queue, unknown>
    > | null;
    const lists = Object.keys(EMPTY_QUEUE) as (keyof Queue)[];
    if (!parsed || !lists.every((name) => Array.isArray(parsed[name]))) return EMPTY_QUEUE;
    return Object.fromEntries(lists.map((name) => [name, parsed[name]])) as unknown as Queue;
  } catch {
    return EMPTY_QUEUE;
  }
}
