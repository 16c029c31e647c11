/** The command line as a real process: what it prints where, and how it ends. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const program = path.join(__dirname, '../../../build/exec.cjs');
const folder = mkdtempSync(path.join(tmpdir(), 'exec-'));
afterAll(() => rmSync(folder, { recursive: true }));

function exec(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: path.join(__dirname, '../../..'),
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return name;
}

test('the documented cases come out as documented', () => {
  const documented = path.join(__dirname, 'documented');
  const { status, stdout, stderr } = exec(path.join(documented, 'script.js'));
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(path.join(documented, 'expected.json'), 'utf8')));
});

test('several files, the last function, paths from the caller’s folder, logs on the error output', () => {
  file('one.js', 'const greeting = "hi"; function first() { return 1 }');
  file(
    'two.gs',
    'function last(a, b) { console.log(greeting, a); Logger.log("%s", b); return { a, user: Session.getActiveUser().getEmail() } } function private_() {}',
  );
  expect(exec('one.js', 'two.gs', '--args', '[1, "x"]', '--user', 'me@example.com')).toEqual({
    status: 0,
    stdout: '{"a":1,"user":"me@example.com"}\n',
    stderr: 'hi 1\nx\n',
  });
  expect(exec('one.js', '--fn', 'first').stdout).toBe('1\n');
  expect(exec(file('none.js', 'function f() {}'))).toEqual({ status: 0, stdout: 'null\n', stderr: '' });
});

test('--calls tells the calls by member in one line', () => {
  const { status, stderr } = exec(
    file(
      'calls.js',
      'function f() { const s = SpreadsheetApp.getActiveSheet(); s.getRange("A1").setValue(1); s.getRange("A2").setValue(2) }',
    ),
    '--calls',
  );
  expect(status).toBe(0);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stderr)).toEqual({ 'SpreadsheetApp.getActiveSheet': 1, 'Sheet.getRange': 2, 'Range.setValue': 2 });
});

test('errors: name and message, and the exit says so', () => {
  const run = (text: string) => exec(file('bad.js', text));
  const own = run('function f() { throw new RangeError("mine") }');
  expect([own.status, own.stdout, own.stderr.split('\n')[0]]).toEqual([1, '', 'RangeError: mine']);
  expect(run('function f() { SpreadsheetApp.getActiveSheet().getRange(0, 1) }').stderr).toMatch(
    /^Exception: The starting row of the range is too small\.\n/,
  );
  expect(run('function f() { SpreadsheetApp.getActiveSheet().newChart() }').stderr).toMatch(
    /^NotImplemented: Sheet\.newChart\n/,
  );
  expect(run('function f( {').stderr).toMatch(/^SyntaxError: /);
  expect(run('function f() { throw "text" }').stderr).toMatch(/^Uncaught: text\n/);
});

test('what cannot be understood: a clear message and exit 2', () => {
  const ok = file('ok.js', 'function f() { return 1 }');
  for (const [args, message] of [
    [[], /Say which files/],
    [['nowhere.js'], /Cannot read .*nowhere\.js/],
    [[ok, '--wat'], /--wat/],
    [[ok, '--args', '{'], /--args is not JSON/],
    [[ok, '--args', '{}'], /must be a JSON array/],
    [[ok, '--save'], /--save needs --book/],
    [[ok, '--book', 'nowhere.json'], /nowhere\.json is not there/],
    [[ok, '--book', ok], /is not a workbook/],
  ] as [string[], RegExp][]) {
    const { status, stderr } = exec(...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  }
});

test('a saved workbook is read, and written only with --save', () => {
  const add = file(
    'add.js',
    'function add(v) { SpreadsheetApp.getActiveSheet().appendRow([v]); return SpreadsheetApp.getActiveSheet().getLastRow() }',
  );
  expect(exec(add, '--args', '["a"]', '--book', 'book.json', '--save')).toMatchObject({ status: 0, stdout: '1\n' });
  expect(exec(add, '--args', '["b"]', '--book', 'book.json')).toMatchObject({ status: 0, stdout: '2\n' });
  expect(exec(add, '--args', '["b"]', '--book', 'book.json', '--save')).toMatchObject({ status: 0, stdout: '2\n' });
  expect(
    exec(
      file('all.js', 'function all() { return SpreadsheetApp.getActiveSheet().getDataRange().getValues() }'),
      '--book',
      'book.json',
    ).stdout,
  ).toBe('[["a"],["b"]]\n');
});
