/** Adds people to the roster, with tabs and, if given, the month. */
import * as v from 'valibot';
import { type NewPerson, sameName } from '../../core/roster';
import { addToTeam, keySetup } from '../../sheet/team/team';
import { act } from '../act';
import { underLock } from '../answer';
import { needMonth } from '../month-plans';
import { readPeople, tabsInPortions } from '../new-tabs';
import { todayOf } from '../screen';
import { month, rest } from '../shapes';
import { openTracker } from '../tracker';
import { mayActForAll, whoIs } from '../who';

export const addPeople = act('addPeople', {
  doing: 'adding people',
  request: v.object({ people: v.string(), month: v.nullable(month), rest }),
  run({ people, month, rest }) {
    if (month !== null) needMonth(month);
    const wanted = readPeople(people);
    const tracker = openTracker();
    const me = whoIs(tracker.setup());
    mayActForAll(me);
    if (!rest)
      underLock(() => {
        keySetup(tracker);
        addToTeam(tracker, wanted, me.name, todayOf(tracker));
      });
    const active = tracker.book.getActiveSheet();
    const tabs = tabsInPortions(tracker, month, rest, { show: () => active });
    const owed = (name: string) =>
      tracker.setup().roster.some((rep) => rep.sheetId === null && sameName(rep.name, name));
    const isNew = ({ name }: NewPerson) => owed(name) || tabs.added.some((added) => sameName(added, name));
    return { ...tabs, alreadyThere: rest ? [] : wanted.filter((person) => !isNew(person)).map(({ name }) => name) };
  },
});
