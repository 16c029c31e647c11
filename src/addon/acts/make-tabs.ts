/** Gives everybody on the roster who has none yet a tab and, if given, the month on it. */
import * as v from 'valibot';
import { act } from '../act';
import { needMonth } from '../month-plans';
import { tabsForNewPeople } from '../new-tabs';
import { month, rest } from '../shapes';
import { openTracker } from '../tracker';
import { mayActForAll, whoIs } from '../who';

export const makeTabs = act('makeTabs', {
  doing: 'making tabs',
  request: v.object({ month: v.nullable(month), rest }),
  run({ month, rest }) {
    if (month !== null) needMonth(month);
    const tracker = openTracker();
    mayActForAll(whoIs(tracker.setup()));
    return tabsForNewPeople(tracker, month, { rest });
  },
});
