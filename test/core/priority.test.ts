import fc from 'fast-check';
import { bigFrom, type Frame, type OpenDeal, prioritize, type Reason, reasonsOf } from '../../src/core/deal/priority';
import { monthsStuck, type StoryStep } from '../../src/core/deal/story';
import { monthOfDate } from '../../src/core/shared/dates';

const FRAME: Frame = { today: '2026-11-10', month: 202611, bigFrom: 50_000 };
const step = (status: StoryStep['status'], change: StoryStep['change']): StoryStep => ({ status, change });
const life = (story: StoryStep[], timesPushed = 0, monthsUnchanged = 0) => ({
  story,
  timesPushed,
  monthsUnchanged,
  monthsStuck: monthsStuck(story),
});
const deal = (over: Partial<OpenDeal>): OpenDeal => ({ status: '', amount: 1000, when: '', ...over });
const codes = (over: Partial<OpenDeal>) => reasonsOf(deal(over), FRAME).map((r) => r.code);

test('each reason in its figures', () => {
  const stuck = [step('moving', 'new'), step('stuck', 'moved'), step('stuck', 'none'), step('stuck', 'none')];
  expect(reasonsOf(deal({ status: 'Stuck ', amount: 90_000, life: life(stuck, 0, 2) }), FRAME)).toEqual([
    { code: 'stuck', months: 3 },
    { code: 'big' },
  ]);
  const pushed = [step('moving', 'new'), step('moving', 'pushed'), step('moving', 'pushed')];
  expect(reasonsOf(deal({ when: '2026-12-01', life: life(pushed, 2) }), FRAME)).toEqual([
    { code: 'pushed', times: 2, again: true },
  ]);
  expect(reasonsOf(deal({ when: '2026-11-09' }), FRAME)).toEqual([{ code: 'past', day: '2026-11-09' }]);
  expect(reasonsOf(deal({ when: '2026-11-10' }), FRAME)).toEqual([{ code: 'closing', thisMonth: true }]);
  expect(reasonsOf(deal({ status: 'closing', when: '2026-12-10' }), FRAME)).toEqual([
    { code: 'closing', thisMonth: false },
  ]);
  expect(codes({ status: 'going cold' })).toEqual(['cold']);
  // Big alone, one quiet month, one push, an own status, a date that cannot be read: nothing stands out.
  expect(codes({ amount: 90_000 })).toEqual([]);
  expect(codes({ status: 'with legal', when: 'after the fair', life: life([step('moving', 'pushed')], 1, 1) })).toEqual(
    [],
  );
  // Pushed twice, but long ago.
  const since = Array.from({ length: 3 }, () => step('moving', 'moved'));
  expect(codes({ life: life([...pushed, ...since], 2) })).toEqual([]);
});

test('months that were made before stories were kept say what they know', () => {
  expect(reasonsOf(deal({ status: 'stuck', life: life([], 3, 4) }), FRAME)).toEqual([
    { code: 'stuck', months: 4 },
    { code: 'pushed', times: 3, again: false },
  ]);
});

test('the order of the five minutes', () => {
  const named = {
    quiet: deal({}),
    unchanged: deal({ life: life([], 0, 3) }),
    cold: deal({ status: 'going cold' }),
    closing: deal({ when: '2026-11-28' }),
    past: deal({ when: '2026-10-28' }),
    pushed: deal({ life: life([step('moving', 'pushed'), step('moving', 'pushed')], 2) }),
    stuckLong: deal({ status: 'stuck', life: life([step('stuck', 'none'), step('stuck', 'none')]) }),
    stuck: deal({ status: 'stuck' }),
    stuckAndBig: deal({ status: 'stuck', amount: 60_000 }),
    quietToo: deal({}),
  };
  const nameOf = (d: OpenDeal) => Object.entries(named).find(([, one]) => one === d)?.[0];
  expect(prioritize(Object.values(named), FRAME).map((ranked) => nameOf(ranked.deal))).toEqual([
    'stuckAndBig',
    'stuckLong',
    'stuck',
    'pushed',
    'past',
    'closing',
    'cold',
    'unchanged',
    'quiet',
    'quietToo',
  ]);
});

