/** Plans a meeting for a day, or moves it to another one. */
import * as v from 'valibot';
import { stop } from '../../core/problems';
import { needEdit } from '../../sheet/grid/edit-rights';
import { writePlanned } from '../../sheet/month/meeting';
import { act } from '../act';
import { underLock } from '../answer';
import { monthToWrite } from '../at-month';
import { readClock } from '../clock-store';
import { screenFor, todayOf } from '../screen';
import { date, pin } from '../shapes';
import { openTracker } from '../tracker';
import { signature, whoIs } from '../who';

export const planMeeting = act('planMeeting', {
  doing: 'planning the day',
  request: v.object({ ...pin, date }),
  run({ date, ...pin }) {
    const tracker = openTracker();
    const { month } = pin;
    const sheet = underLock(() => {
      const { sheet, tab, block } = monthToWrite(tracker, pin);
      if (block.state === 'finished' || block.state === 'reopened' || readClock(pin.repId, month))
        stop('alreadyHeld', { tab: sheet.getName() }, { month });
      needEdit(tab.rightsAt(block.row));
      writePlanned(tab, block, date, signature(whoIs(tracker.setup())), todayOf(tracker));
      return sheet;
    });
    return screenFor(tracker, sheet, month);
  },
});
