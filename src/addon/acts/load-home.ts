/** How everybody on the team stands, for a manager: who needs a 1:1 first on top. */
import * as v from 'valibot';
import { act } from '../act';
import { homeOf, onTeam } from '../home';
import { todayOf } from '../screen';
import { openTracker } from '../tracker';
import { mayActForAll, whoIs } from '../who';

export const loadHome = act('loadHome', {
  doing: 'looking at the team',
  request: v.object({}),
  run() {
    const tracker = openTracker();
    const setup = tracker.setup();
    mayActForAll(whoIs(setup));
    const today = todayOf(tracker);
    return homeOf(tracker, onTeam(tracker, setup, today), today);
  },
});
