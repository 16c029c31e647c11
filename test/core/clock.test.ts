import fc from 'fast-check';
import {
  actOnClock,
  type ClockAction,
  clockText,
  type MeetingClock,
  MINUTE_MS,
  meetingElapsedMs,
  meetingMinutes,
  sectionElapsedMs,
  sectionLeftMs,
} from '../../src/core/shared/clock';

const T0 = 1_790_000_000_000;

function play(...steps: [atMinute: number, action: ClockAction][]): MeetingClock {
  let clock: MeetingClock | null = null;
  steps.forEach(([minute, action], n) => {
    clock = actOnClock(clock, action, T0 + minute * MINUTE_MS, `a${n}`);
  });
  return clock as unknown as MeetingClock;
}

test('a section uses the time until the next one begins', () => {
  const clock = play([0, { act: 'start', section: 'new' }], [4, { act: 'goTo', section: 'existing' }]);
  const now = T0 + 10 * MINUTE_MS;
  expect(sectionElapsedMs(clock, 'new', now)).toBe(4 * MINUTE_MS);
  expect(sectionLeftMs(clock, 'existing', 5, now)).toBe(-MINUTE_MS);
  expect(meetingMinutes(clock, now)).toBe(10);
});

test('a pause takes no time, wherever one goes meanwhile', () => {
  const clock = play(
    [0, { act: 'start', section: 'new' }],
    [2, { act: 'pause' }],
    [3, { act: 'goTo', section: 'working' }],
    [7, { act: 'resume' }],
  );
  const now = T0 + 8 * MINUTE_MS;
  expect(sectionElapsedMs(clock, 'new', now)).toBe(2 * MINUTE_MS);
  expect(sectionElapsedMs(clock, 'working', now)).toBe(MINUTE_MS);
});

test('+1 gives a minute, and a repeated action changes nothing', () => {
  const started = play([0, { act: 'start', section: 'new' }]);
  const more = actOnClock(started, { act: 'addMinute', section: 'new' }, T0, 'plus') as MeetingClock;
  const again = actOnClock(more, { act: 'addMinute', section: 'new' }, T0, 'plus') as MeetingClock;
  expect(sectionLeftMs(again, 'new', 5, T0)).toBe(6 * MINUTE_MS);
  expect(again).toEqual(more);
});

test('without a start nothing runs, and a second start does not begin anew', () => {
  expect(actOnClock(null, { act: 'pause' }, T0, 'x')).toBeNull();
  const clock = play([0, { act: 'start', section: 'new' }], [5, { act: 'start', section: 'other' }]);
  expect(clock.startedAt).toBe(T0);
  expect(clock.section).toBe('new');
});

test('whatever is pressed, the sections add up to the time that was not paused', () => {
  const action = fc.oneof(
    fc.constant<ClockAction>({ act: 'pause' }),
    fc.constant<ClockAction>({ act: 'resume' }),
    fc.constantFrom('a', 'b', 'c').map((section): ClockAction => ({ act: 'goTo', section })),
    fc.constantFrom('a', 'b').map((section): ClockAction => ({ act: 'addMinute', section })),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 600_000 }), action), { maxLength: 30 }), (steps) => {
      let now = T0;
      let running = true;
      let expected = 0;
      let clock = actOnClock(null, { act: 'start', section: 'a' }, now, 'start') as MeetingClock;
      steps.forEach(([wait, act], n) => {
        now += wait;
        if (running) expected += wait;
        clock = actOnClock(clock, act, now, `s${n}`) as MeetingClock;
        if (act.act === 'pause') running = false;
        if (act.act === 'resume') running = true;
      });
      expect(meetingElapsedMs(clock, now)).toBe(expected);
    }),
  );
});

test('clocks read minutes and seconds', () => {
  expect(clockText(3 * MINUTE_MS + 12_400)).toBe('3:12');
  expect(clockText(-42_000)).toBe('0:42');
  expect(clockText(61 * MINUTE_MS)).toBe('61:00');
});
