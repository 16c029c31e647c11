/** Offers `window.workbench` (test-api-shape.ts). */
import { CellValueType } from '@univerjs/core';
import { columnLetters } from '../values/addresses';
import type { SheetMachine } from './sheet/create-univer';
import { focusSheet } from './sheet/focus';
import { isRendered } from './sheet/rendered';
import { readSelection, showSelection } from './sheet/selection';
import './test-api-shape';

export function offerTestApi(machine: SheetMachine): void {
  const { api } = machine;
  const book = () => {
    const found = api.getActiveWorkbook();
    if (!found) throw new Error('No workbook is shown yet.');
    return found;
  };
  const sheetOf = (name: string) => {
    const found = book().getSheetByName(name);
    if (!found) throw new Error(`There is no tab “${name}”.`);
    return found;
  };
  const cellOf = (name: string, a1: string) => sheetOf(name).getRange(a1);
  window.workbench = {
    get isReady() {
      return isRendered(machine);
    },
    select(name, a1) {
      const sheet = sheetOf(name);
      const range = sheet.getRange(a1);
      const at = { row: range.getRow() + 1, col: range.getColumn() + 1 };
      const rect = { ...at, rows: range.getHeight(), cols: range.getWidth() };
      showSelection(machine, { sheetKey: sheet.getSheetId(), ranges: [rect], current: at });
      focusSheet(machine);
    },
    selection() {
      const rect = readSelection(machine)?.ranges[0];
      if (!rect) return '';
      const end = `${columnLetters(rect.col + rect.cols - 1)}${rect.row + rect.rows - 1}`;
      const start = `${columnLetters(rect.col)}${rect.row}`;
      return start === end ? start : `${start}:${end}`;
    },
    text(name, a1) {
      const range = cellOf(name, a1);
      const raw = sheetOf(name).getSheet().getCellRaw(range.getRow(), range.getColumn());
      // Univer draws the words, but hands out the number behind them.
      if (raw?.t === CellValueType.BOOLEAN) return Number(raw.v) ? 'TRUE' : 'FALSE';
      return range.getDisplayValue() ?? '';
    },
    formula: (name, a1) => cellOf(name, a1).getFormula(),
    findRow(name, key) {
      const sheet = sheetOf(name).getSheet();
      const rows = sheet.getRowCount();
      const columns = sheet.getColumnCount();
      for (let row = 0; row < rows; row++)
        for (let col = 0; col < columns; col++) if (String(sheet.getCellRaw(row, col)?.v ?? '') === key) return row + 1;
      return 0;
    },
    sheetNames: () =>
      book()
        .getSheets()
        .map((sheet) => sheet.getSheetName()),
    activeSheet: () => book().getActiveSheet().getSheetName(),
    isRowShown: (name, row) =>
      sheetOf(name)
        .getSheet()
        .getRowVisible(row - 1),
    rowHeight: (name, row) =>
      sheetOf(name)
        .getSheet()
        .getRowHeight(row - 1),
    background(name, a1) {
      const range = cellOf(name, a1);
      const cell = sheetOf(name).getSheet().getCell(range.getRow(), range.getColumn());
      const style = cell
        ? sheetOf(name).getSheet().getComposedCellStyleByCellData(range.getRow(), range.getColumn(), cell)
        : null;
      return style?.bg?.rgb ?? '';
    },
  };
}
