/**
 * Simple triggers without a page. What is expected is Google's documentation (guides/triggers, guides/triggers/events) and,
 * where a test says so, what others have measured or what the workbench assumes.
 */
import { Keyboard, type KeyboardOptions, type Typed } from '../../../workbench/play/keyboard';
import {
  type EditKind,
  type ExecutionResult,
  eventOf,
  HARDER_READING,
  hasTrigger,
  projectOfFiles,
  runExecution,
  TriggerLine,
  triggerRights,
} from '../../../workbench/runtime';
import { editedCells } from '../../../workbench/server/edited-cells';
import { OWNER, REP, script, workbook } from '../services/script';

const projectOf = (source: string) => projectOfFiles([{ name: 'Code', source, type: 'server_js' }]);
const TELLS = projectOf(`function onEdit(e) {
  return { keys: Object.keys(e).sort(), at: e.range.getA1Notation(), value: e.value, oldValue: e.oldValue,
    user: e.user.getEmail(), mode: String(e.authMode), source: e.source.getName(), shown: e.range.getValue() };
}`);

async function keyboard(source = TELLS, options: Partial<KeyboardOptions> = {}) {
  const engine = await workbook();
  return { engine, keys: new Keyboard(engine, source, { user: OWNER, ...options }) };
}

const outcome = ({ run }: Typed) => (run as ExecutionResult).outcome;
function told(typed: Typed): Record<string, unknown> {
  const end = outcome(typed);
  if (!end.ok) throw new Error(end.error.message);
  return end.value as Record<string, unknown>;
}
const cell = (engine: Awaited<ReturnType<typeof workbook>>, a1: string) =>
  script(`return sheet.getRange('${a1}').getValue()`, { engine });

test('typed, typed over, cleared: value and oldValue as texts, absent where there was nothing', async () => {
  const { keys } = await keyboard();
  const first = told(await keys.type(0, 'B2', 'hello'));
  expect(first).toMatchObject({ at: 'B2', value: 'hello', mode: 'LIMITED', source: 'Untitled spreadsheet', user: '' });
  expect(first.keys).toEqual(['authMode', 'range', 'source', 'user', 'value']);
  expect(told(await keys.type(0, 'B2', '12'))).toMatchObject({ value: '12', oldValue: 'hello', shown: 12 });
  expect(told(await keys.type(0, 'B2', 'TRUE'))).toMatchObject({ value: 'TRUE', oldValue: '12', shown: true });
  const cleared = told(await keys.clear(0, 'B2'));
  expect(cleared.keys).toEqual(['authMode', 'oldValue', 'range', 'source', 'user']);
  expect(cleared).toMatchObject({ oldValue: 'TRUE' });
});

test('several cells tell neither; pasting one, filling and moving tell neither (measured by others)', async () => {
  const { keys } = await keyboard();
  await keys.type(0, 'A1', 'x');
  const plain = ['authMode', 'range', 'source', 'user'];
  expect(
    told(
      await keys.paste(0, 'C1', [
        ['a', 'b'],
        ['1', ''],
      ]),
    ),
  ).toMatchObject({ at: 'C1:D2', keys: plain });
  expect(told(await keys.paste(0, 'A1', [['y']]))).toMatchObject({ at: 'A1', keys: plain, shown: 'y' });
  expect(told(await keys.fill(0, 'A1', 'A2:A3'))).toMatchObject({ at: 'A2:A3', keys: plain, shown: 'y' });
  expect(told(await keys.move(0, 'A1', 'F1'))).toMatchObject({ at: 'F1', keys: plain, shown: 'y' });
  expect(told(await keys.clear(0, 'C1:D2'))).toMatchObject({ at: 'C1:D2', keys: plain });
});

test('a script’s own write runs no trigger, nor does a project without onEdit or with one that is private', async () => {
  const { engine, keys } = await keyboard(
    projectOf(
      `function onEdit(e) { e.range.offset(0, 1).setValue('by script'); return PropertiesService.getScriptProperties().getProperty('n') }`,
    ),
  );
  await keys.type(0, 'A1', 'x');
  expect(await cell(engine, 'B1')).toBe('by script');
  for (const source of ['function onEdit_(e) {}', 'function other() { function onEdit() {} }', '// onEdit']) {
    expect(hasTrigger(projectOf(source), 'onEdit')).toBe(false);
    expect((await new Keyboard(engine, projectOf(source), { user: OWNER }).type(0, 'A1', 'y')).run).toBeNull();
  }
});

