import { HIDDEN } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import { allParts, type Block, type BlockItem } from './read';

/** Rows of a block that a person typed, copied or doubled: they still need a key of their own in the sheet. */
export function rowsToAdopt(block: Block): BlockItem[] {
  return allParts(block)
    .flatMap((part) => [...part.items, ...part.spares])
    .filter((item) => item.adopt);
}

/** Writes key and month of those rows. Nothing that a person typed is touched. */
export function adoptRows(tab: RepTab, block: Block): number {
  const rows = rowsToAdopt(block);
  for (const item of rows) tab.range(item.row, HIDDEN.key, 1, 2).setValues([[item.key, block.month]]);
  for (const item of rows) item.adopt = false;
  return rows.length;
}
