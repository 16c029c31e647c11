/** The screen for a tab, also of an earlier month. */
import * as v from 'valibot';
import { stop } from '../../core/problems';
import { act } from '../act';
import { freshScreen } from '../screen';
import { month, sheetId } from '../shapes';
import { openTracker } from '../tracker';

export const loadScreen = act('loadScreen', {
  doing: 'reading the tab',
  request: v.object({ sheetId: v.exactOptional(sheetId), month: v.exactOptional(month) }),
  run({ sheetId, month }) {
    const tracker = openTracker();
    if (sheetId !== undefined && !tracker.sheetById(sheetId)) stop('tabGone');
    return freshScreen(tracker, sheetId ?? null, month);
  },
});
