import { stop } from '../../core/problems';
import { GRID_VERSION } from '../grid/grid';
import { HEAD_CELL } from '../grid/hidden';
import type { TabIndex } from '../month/read';
import type { Tracker } from '../setup/tracker';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What brings a tab from a version of the grid to the next one. Each may be cut off anywhere and run again. */
export type GridSteps = Readonly<Record<number, () => void>>;

/** What each step does to a tab of the version that it is listed under; none yet, this is the first grid. */
function stepsFor(_tracker: Tracker, _sheet: Sheet): GridSteps {
  return {};
}

/**
 * Brings a rep's tab to the grid of this version, a step at a time; to be run under the lock before an act writes.
 * Returns true when it wrote. Stops when the tab is newer than this version.
 */
export function migrateTab(tracker: Tracker, sheet: Sheet, { version: said }: Pick<TabIndex, 'version'>): boolean {
  if (said === null || said === GRID_VERSION) return false;
  if (said > GRID_VERSION) stop('tabTooNew', { tab: sheet.getName() });
  const { row, col } = HEAD_CELL.grid;
  runSteps(stepsFor(tracker, sheet), said, GRID_VERSION, (version) => sheet.getRange(row, col).setValue(version));
  return true;
}

/**
 * Runs the steps from one version to another in their order; a version without a step needs none.
 * @param reached notes the version once its step is done: until then the step would begin again
 */
export function runSteps(steps: GridSteps, from: number, to: number, reached: (version: number) => void): void {
  for (let version = from; version < to; version++) {
    steps[version]?.();
    reached(version + 1);
  }
}
