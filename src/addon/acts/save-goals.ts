/** Writes goals into Setup as they were previewed: all of them, or none. */
import * as v from 'valibot';
import { isMonthKey } from '../../core/shared/month';
import { writeGoals } from '../../sheet/setup/goal-lines';
import { act } from '../act';
import { underLock } from '../answer';
import { goalTable } from '../goals';
import { month, said } from '../shapes';
import { openTracker } from '../tracker';
import { mayActForAll, whoIs } from '../who';

const line = v.nullable(
  v.object({
    rep: said,
    kpi: said,
    value: v.pipe(v.number(), v.finite()),
    per: v.picklist(['month', 'year']),
    from: v.nullable(
      v.pipe(
        month,
        v.check((one) => isMonthKey(one)),
      ),
    ),
  }),
);

export const saveGoals = act('saveGoals', {
  doing: 'writing the goals',
  request: v.object({ changes: v.pipe(v.array(v.object({ was: line, now: line })), v.maxLength(5000)) }),
  run({ changes }) {
    const tracker = openTracker();
    mayActForAll(whoIs(tracker.setup()));
    const written = underLock(() => writeGoals(tracker, changes));
    return { ...goalTable(tracker), written };
  },
});
