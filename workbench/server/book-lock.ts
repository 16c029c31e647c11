/**
 * One workbench for one workbook file: a lock file beside it names the process that has it open.
 *
 * A lock whose process is gone is taken over, so that a killed workbench never needs tidying by hand. Numbers of
 * processes are used again (always so in containers), hence the start time that goes with them where the system tells it.
 *
 * Nobody ever sees a half-written lock, and of several that come at once one gets it: a lock is written under a name of
 * its own first and then linked into place, which fails when something is there. Only who holds the lock on an abandoned
 * lock (the same thing again, one name longer) may put its own in that one's place.
 */
import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { PlainError } from './plain-error';

interface Holder {
  pid: number;
  host: string;
  /** When that process started, '' where the system does not tell. */
  started: string;
  /** Where it serves, '' when it does not. */
  address: string;
  /** Tells two locks of one process apart. */
  id?: string;
}

/** The ids of the locks that this process holds: its own number in a lock file may be that of one that is gone. */
const held = new Set<string>();

/** A held lock. */
export interface BookLock {
  /** Notes where this workbench serves, for the message that the next one shows. */
  announce(address: string): void;
  release(): void;
}

/** Takes the lock of a workbook file. Throws PlainError when a running workbench has it. */
export function lockBook(bookFile: string): BookLock {
  const file = `${bookFile}.lock`;
  const id = randomUUID();
  const mine: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), address: '', id };
  const holder = acquire(file, mine);
  if (holder) throw new PlainError(inUse(bookFile, holder));
  held.add(id);
  const isMine = () => readHolder(readText(file) ?? '')?.id === id;
  return {
    announce(address) {
      mine.address = address;
      if (isMine()) replace(file, mine);
    },
    release() {
      held.delete(id);
      if (isMine()) removeIfThere(file);
    },
  };
}

/** Others may come and go while a lock is taken; so many times is no chance. */
const MANY = 1000;

/** Takes a lock file; gives the living holder when there is one, and null when it is ours now. */
function acquire(file: string, mine: Holder): Holder | null {
  for (let attempt = 0; attempt < MANY; attempt++) {
    if (putIfFree(file, mine)) return null;
    const text = readText(file);
    // Released meanwhile: try again.
    if (text === null) continue;
    const holder = readHolder(text);
    if (holder && isAlive(holder)) return holder;
    const abandoned = `${file}.${createHash('sha1').update(text).digest('hex').slice(0, 12)}`;
    const other = acquire(abandoned, mine);
    // Somebody is just taking it over.
    if (other) return other;
    try {
      if (readText(file) === text) {
        replace(file, mine);
        return null;
      }
    } finally {
      removeIfThere(abandoned);
    }
  }
  throw new PlainError(`${file} is there and cannot be read. Remove it if no other workbench runs, then start again.`);
}

/** Puts a lock in place, whole, unless one is there. */
function putIfFree(file: string, mine: Holder): boolean {
  const own = writeOwn(file, mine);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // A file system without links: there a reader may see the lock before its content.
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'].includes(code ?? '')) return createIfFree(file, mine);
    throw error;
  } finally {
    removeIfThere(own);
  }
}

function createIfFree(file: string, mine: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Puts a lock in the place of the one that is there, in one step. */
function replace(file: string, mine: Holder): void {
  renameSync(writeOwn(file, mine), file);
}

/** Writes a lock under a name that only this process uses. */
function writeOwn(file: string, mine: Holder): string {
  const own = `${file}.${mine.id}`;
  try {
    writeFileSync(own, JSON.stringify(mine));
  } catch (error) {
    removeIfThere(own);
    throw error;
  }
  return own;
}

function inUse(bookFile: string, holder: Holder): string {
  const where = holder.address ? ` at ${holder.address}` : '';
  return (
    `${bookFile} is open in another workbench${where} (process ${holder.pid}).\n` +
    'Use that one, stop it first, or choose another file with --book FILE.'
  );
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Who holds a lock with this content; null when it is none, as one cut off by a full disk: nobody holds it. */
function readHolder(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder | null;
    return Number.isInteger(holder?.pid) && holder!.pid > 0 && typeof holder?.host === 'string' ? holder : null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  // On a shared folder another machine's processes cannot be asked.
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return held.has(holder.id ?? '');
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return holder.started === startOf(holder.pid);
}

/** When a process started, as Linux tells it in ticks since the machine's start. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function removeIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
