/** What became of lines of development and coaching: of one of them, or of all of a tab. The same for both of the two. */
import * as v from 'valibot';
import type { LineTrace } from '../../contract/life';
import { traceOf } from '../../core/coaching/trace';
import { stop } from '../../core/problems';
import { itemKey } from '../../sheet/grid/grid';
import { lineMonths, readLine, readTab } from '../../sheet/tab/history';
import { act } from '../act';
import { key, repId, sheetId } from '../shapes';
import { openTracker } from '../tracker';
import { mayActOn, whoIs } from '../who';

export const loadLines = act('loadLines', {
  doing: 'reading the history',
  request: v.object({ sheetId, repId, key: v.exactOptional(key) }),
  run({ sheetId, repId, key }): LineTrace[] {
    const tracker = openTracker();
    const { sheet, index, rep } = tracker.repTab(sheetId);
    if (rep.id !== repId) stop('tabOfSomeoneElse', { tab: sheet.getName() });
    mayActOn(whoIs(tracker.setup()), rep, sheet.getName());
    const months =
      key === undefined
        ? lineMonths(readTab(sheet, tracker.zone).blocks)
        : readLine(index, itemKey(key)?.id ?? '', tracker.zone);
    return traceOf(months);
  },
});
