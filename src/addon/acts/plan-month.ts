/** What starting a month would write, on one tab or on everybody's. */
import * as v from 'valibot';
import type { CarryView, StartPreview } from '../../contract/calls';
import { act } from '../act';
import { everybody, needMonth, planFor, planOne } from '../month-plans';
import { inPortions, unitsOf } from '../portions';
import { agenda, decisions, month, rest, sheetId } from '../shapes';
import { carryView } from '../start-preview';
import { openTracker } from '../tracker';

export const planMonth = act('planMonth', {
  doing: 'looking at what comes along',
  request: v.object({ sheetId: v.nullable(sheetId), month, agenda, decisions, rest }),
  run(request): StartPreview {
    const { sheetId, month, rest } = request;
    const tracker = openTracker();
    needMonth(month);
    const people: CarryView[] = [];
    if (sheetId !== null) {
      people.push(carryView(planOne(tracker, sheetId, request)));
      return { people, withoutTab: [], did: [], rest: [] };
    }
    const active = everybody(tracker);
    const withTab = active.filter((rep) => rep.sheetId !== null);
    const portion = inPortions(
      rest ??
        unitsOf(
          'tab',
          withTab.map((rep) => rep.id),
        ),
      {
        tab: (repId) => {
          const rep = active.find((one) => one.id === repId);
          if (rep) people.push(carryView(planFor(tracker, rep, request)));
        },
      },
    );
    const withoutTab = rest ? [] : active.filter((rep) => rep.sheetId === null).map((rep) => rep.name);
    return { people, withoutTab, ...portion };
  },
});
