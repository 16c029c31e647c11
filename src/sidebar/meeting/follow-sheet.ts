/** Does the sheet follow the talk? In this browser, on until somebody switches it off. */
import { signal } from '@preact/signals';
import { keepText, keptText } from '../page/storage';
import { pin, pinWithPlace } from '../page/view';
import { call } from '../rpc/client';

const FOLLOW_KEY = 'monthly-1on1 sheet';

/** Going to a section scrolls the sheet there, by the same call. */
export const sheetFollows = signal(keptText('local', FOLLOW_KEY) !== 'off');

/** Switches it off, or on again. */
export function switchSheetFollows(): void {
  sheetFollows.value = !sheetFollows.peek();
  keepText('local', FOLLOW_KEY, sheetFollows.peek() ? null : 'off');
}

/** The row that was shown last: opening its card once more asks for nothing. */
let shownLast = '';

/** Scrolls the sheet to the row of a card that was pressed. A lost answer is no loss: nothing is said, nothing repeated. */
export function showRow(key: string): void {
  const of = pin.peek();
  const row = `${of?.sheetId} ${of?.month} ${key}`;
  if (!of || !sheetFollows.peek() || row === shownLast) return;
  shownLast = row;
  void call('showRow', { ...pinWithPlace(of), key });
}
