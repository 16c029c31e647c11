import { lifeLines } from '../core/deal/life-line';
import { stop } from '../core/problems';
import { itemKey } from '../sheet/grid/grid';
import { Tracker } from '../sheet/setup/tracker';
import { readOpportunity } from '../sheet/tab/history';
import { callable } from './answer';

/** Reads only: whoever sees the sheet may see it. */
export const loadLife = callable('loadLife', 'reading the history', ({ sheetId, repId, key }) => {
  const tracker = new Tracker(SpreadsheetApp.getActiveSpreadsheet());
  const { sheet, index, rep } = tracker.repTab(sheetId);
  if (rep.id !== repId) stop('tabOfSomeoneElse', { tab: sheet.getName() });
  const id = itemKey(key)?.id ?? '';
  const months = readOpportunity(index, id, tracker.zone);
  return { life: lifeLines(months, tracker.setup().statuses)[0] ?? null };
});
