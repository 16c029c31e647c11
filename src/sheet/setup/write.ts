import type { NewPerson, Rep } from '../../core/roster';
import type { IsoDate } from '../../core/shared/dates';
import { type RawCell, toCell } from '../grid/cells';
import { HEAD_LINE } from '../grid/palette';
import { paintRows, type SetupRow } from './look';
import { SETUP_COL, SETUP_COLUMNS, SETUP_KEY, SETUP_TABLES, SETUP_WIDTHS, type SetupTable, setupCol } from './tables';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Empty rows below the last table. Setup is read whole, down to the last row of the sheet. */
const EMPTY_ROWS = 20;

/** A person as written into the roster; `sheetId` is null until the tab is there. */
export type RosterLine = NewPerson & { id: string; start: IsoDate; manager: string; sheetId: number | null };

/** A manager and the team as first written. */
export interface SetupStart {
  managers: { name: string; email: string; since: IsoDate }[];
  reps: RosterLine[];
}

/** Writes the whole Setup tab onto an empty sheet. */
export function writeSetup(sheet: Sheet, start: SetupStart): void {
  const rows = setupRows(start);
  sheet.setHiddenGridlines(true);
  if (sheet.getMaxColumns() > SETUP_COLUMNS)
    sheet.deleteColumns(SETUP_COLUMNS + 1, sheet.getMaxColumns() - SETUP_COLUMNS);
  const wanted = rows.length + EMPTY_ROWS;
  if (sheet.getMaxRows() > wanted) sheet.deleteRows(wanted + 1, sheet.getMaxRows() - wanted);
  SETUP_WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  paintRows(sheet, rows, 1);
  sheet
    .getRange(1, 1, 1, SETUP_COLUMNS)
    .setBorder(null, null, true, null, null, null, HEAD_LINE, SpreadsheetApp.BorderStyle.SOLID_MEDIUM);
  sheet.setFrozenRows(1);
  sheet.hideColumns(SETUP_COL.key, 2);
  // Last: its keys make the tab Setup.
  sheet.getRange(1, 1, rows.length, SETUP_COLUMNS).setValues(rows.map((row) => row.values));
}

/** Adds lines to the roster, into its spare rows or above the first row below it. Returns the rows they went to. */
export function addToRoster(
  sheet: Sheet,
  place: { header: number; end: number },
  values: RawCell[][],
  people: readonly RosterLine[],
): void {
  if (people.length === 0) return;
  let lastUsed = place.header;
  for (let row = place.header + 1; row < place.end; row++)
    if ((values[row - 1] ?? []).some((cell) => String(cell ?? '').trim() !== '')) lastUsed = row;
  const free = Math.max(0, place.end - 2 - lastUsed);
  if (people.length > free) sheet.insertRowsAfter(lastUsed, people.length - free);
  const target = sheet.getRange(lastUsed + 1, 1, people.length, SETUP_COLUMNS);
  if (lastUsed > place.header) {
    const model = sheet.getRange(lastUsed, 1, 1, SETUP_COLUMNS);
    model.copyTo(target, SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
  }
  target.setValues(people.map(rosterValues));
}

/** Writes the keys of sections and KPIs that a person typed. */
export function keyLines(sheet: Sheet, lines: readonly { row: number; key: string }[]): void {
  for (const { row, key } of lines) sheet.getRange(row, SETUP_COL.key).setValue(key);
}

/** Writes ids and tab ids of roster lines that a person typed. */
export function keyRosterLines(sheet: Sheet, reps: readonly Pick<Rep, 'id' | 'sheetId' | 'row'>[]): void {
  for (const rep of reps)
    sheet
      .getRange(rep.row, SETUP_COL.key, 1, 2)
      .setValues([[`rep:${rep.id}`, rep.sheetId === null ? '' : rep.sheetId]]);
}

function rosterValues(rep: RosterLine): RawCell[] {
  const line: RawCell[] = Array.from({ length: SETUP_COLUMNS }, () => '');
  const cells = [
    toCell(rep.name, 'text'),
    toCell(rep.email, 'text'),
    toCell(rep.start, 'date'),
    '',
    toCell(rep.manager, 'text'),
  ];
  cells.forEach((value, index) => {
    line[setupCol(index) - 1] = value;
  });
  line[SETUP_COL.key - 1] = `rep:${rep.id}`;
  line[SETUP_COL.sheetId - 1] = rep.sheetId ?? '';
  return line;
}

function setupRows(start: SetupStart): SetupRow[] {
  const title = setupRow('title', null, SETUP_KEY, [
    'Setup',
    'What stands here steers every tab. Change it by hand whenever you like; a line that cannot be read is named with its cell.',
  ]);
  const tables = SETUP_TABLES.filter((table) => !table.onDemand);
  return [title, ...tables.flatMap((table) => tableRows(table, firstLines(table, start)))];
}

/** What a table of a fresh tracker begins with. */
function firstLines(table: SetupTable, start: SetupStart): SetupRow[] {
  if (table.id === 'managers')
    return start.managers.map((m) =>
      setupRow('line', table, 'manager', [toCell(m.name, 'text'), toCell(m.email, 'text'), toCell(m.since, 'date')]),
    );
  if (table.id === 'roster') return start.reps.map((rep) => ({ kind: 'line', table, values: rosterValues(rep) }));
  return table.defaults.map((preset) =>
    setupRow(
      'line',
      table,
      `${table.id}:${preset.key}`,
      preset.values.map((value) => toCell(value, 'text')),
    ),
  );
}

/** The rows of one table: a gap, its title, its labels, its lines and the spare ones. */
export function tableRows(table: SetupTable, lines: readonly SetupRow[]): SetupRow[] {
  return [
    setupRow('gap', null, '', []),
    setupRow('band', table, `table:${table.id}`, [table.title, table.hint]),
    setupRow(
      'header',
      table,
      `header:${table.id}`,
      table.columns.map((column) => column.label),
    ),
    ...lines,
    ...Array.from({ length: table.spareRows }, () => setupRow('spare', table, '', [])),
  ];
}

/** One row; `visible` are the cells of a table's columns, in their order. */
export function setupRow(
  kind: SetupRow['kind'],
  table: SetupTable | null,
  key: string,
  visible: readonly RawCell[],
): SetupRow {
  const values: RawCell[] = Array.from({ length: SETUP_COLUMNS }, () => '');
  visible.forEach((value, index) => {
    values[setupCol(index) - 1] = value;
  });
  values[SETUP_COL.key - 1] = key;
  return { kind, table, values };
}
