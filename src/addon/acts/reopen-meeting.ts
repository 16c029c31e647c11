/** Opens a finished meeting again. */
import * as v from 'valibot';
import { needEdit } from '../../sheet/grid/edit-rights';
import { writeReopened } from '../../sheet/month/meeting';
import { act } from '../act';
import { underLock } from '../answer';
import { monthToWrite } from '../at-month';
import { screenFor, todayOf } from '../screen';
import { pin } from '../shapes';
import { openTracker } from '../tracker';
import { signature, whoIs } from '../who';

export const reopenMeeting = act('reopenMeeting', {
  doing: 'opening the meeting again',
  request: v.object(pin),
  run(pin) {
    const tracker = openTracker();
    const sheet = underLock(() => {
      const { sheet, tab, block } = monthToWrite(tracker, pin);
      needEdit(tab.rightsAt(block.row));
      if (block.state === 'finished') writeReopened(tab, block, todayOf(tracker), signature(whoIs(tracker.setup())));
      return sheet;
    });
    return screenFor(tracker, sheet, pin.month);
  },
});
