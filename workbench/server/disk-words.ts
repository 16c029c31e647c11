/** What the disk refuses, in a sentence that says what to do. */
import { PlainError } from './plain-error';

const WORDS: Record<string, string> = {
  EACCES: 'this account may not write there. Choose another place, or change its permissions.',
  EPERM: 'this account may not write there. Choose another place, or change its permissions.',
  EROFS: 'that disk is read-only. Choose another place.',
  ENOSPC: 'the disk is full. Make some room.',
  EDQUOT: 'your share of the disk is used up. Make some room.',
  EFBIG: 'the file would be too large for that disk.',
  EISDIR: 'a folder has that name. Choose another one.',
  ENOTDIR: 'a part of its path is a file and no folder. Choose another place.',
  EEXIST: 'a part of its path is a file and no folder. Choose another place.',
  ENOENT: 'its folder is not there.',
  ENAMETOOLONG: 'its name is too long.',
  EMFILE: 'too many files are open. Stop another program, then try again.',
  ENFILE: 'too many files are open. Stop another program, then try again.',
  EIO: 'the disk does not answer as it should. Is it still connected?',
};

/** Whether this is an error of the system, with a code, and no fault of the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return typeof code === 'string' && typeof syscall === 'string';
}

/** One sentence: what could not be done, and why as far as the system says so. */
export function diskWords(what: string, error: unknown): string {
  const reason = isSystemError(error) ? WORDS[error.code ?? ''] : undefined;
  return `${what}: ${reason ?? `${(error as Error).message}.`}`;
}

/** Runs a step; what the disk refuses comes out as a PlainError that begins with `what`. Other errors pass. */
export async function withDiskWords<T>(what: string, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new PlainError(diskWords(what, error));
  }
}

/** Tells a lasting trouble once, and once that it is over; `null` says that it is. Gives whether anything was told. */
export function troubleOf(tell: (words: string) => void, over: string): (words: string | null) => boolean {
  let told: string | null = null;
  return (words) => {
    if (words === told) return false;
    told = words;
    tell(words ?? over);
    return true;
  };
}
