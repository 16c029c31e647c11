/** How everybody on the team stands, for a manager: who needs a 1:1 first on top. */
import * as v from 'valibot';
import { act } from '../act';
import { homeOf } from '../screen';
import { openTracker } from '../tracker';
import { mayActForAll, whoIs } from '../who';

export const loadHome = act('loadHome', {
  doing: 'looking at the team',
  request: v.object({}),
  run() {
    const tracker = openTracker();
    mayActForAll(whoIs(tracker.setup()));
    return homeOf(tracker);
  },
});
