import { ProblemError, stop } from '../../core/problems';
import type { Rep } from '../../core/roster';
import type { Section } from '../../core/shared/agenda';
import type { CellBlock } from '../grid/cell-blocks';
import { type RawCell, readCells } from '../grid/cells';
import { columnNumber } from '../grid/columns';
import { COL, HEAD_ROWS, VISIBLE, WIDTHS } from '../grid/grid';
import { COLUMNS, HEAD_CELL } from '../grid/hidden';
import { RepTab } from '../grid/rep-tab';
import { readHead, repIdOf } from '../grid/tab-head';
import { lightenSecondLines } from '../grid/two-lines';
import { mergeClosing, paintRows } from '../month/apply';
import { goalFormula } from '../setup/goal-formula';
import type { Tracker } from '../setup/tracker';
import { paintHead } from '../tab/head';
import { setupFormulas } from '../tab/read-by-hint';
import { rankFormula } from '../team/figures';
import { checkTab, type TabCheck } from './check';
import { PLACE, type TabCells } from './check-columns';
import type { Merge, TabLooks } from './check-looks';
import type { Finding } from './notes';
import type { TabContext } from './plans';
import { applyActions, type RepairAction, type RepairTarget } from './repair-actions';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A repair may bring something to light that only then can be told; after so many rounds it ends. */
const ROUNDS = 4;

/** A tab that Check and repair can look at, and whose it is. */
export interface CheckedTab {
  sheet: Sheet;
  rep: Rep;
  cells: TabCells;
  check: TabCheck;
}

/**
 * Reads a whole tab and tells what is damaged; stops on tabs that are nobody's.
 * @param agenda the sections that the newest month is to have; those that it has where it is left out
 */
export function inspectTab(tracker: Tracker, sheet: Sheet, withLooks = true, agenda?: readonly Section[]): CheckedTab {
  const { rep, copyOf } = personOf(tracker, sheet);
  const context = { ...contextOf(tracker, rep, copyOf, sheet.getName()), agenda };
  const cells = readTab(sheet);
  return {
    sheet,
    rep,
    cells,
    check: checkTab(cells, context, copyOf === null && withLooks ? readLooks(sheet) : undefined),
  };
}

/**
 * Repairs a tab if it still is as it was when `digest` was made. Returns what was done, what is left, and whether it had
 * changed since (then nothing was written).
 */
export function repairTab(
  tracker: Tracker,
  tab: CheckedTab,
  digest: string,
  agenda?: readonly Section[],
): { done: Finding[]; left: Finding[]; changed: TabCheck | null } {
  if (tab.check.actions.length === 0) return { done: [], left: tab.check.findings, changed: null };
  if (tab.check.digest !== digest) return { done: [], left: [], changed: tab.check };
  const done = tab.check.findings.filter((finding) => finding.repair !== '');
  let { check } = tab;
  for (let round = 0; round < ROUNDS && check.actions.length > 0; round++) {
    applyActions(new SheetTarget(new RepTab(tab.sheet, check.columns), tracker), check.actions);
    if (check.actions.some(inHead)) paintHead(new RepTab(tab.sheet, readHead(tab.sheet).columns), tab.sheet.getName());
    // A copy that has become a plain tab is nobody's any more.
    if (isPlain(tracker, tab.sheet)) return { done, left: [], changed: null };
    check = inspectTab(tracker, tab.sheet, false, agenda).check;
    // Once the cells are right, the looks of what was moved or brought back.
    if (check.actions.length === 0) check = inspectTab(tracker, tab.sheet, true, agenda).check;
  }
  return { done, left: check.findings, changed: null };
}

/** Does a step take rows out of the tab's head, or move some into it? */
function inHead(action: RepairAction): boolean {
  if (action.act === 'deleteRows') return action.at <= HEAD_ROWS;
  if (action.act === 'sortRows') return action.places.slice(0, HEAD_ROWS).some((place, n) => place !== n + 1);
  return action.act === 'moveRows' && Math.min(action.from, action.before) <= HEAD_ROWS;
}

