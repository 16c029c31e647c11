import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import type { WorkbookFile } from '../../../workbench/engine/engine';
import { BookFile } from '../../../workbench/server/book-file';

const silent = () => undefined;
const workbook = (text: string) =>
  ({ format: 'scorecard-workbench', version: 1, univer: { text } }) as unknown as WorkbookFile;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'book-'));
  file = path.join(folder, 'deep', 'book.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function freshWith(lines: number): Promise<BookFile> {
  const book = await BookFile.open(file, silent);
  expect(book.mustFold).toBe(true);
  await book.fold(workbook('new'), 0);
  for (let seq = 1; seq <= lines; seq++) await book.journal.append(seq, [String(seq)]);
  return book;
}

test('a crash between writing the snapshot and emptying the journal plays nothing twice', async () => {
  const book = await freshWith(3);
  const journal = readFileSync(`${file}.journal`);
  await book.fold(workbook('with 1 and 2'), 2);
  await book.close();
  // As if the second step had never happened.
  writeFileSync(`${file}.journal`, journal);
  const again = await BookFile.open(file, silent);
  expect(again.snapshot).toMatchObject({ univer: { text: 'with 1 and 2' } });
  expect(again.lines).toEqual([{ seq: 3, changes: [3] }]);
  expect(again.lastSeq).toBe(3);
  expect(again.notices).toEqual([]);
  await again.close();
});

test('a crash while the snapshot is written leaves the old one and its journal', async () => {
  const book = await freshWith(2);
  await book.close();
  writeFileSync(`${file}.tmp`, '{"format":"scorecard-wor');
  const again = await BookFile.open(file, silent);
  expect(again.snapshot).toMatchObject({ univer: { text: 'new' } });
  expect(again.lines).toHaveLength(2);
  await again.close();
});

test('a torn last line is cut off and told', async () => {
  const book = await freshWith(2);
  await book.close();
  const bytes = readFileSync(`${file}.journal`);
  writeFileSync(`${file}.journal`, bytes.subarray(0, bytes.length - 4));
  const again = await BookFile.open(file, silent);
  expect(again.lines).toHaveLength(1);
  expect(again.notices.join()).toMatch(/not fully written/);
  await again.close();
});

test('a journal of another workbook is put aside, not played', async () => {
  const book = await freshWith(2);
  await book.close();
  writeFileSync(file, JSON.stringify(workbook('copied here by hand')));
  const again = await BookFile.open(file, silent);
  expect(again.lines).toEqual([]);
  expect(again.mustFold).toBe(true);
  expect(again.notices.join()).toContain(`${file}.journal.orphan`);
  expect(existsSync(`${file}.journal.orphan`)).toBe(true);
  await again.close();
});

test('a file that is no workbook is named, left alone, and not locked', async () => {
  const book = await freshWith(0);
  await book.close();
  writeFileSync(file, '{"some":"other file"}');
  await expect(BookFile.open(file, silent)).rejects.toThrow(/is not a workbook/);
  expect(readFileSync(file, 'utf8')).toBe('{"some":"other file"}');
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a file in use is refused with where it is in use; a lock of a process that is gone is taken over', async () => {
  const book = await freshWith(0);
  book.announce('http://localhost:8787');
  await expect(BookFile.open(file, silent)).rejects.toThrow(/another workbench at http:\/\/localhost:8787/);
  await book.close();
  const gone = { pid: 2 ** 22 - 1, host: hostname(), started: '1', address: '' };
  writeFileSync(`${file}.lock`, JSON.stringify(gone));
  await (await BookFile.open(file, silent)).close();
  // The number of the process that is gone may be ours today.
  writeFileSync(`${file}.lock`, JSON.stringify({ ...gone, pid: process.pid, started: 'earlier' }));
  await (await BookFile.open(file, silent)).close();
  writeFileSync(`${file}.lock`, '{"pid"');
  await (await BookFile.open(file, silent)).close();
});
