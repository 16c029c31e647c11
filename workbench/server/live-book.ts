/**
 * The open workbook: the engine, its file, and everybody who hears of changes.
 *
 * All writes go through `engine` (scripts) or `applyEdit` (pages), and each is one line of the journal. Whoever needs
 * to tell a person "saved" waits for `saved()` first.
 */
import type { Engine, EngineInternals, EngineMutation, WorkbookFile, WriteOp, WriteOrigin } from '../engine/engine';
import { openEngine } from '../engine/open';
import { type EngineQueue, hubOf } from '../runtime';
import { BookFile } from './book-file';
import { diskWords, troubleOf, withDiskWords } from './disk-words';
import { openStored } from './open-stored';
import type { PageMutation } from './protocol';

/** A change as pages get it: `json` is the text of a NumberedMutation. */
export interface BookChange {
  seq: number;
  id: string;
  json: string;
  result: boolean;
  origin: WriteOrigin;
  /** The mutation's params as JSON text. */
  params: string;
}

export interface BookListener {
  /** The changes of one act, in order. */
  changed?(changes: BookChange[]): void;
  /** Row groups, protections, people … changed. */
  extrasChanged?(ops: WriteOp[]): void;
  /** The whole workbook is another one now. */
  replaced?(): void;
  /** Writing to disk began, ended, or fails. */
  disk?(state: 'saving' | 'saved' | 'trouble', words: string): void;
}

type FullEngine = Engine & EngineInternals;

/** Idle time after which the journal is folded into the snapshot. */
const IDLE_MS = 3000;
/** A journal larger than this is folded even while people work. */
const MANY_BYTES = 32 * 1024 * 1024;

/** A second pair of eyes may wait that long for the Team tab. */
const OVERVIEWS_AFTER_MS = 250;

export class LiveBook {
  /** What scripts read and write; stays the same object when the workbook is replaced. */
  readonly engine: Engine;
  /** The one queue to the workbook. */
  readonly queue: EngineQueue;
  private readonly listeners = new Set<BookListener>();
  private unit: { changes: BookChange[]; lines: string[] } | null = null;
  private lastSaved: Promise<void> = Promise.resolve();
  private unsaved = 0;
  private idleTimer: NodeJS.Timeout | undefined;
  private folding: Promise<void> = Promise.resolve();
  /** What the snapshot on disk contains; -1 before the first one is written. */
  private foldedSeq = -1;
  private readonly journalTrouble: (words: string | null) => boolean;
  private readonly foldTrouble: (words: string | null) => boolean;

  private constructor(
    private readonly disk: BookFile,
    private inner: FullEngine,
    private seq: number,
    private readonly notices: (words: string) => void,
  ) {
    this.journalTrouble = troubleOf(notices, `${disk.file}.journal can be written again.`);
    this.foldTrouble = troubleOf(notices, `${disk.file} can be written again.`);
    this.engine = this.guarded();
    this.queue = hubOf(this.engine).queue;
    this.listenToEngine();
  }

  /**
   * Opens a workbook file, or makes it from `fresh()`. Plays the journal. Throws PlainError for a person at the
   * terminal. `notices` receives what should be told about how the file was found.
   */
  static async open(file: string, fresh: () => WorkbookFile, notices: (words: string) => void): Promise<LiveBook> {
    let book: LiveBook | null = null;
    const disk = await BookFile.open(file, (error) => book?.tellJournal(error));
    try {
      const inner = await openStored(file, disk.snapshot ?? fresh(), disk.lines);
      disk.notices.forEach(notices);
      book = new LiveBook(disk, inner, disk.lastSeq, notices);
      if (disk.mustFold || disk.lines.length > 0)
        await withDiskWords(`Cannot write ${file}`, () => (book as LiveBook).fold());
      else book.foldedSeq = disk.lastSeq;
    } catch (error) {
      book?.inner.dispose();
      await disk.close();
      throw error;
    }
    book.calculateOverviewsSoon();
    return book;
  }

  get file(): string {
    return this.disk.file;
  }

  get internals(): EngineInternals {
    return this.inner;
  }

