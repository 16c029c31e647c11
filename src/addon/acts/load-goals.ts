/** The goals in Setup, and those of a pasted table, read as pasted figures are. Writes nothing. */
import * as v from 'valibot';
import { leftOutText } from '../../core/actuals/words';
import { readActuals } from '../../sheet/acts/actuals';
import { act } from '../act';
import { goalTable } from '../goals';
import { openTracker } from '../tracker';
import { mayActForAll, whoIs } from '../who';

export const loadGoals = act('loadGoals', {
  doing: 'reading the goals',
  request: v.object({ pasted: v.exactOptional(v.pipe(v.string(), v.maxLength(200_000))) }),
  run({ pasted }) {
    const tracker = openTracker();
    mayActForAll(whoIs(tracker.setup()));
    const table = goalTable(tracker);
    if (pasted === undefined) return table;
    const { figures, leftOut, questions } = readActuals(tracker, pasted);
    return {
      ...table,
      pasted: figures.map(({ repId, kpiId, value }) => ({ repId, kpiId, value })),
      leftOut: [...leftOut.map(leftOutText), ...questions.map(({ name }) => name)],
    };
  },
});
