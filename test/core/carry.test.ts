import fc from 'fast-check';
import {
  helpQuestion,
  helpRowId,
  isHelpRow,
  planCarry,
  STANDARD_STATUSES,
  sinceText,
  startOf,
} from '../../src/core/deal/carry';
import { monthsStuck, readStory } from '../../src/core/deal/story';
import type { Cells } from '../../src/core/shared/fields';
import { addMonths } from '../../src/core/shared/month';
import type { Item, MonthRecord } from '../../src/core/shared/record';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { carriedDealRow } from '../../src/sheet/month/plan';
import { monthRecord } from '../support/month-record';

const SECTIONS = { existing: ['existing'], fresh: ['new'] };

function deal(id: string, cells: Cells, life: Item['life'] = null): Item {
  return {
    id,
    cells: { who: id, when: '', why: '', amount: '', status: '', moved: '', next: '', ...cells },
    formulas: [],
    row: 10,
    life,
  };
}

function record(month: number, existing: Item[], fresh: Item[], more: Partial<MonthRecord> = {}): MonthRecord {
  return monthRecord({
    month,
    sections: [
      { id: 'new', items: fresh },
      { id: 'existing', items: existing },
    ],
    ...more,
  });
}

test('the day that a next step names comes along with it', () => {
  const dated = { ...deal('a', { next: 'call on friday' }), nextDay: '2026-11-06' };
  const learning = { ...deal('g', { next: 'read it by friday' }), nextDay: '2026-11-13' };
  const carry = carryFrom(record(202611, [dated], [deal('b', {})], { growth: [learning] }));
  expect(carry.kept.map(({ nextDay }) => nextDay)).toEqual(['2026-11-06', undefined]);
  expect(carry.growth.map(({ nextDay }) => nextDay)).toEqual(['2026-11-13']);
});

test('a doubt about its day or amount comes along until somebody answers it', () => {
  const doubtful = { ...deal('a', { when: '2026-01-15' }), typed: { when: '?2027-01-15', amount: '42k' } };
  const [kept] = carryFrom(record(202611, [doubtful], [])).kept;
  const section = { id: 'existing', kind: 'existing', name: 'Existing', question: '', minutes: 5 } as const;
  const { values } = carriedDealRow(section, kept!, 202612);
  // As texts.
  expect([values[HIDDEN.typedWhen - 1], values[HIDDEN.typedAmount - 1]]).toEqual(["'?2027-01-15", "'42k"]);
});

const carryFrom = (from: MonthRecord | null) => planCarry(from, SECTIONS, STANDARD_STATUSES);

test('a first month begins with nothing', () => {
  expect(carryFrom(null)).toMatchObject({ fromMonth: null, kept: [], commitments: [], lastFocus: '' });
});

test('what help was wanted with is asked about in the next month, in a line', () => {
  const asked = (help: string) => helpQuestion(carryFrom(record(202610, [], [], { help })));
  expect(asked('the signing\nat Halden.')).toBe('Help in October: the signing at Halden. How did it go?');
  expect(asked(' ')).toBe('');
  expect(asked('x'.repeat(500)).length).toBeLessThan(200);
  expect(helpQuestion(carryFrom(null))).toBe('');
  expect([isHelpRow(`other:${helpRowId(202610)}`), isHelpRow('other:h1')]).toEqual([true, false]);
});

test('open ones come along with their story, existing before new; closed ones stay', () => {
  const carry = carryFrom(
    record(
      202610,
      [
        deal('old', { status: 'stuck', amount: 500, why: 'w', next: 'n', moved: 'they called' }),
        deal('w', { status: 'Won ' }),
      ],
      [deal('fresh', { when: '2026-11-20' }), deal('l', { status: 'lost' })],
    ),
  );
  expect(carry.kept.map((d) => d.id)).toEqual(['old', 'fresh']);
  expect(carry.kept[0]?.cells).toEqual({
    who: 'old',
    when: '',
    why: 'w',
    amount: 500,
    status: 'stuck',
    moved: '',
    next: 'n',
  });
  expect(carry.won.map((d) => d.id)).toEqual(['w']);
  expect(carry.lost.map((d) => d.id)).toEqual(['l']);
  expect(carry.kept[1]?.life).toMatchObject({
    firstMonth: 202610,
    monthsUnchanged: 0,
    timesPushed: 0,
    startWhen: '2026-11-20',
  });
});

test('one name twice is two deals', () => {
  const carry = carryFrom(record(202610, [], [deal('a', { who: 'Same' }), deal('b', { who: 'Same' })]));
  expect(carry.kept.map((d) => d.id)).toEqual(['a', 'b']);
});

test('months unchanged and pushes are counted from how the month began', () => {
  const began = { who: 'x', when: '2026-10-10', amount: 5, status: 'stuck', next: 'call' };
  const life = { firstMonth: 202606, monthsUnchanged: 2, timesPushed: 1, ...startOf(began), story: 'mn' };
  const next = (cells: Cells) => carryFrom(record(202610, [deal('x', { ...began, ...cells }, life)], [])).kept[0]?.life;
  expect(next({})).toMatchObject({ monthsUnchanged: 3, timesPushed: 1, firstMonth: 202606 });
  expect(next({ moved: 'a word' })).toMatchObject({ monthsUnchanged: 0, timesPushed: 1 });
  expect(next({ when: '2026-12-01' })).toMatchObject({ monthsUnchanged: 0, timesPushed: 2 });
  expect(next({ when: '2026-09-01' })).toMatchObject({ monthsUnchanged: 0, timesPushed: 1 });
  expect(next({ when: 'some day' })).toMatchObject({ timesPushed: 1 });
  expect(next({ amount: 6 })).toMatchObject({ monthsUnchanged: 0 });
});

