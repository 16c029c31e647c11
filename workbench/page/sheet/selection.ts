/** The cursor of this window: told to the server, and moved by scripts. */
import { ScrollToRangeOperation } from '@univerjs/sheets-ui';
import type { Rect } from '../../engine/engine';
import type { PageSelection } from '../../server/protocol';
import type { CellBox } from '../chrome/link-chip';
import type { SheetMachine } from './create-univer';
import { isRendered } from './rendered';

interface ZeroRange {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

/** Where the cursor stands; null before a workbook is shown. Whole rows and columns come as the grid's extent. */
export function readSelection({ api }: SheetMachine): PageSelection | null {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  if (!sheet) return null;
  const selection = sheet.getSelection();
  const grid = { rows: sheet.getMaxRows(), cols: sheet.getMaxColumns() };
  const active = selection?.getActiveRange()?.getRange();
  const all = (selection?.getActiveRangeList() ?? []).map((range) => toRect(range.getRange(), grid));
  const first = active ? toRect(active, grid) : { row: 1, col: 1, rows: 1, cols: 1 };
  const others = all.filter((rect) => !isSame(rect, first));
  const cell = selection?.getCurrentCell();
  const current = cell ? { row: cell.actualRow + 1, col: cell.actualColumn + 1 } : { row: first.row, col: first.col };
  return { sheetKey: sheet.getSheetId(), ranges: [first, ...others], current };
}

/** The selected cell (from 1), and where it is on the screen in px; null while none is shown. */
export function readCellBox({ api }: SheetMachine): CellBox | null {
  const book = api.getActiveWorkbook();
  const cell = book?.getActiveSheet().getSelection()?.getCurrentCell();
  const canvas = book && document.getElementById(`univer-sheet-main-canvas_${book.getId()}`);
  if (!book || !cell || !canvas) return null;
  const { left, top } = canvas.getBoundingClientRect();
  const box = book.getActiveSheet().getRange(cell.actualRow, cell.actualColumn).getCellRect();
  const at = { sheetKey: book.getActiveSheet().getSheetId(), row: cell.actualRow + 1, col: cell.actualColumn + 1 };
  return { ...at, left: left + box.left, bottom: top + box.bottom };
}

/** Shows what a script selected; scrolls only as far as it must. */
export function showSelection(machine: SheetMachine, selection: PageSelection): void {
  const { api, commands } = machine;
  const { sheetKey, ranges } = selection;
  if (!isRendered(machine)) {
    requestAnimationFrame(() => showSelection(machine, selection));
    return;
  }
  const book = api.getActiveWorkbook();
  const sheet = book?.getSheetBySheetId(sheetKey);
  const rect = ranges[0];
  if (!book || !sheet) return;
  book.setActiveSheet(sheet);
  if (!rect) return;
  sheet.getRange(rect.row - 1, rect.col - 1, rect.rows, rect.cols).activate();
  const range = {
    startRow: rect.row - 1,
    endRow: rect.row + rect.rows - 2,
    startColumn: rect.col - 1,
    endColumn: rect.col + rect.cols - 2,
  };
  void commands.executeCommand(ScrollToRangeOperation.id, { range });
}

function toRect(range: ZeroRange, grid: { rows: number; cols: number }): Rect {
  const within = (value: number, most: number) => (Number.isFinite(value) ? Math.min(Math.max(0, value), most - 1) : 0);
  const row = within(range.startRow, grid.rows);
  const col = within(range.startColumn, grid.cols);
  const lastRow = Number.isFinite(range.endRow) ? within(range.endRow, grid.rows) : grid.rows - 1;
  const lastCol = Number.isFinite(range.endColumn) ? within(range.endColumn, grid.cols) : grid.cols - 1;
  return { row: row + 1, col: col + 1, rows: lastRow - row + 1, cols: lastCol - col + 1 };
}

function isSame(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.col === b.col && a.rows === b.rows && a.cols === b.cols;
}
