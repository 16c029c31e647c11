import { call, isLost } from '../../src/sidebar/rpc/client';
import { Backoff, retryUntilAnswered, waitAfterLost } from '../../src/sidebar/rpc/retry';

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

const failing = (name: string, message: string): Answering => {
  return (_ok, fail) => fail(Object.assign(new Error(message), { name }));
};
const throwing = (error: unknown): Answering => {
  return () => {
    throw error;
  };
};

describe('what has no answer is told apart by what Google does not translate', () => {
  test.each<[string, string, Answering]>([
    ['HTTP 0', 'connection', failing('NetworkError', 'Connection failure due to HTTP 0')],
    [
      'HTTP 0, name within the message',
      'connection',
      failing('Error', 'NetworkError: Error de conexión debido a HTTP 0'),
    ],
    ['HTTP 500', 'connection', failing('TransportError', 'Se ha producido un error en la conexión debido a HTTP 500')],
    ['UNAVAILABLE', 'connection', failing('ScriptError', 'Fehlercode UNAVAILABLE.')],
    [
      'PERMISSION_DENIED',
      'accounts',
      failing('ScriptError', 'Se produjo un error. Código de error PERMISSION_DENIED.'),
    ],
    ['HTTP 403', 'accounts', failing('NetworkError', 'Verbindungsfehler aufgrund von HTTP 403')],
    ['UNAUTHENTICATED', 'permission', failing('ScriptError', 'Fehlercode UNAUTHENTICATED.')],
    ['HTTP 401', 'permission', failing('NetworkError', 'HTTP 401')],
    [
      'a scope',
      'permission',
      failing('Exception', 'Berechtigungen: https://www.googleapis.com/auth/script.container.ui'),
    ],
    ['the name of the call', 'gone', failing('ScriptError', 'No se encontró la función de secuencia: loadScreen')],
    ['NOT_FOUND', 'gone', failing('ScriptError', 'Código de error NOT_FOUND.')],
    ['HTTP 429', 'tooMany', failing('NetworkError', 'HTTP 429')],
    ['RESOURCE_EXHAUSTED', 'tooMany', failing('ScriptError', 'Código de error RESOURCE_EXHAUSTED.')],
    ['DEADLINE_EXCEEDED', 'slow', failing('ScriptError', 'Fehlercode DEADLINE_EXCEEDED.')],
    ['words only', 'refused', failing('ScriptError', 'Se necesita autorización para realizar esta acción.')],
    ['other words only', 'refused', failing('Error', 'Hay demasiadas secuencias de comandos en ejecución.')],
    ['an empty answer', 'empty', (ok) => ok(null)],
    ['half an answer', 'empty', (ok) => ok('{"ok":tr')],
    ['an answer of another shape', 'empty', (ok) => ok('{"ok":true}')],
    ['a throw on the spot', 'refused', throwing(new TypeError('Failed due to illegal value in property: 0'))],
    ['a throw of what is no error', 'refused', throwing('odd')],
  ])('%s is lost: %s', async (_, kind, answering) => {
    serve(answering);
    expect(await load()).toMatchObject({ ok: false, lost: { kind } });
  });

  test('what Google said is kept, name and message, once', async () => {
    serve(failing('ScriptError', 'Se necesita autorización.'));
    expect(await load()).toMatchObject({ lost: { raw: 'ScriptError: Se necesita autorización.' } });
    serve(failing('Error', 'Error: half'));
    expect(await load()).toMatchObject({ lost: { raw: 'Error: half' } });
  });
});

test('no answer at all is lost after a while', async () => {
  serve(() => undefined);
  const reply = load();
  await jest.advanceTimersByTimeAsync(31_000);
  expect(await reply).toMatchObject({ lost: { kind: 'slow', raw: expect.stringContaining('30 s') } });
});

test('a function that the page does not know is gone, not an error', async () => {
  serve(() => undefined);
  expect(await call('openTab', { sheetId: 1 })).toMatchObject({
    lost: { kind: 'gone', raw: expect.stringContaining('openTab') },
  });
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
      { ok: false as const, lost: { kind: 'slow' as const, raw: '' } },
      { ok: false as const, problem: { code: 'busy', message: '' } },
      { ok: false as const, problem: { code: 'sheetsSlow', message: '' } },
      { ok: true as const, value: 7 },
    ];
    const lost: string[] = [];
    const answer = retryUntilAnswered(() => Promise.resolve(replies.shift()!), {
      backoff: new Backoff(),
      onLost: ({ kind }, n) => lost.push(`${kind} ${n}`),
      stopped: () => false,
    });
    await jest.advanceTimersByTimeAsync(8000);
    expect(await answer).toEqual({ ok: true, value: 7 });
    expect(lost).toEqual(['slow 1', 'busy 2', 'sheets 3']);
  });

  test('stops when told, and a wait can be cut short', async () => {
    const backoff = new Backoff();
    let stopped = false;
    const answer = retryUntilAnswered(
      () => Promise.resolve({ ok: false as const, lost: { kind: 'slow' as const, raw: '' } }),
      {
        backoff,
        onLost: () => undefined,
        stopped: () => stopped,
      },
    );
    await jest.advanceTimersByTimeAsync(10);
    stopped = true;
    backoff.cutShort();
    expect(await answer).toBeNull();
  });
});
