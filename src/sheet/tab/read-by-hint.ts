import type { MonthKey } from '../../core/shared/month';
import { type RawCell, readCells } from '../grid/cells';
import { COL, COLUMNS, columnLetter, FIRST_BLOCK_ROW, GRID_VERSION, HEAD_ROWS, KEY } from '../grid/grid';
import { tabColumn } from '../grid/tab-formulas';
import { type Block, type BlockPlace, parseBlock, repIdOf } from '../month/read';
import { sheetRange } from '../setup/roster-formulas';
import { SETUP_COL, setupCol } from '../setup/tables';

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
  if (seen.row < FIRST_BLOCK_ROW || seen.row > NEAR_TOP || last > maxRows || sheet.getMaxColumns() < COLUMNS)
    return null;
  // One row more: it shows whether the month still ends where it did.
  const lines = readCells(sheet.getRange(1, 1, Math.min(last + 1, maxRows), COLUMNS));
  const head = lines.slice(0, HEAD_ROWS);
  if (head[0]?.[COL.month - 1] !== GRID_VERSION || !stillThere(lines, month, seen)) return null;
  const formulas = sheet.getRange(seen.row, 1, seen.rows, COLUMNS).getFormulas();
  const place = { month, ...seen, kpiRows: {} };
  const values = lines.slice(seen.row - 1, last);
  return { rights: rightsIn(head), place, block: parseBlock(values, formulas, place, zone), values, formulas };
}

/** Is the only band above or among these rows that of the month, and does it end with them? */
function stillThere(lines: readonly RawCell[][], month: MonthKey, { row, rows }: SeenAt): boolean {
  const bands = lines.flatMap((line, index) => (line[COL.key - 1] === KEY.band ? [index + 1] : []));
  if (bands[0] !== row || lines[row - 1]?.[COL.month - 1] !== month) return false;
  const below = lines[row + rows - 1];
  if (bands.length > 1) return bands.length === 2 && bands[1] === row + rows;
  return !below || below.every((cell) => cell === '' || cell === null || cell === undefined);
}

function rightsIn(head: readonly RawCell[][]): HeadRights {
  const [first, , figures] = head;
  const own = figures?.[COL.e - 1];
  const text = (col: number) => {
    const cell = figures?.[col - 1];
    return typeof cell === 'string' && !cell.startsWith('#') ? cell.trim().toLowerCase() : '';
  };
  return {
    repId: repIdOf(String(first?.[COL.key - 1] ?? '')),
    ownSheetId: typeof own === 'number' ? own : null,
    email: text(COL.f),
    managers: text(COL.g)
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

/** Formulas for the hidden cells E to G of the head's figures: own sheet id, e-mail, managers' e-mails. */
export function rightsFormulas(setup: SetupPlace): [RawCell, RawCell, RawCell] {
  const id = `MID($${columnLetter(COL.key)}$1;${KEY.head.length + 2};99)`;
  const row = `MATCH("rep:"&${id};${tabColumn(setup.tab, SETUP_COL.key)};0)`;
  const look = (col: number) => `=IFERROR(INDEX(${tabColumn(setup.tab, col)};${row});"")`;
  const emailCol = setupCol(1);
  const { managers } = setup.places;
  const from = managers ? managers.header + 1 : 0;
  const to = managers ? managers.end - 1 : 0;
  const letter = columnLetter(emailCol);
  const emails = sheetRange(setup.tab, `$${letter}$${from}`, `$${letter}$${to}`);
  return [look(SETUP_COL.sheetId), look(emailCol), from > to ? '' : `=IFERROR(TEXTJOIN(",";TRUE;${emails});"")`];
}
