import { quotedTab } from '../grid/grid';
import { sheetColumn } from '../grid/tab-formulas';
import { SETUP_COL, SETUP_TABLES, setupCol } from './tables';

/** Beyond every month: until then somebody without an end date is on the team. */
export const NO_END = 999912;

/** Row of a person on the roster, by the hidden key; an error when the line is gone. */
export function rosterRow(setupTab: string, repId: string): string {
  return `MATCH("rep:${repId}";${sheetColumn(setupTab, SETUP_COL.key)};0)`;
}

/** A cell of the roster in a row that a formula has worked out. */
export function rosterCell(setupTab: string, field: 'name' | 'start' | 'end', row: string): string {
  const columns = SETUP_TABLES.find((table) => table.id === 'roster')?.columns ?? [];
  return `INDEX(${sheetColumn(setupTab, setupCol(columns.findIndex((column) => column.field === field)))};${row})`;
}

/** The month of a date as a number like 202611; `otherwise` when the cell holds no date. */
export function monthOf(cell: string, otherwise: number): string {
  return `IF(ISNUMBER(${cell});YEAR(${cell})*100+MONTH(${cell});${otherwise})`;
}

/** A part of another sheet: "'Figures'!$C$1:$C$9". */
export function sheetRange(sheet: string, first: string, last: string): string {
  return `${quotedTab(sheet)}!${first}:${last}`;
}
