/** Lets each rep edit the own tab only, as far as Google lets the one who asks. */
import * as v from 'valibot';
import { act } from '../act';
import { protectInPortions } from '../protection';
import { rest } from '../shapes';

export const protectTabs = act('protectTabs', {
  doing: 'protecting the tabs',
  request: v.object({ rest }),
  run: ({ rest }) => protectInPortions(rest),
});
