/** Opens a workbook behind the interface of engine.ts. */
import { randomUUID } from 'node:crypto';
import { applyOps } from './apply';
import { Book, sheetIdOfKey } from './book';
import { shownFormat } from './calculation/automatic-format';
import type { Wake } from './calculation/calculation';
import { respill, type SpillAnchors, spillAnchors, spillMutation } from './calculation/spills';
import { styleOf } from './cell-style';
import { contentOf, scalarOf } from './cells';
import { checkOps, requireOnGrid } from './check';
import { readConditionals } from './conditionals';
import { readCols, readRows } from './dimensions';
import { displayBlock } from './display';
import {
  type CellContent,
  type Engine,
  EngineError,
  type EngineInternals,
  type FileInfo,
  type JournalEntry,
  type Rect,
  type WorkbookFile,
  type WriteOp,
  type WriteOrigin,
} from './engine';
import { Extras, isExtrasOp } from './extras';
import { openHost } from './host';
import { readMerges } from './merges';
import { readNames } from './names';
import { readNotes } from './notes';
import { runPageMutation } from './page-mutation';
import { richTextOf } from './rich-text';
import { emptySheet } from './sheet-ops';
import type { IStyleData, IWorkbookData } from './univer';
import { readValidations } from './validations';

/** Facts for a fresh workbook; all have defaults. */
export interface OpenOptions {
  /** Google's locale name. Default en_US. */
  locale?: string;
  /** IANA zone. Default Etc/GMT. */
  timeZone?: string;
  owner?: string;
  name?: string;
}

/** A workbook with one empty sheet, Sheet1, of 1000 rows and 26 columns, whose id is 0. */
export function emptyWorkbook(options: OpenOptions = {}): WorkbookFile {
  const {
    locale = 'en_US',
    timeZone = 'Etc/GMT',
    owner = 'owner@example.com',
    name = 'Untitled spreadsheet',
  } = options;
  const id = randomUUID().replace(/-/g, '');
  const file: FileInfo = { id, name, locale, timeZone, owner, editors: [owner], viewers: [] };
  return {
    format: 'scorecard-workbench',
    version: 1,
    univer: { id, name, sheetOrder: ['0'], sheets: { '0': emptySheet('0', 'Sheet1', 1000, 26) }, styles: {} },
    extras: { file, rowGroups: {}, protections: [], metadata: [], namedRanges: [], properties: {} },
  };
}

/** Opens a saved workbook, or a fresh one; `options` are for the fresh one. Resolves when it is calculated. */
export async function openEngine(file?: WorkbookFile, options: OpenOptions = {}): Promise<Engine & EngineInternals> {
  const saved = file ?? emptyWorkbook(options);
  if (saved.format !== 'scorecard-workbench' || saved.version !== 1) {
    throw new EngineError('This is not a workbook of the workbench, or one of a later version.');
  }
  const engine = new OpenEngine(saved);
  await engine.start(saved.extras.spills, saved.extras.asleep);
  return engine;
}

class OpenEngine implements Engine, EngineInternals {
  private readonly book: Book;

  constructor(saved: WorkbookFile) {
    const extras = new Extras(saved.extras);
    const snapshot = structuredClone(saved.univer) as Partial<IWorkbookData>;
    const host = openHost(
      snapshot,
      {
        timeZone: () => extras.file.timeZone,
        locale: () => extras.file.locale,
        isFiltered: (key, row) => extras.isFiltered(sheetIdOfKey(key), row),
      },
      (mutation) => {
        // Univer runs mutations while it opens, before there is a book.
        const book = this.book as Book | undefined;
        book?.forgetContent(mutation.params, mutation.result);
        if (!book || book.silent) return;
        book.seq += 1;
        const { id, params, result } = mutation;
        const told = {
          seq: book.seq,
          id,
          params,
          opts: result ? { onlyLocal: true as const } : {},
          origin: book.origin,
        };
        for (const listener of book.mutationListeners) listener(told);
      },
    );
    this.book = new Book(host, extras);
  }

  async start(spills: SpillAnchors = {}, asleep: readonly string[] = []): Promise<void> {
    for (const [key, anchors] of Object.entries(spills)) respill(this.book, key, anchors);
    for (const key of asleep) this.book.host.calculation.putToSleep(key);
    await this.book.host.calculation.settle();
    this.book.silent = false;
  }

  get unitId(): string {
    return this.book.host.unitId;
  }