test('each 1:1 adds a step to the story: how it stood, and the weightiest change', () => {
  const began = { who: 'x', when: '2026-10-10', amount: 5, status: 'stuck', next: 'call' };
  const life = { firstMonth: 202606, monthsUnchanged: 2, timesPushed: 1, ...startOf(began), story: 'mn' };
  const step = (cells: Cells) =>
    readStory(carryFrom(record(202610, [deal('x', { ...began, ...cells }, life)], [])).kept[0]?.life.story ?? '').pop();
  expect(step({})).toEqual({ status: 'stuck', change: 'none' });
  expect(step({ status: '', when: '2026-12-01', amount: 9 })).toEqual({ status: 'moving', change: 'pushed' });
  expect(step({ when: '2026-09-01' })).toEqual({ status: 'stuck', change: 'earlier' });
  expect(step({ amount: '5k|6k' })).toEqual({ status: 'stuck', change: 'amount' });
  expect(step({ status: 'Going cold' })).toEqual({ status: 'cold', change: 'moved' });
  expect(step({ status: 'odd word', moved: 'a call' })).toEqual({ status: 'other', change: 'moved' });
  const first = carryFrom(record(202610, [], [deal('y', { who: 'y', status: 'closing' })])).kept[0]?.life;
  expect(readStory(first?.story ?? '')).toEqual([{ status: 'closing', change: 'new' }]);
});

test('months stuck are the latest ones in a row', () => {
  expect(monthsStuck(readStory('mns.mms.s.'))).toBe(2);
  expect(monthsStuck(readStory('s.m.'))).toBe(0);
  expect(monthsStuck([])).toBe(0);
});

test('what cannot be read comes along as it stands and is named', () => {
  const carry = carryFrom(record(202610, [deal('x', { amount: '12k–15k?', when: 'spring', status: 'perhaps' })], []));
  expect(carry.kept[0]?.cells).toMatchObject({ amount: '12k–15k?', when: 'spring', status: 'perhaps' });
  expect(carry.unreadable.map((u) => [u.what, u.text])).toEqual([
    ['amount', '12k–15k?'],
    ['when', 'spring'],
    ['status', 'perhaps'],
  ]);
});

test('open promises and the focus come along; done and dropped ones do not', () => {
  const commitments = [
    deal('p1', { status: 'open' }),
    deal('p2', { status: 'Done' }),
    deal('p3', {}),
    deal('p4', { status: 'dropped' }),
  ];
  const carry = carryFrom(record(202610, [], [], { commitments, focus: 'fewer, better' }));
  expect(carry.commitments.map((c) => [c.id, c.firstMonth, c.cells.status])).toEqual([
    ['p1', 202610, 'open'],
    ['p3', 202610, 'open'],
  ]);
  expect(carry.lastFocus).toBe('fewer, better');
});

test('since tells the month, then pushes, else months without change', () => {
  const life = {
    firstMonth: 202606,
    monthsUnchanged: 0,
    timesPushed: 0,
    startWhen: '',
    startDigest: '',
    startAmount: '',
    story: '',
  };
  expect(sinceText(life)).toBe('Jun');
  expect(sinceText({ ...life, monthsUnchanged: 2 })).toBe('Jun · 2 mo');
  expect(sinceText({ ...life, monthsUnchanged: 2, timesPushed: 3 })).toBe('Jun · 3×');
});

test('over random histories every open deal is there exactly once, in order, and nothing earlier is altered', () => {
  const status = fc.constantFrom('', 'closing', 'stuck', 'won', 'lost', 'unheard of');
  const month = fc.record({
    gap: fc.integer({ min: 1, max: 3 }),
    fresh: fc.array(status, { maxLength: 5 }),
    flips: fc.array(fc.nat(), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(month, { minLength: 1, maxLength: 8 }), (months) => {
      let key = 202601;
      let id = 0;
      let existing: Item[] = [];
      for (const { gap, fresh, flips } of months) {
        const items = fresh.map((word) => deal(`d${id++}`, { who: 'Same name', status: word }));
        for (const flip of flips) {
          const target = existing[flip % Math.max(1, existing.length)];
          if (target) target.cells.status = 'won';
        }
        const from = record(key, existing, items);
        const before = JSON.stringify(from);
        const carry = carryFrom(from);
        expect(JSON.stringify(from)).toBe(before);
        const open = [...existing, ...items]
          .filter((d) => d.cells.status !== 'won' && d.cells.status !== 'lost')
          .map((d) => d.id);
        expect(carry.kept.map((d) => d.id)).toEqual(open);
        existing = carry.kept.map((d) => deal(d.id, d.cells, d.life));
        key = addMonths(key, gap);
      }
    }),
  );
});
