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
  const runs: { row: number; col: number; values: RawCell[] }[] = [];
  for (const write of [...writes].sort((a, b) => a.row - b.row || a.col - b.col)) {
    const last = runs[runs.length - 1];
    if (last && last.row === write.row && last.col + last.values.length === write.col) last.values.push(write.value);
    else runs.push({ row: write.row, col: write.col, values: [write.value] });
  }
  const blocks: CellBlock[] = [];
  const open = new Map<string, CellBlock>();
  for (const { row, col, values } of runs) {
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
