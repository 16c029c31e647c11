import type { Kpi } from '../../core/kpi';
import type { MonthKey } from '../../core/shared/month';
import { aheadSign } from '../../core/shared/standing';
import { type RawCell, readCells, toCell } from '../grid/cells';
import { Columns } from '../grid/columns';
import { COL, columnLetter, KEY } from '../grid/grid';
import { HEAD_CELL, HEAD_FIGURES_ROW, HIDDEN } from '../grid/hidden';
import {
  bandRow,
  headCell,
  keyRow,
  lastRow,
  nextBand,
  numberAt,
  sheetCell,
  type TabRef,
  textAt,
  valueAt,
} from '../grid/tab-formulas';
import { monthOf, NO_END, rosterCell, rosterRow, sheetRange } from '../setup/roster-formulas';
import { COLUMN_TITLES, FIGURES_COL, FIGURES_KEY, knownColumns } from './figures-columns';
import { lateOthers, lateSteps } from './late';
import type { TeamMember } from './members';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * The hidden sheet of everybody's actuals in their three newest months, from which the blocks take the rank in the team:
 * who starts next month first has one month more than the others, whose ranks of the month before must not go for that.
 * Formulas only, written by managers' runs. A rep has three rows: the newest month, the one before, the one before that.
 * The last row and the last column close the table: rows and columns inserted before them extend every formula that reads it.
 */
export const FIGURES_TAB = 'Figures';

const BEFORE = 'before';
const EARLIER = 'earlier';

/** Where the sheet is and how large: what formulas elsewhere need to know. */
export interface FiguresPlace {
  tab: string;
  rows: number;
  /** The column of each KPI, by its id. It stays that KPI's for good: formulas in older blocks point at it. */
  kpiColumns: Record<string, number>;
  /** The last column; its header holds the oldest month of which everybody's figures are here. */
  lastColumn: number;
}

/**
 * All cells of the sheet, with the KPIs in the order of their columns. Pure.
 * @param closing the statuses that close a deal: its next step is not late any more
 */
export function planFigures(
  tab: string,
  setupTab: string,
  members: readonly TeamMember[],
  kpiIds: readonly string[],
  closing: readonly string[] = [],
): RawCell[][] {
  const whichCol = FIGURES_COL.firstKpi + kpiIds.length;
  const height = members.length * 3 + 2;
  const below = (col: number) => sheetRange(tab, `$${columnLetter(col)}$2`, `$${columnLetter(col)}$${height}`);
  const header: RawCell[] = [...COLUMN_TITLES, ...kpiIds.map((id) => `'${id}`)];
  // The oldest month that no tab has moved on from: of it and later ones everybody's figures are here.
  const [months, which] = [below(FIGURES_COL.month), below(whichCol)];
  const any = `SUMPRODUCT((${which}="${EARLIER}")*ISNUMBER(${months}))`;
  header.push(`=IF(${any}=0;0;MAXIFS(${months};${which};"${EARLIER}"))`);
  const lines = [header];
  for (const member of members)
    for (const which of ['newest', BEFORE, EARLIER] as const) {
      const row = lines.length + 1;
      const at = (col: number) => `$${columnLetter(col)}${row}`;
      const [month, band, last, until] = [
        at(FIGURES_COL.month),
        at(FIGURES_COL.band),
        at(FIGURES_COL.last),
        at(FIGURES_COL.until),
      ];
      const { tab: own } = member;
      const look = (make: (tab: TabRef) => string) => (own === null ? '' : `=${make(own)}`);
      const end = rosterCell(setupTab, 'end', rosterRow(setupTab, member.id));
      lines.push([
        member.id,
        toCell(member.name, 'computed'),
        look((t) => monthCell(t, which, band, until)),
        // The head does not say the third month: its block stands below the one before.
        look((t) =>
          which === EARLIER ? blockBelow(t, `$${columnLetter(FIGURES_COL.band)}${row - 1}`) : bandRow(t, month),
        ),
        look((t) => lastRow(t, band)),
        `=IF(ISNUMBER(${rosterRow(setupTab, member.id)});${monthOf(end, NO_END)};0)`,
        ...meetingCells(own, row, which, closing),
        ...kpiIds.map((id) =>
          look((t) => `IFERROR(${numberAt(t, COL.amount, keyRow(t, KEY.item('kpis', id), band, last))};"")`),
        ),
        which,
      ]);
    }
  lines.push(header.map(() => ''));
  return lines;
}

type Which = 'newest' | typeof BEFORE | typeof EARLIER;

