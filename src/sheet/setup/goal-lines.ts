/** Writes goals into Setup: lines changed in place, taken away, or added; a formula of somebody's own stays. */
import { stop } from '../../core/problems';
import { type Goal, type LineChange, sameLine } from '../../core/shared/goal-lines';
import { monthTitle } from '../../core/shared/month';
import { type RawCell, toCell } from '../grid/cells';
import { needEdit } from '../grid/edit-rights';
import { a1 } from '../grid/grid';
import { addLines } from './lines';
import { SETUP_COL, SETUP_COLUMNS, SETUP_TABLES, type SetupTable, setupCol } from './tables';
import type { Tracker } from './tracker';
import { setupRow } from './write';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const TABLE = SETUP_TABLES.find(({ id }) => id === 'goals') as SetupTable;
const VALUE = setupCol(TABLE.columns.findIndex(({ field }) => field === 'value'));
const LAST = setupCol(TABLE.columns.length - 1);

/**
 * Writes changes of goals, all or none. What has been done by now is not done twice. False when a line that should change
 * is no longer there: nothing was written then. Stops where somebody may not edit Setup, or where a formula stands.
 */
export function writeGoals(tracker: Tracker, changes: readonly LineChange[]): boolean {
  const { goals } = tracker.soundSetup();
  const find = (line: Goal | null) => (line ? goals.find((one) => sameLine(one, line)) : undefined);
  const open = changes.flatMap(({ was, now }) => {
    const [from, to] = [find(was), find(now)];
    // A line that is wanted and there, or not wanted and not there, needs nothing.
    return to || (!now && !from) ? [] : [{ was, now, row: from?.row }];
  });
  if (open.some(({ was, row }) => was && row === undefined)) return false;
  if (open.length === 0) return true;
  const { sheet } = tracker.setupSheet();
  needEdit(sheet.getRange(1, SETUP_COL.key));
  const lines = open.flatMap(({ row, now }) => (row === undefined ? [] : [{ row, now }]));
  needValues(
    sheet,
    lines.map(({ row }) => row),
  );
  for (const { row, now } of lines) changeLine(sheet, row, now);
  addGoals(
    tracker,
    open.flatMap(({ row, now }) => (row === undefined && now ? [now] : [])),
  );
  tracker.forget();
  return true;
}

/** Stops where one of these lines has its goal from a formula. One call. */
function needValues(sheet: Sheet, rows: readonly number[]): void {
  if (rows.length === 0) return;
  const first = Math.min(...rows);
  const formulas = sheet.getRange(first, VALUE, Math.max(...rows) - first + 1).getFormulas();
  const row = rows.find((one) => formulas[one - first]?.[0]);
  if (row !== undefined) stop('setupFormula', { tab: sheet.getName(), cell: a1(row, VALUE) });
}

function changeLine(sheet: Sheet, row: number, now: Goal | null): void {
  if (now) sheet.getRange(row, VALUE, 1, 2).setValues([[now.value, now.per]]);
  else {
    sheet.getRange(row, SETUP_COL.first).setValue('');
    sheet.getRange(row, SETUP_COL.second, 1, LAST - SETUP_COL.second + 1).clearContent();
  }
}

/** Into the empty lines of the table where they are enough, else below its last one. */
function addGoals(tracker: Tracker, goals: readonly Goal[]): void {
  if (goals.length === 0) return;
  const { sheet, values } = tracker.setupSheet();
  const place = tracker.setup().places.goals ?? { header: 0, end: 0 };
  const isEmpty = (row: number) => (values[row - 1] ?? []).every((cell) => String(cell ?? '').trim() === '');
  const spare: number[] = [];
  // The last row before the next table is the gap between the two.
  for (let row = place.header + 1; row < place.end - 1; row++) if (isEmpty(row)) spare.push(row);
  const lines = goals.map((goal) => setupRow('line', TABLE, '', cellsOf(goal)));
  if (spare.length < lines.length) addLines(tracker, TABLE, lines);
  else
    lines.forEach((line, n) => {
      sheet.getRange(spare[n] ?? 0, 1, 1, SETUP_COLUMNS).setValues([line.values]);
    });
}

function cellsOf({ rep, kpi, value, per, from }: Goal): RawCell[] {
  return [toCell(rep, 'text'), toCell(kpi, 'text'), value, per, from === null ? '' : toCell(monthTitle(from), 'text')];
}
