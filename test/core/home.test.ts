/** Who needs a 1:1 first, and why. */
import { type HomeFacts, homeLines } from '../../src/core/home';

const TODAY = '2026-11-29';
const person = (name: string, more: Partial<HomeFacts> = {}): HomeFacts => ({
  repId: name,
  name,
  sheetId: 1,
  month: 202611,
  state: 'finished',
  day: '2026-11-03',
  held: '2026-11-03',
  next: '',
  ready: false,
  result: '▲ 104%',
  stuck: 0,
  late: 0,
  lateOthers: 0,
  lateSteps: 0,
  ...more,
});
const of = (...facts: HomeFacts[]) => homeLines(facts, TODAY).map(({ name, reason }) => [name, reason]);

test.each<[string, Partial<HomeFacts>, object]>([
  ['held this month', {}, { kind: 'held', day: '2026-11-03' }],
  ['in progress', { state: 'running' }, { kind: 'running' }],
  [
    'planned for a day that has passed',
    { state: 'planned', held: '2026-10-05' },
    { kind: 'overdue', day: '2026-11-03', days: 26 },
  ],
  [
    'planned for today is not overdue',
    { state: 'planned', day: TODAY, held: '2026-10-05' },
    { kind: 'planned', day: TODAY },
  ],
  [
    'not met since September',
    { month: 202609, day: '2026-09-02', held: '2026-09-02' },
    { kind: 'notMet', last: '2026-09-02' },
  ],
  [
    'a month without a 1:1, next one planned',
    { state: 'planned', day: '2026-11-30', held: '2026-09-30' },
    { kind: 'notMet', last: '2026-09-30' },
  ],
  ['October held, November not started', { month: 202610, day: '2026-10-05', held: '2026-10-05' }, { kind: 'noMonth' }],
  [
    'somebody new, first 1:1 ahead',
    { state: 'planned', day: '2026-11-30', held: '' },
    { kind: 'planned', day: '2026-11-30' },
  ],
  ['a fresh tab', { month: null, state: 'planned', day: '', held: '' }, { kind: 'noMonth' }],
  [
    'late commitments',
    { state: 'planned', day: '2026-11-30', held: '2026-10-05', late: 2, stuck: 1 },
    { kind: 'late', count: 2 },
  ],
  [
    'below goal',
    { state: 'planned', day: '2026-11-30', held: '2026-10-05', result: '▼ 60%', stuck: 1 },
    { kind: 'offGoal' },
  ],
  ['stuck deals', { state: 'planned', day: '2026-11-30', held: '2026-10-05', stuck: 3 }, { kind: 'stuck', count: 3 }],
  ['no day yet', { state: 'planned', day: '', held: '2026-10-05' }, { kind: 'noDay' }],
  ['no tab', { sheetId: null }, { kind: 'noTab' }],
])('%s', (_, facts, reason) => {
  expect(of(person('Mira', facts))).toEqual([['Mira', reason]]);
});

test('who needs it first stands on top; among equals the longer wait, then the order of the roster', () => {
  const names = of(
    person('Held'),
    person('Overdue since the 10th', { state: 'planned', day: '2026-11-10', held: '2026-10-05' }),
    person('Gone', { sheetId: null }),
    person('Overdue since the 3rd', { state: 'planned', held: '2026-10-05' }),
    person('Two late', { state: 'planned', day: '2026-11-30', held: '2026-10-05', late: 2 }),
    person('Five late', { state: 'planned', day: '2026-11-30', held: '2026-10-05', late: 5 }),
    person('Held too'),
    person('Running', { state: 'running' }),
  ).map(([name]) => name);
  expect(names).toEqual([
    'Running',
    'Overdue since the 3rd',
    'Overdue since the 10th',
    'Five late',
    'Two late',
    'Held',
    'Held too',
    'Gone',
  ]);
});
