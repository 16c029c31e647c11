import type { NewPerson, Rep } from '../../core/roster';
import type { IsoDate } from '../../core/shared/dates';
import { sectionColors } from '../../core/shared/section-colors';
import { type RawCell, toCell } from '../grid/cells';
import { ALERTS, HAIRLINE, HEAD, HEAD_LINE, INK, MUTED, PAPER, SLATE } from '../grid/palette';
import { runsOf } from '../month/apply';
import { DATE_FORMAT } from '../month/look';
import {
  SETUP_COL,
  SETUP_COLUMNS,
  SETUP_KEY,
  SETUP_TABLES,
  SETUP_WIDTHS,
  type SetupColumn,
  type SetupTable,
  setupCol,
} from './tables';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

interface Row {
  kind: 'title' | 'gap' | 'band' | 'header' | 'line' | 'spare';
  table: SetupTable | null;
  values: RawCell[];
}

const HEIGHTS: Record<Row['kind'], number> = { title: 40, gap: 12, band: 28, header: 24, line: 28, spare: 28 };

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
  const range = sheet.getRange(1, 1, rows.length, SETUP_COLUMNS);
  range.setFontFamily('Arial').setVerticalAlignment('middle');
  range
    .setBackgrounds(rows.map((row) => columnsOf((col) => backOf(row, col))))
    .setFontColors(rows.map((row) => columnsOf((col) => inkOf(row, col))))
    .setFontWeights(rows.map((row) => columnsOf((col) => (boldOf(row, col) ? 'bold' : 'normal'))))
    .setFontSizes(rows.map((row) => columnsOf((col) => sizeOf(row, col))))
    // Keys in hidden columns must not make a row higher.
    .setWraps(rows.map((row) => columnsOf((col) => row.kind === 'line' && columnAt(row, col) !== undefined)))
    .setNumberFormats(rows.map((row) => columnsOf((col) => formatOf(row, col))))
    .setDataValidations(rows.map((row) => columnsOf((col) => ruleOf(row, col))));
  range.setNotes(rows.map((row) => columnsOf((col) => (row.kind === 'header' && columnAt(row, col)?.note) || null)));
  const lines = runsOf(rows.map((row) => row.kind === 'line' || row.kind === 'spare'));
  sheet
    .getRangeList(lines.map(([first, length]) => `A${first + 1}:I${first + length}`))
    .setBorder(null, null, true, null, null, true, HAIRLINE, SpreadsheetApp.BorderStyle.SOLID);
  sheet
    .getRange(1, 1, 1, SETUP_COLUMNS)
    .setBorder(null, null, true, null, null, null, HEAD_LINE, SpreadsheetApp.BorderStyle.SOLID_MEDIUM);
  for (const height of new Set(Object.values(HEIGHTS)))
    for (const [first, length] of runsOf(rows.map((row) => HEIGHTS[row.kind] === height)))
      sheet.setRowHeights(first + 1, length, height);
  sheet.setFrozenRows(1);
  sheet.hideColumns(SETUP_COL.key, 2);
  // Last: its keys make the tab Setup.
  range.setValues(rows.map((row) => row.values));
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

