import {
  type FrameAnswer,
  type FrameMessage,
  type FrameWindow,
  installGoogleScript,
} from '../../../workbench/page/frame/google-script';

interface Runner {
  withSuccessHandler(handler: (value: unknown, userObject?: unknown) => void): Runner;
  withFailureHandler(handler: ((error: Error, userObject?: unknown) => void) | null): Runner;
  withUserObject(value: unknown): Runner;
  save(...args: unknown[]): void;
  load(...args: unknown[]): void;
}

const pageOrigin = 'http://localhost:8787';

function frame() {
  const sent: FrameMessage[] = [];
  const errors: unknown[][] = [];
  let listener: (event: { data: unknown; origin: string }) => void = () => undefined;
  const win: FrameWindow = {
    parent: { postMessage: (message, origin) => origin === pageOrigin && sent.push(message) },
    addEventListener: (_type, heard) => {
      listener = heard;
    },
    console: { error: (...args) => errors.push(args) },
  };
  installGoogleScript(win, { frame: 'f', pageOrigin, functions: ['save', 'load'] });
  const { script } = win.google as { script: { run: Runner; host: Record<string, unknown> } };
  const calls = () => sent.filter((message) => message.kind === 'call');
  const answer = (
    call: number,
    reply: { ok: true; value: string } | { ok: false; error: Error },
    origin = pageOrigin,
  ) => listener({ data: { workbenchFrame: 'f', call, ...reply } as FrameAnswer, origin });
  return { run: script.run, host: script.host, sent, calls, answer, errors };
}

test('each with… gives a new runner, and handlers get the value and the user object', () => {
  const { run, calls, answer } = frame();
  const heard: unknown[] = [];
  const first = run.withUserObject('tag').withSuccessHandler((value, tag) => heard.push(['first', value, tag]));
  const second = first.withSuccessHandler((value, tag) => heard.push(['second', value, tag]));
  first.save({ a: 1 });
  second.save('x', undefined, null);
  expect(calls().map((message) => message.kind === 'call' && message.args)).toEqual(['[{"a":1}]', '["x",null,null]']);
  answer(2, { ok: true, value: '[1]' });
  answer(1, { ok: true, value: 'null' });
  expect(heard).toEqual([
    ['second', [1], 'tag'],
    ['first', null, 'tag'],
  ]);
  expect(run.save('y')).toBeUndefined();
});

test('errors go to the failure handler, to the console without one, and nowhere with null', () => {
  const { run, answer, errors } = frame();
  const heard: string[] = [];
  run.withFailureHandler((error) => heard.push(`${error instanceof Error} ${error.name} ${error.message}`)).save();
  run.load();
  run.withFailureHandler(null).load();
  const error = { name: 'Exception', message: 'No' };
  for (const call of [1, 2, 3]) answer(call, { ok: false, error });
  expect(heard).toEqual(['true Exception No']);
  expect(errors).toEqual([['Uncaught Exception: No (in load)']]);
});

test('what may not cross throws at the call and reaches nobody', () => {
  const { run, calls } = frame();
  expect(() => run.save({ when: new Date() })).toThrow(new TypeError('Failed due to illegal value in property: when'));
  expect(() => run.save('fine', () => 1)).toThrow(new TypeError('Failed due to illegal value in property: 1'));
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  expect(() => run.save(loop)).toThrow('Failed due to circular reference.');
  expect(calls()).toEqual([]);
});

test('a name that the server does not have is simply absent', () => {
  const { run } = frame();
  const unknown = run as unknown as Record<string, () => void>;
  expect(() => unknown.nothing?.call(run)).not.toThrow();
  expect(unknown.nothing).toBeUndefined();
  expect(Object.keys(run)).not.toContain('private_');
});

test('ten calls are under way at once; the eleventh waits for an answer', () => {
  const { run, calls, answer } = frame();
  for (let n = 0; n < 12; n++) run.save(n);
  expect(calls()).toHaveLength(10);
  answer(4, { ok: true, value: 'null' });
  expect(calls()).toHaveLength(11);
  expect(calls().at(-1)).toMatchObject({ call: 11, args: '[10]' });
});

test('answers from another origin are not believed', () => {
  const { run, answer } = frame();
  const heard: unknown[] = [];
  run.withSuccessHandler((value) => heard.push(value)).save();
  answer(1, { ok: true, value: '"false"' }, 'http://evil.example');
  expect(heard).toEqual([]);
});

test('a form is handed over as its fields, all of them text', () => {
  const { run, calls } = frame();
  const field = (name: string, value: string, more: object = {}) => ({ name, value, type: 'text', ...more });
  const form = {
    nodeName: 'FORM',
    elements: [
      field('who', 'Ana'),
      field('tag', 'a', { type: 'checkbox', checked: true }),
      field('tag', 'b', { type: 'checkbox', checked: true }),
      field('off', 'c', { type: 'checkbox', checked: false }),
      field('', 'Send', { type: 'submit' }),
    ],
  };
  run.save(form);
  expect(calls()[0]).toMatchObject({ args: '[{"who":"Ana","tag":["a","b"]}]' });
});

test('the host can close, focus the sheet and size its dialog', () => {
  const { host, sent } = frame();
  (host.close as () => void)();
  (host.editor as { focus(): void }).focus();
  (host.setHeight as (height: number) => void)(320);
  expect(sent.map(({ workbenchFrame: _, ...message }) => message)).toEqual([
    { kind: 'close' },
    { kind: 'focus' },
    { kind: 'size', height: 320 },
  ]);
});
