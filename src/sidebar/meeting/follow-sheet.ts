/** Does the sheet follow the talk? In this browser, on until somebody switches it off. */
import { signal } from '@preact/signals';
import { keepText, keptText } from '../page/storage';

const FOLLOW_KEY = 'monthly-1on1 sheet';

/** Going to a section scrolls the sheet there, by the same call. */
export const sheetFollows = signal(keptText('local', FOLLOW_KEY) !== 'off');

/** Switches it off, or on again. */
export function switchSheetFollows(): void {
  sheetFollows.value = !sheetFollows.peek();
  keepText('local', FOLLOW_KEY, sheetFollows.peek() ? null : 'off');
}
