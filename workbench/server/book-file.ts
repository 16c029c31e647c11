/** A workbook on disk: the snapshot FILE, its journal FILE.journal and its lock FILE.lock. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { copyFile, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { WorkbookFile } from '../engine/engine';
import { type BookLock, lockBook } from './book-lock';
import { withDiskWords } from './disk-words';
import { Journal, type JournalLine, readJournal, syncFolder } from './journal';
import { PlainError } from './plain-error';

/** What is stored beside the workbook itself. */
export interface Stored extends WorkbookFile {
  /** Binds a journal to this workbook. */
  lineage?: string;
  /** The last journal line that this snapshot contains. */
  seq?: number;
}

/** An opened workbook file; locked until `close`. */
export class BookFile {
  private constructor(
    readonly file: string,
    private readonly lineage: string,
    private readonly lock: BookLock,
    readonly journal: Journal,
    /** The snapshot found, null for a new file. */
    readonly snapshot: WorkbookFile | null,
    /** Journal lines that the snapshot does not contain yet. */
    readonly lines: JournalLine[],
    /** The number of the last change in the file. */
    readonly lastSeq: number,
    /** Whether the file must be written before anything is noted in the journal: it is new, or was saved elsewhere. */
    readonly mustFold: boolean,
    /** What a person should know about how the file was found. */
    readonly notices: string[],
  ) {}

  /** Opens a file or prepares a new one. Throws PlainError when it is in use, is no workbook, or the disk refuses. */
  static async open(file: string, onTrouble: (error: Error | null) => void): Promise<BookFile> {
    return withDiskWords(`Cannot open ${file}`, async () => {
      mkdirSync(path.dirname(file), { recursive: true });
      const lock = lockBook(file);
      try {
        return await BookFile.openLocked(file, lock, onTrouble);
      } catch (error) {
        lock.release();
        throw error;
      }
    });
  }

  private static async openLocked(file: string, lock: BookLock, onTrouble: (error: Error | null) => void) {
    const stored = await readSnapshot(file);
    const journalFile = `${file}.journal`;
    const notices: string[] = [];
    const lineage = stored?.lineage ?? randomUUID();
    let content = await readJournal(journalFile);
    if (content && content.lineage !== lineage) {
      if (content.lines.length > 0) {
        // Not ours, but perhaps somebody's only copy of a day's work.
        await rename(journalFile, `${journalFile}.orphan`);
        notices.push(`${journalFile} belongs to another workbook; it was put aside as ${journalFile}.orphan.`);
      }
      content = null;
    }
    if (content && content.tornLength > 0) {
      notices.push(
        'The last change before the stop was not fully written; it had not been reported as saved, and is gone.',
      );
    }
    const seq = stored?.seq ?? 0;
    const lines = content ? content.lines.filter((line) => line.seq > seq) : [];
    const journal = await Journal.open(journalFile, lineage, content, onTrouble);
    return new BookFile(
      file,
      lineage,
      lock,
      journal,
      stored,
      lines,
      lines.at(-1)?.seq ?? seq,
      !stored?.lineage,
      notices,
    );
  }

  /** Writes the snapshot that contains everything up to `seq`, then shortens the journal. Throws what the disk refuses. */
  async fold(book: WorkbookFile, seq: number): Promise<void> {
    const stored: Stored = { ...book, lineage: this.lineage, seq };
    const temporary = `${this.file}.tmp`;
    try {
      const handle = await open(temporary, 'w');
      try {
        await handle.writeFile(JSON.stringify(stored));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, this.file);
    } catch (error) {
      // On a full disk half a snapshot would only be in the journal's way.
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(path.dirname(this.file));
    await this.journal.dropThrough(seq);
  }

  /** Keeps a copy of the snapshot as FILE.bak. */
  async backUp(): Promise<string> {
    const copy = `${this.file}.bak`;
    await copyFile(this.file, copy);
    return copy;
  }

  /** See BookLock. */
  announce(address: string): void {
    this.lock.announce(address);
  }

  async close(): Promise<void> {
    await this.journal.close();
    this.lock.release();
  }
}

async function readSnapshot(file: string): Promise<Stored | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return parseSnapshot(text, file);
}

/** The workbook in a file's text. Throws PlainError when it is none, or one of a later workbench. */
export function parseSnapshot(text: string, file: string): Stored {
  let stored: Partial<Stored> | null = null;
  try {
    stored = JSON.parse(text) as Partial<Stored> | null;
  } catch {
    // Whatever it is, it is not a workbook.
  }
  if (stored?.format !== 'scorecard-workbench')
    throw new PlainError(`${file} is not a workbook of this workbench. Choose another file with --book FILE.`);
  if (stored.version !== 1)
    throw new PlainError(
      `${file} was made by a later workbench. Take that one, or choose another file with --book FILE.`,
    );
  return stored as Stored;
}
