/**
 * The workbook's journal: one line for each change, on disk before anybody is told "saved".
 *
 * A line is `<checksum> <json>\n`. The first line names the lineage of the workbook that the journal belongs to, so
 * that a journal is never played onto another file. Lines carry rising sequence numbers; a snapshot knows the number
 * it contains, so a crash between writing the snapshot and emptying the journal plays nothing twice.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** One line of the journal: everything that one act changed, whole or not at all. */
export interface JournalLine {
  seq: number;
  /** What the act did, as the writer wants it back. */
  changes: unknown[];
}

/** What was found in a journal file. */
export interface JournalContent {
  lineage: string;
  lines: JournalLine[];
  /** Bytes of whole, sound lines. */
  soundLength: number;
  /** Bytes after the last sound line: a write that was cut off. */
  tornLength: number;
}

interface Header {
  journal: 1;
  lineage: string;
}

const encode = (json: string): string => `${checksum(json)} ${json}\n`;

function checksum(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 16);
}

/** The value of a line without its line feed, or undefined if it was cut or changed. */
function decode(line: string): unknown {
  const json = line.slice(17);
  if (line[16] !== ' ' || checksum(json) !== line.slice(0, 16)) return undefined;
  return JSON.parse(json);
}

/**
 * Reads a journal; null when there is none or its first line never became whole. Reading stops at the first line that
 * is not sound: after a torn write nothing was acknowledged, so nothing behind it counts.
 */
export async function readJournal(file: string): Promise<JournalContent | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  let header: Header | null = null;
  const lines: JournalLine[] = [];
  let position = 0;
  while (position < bytes.length) {
    const end = bytes.indexOf(10, position);
    if (end < 0) break;
    const value = decode(bytes.toString('utf8', position, end));
    if (value === undefined) break;
    if (header) lines.push(value as JournalLine);
    else header = value as Header;
    position = end + 1;
  }
  if (!header) return null;
  return { lineage: header.lineage, lines, soundLength: position, tornLength: bytes.length - position };
}

interface Waiting {
  json: string;
  resolve: () => void;
}

/** How long a failed write waits before it is tried again. */
const RETRY_MS = 1000;

/** A journal open for writing. Lines that wait are written together and share one sync to disk. */
export class Journal {
  private waiting: Waiting[] = [];
  private flushIsDue = false;
  /** One thing at a time happens to the file, in this order. Never rejects. */
  private work: Promise<void> = Promise.resolve();
  private closed = false;

  private constructor(
    private readonly file: string,
    private readonly lineage: string,
    private handle: FileHandle,
    private length: number,
    private readonly onTrouble: (error: Error | null) => void,
  ) {}

  /**
   * Opens the journal for appending after its sound part; a torn tail is cut off. Starts an empty one if there is none.
   * `onTrouble` hears of failed writes, and null when writing works again.
   */
  static async open(
    file: string,
    lineage: string,
    content: JournalContent | null,
    onTrouble: (error: Error | null) => void,
  ): Promise<Journal> {
    if (!content) {
      const { handle, length } = await writeWhole(file, lineage, []);
      return new Journal(file, lineage, handle, length, onTrouble);
    }
    const handle = await open(file, 'r+');
    if (content.tornLength > 0) {
      await handle.truncate(content.soundLength);
      await handle.datasync();
    }
    return new Journal(file, lineage, handle, content.soundLength, onTrouble);
  }

  /** Bytes in the file. */
  get size(): number {
    return this.length;
  }

  /**
   * Resolves when the line is on disk. `changes` are JSON texts, so that a change is serialised only once. While the
   * disk refuses, writing is tried again and the promise stays open.
   */
  append(seq: number, changes: readonly string[]): Promise<void> {
    if (this.closed) return Promise.reject(new Error('The journal is closed.'));
    const json = `{"seq":${seq},"changes":[${changes.join(',')}]}`;
    const written = new Promise<void>((resolve) => this.waiting.push({ json, resolve }));
    if (!this.flushIsDue) {
      this.flushIsDue = true;
      this.work = this.work.then(() => this.flush());
    }
    return written;
  }

  /** Drops the lines up to `seq`, which a snapshot on disk now contains. */
  dropThrough(seq: number): Promise<void> {
    const done = this.work.then(() => this.rewrite(seq));
    // A journal that could not be shortened is still whole; the caller hears why.
    this.work = done.catch(() => undefined);
    return done;
  }

  /** Resolves when nothing waits to be written. */
  idle(): Promise<void> {
    return this.work;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.idle();
    await this.handle.close();
  }

  private async flush(): Promise<void> {
    this.flushIsDue = false;
    const batch = this.waiting;
    this.waiting = [];
    await this.writeUntilDone(Buffer.from(batch.map((item) => encode(item.json)).join('')));
    for (const item of batch) item.resolve();
  }

  private async writeUntilDone(bytes: Buffer): Promise<void> {
    for (let failed = false; ; failed = true) {
      try {
        // A write that failed half way has left bytes that nobody was promised.
        if (failed) await this.handle.truncate(this.length);
        await writeAll(this.handle, bytes, this.length);
        await this.handle.datasync();
        this.length += bytes.length;
        if (failed) this.onTrouble(null);
        return;
      } catch (error) {
        this.onTrouble(error as Error);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  private async rewrite(seq: number): Promise<void> {
    const content = await readJournal(this.file);
    if (!content) throw new Error(`${this.file} can no longer be read.`);
    const rest = content.lines.filter((line) => line.seq > seq);
    const { handle, length } = await writeWhole(this.file, this.lineage, rest);
    await this.handle.close();
    this.handle = handle;
    this.length = length;
  }
}

/** Replaces a journal in one step, so that a crash leaves the old one or the new one. */
async function writeWhole(file: string, lineage: string, lines: JournalLine[]) {
  const header: Header = { journal: 1, lineage };
  const bytes = Buffer.from([header, ...lines].map((value) => encode(JSON.stringify(value))).join(''));
  const handle = await open(`${file}.tmp`, 'w+');
  try {
    await writeAll(handle, bytes, 0);
    await handle.datasync();
    await rename(`${file}.tmp`, file);
  } catch (error) {
    await handle.close();
    await rm(`${file}.tmp`, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(path.dirname(file));
  return { handle, length: bytes.length };
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const part = await handle.write(bytes, written, bytes.length - written, position + written);
    written += part.bytesWritten;
  }
}

/** Makes a rename last: a folder has to be synced too, where the system allows it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
