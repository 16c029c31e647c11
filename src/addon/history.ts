import { lifeLines } from '../core/life-line';
import { stop } from '../core/problems';
import { itemKey } from '../sheet/grid';
import { readOpportunity } from '../sheet/history';
import { Tracker } from '../sheet/tracker';
import { callable } from './answer';

/** Reads only: whoever sees the sheet may see it. */
export const loadLife = callable('loadLife', 'reading the history', ({ sheetId, repId, key }) => {
  const tracker = new Tracker(SpreadsheetApp.getActiveSpreadsheet());
  const { sheet, index, rep } = tracker.repTab(sheetId);
  if (rep.id !== repId) stop('tabOfSomeoneElse', { tab: sheet.getName() });
  const id = itemKey(key)?.id ?? '';
  const months = readOpportunity(sheet, index, id, tracker.zone);
  return { life: lifeLines(months, tracker.setup().statuses)[0] ?? null };
});