function isPlain(tracker: Tracker, sheet: Sheet): boolean {
  try {
    personOf(tracker, sheet);
    return false;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'notARepTab') return true;
    throw error;
  }
}

/** Whose tab it is: by Setup's sheet id, else by the hidden id in its first row. */
function personOf(tracker: Tracker, sheet: Sheet): { rep: Rep; copyOf: string | null } {
  const { roster } = tracker.setup();
  const id = sheet.getSheetId();
  const own = roster.find((rep) => rep.sheetId === id);
  if (own) return { rep: own, copyOf: null };
  const width = Math.max(1, sheet.getLastColumn());
  const first = readCells(sheet.getRange(1, 1, 1, width))[0] as RawCell[];
  const ids = first.map((cell) => repIdOf(String(cell ?? ''))).filter((found) => found !== '');
  const rep = roster.find((one) => ids.includes(one.id));
  if (!rep) stop('notARepTab', { tab: sheet.getName() });
  return { rep, copyOf: tracker.ownTab(rep, sheet)?.getName() ?? null };
}

function contextOf(tracker: Tracker, rep: Rep, copyOf: string | null, tab: string): TabContext {
  const setup = tracker.setup();
  const { agendas, kpis, goals, statuses, movingWeight, settings } = setup;
  const rights = Object.entries(setupFormulas(setup)).map(([name, formula]) => [
    HEAD_CELL[name as keyof typeof HEAD_CELL].col,
    formula,
  ]);
  const wanted = agendas[rep.agenda];
  const others: Section[] = Object.values(agendas).flatMap((agenda) => [...agenda]);
  return {
    rep: { id: rep.id, name: rep.name },
    tab,
    copyOf,
    rights: Object.fromEntries(rights),
    zone: tracker.zone,
    sections: [...wanted, ...others.filter((section) => !wanted.some((own) => own.id === section.id))],
    kpis,
    goals,
    statuses,
    movingWeight,
    yearBegins: settings.yearBegins,
    isYearNew: settings.yearBegins !== settings.chainedBy,
    rankOf: (kpi, row) => rankFormula(kpi, row, tracker.figures()),
    goalOf: (kpi, row) => goalFormula(kpi, row, setup),
  };
}

function readTab(sheet: Sheet): TabCells {
  const range = sheet.getRange(1, 1, Math.max(1, sheet.getLastRow()), sheet.getMaxColumns());
  return { values: readCells(range), formulas: range.getFormulas() };
}

/** How the cells of a tab look: colours, formats and lists by a call each, the rest when it is asked for. */
function readLooks(sheet: Sheet): TabLooks {
  const range = sheet.getRange(1, 1, Math.max(1, sheet.getLastRow()), sheet.getMaxColumns());
  return {
    backgrounds: range.getBackgrounds(),
    formats: range.getNumberFormats(),
    lists: range.getDataValidations().map((line) => line.map((rule) => (rule ? kindOfRule(rule) : ''))),
    mergesIn: (row, rows) =>
      sheet
        .getRange(row, 1, rows, sheet.getMaxColumns())
        .getMergedRanges()
        .map((merged) => mergeAt(merged.getA1Notation())),
    heightOf: (row) => sheet.getRowHeight(row),
  };
}

/** "B6:H6" as numbers. */
function mergeAt(address: string): Merge {
  const [, left = 'A', top = '1', right = left, bottom = top] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(address) ?? [];
  const col = columnNumber(left);
  return { row: Number(top), col, rows: Number(bottom) - Number(top) + 1, cols: columnNumber(right) - col + 1 };
}

function kindOfRule(rule: GoogleAppsScript.Spreadsheet.DataValidation): string {
  return rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST ? 'list' : 'another';
}

type Step<A extends RepairAction['act']> = Extract<RepairAction, { act: A }>;

/** Carries the steps of a repair out on a sheet. */
export class SheetTarget implements RepairTarget {
  private readonly sheet: Sheet;

