import { runsOf } from '../../core/shared/runs';
import { type CellWrite, cellBlocks } from '../grid/cell-blocks';
import type { RawCell } from '../grid/cells';
import { COL, FIELD_COL, VISIBLE } from '../grid/grid';
import { HIDDEN, hiddenCell } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import { keyWrites } from '../month/adopt';
import type { Block } from '../month/block';
import type { Help } from './edited-cells';

/** Does the help reach any cell? */
export function isNothing({ adopt, looks, conversions, statuses, beside, notes }: Help): boolean {
  return [adopt, looks, conversions, statuses, beside, notes].every((list) => list.length === 0);
}

/**
 * Writes what the sheet does by itself, neighbouring cells at once. It inserts, moves and deletes no row.
 * @param lines the month's cells as read
 */
export function applyHelp(tab: RepTab, block: Block, lines: readonly RawCell[][], help: Help): void {
  for (const run of lookRuns(help.looks)) {
    const [{ row, model }] = run as [Help['looks'][number]];
    tab.range(model, 1, 1, VISIBLE).copyLookTo(row, run.length);
  }
  const visible: CellWrite[] = [
    ...help.conversions.map(({ row, field, value }) => ({ row, col: FIELD_COL[field], value })),
    ...help.statuses.map(({ row, word }) => ({ row, col: COL.status, value: word })),
  ];
  const beside = help.beside.map(({ row, name, words }) => ({
    row,
    col: HIDDEN[name],
    value: hiddenCell(name, words),
  }));
  const keys = keyWrites(block, help.adopt);
  const hidden = [...keys, ...beside, ...between(keys, beside, lines, block.row)];
  // Where what was typed cannot be kept, in cells that are protected, it stays where it was typed: so that comes first.
  for (const { row, col, values } of [...cellBlocks(hidden), ...cellBlocks(visible)])
    tab.range(row, col, values.length, values[0]?.length ?? 1).setValues(values);
  for (const { row, field, words } of help.notes)
    tab.range(row, FIELD_COL[field]).each((range) => range.setNote(words));
}

/** In rows that get a key and a text beside a cell, what stands between the two: then it is one write. */
function between(
  keys: readonly CellWrite[],
  beside: readonly CellWrite[],
  lines: readonly RawCell[][],
  top: number,
): CellWrite[] {
  const rows = new Map<number, number>();
  for (const { row, col } of beside)
    if (col <= HIDDEN.typedAmount && keys.some((write) => write.row === row))
      rows.set(row, Math.max(col, rows.get(row) ?? 0));
  return [...rows].flatMap(([row, last]) => {
    const isWritten = (col: number) => [...keys, ...beside].some((write) => write.row === row && write.col === col);
    const cols = Array.from({ length: last - HIDDEN.key }, (_, n) => HIDDEN.key + n).filter((col) => !isWritten(col));
    return cols.map((col) => {
      const value = lines[row - top]?.[col - 1];
      return { row, col, value: typeof value === 'string' && value !== '' ? `'${value}` : value };
    });
  });
}

/** Rows below one another that take their look from the same one. */
function lookRuns(looks: Help['looks']): Help['looks'][] {
  const sorted = [...looks].sort((a, b) => a.row - b.row);
  return runsOf(sorted, (above, below) => above.model === below.model && above.row + 1 === below.row);
}
