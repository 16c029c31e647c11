import { type CellBlock, cellBlocks } from '../grid/cell-blocks';
import type { RawCell } from '../grid/cells';
import type { PlannedRow } from '../month/plan';

/** One step of a repair. Rows and columns are 1-based, as they lie when the step's turn has come. */
export type RepairAction =
  | { act: 'unmerge' }
  | { act: 'insertColumn'; at: number }
  | { act: 'deleteColumn'; at: number }
  /** Width of a column of the grid that has been inserted, or that it is hidden. */
  | { act: 'columnLook'; col: number }
  /** The head's cell that says where the columns stand; `order` as in Columns. */
  | { act: 'columnMap'; order: readonly number[] }
  /** Empty rows. */
  | { act: 'insertRows'; at: number; count: number }
  /** `before` counts as before the move. */
  | { act: 'moveRows'; from: number; count: number; before: number }
  /** All rows from the first on by one stroke: the place of each. */
  | { act: 'sortRows'; places: readonly number[] }
  /** The look of planned rows for rows that are there. */
  | { act: 'dress'; at: number; rows: readonly PlannedRow[] }
  /** Whole rows of the grid; formulas begin with "=". */
  | { act: 'put'; at: number; rows: readonly RawCell[][] }
  /** Formulas begin with "=" unless `plain`: then the text is a person's and stays what it is. */
  | { act: 'write'; row: number; col: number; value: RawCell; plain: boolean }
  | { act: 'deleteRows'; at: number; count: number }
  /** Rows whose text goes from B to H, and those with two texts side by side. */
  | { act: 'merge'; rows: number[]; closing: number[] };

export type CellWrite = Extract<RepairAction, { act: 'write' }>;

/** What a repair is carried out on: a sheet, or a plain grid in tests. */
export type RepairTarget = {
  [A in Exclude<RepairAction['act'], 'write'>]: (step: Extract<RepairAction, { act: A }>) => void;
} & { write(block: CellBlock & { plain: boolean }): void };

/** Carries a repair out, step by step; neighbouring writes are handed over together. */
export function applyActions(target: RepairTarget, actions: readonly RepairAction[]): void {
  let writes: CellWrite[] = [];
  const flush = () => {
    for (const plain of [true, false])
      for (const block of fewestBlocks(writes.filter((write) => write.plain === plain)))
        target.write({ ...block, plain });
    writes = [];
  };
  for (const action of actions) {
    if (action.act === 'write') {
      writes.push(action);
      continue;
    }
    flush();
    (target[action.act] as (step: RepairAction) => void)(action);
  }
  flush();
}

/** Cells in as few rectangles as may be: put together row by row, or column by column. */
function fewestBlocks(writes: readonly CellWrite[]): CellBlock[] {
  const byRows = cellBlocks(writes);
  const byColumns = cellBlocks(writes.map(({ row, col, value }) => ({ row: col, col: row, value })));
  if (byRows.length <= byColumns.length) return byRows;
  return byColumns.map(({ row, col, values }) => ({
    row: col,
    col: row,
    values: (values[0] as RawCell[]).map((_, n) => values.map((line) => line[n])),
  }));
}
