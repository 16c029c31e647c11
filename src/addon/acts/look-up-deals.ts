/** Finds out what the tabs of the team know of some deals. */
import * as v from 'valibot';
import type { KnownDeals } from '../../contract/import';
import type { KnownTab } from '../../core/import/known';
import { knownTab } from '../../sheet/acts/import-known';
import { act } from '../act';
import { onlyFor } from '../import-rights';
import { ids } from '../import-shapes';
import { inPortions, unitsOf } from '../portions';
import { todayOf } from '../screen';
import { rest } from '../shapes';
import { openTracker } from '../tracker';
import { whoIs } from '../who';

export const lookUpDeals = act('lookUpDeals', {
  doing: 'looking for the deals',
  request: v.object({ open: ids, closed: ids, rest }),
  run({ rest, ...wanted }): KnownDeals {
    const tracker = openTracker();
    const setup = tracker.soundSetup();
    const only = onlyFor(setup, whoIs(setup));
    const deals = { open: new Set(wanted.open), closed: new Set(wanted.closed) };
    const roster = setup.roster.filter((rep) => rep.id !== '');
    const tabs: KnownTab[] = [];
    const units = unitsOf(
      'read',
      roster.map((rep) => rep.id),
    );
    const portion = inPortions(rest ?? units, {
      read: (repId) => {
        const rep = roster.find((one) => one.id === repId);
        if (rep) tabs.push(knownTab(tracker, rep, deals, todayOf(tracker), only === '' || only === repId));
      },
    });
    return { tabs, ...portion };
  },
});
