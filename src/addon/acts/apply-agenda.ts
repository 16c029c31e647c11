/** Gives open months the sections that were previewed, or back those that they had. */
import * as v from 'valibot';
import type { AgendaResult } from '../../contract/calls';
import { FIELD_USES } from '../../core/shared/agenda';
import type { SectionKind } from '../../core/shared/fields';
import { applyAgenda as apply, planAgenda } from '../../sheet/repair/new-agenda';
import { act } from '../act';
import { everybody } from '../month-plans';
import { writePreviewed } from '../previewed';
import { freshScreen } from '../screen';
import { people, repId, rest, said, section } from '../shapes';
import { openTracker } from '../tracker';

const sections = v.array(
  v.object({
    id: section,
    kind: v.picklist(Object.keys(FIELD_USES) as SectionKind[]),
    name: said,
    question: said,
    minutes: v.nullable(v.number()),
  }),
);

export const applyAgenda = act('applyAgenda', {
  doing: 'changing the agenda',
  request: v.object({ people, back: v.exactOptional(v.record(repId, sections)), rest }),
  run({ people, back, rest }): AgendaResult {
    const tracker = openTracker();
    const team = everybody(tracker);
    const written: string[] = [];
    const portion = writePreviewed(people, rest, {
      plan: (id) => {
        const rep = team.find((one) => one.id === id);
        const plan = rep ? planAgenda(tracker, rep, back?.[id]) : null;
        // The way back is told by the sections that it leads to, whatever has been typed since.
        return plan && back ? { ...plan, digest: '' } : plan;
      },
      isEmpty: () => false,
      apply: (plan) => {
        apply(tracker, plan);
        written.push(plan.rep.name);
      },
    });
    return { written, ...portion, screen: portion.rest.length === 0 ? freshScreen(tracker, null) : null };
  },
});
