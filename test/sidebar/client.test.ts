import { call, isLost } from '../../src/sidebar/rpc/client';
import { insist, Nap, waitAfterLost } from '../../src/sidebar/rpc/insist';

type Handler = (value: never) => void;
type Answering = (ok: (answer: string | null) => void, fail: (error: Error) => void, json: string) => void;

/** google.script.run with one function. */
function serve(answering: Answering): void {
  const runner = (ok: Handler, fail: Handler): unknown => ({
    withSuccessHandler: (f: Handler) => runner(f, fail),
    withFailureHandler: (f: Handler) => runner(ok, f),
    loadScreen: (json: string) => answering(ok as never, fail as never, json),
  });
  (globalThis as unknown as { google: unknown }).google = {
    script: {
      run: runner(
        () => undefined,
        () => undefined,
      ),
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const load = () => call('loadScreen', { sheetId: 1 });

test('request and answer cross as JSON text', async () => {
  serve((ok, _fail, json) => ok(JSON.stringify({ ok: true, value: JSON.parse(json) })));
  expect(await load()).toEqual({ ok: true, value: { sheetId: 1 } });
});

test('a problem is an answer', async () => {
  serve((ok) => ok(JSON.stringify({ ok: false, problem: { code: 'tabGone', message: 'gone' } })));
  const reply = await load();
  expect(isLost(reply)).toBe(false);
  expect(reply).toEqual({ ok: false, problem: { code: 'tabGone', message: 'gone' } });
});

test.each<[string, Answering]>([
  ['a failure handler', (_ok, fail) => fail(new Error('NetworkError: Connection failure due to HTTP 0'))],
  ['an empty answer', (ok) => ok(null)],
  ['half an answer', (ok) => ok('{"ok":tr')],
  ['an answer of another shape', (ok) => ok('{"ok":true}')],
  [
    'a throw on the spot',
    () => {
      throw new TypeError('Failed due to illegal value in property: 0');
    },
  ],
])('%s is lost, and nothing is thrown', async (_, answering) => {
  serve(answering);
  expect(isLost(await load())).toBe(true);
});

test('no answer at all is lost after a while', async () => {
  serve(() => undefined);
  const reply = load();
  await jest.advanceTimersByTimeAsync(31_000);
  expect(isLost(await reply)).toBe(true);
});

test('a function that the page does not know is lost, not an error', async () => {
  serve(() => undefined);
  expect(isLost(await call('openTab', { sheetId: 1 }))).toBe(true);
});

test('a misspelt call does not compile', () => {
  // @ts-expect-error there is no such call
  const misspelt = () => call('loadScren', {});
  // @ts-expect-error a request needs its fields
  const incomplete = () => call('openTab', {});
  expect([typeof misspelt, typeof incomplete]).toEqual(['function', 'function']);
});

describe('insisting', () => {
  test('waits 1, 2, 4, 8, 15, 15 seconds', () => {
    expect([1, 2, 3, 4, 5, 6].map(waitAfterLost)).toEqual([1000, 2000, 4000, 8000, 15000, 15000]);
  });

  test('repeats lost and busy answers until there is one', async () => {
    const replies = [
      { ok: false as const, lost: true as const },
      { ok: false as const, problem: { code: 'busy', message: '' } },
      { ok: true as const, value: 7 },
    ];
    const lost: number[] = [];
    const answer = insist(() => Promise.resolve(replies.shift()!), {
      nap: new Nap(),
      onLost: (n) => lost.push(n),
      stopped: () => false,
    });
    await jest.advanceTimersByTimeAsync(5000);
    expect(await answer).toEqual({ ok: true, value: 7 });
    expect(lost).toEqual([1, 2]);
  });

  test('stops when told, and a wait can be cut short', async () => {
    const nap = new Nap();
    let stopped = false;
    const answer = insist(() => Promise.resolve({ ok: false as const, lost: true as const }), {
      nap,
      onLost: () => undefined,
      stopped: () => stopped,
    });
    await jest.advanceTimersByTimeAsync(10);
    stopped = true;
    nap.cutShort();
    expect(await answer).toBeNull();
  });
});
