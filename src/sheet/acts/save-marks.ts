import { nameIn, rowMark } from '../../core/deal/row-mark';
import { fieldUses } from '../../core/shared/agenda';
import type { Cells } from '../../core/shared/fields';
import { FIELD_COL } from '../grid/grid';
import { HIDDEN, hiddenCell } from '../grid/hidden';
import { allParts, type Block } from '../month/block';
import type { SavePlan } from './save';

/**
 * Adds to a plan what keeps keys with their texts: the mark beside each new row's key, and a new one beside that of a row
 * which the plan gives another name. To be called when the plan is whole.
 */
export function addMarks(block: Block, plan: SavePlan): void {
  for (const { part, values, shown = values } of plan.newRows) {
    const cells: Cells = {};
    for (const { field } of fieldUses(part.section)) cells[field] = plain(shown[FIELD_COL[field] - 1]);
    values[HIDDEN.text - 1] = hiddenCell('text', rowMark(cells));
    if (shown !== values) shown[HIDDEN.text - 1] = rowMark(cells);
  }
  const items = allParts(block)
    .filter(({ section }) => section.kind !== 'kpis')
    .flatMap((part) => [...part.items, ...part.spares].map((item) => ({ part, item })));
  for (const { part, item } of items) {
    const own = plan.writes.filter((write) => write.row === item.row);
    if (own.length === 0) continue;
    const cells = { ...item.cells };
    for (const { field } of fieldUses(part.section)) {
      const write = own.find(({ col }) => col === FIELD_COL[field]);
      if (write) cells[field] = plain(write.shown ?? write.value);
    }
    const mark = rowMark(cells);
    const isMarked = own.some(({ col }) => col === HIDDEN.text);
    if (mark !== '' && !isMarked && nameIn(mark) !== nameIn(item.text))
      plan.writes.push({ row: item.row, col: HIDDEN.text, value: hiddenCell('text', mark), shown: mark });
  }
}

function plain(cell: unknown): string | number {
  return typeof cell === 'number' ? cell : String(cell ?? '').replace(/^'/, '');
}
