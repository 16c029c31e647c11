import { projectOfFiles, readManifest, runExecution } from '../../../workbench/runtime';
import { execute, failure, OWNER, script, workbook } from '../services/script';

test('absent globals are absent', async () => {
  const absent = [
    'process',
    'require',
    'module',
    'global',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'queueMicrotask',
    'structuredClone',
    'fetch',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'atob',
    'btoa',
    'crypto',
    'performance',
    'navigator',
    'window',
    'document',
    'FormData',
    'File',
    'Blob',
    'WeakRef',
    'FinalizationRegistry',
    'MessageChannel',
    'AbortController',
    'Event',
    'DOMException',
    'ReadableStream',
    'Buffer',
    '__install',
    'Exception',
    'Sheet',
    'Range',
  ];
  expect(
    await script(`return ${JSON.stringify(absent)}.filter((name) => typeof globalThis[name] !== 'undefined')`),
  ).toEqual([]);
  const present = [
    'Map',
    'Set',
    'WeakMap',
    'Proxy',
    'Symbol',
    'JSON',
    'Intl',
    'BigInt',
    'Uint8Array',
    'Promise',
    'console',
    'Logger',
    'globalThis',
    'WebAssembly',
  ];
  expect(
    await script(`return ${JSON.stringify(present)}.filter((name) => typeof globalThis[name] === 'undefined')`),
  ).toEqual([]);
  expect(await script(`return Object.keys(globalThis)`)).toEqual(['run']);
});

test('text cannot become code, and nothing of the host is in reach', async () => {
  expect(await failure(`eval('1')`)).toMatch(/^EvalError/);
  expect(await failure(`new Function('return 1')()`)).toMatch(/^EvalError/);
  expect(await failure(`SpreadsheetApp.flush.constructor('return process')()`)).toMatch(/^EvalError/);
  expect(
    await failure(`try { sheet.getRange(0, 1) } catch (e) { throw e.constructor.constructor('return process')() }`),
  ).toMatch(/^EvalError/);
});

test('arrays, dates and errors are the context’s own', async () => {
  expect(
    await script(`sheet.getRange('A1').setValue(new Date());
      let caught; try { sheet.getRange(0, 1) } catch (e) { caught = e }
      return [sheet.getRange('A1:B1').getValues() instanceof Array, sheet.getRange('A1').getValue() instanceof Date, caught instanceof Error, caught.name, caught.message]`),
  ).toEqual([true, true, true, 'Exception', 'The starting row of the range is too small.']);
});

test('each run has fresh globals; files share one scope in their order', async () => {
  const engine = await workbook();
  const files = [
    {
      name: 'a',
      source: 'const table = []; let count = 0; class Thing {} function put_(x) { table.push(x); return ++count; }',
      type: 'server_js' as const,
    },
    {
      name: 'b',
      source: 'put_("b"); var Utilities2 = 1; const SpreadsheetAppCopy = SpreadsheetApp;',
      type: 'server_js' as const,
    },
    { name: 'c', source: 'const arrow = (x) => [put_(x), table, typeof Thing];', type: 'server_js' as const },
  ];
  for (let round = 0; round < 2; round++) {
    const { outcome } = await runExecution({
      engine,
      project: projectOfFiles(files),
      functionName: 'arrow',
      args: ['c'],
      user: OWNER,
    });
    expect(outcome).toMatchObject({ ok: true, value: [2, ['b', 'c'], 'function'] });
  }
});

test('names of services may be taken by the script', async () => {
  const engine = await workbook();
  const { outcome } = await runExecution({
    engine,
    project:
      'const Utilities = { mine: true }; var Session = 5; function Logger() { return 1 } function run() { return [Utilities.mine, Session, Logger()] }',
    functionName: 'run',
    user: OWNER,
  });
  expect(outcome).toMatchObject({ ok: true, value: [true, 5, 1] });
});

test('the last public top-level function is called when none is named; methods by path; unknown names say so', async () => {
  const engine = await workbook();
  const run = async (project: string, functionName: string | null) =>
    (await runExecution({ engine, project, functionName, user: OWNER })).outcome;
  const text =
    'function first() { return 1 } const second = () => 2; const notOne = 5; function third_() { return 3 } const menu = { item: () => 4 }; /* function no() {} */ var s = "function no2() {}";';
  expect(await run(text, null)).toMatchObject({ ok: true, value: 2 });
  expect(await run(text, 'first')).toMatchObject({ ok: true, value: 1 });
  expect(await run(text, 'menu.item')).toMatchObject({ ok: true, value: 4 });
  expect(await run(text, 'fourth')).toMatchObject({
    ok: false,
    error: { message: 'Script function not found: fourth' },
  });
  expect(await run(text, 'notOne')).toMatchObject({
    ok: false,
    error: { message: 'Script function not found: notOne' },
  });
  expect(await run('var a = 1', null)).toMatchObject({ ok: true, value: null });
});

test('a text that does not parse, and an error while loading', async () => {
  const engine = await workbook();
  const run = async (project: string) =>
    (await runExecution({ engine, project, functionName: 'f', user: OWNER })).outcome;
  expect(await run('function f( {')).toMatchObject({ ok: false, error: { name: 'SyntaxError' } });
  expect(await run('function f() {} \n null.x')).toMatchObject({ ok: false, error: { name: 'TypeError' } });
});