test('limited rights: other files, dialogs and the user are out of reach; an error never disturbs the edit', async () => {
  const pieces = {
    dialog: `SpreadsheetApp.getUi().alert('x')`,
    sidebar: `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))`,
    file: `SpreadsheetApp.openById('x')`,
    user: `if (Session.getActiveUser().getEmail() !== '') throw new Error('told')`,
    toast: `e.source.toast('hello')`,
    store: `PropertiesService.getDocumentProperties().setProperty('a', 'b')`,
    lock: `if (!LockService.getDocumentLock().tryLock(1000)) throw new Error('no lock')`,
  };
  const tries = Object.entries(pieces).map(
    ([name, code]) => `${name}: (() => { try { ${code}; return 'ok' } catch (x) { return x.message } })()`,
  );
  const { engine, keys } = await keyboard(
    projectOf(`function onEdit(e) { if (e.value === 'fail') throw new Error('no'); return { ${tries.join(', ')} } }`),
  );
  const refused = expect.stringMatching(/^You do not have permission to call /);
  expect(told(await keys.type(0, 'A1', 'x'))).toEqual({
    dialog: refused,
    sidebar: refused,
    file: refused,
    user: 'ok',
    toast: 'ok',
    store: 'ok',
    lock: 'ok',
  });
  expect(outcome(await keys.type(0, 'A1', 'fail'))).toMatchObject({ ok: false, error: { message: 'no' } });
  expect(await cell(engine, 'A1')).toBe('fail');
});

test('an add-on that is not enabled here: AuthMode.NONE, no source, and nothing of the document', async () => {
  const source = projectOf(`function onEdit(e) {
    const name = (() => { try { return e.range.getSheet().getName() } catch (x) { return x.message } })();
    return [String(e.authMode), 'source' in e, name];
  }`);
  const { keys } = await keyboard(source, { triggers: { enabled: false } });
  expect(told(await keys.type(0, 'A1', 'x'))).toEqual(['NONE', false, expect.stringMatching(/do not have permission/)]);
});

test('protections and validation hold for the person, whose trigger then does not run, and for the trigger', async () => {
  const engine = await workbook();
  await script(
    `const p = sheet.getRange('A1:A9').protect(); p.removeEditors(p.getEditors());
     sheet.getRange('C1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build())`,
    { engine },
  );
  const keys = new Keyboard(
    engine,
    projectOf(`function onEdit(e) { e.source.getActiveSheet().getRange('A1').setValue('trigger'); }`),
    { user: REP },
  );
  expect(await keys.type(0, 'A2', 'x')).toEqual({ run: null, refused: expect.stringMatching(/protected cell/) });
  expect(await keys.type(0, 'C1', 'c')).toEqual({ run: null, refused: expect.stringMatching(/validation rules/) });
  expect(outcome(await keys.type(0, 'B2', 'x'))).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/protected cell/) },
  });
  expect([await cell(engine, 'B2'), await cell(engine, 'A1')]).toEqual(['x', '']);
  const viewer = new Keyboard(engine, TELLS, { user: 'viewer@example.com' });
  expect(await viewer.type(0, 'B2', 'y')).toMatchObject({ run: null, refused: expect.any(String) });
});

test('thirty seconds, a lock that another run holds, and counted calls', async () => {
  expect(triggerRights({ ...HARDER_READING, enabled: true })).toEqual({ authMode: 'LIMITED', timeLimitMs: 30_000 });
  const engine = await workbook();
  const seen: ExecutionResult[] = [];
  const waits = projectOf(
    `function onEdit(e) { if (!LockService.getDocumentLock().tryLock(5)) return 'busy'; e.range.setNote('seen'); return 'had it' }`,
  );
  let during: Typed | null = null;
  const keys = new Keyboard(engine, waits, { user: OWNER, onRun: (run) => seen.push(run) });
  await runExecution({
    engine,
    user: REP,
    functionName: 'hold',
    project: `function hold() { LockService.getDocumentLock().waitLock(10); Utilities.getUuid(); }`,
    faults: [
      {
        kind: 'hook',
        at: 1,
        member: 'Utilities.getUuid',
        run: async () => {
          during = await keys.type(0, 'A1', 'x');
        },
      },
    ],
  });
  expect(outcome(during as unknown as Typed)).toMatchObject({ value: 'busy' });
  expect(outcome(await keys.type(0, 'A1', 'y'))).toMatchObject({ value: 'had it' });
  expect(seen.map((run) => run.serviceCalls)).toEqual([
    { 'LockService.getDocumentLock': 1, 'Lock.tryLock': 1 },
    { 'LockService.getDocumentLock': 1, 'Lock.tryLock': 1, 'Range.setNote': 1 },
  ]);
});

const CONVERTS = projectOf(`function onEdit(e) {
  console.log(e.range.getA1Notation() + ' ' + e.value);
  if (e.value === '42k') e.range.setValue(42000).setBackground('#ffeeee');
}`);

