/** Which lines of Setup another goal makes. */
import { type Goal, type LineChange, planGoal } from '../../src/core/shared/goal-lines';

const line = (rep: string, value: number, from: number | null = null, per: Goal['per'] = 'month'): Goal => ({
  rep,
  kpi: 'Calls',
  value,
  per,
  from,
});
const LINES = [line('', 80), line('Mira', 90, 202610), line('Ben', 1200, 202601, 'year'), line('Benchmark', 100)];

test.each<[string, Parameters<typeof planGoal>[1], LineChange | 'older' | null]>([
  ['a first goal of somebody is a new line', line('Rosa', 70), { was: null, now: line('Rosa', 70) }],
  ['the goal that counts already changes nothing', line('mira', 90, 202611), null],
  [
    'of the same month: the line is changed',
    line('Mira', 95, 202610),
    { was: LINES[1]!, now: line('Mira', 95, 202610) },
  ],
  ['of a later month: the earlier line stays', line('Mira', 95, 202612), { was: null, now: line('Mira', 95, 202612) }],
  ['of an earlier month: what begins later stays', line('Mira', 85), { was: null, now: line('Mira', 85) }],
  ['a year looked at by the month is the same goal', line('Ben', 100, 202602), null],
  ['a month instead of a year', line('Ben', 110, 202601), { was: LINES[2]!, now: line('Ben', 110, 202601) }],
  ['what the team compares itself with', line('Benchmark', 120), { was: LINES[3]!, now: line('Benchmark', 120) }],
  ['taken away where it begins', { ...line('Mira', 0, 202610), value: null }, { was: LINES[1]!, now: null }],
  ['not taken away where it began earlier', { ...line('Mira', 0, 202611), value: null }, 'older'],
  ['nobody’s goal taken away', { ...line('Rosa', 0), value: null }, null],
])('%s', (_, wanted, expected) => {
  expect(planGoal(LINES, wanted, /* adds= */ true)).toEqual(expected);
});
