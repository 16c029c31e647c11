import {
  clientFunctionNames,
  LOST_CONNECTION,
  type Project,
  packArguments,
  projectOfFiles,
  runClientCall,
  topLevelFunctions,
} from '../../../workbench/runtime';
import { OWNER, script, workbook } from '../services/script';

const project = (source: string): Project => projectOfFiles([{ name: 'Code', source, type: 'server_js' }]);

async function call(source: string, functionName: string, args: unknown[] = [], loseAnswer?: 'before' | 'after') {
  const engine = await workbook();
  const { result, ...answer } = await runClientCall({
    engine,
    project: project(source),
    functionName,
    argsJson: packArguments(args),
    user: OWNER,
    ...(loseAnswer ? { loseAnswer } : {}),
  });
  return { answer, engine, result };
}

test('what may cross to the server, and what throws at the call', () => {
  expect(packArguments([1, 'a', true, null, undefined, { a: [1, undefined], b: { c: 'd' } }])).toBe(
    '[1,"a",true,null,null,{"a":[1,null],"b":{"c":"d"}}]',
  );
  const illegal: [unknown[], string][] = [
    [[new Date()], '0'],
    [[1, () => 1], '1'],
    [[{ when: new Date() }], 'when'],
    [[[1, new Map()]], '1'],
    [[{ a: { b: /x/ } }], 'b'],
    [[new Number(1)], '0'],
    [[new Uint8Array(1)], '0'],
    [[Promise.resolve(1)], '0'],
    [[new (class Thing {})()], '0'],
    [[Symbol('s')], '0'],
  ];
  for (const [args, key] of illegal) {
    expect(() => packArguments(args)).toThrow(new TypeError(`Failed due to illegal value in property: ${key}`));
  }
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  expect(() => packArguments([loop])).toThrow('Failed due to circular reference.');
});

test('what comes back', async () => {
  const back = async (expression: string) => (await call(`function f() { return ${expression} }`, 'f')).answer;
  expect(await back(`{ a: 1, b: [null, 'x'], c: undefined }`)).toEqual({ ok: true, value: { a: 1, b: [null, 'x'] } });
  expect(await back(`{ deep: [{ when: new Date() }], other: 1 }`)).toEqual({ ok: true, value: null });
  expect(await back(`SpreadsheetApp.getActiveSpreadsheet()`)).toEqual({ ok: true, value: null });
  expect(await back(`undefined`)).toEqual({ ok: true, value: null });
  expect(await back(`[new Map([[1, 2]]), new Set([1]), /x/]`)).toEqual({ ok: true, value: [{}, {}, {}] });
  expect(await back(`(x) => x + 1`)).toEqual({ ok: true, value: '(x) => x + 1' });
  expect(await back(`Utilities.newBlob('ab').getBytes()`)).toEqual({ ok: true, value: [97, 98] });
  expect(await back(`new Uint8Array(2)`)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('server error') },
  });
  expect(await back(`(() => { throw new TypeError('mine') })()`)).toEqual({
    ok: false,
    error: { name: 'TypeError', message: 'mine' },
  });
  expect(await back(`SpreadsheetApp.getActiveSheet().getRange(0, 1)`)).toEqual({
    ok: false,
    error: { name: 'Exception', message: 'The starting row of the range is too small.' },
  });
});

test('arguments arrive as the context’s own copies', async () => {
  const { answer } = await call(
    `function f(list, o, none) { list.push(o instanceof Object, none === null, arguments.length); return list }`,
    'f',
    [[1], { a: 1 }, undefined],
  );
  expect(answer).toEqual({ ok: true, value: [1, true, true, 3] });
});

test('private, nested and unknown names are not there', async () => {
  const source = `function f() { return 1 } function hidden_() {} const o = { m() {} }; var g = function () { return 2 };`;
  expect(clientFunctionNames(project(source))).toEqual(['f', 'g']);
  for (const name of ['hidden_', 'o.m', 'nothing', 'toString', 'eval']) {
    expect((await call(source, name)).answer).toEqual({
      ok: false,
      error: { name: 'Error', message: `Script function not found: ${name}` },
    });
  }
  expect((await call(source, 'g')).answer).toEqual({ ok: true, value: 2 });
});

test('a lost answer says nothing about the write', async () => {
  const source = `function f() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('done') }`;
  for (const [when, left] of [
    ['before', ''],
    ['after', 'done'],
  ] as const) {
    const { answer, engine } = await call(source, 'f', [], when);
    expect(answer).toEqual({ ok: false, error: { name: 'Error', message: LOST_CONNECTION } });
    expect(await script(`return sheet.getRange('A1').getValue()`, { engine })).toBe(left);
  }
});

test('top-level functions are found in the text, whatever stands around them', () => {
  const text = `
    function a() { function inner() {} const x = () => 1; }
    async function b(){} function* c(){} async function * d () {}
    const e = async (x, y) => x; let f = x => x; var g = function named() {};
    // function no1() {}
    /* function no2() {} */ const s = "function no3() {}", t = \`\${(() => { return "}" })()} function no4() {}\`;
    const re = /function no5() {/; const division = 4 / 2; function h() { return /[/}]/.test("x") }
    class K { m() {} } const obj = { n: function () {} };
    if (true) { var inIf = function () {}; }
    function é() {}
    const i = (a = {}) => a
    function last() {}`;
  expect(topLevelFunctions(text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'last']);
});
