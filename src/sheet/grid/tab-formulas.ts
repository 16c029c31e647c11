import { COL, columnLetter, KEY, quotedTab } from './grid';

/**
 * Pieces of formulas that look into a rep's tab from another sheet: INDEX and MATCH over whole columns, which stay right
 * when rows are inserted, deleted or sorted there, and when the tab is renamed.
 */

/** A block is looked through for at most so many rows below its band. */
const BLOCK_ROWS = 400;

/** "'Mira Oakes'!$J:$J". */
export function tabColumn(tab: string, col: number): string {
  const letter = columnLetter(col);
  return `${quotedTab(tab)}!$${letter}:$${letter}`;
}

/** "'Mira Oakes'!$D$2". */
export function tabCell(tab: string, row: number, col: number): string {
  return `${quotedTab(tab)}!$${columnLetter(col)}$${row}`;
}

/** The cell of a column in a row that a formula has worked out. A blank cell counts as 0 where a value is expected. */
export function valueAt(tab: string, col: number, row: string): string {
  return `INDEX(${tabColumn(tab, col)};${row})`;
}

/** The cells of a column from one row to another, both worked out by formulas. */
export function cellsBetween(tab: string, col: number, first: string, last: string): string {
  return `${valueAt(tab, col, first)}:${valueAt(tab, col, last)}`;
}

/** The number in a cell; blank when there is no row, or no number in it. */
export function numberAt(tab: string, col: number, row: string): string {
  const cell = valueAt(tab, col, row);
  return `IF(${row}="";"";IF(ISNUMBER(${cell});${cell};""))`;
}

/** The text of a cell; blank when there is no row. */
export function textAt(tab: string, col: number, row: string): string {
  return `IF(${row}="";"";IFERROR(${valueAt(tab, col, row)}&"";""))`;
}

/** Row of a month's band; blank when the tab has no such month, or is gone. `month` is a cell or formula text. */
export function bandRow(tab: string, month: string): string {
  return `IF(${month}="";"";IFERROR(MATCH(${month};${tabColumn(tab, COL.month)};0);""))`;
}

/** Row of the next band below a row; an error when there is none within a block's length. */
export function nextBand(tab: string, row: string): string {
  return `${row}+MATCH("${KEY.band}";${cellsBetween(tab, COL.key, `${row}+1`, lookedThrough(tab, row))};0)`;
}

/** Last row of the block whose band stands in `band`; blank when that is blank. The oldest block ends with its end line. */
export function lastRow(tab: string, band: string): string {
  return `IF(${band}="";"";IFERROR(${nextBand(tab, band)}-1;IFERROR(${band}+MATCH("${KEY.end}";${cellsBetween(tab, COL.key, band, lookedThrough(tab, band))};0);${lookedThrough(tab, band)})))`;
}

/** Row of a key within a block; blank when it is not there. */
export function keyRow(tab: string, key: string, band: string, last: string): string {
  return `IFERROR(${band}-1+MATCH("${key.replace(/"/g, '""')}";${cellsBetween(tab, COL.key, band, last)};0);"")`;
}

function lookedThrough(tab: string, row: string): string {
  return `MIN(ROWS(${tabColumn(tab, COL.key)});${row}+${BLOCK_ROWS})`;
}
