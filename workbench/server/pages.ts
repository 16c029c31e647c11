/** All windows on the workbook: their edits come in, everybody's changes go out, in one order. */
import type { CellContent, EngineInternals, WriteOp } from '../engine/engine';
import { type EditKind, mayWrite, type PersonEdit, PROTECTED_MESSAGE, type TriggerSettings } from '../runtime';
import { foldGroups } from '../runtime/row-groups';
import { type EditedCells, editedCells } from './edited-cells';
import type { Frames } from './frames';
import type { BookChange, LiveBook } from './live-book';
import { PageSession } from './page-session';
import { peopleOf, roleOf } from './people';
import { PlainError } from './plain-error';
import type {
  FilteredBySheet,
  GroupsBySheet,
  Guarded,
  PageMutation,
  RefusalReason,
  ToPage,
  ToServer,
} from './protocol';
import { isStructural, type PageAccess, refusalOf } from './rights';
import { problemOfEdit } from './sound-edit';

/** Kinds of edits that may leave every value as it was. */
const COMPARED = new Set<EditKind>(['undone', 'redone', 'moved']);

type FoldRequest = Omit<Extract<ToServer, { t: 'fold' }>, 't'>;

/** The edit that is being applied: its own page has most of it already. */
interface EditInHand {
  page: PageSession;
  /** Mutations as the page sent them, each to be left out once of what goes back to it. */
  sent: { id: string; params: string }[];
  /** Whether others changed something that the page had not seen: then the order decides, and it hears its values again. */
  crossed: boolean;
}

const STALE_WORDS =
  'Somebody else moved rows, columns or tabs at the same moment. Your last edit was not taken over; the sheet shows what is there now. Please make the edit again.';

/** Rules that moved because rows or columns did: the engine moves them itself, formulas included. */
function withoutFollowers(mutations: PageMutation[]): PageMutation[] {
  const movesGrid = mutations.some(({ id }) =>
    /mutation\.(insert-(row|col)|remove-(rows|col)|move-(rows|columns))$/.test(id),
  );
  return movesGrid ? mutations.filter(({ id }) => !id.endsWith('-conditional-rule')) : mutations;
}

export class Pages {
  private readonly pages = new Set<PageSession>();
  private inHand: EditInHand | null = null;

  constructor(
    private readonly book: LiveBook,
    private readonly frames: Frames,
    private readonly triggers: TriggerSettings,
    /** Hears of each edit of values by a person; the edit is in the workbook by then. */
    private readonly edited: (page: PageSession, edit: PersonEdit) => void,
  ) {
    book.listen({
      changed: (changes) => this.passOn(changes),
      extrasChanged: (ops) => this.passOnExtras(ops),
      replaced: () => {
        for (const page of this.pages) this.sendBook(page, 'This is another workbook now.');
      },
      disk: (state, words) => this.broadcast({ t: 'disk', state, words }),
    });
  }

  join(socket: ConstructorParameters<typeof PageSession>[0], user: string): PageSession {
    const page = new PageSession(socket, user, this.book, this.frames);
    this.pages.add(page);
    return page;
  }

  leave(page: PageSession): void {
    this.pages.delete(page);
    page.leave();
  }

  broadcast(message: ToPage): void {
    const json = JSON.stringify(message);
    for (const page of this.pages) page.sendText(json);
  }

  /** Sends the whole workbook; `why` is told to the person. Call it where no write is half done. */
  sendBook(page: PageSession, why: string | null): void {
    const { seq, unitId, file } = this.book.snapshot();
    page.lastByOthers = 0;
    page.lastMoveByOthers = 0;
    page.send({
      t: 'book',
      seq,
      unitId,
      univer: file.univer,
      groups: this.groups(),
      filtered: this.filtered(),
      guarded: this.guarded(),
      sheetKey: page.sheetKey,
      why,
    });
  }