function setupRows(start: SetupStart): Row[] {
  const rows: Row[] = [];
  const line = (kind: Row['kind'], table: SetupTable | null, key: string, visible: readonly RawCell[]) => {
    const values: RawCell[] = Array.from({ length: SETUP_COLUMNS }, () => '');
    visible.forEach((value, index) => {
      values[setupCol(index) - 1] = value;
    });
    values[SETUP_COL.key - 1] = key;
    rows.push({ kind, table, values });
  };
  line('title', null, SETUP_KEY, [
    'Setup',
    'What stands here steers every tab. Change it by hand whenever you like; a line that cannot be read is named with its cell.',
  ]);
  for (const table of SETUP_TABLES) {
    line('gap', null, '', []);
    line('band', table, `table:${table.id}`, [table.title, table.hint]);
    line(
      'header',
      table,
      `header:${table.id}`,
      table.columns.map((column) => column.label),
    );
    if (table.id === 'managers')
      for (const m of start.managers)
        line('line', table, 'manager', [toCell(m.name, 'text'), toCell(m.email, 'text'), toCell(m.since, 'date')]);
    if (table.id === 'roster')
      for (const rep of start.reps) rows.push({ kind: 'line', table, values: rosterValues(rep) });
    for (const preset of table.defaults)
      line(
        'line',
        table,
        `${table.id}:${preset.key}`,
        preset.values.map((value) => toCell(value, 'text')),
      );
    for (let n = 0; n < table.spareRows; n++) line('spare', table, '', []);
  }
  return rows;
}

function columnsOf<T>(make: (col: number) => T): T[] {
  return Array.from({ length: SETUP_COLUMNS }, (_, index) => make(index + 1));
}

function columnAt(row: Row, col: number): SetupColumn | undefined {
  const index = col === SETUP_COL.first ? 0 : col - SETUP_COL.second + 1;
  return col === SETUP_COL.key || col === SETUP_COL.sheetId ? undefined : row.table?.columns[index];
}

function backOf(row: Row, col: number): string {
  if (row.kind === 'title') return HEAD;
  if (row.kind === 'gap') return PAPER;
  if (row.kind === 'band') return col === 1 ? SLATE.solid : SLATE.tint;
  if (row.kind === 'header') return SLATE.header;
  if (row.table?.id === 'agenda' && col === 1 && row.kind === 'line') return sectionColors(keyId(row), 0).solid;
  if (row.table?.id === 'statuses' && col === 1 && row.kind === 'line') return alertOf(keyId(row))?.back ?? PAPER;
  return columnAt(row, col) ? PAPER : HEAD;
}

function inkOf(row: Row, col: number): string {
  if (row.kind === 'title') return col === 1 ? INK : MUTED;
  if (row.kind === 'band') return col === 1 ? PAPER : INK;
  if (row.kind === 'header') return SLATE.solid;
  if (row.table?.id === 'agenda' && col === 1 && row.kind === 'line') return PAPER;
  if (row.table?.id === 'statuses' && col === 1 && row.kind === 'line') return alertOf(keyId(row))?.text ?? INK;
  return INK;
}

function boldOf(row: Row, col: number): boolean {
  return col === 1 || row.kind === 'header';
}

function sizeOf(row: Row, col: number): number {
  if (row.kind === 'title') return col === 1 ? 18 : 9;
  if (row.kind === 'band') return col === 1 ? 11 : 10;
  return row.kind === 'header' ? 9 : 10;
}

function formatOf(row: Row, col: number): string {
  const type = row.kind === 'line' || row.kind === 'spare' ? columnAt(row, col)?.type : undefined;
  if (type === 'date') return DATE_FORMAT;
  if (type === 'percent') return '0%';
  return type === 'text' ? '@' : 'General';
}

function ruleOf(row: Row, col: number): Rule | null {
  const column = row.kind === 'line' || row.kind === 'spare' ? columnAt(row, col) : undefined;
  if (!column?.list) return null;
  return SpreadsheetApp.newDataValidation()
    .requireValueInList([...column.list], true)
    .setAllowInvalid(true)
    .build();
}

function keyId(row: Row): string {
  return String(row.values[SETUP_COL.key - 1]).split(':')[1] ?? '';
}

/** The colours of a status; null where an opportunity has none. */
function alertOf(status: string): { back: string; text: string } | null {
  if (status === 'moving') return null;
  const byWord: Record<string, keyof typeof ALERTS> = {
    closing: 'good',
    stuck: 'watch',
    'going-cold': 'cold',
    won: 'good',
    lost: 'over',
  };
  return ALERTS[byWord[status] ?? 'over'];
}
