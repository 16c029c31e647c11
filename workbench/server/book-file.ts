/** A workbook on disk: the snapshot FILE, its journal FILE.journal and its lock FILE.lock. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { copyFile, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { WorkbookFile } from '../engine/engine';
import { type BookLock, lockBook } from './book-lock';
import { Journal, type JournalLine, readJournal, syncFolder } from './journal';
import { PlainError } from './plain-error';

/** What is stored beside the workbook itself. */
interface Stored extends WorkbookFile {
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

  /** Opens a file or prepares a new one. Throws PlainError when it is in use or is no workbook. */
  static async open(file: string, onTrouble: (error: Error | null) => void): Promise<BookFile> {
    mkdirSync(path.dirname(file), { recursive: true });
    const lock = lockBook(file);
    try {
      return await BookFile.openLocked(file, lock, onTrouble);
    } catch (error) {
      lock.release();
      throw error;
    }
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

  /** Writes the snapshot that contains everything up to `seq`, then shortens the journal. */
  async fold(book: WorkbookFile, seq: number): Promise<void> {
    const stored: Stored = { ...book, lineage: this.lineage, seq };
    const temporary = `${this.file}.tmp`;
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(JSON.stringify(stored));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, this.file);
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
  try {
    const stored = JSON.parse(text) as Stored;
    if (stored.format === 'scorecard-workbench' && stored.version === 1) return stored;
  } catch {
    // Falls through to the message below: whatever it is, it is not a workbook.
  }
  throw new PlainError(`${file} is not a workbook of this workbench. Choose another file with --book FILE.`);
}
