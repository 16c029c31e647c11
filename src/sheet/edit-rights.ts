import { stop } from '../core/problems';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Before an act writes: stops when Google would refuse it, for want of edit rights or by a protection. One call. */
export function needEdit(range: Range): void {
  if (!range.canEdit()) stop('mayNotEdit', { tab: range.getSheet().getName() });
}
