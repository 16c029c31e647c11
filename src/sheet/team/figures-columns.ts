/** The columns of the hidden sheet Figures (figures.ts), and how many of them an older one has. */
import type { RawCell } from '../grid/cells';

/** The header of its first column, by which the sheet is known. */
export const FIGURES_KEY = 'figures';

/**
 * Columns, 1-based: the month, the rows of its block, the last month on the team, how the 1:1 stands, the KPIs, and at
 * the end which of the three months it is. Of the month before, only whether and when it was held; of the oldest, only KPIs.
 */
export const FIGURES_COL = {
  rep: 1,
  name: 2,
  month: 3,
  band: 4,
  last: 5,
  until: 6,
  /** The state of the band, its day, and its end: minutes, or that the 1:1 is in progress. */
  state: 7,
  day: 8,
  end: 9,
  ready: 10,
  /** As the tab's head shows them: the next date, and the first KPI's result against its goal. */
  next: 11,
  result: 12,
  pipelineRow: 13,
  stuck: 14,
  /** Commitments past their day: all, and those that are not the salesperson's own. Next steps past theirs. */
  late: 15,
  lateOthers: 16,
  lateSteps: 17,
  /** Where the columns of the person's tab stand, as its head says it; in the newest month's row only. */
  columns: 18,
  firstKpi: 19,
} as const;
export const COLUMN_TITLES = [
  FIGURES_KEY,
  'name',
  'month',
  'row',
  'last',
  'until',
  'state',
  'day',
  'end',
  'ready',
  'next',
  'result',
  'pipeline',
  'stuck',
  'late',
  'late of others',
  'late steps',
  'columns',
];

/** How many of the columns before the KPIs a sheet has: an earlier version had fewer. */
export function knownColumns(header: readonly RawCell[]): number {
  const missing = COLUMN_TITLES.findIndex((title, n) => header[n] !== title);
  return missing < 0 ? COLUMN_TITLES.length : missing;
}
