/** Totals of quarter and year are laid anew where Setup lets the year begin in another month. */
import { monthName } from '../../core/shared/month';
import { COL, KEY } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import { RepTab } from '../grid/rep-tab';
import { SETUP_COL } from '../setup/tables';
import type { Tracker } from '../setup/tracker';
import { inspectTab, SheetTarget } from './repair';
import { applyActions } from './repair-actions';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Does Setup name another month than the one that the tabs' totals are chained by? */
export function isYearNew(tracker: Tracker): boolean {
  const settings = tracker.find()?.settings;
  return settings !== undefined && settings.yearBegins !== settings.chainedBy;
}

/**
 * Chains one tab's totals by the year as Setup has it now, and works out anew what is left of it; nothing else is touched.
 * Returns how many formulas that were, null for a tab whose rows have to be repaired first.
 */
export function chainTab(tracker: Tracker, sheet: Sheet): number | null {
  const { check, cells } = inspectTab(tracker, sheet, /* withLooks= */ false);
  if (check.actions.some(({ act }) => act !== 'write')) return null;
  const keyAt = check.columns.of(HIDDEN.key) - 1;
  const writes = check.actions.filter((action) => {
    if (action.act !== 'write') return false;
    const key = String(cells.values[action.row - 1]?.[keyAt] ?? '');
    if (key === KEY.pipeline) return action.col === COL.next;
    return key.startsWith('kpis:') && action.col >= HIDDEN.quarterActual && action.col <= HIDDEN.yearGoal;
  });
  applyActions(new SheetTarget(new RepTab(sheet, check.columns), tracker), writes);
  return writes.length;
}

/**
 * The same for everybody's tabs, as far as the time goes. Returns what to say; '' where Setup has changed nothing.
 * @param isTimeUp asked before each tab
 */
export function chainYear(tracker: Tracker, isTimeUp: () => boolean): string {
  if (!isYearNew(tracker)) return '';
  const { roster } = tracker.setup();
  let figures = 0;
  let tabs = 0;
  const left: string[] = [];
  for (const rep of roster) {
    const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
    if (!sheet) continue;
    const chained = isTimeUp() ? null : chainTab(tracker, sheet);
    if (chained === null) left.push(rep.name);
    else [figures, tabs] = [figures + chained, tabs + 1];
  }
  if (left.length === 0) yearIsChained(tracker);
  const done = yearWords(tracker, figures, ` on ${tabs === 1 ? 'one tab' : `${tabs} tabs`}`);
  return left.length === 0 ? done : `${done} Not yet: ${left.join(', ')}. Check and repair does it.`;
}

/** How many figures have been chained anew, and why. */
export function yearWords(tracker: Tracker, figures: number, where = ''): string {
  const begins = monthName(tracker.setup().settings.yearBegins);
  return `The year begins in ${begins} now. Chained anew: ${figures} totals${where}.`;
}

/** Notes in Setup, hidden, that all totals are chained by the year as it is now. */
export function yearIsChained(tracker: Tracker): void {
  const { settings } = tracker.setup();
  tracker.setupSheet().sheet.getRange(settings.yearRow, SETUP_COL.sheetId).setValue(settings.yearBegins);
  tracker.forget();
}
