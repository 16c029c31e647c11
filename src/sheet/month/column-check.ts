import { stop } from '../../core/problems';
import { fieldUses, knownSection } from '../../core/shared/agenda';
import { cellText, type RawCell } from '../grid/cells';
import { a1, COL, FIELD_COL } from '../grid/grid';
import { labelColumn } from './own-words';
import type { Block } from './read';

/**
 * Do the columns of a block stand where the grid has them? From the labels of its header rows alone: the cell of the
 * first label that stands in a wrong column or is missing throughout; '' when all is well. One label that somebody has
 * typed over is no moved column.
 * @param values A to N of the block
 * @param firstRow sheet row of its first line
 */
export function movedColumn(values: readonly RawCell[][], firstRow: number, zone: string): string {
  const seen = new Map<number, { wanted: number; there: number; row: number }>();
  for (let index = 0; index < values.length; index++) {
    const line = values[index] as RawCell[];
    const key = cellText(line[COL.key - 1], zone);
    if (!key.startsWith('header:')) continue;
    const texts = line.map((cell) => cellText(cell, zone));
    const wrong = texts.flatMap((text, n) =>
      labelColumn(text) === undefined || labelColumn(text) === n + 1 ? [] : [n + 1],
    );
    if (wrong.length > 1) return a1(firstRow + index, wrong[0] as number);
    const id = key.slice(7);
    for (const { field } of fieldUses({ id, kind: id === 'grow' ? 'growth' : (knownSection(id)?.kind ?? 'notes') })) {
      const col = FIELD_COL[field];
      const count = seen.get(col) ?? { wanted: 0, there: 0, row: firstRow + index };
      count.wanted++;
      if (labelColumn(texts[col - 1] as string) === col) count.there++;
      seen.set(col, count);
    }
  }
  for (const [col, { wanted, there, row }] of seen) if (wanted > 1 && there === 0) return a1(row, col);
  return '';
}

/** Before an act writes into a month: stops when its columns are not where the grid has them. */
export function needColumns(block: Block, tab: string): void {
  if (block.moved !== '') stop('columnsMoved', { tab, cell: block.moved });
}