  get seq(): number {
    return this.book.seq;
  }

  file = () => ({ ...this.book.extras.file });
  sheets = () => this.book.sheets().map((sheet) => this.book.info(sheet));
  settle = () => this.alone(() => undefined, 'all');
  sheetKey = (sheetId: number) => this.book.find(sheetId).key;
  sheetIdOf = (key: string) => this.book.sheetIdOf(key);

  /** The sheet, when the rectangle lies on it. */
  private on(sheetId: number, rect: Rect) {
    const found = this.book.find(sheetId);
    requireOnGrid(this.book.grid(found.sheet), rect);
    return found;
  }

  private block<T>(
    sheetId: number,
    rect: Rect,
    read: (cell: ReturnType<Book['cell']>, row: number, col: number) => T,
  ): T[][] {
    const { sheet } = this.on(sheetId, rect);
    return Array.from({ length: rect.rows }, (_, r) =>
      Array.from({ length: rect.cols }, (_, c) => {
        const row = rect.row - 1 + r;
        const col = rect.col - 1 + c;
        return read(this.book.cell(sheet, row, col), row, col);
      }),
    );
  }

  /** Resolves when the results on this sheet are up to date. */
  private async settled(sheetId: number, rect: Rect): Promise<void> {
    this.on(sheetId, rect);
    const { key: wake } = this.book.find(sheetId);
    // A calculation takes its turn: nothing may change in the middle.
    if (this.book.host.calculation.pending(wake)) await this.alone(() => undefined, wake);
  }

  async read(sheetId: number, rect: Rect): Promise<CellContent[][]> {
    await this.settled(sheetId, rect);
    const { key, sheet } = this.book.find(sheetId);
    const spilled = this.book.spilled(key);
    const open = this.book.openRangeReader(sheet);
    return this.block(sheetId, rect, (cell, row, col) => {
      const content = contentOf(cell);
      if (content.f !== '') return content.unparsable ? content : { v: content.v, f: open(content.f) };
      const under = content.v === null ? spilled?.[row]?.[col] : undefined;
      return under ? { v: scalarOf({ ...under, f: '=' }), f: '' } : content;
    });
  }

  typed = (sheetId: number, rect: Rect) =>
    this.block(sheetId, rect, (cell) => {
      const { v, f } = contentOf(cell);
      return f === '' ? v : null;
    });

  async displayValues(sheetId: number, rect: Rect): Promise<string[][]> {
    const contents = await this.read(sheetId, rect);
    return displayBlock(contents, this.shownPatterns(sheetId, rect), this.book.extras.file.locale);
  }

  async numberFormats(sheetId: number, rect: Rect): Promise<(string | undefined)[][]> {
    await this.settled(sheetId, rect);
    return this.shownPatterns(sheetId, rect);
  }

  /** The patterns that numbers are shown with: the cell's own, else its formula's, else that of what fills it. */
  private shownPatterns(sheetId: number, rect: Rect): (string | undefined)[][] {
    const spilled = this.book.spilled(this.book.find(sheetId).key);
    return this.block(sheetId, rect, (cell, row, col) => {
      const own = shownFormat(cell, this.book.styleData(cell));
      return own ?? (cell?.f ? undefined : (spilled?.[row]?.[col]?.s as IStyleData | undefined)?.n?.pattern);
    });
  }

  styles = (sheetId: number, rect: Rect) => this.block(sheetId, rect, (cell) => styleOf(this.book.styleData(cell)));

  richText(sheetId: number, row: number, col: number) {
    const { sheet } = this.on(sheetId, { row, col, rows: 1, cols: 1 });
    const cell = this.book.cell(sheet, row - 1, col - 1);
    const value = cell?.f ? null : scalarOf(cell);
    return richTextOf(cell, typeof value === 'string' ? value : null);
  }