/** A line's month; blank after the last month on the team. */
function monthCell(tab: TabRef, which: Which, band: string, until: string): string {
  if (which === EARLIER) {
    const month = valueAt(tab, HIDDEN.month, band);
    return `IF(${band}="";"";IFERROR(IF(${month}<=${until};${month};"");""))`;
  }
  const source = headCell(tab, which === BEFORE ? 'previous' : 'newest');
  return `IF(ISNUMBER(${source});IF(${source}<=${until};${source};"");"")`;
}

/** The band of the month below another one; blank below the oldest. */
function blockBelow(tab: TabRef, band: string): string {
  return `IF(${band}="";"";IFERROR(${nextBand(tab, band)};""))`;
}

/** How the 1:1 of a line's month stands, in the order of the columns from `state` on. */
function meetingCells(tab: TabRef | null, row: number, which: Which, closing: readonly string[]): RawCell[] {
  const columns = FIGURES_COL.firstKpi - FIGURES_COL.state;
  if (tab === null || which === EARLIER) return Array.from({ length: columns }, () => '');
  const at = (col: number) => `$${columnLetter(col)}${row}`;
  const [band, last, pipeline] = [at(FIGURES_COL.band), at(FIGURES_COL.last), at(FIGURES_COL.pipelineRow)];
  const inHead = (col: number) => {
    const cell = sheetCell(tab.name, HEAD_FIGURES_ROW, tab.columns.of(col) || col);
    return `=IF(${cell}="";"";${cell})`;
  };
  const day = valueAt(tab, COL.when, band);
  const held = [`=${textAt(tab, HIDDEN.state, band)}`, `=IF(${band}="";"";IF(ISNUMBER(${day});${day};""))`];
  if (which === BEFORE) return [...held, ...Array.from({ length: columns - held.length }, () => '')];
  return [
    ...held,
    `=${textAt(tab, COL.next, band)}`,
    `=${textAt(tab, COL.when, keyRow(tab, KEY.text('ready'), band, last))}`,
    inHead(COL.who),
    inHead(COL.when),
    `=IF(${band}="";"";${keyRow(tab, KEY.pipeline, band, last)})`,
    `=${numberAt(tab, HIDDEN.stuckDeals, pipeline)}`,
    `=${numberAt(tab, HIDDEN.lateCommitments, pipeline)}`,
    `=${lateOthers(tab, band, last, at(FIGURES_COL.name))}`,
    `=${lateSteps(tab, band, last, closing)}`,
    `=${headCell(tab, 'columns')}`,
  ];
}

/**
 * The rank of a KPI in a rep's block, as formula text without "=": "2 of 8", ties share a rank. Blank while the actual is
 * no number, when the rep's month is no longer here, and when it is not here from everybody. '' where the sheet
 * or the KPI's column is missing.
 * @param row sheet row of the KPI's row in the block
 */
export function rankFormula(kpi: Pick<Kpi, 'id' | 'better'>, row: number, figures: FiguresPlace | null): string {
  const kpiColumn = figures?.kpiColumns[kpi.id];
  if (!figures || kpiColumn === undefined) return '';
  const column = (col: number) =>
    sheetRange(figures.tab, `$${columnLetter(col)}$1`, `$${columnLetter(col)}$${figures.rows}`);
  const [reps, months, actuals] = [column(FIGURES_COL.rep), column(FIGURES_COL.month), column(kpiColumn)];
  const [key, month, actual] = [
    `$${columnLetter(HEAD_CELL.tab.col)}$${HEAD_CELL.tab.row}`,
    `$${columnLetter(HIDDEN.month)}${row}`,
    `$${columnLetter(COL.amount)}${row}`,
  ];
  const own = `COUNTIFS(${reps};MID(${key};${KEY.head.length + 2};99);${months};${month})`;
  const complete = `${month}>=${sheetCell(figures.tab, 1, figures.lastColumn)}`;
  // A text is larger than any number, so only numbers are compared.
  const numbers = `(${months}=${month})*ISNUMBER(${actuals})`;
  const ahead = `SUMPRODUCT(${numbers}*(${actuals}${aheadSign(kpi.better)}${actual}))`;
  return `IF(ISNUMBER(${actual});IFERROR(IF(AND(${own}>0;${complete});(1+${ahead})&" of "&SUMPRODUCT(${numbers});"");"");"")`;
}

/** Where the sheet is looked for: by its name, else among the tabs that are nobody's own. */
interface Places {
  readonly book: GoogleAppsScript.Spreadsheet.Spreadsheet;
  otherSheets(): Sheet[];
}