  /** @param tab with its columns as they stand once those that are missing have been inserted */
  constructor(
    private readonly tab: RepTab,
    private readonly tracker: Tracker,
  ) {
    this.sheet = tab.sheet;
  }

  unmerge(): void {
    this.sheet.getRange(1, 1, this.sheet.getMaxRows(), this.sheet.getMaxColumns()).breakApart();
  }

  insertColumn({ at }: Step<'insertColumn'>): void {
    if (at > this.sheet.getMaxColumns()) this.sheet.insertColumnsAfter(this.sheet.getMaxColumns(), 1);
    else this.sheet.insertColumnsBefore(at, 1);
  }

  columnLook({ col }: Step<'columnLook'>): void {
    const at = this.tab.columns.of(col);
    const width = WIDTHS[col - 1];
    if (width === undefined) this.sheet.hideColumns(at);
    else {
      this.sheet.setColumnWidth(at, width);
      this.sheet.showColumns(at);
    }
  }

  columnMap(): void {
    const { row, col } = HEAD_CELL.columns;
    // Written in letters of the sheet: it is what tells them.
    this.sheet.getRange(row, this.tab.columns.of(col)).setFormula(this.tab.columns.formula(col));
  }

  insertRows({ at, count }: Step<'insertRows'>): void {
    const rows = this.sheet.getMaxRows();
    if (at > rows) this.sheet.insertRowsAfter(rows, at - 1 - rows + count);
    else this.sheet.insertRowsBefore(at, count);
  }

  moveRows({ from, count, before }: Step<'moveRows'>): void {
    this.sheet.moveRows(this.sheet.getRange(from, 1, count, 1), before);
  }

  /** By a column that is there for this only, and known by its first cell should the run be cut off. */
  sortRows({ places }: Step<'sortRows'>): void {
    const { sheet } = this;
    this.unmerge();
    const at = sheet.getMaxColumns() + 1;
    sheet.insertColumnAfter(at - 1);
    sheet.getRange(1, at, places.length, 1).setValues(places.map((place) => [place + PLACE]));
    sheet.getRange(1, 1, places.length, at).sort(at);
    sheet.deleteColumn(at);
  }

  deleteColumn({ at }: Step<'deleteColumn'>): void {
    this.sheet.deleteColumn(at);
  }

  deleteRows({ at, count }: Step<'deleteRows'>): void {
    this.sheet.deleteRows(at, count);
  }

  put({ at, rows }: Step<'put'>): void {
    // Before they are filled: as long as they are empty, the next run takes up one that was cut off.
    if (at <= HEAD_ROWS) paintHead(this.tab, this.sheet.getName());
    const values = rows.map((row) => row.map((value) => this.here(value)));
    this.tab.range(at, 1, rows.length, COLUMNS).setValues(values);
  }

  write({ row, col, values, plain }: CellBlock & { plain: boolean }): void {
    const range = this.tab.range(row, col, values.length, values[0]?.length ?? 1);
    // A person's text stays text, whatever it begins with.
    if (plain) range.each((cells) => cells.setNumberFormat('@')).setValues(values);
    else range.setValues(values.map((line) => line.map((value) => this.here(value))));
  }

  dress({ at, rows }: Step<'dress'>): void {
    paintRows(this.tab, at, { rows: [...rows] }, this.tracker.setup().statuses);
    const deals = rows.flatMap((row, n) =>
      row.sectionKind === 'existing' && row.kind === 'item'
        ? [{ row: at + n, text: String(row.values[COL.who - 1]) }]
        : [],
    );
    lightenSecondLines(this.tab, deals);
  }

  merge({ rows, closing }: Step<'merge'>): void {
    for (const row of rows)
      this.tab
        .range(row, COL.when, 1, VISIBLE - COL.when + 1)
        .wide()
        .mergeAcross();
    for (const row of closing) mergeClosing(this.tab, row);
  }

  private here(value: RawCell): RawCell {
    return typeof value === 'string' && value.startsWith('=') ? this.tab.columns.here(value) : value;
  }
}