  /** Takes a page's edit, or refuses it. */
  async edit(page: PageSession, n: number, base: number, mutations: PageMutation[]): Promise<void> {
    await this.book.queue.run(async () => {
      const refusal = this.refusal(page, base, mutations);
      if (refusal) {
        page.send({ t: 'refused', n, ...refusal });
        return;
      }
      const edited = editedCells(mutations);
      const before = edited && (await this.contents(edited));
      this.inHand = {
        page,
        sent: mutations.map(({ id, params }) => ({ id, params: JSON.stringify(params) })),
        crossed: page.lastByOthers > base,
      };
      try {
        await this.book.applyEdit(withoutFollowers(mutations), { kind: 'page', user: page.user, pageId: page.id });
        page.send({ t: 'took', n, seq: this.book.internals.seq });
      } catch (error) {
        // Part of it may have been applied: the page shows what is there.
        page.send({
          t: 'refused',
          n,
          reason: 'failed',
          words: `The sheet could not take that edit: ${(error as Error).message}`,
        });
        return;
      } finally {
        this.inHand = null;
      }
      void this.book.saved().then(() => page.send({ t: 'kept', n }));
      if (edited) await this.tellEdited(page, edited, before);
    });
  }

  /** What a trigger has to know of cells; null for what lies outside of the sheet, or is not asked for. */
  private async contents({ kind, sheetKey, rect }: EditedCells): Promise<CellContent[][] | null> {
    const { engine, internals } = this.book;
    const grid = this.gridOf(sheetKey);
    const sheetId = internals.sheetIdOf(sheetKey);
    const isSingle = rect.rows * rect.cols === 1;
    if (!grid || sheetId === undefined || !(isSingle || COMPARED.has(kind))) return null;
    const rows = Math.min(rect.rows, grid.maxRows - rect.row + 1);
    const cols = Math.min(rect.cols, grid.maxCols - rect.col + 1);
    return rows > 0 && cols > 0 ? engine.read(sheetId, { ...rect, rows, cols }) : null;
  }

  private async tellEdited(page: PageSession, edited: EditedCells, before: CellContent[][] | null): Promise<void> {
    const { kind, sheetKey, rect } = edited;
    const sheetId = this.book.internals.sheetIdOf(sheetKey);
    if (sheetId === undefined) return;
    const after = await this.contents(edited);
    // Undo of a format writes the values along, which are the same.
    if (COMPARED.has(kind) && JSON.stringify(before) === JSON.stringify(after)) return;
    const one = (cells: CellContent[][] | null) => (rect.rows * rect.cols === 1 ? (cells?.[0]?.[0] ?? null) : null);
    this.edited(page, { kind, sheetId, rect, before: one(before), after: one(after) });
  }

  /** The + or − beside a row group: as at Google, it folds for everybody. */
  async fold(page: PageSession, { sheetKey, collapsed, ...key }: FoldRequest): Promise<void> {
    await this.book.queue.run(async () => {
      const { engine, internals } = this.book;
      const sheetId = internals.sheetIdOf(sheetKey);
      const sheet = engine.sheets().find((one) => one.id === sheetId);
      if (!sheet) return;
      const groups = foldGroups(engine.rowGroups(sheet.id), [key], collapsed);
      const op: WriteOp = { op: 'rowGroups', sheetId: sheet.id, groups, control: sheet.rowGroupControl };
      const { user, file, protections } = this.access(page);
      const words = refusalOf([], this.access(page));
      if (words !== null) throw new PlainError(words);
      if (!mayWrite(op, { user, file, protections }, engine.sheets())) throw new PlainError(PROTECTED_MESSAGE);
      await engine.write([op], { kind: 'page', user, pageId: page.id });
    });
    await this.book.saved();
  }

  private refusal(
    page: PageSession,
    base: number,
    mutations: PageMutation[],
  ): { reason: RefusalReason; words: string } | null {
    const moves = mutations.some((mutation) => isStructural(mutation.id));
    if (page.lastMoveByOthers > base || (moves && page.lastByOthers > base))
      return { reason: 'stale', words: STALE_WORDS };
    const words = refusalOf(mutations, this.access(page));
    if (words === null) {
      const problem = problemOfEdit(mutations, (key) => this.gridOf(key));
      return problem === null ? null : { reason: 'failed', words: problem };
    }
    return { reason: roleOf(this.book.engine.file(), page.user) === 'viewer' ? 'viewer' : 'protected', words };
  }