  async linkOf(sheetId: number, row: number, col: number): Promise<string | null> {
    const { key } = this.on(sheetId, { row, col, rows: 1, cols: 1 });
    const [[cell]] = (await this.read(sheetId, { row, col, rows: 1, cols: 1 })) as [[CellContent]];
    if (cell.f === '')
      return this.richText(sheetId, row, col)?.runs.find(({ style }) => style.link)?.style.link ?? null;
    if (!/\bHYPERLINK\(/i.test(cell.f)) return null;
    // Noted links stay behind when cells move, so it is calculated anew.
    const { host } = this.book;
    host.takeLink(key, row - 1, col - 1);
    await this.alone(() => host.calculation.calculateCell(key, row - 1, col - 1), key);
    const url = host.takeLink(key, row - 1, col - 1);
    const [[now]] = (await this.read(sheetId, { row, col, rows: 1, cols: 1 })) as [[CellContent]];
    return now.v === null || now.v === '' ? null : url;
  }

  notes(sheetId: number, rect: Rect) {
    this.on(sheetId, rect);
    return readNotes(this.book, sheetId, rect);
  }

  validations(sheetId: number, rect: Rect) {
    this.on(sheetId, rect);
    return readValidations(this.book, sheetId, rect);
  }

  conditionalRules = (sheetId: number) => readConditionals(this.book, sheetId);
  merges = (sheetId: number) => readMerges(this.book, this.book.find(sheetId).sheet);

  rowDimensions(sheetId: number, row: number, count: number) {
    const { sheet } = this.on(sheetId, { row, col: 1, rows: count, cols: 1 });
    return readRows(sheet, row, count);
  }

  colDimensions(sheetId: number, col: number, count: number) {
    const { sheet } = this.on(sheetId, { row: 1, col, rows: 1, cols: count });
    return readCols(sheet, col, count);
  }

  filter = (sheetId: number) => structuredClone(this.book.extras.filterOf(sheetId));
  rowGroups = (sheetId: number) => structuredClone(this.book.extras.groupsOf(sheetId).groups);
  protections = () => structuredClone(this.book.extras.protections);
  metadata = () => structuredClone(this.book.extras.metadata);
  namedRanges = () => readNames(this.book);
  properties = (store: string) => this.book.extras.entriesOf(store);

  write(ops: WriteOp[], origin: WriteOrigin): Promise<void> {
    return this.alone(() => this.change(ops, origin));
  }

  apply(ops: WriteOp[], origin: WriteOrigin): Promise<void> {
    return this.inTurn(async () => this.change(ops, origin));
  }

  calculate = () => this.alone(() => undefined);

  private change(ops: WriteOp[], origin: WriteOrigin): void {
    checkOps(this.book, ops);
    this.book.origin = origin;
    applyOps(this.book, ops);
  }

  private turn: Promise<unknown> = Promise.resolve();

  /** A change, and the calculation after it. */
  private alone(change: () => void, wake?: Wake): Promise<void> {
    return this.inTurn(() => {
      change();
      return this.book.host.calculation.settle(wake);
    });
  }

  /** One change after the other: a change in the middle of a calculation would mix old results with new cells. */
  private inTurn(step: () => Promise<void>): Promise<void> {
    const done = this.turn.then(step);
    this.turn = done.catch(() => undefined);
    return done;
  }

  onMutation(listener: Parameters<EngineInternals['onMutation']>[0]): () => void {
    this.book.mutationListeners.add(listener);
    return () => this.book.mutationListeners.delete(listener);
  }

  onExtras(listener: Parameters<EngineInternals['onExtras']>[0]): () => void {
    this.book.extrasListeners.add(listener);
    return () => this.book.extrasListeners.delete(listener);
  }

  afterLoad(): { id: string; params: unknown }[] {
    const mutation = spillMutation(this.book);
    return mutation ? [mutation] : [];
  }

  applyPageMutation(id: string, params: unknown, origin: WriteOrigin): Promise<void> {
    return this.alone(() => {
      this.book.origin = origin;
      runPageMutation(this.book, id, params);
    });
  }

  async replay(entries: Iterable<JournalEntry>): Promise<void> {
    this.book.silent = true;
    try {
      await this.alone(() => {
        for (const entry of entries) {
          if (entry.kind === 'mutation') this.book.host.run(entry.id, structuredClone(entry.params) as object);
          else this.book.applyExtras(entry.ops.filter(isExtrasOp));
        }
      });
    } finally {
      this.book.silent = false;
    }
  }

  save(): WorkbookFile {
    const spills = spillAnchors(this.book);
    const asleep = this.book.host.calculation.asleep();
    return {
      format: 'scorecard-workbench',
      version: 1,
      univer: this.book.host.save(),
      extras: {
        ...this.book.extras.save(),
        namedRanges: this.namedRanges(),
        ...(Object.keys(spills).length > 0 && { spills }),
        ...(asleep.length > 0 && { asleep }),
      },
    };
  }

  dispose(): void {
    this.book.host.dispose();
  }
}
