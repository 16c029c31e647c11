/** What pasted figures would write. */
import * as v from 'valibot';
import type { ActualsPreview, NameQuestionView } from '../../contract/calls';
import type { NameQuestion } from '../../core/actuals/figures';
import { nameQuestionKey } from '../../core/actuals/names';
import { leftOutText } from '../../core/actuals/words';
import type { ActualsPlan } from '../../sheet/acts/actuals';
import { COL } from '../../sheet/grid/grid';
import type { Tracker } from '../../sheet/setup/tracker';
import { act } from '../act';
import { Pasted, pastedActuals } from '../pasted-actuals';
import { inPortions, unitsOf } from '../portions';
import { rest } from '../shapes';

export const planActuals = act('planActuals', {
  doing: 'reading the pasted figures',
  request: v.object({ ...pastedActuals, rest }),
  run({ rest, ...request }): ActualsPreview {
    const pasted = new Pasted(request);
    const preview: Omit<ActualsPreview, 'did' | 'rest'> = {
      people: [],
      changes: [],
      same: 0,
      leftOut: [],
      questions: [],
    };
    // What is about the table as a whole is said once.
    if (!rest) {
      preview.leftOut.push(...pasted.read.leftOut.map(leftOutText));
      preview.questions.push(...pasted.read.questions.map((one) => questionView(pasted.tracker, one)));
    }
    const portion = inPortions(rest ?? unitsOf('tab', pasted.repIds()), {
      tab: (repId) => {
        const found = pasted.plan(repId);
        if (found) add(preview, found);
      },
    });
    return { ...preview, ...portion };
  },
});

function add(
  preview: Omit<ActualsPreview, 'did' | 'rest'>,
  { rep, changes, same, leftOut, digest }: ActualsPlan,
): void {
  if (changes.length > 0) preview.people.push({ repId: rep.id, digest });
  for (const { kpi, tab, was, now, row } of changes)
    preview.changes.push({ name: rep.name, kpi: kpi.name, was, now, cell: tab.columns.a1(row, COL.amount) });
  preview.same += same;
  preview.leftOut.push(...leftOut.map(leftOutText));
}

function questionView(tracker: Tracker, { what, name, ids }: NameQuestion): NameQuestionView {
  const { roster, kpis } = tracker.setup();
  const all = (what === 'person' ? roster : kpis).filter(({ id }) => id !== '');
  const likely = ids.flatMap((id) => all.find((one) => one.id === id) ?? []);
  const choices = [...likely, ...all.filter((one) => !likely.includes(one))];
  return {
    key: nameQuestionKey(what, name),
    what,
    name,
    choices: choices.map(({ id, name: shown }) => ({ id, name: shown })),
  };
}
