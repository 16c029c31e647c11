/**
 * One workbench for one workbook file: a lock file beside it names the process that has it open.
 *
 * A lock whose process is gone is taken over, so that a killed workbench never needs tidying by hand. Numbers of
 * processes are used again (always so in containers), hence the start time that goes with them where the system tells it.
 */
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { PlainError } from './plain-error';

interface Holder {
  pid: number;
  host: string;
  /** When that process started, '' where the system does not tell. */
  started: string;
  /** Where it serves, '' when it does not. */
  address: string;
}

/** A held lock. */
export interface BookLock {
  /** Notes where this workbench serves, for the message that the next one shows. */
  announce(address: string): void;
  release(): void;
}

/** Takes the lock of a workbook file. Throws PlainError when a running workbench has it. */
export function lockBook(bookFile: string): BookLock {
  const file = `${bookFile}.lock`;
  const mine: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), address: '' };
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder && (attempt > 0 || isAlive(holder))) throw new PlainError(inUse(bookFile, holder));
    removeIfThere(file);
  }
  return {
    announce(address) {
      mine.address = address;
      writeFileSync(file, JSON.stringify(mine));
    },
    release: () => removeIfThere(file),
  };
}

function inUse(bookFile: string, holder: Holder): string {
  const where = holder.address ? ` at ${holder.address}` : '';
  return (
    `${bookFile} is open in another workbench${where} (process ${holder.pid}).\n` +
    'Use that one, stop it first, or choose another file with --book FILE.'
  );
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    // Gone meanwhile, or cut off by a crash while it was written: nobody holds it.
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  // On a shared folder another machine's processes cannot be asked.
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return holder.started === startOf(process.pid) && holder.started !== '';
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
