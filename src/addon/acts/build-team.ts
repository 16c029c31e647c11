/** Makes the Team tab, or brings it up to date with roster and KPIs of Setup. */
import * as v from 'valibot';
import { act } from '../act';
import { inPortions } from '../portions';
import { freshScreen } from '../screen';
import { rest } from '../shapes';
import { TEAM_UNITS, teamSteps, teamStepsMs } from '../team-tab';
import { openTracker } from '../tracker';
import { mayActForAll, whoIs } from '../who';

export const buildTeam = act('buildTeam', {
  doing: 'making the Team tab',
  request: v.object({ rest }),
  run({ rest }) {
    const tracker = openTracker();
    mayActForAll(whoIs(tracker.setup()));
    const portion = inPortions(rest ?? TEAM_UNITS, teamSteps(tracker), { longMs: teamStepsMs(tracker) });
    return { ...portion, screen: portion.rest.length === 0 ? freshScreen(tracker, null) : null };
  },
});
