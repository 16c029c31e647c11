import { runsOfTrue } from '../../core/shared/runs';
import type { RawCell } from '../grid/cells';
import { COLUMNS, HIDDEN } from '../grid/hidden';
import { COPY } from '../grid/own-cells';
import type { PlannedRow } from '../month/plan';
import type { RepairAction } from './repair-actions';
import type { Line } from './tab-lines';

/**
 * What is to be done once all rows have their places: looks first, since text columns keep text as text; then whole rows
 * that are added, which hold what is taken out of other cells after that; rows that go, last.
 */
export function cellActions(target: readonly Line[], isSorted: boolean): RepairAction[] {
  const actions: RepairAction[] = [];
  for (const { at, run } of fittingRuns(target, ({ dress, planned }) => dress && planned !== null))
    actions.push({ act: 'dress', at, rows: run.map(lookRow) });
  for (const { at, run } of fittingRuns(target, ({ isAdded }) => isAdded))
    actions.push({ act: 'put', at, rows: run.map(wholeRow) });
  target.forEach((line, index) => {
    if (line.isAdded || line.doomed) return;
    // After a sort hardly any formula is right: those in hidden columns are written all together.
    const isWhole = isSorted && line.dress;
    if (isWhole) for (let col = FIGURES.from; col <= FIGURES.to; col++) actions.push(figureAt(line, index + 1, col));
    for (const [col, { value, plain }] of line.writes)
      if (!(isWhole && col >= FIGURES.from && col <= FIGURES.to) && !isSame(line, col, value))
        actions.push({ act: 'write', row: index + 1, col, value, plain });
  });
  for (const { at, run } of fittingRuns(target, ({ doomed }) => doomed).reverse())
    actions.push({ act: 'deleteRows', at, count: run.length });
  return actions;
}

/** Hidden columns that hold nothing but formulas. */
const FIGURES = { from: HIDDEN.quarterActual, to: HIDDEN.datePassed } as const;

function figureAt({ planned, formulas, writes }: Line, row: number, col: number): RepairAction {
  const value = writes.get(col)?.value ?? (formulas[col - 1] ? (planned?.values[col - 1] ?? '') : '');
  return { act: 'write', row, col, value, plain: false };
}

/** Lists, merged cells and heights stay where they are when rows are sorted: all rows of the months get their looks anew. */
export function dressAll(lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.key === COPY) continue;
    line.planned ??= { kind: 'gap', section: '', sectionKind: null, colors: null, values: [], types: {} };
    line.dress = true;
  }
}

function fittingRuns(target: readonly Line[], fits: (line: Line) => boolean): { at: number; run: Line[] }[] {
  return runsOfTrue(target.map(fits)).map(([from, count]) => ({ at: from + 1, run: target.slice(from, from + count) }));
}

/** What the plan has for a row, with what a person has typed there: its height goes by that. */
function lookRow({ planned, values, isAdded }: Line): PlannedRow {
  const row = planned as PlannedRow;
  return isAdded
    ? row
    : { ...row, values: row.values.map((value, n) => (value === '' && n < HIDDEN.key - 1 ? values[n] : value)) };
}

function wholeRow({ planned, values, writes }: Line): RawCell[] {
  return Array.from({ length: COLUMNS }, (_, n) => {
    const own = writes.get(n + 1)?.value ?? values[n];
    return own === '' || own === undefined || own === null ? (planned?.values[n] ?? '') : own;
  });
}

function isSame(line: Line, col: number, value: unknown): boolean {
  // A formula's text is no measure: its row numbers are those of before the repair.
  return (line.ownFormulas[col - 1] ?? '') === '' && line.ownValues[col - 1] === value;
}