test('promises settle when the stack is empty; one that waits for a timer never does', async () => {
  expect(
    await script(`return (async () => { const a = await 1; const b = await Promise.all([2, 3]); return [a, ...b] })()`),
  ).toEqual([1, 2, 3]);
  expect(await failure(`return (async () => { await null; throw new RangeError('later') })()`)).toBe(
    'RangeError: later',
  );
  expect(await script(`return new Promise(() => {})`)).toBeNull();
});

test('logs', async () => {
  const { logs } = await execute(
    `console.log('a', 1, { b: [2, 'x'] }, null); console.warn('%s is %d', 'n', 3); Logger.log('%s: %s', 'k', { a: 1 }); Logger.log([1, 'b']); console.error(new Error('bad').message)`,
  );
  expect(logs.map(({ level, source, message }) => [level, source, message])).toEqual([
    ['LOG', 'console', "a 1 { b: [ 2, 'x' ] } null"],
    ['WARNING', 'console', 'n is 3'],
    ['INFO', 'Logger', 'k: {a=1.0}'],
    ['INFO', 'Logger', '[1.0, b]'],
    ['ERROR', 'console', 'bad'],
  ]);
});

test('what is not there is named, also on values, builders and whole services', async () => {
  const engine = await workbook();
  const pieces: Record<string, string> = {
    'sheet.getRange(1, 1).createPivotTable(sheet.getRange("A1"))': 'Range.createPivotTable',
    'sheet.newChart': 'Sheet.newChart',
    'ss.getSpreadsheetTheme()': 'Spreadsheet.getSpreadsheetTheme',
    'SpreadsheetApp.create("x")': 'SpreadsheetApp.create',
    'SpreadsheetApp.PivotTableSummarizeFunction.SUM': 'SpreadsheetApp.PivotTableSummarizeFunction',
    'DriveApp.getFiles()': 'DriveApp.getFiles',
    'DriveApp.Access.ANYONE': 'DriveApp.Access',
    'UrlFetchApp.fetch("x")': 'UrlFetchApp.fetch',
    'Utilities.zip([])': 'Utilities.zip',
    'ScriptApp.newTrigger("x")': 'ScriptApp.newTrigger',
    'sheet.getRange("A1").applyRowBanding()': 'Range.applyRowBanding',
    'sheet.newChart()': 'Sheet.newChart',
    'sheet.getRange("A1").copyTo(sheet.getRange("B1"), SpreadsheetApp.CopyPasteType.PASTE_CONDITIONAL_FORMATTING, false)':
      'Range.copyTo(PASTE_CONDITIONAL_FORMATTING)',
  };
  const tries = Object.keys(pieces).map(
    (piece) => `(() => { try { ${piece}; return 'nothing' } catch (e) { return e.name + ': ' + e.message } })()`,
  );
  expect(await script(`return [${tries.join(',')}]`, { engine })).toEqual(
    Object.values(pieces).map((name) => `NotImplemented: ${name}`),
  );
  expect(await failure(`sheet.newChart()`)).toBe('NotImplemented: Sheet.newChart');
});

test('what Google lacks too is undefined; advanced services and libraries are there as far as the manifest enables them', async () => {
  const looks = [
    'sheet.getRange(1, 1).setFoo',
    'sheet.foo',
    'ss.createPivot',
    'SpreadsheetApp.foo',
    'SpreadsheetApp.Direction.LEFT',
    'SpreadsheetApp.Direction.UP.foo',
    'SpreadsheetApp.newDataValidation().foo',
    'SpreadsheetApp.newDataValidation().requireDate().build().foo',
    'DriveApp.foo',
    'Logger.foo',
    'Utilities.newBlob("x").foo',
    'HtmlService.createTemplate("x").foo',
  ];
  expect(await script(`return [${looks.map((look) => `typeof ${look}`).join(',')}]`)).toEqual(
    looks.map(() => 'undefined'),
  );
  expect(await failure(`sheet.getRange(1, 1).setFoo(1)`)).toBe(
    'TypeError: sheet.getRange(...).setFoo is not a function',
  );
  const dependencies = { enabledAdvancedServices: [{ userSymbol: 'Sheets' }], libraries: [{ userSymbol: 'OAuth2' }] };
  const found = `function run() { const told = (look) => { try { return String(look()); } catch (e) { return e.name + ': ' + e.message; } };
    return [() => typeof Sheets, () => Sheets.Spreadsheets.batchUpdate({}), () => OAuth2.createService('x'), () => typeof Drive].map(told); }`;
  const file = { name: 'Code', source: found, type: 'server_js' as const };
  const enabled = { ...projectOfFiles([file]), ...readManifest(JSON.stringify({ dependencies }), 'appsscript.json') };
  expect(await script('', { project: enabled })).toEqual([
    'object',
    'NotImplemented: Sheets.Spreadsheets',
    'NotImplemented: OAuth2.createService',
    'undefined',
  ]);
  expect(await script('return [typeof Sheets, typeof OAuth2]')).toEqual(['undefined', 'undefined']);
});

test('looking at an object trips nothing', async () => {
  expect(
    await script(`const r = sheet.getRange('A1');
      return [JSON.stringify({ r, sheet, ss }), String(r), String(ss), r + '', typeof r.toJSON, typeof r.then, Object.keys(r), 'setFoo' in r, JSON.stringify([SpreadsheetApp.Direction.UP]), String(SpreadsheetApp.BorderStyle.SOLID), r.toString(), Array.isArray(r), r.length]`),
  ).toEqual([
    '{"r":{},"sheet":{},"ss":{}}',
    'Range',
    'Spreadsheet',
    'Range',
    'undefined',
    'undefined',
    [],
    false,
    '["UP"]',
    'SOLID',
    'Range',
    false,
    null,
  ]);
});
