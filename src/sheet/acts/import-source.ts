import { stop } from '../../core/problems';
import type { CellValue } from '../../core/shared/fields';
import { cellValue, type RawCell } from '../grid/cells';
import type { Tracker } from '../setup/tracker';
import { findFigures } from '../team/figures';
import { findTeam } from '../team/tab';

/** Most rows of a tab that are read at once, and most columns. */
export const MOST_ROWS = 20_000;
const MOST_COLUMNS = 120;

/** Tabs that are none of the tracker's own: a connector may drop its report there. Empty ones are left out. */
export function importTabs(tracker: Tracker): { sheetId: number; name: string; rows: number }[] {
  const own = new Set<number>([tracker.setupSheet().sheet.getSheetId()]);
  for (const sheet of [findTeam(tracker.book), findFigures(tracker.book)]) if (sheet) own.add(sheet.getSheetId());
  for (const { sheetId } of tracker.setup().roster) if (sheetId !== null) own.add(sheetId);
  return tracker.book
    .getSheets()
    .filter((sheet) => !own.has(sheet.getSheetId()))
    .map((sheet) => ({ sheetId: sheet.getSheetId(), name: sheet.getName(), rows: sheet.getLastRow() }))
    .filter(({ rows }) => rows > 1);
}

/** A tab's rows that hold anything, each with its row number. One call for the values. */
export function readImportTab(
  tracker: Tracker,
  sheetId: number,
): { name: string; lines: { line: number; cells: CellValue[] }[]; cut: number } {
  const sheet = tracker.sheetById(sheetId) ?? stop('tabGone');
  const last = sheet.getLastRow();
  const rows = Math.min(MOST_ROWS, last);
  const columns = Math.min(MOST_COLUMNS, sheet.getLastColumn());
  const values = rows === 0 ? [] : (sheet.getRange(1, 1, rows, columns).getValues() as RawCell[][]);
  const lines = values.map((row, n) => {
    const cells = row.map((cell) => cellValue(cell, tracker.zone));
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    return { line: n + 1, cells };
  });
  return { name: sheet.getName(), lines: lines.filter(({ cells }) => cells.length > 0), cut: last - rows };
}
