/** Opening a tab here, without losing words of the one before. */
import { batch } from '@preact/signals';
import type { MonthKey } from '../../core/shared/month';
import { hasUnsent } from '../save/queue';
import { settled } from '../save/saver';
import { isKept, queue, unsaved } from '../save/state';
import { announce, pageError } from './notices';
import { callUntilAnswered } from './request';
import { applyScreen, firstView } from './screens';
import { meeting, pin, samePin, view } from './view';
import { pageWords } from './words';

/** How long another page waits for the last words of this one to be saved: they are kept in the browser meanwhile. */
const LAST_WORDS_MS = 8000;

/** The screen of a tab, of the active one without a sheet id. */
export async function loadScreen(request: { sheetId?: number; month?: MonthKey } = {}): Promise<void> {
  if (!(await mayLeave(() => void loadScreen(request)))) return;
  const fresh = await callUntilAnswered(pageWords.reading, 'loadScreen', request, () => void loadScreen(request));
  if (fresh) arrive(fresh);
}

/** Opens a person's tab in the sheet and here; null opens Setup, and home beside it. */
export async function openTab(sheetId: number | null): Promise<void> {
  if (!(await mayLeave(() => void openTab(sheetId)))) return;
  const fresh = await callUntilAnswered(pageWords.reading, 'openTab', { sheetId }, () => void openTab(sheetId));
  if (fresh) arrive(fresh);
}

/** Words that are neither in the sheet nor in the browser's storage would go with the tab: then it stays. */
async function mayLeave(again: () => void): Promise<boolean> {
  if ((await settled(LAST_WORDS_MS)) || isKept.peek()) return true;
  const text = pageWords.stayUntilSaved(meeting.peek()?.rep.shortName ?? '', unsaved.peek().size);
  pageError.value = { text, again };
  announce(text);
  return false;
}

/** A screen that the person asked for: shown from its beginning even when it is the one that was there. */
export function arrive(fresh: Parameters<typeof applyScreen>[0]): void {
  const left = hasUnsent(queue.peek())
    ? { name: meeting.peek()?.rep.shortName ?? '', rows: unsaved.peek().size }
    : null;
  const before = pin.peek();
  batch(() => {
    applyScreen(fresh);
    if (left && !samePin(before, pin.peek()))
      pageError.value = { text: pageWords.keptFor(left.name, left.rows), again: null };
    if (view.peek().at !== 'section' && view.peek().at !== 'finished') view.value = firstView(fresh);
  });
}
