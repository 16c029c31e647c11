/** What several test files begin with (workbooks, another build), made once for a build and kept in build/kept: making one takes seconds. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BookLock, lockBook } from '../../workbench/server/book-lock';
import { PlainError } from '../../workbench/server/plain-error';

const root = path.join(__dirname, '..', '..');
const FOLDER = path.join(root, 'build', 'kept');
/** What goes into each: the add-on, and all that makes it run here. */
const INPUTS = ['Code.js', 'sidebar.html', 'appsscript.json'];
const STAGE = ['start.cjs', 'worker.cjs', 'services.js', 'univer.stamp'];

/**
 * What `make` gave for this key and these builds, from the disk if some test file has made it before.
 * @param dist the add-on's folder
 */
export async function kept<T>(dist: string, key: string, make: () => Promise<T>): Promise<T> {
  const hash = createHash('sha256').update(key);
  for (const name of INPUTS) hash.update(readFileSync(path.join(dist, name)));
  for (const name of STAGE) hash.update(readFileSync(path.join(root, 'build', name)));
  const file = path.join(FOLDER, `${hash.digest('hex').slice(0, 16)}.json`);
  mkdirSync(FOLDER, { recursive: true });
  while (!existsSync(file)) {
    const mine = lock(file);
    if (!mine) {
      // Another test file is making it.
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    try {
      writeFileSync(`${file}.part`, JSON.stringify(await make()));
      renameSync(`${file}.part`, file);
    } finally {
      mine.release();
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** The lock of a file that is being made; null while another test file makes it. One that was killed holds nobody up. */
function lock(file: string): BookLock | null {
  try {
    return lockBook(file);
  } catch (error) {
    if (error instanceof PlainError) return null;
    throw error;
  }
}