  private gridOf(sheetKey: string) {
    const sheetId = this.book.internals.sheetIdOf(sheetKey);
    return this.book.engine.sheets().find((sheet) => sheet.id === sheetId);
  }

  private access(page: PageSession): PageAccess {
    const { engine } = this.book;
    const internals: EngineInternals = this.book.internals;
    return {
      user: page.user,
      file: engine.file(),
      protections: engine.protections(),
      sheets: engine.sheets(),
      sheetIdOf: (key) => internals.sheetIdOf(key),
    };
  }

  private passOn(changes: BookChange[]): void {
    const all = changes.map((change) => change.json).join(',');
    const everything = `{"t":"changes","changes":[${all}]}`;
    const { kind, user } = changes[0]!.origin;
    const writer = kind === 'script' && this.triggers.scriptWritesUndoable ? user : null;
    for (const page of this.pages) {
      if (page !== this.inHand?.page) {
        page.sendText(page.user === writer ? `{"t":"changes","undoable":true,"changes":[${all}]}` : everything);
        this.noteOthers(page, changes);
        continue;
      }
      const unseen = changes.filter((change) => !this.isEcho(change)).map((change) => change.json);
      if (unseen.length > 0) page.sendText(`{"t":"changes","changes":[${unseen.join(',')}]}`);
    }
  }

  private noteOthers(page: PageSession, changes: BookChange[]): void {
    for (const change of changes) {
      // A calculated value moves nothing and overrules nobody.
      if (change.result) continue;
      page.lastByOthers = change.seq;
      if (isStructural(change.id)) page.lastMoveByOthers = change.seq;
    }
  }

  /** Whether the page made exactly this change itself and need not hear of it. */
  private isEcho(change: BookChange): boolean {
    const edit = this.inHand!;
    const at = edit.sent.findIndex((sent) => sent.id === change.id && sent.params === change.params);
    if (at < 0) return false;
    edit.sent.splice(at, 1);
    return !(edit.crossed && change.id.endsWith('.set-range-values'));
  }

  private passOnExtras(ops: WriteOp[]): void {
    if (ops.some((op) => op.op === 'rowGroups')) this.broadcast({ t: 'groups', groups: this.groups() });
    if (ops.some((op) => op.op === 'filter')) this.broadcast({ t: 'filtered', filtered: this.filtered() });
    if (ops.some((op) => op.op === 'protections')) {
      this.broadcast({ t: 'guarded', guarded: this.guarded() });
    }
    if (ops.some((op) => op.op === 'file')) {
      const file = this.book.engine.file();
      for (const page of this.pages) {
        page.send({ t: 'people', file, people: peopleOf(file), role: roleOf(file, page.user) ?? 'viewer' });
      }
    }
  }

  private guarded(): Guarded {
    const { engine, internals } = this.book;
    const sheetIds = Object.fromEntries(engine.sheets().map((sheet) => [internals.sheetKey(sheet.id), sheet.id]));
    return { protections: engine.protections(), sheetIds };
  }

  private filtered(): FilteredBySheet {
    const { engine, internals } = this.book;
    const filtered: FilteredBySheet = {};
    for (const sheet of engine.sheets()) {
      const rows = engine.filter(sheet.id)?.hiddenRows ?? [];
      if (rows.length > 0) filtered[internals.sheetKey(sheet.id)] = rows;
    }
    return filtered;
  }

  private groups(): GroupsBySheet {
    const { engine, internals } = this.book;
    const groups: GroupsBySheet = {};
    for (const sheet of engine.sheets()) {
      const list = engine.rowGroups(sheet.id);
      if (list.length > 0) groups[internals.sheetKey(sheet.id)] = { groups: list, control: sheet.rowGroupControl };
    }
    return groups;
  }
}
