import { paintRows, type SetupRow } from './look';
import { SETUP_COL, SETUP_COLUMNS, type SetupTable } from './tables';
import type { Tracker } from './tracker';
import { tableRows } from './write';

/** Adds lines at the end of a table of Setup; one that is not there is made below all others. */
export function addLines(tracker: Tracker, table: SetupTable, lines: readonly SetupRow[]): void {
  if (lines.length === 0) return;
  const { sheet, values } = tracker.setupSheet();
  const place = tracker.setup().places[table.id];
  const rows = place ? lines : tableRows(table, lines);
  let above = values.length;
  if (place) {
    above = place.header;
    for (let row = place.header + 1; row < place.end; row++)
      if (String(values[row - 1]?.[SETUP_COL.first - 1] ?? '').trim() !== '') above = row;
  }
  sheet.insertRowsAfter(Math.max(1, Math.min(above, sheet.getMaxRows())), rows.length);
  paintRows(sheet, rows, above + 1);
  sheet.getRange(above + 1, 1, rows.length, SETUP_COLUMNS).setValues(rows.map((row) => row.values));
}
