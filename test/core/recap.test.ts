import type { Cells } from '../../src/core/shared/fields';
import { isBetweenMeetings, nudgeText, promisedByNow } from '../../src/core/shared/nudge';
import { type RecapFacts, recapText } from '../../src/core/shared/recap';

const item = (cells: Cells, nextDay = '') => ({ cells, ...(nextDay === '' ? {} : { nextDay }) });

const facts: RecapFacts = {
  rep: 'Tomas Okafor',
  record: {
    month: 202611,
    sections: [
      { id: 'new', items: [item({ who: 'Harbour', next: 'Mon 7 Dec · show the board' })] },
      {
        id: 'existing',
        items: [
          item({ who: 'Ostrava Gears', amount: 42000, status: 'won', next: 'Fri 4 Dec · thank them' }),
          item({ who: 'Birch Timber', status: 'lost', moved: 'Price: two levels\nmore' }),
          item({ who: 'Halden', next: 'call counsel on friday' }, '2026-12-04'),
          item({ who: 'Vire', next: 'one day' }),
          item({ who: 'Portan', next: 'price list by 2 Dec' }, '2026-12-02'),
        ],
      },
      { id: 'working', items: [item({ who: 'Referrals', next: 'show the team, 9 Dec' }, '2026-12-09')] },
      { id: 'kpis', items: [item({ who: 'Calls', next: 'two hours each morning' })] },
    ],
    commitments: [item({ who: 'Portan: price list', when: '2026-12-02', next: 'Ida', status: 'open' })],
    // Development and coaching are left out unless somebody ticks them.
    growth: [item({ who: 'German', next: 'lead a call, 3 Dec', status: 'open' }, '2026-12-03')],
    observed: '',
    focus: 'Plant managers',
    takeaway: 'Need first',
    nextDate: '2026-12-07',
  },
  heldOn: '2026-11-30',
  minutes: 28,
  outcomeOf: ({ status }) => (status === 'won' || status === 'lost' ? status : null),
  showAmount: (value) => (value === undefined ? '' : String(value)),
  style: { order: 'dmy', today: '2026-11-30', zone: '' },
  link: 'https://example.com/sheet',
};

test('what was decided anywhere in the talk, short, with the way to the sheet; a step that is a commitment once', () => {
  expect(recapText(facts).split('\n')).toEqual([
    '1:1 with Tomas Okafor, November 2026, held 30 Nov (28 min)',
    'Focus until next time: Plant managers',
    'Takeaway: Need first',
    'Won: Ostrava Gears (42000)',
    'Lost: Birch Timber (Price: two levels)',
    'Next steps:',
    '– Fri 4 Dec, Halden: call counsel',
    '– Mon 7 Dec, Harbour: show the board',
    '– Wed 9 Dec, Referrals: show the team',
    'Corrections:',
    '– Calls: two hours each morning',
    'Who does what by when:',
    '– Ida: Portan: price list, by 2 Dec',
    'Next 1:1: 7 Dec',
    'The sheet: https://example.com/sheet',
  ]);
});

test('of many next steps the nearest are told', () => {
  const items = Array.from({ length: 12 }, (_, n) => item({ who: `Deal ${n}`, next: `${28 - n}.12. call` }));
  const lines = recapText({ ...facts, record: { ...facts.record, sections: [{ id: 'new', items }] } }).split('\n');
  expect(lines).toContain('– Thu 17 Dec, Deal 11: call');
  expect(lines).toContain('– and 4 more in the sheet');
});

test('between the meetings: what was promised by now, one’s own first', () => {
  const promised = promisedByNow(
    [
      { who: 'price list', when: '2026-11-12', next: 'Tomas' },
      { who: 'introduce them', when: '2026-11-16', next: 'Ida Brandt' },
      { who: 'record a call', when: '2026-11-20', next: 'Tomas' },
      { who: 'no day', when: '', next: 'Ida' },
    ],
    '2026-11-16',
  );
  const steps = [{ what: 'Halden: call counsel', due: '2026-11-13' }];
  const more = { rep: 'Tomas Okafor', today: '2026-11-16', promised, steps, link: 'https://example.com/sheet' };
  expect(
    nudgeText({ ...more, me: 'Ida Brandt' })
      .split('\n')
      .slice(1, -2),
  ).toEqual([
    'From me:',
    '– introduce them, by 16 Nov',
    'From you:',
    '– Tomas: price list, by 12 Nov',
    'Next steps:',
    '– Halden: call counsel, by 13 Nov',
  ]);
  // Nobody knows who writes: nothing is said in anybody's name.
  expect(nudgeText({ ...more, me: '' })).not.toMatch(/From (me|you)/);
});

test('it is offered between two meetings, not right after one nor right before the next', () => {
  expect(isBetweenMeetings('2026-11-03', '2026-12-01', '2026-11-05')).toBe(false);
  expect(isBetweenMeetings('2026-11-03', '2026-12-01', '2026-11-16')).toBe(true);
  expect(isBetweenMeetings('2026-11-03', '2026-12-01', '2026-11-29')).toBe(false);
  expect(isBetweenMeetings('2026-11-03', '', '2026-11-29')).toBe(true);
  expect(isBetweenMeetings('', '', '2026-11-29')).toBe(false);
});