test('big is measured by the own list', () => {
  expect(bigFrom([])).toBe(Number.POSITIVE_INFINITY);
  expect(bigFrom([5000, 'about 7k', '', undefined, 0, 9000])).toBe(Number.POSITIVE_INFINITY);
  // Twice the median, where few stand out.
  expect(bigFrom([10, 10, 10, 10, 90])).toBe(15);
  expect(bigFrom([10, 20, 90, 100, 110])).toBe(135);
  expect(bigFrom([10, 10, 100, 1000, 1000])).toBe(200);
  // Where amounts lie close together, nobody is big.
  const close = [10, 11, 12, 13, 14];
  expect(close.filter((amount) => amount >= bigFrom(close))).toEqual([]);
});

const dealArb: fc.Arbitrary<OpenDeal> = fc.record({
  status: fc.constantFrom('', 'moving', 'closing', 'stuck', 'going cold', 'with legal'),
  amount: fc.oneof(fc.constant<string | number>(''), fc.constant('12k?'), fc.integer({ min: 0, max: 100_000 })),
  when: fc.constantFrom('', 'soon', '2026-09-30', '2026-11-09', '2026-11-10', '2026-11-30', '2027-01-15'),
  life: fc.option(
    fc
      .record({
        story: fc.array(
          fc.record({
            status: fc.constantFrom<StoryStep['status']>('moving', 'closing', 'stuck', 'cold', 'other'),
            change: fc.constantFrom<StoryStep['change']>('pushed', 'earlier', 'amount', 'moved', 'none'),
          }),
          { maxLength: 6 },
        ),
        timesPushed: fc.nat(5),
        monthsUnchanged: fc.nat(5),
      })
      .map((l) => ({ ...l, monthsStuck: monthsStuck(l.story) })),
    { nil: undefined },
  ),
});

/** Says for itself whether a reason holds. */
function isTrue(reason: Reason, d: OpenDeal, frame: Frame): boolean {
  const { life: l } = d;
  const trailing = (status: string) => [...(l?.story ?? [])].reverse().findIndex((s) => s.status !== status);
  const monthsOf = (status: string) =>
    l === undefined
      ? 0
      : l.story.length === 0
        ? l.monthsUnchanged
        : trailing(status) < 0
          ? l.story.length
          : trailing(status);
  switch (reason.code) {
    case 'stuck':
      return d.status === 'stuck' && reason.months === monthsOf('stuck');
    case 'cold':
      return d.status === 'going cold' && reason.months === monthsOf('cold');
    case 'pushed':
      return reason.times === l?.timesPushed && reason.times >= 2;
    case 'past':
      return d.when === reason.day && reason.day < frame.today;
    case 'closing':
      return reason.thisMonth ? monthOfDate(String(d.when)) === frame.month : d.status === 'closing';
    case 'unchanged':
      return reason.months === l?.monthsUnchanged && reason.months >= 2;
    case 'big':
      return Number(d.amount) >= frame.bigFrom;
  }
}

test('whatever the list: no deal is lost, the order is total and stable, every reason is true', () => {
  fc.assert(
    fc.property(fc.array(dealArb, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (deals, random) => {
      const frame = { ...FRAME, bigFrom: bigFrom(deals.map((d) => d.amount)) };
      const ranked = prioritize(deals, frame);
      expect(new Set(ranked.map((r) => r.deal))).toEqual(new Set(deals));
      expect(ranked).toHaveLength(deals.length);
      for (const { deal: d, reasons } of ranked) {
        expect(reasons.filter((reason) => !isTrue(reason, d, frame))).toEqual([]);
        expect(new Set(reasons.map((r) => r.code)).size).toBe(reasons.length);
        expect(reasons[0]?.code).not.toBe('big');
      }
      // With reasons before without; those without in the list's own order.
      const quiet = ranked.filter((r) => r.reasons.length === 0).map((r) => deals.indexOf(r.deal));
      expect(quiet).toEqual([...quiet].sort((a, b) => a - b));
      expect(ranked.slice(ranked.length - quiet.length).every((r) => r.reasons.length === 0)).toBe(true);
      // Ranking what is ranked changes nothing, and which of two goes first does not depend on the others.
      const again = prioritize(
        ranked.map((r) => r.deal),
        frame,
      );
      expect(again).toEqual(ranked);
      const some = deals.filter(() => random.next().value % 2 === 0);
      const place = new Map(ranked.map((r, i) => [r.deal, i]));
      const places = prioritize(some, frame).map((r) => place.get(r.deal) ?? -1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }),
    { numRuns: 300 },
  );
});
