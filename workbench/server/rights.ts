/**
 * Whether a page's mutation is allowed to the person who made it. Pure; the page asks before it shows an edit, the
 * server asks again before it takes it.
 *
 * Univer's mutations are read for the cells, rows or columns that they touch; the rules are those for scripts
 * (runtime/permissions.ts). What is unknown counts as touching the whole tab.
 */
import type { FileInfo, ProtectionState, Rect, SheetInfo } from '../engine/engine';
import { type AccessState, mayEditCells, mayEditFile, mayWrite, PROTECTED_MESSAGE } from '../runtime/permissions';
import type { PageMutation } from './protocol';

/** What decides about a page's edits. */
export interface PageAccess {
  user: string;
  file: Pick<FileInfo, 'owner' | 'editors'>;
  protections: readonly ProtectionState[];
  sheets: readonly SheetInfo[];
  sheetIdOf(sheetKey: string): number | undefined;
}

/** Univer's range: inclusive, from 0; ends may be open (NaN or absent). */
interface ZeroRange {
  startRow?: number;
  endRow?: number;
  startColumn?: number;
  endColumn?: number;
}

type Params = Record<string, unknown>;
type Matrix = Record<string, Record<string, unknown> | undefined>;

/** Mutations that move cells: positions elsewhere mean something else afterwards. */
const structural =
  /mutation\.(insert-row|remove-rows|insert-col|remove-col|move-rows|move-columns|move-range|reorder-range|insert-range|delete-range|insert-sheet|remove-sheet|set-worksheet-order|copy-worksheet-end|set-worksheet-(row|column)-count)$/;

/** Whether a mutation moves cells or tabs. */
export function isStructural(id: string): boolean {
  return structural.test(id);
}

/** The words of a refusal, or null when the person may do all of it. */
export function refusalOf(mutations: readonly PageMutation[], access: PageAccess): string | null {
  const state: AccessState = { user: access.user, file: access.file, protections: access.protections };
  if (!mayEditFile(state)) return 'You can only view this file. Ask its owner if you need to edit.';
  if (access.user === access.file.owner) return null;
  const moves = mutations.some((mutation) => isStructural(mutation.id));
  const refused = mutations.some((mutation) => {
    // Formulas that follow moved cells are nobody's edit; Univer sends them along.
    if (moves && isFormulaUpdate(mutation)) return false;
    return !isAllowed(mutation, access, state);
  });
  return refused ? PROTECTED_MESSAGE : null;
}

function isAllowed(mutation: PageMutation, access: PageAccess, state: AccessState): boolean {
  const params = (mutation.params ?? {}) as Params;
  const name = mutation.id.replace(/^.*\.mutation\./, '');
  const sheetIdOf = (key: unknown) => (typeof key === 'string' ? access.sheetIdOf(key) : undefined);
  const sheetId = sheetIdOf(params.subUnitId);
  const all = { row: 1, col: 1, rows: 1_000_000, cols: 20_000 };
  const may = (rects: readonly Rect[]) =>
    sheetId === undefined || rects.every((rect) => mayEditCells(sheetId, rect, state));
  const range = rectOf((params.range ?? {}) as ZeroRange);
  const id = sheetId ?? -1;
  switch (name) {
    case 'insert-row':
      return mayWrite(
        { op: 'insertRows', sheetId: id, before: range.row, count: range.rows, inherit: 'none' },
        state,
        access.sheets,
      );
    case 'insert-col':
      return mayWrite(
        { op: 'insertCols', sheetId: id, before: range.col, count: range.cols, inherit: 'none' },
        state,
        access.sheets,
      );
    case 'insert-sheet':
    case 'set-worksheet-order':
    case 'set-workbook-name':
    // Measured, not made.
    case 'set-worksheet-row-auto-height':
      return true;
    case 'remove-sheet':
      return mayWrite({ op: 'deleteSheet', sheetId: id }, state, access.sheets);
    case 'set-worksheet-name':
    case 'set-worksheet-hidden':
    case 'set-tab-color':
    case 'set-frozen':
    case 'toggle-gridlines':
      return mayWrite({ op: 'gridlines', sheetId: id, hidden: true }, state, access.sheets);
    case 'move-range': {
      const from = sheetIdOf((params.from as Params | undefined)?.subUnitId);
      const to = sheetIdOf((params.to as Params | undefined)?.subUnitId);
      const mayAt = (sheet: number | undefined, at: unknown) =>
        sheet === undefined || mayEditCells(sheet, rectOf(at as ZeroRange), state);
      return mayAt(from, params.fromRange) && mayAt(to, params.toRange);
    }
    case 'move-rows':
    case 'move-columns':
      return may([rectOf(params.sourceRange as ZeroRange)]);
    case 'set-range-values':
      return may(matrixRects(params.cellValue as Matrix | undefined));
    case 'update-note':
    case 'remove-note':
      return typeof params.row === 'number' ? may([cell(params.row, params.col as number)]) : may([all]);
    case 'addRule':
      return may(rangesOf((params.rule as Params | undefined)?.ranges) ?? [all]);
    default: {
      const rects = rangesOf(params.ranges) ?? (params.range ? [range] : [all]);
      return may(rects);
    }
  }
}

function isFormulaUpdate(mutation: PageMutation): boolean {
  if (!mutation.id.endsWith('.set-range-values')) return false;
  const matrix = ((mutation.params ?? {}) as { cellValue?: Matrix }).cellValue ?? {};
  return Object.values(matrix).every((row) =>
    Object.values(row ?? {}).every(
      (value) => typeof value === 'object' && value !== null && 'f' in value && !('s' in value),
    ),
  );
}

function rangesOf(ranges: unknown): Rect[] | null {
  return Array.isArray(ranges) ? ranges.map((range) => rectOf(range as ZeroRange)) : null;
}

/** A range that is none counts as the whole tab. */
function rectOf(asked: ZeroRange | null | undefined): Rect {
  const range = asked ?? {};
  const from = (value: number | undefined) => (Number.isFinite(value) ? (value as number) : 0);
  const till = (value: number | undefined, open: number) => (Number.isFinite(value) ? (value as number) : open);
  const row = from(range.startRow);
  const col = from(range.startColumn);
  return {
    row: row + 1,
    col: col + 1,
    rows: till(range.endRow, 999_999) - row + 1,
    cols: till(range.endColumn, 19_999) - col + 1,
  };
}

function cell(row: number, col: number): Rect {
  return { row: row + 1, col: col + 1, rows: 1, cols: 1 };
}

/** One rectangle for each run of touched cells in a row. */
function matrixRects(matrix: Matrix | undefined): Rect[] {
  const rects: Rect[] = [];
  for (const [row, line] of Object.entries(matrix ?? {})) {
    let run: Rect | null = null;
    for (const col of Object.keys(line ?? {}).map(Number)) {
      if (run && run.col + run.cols === col + 1) {
        run.cols++;
      } else {
        run = cell(Number(row), col);
        rects.push(run);
      }
    }
  }
  return rects;
}
