import { currencyOf } from '../core/shared/currencies';
import { writesMonthFirst } from '../core/shared/days';
import { decimalMark } from '../core/shared/money';
import { applyHelp, isNothing } from '../sheet/acts/edited-apply';
import { type EditedCells, planHelp, type TypingStyle } from '../sheet/acts/edited-cells';
import { readCells } from '../sheet/grid/cells';
import type { Columns } from '../sheet/grid/columns';
import { GRID_VERSION, HEAD_ROWS } from '../sheet/grid/grid';
import { COLUMNS, HEAD_CELL } from '../sheet/grid/hidden';
import type { RepTab } from '../sheet/grid/rep-tab';
import { headIn, type TabHead } from '../sheet/grid/tab-head';
import { dayInZone } from '../sheet/grid/zone';
import type { LeftRow } from '../sheet/month/keyed-rows';
import { type BlockPlace, parseBlock, readTabIndex, type TabIndex } from '../sheet/month/read';
import { leftRows } from '../sheet/month/read-open';
import { chainYear, isYearNew } from '../sheet/repair/chain-year';
import { SETUP_COL, SETUP_KEY } from '../sheet/setup/tables';
import { TITLE } from './menu';
import { openTracker } from './tracker';
import { TypingMemory } from './typing-memory';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type EditEvent = Pick<GoogleAppsScript.Events.SheetsOnEdit, 'range'> &
  Partial<Pick<GoogleAppsScript.Events.SheetsOnEdit, 'authMode' | 'source' | 'value' | 'oldValue'>>;

/** Another act goes first; what it writes is newer than what was seen. In ms. */
const LOCK_WAIT_MS = 1000;
/** Google ends a simple trigger after 30 s; the tabs that are not reached by then are named. In ms. */
const CHAIN_MS = 18_000;
/** A block pasted over more months than this is left to the next act. */
const MOST_MONTHS = 2;
const OVER_HEADING = 'Rows lie over a heading now. Open 1:1: Check and repair puts them in order.';

/**
 * Google runs this after a person's edit, with few rights and without asking: the sheet helps by itself. Whatever goes wrong
 * here disturbs nobody; the next act of the sidebar does the rest.
 */
export function onEdit(event: EditEvent): void {
  // Installed and not yet enabled in this file: nothing may be touched.
  if (!event?.range || String(event.authMode) === 'NONE') return;
  try {
    helpWithEdit(event);
  } catch (error) {
    console.warn(`helping with an edit: ${error}`);
  }
}

function helpWithEdit(event: EditEvent): void {
  const { range } = event;
  const sheet = range.getSheet();
  const head = range.getLastRow() > HEAD_ROWS ? helpingHead(sheet) : null;
  if (head === 'setup') chainYearAnew();
  if (!head || head === 'setup') return;
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) return;
  try {
    const index = readTabIndex(sheet, head);
    const { blocks } = index;
    const edited = editedIn(event, head.columns);
    const book = event.source ?? SpreadsheetApp.getActiveSpreadsheet();
    const style = styleOf(book, head.currency);
    const places = blocks.filter(({ row, rows }) => row <= edited.bottom && row + rows > edited.top);
    for (const place of places.slice(0, MOST_MONTHS)) helpMonth({ book, index, place, edited, style });
    SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
}

/** In Setup the year may have got another first month: quarters, year and what is left of it are chained anew, and it is said. */
function chainYearAnew(): void {
  const tracker = openTracker();
  if (!isYearNew(tracker)) return;
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) return;
  try {
    const until = Date.now() + CHAIN_MS;
    tracker.book.toast(
      chainYear(tracker, () => Date.now() > until),
      TITLE,
    );
    SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
}

/** The head of a tab that helps; null for any other tab, one of another version, and where Setup has switched it off. */
function helpingHead(sheet: Sheet): (TabHead & { currency: string }) | 'setup' | null {
  const lines = readCells(sheet.getRange(1, 1, HEAD_ROWS, sheet.getMaxColumns()));
  if (lines[0]?.[SETUP_COL.key - 1] === SETUP_KEY) return 'setup';
  const head = headIn(lines[0] ?? []);
  const said = (name: 'help' | 'currency') => {
    const { row, col } = HEAD_CELL[name];
    return String(lines[row - 1]?.[head.columns.of(col) - 1] ?? '').trim();
  };
  if (head.repId === '' || head.version !== GRID_VERSION || said('help').toLowerCase() === 'no') return null;
  return { ...head, currency: currencyOf(said('currency')) ?? '' };
}

function editedIn({ range, value, oldValue }: EditEvent, columns: Columns): EditedCells {
  const [first, last] = [range.getColumn(), range.getLastColumn()];
  const cols = Array.from({ length: COLUMNS }, (_, n) => n + 1).filter((col) => {
    const at = columns.of(col);
    return at >= first && at <= last;
  });
  const isTyped = value !== undefined || oldValue !== undefined;
  return {
    top: range.getRow(),
    bottom: range.getLastRow(),
    cols: new Set(cols),
    before: isTyped ? String(oldValue ?? '') : null,
  };
}

interface Month {
  book: Spreadsheet;
  index: TabIndex;
  place: BlockPlace;
  edited: EditedCells;
  style: TypingStyle;
}

function helpMonth({ book, index, place, edited, style }: Month): void {
  const { tab } = index;
  const lines = tab.values(place.row, place.rows);
  const { zone } = style.days;
  let left: LeftRow[] = [];
  const read = (formulas: string[][]) => parseBlock(lines, formulas, place, zone, tab.columns, left);
  const memory = new TypingMemory(tab.sheet.getSheetId());
  let block = read([]);
  if (block.damage) return;
  left = leftRows(index, place, block, zone);
  if (left.length > 0) block = read([]);
  let help = planHelp(block, lines, edited, style, {});
  if ([help.conversions, help.beside, help.statuses].some((list) => list.length > 0)) {
    block = read(formulasOf(tab, place, edited));
    help = planHelp(block, lines, edited, style, help.conversions.length > 0 ? memory.texts() : {});
  }
  if (!isNothing(help)) applyHelp(tab, block, lines, help);
  memory.keep(help);
  if (help.overHeadings > 0) book.toast(OVER_HEADING, TITLE);
}

/** The month's formulas, read of the edited rows only. */
function formulasOf(tab: RepTab, { row, rows }: BlockPlace, { top, bottom }: EditedCells): string[][] {
  const first = Math.max(top, row);
  const count = Math.min(bottom, row + rows - 1) - first + 1;
  return [...Array.from({ length: first - row }, () => []), ...tab.formulas(first, count)];
}

function styleOf(book: Spreadsheet, currency: string): TypingStyle {
  const language = book.getSpreadsheetLocale().replace('_', '-');
  const zone = book.getSpreadsheetTimeZone() || 'Etc/UTC';
  return {
    money: { decimal: decimalMark(language), language },
    days: { order: writesMonthFirst(language) ? 'mdy' : 'dmy', today: dayInZone(Date.now(), zone), zone },
    currency,
  };
}
