/** The whole life of one opportunity. Whoever sees the sheet may see it. */
import * as v from 'valibot';
import { lifeLines } from '../../core/deal/life-line';
import { stop } from '../../core/problems';
import { itemKey } from '../../sheet/grid/grid';
import { readOpportunity } from '../../sheet/tab/history';
import { act } from '../act';
import { key, repId, sheetId } from '../shapes';
import { openTracker } from '../tracker';

export const loadLife = act('loadLife', {
  doing: 'reading the history',
  request: v.object({ sheetId, repId, key }),
  run({ sheetId, repId, key }) {
    const tracker = openTracker();
    const { sheet, index, rep } = tracker.repTab(sheetId);
    if (rep.id !== repId) stop('tabOfSomeoneElse', { tab: sheet.getName() });
    const id = itemKey(key)?.id ?? '';
    const months = readOpportunity(index, id, tracker.zone);
    return { life: lifeLines(months, tracker.setup().statuses)[0] ?? null };
  },
});
