import { type CellWrite, cellBlocks } from '../grid/cell-blocks';
import { HIDDEN } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import { allParts, type Block, type BlockItem } from './read';

/** Rows of a block that a person typed, copied or doubled: they still need a key of their own in the sheet. */
export function rowsToAdopt(block: Block): BlockItem[] {
  return allParts(block)
    .flatMap((part) => [...part.items, ...part.spares])
    .filter((item) => item.adopt);
}

/** Key and month of such rows, as they are written. */
export function keyWrites(block: Block, rows: readonly BlockItem[]): CellWrite[] {
  return rows.flatMap(({ row, key }) => [
    { row, col: HIDDEN.key, value: key },
    { row, col: HIDDEN.month, value: block.month },
  ]);
}

/** Writes key and month of those rows, neighbours at once. Nothing that a person typed is touched. */
export function adoptRows(tab: RepTab, block: Block): number {
  const rows = rowsToAdopt(block);
  for (const { row, col, values } of cellBlocks(keyWrites(block, rows)))
    tab.range(row, col, values.length, values[0]?.length ?? 1).setValues(values);
  for (const item of rows) item.adopt = false;
  return rows.length;
}
