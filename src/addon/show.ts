/** Where the sheet of who asks stands: an act's by the way, never what it is for. */

/** Scrolls a tab to rows, to one after the other: the last one stays selected. */
export function showRows(sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: readonly number[]): void {
  try {
    for (const row of rows) sheet.getRange(row, 1).activate();
  } catch (error) {
    // A tab that is hidden, say. What was asked for is done; where the sheet stands is no reason to say otherwise.
    console.warn(`showing rows ${rows.join(', ')}: ${error}`);
  }
}
