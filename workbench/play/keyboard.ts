/**
 * A person at the sheet without a page: types, pastes, clears, fills, moves, takes back. Each act goes through the same
 * rights, validation and queue as on a page, and runs the project's onEdit as there. For tests and the bench.
 */
import type { CellContent, CellInput, CellStyle, Engine, Rect } from '../engine/engine';
import {
  type EditKind,
  type ExecutionOptions,
  type ExecutionResult,
  eventOf,
  firesOnEdit,
  HARDER_READING,
  hasTrigger,
  hubOf,
  type PersonEdit,
  type Project,
  runExecution,
  type TriggerSettings,
  triggerRights,
} from '../runtime';
import { OpApplier } from '../runtime/apply-ops';
import type { ServiceOp } from '../runtime/protocol';
import { parseReference } from '../values/addresses';

export interface KeyboardOptions
  extends Pick<
    ExecutionOptions,
    'user' | 'nowMs' | 'eager' | 'faults' | 'scriptTimeZone' | 'translate' | 'modelsWaits' | 'lockManager' | 'onLog'
  > {
  /** Absent ones are the harder reading. */
  triggers?: Partial<TriggerSettings>;
  /** Told the result of every trigger: its calls, cells and modelled wait. */
  onRun?: (result: ExecutionResult) => void;
}

/** What became of an act: its trigger's run, null when none ran; or the words with which the sheet refused it. */
export interface Typed {
  run: ExecutionResult | null;
  refused: string | null;
}

/** One step of undo: the cells of one rectangle, before and after. */
interface Step {
  sheetId: number;
  rect: Rect;
  before: Look;
  after: Look;
}
interface Look {
  cells: CellContent[][];
  styles: CellStyle[][];
}

/** The parts of a look that a step brings back. */
const KEPT: (keyof CellStyle)[] = ['numberFormat', 'background', 'fontColor', 'fontWeight', 'fontStyle'];

export class Keyboard {
  private undos: Step[][] = [];
  private redos: Step[][] = [];
  private readonly settings: TriggerSettings;

  constructor(
    private readonly engine: Engine,
    private readonly project: Project,
    private readonly options: KeyboardOptions,
  ) {
    this.settings = { ...HARDER_READING, ...options.triggers };
  }

  /** Types into one cell and presses Enter; '' clears it. */
  type(sheetId: number, a1: string, text: string): Promise<Typed> {
    return this.write(text === '' ? 'cleared' : 'typed', sheetId, rectOf(a1), [[text]]);
  }

  /** Pastes a table of texts, its top left corner at `a1`. */
  paste(sheetId: number, a1: string, table: string[][]): Promise<Typed> {
    const { row, col } = rectOf(a1);
    return this.write('pasted', sheetId, { row, col, rows: table.length, cols: table[0]?.length ?? 0 }, table);
  }

  /** Selects and presses Delete: formats stay. */
  clear(sheetId: number, a1: string): Promise<Typed> {
    return this.write('cleared', sheetId, rectOf(a1), [['']]);
  }

  /** Drags the handle of `from` over `to`, which gets copies. */
  fill(sheetId: number, from: string, to: string): Promise<Typed> {
    const rect = rectOf(to);
    const copy = { from: rectOf(from), toSheetId: sheetId, to: rect, what: 'ALL', transposed: false } as const;
    return this.act('filled', sheetId, rect, [rect], { op: 'copy', sheetId, ...copy });
  }

  /** Drags a selection elsewhere on its tab. */
  move(sheetId: number, from: string, to: string): Promise<Typed> {
    const source = rectOf(from);
    const { row, col } = rectOf(to);
    const rect = { ...source, row, col };
    const op = { op: 'move', sheetId, from: source, toSheetId: sheetId, row, col } as const;
    return this.act('moved', sheetId, rect, [around(source, rect)], op);
  }

  /** Ctrl+Z: own edits, and what scripts wrote after them where the settings say so. */
  undo(): Promise<Typed> {
    return this.step('undone', this.undos, this.redos, 'before');
  }

  redo(): Promise<Typed> {
    return this.step('redone', this.redos, this.undos, 'after');
  }

  private write(kind: EditKind, sheetId: number, rect: Rect, values: string[][]): Promise<Typed> {
    return this.act(kind, sheetId, rect, [rect], { op: 'values', sheetId, ...rect, values });
  }

  private async act(kind: EditKind, sheetId: number, rect: Rect, noted: Rect[], op: ServiceOp): Promise<Typed> {
    const before = await this.looks(sheetId, noted);
    const refused = await this.apply([op]);
    if (refused !== null) return { run: null, refused };
    const after = await this.looks(sheetId, noted);
    this.undos.push(noted.map((at, n) => ({ sheetId, rect: at, before: before[n]!, after: after[n]! })));
    this.redos = [];
    const isSingle = rect.rows * rect.cols === 1 && kind !== 'moved';
    const one = (looks: Look[]) => (isSingle ? (looks[0]?.cells[0]?.[0] ?? null) : null);
    return { run: await this.trigger({ kind, sheetId, rect, before: one(before), after: one(after) }), refused: null };
  }

