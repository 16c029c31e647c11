import type { Columns } from './columns';
import { columnLetter, KEY, quotedTab } from './grid';
import { HEAD_CELL, HIDDEN } from './hidden';

/**
 * Pieces of formulas that look into a rep's tab from another sheet: INDEX and MATCH over whole columns, which stay right
 * when rows are inserted, deleted or sorted there, and when the tab is renamed.
 */

/** A block is looked through for at most so many rows below its band. */
const BLOCK_ROWS = 400;

/** A rep's tab as formulas elsewhere need to know it: its name, and where its columns stand now. */
export interface TabRef {
  name: string;
  columns: Columns;
}

/** "'Setup'!$J:$J": a column of any sheet, by its number there. */
export function sheetColumn(sheet: string, at: number): string {
  const letter = columnLetter(at);
  return `${quotedTab(sheet)}!$${letter}:$${letter}`;
}

/** "'Figures'!$D$2": a cell of any sheet. */
export function sheetCell(sheet: string, row: number, at: number): string {
  return `${quotedTab(sheet)}!$${columnLetter(at)}$${row}`;
}

/** A column of the grid on a rep's tab, whole. */
export function tabColumn({ name, columns }: TabRef, col: number): string {
  return sheetColumn(name, columns.of(col) || col);
}

/** A cell of a tab's head that only the machine reads. */
export function headCell({ name, columns }: TabRef, cell: keyof typeof HEAD_CELL): string {
  const { row, col } = HEAD_CELL[cell];
  return sheetCell(name, row, columns.of(col) || col);
}

/** The cell of a column in a row that a formula has worked out. A blank cell counts as 0 where a value is expected. */
export function valueAt(tab: TabRef, col: number, row: string): string {
  return `INDEX(${tabColumn(tab, col)};${row})`;
}

/** The cells of a column from one row to another, both worked out by formulas. */
export function cellsBetween(tab: TabRef, col: number, first: string, last: string): string {
  return `${valueAt(tab, col, first)}:${valueAt(tab, col, last)}`;
}

/** The number in a cell; blank when there is no row, or no number in it. */
export function numberAt(tab: TabRef, col: number, row: string): string {
  const cell = valueAt(tab, col, row);
  return `IF(${row}="";"";IF(ISNUMBER(${cell});${cell};""))`;
}

/** The text of a cell; blank when there is no row. */
export function textAt(tab: TabRef, col: number, row: string): string {
  return `IF(${row}="";"";IFERROR(${valueAt(tab, col, row)}&"";""))`;
}

/** Row of a month's band; blank when the tab has no such month, or is gone. `month` is a cell or formula text. */
export function bandRow(tab: TabRef, month: string): string {
  return `IF(${month}="";"";IFERROR(MATCH(${month};${tabColumn(tab, HIDDEN.month)};0);""))`;
}

/** Row of the next band below a row; an error when there is none within a block's length. */
export function nextBand(tab: TabRef, row: string): string {
  return `${row}+MATCH("${KEY.band}";${cellsBetween(tab, HIDDEN.key, `${row}+1`, lookedThrough(tab, row))};0)`;
}

/** Last row of the block whose band stands in `band`; blank when that is blank. The oldest block ends with its end line. */
export function lastRow(tab: TabRef, band: string): string {
  return `IF(${band}="";"";IFERROR(${nextBand(tab, band)}-1;IFERROR(${band}+MATCH("${KEY.end}";${cellsBetween(tab, HIDDEN.key, band, lookedThrough(tab, band))};0);${lookedThrough(tab, band)})))`;
}

/** Row of a key within a block; blank when it is not there. */
export function keyRow(tab: TabRef, key: string, band: string, last: string): string {
  return `IFERROR(${band}-1+MATCH("${key.replace(/"/g, '""')}";${cellsBetween(tab, HIDDEN.key, band, last)};0);"")`;
}

function lookedThrough(tab: TabRef, row: string): string {
  return `MIN(ROWS(${tabColumn(tab, HIDDEN.key)});${row}+${BLOCK_ROWS})`;
}
