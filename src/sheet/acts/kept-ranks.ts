import { type RawCell, toCell } from '../grid/cells';
import { COL } from '../grid/grid';
import type { TabIndex } from '../month/read';

/** A KPI's rank as it stands. */
export interface Rank {
  row: number;
  text: string;
}

/** Rows of the KPIs in the month that leaves the comparison with the next one, the second newest: from top to bottom. */
export function leavingRows(index: TabIndex): number[] {
  return Object.values(index.blocks[1]?.kpiRows ?? {}).sort((a, b) => a - b);
}

/**
 * What stands in the rank column of these rows; blanks and errors are left out.
 * @param lines whole rows of the grid, down to the last of them
 */
export function ranksBelow(rows: readonly number[], lines: readonly RawCell[][]): Rank[] {
  const first = rows.length === 0 ? 0 : (rows[rows.length - 1] as number) - lines.length + 1;
  return rows
    .map((row) => ({ row, text: String(lines[row - first]?.[COL.since - 1] ?? '') }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
}

function readRanks(index: TabIndex): Rank[] {
  const rows = leavingRows(index);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  return first === undefined || last === undefined ? [] : ranksBelow(rows, index.tab.values(first, last - first + 1));
}

/**
 * Ranks are compared over the two newest months of everybody. Once a new month is started, the older of them leaves that
 * comparison, so its ranks stay as they stand. Call it for all tabs before the first of them is started.
 * @param ranks what is known of them, see PlannedTab
 */
export function keepRanks(index: TabIndex, ranks: readonly Rank[] = readRanks(index)): void {
  for (let from = 0, to = 1; from < ranks.length; from = to, to++) {
    const top = (ranks[from] as { row: number }).row;
    while (ranks[to]?.row === top + to - from) to++;
    const values = ranks.slice(from, to).map(({ text }) => [toCell(text, 'computed')]);
    index.tab.range(top, COL.since, values.length).setValues(values);
  }
}
