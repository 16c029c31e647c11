import { runsOf } from '../../core/shared/runs';
import type { RawCell } from './cells';

export interface CellWrite {
  row: number;
  col: number;
  value: RawCell;
}

/** A rectangle of cells that are written at once. */
export interface CellBlock {
  row: number;
  col: number;
  values: RawCell[][];
}

/** Neighbouring cells of a row become one write, and rows of the same columns below one another too. */
export function cellBlocks(writes: readonly CellWrite[]): CellBlock[] {
  const sorted = [...writes].sort((a, b) => a.row - b.row || a.col - b.col);
  const blocks: CellBlock[] = [];
  const open = new Map<string, CellBlock>();
  for (const run of runsOf(sorted, (left, right) => left.row === right.row && left.col + 1 === right.col)) {
    const [{ row, col }] = run as [CellWrite];
    const values = run.map(({ value }) => value);
    const shape = `${col}:${values.length}`;
    const above = open.get(shape);
    if (above && above.row + above.values.length === row) above.values.push(values);
    else {
      const block = { row, col, values: [values] };
      blocks.push(block);
      open.set(shape, block);
    }
  }
  return blocks;
}
