import { stop } from '../../core/problems';
import type { CellValue } from '../../core/shared/fields';
import { cellValue, readCells } from '../grid/cells';
import type { Tracker } from '../setup/tracker';
import { findFigures } from '../team/figures';
import { findTeam } from '../team/tab';

/** Cells that one call reads: some seconds' worth, and an answer of a few megabytes. A wide tab takes several calls. */
const MOST_CELLS = 200_000;

/** Tabs that are none of the tracker's own: a connector may drop its report there. Empty ones are left out. */
export function importTabs(tracker: Tracker): { sheetId: number; name: string; rows: number }[] {
  const own = new Set<number>([tracker.setupSheet().sheet.getSheetId()]);
  for (const sheet of [findTeam(tracker), findFigures(tracker)]) if (sheet) own.add(sheet.getSheetId());
  return tracker
    .otherSheets()
    .filter((sheet) => !own.has(sheet.getSheetId()))
    .map((sheet) => ({ sheetId: sheet.getSheetId(), name: sheet.getName(), rows: sheet.getLastRow() }))
    .filter(({ rows }) => rows > 1);
}

/** A part of a tab: rows that hold anything, each with its row number. `next`: where the next part begins; null at the end. */
export interface ImportTabPart {
  name: string;
  lines: { line: number; cells: CellValue[] }[];
  next: number | null;
  rows: number;
}

/** Reads a tab whole, whatever its width, as many rows at once as fit into a call. Formulas count as what they show. */
export function readImportTab(tracker: Tracker, sheetId: number, from: number): ImportTabPart {
  const sheet = tracker.sheetById(sheetId) ?? stop('tabGone');
  const rows = sheet.getLastRow();
  const columns = sheet.getLastColumn();
  const count = Math.min(rows - from + 1, Math.max(1, Math.floor(MOST_CELLS / Math.max(1, columns))));
  const values = count < 1 ? [] : readCells(sheet.getRange(from, 1, count, columns));
  const lines = values.map((row, n) => {
    const cells = row.map((cell) => shown(cellValue(cell, tracker.zone)));
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    return { line: from + n, cells };
  });
  const next = count > 0 && from + count <= rows ? from + count : null;
  return { name: sheet.getName(), lines: lines.filter(({ cells }) => cells.length > 0), next, rows };
}

/** A formula that has failed or still waits says nothing: #REF!, #N/A, Loading... */
function shown(value: CellValue): CellValue {
  return typeof value === 'string' &&
    /^(#(N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|ERROR!)|Loading\.\.\.)$/.test(value)
    ? ''
    : value;
}
