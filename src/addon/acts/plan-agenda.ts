/** What Setup's agenda would change in the months that are open. */
import * as v from 'valibot';
import type { AgendaPreview } from '../../contract/calls';
import { planAgenda as plan } from '../../sheet/repair/new-agenda';
import { act } from '../act';
import { problemView } from '../answer';
import { everybody, headAndNewest } from '../month-plans';
import { inPortions, unitsOf } from '../portions';
import { rest } from '../shapes';
import { openTracker } from '../tracker';

export const planAgenda = act('planAgenda', {
  doing: 'reading the agenda',
  request: v.object({ rest }),
  run({ rest }): AgendaPreview {
    const tracker = openTracker();
    const team = everybody(tracker);
    const people: AgendaPreview['people'] = [];
    const left: AgendaPreview['left'] = [];
    const ids = team.map(({ id }) => id);
    const portion = inPortions(rest ?? unitsOf('tab', ids), {
      tab: (repId) => {
        const rep = team.find(({ id }) => id === repId);
        const found = rep && plan(tracker, rep);
        if (!rep || !found) return;
        const { digest, changes, was, tab } = found;
        const isClosed = tab && !headAndNewest(tab.sheet).canEdit();
        const problem = isClosed ? { code: 'mayNotEdit' as const, place: { tab: tab.sheet.getName() } } : found.problem;
        if (problem) left.push(problemView(problem).message);
        else people.push({ repId, digest, name: rep.name, changes, was });
      },
    });
    return { people, left, ...portion };
  },
});
