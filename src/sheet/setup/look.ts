import { runsOfTrue } from '../../core/shared/runs';
import { sectionColors } from '../../core/shared/section-colors';
import type { RawCell } from '../grid/cells';
import { ALERTS, HAIRLINE, HEAD, INK, MUTED, PAPER, SLATE } from '../grid/palette';
import { DATE_FORMAT } from '../month/look';
import { SETUP_COL, SETUP_COLUMNS, type SetupColumn, type SetupTable } from './tables';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** A row of the Setup tab as it is written; `values` by sheet column. */
export interface SetupRow {
  kind: 'title' | 'gap' | 'band' | 'header' | 'line' | 'spare';
  table: SetupTable | null;
  values: RawCell[];
}

const HEIGHTS: Record<SetupRow['kind'], number> = { title: 40, gap: 12, band: 28, header: 24, line: 28, spare: 28 };

/** Gives rows of Setup their look, from `firstRow` of the sheet on; their values are written apart. */
export function paintRows(sheet: Sheet, rows: readonly SetupRow[], firstRow: number): void {
  const range = sheet.getRange(firstRow, 1, rows.length, SETUP_COLUMNS);
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
  const lines = runsOfTrue(rows.map((row) => row.kind === 'line' || row.kind === 'spare'));
  sheet
    .getRangeList(lines.map(([first, length]) => `A${firstRow + first}:I${firstRow + first + length - 1}`))
    .setBorder(null, null, true, null, null, true, HAIRLINE, SpreadsheetApp.BorderStyle.SOLID);
  for (const height of new Set(Object.values(HEIGHTS)))
    for (const [first, length] of runsOfTrue(rows.map((row) => HEIGHTS[row.kind] === height)))
      sheet.setRowHeights(firstRow + first, length, height);
}

function columnsOf<T>(make: (col: number) => T): T[] {
  return Array.from({ length: SETUP_COLUMNS }, (_, index) => make(index + 1));
}

function columnAt(row: SetupRow, col: number): SetupColumn | undefined {
  const index = col === SETUP_COL.first ? 0 : col - SETUP_COL.second + 1;
  return col === SETUP_COL.key || col === SETUP_COL.sheetId ? undefined : row.table?.columns[index];
}

function backOf(row: SetupRow, col: number): string {
  if (row.kind === 'title') return HEAD;
  if (row.kind === 'gap') return PAPER;
  if (row.kind === 'band') return col === 1 ? SLATE.solid : SLATE.tint;
  if (row.kind === 'header') return SLATE.header;
  if (row.table?.id === 'agenda' && col === 1 && row.kind === 'line') return sectionColors(keyId(row), 0).solid;
  if (row.table?.id === 'statuses' && col === 1 && row.kind === 'line') return alertOf(keyId(row))?.back ?? PAPER;
  return columnAt(row, col) ? PAPER : HEAD;
}

function inkOf(row: SetupRow, col: number): string {
  if (row.kind === 'title') return col === 1 ? INK : MUTED;
  if (row.kind === 'band') return col === 1 ? PAPER : INK;
  if (row.kind === 'header') return SLATE.solid;
  if (row.table?.id === 'agenda' && col === 1 && row.kind === 'line') return PAPER;
  if (row.table?.id === 'statuses' && col === 1 && row.kind === 'line') return alertOf(keyId(row))?.text ?? INK;
  return INK;
}

function boldOf(row: SetupRow, col: number): boolean {
  return col === 1 || row.kind === 'header';
}

function sizeOf(row: SetupRow, col: number): number {
  if (row.kind === 'title') return col === 1 ? 18 : 9;
  if (row.kind === 'band') return col === 1 ? 11 : 10;
  return row.kind === 'header' ? 9 : 10;
}

function formatOf(row: SetupRow, col: number): string {
  const type = row.kind === 'line' || row.kind === 'spare' ? columnAt(row, col)?.type : undefined;
  if (type === 'date') return DATE_FORMAT;
  if (type === 'percent') return '0%';
  return type === 'text' ? '@' : 'General';
}

function ruleOf(row: SetupRow, col: number): Rule | null {
  const column = row.kind === 'line' || row.kind === 'spare' ? columnAt(row, col) : undefined;
  if (!column?.list) return null;
  return SpreadsheetApp.newDataValidation()
    .requireValueInList([...column.list], true)
    .setAllowInvalid(true)
    .build();
}

function keyId(row: SetupRow): string {
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
