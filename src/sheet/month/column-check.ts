import { type Problem, ProblemError } from '../../core/problems';
import { fieldUses, knownSection } from '../../core/shared/agenda';
import { cellText, type RawCell } from '../grid/cells';
import type { Columns } from '../grid/columns';
import { FIELD_COL, VISIBLE } from '../grid/grid';
import { columnName, HIDDEN } from '../grid/hidden';
import { labelColumn } from './own-words';

/** A column that has been deleted, or labels that do not stand where the head says that their columns are. */
export interface ColumnDamage {
  code: 'columnGone' | 'columnsMoved';
  /** What the column is called. */
  column: string;
  /** Where it shows on the sheet. */
  cell: string;
}

/**
 * Do the columns of a block stand where the tab's head says? By the labels of its header rows alone: the first label that
 * stands in a wrong column or is missing throughout; null when all is well. One label that somebody has typed over is no
 * moved column.
 * @param values all columns of the block
 * @param firstRow sheet row of its first line
 */
export function columnDamage(
  values: readonly RawCell[][],
  columns: Columns,
  firstRow: number,
  zone: string,
): ColumnDamage | null {
  const [gone] = columns.gone;
  if (gone !== undefined) return { code: 'columnGone', column: columnName(gone), cell: columns.a1(1, gone) };
  const moved = (row: number, col: number): ColumnDamage => ({
    code: 'columnsMoved',
    column: columnName(col),
    cell: columns.a1(row, col),
  });
  const seen = new Map<number, { wanted: number; there: number; row: number }>();
  for (let index = 0; index < values.length; index++) {
    const line = values[index] as RawCell[];
    const key = cellText(line[HIDDEN.key - 1], zone);
    if (!key.startsWith('header:')) continue;
    const texts = line.slice(0, VISIBLE).map((cell) => cellText(cell, zone));
    const wrong = texts.flatMap((text, n) =>
      labelColumn(text) === undefined || labelColumn(text) === n + 1 ? [] : [n + 1],
    );
    if (wrong.length > 1) return moved(firstRow + index, wrong[0] as number);
    const id = key.slice(7);
    for (const { field } of fieldUses({ id, kind: id === 'grow' ? 'growth' : (knownSection(id)?.kind ?? 'notes') })) {
      const col = FIELD_COL[field];
      const count = seen.get(col) ?? { wanted: 0, there: 0, row: firstRow + index };
      count.wanted++;
      if (labelColumn(texts[col - 1] as string) === col) count.there++;
      seen.set(col, count);
    }
  }
  for (const [col, { wanted, there, row }] of seen) if (wanted > 1 && there === 0) return moved(row, col);
  return null;
}

/** The same as a problem of a tab. */
export function columnProblem({ code, column, cell }: ColumnDamage, tab: string): Problem {
  return { code, place: { tab, cell }, about: { column } };
}

/** Before an act writes into a month: stops when its columns are not as the grid has them. */
export function needColumns({ damage }: { damage: ColumnDamage | null }, tab: string): void {
  if (damage) throw new ProblemError(columnProblem(damage, tab));
}
