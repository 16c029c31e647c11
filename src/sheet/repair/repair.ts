import { ProblemError, stop } from '../../core/problems';
import type { Rep } from '../../core/roster';
import type { Section } from '../../core/shared/agenda';
import { type RawCell, readCells } from '../grid/cells';
import { COL, FIRST_BLOCK_ROW, HEAD_ROWS, VISIBLE, WIDTHS } from '../grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN } from '../grid/hidden';
import { RepTab } from '../grid/rep-tab';
import { readHead, repIdOf } from '../grid/tab-head';
import { mergeClosing, paintFolded, paintRows } from '../month/apply';
import type { PlannedRow } from '../month/plan';
import { valuesHere } from '../month/planned-block';
import type { Tracker } from '../setup/tracker';
import { paintHead } from '../tab/head';
import { rankFormula } from '../team/figures';
import { checkTab, type Finding, type TabCheck, type TabContext } from './check';
import type { TabCells } from './check-columns';
import { applyActions, type CellWrite, type RepairAction, type RepairTarget } from './repair-actions';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A repair may bring something to light that only then can be told; after so many rounds it ends. */
const ROUNDS = 4;

/** A tab that Check and repair can look at, and whose it is. */
export interface CheckedTab {
  sheet: Sheet;
  rep: Rep;
  check: TabCheck;
}

/** Reads a whole tab and tells what is damaged; stops on tabs that are nobody's. */
export function inspectTab(tracker: Tracker, sheet: Sheet): CheckedTab {
  const { rep, copyOf } = personOf(tracker, sheet);
  const cells = readTab(sheet);
  return { sheet, rep, check: checkTab(cells, contextOf(tracker, rep, copyOf)) };
}

/**
 * Repairs a tab if it still is as it was when `digest` was made. Returns what was done, what is left, and whether it had
 * changed since (then nothing was written).
 */
export function repairTab(
  tracker: Tracker,
  tab: CheckedTab,
  digest: string,
): { done: Finding[]; left: Finding[]; changed: TabCheck | null } {
  if (tab.check.actions.length === 0) return { done: [], left: tab.check.findings, changed: null };
  if (tab.check.digest !== digest) return { done: [], left: [], changed: tab.check };
  const done = tab.check.findings.filter((finding) => finding.repair !== '');
  let { check } = tab;
  for (let round = 0; round < ROUNDS && check.actions.length > 0; round++) {
    applyActions(new SheetTarget(new RepTab(tab.sheet, check.columns), tracker), check.actions);
    if (check.actions.some(inHead)) paintHead(new RepTab(tab.sheet, readHead(tab.sheet).columns));
    // A copy that has become a plain tab is nobody's any more.
    if (isPlain(tracker, tab.sheet)) return { done, left: [], changed: null };
    check = inspectTab(tracker, tab.sheet).check;
  }
  return { done, left: check.findings, changed: null };
}

/** Does a step bring rows into the tab's head, or take some out? */
function inHead(action: RepairAction): boolean {
  if (action.act === 'insertRow' || action.act === 'deleteRow') return action.at <= HEAD_ROWS;
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

function contextOf(tracker: Tracker, rep: Rep, copyOf: string | null): TabContext {
  const { agendas, kpis, goals, statuses, movingWeight } = tracker.setup();
  const wanted = agendas[rep.agenda];
  const others: Section[] = Object.values(agendas).flatMap((agenda) => [...agenda]);
  return {
    rep: { id: rep.id, name: rep.name },
    copyOf,
    zone: tracker.zone,
    sections: [...wanted, ...others.filter((section) => !wanted.some((own) => own.id === section.id))],
    kpis,
    goals,
    statuses,
    movingWeight,
    rankOf: (kpi, row) => rankFormula(kpi, row, tracker.figures()),
  };
}

function readTab(sheet: Sheet): TabCells {
  const range = sheet.getRange(1, 1, Math.max(1, sheet.getLastRow()), sheet.getMaxColumns());
  return { values: readCells(range), formulas: range.getFormulas() };
}

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

  insertColumn(at: number): void {
    if (at > this.sheet.getMaxColumns()) this.sheet.insertColumnsAfter(this.sheet.getMaxColumns(), 1);
    else this.sheet.insertColumnsBefore(at, 1);
  }

  columnLook(col: number): void {
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

  insertRow(at: number, row: PlannedRow | null): void {
    const rows = this.sheet.getMaxRows();
    if (at > rows) this.sheet.insertRowsAfter(rows, at - rows);
    else this.sheet.insertRowsBefore(at, 1);
    if (!row) return;
    this.dress(at, row);
    // Last, in one call: a row without its key is known as one that a run left unfinished.
    this.tab.range(at, 1, 1, COLUMNS).setValues([valuesHere(row, this.tab.columns)]);
  }

  deleteRow(at: number): void {
    this.sheet.deleteRow(at);
  }

  moveRows(from: number, count: number, before: number): void {
    this.sheet.moveRows(this.sheet.getRange(from, 1, count, 1), before);
  }

  write(cells: readonly CellWrite[]): void {
    for (const { row, col, values, plain } of rectanglesOf(cells)) {
      const range = this.tab.range(row, col, values.length, values[0]?.length ?? 1);
      // A person's text stays text, whatever it begins with.
      if (plain) range.each((cells) => cells.setNumberFormat('@')).setValues(values);
      else range.setValues(values.map((line) => line.map((value) => this.here(value))));
    }
  }

  dress(at: number, row: PlannedRow): void {
    const month = Number(row.values[HIDDEN.month - 1]);
    paintRows(this.tab, at, { month, rows: [row], sections: [] }, this.tracker.setup().statuses);
    if (row.kind === 'band' && at > FIRST_BLOCK_ROW) paintFolded(this.tab, at, month);
  }

  merge(rows: readonly number[], closing: readonly number[]): void {
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

interface Rectangle {
  row: number;
  col: number;
  values: RawCell[][];
  plain: boolean;
}

/** Cells side by side in a row become one write, and rows of the same columns below each other too. */
function rectanglesOf(cells: readonly CellWrite[]): Rectangle[] {
  const runs: Rectangle[] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.col - b.col)) {
    const last = runs[runs.length - 1];
    const line = last?.values[0];
    if (last && line && last.row === cell.row && last.col + line.length === cell.col && last.plain === cell.plain)
      line.push(cell.value);
    else runs.push({ row: cell.row, col: cell.col, values: [[cell.value]], plain: cell.plain });
  }
  const rectangles: Rectangle[] = [];
  const open = new Map<string, Rectangle>();
  for (const run of runs) {
    const id = `${run.col}|${run.values[0]?.length}|${run.plain}`;
    const above = open.get(id);
    if (above && above.row + above.values.length === run.row) above.values.push(...run.values);
    else {
      rectangles.push(run);
      open.set(id, run);
    }
  }
  return rectangles;
}
