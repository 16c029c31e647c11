/** What the disk refuses, and what lies damaged on it: a sentence each, nothing lost, nothing written over. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyWorkbook } from '../../../workbench/engine/open';
import { closeWorkers } from '../../../workbench/runtime';
import { diskWords } from '../../../workbench/server/disk-words';
import { LiveBook } from '../../../workbench/server/live-book';

const build = path.join(__dirname, '..', '..', '..', 'build');
const fixture = path.join(__dirname, '..', '..', 'support', 'fixture-addon');
let folder: string;
let file: string;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'disk-'));
  file = path.join(folder, 'book.json');
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(closeWorkers);

const open = () =>
  LiveBook.open(
    file,
    () => emptyWorkbook({ owner: 'boss@example.com' }),
    (words) => told.push(words),
  );
const put = (book: LiveBook, value: string) =>
  book.engine.write([{ op: 'cells', sheetId: 0, row: 1, col: 1, cells: [[{ v: value }]] }], {
    kind: 'page',
    user: 'boss@example.com',
  });
const cell = async (book: LiveBook) => (await book.engine.read(0, { row: 1, col: 1, rows: 1, cols: 1 }))[0]?.[0]?.v;

const good = () => emptyWorkbook({ owner: 'boss@example.com' });
const DAMAGED: [name: string, text: string, words: RegExp][] = [
  ['no JSON', '{"format":"scorecard-work', /is not a workbook of this workbench/],
  ['empty', '', /is not a workbook of this workbench/],
  ['something else', 'null', /is not a workbook of this workbench/],
  ['a later one', JSON.stringify({ ...good(), version: 2 }), /made by a later workbench/],
  ['nothing in it', '{"format":"scorecard-workbench","version":1}', /is damaged.*names no tabs/],
  ['a tab missing', JSON.stringify({ ...good(), univer: { sheetOrder: ['0'], sheets: {} } }), /the tab 0 is not in it/],
  ['nobody’s', JSON.stringify({ ...good(), extras: { file: {} } }), /does not say whose it is/],
  ['parts missing', JSON.stringify({ ...good(), extras: { file: good().extras.file } }), /a part of it is missing/],
  [
    'an order of rows that is none',
    JSON.stringify({
      ...good(),
      univer: { id: 'x', sheetOrder: ['0'], sheets: { 0: { id: '0', mergeData: [null] } } },
    }),
    /is damaged/,
  ],
];

test.each(DAMAGED)('a damaged workbook: %s', async (_name, text, words) => {
  writeFileSync(file, text);
  const error = await open().then(
    () => null,
    (reason: Error) => reason,
  );
  expect(error).toMatchObject({ name: 'PlainError', message: expect.stringMatching(words) });
  expect(error?.message).not.toMatch(/^\s+at /m);
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a journal that cannot be played names both files and touches neither', async () => {
  const book = await open();
  await put(book, 'old');
  await book.close();
  const { lineage, seq } = JSON.parse(readFileSync(file, 'utf8')) as { lineage: string; seq: number };
  const { Journal } = await import('../../../workbench/server/journal');
  const journal = await Journal.open(`${file}.journal`, lineage, null, () => undefined);
  await journal.append(seq + 1, ['{"kind":"mutation","id":"sheet.mutation.unheard-of","params":{}}']);
  await journal.close();
  const before = [file, `${file}.journal`].map((name) => readFileSync(name, 'utf8'));
  await expect(open()).rejects.toMatchObject({
    name: 'PlainError',
    message: expect.stringMatching(/move .*journal aside/),
  });
  expect([file, `${file}.journal`].map((name) => readFileSync(name, 'utf8'))).toEqual(before);
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a folder in the place of the file, a file in the place of a folder', async () => {
  mkdirSync(file);
  await expect(open()).rejects.toMatchObject({
    name: 'PlainError',
    message: expect.stringMatching(/a folder has that name/),
  });
  const plain = path.join(folder, 'plain');
  writeFileSync(plain, '');
  file = path.join(plain, 'book.json');
  await expect(open()).rejects.toMatchObject({
    name: 'PlainError',
    message: expect.stringMatching(/is a file and no folder/),
  });
});

test('every refusal of the disk has words; an unknown one keeps its own', () => {
  const error = (code: string) =>
    Object.assign(new Error(`${code}: as the system says it, open 'x'`), { code, syscall: 'open' });
  for (const code of ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EISDIR', 'ENOTDIR', 'ENOENT', 'EMFILE', 'EIO'])
    expect(diskWords('Cannot write x', error(code))).toMatch(/^Cannot write x: [a-z][^:]*\.( [A-Z][^:]*[.?])?$/);
  expect(diskWords('Cannot write x', error('EWEIRD'))).toBe("Cannot write x: EWEIRD: as the system says it, open 'x'.");
});

test('a full disk while people work: the page hears it, the terminal once, and all is written when there is room', async () => {
  const book = await open();
  const { handle } = (book as unknown as { disk: { journal: { handle: { write(): Promise<unknown> } } } }).disk.journal;
  const write = handle.write.bind(handle);
  let refusals = 2;
  Object.defineProperty(handle, 'write', {
    value: (...args: []) => {
      if (refusals-- <= 0) return write(...args);
      return Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write' }));
    },
  });
  const states: string[] = [];
  book.listen({ disk: (state, words) => states.push(`${state} ${words}`.trim()) });
  await put(book, 'kept');
  await book.saved();
  const full = `Cannot write ${file}.journal: the disk is full. Make some room. Trying again; keep this window open.`;
  expect(states).toEqual(['saving', `trouble ${full}`, 'saving', 'saved']);
  expect(told).toEqual([full, `${file}.journal can be written again.`]);
  await book.close();
  const again = await open();
  expect(await cell(again)).toBe('kept');
  await again.close();
});

const onLinux = process.platform === 'linux' && existsSync('/dev/full') ? test : test.skip;

onLinux('a full disk at the end: the snapshot is not written, the journal has everything', async () => {
  const book = await open();
  await put(book, 'in the journal');
  await book.saved();
  symlinkSync('/dev/full', `${file}.tmp`);
  await book.close();
  expect(told).toEqual([
    `Cannot write ${file}: the disk is full. Make some room. Nothing is lost: the changes are in ${file}.journal.`,
  ]);
  expect(existsSync(`${file}.lock`)).toBe(false);
  const again = await open();
  expect(await cell(again)).toBe('in the journal');
  await again.close();
});

onLinux('a full disk at the start', async () => {
  symlinkSync('/dev/full', `${file}.tmp`);
  await expect(open()).rejects.toMatchObject({
    name: 'PlainError',
    message: expect.stringMatching(/the disk is full/),
  });
  expect(existsSync(`${file}.lock`)).toBe(false);
});

/** As somebody without rights, where the tests run as root. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const mayNobodyRead =
  spawnSync(
    process.execPath,
    ['-e', `require('fs').accessSync(${JSON.stringify(path.join(build, 'start.cjs'))})`],
    NOBODY,
  ).status === 0;

function run(program: string, args: string[], options: object = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [path.join(build, program), ...args], { encoding: 'utf8', ...options });
}

/** One sentence, perhaps with a second line that says what to do; nothing of the program's inside. */
function expectPlain({ status, stderr, stdout }: SpawnSyncReturns<string>, code: number, words: RegExp): void {
  expect([status, stdout]).toEqual([code, '']);
  expect(stderr).toMatch(words);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  expect(stderr).not.toMatch(/^\s+at |node:internal|Error:/m);
}

test('at the command line: a damaged book, a port that is taken', async () => {
  writeFileSync(file, '{"format":"scorecard-workbench","version":1}');
  expectPlain(run('start.cjs', ['--book', file, '--project', fixture, '--port', '0']), 1, /is damaged/);
  const script = path.join(folder, 'script.js');
  writeFileSync(script, 'function f() {}');
  expectPlain(run('exec.cjs', [script, '--book', file]), 2, /is damaged/);
  rmSync(file);
  const other = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const args = ['--book', file, '--project', fixture, '--port', String(port)];
  expectPlain(run('start.cjs', args), 1, new RegExp(`Port ${port} is in use`));
  other.close();
});

(mayNobodyRead && process.platform !== 'win32' ? test : test.skip)(
  'at the command line: a folder that may not be written',
  () => {
    chmodSync(folder, 0o555);
    const args = ['--book', file, '--project', fixture, '--port', '0'];
    expectPlain(run('start.cjs', args, NOBODY), 1, /Cannot open .*: this account may not write there/);
    chmodSync(folder, 0o755);
  },
);
