import { stop } from '../../core/problems';
import { COL, GRID_VERSION } from '../grid/grid';
import type { TabIndex } from '../month/read';
import type { Tracker } from '../setup/tracker';
import { inspectTab, SheetTarget } from './repair';
import { applyActions } from './repair-actions';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What each step does to a tab of the version that it is listed under. Each may be cut off anywhere and run again. */
const STEPS: Record<number, (tracker: Tracker, sheet: Sheet) => void> = { 1: toGrid2 };

/**
 * Brings a rep's tab to the grid of this version, a step at a time; to be run under the lock before an act writes.
 * Returns true when it wrote. Stops when the tab is newer than this version, or too much rearranged by hand.
 */
export function migrateTab(tracker: Tracker, sheet: Sheet, { version: said }: Pick<TabIndex, 'version'>): boolean {
  if (said === null || said === GRID_VERSION) return false;
  if (said > GRID_VERSION) stop('tabTooNew', { tab: sheet.getName() });
  for (let version = said; version < GRID_VERSION; version++) {
    STEPS[version]?.(tracker, sheet);
    // Only now: until then the step would begin again.
    sheet.getRange(1, COL.month).setValue(version + 1);
  }
  return true;
}

/**
 * Grid 2: the newest month gets rows to prepare in, the pipeline, the plan and the lines of development, and KPI figures
 * over more than sums; the head gets the months of the two newest blocks. Older months stay as they are.
 */
function toGrid2(tracker: Tracker, sheet: Sheet): void {
  const { check } = inspectTab(tracker, sheet, { migrating: true });
  const moved = check.actions.find((action) => /^(move|delete|insertColumn)/.test(action.act));
  if (moved)
    stop('needsRepair', { tab: sheet.getName(), cell: check.findings.find((f) => f.repair !== '')?.cell ?? 'A1' });
  applyActions(new SheetTarget(sheet, tracker), check.actions);
}
