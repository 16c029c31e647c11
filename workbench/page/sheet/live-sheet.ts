/**
 * The sheet in this window and the workbook on the server: own edits go out, everybody's changes come in, in the
 * server's order. Own edits show at once; one that the server refuses brings the workbook anew.
 */
import { CustomCommandExecutionError, type IMutationInfo, IUndoRedoService, type IWorkbookData } from '@univerjs/core';
import type { FileInfo } from '../../engine/engine';
import type {
  FilteredBySheet,
  GroupsBySheet,
  Guarded,
  NumberedMutation,
  PageMutation,
  ToPage,
  ToServer,
} from '../../server/protocol';
import { isStructural, refusalOf } from '../../server/rights';
import { problemOfEdit } from '../../server/sound-edit';
import { showAutomaticFormats } from './automatic-formats';
import { createUniver, type SheetMachine } from './create-univer';
import { FilteredRows } from './filtered-rows';
import { hideArrowsOfFoldedRows } from './folded-rows';
import { keepOpenEditor } from './open-editor';
import { calculateOtherFormulasOnly, refreshAfterResults } from './other-formulas';
import { RowHeights } from './row-heights';
import { ScriptUndo } from './script-undo';
import { keepSelectionsInside } from './selection-inside';
import { readTypedValues, spellForEngine } from './typed-values';

export interface LiveSheetEvents {
  send(message: ToServer): boolean;
  /** An own edit is not allowed, or was refused. */
  refused(words: string): void;
  /** How many own edits are not on disk yet. */
  unsaved(count: number): void;
  /** The workbook came in, or came anew. */
  opened(): void;
  /** Anything about the sheet changed: what lies over it may have to move. */
  changed(): void;
  user(): string;
  file(): FileInfo;
  groups(): GroupsBySheet;
}

interface MutationOptions {
  fromCollab?: boolean;
  onlyLocal?: boolean;
  fromFormula?: boolean;
}

const WAITING_WORDS =
  'The sheet is just being fetched anew from the workbench. Please make the edit again in a moment.';

type BookMessage = Extract<ToPage, { t: 'book' }>;

export class LiveSheet {
  readonly machine: SheetMachine;
  private readonly heights: RowHeights;
  private readonly filtered: FilteredRows;
  private unitId = '';
  private seq = 0;
  private edits = 0;
  private outbox: PageMutation[] = [];
  private readonly unsaved = new Set<number>();
  /** Between a refusal and the workbook that follows it, edits would go nowhere. */
  private isAwaitingBook = true;
  /** What the person is told once the workbook is there: before that, making the edit again would be in vain. */
  private refusedWords: string | null = null;
  private guarded: Guarded = { protections: [], sheetIds: {} };

  constructor(
    container: HTMLElement,
    private readonly events: LiveSheetEvents,
  ) {
    this.machine = createUniver(container);
    calculateOtherFormulasOnly(this.machine);
    this.heights = new RowHeights(this.machine);
    this.filtered = new FilteredRows(this.machine);
    const { commands } = this.machine;
    commands.beforeCommandExecuted((info, options) => this.judge(info as IMutationInfo, options));
    commands.onMutationExecutedForCollab((info, options) => this.collect(info as IMutationInfo, options));
    commands.onCommandExecuted((info) => {
      if (info.id === 'sheet.operation.set-worksheet-active') this.heights.schedule();
      events.changed();
    });
  }

  /** Shows a workbook in the place of the one before. */
  open(message: BookMessage): void {
    const { api } = this.machine;
    const before = api.getActiveWorkbook();
    if (before) api.disposeUnit(before.getId());
    this.unitId = '';
    this.seq = message.seq;
    this.guarded = message.guarded;
    this.filtered.set(message.filtered);
    this.outbox = [];
    this.unsaved.clear();
    this.events.unsaved(0);
    const book = api.createWorkbook(message.univer as IWorkbookData);
    // Univer's sheet services begin with its first workbook.
    if (!before) {
      readTypedValues(this.machine, () => this.events.file());
      showAutomaticFormats(this.machine);
      keepOpenEditor(this.machine);
      hideArrowsOfFoldedRows(this.machine, () => this.events.groups());
      this.filtered.hide();
    }
    this.unitId = message.unitId;
    const wanted = message.sheetKey ? book.getSheetBySheetId(message.sheetKey) : null;
    if (wanted && !wanted.isSheetHidden()) book.setActiveSheet(wanted);
    this.isAwaitingBook = false;
    this.heights.reset(book.getSheets().map((sheet) => sheet.getSheetId()));
    this.events.opened();
    if (this.refusedWords !== null) this.events.refused(this.refusedWords);
    this.refusedWords = null;
  }

