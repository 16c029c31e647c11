/** Starts the clock of a meeting, stops it, goes on to a section. */
import * as v from 'valibot';
import { actOnClock } from '../../core/shared/clock';
import { needEdit } from '../../sheet/grid/edit-rights';
import { writeStarted } from '../../sheet/month/meeting';
import { act } from '../act';
import { underLock } from '../answer';
import { type AtMonth, monthToTellOf, monthToWrite } from '../at-month';
import { readClock, writeClock } from '../clock-store';
import { screenFor, todayOf } from '../screen';
import { actionId, pin, section } from '../shapes';
import { showRows } from '../show';
import { openTracker } from '../tracker';
import { signature, whoIs } from '../who';

const action = v.variant('act', [
  v.object({ act: v.literal('start'), section }),
  v.object({ act: v.literal('pause') }),
  v.object({ act: v.literal('resume') }),
  v.object({ act: v.literal('addMinute'), section }),
  v.object({ act: v.literal('goTo'), section }),
]);

export const setClock = act('setClock', {
  doing: 'setting the clock',
  request: v.object({ ...pin, action, actionId, show: v.exactOptional(v.boolean()) }),
  run({ action, actionId, show = false, ...pin }) {
    const tracker = openTracker();
    const { sheetId, repId, month } = pin;
    const now = Date.now();
    const { clock, started, seen } = underLock(() => {
      const current = readClock(repId, month);
      const next = actOnClock(current, action, now, actionId);
      const started = next !== null && current === null;
      const at = started ? monthToWrite(tracker, pin) : null;
      const seen = at ?? monthToTellOf(tracker, pin);
      if (at && at.block.state !== 'reopened') {
        needEdit(at.tab.rightsAt(at.block.row));
        writeStarted(at.tab, at.block, todayOf(tracker), signature(whoIs(tracker.setup())));
      }
      // A clock that runs says that the band is written: properties do not wait as cells do.
      if (at) SpreadsheetApp.flush();
      if (next && next !== current) writeClock(repId, month, next);
      return { clock: next, started, seen };
    });
    if (show && seen && (action.act === 'start' || action.act === 'goTo')) showSection(seen, action.section);
    const sheet = started ? tracker.sheetById(sheetId) : null;
    return { clock, serverNow: Date.now(), ...(sheet ? { screen: screenFor(tracker, sheet, month) } : {}) };
  },
});

/** Scrolls the sheet of who asks to a section: its last row first, so that all of it comes into view. */
function showSection({ sheet, block }: AtMonth, id: string): void {
  const part = block.sections.find(({ section }) => section.id === id);
  if (!part || part.bandRow === 0) return;
  showRows(sheet, part.lastRow > part.bandRow ? [part.lastRow, part.bandRow] : [part.bandRow]);
}
