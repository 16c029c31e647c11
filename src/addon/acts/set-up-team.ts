/** Makes Setup, a tab for each name and the first month. */
import * as v from 'valibot';
import { stop } from '../../core/problems';
import { type NewPerson, sameName, tidyName } from '../../core/roster';
import type { Tracker } from '../../sheet/setup/tracker';
import { createSetup } from '../../sheet/team/team';
import { act } from '../act';
import { underLock } from '../answer';
import { needMonth } from '../month-plans';
import { readPeople, tabOf, tabsInPortions } from '../new-tabs';
import { todayOf } from '../screen';
import { month, rest } from '../shapes';
import { openTracker } from '../tracker';
import { mayActForAll, whoIs } from '../who';

export const setUpTeam = act('setUpTeam', {
  doing: 'setting up',
  request: v.object({ people: v.string(), month, managerName: v.string(), rest }),
  run({ people, month, managerName, rest }) {
    needMonth(month);
    const wanted = readPeople(people);
    const tracker = openTracker();
    if (!rest) underLock(() => beginTracker(tracker, wanted, managerName));
    mayActForAll(whoIs(tracker.setup()));
    return tabsInPortions(tracker, month, rest, { show: () => tabOf(tracker, tracker.setup().roster[0]) });
  },
});

/** Writes Setup; for the same people once more, goes on where a run was cut off. */
function beginTracker(tracker: Tracker, people: readonly NewPerson[], managerName: string): void {
  const roster = tracker.find()?.roster;
  if (roster && !people.every(({ name }) => roster.some((rep) => sameName(rep.name, name)))) stop('trackerExists');
  const { email } = whoIs(null);
  const name = tidyName(managerName) || email || 'Manager';
  if (!roster) createSetup(tracker.book, people, { name, email }, todayOf(tracker));
  tracker.forget();
}
