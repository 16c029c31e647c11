import { readCell } from '../grid/cells';
import { HIDDEN } from '../grid/hidden';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * A tab of this name that has nothing in it yet, as a run leaves it that was cut off right after inserting it; null when
 * there is none.
 * @param headKey a tab whose hidden head cell says this counts too, whatever else is in it
 */
export function emptyTab(book: Spreadsheet, name: string, headKey?: string): Sheet | null {
  const sheet = book.getSheetByName(name);
  if (!sheet) return null;
  if (sheet.getLastRow() === 0) return sheet;
  return headKey !== undefined && readCell(sheet.getRange(1, HIDDEN.key)) === headKey ? sheet : null;
}
