import { serialToDate } from '../../core/shared/dates';
import type { Field } from '../../core/shared/fields';
import type { RawCell } from '../grid/cells';
import type { Columns } from '../grid/columns';
import { FIELD_COL } from '../grid/grid';
import { COLUMNS } from '../grid/hidden';
import type { Block } from './block';
import type { BlockPlan, PlannedRow } from './plan';
import { parseBlock } from './read';

/** A planned block as it will be read once it is written; what its formulas give is not known yet. */
export function plannedBlock(plan: BlockPlan, row: number, zone: string): Block {
  const values = plan.rows.map(readBack);
  return parseBlock(values, plannedFormulas(plan), { month: plan.month, row, rows: plan.rows.length }, zone);
}

/** The formulas of a planned block, as getFormulas gives them: '' in cells without one. */
export function plannedFormulas(plan: BlockPlan): string[][] {
  return plan.rows.map((row) => row.values.map((value, index) => (isFormula(row, index + 1) ? String(value) : '')));
}

/** The values of a planned row with its formulas as they read on a tab whose columns stand elsewhere. */
export function valuesHere(row: PlannedRow, columns: Columns): RawCell[] {
  return row.values.map((value, index) => (isFormula(row, index + 1) ? columns.here(String(value)) : value));
}

/** What getValues gives for cells that were written by setValues. */
function readBack(row: PlannedRow): RawCell[] {
  return Array.from({ length: COLUMNS }, (_, index) => {
    const value = row.values[index];
    if (isFormula(row, index + 1)) return '';
    if (typeof value === 'string') return value.startsWith("'") ? value.slice(1) : value;
    return typeof value === 'number' && typeIn(row, index + 1) === 'date' ? serialToDate(value) : value;
  });
}

/** Cells of plain text keep what looks like a formula as text. */
function isFormula(row: PlannedRow, col: number): boolean {
  const value = row.values[col - 1];
  const type = typeIn(row, col);
  return typeof value === 'string' && value.startsWith('=') && type !== 'text' && type !== 'status';
}

function typeIn(row: PlannedRow, col: number): string | undefined {
  const field = (Object.keys(FIELD_COL) as Field[]).find((name) => FIELD_COL[name] === col);
  return field && row.types[field];
}
