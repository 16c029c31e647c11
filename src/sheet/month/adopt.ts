import { rowMark } from '../../core/deal/row-mark';
import { type CellWrite, cellBlocks } from '../grid/cell-blocks';
import type { RawCell } from '../grid/cells';
import { HIDDEN, hiddenCell } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import { allParts, type Block, type BlockItem } from './block';

/** From the key to the last hidden column that goes along with it. */
const WIDTH = HIDDEN.periodEnd - HIDDEN.key + 1;

/** Rows of a block that a person typed, copied, moved or renamed: they still need their key in the sheet. None of a damaged month. */
export function rowsToAdopt(block: Block): BlockItem[] {
  return allParts(block)
    .flatMap((part) => [...part.items, ...part.spares])
    .filter((item) => item.adopt);
}

/** Key, month and mark of such rows, as they are written; where a key has come from another row, what goes along with it. */
export function keyWrites(block: Block, rows: readonly BlockItem[]): CellWrite[] {
  return rows.flatMap((item) =>
    [...keyCells(item, block), ...(item.moved ?? []).map(asIs)].map((value, n) => ({
      row: item.row,
      col: HIDDEN.key + n,
      value,
    })),
  );
}

/**
 * Writes key, month and mark of those rows; where a key has come from another row, all that is hidden beside it as well, by
 * one write. Nothing that a person typed is touched.
 */
export function adoptRows(tab: RepTab, block: Block): number {
  const rows = rowsToAdopt(block);
  handOn(
    tab,
    block,
    rows.filter((item) => item.moved),
  );
  const others = rows.filter((item) => !item.moved);
  for (const { row, col, values } of cellBlocks(keyWrites(block, others)))
    tab.range(row, col, values.length, values[0]?.length ?? 1).setValues(values);
  for (const item of rows) item.adopt = false;
  return rows.length;
}

/** A run that is cut off between two writes would lose a key: rows between those that are written are written as they are. */
function handOn(tab: RepTab, block: Block, items: readonly BlockItem[]): void {
  const rows = items.map(({ row }) => row);
  if (rows.length === 0) return;
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const range = tab.range(first, HIDDEN.key, last - first + 1, WIDTH);
  const values = range.getValues().map((line) => line.map(asIs));
  for (const item of items)
    values[item.row - first] = [...keyCells(item, block), ...(item.moved as RawCell[]).map(asIs)];
  range.setValues(values);
}

/** An empty row keeps the mark that stands there: it may tell where a text has gone. */
function keyCells({ key, cells, text, mark, moved }: BlockItem, block: Block): RawCell[] {
  const told = text === '' && !moved ? mark : rowMark(cells);
  return [key, block.month, hiddenCell('text', told)];
}

/** A cell's value as it is handed back to setValues: a text stays a text. */
function asIs(cell: RawCell): RawCell {
  return typeof cell === 'string' && cell !== '' ? `'${cell}` : cell;
}
