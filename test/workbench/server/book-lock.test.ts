/** Many processes that want one workbook at once: one has it at any moment, whoever died before. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { lockBook } from '../../../workbench/server/book-lock';

const PROCESSES = 5;
const TURNS = 120;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Takes the lock again and again; inside it makes a file that must not be there. Now and then it leaves a dead one's lock. */
const LOOP = `
  import { lockBook } from './workbench/server/book-lock';
  import { renameSync, unlinkSync, writeFileSync } from 'node:fs';
  const [, , book, turns, seed] = process.argv;
  const dead = (n) => JSON.stringify({ pid: 2 ** 22 - 1, host: ${JSON.stringify(hostname())}, started: '1', address: '', id: seed + n });
  let got = 0;
  const until = Date.now() + 20_000;
  while (got < Number(turns) && Date.now() < until) {
    let lock;
    try { lock = lockBook(book) } catch (error) { if (error.name !== 'PlainError') throw error; continue }
    writeFileSync(book + '.inside', seed, { flag: 'wx' });
    lock.announce('http://localhost:' + got);
    unlinkSync(book + '.inside');
    got++;
    if (got % 3 !== 0) lock.release();
    else { writeFileSync(book + '.dead' + seed, dead(got)); renameSync(book + '.dead' + seed, book + '.lock') }
  }
  console.log(got);
`;

test('of several processes one has the lock at a time, and abandoned locks are taken over by one', async () => {
  const program = path.join(folder, 'loop.cjs');
  buildSync({
    stdin: { contents: LOOP, resolveDir: path.join(__dirname, '../../..'), loader: 'ts' },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  const book = path.join(folder, 'book.json');
  const ends = await Promise.all(
    Array.from({ length: PROCESSES }, (_, n) => {
      const child = spawn(process.execPath, [program, book, String(TURNS), String(n)]);
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += String(chunk);
      });
      child.stderr.on('data', (chunk) => {
        output += String(chunk);
      });
      return new Promise<string>((resolve) => child.on('close', () => resolve(output.trim())));
    }),
  );
  for (const output of ends) expect(output).toMatch(/^\d+$/);
  expect(ends.reduce((sum, got) => sum + Number(got), 0)).toBeGreaterThan(TURNS);
  // Nothing is left but, perhaps, the last one's lock.
  expect(readdirSync(folder).filter((name) => !['loop.cjs', 'book.json.lock'].includes(name))).toEqual([]);
});

test('a lock is whole whenever it can be seen, and only its own holder gives it up', () => {
  const book = path.join(folder, 'book.json');
  const lock = lockBook(book);
  expect(JSON.parse(readFileSync(`${book}.lock`, 'utf8'))).toMatchObject({ pid: process.pid, address: '' });
  lock.announce('http://localhost:1');
  expect(() => lockBook(book)).toThrow(/another workbench at http:\/\/localhost:1 \(process \d+\)/);
  // Somebody removed it by hand and started another workbench.
  writeFileSync(`${book}.lock`, JSON.stringify({ pid: 1, host: 'elsewhere', started: '', address: '', id: 'theirs' }));
  lock.announce('http://localhost:2');
  lock.release();
  expect(readFileSync(`${book}.lock`, 'utf8')).toContain('theirs');
});
