import { rowRuns } from '../../core/shared/runs';
import { type RawCell, toCell } from '../grid/cells';
import { COL } from '../grid/grid';
import type { TabIndex } from '../month/read';

/** A KPI's rank as it stands, '' where there is none. */
export interface Rank {
  row: number;
  text: string;
}

/** Rows of the KPIs in the month that leaves the comparison with the next one, the second newest: from top to bottom. */
export function leavingRows(index: TabIndex): number[] {
  return Object.values(index.blocks[1]?.kpiRows ?? {}).sort((a, b) => a - b);
}

/**
 * What stands in the rank column of these rows; errors are left out.
 * @param lines whole rows of the grid, down to the last of them
 */
export function ranksBelow(rows: readonly number[], lines: readonly RawCell[][]): Rank[] {
  const first = rows.length === 0 ? 0 : (rows[rows.length - 1] as number) - lines.length + 1;
  return rows
    .map((row) => ({ row, text: String(lines[row - first]?.[COL.since - 1] ?? '') }))
    .filter(({ text }) => !text.startsWith('#'));
}

/**
 * Ranks are compared over the three newest months of everybody. Once a new month is started, the third newest is the last
 * that is compared, so its ranks stay as they stand, before the next start takes them away: one call where the KPIs stand
 * together. A KPI without one keeps its formula, above and below all others; in between it stays blank.
 */
export function keepRanks(index: TabIndex, ranks: readonly Rank[]): void {
  const has = ranks.map(({ text }) => text !== '');
  const kept = ranks.slice(has.indexOf(true), has.lastIndexOf(true) + 1);
  for (const run of rowRuns(kept)) {
    const values = run.map(({ text }) => [text && toCell(text, 'computed')]);
    index.tab.range((run[0] as Rank).row, COL.since, values.length).setValues(values);
  }
}