  /** Filters hide other rows now. */
  setFiltered(filtered: FilteredBySheet): void {
    this.filtered.set(filtered);
    this.filtered.redraw(this.unitId);
  }

  setGuarded(guarded: Guarded): void {
    this.guarded = guarded;
  }

  /** Changes of others, and results. `undoable`: a script wrote them for the person here. */
  apply(changes: NumberedMutation[], undoable: boolean): void {
    const { commands, injector } = this.machine;
    // What moves cells could not be taken back reliably.
    const moves = changes.some(({ id }) => isStructural(id));
    const undo = undoable && !moves ? new ScriptUndo(this.machine, this.unitId) : null;
    for (const change of changes) {
      const { seq, id, params, result } = change;
      this.seq = Math.max(this.seq, seq);
      if (this.isAwaitingBook) continue;
      // What could be undone here has moved; undoing it would write into other rows.
      if (isStructural(id)) injector.get(IUndoRedoService).clearUndoRedo(this.unitId);
      undo?.note(change);
      commands.syncExecuteCommand(id, params as object, { fromCollab: true, ...(result ? { onlyLocal: true } : {}) });
      if (result) refreshAfterResults(this.machine, params);
      if (isStructural(id)) keepSelectionsInside(this.machine);
    }
    undo?.push();
  }

  took(seq: number): void {
    this.seq = Math.max(this.seq, seq);
  }

  kept(n: number): void {
    this.unsaved.delete(n);
    this.events.unsaved(this.unsaved.size);
  }

  /** The server did not take an edit: what stands here is not what stands there. */
  refused(words: string): void {
    this.refusedWords = words;
    if (this.isAwaitingBook) return;
    this.isAwaitingBook = true;
    this.events.send({ t: 'again' });
  }

  /** The line broke: a new workbook will come by itself. Says whether edits were under way. */
  lost(): boolean {
    const hadUnsaved = this.unsaved.size > 0;
    this.isAwaitingBook = true;
    return hadUnsaved;
  }

  /** Runs before each mutation: refuses own edits that the server would refuse, and spells formulas for the engine. */
  private judge(info: IMutationInfo, options?: MutationOptions): void {
    if (!this.isOwnEdit(info, options)) return;
    if (info.id.endsWith('.set-range-values')) spellForEngine(info.params);
    const words = this.isAwaitingBook ? WAITING_WORDS : this.refusal({ id: info.id, params: info.params });
    if (words === null) return;
    this.events.refused(words);
    throw new CustomCommandExecutionError('refused');
  }

  /** What the server would say to it; null when it would take it. */
  private refusal(mutation: PageMutation): string | null {
    const words = refusalOf([mutation], {
      user: this.events.user(),
      file: this.events.file(),
      protections: this.guarded.protections,
      sheets: [],
      sheetIdOf: (key) => this.guarded.sheetIds[key],
    });
    // A cell that is being typed into may be gone by the time that Enter is pressed.
    return words ?? problemOfEdit([mutation], (key) => this.gridOf(key));
  }

  private gridOf(sheetKey: string) {
    const sheet = this.machine.api.getActiveWorkbook()?.getSheetBySheetId(sheetKey);
    return sheet ? { maxRows: sheet.getMaxRows(), maxCols: sheet.getMaxColumns() } : undefined;
  }

  private collect(info: IMutationInfo, options?: MutationOptions): void {
    if ((info.params as { unitId?: string } | undefined)?.unitId === this.unitId)
      this.heights.note(info.id, info.params);
    if (!this.isOwnEdit(info, options) || this.isAwaitingBook) return;
    this.outbox.push({ id: info.id, params: info.params });
    // One act of a person is often several mutations; they go together.
    if (this.outbox.length === 1) queueMicrotask(() => this.flush());
  }

  private isOwnEdit(info: IMutationInfo, options?: MutationOptions): boolean {
    if (options?.fromCollab || options?.onlyLocal || options?.fromFormula) return false;
    // The cell editor and the formula bar are documents of their own.
    if ((info.params as { unitId?: string } | undefined)?.unitId !== this.unitId) return false;
    return /^(sheets?|data-validation)\.mutation\./.test(info.id);
  }

  private flush(): void {
    const mutations = this.outbox;
    this.outbox = [];
    if (mutations.length === 0) return;
    const n = ++this.edits;
    this.unsaved.add(n);
    this.events.unsaved(this.unsaved.size);
    this.events.send({ t: 'edit', n, base: this.seq, mutations });
  }
}
