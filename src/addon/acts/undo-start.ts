/** Takes a started month back. */
import * as v from 'valibot';
import { stop } from '../../core/problems';
import type { MonthKey } from '../../core/shared/month';
import { undoMonth } from '../../sheet/acts/undo-month';
import { needEdit } from '../../sheet/grid/edit-rights';
import type { Tracker } from '../../sheet/setup/tracker';
import { act } from '../act';
import { underLock } from '../answer';
import { readClock } from '../clock-store';
import { headAndNewest } from '../month-plans';
import { freshScreen } from '../screen';
import { month, sheetId } from '../shapes';
import { openTracker } from '../tracker';
import { mayActOn, whoIs } from '../who';

export const undoStart = act('undoStart', {
  doing: 'taking the month back',
  request: v.object({ sheetId, month }),
  run({ sheetId, month }) {
    const tracker = openTracker();
    underLock(() => undo(tracker, sheetId, month));
    return freshScreen(tracker, sheetId);
  },
});

/** Takes a started month back, as long as nobody has typed into it or started its meeting. */
function undo(tracker: Tracker, sheetId: number, month: MonthKey): void {
  const { sheet, index, rep } = tracker.repTab(sheetId);
  mayActOn(whoIs(tracker.setup()), rep, sheet.getName());
  needEdit(headAndNewest(sheet));
  const block = tracker.block(index, month);
  // Already gone: a repeated call has nothing left to do.
  if (!block) return;
  if (readClock(rep.id, month)) stop('monthTouched', { tab: sheet.getName() }, { month });
  undoMonth(tracker, index, block);
}
