/** Has somebody else changed the month? */
import * as v from 'valibot';
import { act } from '../act';
import { nearMonth, ownTab } from '../at-month';
import { readClock } from '../clock-store';
import { screenFor } from '../screen';
import { pin } from '../shapes';
import { openTracker } from '../tracker';

export const lookForChanges = act('lookForChanges', {
  doing: 'looking for changes',
  request: v.object({ ...pin, revision: v.string() }),
  run({ revision, ...pin }) {
    const tracker = openTracker();
    const activeSheetId = tracker.book.getActiveSheet().getSheetId();
    const near = nearMonth(tracker, pin);
    if (near?.block.revision === revision) {
      const clock = near.block.state === 'finished' ? null : readClock(pin.repId, pin.month);
      return { clock, serverNow: Date.now(), screen: null, newestMonth: pin.month, activeSheetId };
    }
    const { sheet } = ownTab(tracker, pin, /* reading= */ true);
    const screen = screenFor(tracker, sheet, pin.month);
    const same = screen.kind === 'meeting' && screen.block.month === pin.month && screen.block.revision === revision;
    return {
      clock: screen.kind === 'meeting' ? screen.clock : null,
      serverNow: screen.serverNow,
      screen: same ? null : screen,
      newestMonth: screen.kind === 'meeting' ? screen.newestMonth : null,
      activeSheetId,
    };
  },
});
