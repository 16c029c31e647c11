import { dayToKeep, type NamedDay, namedDay, stepDay, withDay } from '../../src/core/shared/next-step';

/** A Monday. */
const TODAY = '2026-11-30';
const dmy = { order: 'dmy', today: TODAY, zone: '' } as const;
const on = (today: string) => ({ ...dmy, today });

const NAMED: [string, Partial<NamedDay> | null][] = [
  ['Fri 4 Dec · call counsel', { day: '2026-12-04', at: 'start', rest: 'call counsel' }],
  ['4 Dec: call counsel', { day: '2026-12-04', at: 'start', rest: 'call counsel' }],
  ['4.12. Angebot schicken', { day: '2026-12-04', at: 'start', rest: 'Angebot schicken' }],
  ['by friday send the offer', { day: '2026-12-04', at: 'start', rest: 'send the offer' }],
  ['Tomorrow call', { day: '2026-12-01', at: 'start', rest: 'call' }],
  ['send the offer by Thu 10 Dec', { day: '2026-12-10', at: 'end', rest: 'send the offer' }],
  ['Ben sends it, Friday.', { day: '2026-12-04', at: 'end', rest: 'Ben sends it' }],
  ['appeler le conseil, ven. 4 déc.', { day: '2026-12-04', at: 'end' }],
  ['call counsel – 4/12', { day: '2026-12-04', at: 'end', rest: 'call counsel' }],
  ['send it by 11/12', { day: '2026-12-11', at: 'end', rest: 'send it' }],
  ['visit them in 2 weeks', { day: '2026-12-14', at: 'end', rest: 'visit them' }],
  ['2026-12-04 call', { day: '2026-12-04', at: 'start' }],
  ['Friday', { day: '2026-12-04', at: 'start', rest: '' }],
  // No days.
  ['', null],
  ['call counsel', null],
  ['sat down with them twice', null],
  ['offer a discount of 12.5', null],
  ['3/4 of the team agree', null],
  ['45000 units, then the rest', null],
  ['send 10', null],
  ['plan for Q1', null],
  ['decide in December', null],
  ['mar gave us the number', null],
];

test.each(NAMED)('%s', (text, expected) => {
  const named = namedDay(text, dmy);
  if (expected === null) expect(named).toBeNull();
  else expect(named).toMatchObject(expected);
});

test('what has passed is a plan at the start of a step only', () => {
  expect(dayToKeep('12 Nov · call counsel', dmy)).toBe('2026-11-12');
  expect(dayToKeep('answer their mail of 12 Nov', dmy)).toBe('');
});

test('friday stays the friday that was meant when it was written', () => {
  expect(dayToKeep('call on friday', on('2026-11-30'))).toBe('2026-12-04');
  expect(stepDay('call on friday', '2026-12-04', on('2026-12-09'))).toBe('2026-12-04');
  // Nobody has kept it: it is not guessed anew each week.
  expect(stepDay('call on friday', '', on('2026-12-09'))).toBe('');
});

test('a day that reads the same next week needs none that was kept, and wins over one that no longer fits', () => {
  expect(stepDay('Fri 4 Dec · call', '', on('2026-12-09'))).toBe('2026-12-04');
  expect(stepDay('Fri 11 Dec · call', '2026-12-04', on('2026-12-09'))).toBe('2026-12-11');
  expect(stepDay('send it by 4 Dec', '2026-12-04', on('2026-12-09'))).toBe('2026-12-04');
  expect(stepDay('call them', '2026-12-04', on('2026-12-09'))).toBe('');
});

test('a day that is picked takes the place of the one before', () => {
  expect(withDay('call counsel', '2026-12-04', dmy)).toBe('Fri 4 Dec · call counsel');
  expect(withDay('Fri 4 Dec · call counsel', '2027-01-08', dmy)).toBe('Fri 8 Jan 2027 · call counsel');
  expect(withDay('send the offer by Thu 10 Dec', '', dmy)).toBe('send the offer');
  expect(withDay('', '2026-12-04', dmy)).toBe('Fri 4 Dec');
  const picked = withDay('call counsel', '2027-01-08', dmy);
  expect(namedDay(picked, dmy)).toMatchObject({ day: '2027-01-08', rest: 'call counsel' });
});
