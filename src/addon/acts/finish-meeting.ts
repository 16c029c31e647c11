/** Ends a meeting, and tells what it came to. */
import * as v from 'valibot';
import type { FinishResult } from '../../contract/calls';
import { meetingMinutes } from '../../core/shared/clock';
import { isIsoDate } from '../../core/shared/dates';
import { addMonths } from '../../core/shared/month';
import { leftEmpty } from '../../core/shared/recap';
import { needEditOnRefusal } from '../../sheet/grid/edit-rights';
import type { TabRange } from '../../sheet/grid/rep-tab';
import { dayInZone } from '../../sheet/grid/zone';
import { writeFinished } from '../../sheet/month/meeting';
import { recordOf } from '../../sheet/month/read';
import { act } from '../act';
import { underLock } from '../answer';
import { monthToWrite } from '../at-month';
import { readClock, removeClock } from '../clock-store';
import { screenFor, todayOf } from '../screen';
import { actionId, date, pin } from '../shapes';
import { openTracker } from '../tracker';
import { signature, whoIs } from '../who';

/** A whole day: what nobody would call a 1:1 any more. */
const MOST_MINUTES = 1440;

export const finishMeeting = act('finishMeeting', {
  doing: 'finishing',
  request: v.object({
    ...pin,
    actionId,
    heldOn: v.exactOptional(date),
    minutes: v.exactOptional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_MINUTES)))),
  }),
  run({ actionId, heldOn: saidDay, minutes: saidMinutes, ...pin }): FinishResult {
    void actionId;
    const tracker = openTracker();
    const { repId, month } = pin;
    const now = Date.now();
    let band: TabRange | null = null;
    const finish = () => {
      const at = monthToWrite(tracker, pin);
      if (at.block.state === 'finished') {
        removeClock(repId, month);
        return { at, block: at.block };
      }
      band = at.tab.rightsAt(at.block.row);
      const clock = readClock(repId, month);
      const today = todayOf(tracker);
      const heldOn = saidDay ?? (clock ? dayInZone(clock.startedAt, tracker.zone) : today);
      // Without a clock nobody has measured anything, nor has one that was forgotten; the page asks how long it was.
      const ran = clock ? meetingMinutes(clock, now) : null;
      const minutes = clock && saidMinutes !== undefined ? saidMinutes : ran && ran <= MOST_MINUTES ? ran : null;
      const block = writeFinished(at.tab, at.block, heldOn, minutes, signature(whoIs(tracker.setup())), today);
      // The clock goes once its minutes are in the sheet: properties do not wait as cells do.
      SpreadsheetApp.flush();
      removeClock(repId, month);
      return { at, block };
    };
    const { at, block } = needEditOnRefusal(
      () => band,
      () => underLock(finish),
    );
    const minutes = typeof block.minutes === 'number' ? block.minutes : null;
    const record = recordOf(block);
    return {
      screen: screenFor(tracker, at.sheet, month, { repId, block, newest: at.newest, clock: null }),
      minutes: minutes ?? 0,
      leftEmpty: leftEmpty(record),
      nextMonth: addMonths(month, 1),
      nextDate: isIsoDate(record.nextDate) ? record.nextDate : '',
    };
  },
});