/** Finds the sheet, also when it was renamed; null when there is none. */
export function findFigures(places: Places): Sheet | null {
  const named = places.book.getSheetByName(FIGURES_TAB);
  return named && isFigures(named) ? named : (places.otherSheets().find(isFigures) ?? null);
}

function isFigures(sheet: Sheet): boolean {
  const [first, , month] = readCells(sheet.getRange(1, 1, 1, FIGURES_COL.month))[0] as RawCell[];
  return first === FIGURES_KEY && month === 'month';
}

/** The month before each person's newest one, by their id, by one call; of nobody where there is no such sheet. */
export function leavingMonths(places: Places): Map<string, MonthKey> {
  const sheet = findFigures(places);
  const lines = sheet ? readCells(sheet.getRange(1, 1, sheet.getMaxRows(), FIGURES_COL.month)) : [];
  // A rep's second row is the month before, the third row the one before that.
  const before = lines.filter(([rep], n) => rep !== '' && rep === lines[n - 1]?.[0] && rep !== lines[n - 2]?.[0]);
  return new Map(before.map((line) => [String(line[0]), Number(line[FIGURES_COL.month - 1])]));
}

/** Where the figures are, for formulas in the blocks; null when there is no such sheet. */
export function figuresPlace(places: Places): FiguresPlace | null {
  const named = places.book.getSheetByName(FIGURES_TAB);
  const header = named && headerOf(named);
  const sheet = header ? named : (places.otherSheets().find(isFigures) ?? null);
  const line = sheet && (header ?? headerOf(sheet) ?? []);
  if (!sheet || !line) return null;
  const ids = idsIn(line);
  const first = knownColumns(line) + 1;
  return {
    tab: sheet.getName(),
    rows: sheet.getMaxRows(),
    kpiColumns: Object.fromEntries(ids.map((id, index) => [id, first + index])),
    lastColumn: first + ids.length,
  };
}

/**
 * Where the columns of people's tabs stand, by the tab's name: two calls for the whole team instead of one for each tab.
 * A tab whose line says nothing sound is left out.
 */
export function columnsInFigures(sheet: Sheet): Map<string, Columns> {
  const range = sheet.getRange(1, FIGURES_COL.columns, sheet.getMaxRows(), 1);
  const formulas = range.getFormulas();
  const known = new Map<string, Columns>();
  readCells(range).forEach(([cell], n) => {
    const [, quoted, plain] = /^=(?:'((?:[^']|'')*)'|([^'!]+))![$A-Z0-9]+$/.exec(formulas[n]?.[0] ?? '') ?? [];
    const columns = Columns.read(cell);
    if (columns) known.set(plain ?? quoted?.replace(/''/g, "'") ?? '', columns);
  });
  return known;
}

/** Ids of the KPIs that have a column, in the order of the columns; none on a sheet that is new. */
export function kpiIdsOf(sheet: Sheet): string[] {
  return idsIn(headerOf(sheet) ?? []);
}

/** The sheet's first row by one call; null when it is another sheet. */
function headerOf(sheet: Sheet): RawCell[] | null {
  const header = readCells(sheet.getRange(1, 1, 1, sheet.getMaxColumns()))[0] as RawCell[];
  return header[0] === FIGURES_KEY && header[2] === 'month' ? header : null;
}

function idsIn(header: readonly RawCell[]): string[] {
  return header.slice(knownColumns(header), -1).map(String);
}

/** Columns that an earlier version did not have come before the KPIs: formulas that point at those follow them. */
function addColumns(sheet: Sheet): void {
  const has = knownColumns(headerOf(sheet) ?? []);
  const missing = COLUMN_TITLES.length - has;
  if (has > 0 && missing > 0) sheet.insertColumnsBefore(has + 1, missing);
}

/** Writes a plan. Rows and columns come and go before the last ones, so that formulas elsewhere keep up. */
export function applyFigures(sheet: Sheet, lines: RawCell[][]): void {
  const [rows, columns] = [lines.length, lines[0]?.length ?? 0];
  const known = isFigures(sheet);
  if (known) addColumns(sheet);
  const [hadRows, hadColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > hadRows) sheet.insertRowsBefore(hadRows, rows - hadRows);
  if (rows < hadRows) sheet.deleteRows(known ? 2 : rows + 1, hadRows - rows);
  if (columns > hadColumns) sheet.insertColumnsBefore(hadColumns, columns - hadColumns);
  if (columns < hadColumns) sheet.deleteColumns(known ? FIGURES_COL.firstKpi : columns + 1, hadColumns - columns);
  sheet.setFrozenRows(1);
  sheet.getRange(1, 1, rows, columns).setValues(lines);
}
