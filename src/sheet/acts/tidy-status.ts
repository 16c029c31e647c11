import { type Status, statusOf } from '../../core/deal/carry';
import { toCell } from '../grid/cells';
import { COL } from '../grid/grid';
import type { RepTab } from '../grid/rep-tab';
import type { Block } from '../month/block';

/** A status with blanks around it that nobody sees: formulas would read it as another word than people and carry-forward do. */
export function untidyStatuses(block: Block, statuses: readonly Status[]): { row: number; word: string }[] {
  if (block.damage || block.frame) return [];
  return block.sections
    .filter(({ section }) => section.kind === 'new' || section.kind === 'existing')
    .flatMap((part) => part.items)
    .flatMap(({ row, cells, formulas }) => {
      const said = String(cells.status ?? '');
      const status = formulas.includes('status') ? null : statusOf(said, statuses);
      const isKnown = status !== null && status !== 'unknown';
      return isKnown && said !== said.trim() ? [{ row, word: said.trim() }] : [];
    });
}

/** Takes those blanks away. Formulas stay, also where the month was read without them. */
export function tidyStatuses(tab: RepTab, untidy: readonly { row: number; word: string }[]): void {
  for (const { row, word } of untidy)
    if (tab.formulas(row, 1)[0]?.[COL.status - 1] === '') tab.range(row, COL.status).setValue(toCell(word, 'status'));
}
