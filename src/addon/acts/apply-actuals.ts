/** Writes pasted figures as they were previewed. */
import * as v from 'valibot';
import type { ActualsResult } from '../../contract/calls';
import { applyActuals as apply } from '../../sheet/acts/actuals';
import { act } from '../act';
import { Pasted, pastedActuals } from '../pasted-actuals';
import { writePreviewed } from '../previewed';
import { freshScreen } from '../screen';
import { people, rest } from '../shapes';

export const applyActuals = act('applyActuals', {
  doing: 'writing the pasted figures',
  request: v.object({ ...pastedActuals, people, rest }),
  run({ people, rest, ...request }): ActualsResult {
    const pasted = new Pasted(request);
    let written = 0;
    const portion = writePreviewed(people, rest, {
      plan: (repId) => pasted.plan(repId),
      isEmpty: ({ changes }) => changes.length === 0,
      apply: (plan) => {
        written += apply(plan);
      },
    });
    return { written, ...portion, screen: portion.rest.length === 0 ? freshScreen(pasted.tracker, null) : null };
  },
});
