import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Journal, readJournal } from '../../../workbench/server/journal';

const silent = () => undefined;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  file = path.join(folder, 'book.json.journal');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function fresh(lines: number): Promise<void> {
  const journal = await Journal.open(file, 'line-a', null, silent);
  await Promise.all(
    Array.from({ length: lines }, (_, i) => journal.append(i + 1, [JSON.stringify({ text: `ä${i + 1}` })])),
  );
  await journal.close();
}

test('what was appended is read back in order', async () => {
  await fresh(50);
  const content = await readJournal(file);
  expect(content?.lineage).toBe('line-a');
  expect(content?.tornLength).toBe(0);
  expect(content?.lines.map((line) => line.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  expect(content?.lines[49]?.changes).toEqual([{ text: 'ä50' }]);
});

test('a file that does not exist, or whose first line never became whole, is no journal', async () => {
  expect(await readJournal(file)).toBeNull();
  await fresh(0);
  truncateSync(file, 10);
  expect(await readJournal(file)).toBeNull();
});

test('a last line cut at any byte is recognised and cut off; what follows lands behind the sound part', async () => {
  await fresh(3);
  const whole = readFileSync(file);
  const soundEnd = whole.lastIndexOf('\n', whole.length - 2) + 1;
  for (let length = soundEnd + 1; length < whole.length; length += 3) {
    const torn = path.join(folder, `torn-${length}`);
    copyFileSync(file, torn);
    truncateSync(torn, length);
    const content = await readJournal(torn);
    expect(content?.lines.map((line) => line.seq)).toEqual([1, 2]);
    expect(content?.tornLength).toBe(length - soundEnd);
    const journal = await Journal.open(torn, 'line-a', content, silent);
    await journal.append(3, ['"again"']);
    await journal.close();
    expect((await readJournal(torn))?.lines.at(-1)).toEqual({ seq: 3, changes: ['again'] });
    expect((await readJournal(torn))?.tornLength).toBe(0);
  }
});

test('reading stops at a line whose checksum does not fit', async () => {
  await fresh(2);
  appendFileSync(file, `${'0'.repeat(16)} {"seq":3,"changes":[]}\n`);
  expect((await readJournal(file))?.lines).toHaveLength(2);
});

test('lines that a snapshot contains are dropped, later ones and those that arrive meanwhile stay', async () => {
  const journal = await Journal.open(file, 'line-a', null, silent);
  for (let seq = 1; seq <= 5; seq++) await journal.append(seq, ['1']);
  const dropping = journal.dropThrough(3);
  const late = journal.append(6, ['1']);
  await Promise.all([dropping, late]);
  await journal.append(7, ['1']);
  await journal.close();
  expect((await readJournal(file))?.lines.map((line) => line.seq)).toEqual([4, 5, 6, 7]);
  expect(existsSync(`${file}.tmp`)).toBe(false);
});

test('many waiting lines share a sync to disk', async () => {
  const journal = await Journal.open(file, 'line-a', null, silent);
  let syncs = 0;
  const handle = (journal as unknown as { handle: { datasync(): Promise<void> } }).handle;
  const datasync = handle.datasync.bind(handle);
  handle.datasync = () => {
    syncs++;
    return datasync();
  };
  await Promise.all(Array.from({ length: 500 }, (_, i) => journal.append(i + 1, ['1'])));
  await journal.close();
  expect(syncs).toBeLessThan(5);
  expect((await readJournal(file))?.lines).toHaveLength(500);
});

test('while the disk refuses, the promise stays open and the trouble is told; afterwards nothing is missing', async () => {
  const told: (string | null)[] = [];
  const journal = await Journal.open(file, 'line-a', null, (error) => told.push(error ? error.message : null));
  const handle = (journal as unknown as { handle: { write(...args: unknown[]): Promise<unknown> } }).handle;
  const write = handle.write.bind(handle);
  let refusals = 1;
  handle.write = async (...args: unknown[]) => {
    if (refusals-- > 0) {
      await write(args[0], args[1], 5, args[3]);
      throw new Error('no space left on device');
    }
    return write(...args);
  };
  await journal.append(1, ['"kept"']);
  await journal.close();
  expect(told).toEqual(['no space left on device', null]);
  expect((await readJournal(file))?.lines).toEqual([{ seq: 1, changes: ['kept'] }]);
});
