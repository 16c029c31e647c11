/** Judging and telling: nothing is green that was not seen. */

import { countWords, reportText } from '../../src/self-check/page/report';
import {
  type Assumption,
  judge,
  judgeFailure,
  judgeUnheard,
  type Outcome,
  type Seen,
  untold,
} from '../../src/self-check/probe';
import { isGoogleScript } from '../../src/self-check/server/run';

const ASSUMED: Assumption<'a' | 'b'> = {
  id: 'one',
  name: 'One',
  assume: 'Two things hold.',
  where: ['src/x.ts'],
  expected: { a: 1, b: '=x' },
};
const ONLY: Assumption = { ...ASSUMED, onlyAtGoogle: true };

test.each<[string, Assumption, Seen, boolean, Outcome['verdict']]>([
  ['both as assumed', ASSUMED, { facts: { a: 1, b: '=x' } }, false, 'asAssumed'],
  ['one differs', ASSUMED, { facts: { a: 1, b: 'x' } }, true, 'differs'],
  ['another kind of value', ASSUMED, { facts: { a: '1', b: '=x' } }, true, 'differs'],
  ['one not told', ASSUMED, { facts: { a: 1, b: untold('why') } }, true, 'couldNotTell'],
  ['one differs, one not told', ASSUMED, { facts: { a: 2, b: untold('why') } }, true, 'differs'],
  ['one not looked at', ASSUMED, { facts: { a: 1 } }, true, 'couldNotTell'],
  ['null is a value', { ...ASSUMED, expected: { a: null } }, { facts: { a: null } }, true, 'asAssumed'],
  ['nothing assumed', { ...ASSUMED, expected: {} }, { facts: {} }, true, 'couldNotTell'],
  ['only Google can tell, seen there', ONLY, { facts: { a: 1, b: '=x' } }, true, 'asAssumed'],
  ['only Google can tell, seen elsewhere', ONLY, { facts: { a: 1, b: '=x' } }, false, 'couldNotTell'],
  ['only Google can tell, and it differs there', ONLY, { facts: { a: 9, b: '=x' } }, true, 'differs'],
])('%s', (_, assumption, seen, isAtGoogle, verdict) => {
  expect(judge(assumption, seen, isAtGoogle).verdict).toBe(verdict);
});

test('what throws differs; what the workbench lacks, or nobody heard of, could not be told', () => {
  const missing = Object.assign(new Error('Range.setFoo'), { name: 'NotImplemented' });
  expect(judgeFailure(ASSUMED, new Error('No.')).verdict).toBe('differs');
  expect(judgeFailure(ASSUMED, 'thrown as text').told).toEqual({ 'what was thrown': 'Error: thrown as text' });
  expect(judgeFailure(ASSUMED, missing).verdict).toBe('couldNotTell');
  expect(judgeUnheard(ASSUMED, 'HTTP 0').verdict).toBe('couldNotTell');
});

test('the text tells the worst first, what was assumed and seen, and what was tried by hand', () => {
  const outcomes = [
    judge({ ...ASSUMED, id: 'green' }, { facts: { a: 1, b: '=x' }, told: { ms: 12 } }, true),
    judge({ ...ASSUMED, id: 'red' }, { facts: { a: 1, b: '2\n3' } }, true),
    judgeUnheard({ ...ASSUMED, id: 'grey' }, 'busy'),
  ];
  expect(countWords(outcomes)).toBe('1 as we assume, 1 differs, 1 could not tell');
  const text = reportText({
    outcomes,
    seconds: 61,
    byHand: { 'hand-undo': 'It came back.' },
    userAgent: 'Browser 1',
    isAtGoogle: true,
    at: '2026-11-29T20:15:00.000Z',
  });
  expect(text.split('\nBY HAND')[0]).toBe(
    [
      'Self-check of Monthly 1:1, 2026-11-29 20:15 UTC, at Google',
      '1 as we assume, 1 differs, 1 could not tell; 61 seconds',
      'Browser 1',
      '',
      'DIFFERS',
      'red: One',
      '  assumed: Two things hold.',
      '  a: assumed 1, seen 1',
      '  b: assumed "=x", seen "2\\n3"',
      '',
      'COULD NOT TELL',
      'grey: One',
      '  assumed: Two things hold.',
      '  it runs: assumed true, seen could not tell: busy',
      '',
      'AS WE ASSUME',
      'green: One',
      '  (ms: 12)',
      '',
    ].join('\n'),
  );
  expect(text).toMatch(/hand-undo: Save a field .*\n {2}It came back\.\n/);
  expect(text).toMatch(/hand-copy: .*\n {2}not tried yet\n$/);
});

test('a script’s id tells Google from the workbench', () => {
  expect(isGoogleScript('workbench-script')).toBe(false);
  expect(isGoogleScript('1Hkc8JcOSXfNy_9eYsRtHu4gv3y0BWBGyJD9498pMaYNL_nZWlvgu6mkY')).toBe(true);
});