  private async step(
    kind: 'undone' | 'redone',
    from: Step[][],
    to: Step[][],
    side: 'before' | 'after',
  ): Promise<Typed> {
    const steps = from.pop();
    const [first] = steps ?? [];
    if (!steps || !first) return { run: null, refused: null };
    const refused = await this.apply(steps.flatMap((step) => opsOf(step, step[side])));
    if (refused !== null) return { run: null, refused };
    to.push(steps);
    const { sheetId, rect } = first;
    const other = side === 'before' ? first.after : first.before;
    const isSingle = rect.rows * rect.cols === 1;
    const one = (look: Look) => (isSingle ? (look.cells[0]?.[0] ?? null) : null);
    const changed = steps.some((step) => JSON.stringify(step.before.cells) !== JSON.stringify(step.after.cells));
    const edit: PersonEdit = { kind, sheetId, rect, before: one(other), after: one(first[side]) };
    return { run: changed ? await this.trigger(edit) : null, refused: null };
  }

  /** As one of the queue's acts, with this person's rights. Gives the words of a refusal, or null. */
  private apply(ops: ServiceOp[]): Promise<string | null> {
    const { user, nowMs = Date.now() } = this.options;
    return hubOf(this.engine).queue.run(async () => {
      try {
        await new OpApplier(this.engine, { kind: 'page', user }, nowMs).apply(ops);
        return null;
      } catch (error) {
        return (error as Error).message;
      }
    });
  }

  private async trigger(edit: PersonEdit): Promise<ExecutionResult | null> {
    if (!firesOnEdit(edit, this.settings) || !hasTrigger(this.project, 'onEdit')) return null;
    const { triggers: _settings, onRun, ...options } = this.options;
    const keeps = this.settings.scriptWritesUndoable && edit.kind !== 'undone' && edit.kind !== 'redone';
    const before = keeps ? await this.everything() : [];
    const result = await runExecution({
      engine: this.engine,
      project: this.project,
      functionName: 'onEdit',
      event: eventOf(edit),
      selection: { sheetId: edit.sheetId, ranges: [edit.rect], current: { row: edit.rect.row, col: edit.rect.col } },
      ui: {},
      ...triggerRights(this.settings),
      ...options,
    });
    onRun?.(result);
    if (keeps) this.keepScriptWrites(before, await this.everything());
    return result;
  }

  /** A script that made or moved cells leaves nothing that could be taken back. */
  private keepScriptWrites(before: Sheet[], after: Sheet[]): void {
    const isSame = (a: Sheet, b: Sheet | undefined) =>
      a.sheetId === b?.sheetId && a.rect.rows === b.rect.rows && a.rect.cols === b.rect.cols;
    if (before.length !== after.length || !before.every((sheet, n) => isSame(sheet, after[n]))) {
      this.undos = [];
      return;
    }
    const steps = before.flatMap((sheet, n) => differences(sheet, after[n]!));
    if (steps.length > 0) this.undos.push(steps);
  }

  /** Every tab from A1 to a little below its last row: what a script may have written. */
  private everything(): Promise<Sheet[]> {
    return Promise.all(
      this.engine.sheets().map(async ({ id, lastRow, maxRows, maxCols }) => {
        const rect = { row: 1, col: 1, rows: Math.min(maxRows, Math.ceil((lastRow + 60) / 50) * 50), cols: maxCols };
        const [look] = await this.looks(id, [rect]);
        return { sheetId: id, rect, look: look! };
      }),
    );
  }

  private looks(sheetId: number, rects: readonly Rect[]): Promise<Look[]> {
    return Promise.all(
      rects.map(async (rect) => ({
        cells: await this.engine.read(sheetId, rect),
        styles: this.engine.styles(sheetId, rect),
      })),
    );
  }
}

interface Sheet {
  sheetId: number;
  rect: Rect;
  look: Look;
}

/** One step for each cell that differs. */
function differences(before: Sheet, after: Sheet): Step[] {
  return before.look.cells.flatMap((line, r) =>
    line.flatMap((_cell, c): Step[] => {
      const at = ({ look }: Sheet): Look => ({ cells: [[look.cells[r]![c]!]], styles: [[look.styles[r]![c]!]] });
      const [old, now] = [at(before), at(after)];
      if (JSON.stringify(old) === JSON.stringify(now)) return [];
      return [{ sheetId: before.sheetId, rect: { row: r + 1, col: c + 1, rows: 1, cols: 1 }, before: old, after: now }];
    }),
  );
}

/** Puts a look back, formulas and all. */
function opsOf({ sheetId, rect }: Step, { cells, styles }: Look): ServiceOp[] {
  const at = { sheetId, row: rect.row, col: rect.col };
  const inputs = cells.map((line) =>
    line.map(({ v, f, unparsable }): CellInput => (f === '' ? { v } : unparsable ? { unparsable: f } : { f })),
  );
  const looks = styles.map((line) =>
    line.map((style): CellStyle => Object.fromEntries(KEPT.map((key) => [key, style[key] ?? null]))),
  );
  return [
    { op: 'cells', ...at, cells: inputs },
    { op: 'styles', ...at, styles: looks },
  ];
}

function around(a: Rect, b: Rect): Rect {
  const [row, col] = [Math.min(a.row, b.row), Math.min(a.col, b.col)];
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  return { row, col, rows, cols: Math.max(a.col + a.cols, b.col + b.cols) - col };
}

/** 'B2' or 'B2:C9'; whole rows and columns are no place to type into. */
function rectOf(a1: string): Rect {
  const found = parseReference(a1);
  if (!found || found.row === null || found.col === null || found.lastRow === null || found.lastCol === null)
    throw new Error(`“${a1}” is no range such as B2 or B2:C9.`);
  const { row, col, lastRow, lastCol } = found;
  return { row, col, rows: lastRow - row + 1, cols: lastCol - col + 1 };
}