  listen(listener: BookListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The workbook for a page, with the number of the last change in it. Call it inside the queue or between acts. */
  snapshot(): { seq: number; unitId: string; file: WorkbookFile } {
    return { seq: this.inner.seq, unitId: this.inner.unitId, file: this.inner.save() };
  }

  /** Applies the mutations of one act of a page; one line of the journal. */
  applyEdit(mutations: readonly PageMutation[], origin: WriteOrigin): Promise<void> {
    return this.asUnit(async () => {
      for (const mutation of mutations) await this.inner.applyPageMutation(mutation.id, mutation.params, origin);
    });
  }

  /** Resolves when every change so far is on disk. */
  saved(): Promise<void> {
    return this.lastSaved;
  }

  /**
   * Puts another workbook in the place of this one; the old one stays beside it as FILE.bak. Gives that file's name.
   * Throws PlainError when the disk refuses.
   */
  async replace(next: WorkbookFile): Promise<string> {
    return this.queue.run(async () => {
      const copy = await withDiskWords(`Cannot put ${this.file} aside, so it stays open`, async () => {
        await this.fold();
        return this.disk.backUp();
      });
      const opened = await openEngine(next);
      this.inner.dispose();
      this.inner = opened;
      this.seq++;
      this.listenToEngine();
      for (const listener of this.listeners) listener.replaced?.();
      await withDiskWords(`Cannot write ${this.file}`, () => this.fold());
      return copy;
    });
  }

  /** Writes the snapshot and lets the file go. On a full disk the journal has everything that was said to be saved. */
  async close(): Promise<void> {
    clearTimeout(this.overviews);
    clearTimeout(this.idleTimer);
    if (this.unsaved > 0) this.notices(`Writing what is not on disk yet to ${this.file}.journal …`);
    await this.lastSaved;
    try {
      await this.queue.run(() => this.fold());
    } catch (error) {
      this.notices(
        `${diskWords(`Cannot write ${this.file}`, error)} Nothing is lost: the changes are in ${this.file}.journal.`,
      );
    }
    await this.disk.close();
    this.inner.dispose();
  }

  /** Tells a next workbench where this one serves. */
  announce(address: string): void {
    this.disk.announce(address);
  }

  /** The engine with writes that are journaled. */
  private guarded(): Engine {
    const write = (ops: WriteOp[], origin: WriteOrigin) => this.asUnit(() => this.inner.write(ops, origin));
    return new Proxy({} as Engine, {
      get: (_target, name) => {
        // People look on: what a script writes is calculated at once.
        if (name === 'write' || name === 'apply') return write;
        const member: unknown = Reflect.get(this.inner, name);
        return typeof member === 'function' ? member.bind(this.inner) : member;
      },
    });
  }

  private listenToEngine(): void {
    this.inner.onMutation((mutation) => this.take(mutation));
    this.inner.onExtras((ops) => {
      this.record(null, [`{"kind":"extras","ops":${JSON.stringify(ops)}}`]);
      for (const listener of this.listeners) listener.extrasChanged?.(ops);
    });
  }

  private take({ seq, id, params, opts, origin }: EngineMutation): void {
    const result = opts.onlyLocal === true;
    const text = JSON.stringify(params ?? null);
    const name = JSON.stringify(id);
    const json = `{"seq":${seq},"id":${name},"params":${text}${result ? ',"result":true' : ''}}`;
    this.record(
      { seq, id, json, result, origin, params: text },
      result ? [] : [`{"kind":"mutation","id":${name},"params":${text}}`],
    );
  }

  private overviews: NodeJS.Timeout | undefined;

  /** Sheets that only look at others are calculated once nothing has changed for a while; pages hear of it as of any result. */
  private calculateOverviewsSoon(): void {
    clearTimeout(this.overviews);
    this.overviews = setTimeout(() => {
      this.queue
        .run(() => this.inner.settle())
        .catch((error: Error) => this.notices(`A formula could not be calculated: ${error.message}.`));
    }, OVERVIEWS_AFTER_MS);
    this.overviews.unref();
  }

  private record(change: BookChange | null, lines: string[]): void {
    if (change && !change.result) this.calculateOverviewsSoon();
    if (this.unit) {
      if (change) this.unit.changes.push(change);
      this.unit.lines.push(...lines);
    } else {
      // Outside of any act, e.g. a recalculation by the clock.
      this.finish({ changes: change ? [change] : [], lines });
    }
  }

  private async asUnit(act: () => Promise<void>): Promise<void> {
    const unit = { changes: [], lines: [] };
    this.unit = unit;
    try {
      await act();
    } finally {
      this.unit = null;
      this.finish(unit);
    }
  }

  private finish(unit: { changes: BookChange[]; lines: string[] }): void {
    if (unit.changes.length > 0) for (const listener of this.listeners) listener.changed?.(unit.changes);
    if (unit.lines.length === 0) return;
    if (this.unsaved++ === 0) this.tellDisk('saving', '');
    this.seq++;
    this.lastSaved = this.disk.journal.append(this.seq, unit.lines).then(() => {
      if (--this.unsaved === 0) this.tellDisk('saved', '');
    });
    // A run that goes on after the file was let go has nowhere to write; who waits for it hears of it.
    this.lastSaved.catch(() => undefined);
    this.foldWhenIdle();
  }

  /** The journal tries again each second; the person at the terminal reads it once. */
  private tellJournal(error: Error | null): void {
    const words =
      error && `${diskWords(`Cannot write ${this.file}.journal`, error)} Trying again; keep this window open.`;
    if (this.journalTrouble(words)) this.tellDisk(words ? 'trouble' : 'saving', words ?? '');
  }

  private tellDisk(state: 'saving' | 'saved' | 'trouble', words: string): void {
    for (const listener of this.listeners) listener.disk?.(state, words);
  }

  private foldWhenIdle(wait = this.disk.journal.size > MANY_BYTES ? 0 : IDLE_MS): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => {
      // Only the copying needs the workbook at rest; people go on while it is written.
      void this.queue.run(() => {
        this.fold().then(
          () => this.foldTrouble(null),
          (error: Error) => {
            // Nothing is lost, as the journal holds the changes.
            this.foldTrouble(`${diskWords(`Cannot write ${this.file}`, error)} The changes are kept in its journal.`);
            this.foldWhenIdle(IDLE_MS);
          },
        );
      });
    }, wait);
    this.idleTimer.unref();
  }

  /** Writes the snapshot if anything changed; one at a time. The workbook must be at rest when this is called. */
  private fold(): Promise<void> {
    const seq = this.seq;
    if (seq === this.foldedSeq) return this.folding;
    this.foldedSeq = seq;
    const file = this.inner.save();
    this.folding = this.folding.catch(() => undefined).then(() => this.disk.fold(file, seq));
    this.folding.catch(() => {
      this.foldedSeq = -1;
    });
    return this.folding;
  }
}
