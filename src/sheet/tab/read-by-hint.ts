import type { MonthKey } from '../../core/shared/month';
import { type RawCell, readCells } from '../grid/cells';
import { columnLetter, FIRST_BLOCK_ROW, GRID_VERSION, KEY } from '../grid/grid';
import { HEAD_CELL, HIDDEN } from '../grid/hidden';
import { RepTab } from '../grid/rep-tab';
import { sheetColumn } from '../grid/tab-formulas';
import { headIn, repIdOf } from '../grid/tab-head';
import type { Block } from '../month/block';
import { type BlockPlace, parseBlock } from '../month/read';
import { sheetRange } from '../setup/roster-formulas';
import { SETTING, SETUP_COL, setupCol } from '../setup/tables';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where a month was seen last: its band's row and how many rows it had. */
export interface SeenAt {
  row: number;
  rows: number;
}

/** What the head's hidden cells say of the tab's person, by formulas that look into Setup; '' and null where they do not. */
export interface HeadRights {
  repId: string;
  /** Sheet id of the person's own tab, as Setup has it. */
  ownSheetId: number | null;
  email: string;
  managers: string[];
}

/** The newest month of a tab with the head above it. */
export interface TabWindow {
  tab: RepTab;
  rights: HeadRights;
  place: BlockPlace;
  block: Block;
  values: RawCell[][];
  formulas: string[][];
}

/** A month that begins further down has others above it: then the head is not read along with it. */
const NEAR_TOP = FIRST_BLOCK_ROW + 20;

/**
 * Reads head and newest month by two calls (values, formulas), given where the month was seen last. Null where it does not
 * stand there any more, or is not the newest, or the tab is of another version: then the key column has to be read.
 */
export function readWindow(sheet: Sheet, month: MonthKey, seen: SeenAt, zone: string): TabWindow | null {
  const last = seen.row + seen.rows - 1;
  const maxRows = sheet.getMaxRows();
  if (seen.row < FIRST_BLOCK_ROW || seen.row > NEAR_TOP || last > maxRows) return null;
  // One row more: it shows whether the month still ends where it did.
  const range = sheet.getRange(1, 1, Math.min(last + 1, maxRows), sheet.getMaxColumns());
  const all = readCells(range);
  const { columns, isTold, version } = headIn(all[0] as RawCell[]);
  if (!isTold || version !== GRID_VERSION) return null;
  const lines = all.map((line) => columns.pick(line));
  if (!stillThere(lines, month, seen)) return null;
  const tab = new RepTab(sheet, columns);
  const formulas = tab.formulas(seen.row, seen.rows);
  const place = { month, ...seen, kpiRows: {} };
  const values = lines.slice(seen.row - 1, last);
  const block = parseBlock(values, formulas, place, zone, columns);
  return { tab, rights: rightsIn(lines), place, block, values, formulas };
}

/** Is the only band above or among these rows that of the month, and does it end with them? */
function stillThere(lines: readonly RawCell[][], month: MonthKey, { row, rows }: SeenAt): boolean {
  const bands = lines.flatMap((line, index) => (line[HIDDEN.key - 1] === KEY.band ? [index + 1] : []));
  if (bands[0] !== row || lines[row - 1]?.[HIDDEN.month - 1] !== month) return false;
  const below = lines[row + rows - 1];
  if (bands.length > 1) return bands.length === 2 && bands[1] === row + rows;
  return !below || below.every((cell) => cell === '' || cell === null || cell === undefined);
}

function rightsIn(head: readonly RawCell[][]): HeadRights {
  const cell = (name: keyof typeof HEAD_CELL) => head[HEAD_CELL[name].row - 1]?.[HEAD_CELL[name].col - 1];
  const own = cell('sheetId');
  const text = (name: 'email' | 'managers') => {
    const said = cell(name);
    return typeof said === 'string' && !said.startsWith('#') ? said.trim().toLowerCase() : '';
  };
  return {
    repId: repIdOf(String(cell('tab') ?? '')),
    ownSheetId: typeof own === 'number' ? own : null,
    email: text('email'),
    managers: text('managers')
      .split(',')
      .map((email) => email.trim())
      .filter((email) => email !== ''),
  };
}

/** Where Setup's managers are: its tab's name, and the rows of the table. */
export interface SetupPlace {
  tab: string;
  places: { managers?: { header: number; end: number } };
}

/**
 * Formulas for the head's hidden cells that look into Setup: own sheet id, e-mail, managers' e-mails, settings.
 */
export function setupFormulas(
  setup: SetupPlace,
): Record<'sheetId' | 'email' | 'managers' | 'help' | 'currency', string> {
  const id = `MID($${columnLetter(HEAD_CELL.tab.col)}$${HEAD_CELL.tab.row};${KEY.head.length + 2};99)`;
  const row = `MATCH("rep:"&${id};${sheetColumn(setup.tab, SETUP_COL.key)};0)`;
  const look = (col: number) => `=IFERROR(INDEX(${sheetColumn(setup.tab, col)};${row});"")`;
  const setting = (key: string) =>
    `=IFERROR(INDEX(${sheetColumn(setup.tab, setupCol(1))};MATCH("settings:${key}";${sheetColumn(setup.tab, SETUP_COL.key)};0))&"";"")`;
  const emailCol = setupCol(1);
  const { managers } = setup.places;
  const from = managers ? managers.header + 1 : 0;
  const to = managers ? managers.end - 1 : 0;
  const letter = columnLetter(emailCol);
  const emails = sheetRange(setup.tab, `$${letter}$${from}`, `$${letter}$${to}`);
  return {
    sheetId: look(SETUP_COL.sheetId),
    email: look(emailCol),
    help: setting(SETTING.help),
    currency: setting(SETTING.currency),
    managers: from > to ? '' : `=IFERROR(TEXTJOIN(",";TRUE;${emails});"")`,
  };
}
