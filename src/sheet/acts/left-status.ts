import { leftBehindLine, type Status, statusOf } from '../../core/deal/carry';
import type { CellValue, Field } from '../../core/shared/fields';
import { toCell } from '../grid/cells';
import { FIELD_COL } from '../grid/grid';
import { HIDDEN, hiddenCell } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import type { Block, BlockItem } from '../month/block';

/** Before the status in its hidden cell: an empty one was "moving". */
const WAS = 'was:';

/** What the hidden cell says of a deal that is being left behind: the status that it has. */
export function leftStatusOf(status: CellValue | undefined): string {
  return `${WAS}${String(status ?? '').trim()}`;
}

/**
 * Gives back what leaving deals behind has written into their rows, once the month that they were to be left out of has been
 * taken back: their status, and the last line of "what moved". What somebody has changed since stays.
 */
export function giveBack(tab: RepTab, before: Block, statuses: readonly Status[]): void {
  const lost = statuses.find((status) => status.closes && !status.won);
  const deals = before.sections.flatMap((part) => part.items).filter((item) => item.leftStatus !== undefined);
  for (const item of deals) {
    const put = (field: Field, text: string) => {
      if (!item.formulas.includes(field)) tab.range(item.row, FIELD_COL[field]).setValue(toCell(text, 'text'));
    };
    const status = statusOf(item.cells.status, statuses);
    if (lost && status === lost) put('status', (item.leftStatus as string).slice(WAS.length));
    const moved = withoutLeft(item);
    if (moved !== null) put('moved', moved);
    // Last: it says that there is something to give back.
    tab.range(item.row, HIDDEN.leftStatus).setValue(hiddenCell('leftStatus', ''));
  }
}

/** "What moved" without its last line, where that says that the deal was left behind; null where it does not. */
function withoutLeft({ cells }: BlockItem): string | null {
  const lines = String(cells.moved ?? '').split('\n');
  const last = lines.pop() ?? '';
  const [word] = leftBehindLine('').split(':');
  return last === word || last.startsWith(`${word}: `) ? lines.join('\n') : null;
}
