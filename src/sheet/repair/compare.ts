import { COL, KEY } from '../grid/grid';
import { COLUMNS, HIDDEN } from '../grid/hidden';
import { isGoalFormula } from '../month/kpi-rows';
import { isOwnFormula, type NewRow, sameCells, sameFormula, withinCells, withRows } from './formulas';
import { frameName, isAstray, labelFits, labelOf, purposeOf, type SeenRow } from './frame-cells';
import type { LaidOut } from './layout';
import type { Note } from './notes';
import { isFilled, type Line, VISIBLE } from './tab-lines';

/**
 * Compares the cells of a month with what its plan would write there now: words, formulas, cells that are to be empty.
 * What is missing or wrong is planned to be written; a person's cells are left alone.
 */
export function compareMonth(
  lines: readonly Line[],
  month: LaidOut,
  isOwnElsewhere: SeenRow['isOwnElsewhere'],
  newRow: NewRow,
  note: Note,
  isYearNew = false,
): void {
  for (const line of lines) {
    const { planned } = line;
    if (!planned || line.isAdded) continue;
    const row = { line, planned, month: month.month, isNewest: month.isNewest, isOwnElsewhere, isYearNew };
    for (const col of VISIBLE) compareCell(row, col, month, note);
    for (let col = 1; col <= COLUMNS; col++) compareFormula(row, col, newRow, note);
    if (line.key === KEY.band) compareBand(line, planned.values, note);
  }
}

function compareCell(row: SeenRow, col: number, month: LaidOut, note: Note): void {
  const { line, planned } = row;
  const use = purposeOf(planned, line.key, col);
  const isOld =
    month.isChanged && line.key.startsWith('section:') && line.texts[col - 1] !== labelOf(planned.values[col - 1]);
  if (use === 'label' && (isOld || !labelFits(row, col))) {
    if (!line.writes.has(col)) note('label', line, col, frameName(planned, line.key, month.agenda));
    line.writes.set(col, { value: planned.values[col - 1], plain: false });
  } else if (use === 'blank' && isFilled(line, col) && !line.writes.has(col) && !isAstray(row, col)) {
    note('junk', line, col);
    line.writes.set(col, { value: '', plain: false });
  }
}

/** The number of the meeting, and the month that was carried from. */
function compareBand(line: Line, planned: readonly unknown[], note: Note): void {
  const col = HIDDEN.number;
  if (typeof line.values[col - 1] === 'number') return;
  note('lostKey', line, COL.who);
  line.writes.set(col, { value: Number(planned[col - 1]), plain: false });
}

function compareFormula(row: SeenRow, col: number, newRow: NewRow, note: Note): void {
  const { line, planned, isNewest } = row;
  const wanted = planned.values[col - 1];
  if (typeof wanted !== 'string' || !isFormulaCell(row, col, wanted)) return;
  const formula = line.formulas[col - 1] ?? '';
  const isWeights = line.key === KEY.pipeline && col === COL.why && formula === '';
  if (isWeights && !isNewest) return;
  if (formula !== '' && isRight(withRows(formula, newRow), wanted, row, col)) return;
  line.writes.set(col, { value: wanted, plain: false });
  note(isWeights && !isFilled(line, col) ? 'weights' : 'formula', line, col);
}

/** Does the add-on see to this cell, or may it be anybody's? */
function isFormulaCell({ line, planned, isNewest }: SeenRow, col: number, wanted: string): boolean {
  const use = col <= VISIBLE.length ? purposeOf(planned, line.key, col) : 'computed';
  // A formula that would refer to a row that the month does not have.
  if (!wanted.startsWith('=') || /\b[A-Z]{1,2}0\b/.test(wanted)) return false;
  const formula = line.formulas[col - 1] ?? '';
  const isBlank = formula === '' && !isFilled(line, col);
  if (line.key === KEY.band && col === COL.next) return isBlank || formula.includes('#REF!');
  if (line.key.startsWith('kpis:')) {
    // The rank comes and goes with the month's age; a ratio's actual may be typed over.
    if (col === COL.since) return isBlank && isNewest;
    if (col === COL.amount) return false;
    // A goal follows Setup unless somebody has typed one.
    if (col === COL.when) return isBlank || isGoalFormula(formula);
    if (use === 'computed' && formula !== '' && !isOwnFormula(formula, wanted)) return false;
  }
  return use === 'computed';
}

/** The newest month calculates by Setup as it is; older ones go on with the words and weights they began with. */
function isRight(formula: string, wanted: string, { line, isNewest, isYearNew }: SeenRow, col: number): boolean {
  if (sameFormula(formula, wanted)) return true;
  if (formula.includes('#REF!') || (isYearNew && line.key === KEY.pipeline && col === COL.next)) return false;
  const isOfSetup = line.key === KEY.pipeline && (col === COL.why || col === COL.next);
  if (isOfSetup) return withinCells(formula, wanted) || withinCells(wanted, formula);
  return !isNewest && (line.key === KEY.pipeline || line.key === KEY.closing) && sameCells(formula, wanted);
}
