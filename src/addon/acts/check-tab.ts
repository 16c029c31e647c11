/** What is damaged on a tab, and what a repair would do. */
import * as v from 'valibot';
import { act } from '../act';
import { sheetId } from '../shapes';
import { checkResult, lookAt } from '../tab-check';
import { openTracker } from '../tracker';

export const checkTab = act('checkTab', {
  doing: 'checking the tab',
  request: v.object({ sheetId }),
  run: ({ sheetId }) => checkResult(lookAt(openTracker(), sheetId)),
});
