/** The sample team as a saved workbook, made once for all tests of a build and a day: making it takes many seconds. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WorkbookFile } from '../../workbench/engine/engine';
import { emptyWorkbook } from '../../workbench/engine/open';
import { loadProject } from '../../workbench/runtime';
import { makeSample } from '../../workbench/server/sample';

const root = path.join(__dirname, '..', '..');
const FOLDER = path.join(root, 'build', 'sample-books');
/** What goes into it: the add-on, and all that makes it run here. */
const INPUTS = ['dist/Code.js', 'build/start.cjs', 'build/worker.cjs', 'build/services.js', 'build/univer.stamp'];
/** Longer than making it ever takes. */
const LOCK_MS = 300_000;

/** The sample as its first start makes it today, for manager@example.com; in Etc/UTC, en_US. */
export async function sampleBook(): Promise<WorkbookFile> {
  const day = new Date().toISOString().slice(0, 10);
  const hash = createHash('sha256').update(day);
  for (const input of INPUTS) hash.update(readFileSync(path.join(root, input)));
  const file = path.join(FOLDER, `${hash.digest('hex').slice(0, 16)}.json`);
  mkdirSync(FOLDER, { recursive: true });
  while (!existsSync(file)) {
    if (!lock(`${file}.lock`)) {
      // Another test file is making it.
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    try {
      const project = await loadProject(path.join(root, 'dist'), 'Monthly 1:1');
      const base = emptyWorkbook({ owner: 'manager@example.com', timeZone: 'Etc/UTC' });
      writeFileSync(`${file}.part`, JSON.stringify(await makeSample(project, base, Date.now())));
      renameSync(`${file}.part`, file);
    } finally {
      rmdirSync(`${file}.lock`);
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as WorkbookFile;
}

/** A folder stands for the lock; one that was left behind gives way. */
function lock(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (made !== undefined && Date.now() - made > LOCK_MS) rmdirSync(folder);
    return false;
  }
}
