import type { MonthKey } from '../../core/shared/month';
import { KEY } from '../grid/grid';
import { allParts, type Block, partOf } from '../month/block';
import type { HeadSource } from '../tab/head';

/** The head's view of a block as read. */
export function headSourceOfBlock(block: Block, previousMonth: MonthKey | null): HeadSource {
  const rows: Record<string, number> = { [KEY.band]: block.row, [KEY.pipeline]: block.pipeline?.row ?? 0 };
  for (const part of allParts(block)) {
    rows[KEY.header(part.section.id)] = part.headerRow;
    for (const item of part.items) rows[item.key] = item.row;
  }
  for (const [name, text] of Object.entries(block.texts)) rows[KEY.text(name)] = text.row;
  const promises = partOf(block, 'todo');
  return {
    month: block.month,
    previousMonth,
    rowOf: (key) => rows[key] ?? 0,
    deals: block.sections
      .filter(({ section }) => section.kind === 'new' || section.kind === 'existing')
      .map((part) => [part.headerRow, part.lastRow + 1] as const),
    promises: promises ? [promises.headerRow, Math.max(promises.headerRow, block.texts.observed?.row ?? 0)] : null,
  };
}
