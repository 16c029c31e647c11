/** The tracker of the file that a script runs for. */
import { Tracker } from '../sheet/setup/tracker';

/** The tracker in the file that this script runs for; reads it anew. */
export function openTracker(): Tracker {
  return new Tracker(SpreadsheetApp.getActiveSpreadsheet());
}
