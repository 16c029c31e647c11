/** Shows a person's tab in the sheet, or Setup. */
import * as v from 'valibot';
import { act } from '../act';
import { screenFor } from '../screen';
import { sheetId } from '../shapes';
import { openTracker } from '../tracker';

export const openTab = act('openTab', {
  doing: 'opening the tab',
  request: v.object({ sheetId: v.nullable(sheetId) }),
  run({ sheetId }) {
    const tracker = openTracker();
    const { sheet } = sheetId === null ? tracker.setupSheet() : tracker.repTab(sheetId);
    tracker.book.setActiveSheet(sheet);
    return screenFor(tracker, sheet);
  },
});
