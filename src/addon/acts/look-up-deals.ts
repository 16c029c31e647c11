/** Finds out what the tabs of the team know of some deals. */
import * as v from 'valibot';
import type { KnownDeals } from '../../contract/import';
import { isIdOfName } from '../../core/import/deal';
import type { KnownTab } from '../../core/import/known';
import { knownTab } from '../../sheet/acts/import-known';
import { act } from '../act';
import { onlyFor } from '../import-rights';
import { ids, repIds } from '../import-shapes';
import { inPortions, unitsOf } from '../portions';
import { todayOf } from '../screen';
import { rest } from '../shapes';
import { openTracker } from '../tracker';
import { whoIs } from '../who';

export const lookUpDeals = act('lookUpDeals', {
  doing: 'looking for the deals',
  request: v.object({ open: ids, closed: ids, people: v.exactOptional(repIds), rest }),
  run({ rest, people, ...wanted }): KnownDeals {
    const tracker = openTracker();
    const setup = tracker.soundSetup();
    const only = onlyFor(setup, whoIs(setup));
    const byName = [...wanted.open, ...wanted.closed].some(isIdOfName);
    const deals = { open: new Set(wanted.open), closed: new Set(wanted.closed), byName };
    const roster = setup.roster.filter((rep) => rep.id !== '');
    const isNamed = (repId: string) => people?.includes(repId) ?? true;
    const tabs: KnownTab[] = [];
    const units = unitsOf(
      'read',
      roster.map((rep) => rep.id).sort((a, b) => placeIn(people, a) - placeIn(people, b)),
    );
    const read = (repId: string) => {
      const rep = roster.find((one) => one.id === repId);
      const part = { isOwn: only === '' || only === repId, isNamed: isNamed(repId) };
      if (rep) tabs.push(knownTab(tracker, rep, deals, todayOf(tracker), part));
    };
    // The first answer comes soon, so that whoever waits has something to look at.
    const portion = inPortions(rest ?? units, { read }, rest ? {} : { until: FIRST_LOOK_MS });
    return { tabs, ...portion };
  },
});

/** How long the first call takes up another tab, in ms: with that tab it takes no longer than opening the sidebar three times. */
const FIRST_LOOK_MS = 900;

/** The place among the people whom the table names, those with most deals first; behind them for all others. */
function placeIn(people: readonly string[] = [], repId: string): number {
  const at = people.indexOf(repId);
  return at < 0 ? people.length : at;
}