test.each([
  [{ scriptWritesUndoable: true, undoFires: true }, ['42k', ''], ['B2 42k', 'B2 42k', 'B2 undefined']],
  [{ scriptWritesUndoable: true, undoFires: false }, ['42k', ''], ['B2 42k']],
  [{ scriptWritesUndoable: false, undoFires: true }, ['', ''], ['B2 42k', 'B2 undefined']],
  [{ scriptWritesUndoable: false, undoFires: false }, ['', ''], ['B2 42k']],
])('undo with %j', async (triggers, wanted, logged) => {
  const logs: string[] = [];
  // The second thought: the first undo must not be converted again, so the trigger is told which text to leave.
  const source = projectOf(CONVERTS.files[0]!.source.replace(`'42k')`, `'42k' && e.oldValue === undefined)`));
  const { engine, keys } = await keyboard(source, { triggers, onLog: ({ message }) => logs.push(message) });
  await keys.type(0, 'B2', '42k');
  expect(await cell(engine, 'B2')).toBe(42000);
  const seen: unknown[] = [];
  for (let n = 0; n < 2; n++) {
    await keys.undo();
    seen.push(await cell(engine, 'B2'));
  }
  expect([seen, logs]).toEqual([wanted, logged]);
  expect(await script(`return sheet.getRange('B2').getBackground()`, { engine })).toBe('#ffffff');
});

test('at most two events wait while one runs; later ones are lost', async () => {
  const line = new TriggerLine();
  const done: number[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const taken = [1, 2, 3, 4, 5].map((n) =>
    line.offer(async () => {
      await gate;
      done.push(n);
    }),
  );
  expect(taken).toEqual([true, true, true, false, false]);
  release();
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual([1, 2, 3]);
  expect(line.offer(async () => {})).toBe(true);
});

const write = (cellValue: object, trigger?: string, subUnitId = '0') => ({
  id: 'sheet.mutation.set-range-values',
  params: { unitId: 'u', subUnitId, cellValue, ...(trigger && { trigger }) },
});
const grid = (name: string) => ({ id: `sheet.mutation.${name}`, params: { unitId: 'u', subUnitId: '0', range: {} } });
const at = (kind: EditKind, row: number, col: number, rows = 1, cols = 1) => ({
  kind,
  sheetKey: '0',
  rect: { row, col, rows, cols },
});
const ends = (startRow: number, endRow: number, startColumn: number, endColumn: number) => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});

test.each([
  ['typed', [write({ 1: { 2: { v: 'x', p: null } } }, 'sheet.command.set-range-values')], at('typed', 2, 3)],
  ['a checkbox', [write({ 1: { 2: { v: 1 } } }, 'sheet.command.toggle-cell-checkbox')], at('typed', 2, 3)],
  ['pasted', [write({ 1: { 2: { v: 'x' }, 3: null }, 2: { 2: { v: 1 } } })], at('pasted', 2, 3, 2, 2)],
  ['pasted below the grid', [grid('insert-row'), write({ 9: { 0: { v: 'x' } } })], at('pasted', 10, 1)],
  [
    'two ranges cleared',
    [write({ 0: { 0: { v: null }, 1: { v: null } }, 5: { 4: { v: null } } }, 'sheet.command.clear-selection-content')],
    at('cleared', 1, 1, 1, 2),
  ],
  [
    'filled',
    [
      write({ 1: { 0: { v: null } } }, 'sheet.command.auto-fill'),
      write({ 1: { 0: { v: 3 } }, 2: { 0: { v: 3 } } }, 'sheet.command.auto-fill'),
    ],
    at('filled', 2, 1, 2, 1),
  ],
  ['undone', [write({ 1: { 2: { v: 'x' } } }, 'univer.command.undo')], at('undone', 2, 3)],
  ['a format', [write({ 1: { 2: { s: { bl: 1 } } } }, 'sheet.command.set-style')], null],
  ['rows inserted', [grid('insert-row'), write({ 9: { 0: { f: '=A1' } } }, 'sheet.command.insert-row')], null],
  ['rows deleted', [grid('remove-rows'), write({ 9: { 0: { f: '=A1' } } })], null],
  ['an inserted row undone', [grid('remove-rows')], null],
  [
    'cells moved',
    [
      {
        id: 'sheet.mutation.move-range',
        params: {
          fromRange: ends(0, 0, 0, 0),
          toRange: ends(4, 4, 2, 2),
          from: { subUnitId: '0' },
          to: { subUnitId: '0' },
        },
      },
    ],
    at('moved', 5, 3),
  ],
  [
    'a row moved down',
    [
      {
        id: 'sheet.mutation.move-rows',
        params: { subUnitId: '0', sourceRange: ends(1, 2, 0, 25), targetRange: ends(6, 7, 0, 25) },
      },
    ],
    at('moved', 5, 1, 2, 26),
  ],
])('of a page’s edit: %s', (_name, mutations, wanted) => {
  expect(editedCells(mutations)).toEqual(wanted);
});

test('a day is told as its number', () => {
  const one = { sheetId: 0, rect: { row: 1, col: 1, rows: 1, cols: 1 }, before: null, after: { v: 46085, f: '' } };
  expect(eventOf({ kind: 'typed', ...one })).toMatchObject({ value: '46085' });
  expect(eventOf({ kind: 'pasted', ...one })).not.toHaveProperty('value');
});
