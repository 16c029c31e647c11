import type { RawCell } from '../grid/cells';
import type { PlannedRow } from '../month/plan';

/** One small step of a repair. Rows and columns are 1-based, as they lie when the step's turn has come. */
export type RepairAction =
  | { act: 'unmerge' }
  | { act: 'insertColumn'; at: number }
  /** Width of a column of the grid that has been inserted, or that it is hidden. */
  | { act: 'columnLook'; col: number }
  /** The head's cell that says where the columns stand; `order` as in Columns. */
  | { act: 'columnMap'; order: readonly number[] }
  /** A row with its values and its look; null for an empty one. */
  | { act: 'insertRow'; at: number; row: PlannedRow | null }
  | { act: 'deleteRow'; at: number }
  /** `before` counts as before the move. */
  | { act: 'moveRows'; from: number; count: number; before: number }
  /** Formulas begin with "=" unless `plain`: then the text is a person's and stays what it is. */
  | { act: 'write'; row: number; col: number; value: RawCell; plain: boolean }
  /** The look of a planned row for a row that is there. */
  | { act: 'dress'; at: number; row: PlannedRow }
  /** Rows whose text goes from B to H, and those with two texts side by side. */
  | { act: 'merge'; rows: number[]; closing: number[] };

export type CellWrite = Extract<RepairAction, { act: 'write' }>;

/** What a repair is carried out on: a sheet, or a plain grid in tests. */
export interface RepairTarget {
  unmerge(): void;
  insertColumn(at: number): void;
  columnLook(col: number): void;
  columnMap(order: readonly number[]): void;
  insertRow(at: number, row: PlannedRow | null): void;
  deleteRow(at: number): void;
  moveRows(from: number, count: number, before: number): void;
  write(cells: readonly CellWrite[]): void;
  dress(at: number, row: PlannedRow): void;
  merge(rows: readonly number[], closing: readonly number[]): void;
}

/** Carries a repair out, step by step; neighbouring writes are handed over together. */
export function applyActions(target: RepairTarget, actions: readonly RepairAction[]): void {
  let writes: CellWrite[] = [];
  const flush = () => {
    if (writes.length > 0) target.write(writes);
    writes = [];
  };
  for (const action of actions) {
    if (action.act === 'write') {
      writes.push(action);
      continue;
    }
    flush();
    step(target, action);
  }
  flush();
}

function step(target: RepairTarget, action: Exclude<RepairAction, CellWrite>): void {
  switch (action.act) {
    case 'unmerge':
      target.unmerge();
      break;
    case 'insertColumn':
      target.insertColumn(action.at);
      break;
    case 'columnLook':
      target.columnLook(action.col);
      break;
    case 'columnMap':
      target.columnMap(action.order);
      break;
    case 'insertRow':
      target.insertRow(action.at, action.row);
      break;
    case 'deleteRow':
      target.deleteRow(action.at);
      break;
    case 'moveRows':
      target.moveRows(action.from, action.count, action.before);
      break;
    case 'dress':
      target.dress(action.at, action.row);
      break;
    case 'merge':
      target.merge(action.rows, action.closing);
      break;
  }
}
