import { type Problem, ProblemError } from '../../core/problems';
import type { MonthKey } from '../../core/shared/month';
import { cellText, readCells } from '../grid/cells';
import { a1 } from '../grid/grid';
import { COLUMNS } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import type { Block } from '../month/block';
import { rowKeys } from '../month/block-rows';
import { isOwnNote } from '../month/header-notes';
import { readBlock, type TabIndex } from '../month/read';
import { firstTouched } from '../month/start-marks';
import type { Tracker } from '../setup/tracker';
import { pointHeadAt } from '../tab/head';
import { headSourceOfBlock } from './head-of-block';
import { giveBack } from './left-status';

/** Why a started month cannot be taken back, as far as the month itself tells; null when it can. */
export function undoObstacle(block: Block, newest: MonthKey | undefined, tab: string): Problem | null {
  if (newest !== block.month) return { code: 'monthNotNewest', about: { month: block.month } };
  if (block.state === 'finished' || block.state === 'reopened' || block.marks !== block.startMarks)
    return { code: 'monthTouched', place: { tab }, about: { month: block.month } };
  return null;
}

/**
 * Takes a started month back: its rows go, the month before it opens again, gets back the statuses of deals that were left
 * behind, and feeds the head. Stops when anybody has typed, planned or decided something in these rows, in whatever column,
 * and says where.
 */
export function undoMonth(tracker: Tracker, index: TabIndex, block: Block): void {
  const { tab } = index;
  const { sheet } = tab;
  const rows = block.endRow === 0 ? block.rows : Math.min(block.rows, block.endRow + 2 - block.row);
  const problem =
    undoObstacle(block, index.blocks[0]?.month, sheet.getName()) ?? typedBeside(tab, block, rows, tracker.zone);
  if (problem) throw new ProblemError(whereTyped(tab, block, problem, tracker.zone));
  const [, before] = index.blocks;
  if (before) {
    unfoldBlock(tab, before.row, before.rows);
    const opened = readBlock(tab, before, tracker.zone);
    giveBack(tab, opened, tracker.setup().statuses);
    pointHeadAt(tab, headSourceOfBlock(opened, index.blocks[2]?.month ?? null), tracker.setup());
  } else tab.range(2, 1, 2, COLUMNS).each((range) => range.clearContent());
  // Last, since a month that is gone cannot be taken back again. What stands below its end line is not its own.
  sheet.deleteRows(block.row, rows);
}

/** What stands beside the month's rows in columns of somebody's own, or as a note at a cell. Two calls. */
function typedBeside(tab: RepTab, block: Block, rows: number, zone: string): Problem | null {
  const range = tab.sheet.getRange(block.row, 1, rows, tab.sheet.getMaxColumns());
  const values = readCells(range);
  const formulas = range.getFormulas();
  const notes = range.getNotes();
  const own = new Set(Array.from({ length: COLUMNS }, (_, n) => tab.columns.of(n + 1)));
  for (let row = 0; row < rows; row++)
    for (let col = 1; col <= (values[row]?.length ?? 0); col++) {
      const note = notes[row]?.[col - 1] ?? '';
      const text = own.has(col) ? '' : cellText(values[row]?.[col - 1], zone) || (formulas[row]?.[col - 1] ?? '');
      if (text === '' && isOwnNote(note)) continue;
      return touched(block, tab.name, a1(block.row + row, col), text || note);
    }
  return null;
}

/** Where in the month something has been typed, if it is that which holds it back. */
function whereTyped(tab: RepTab, block: Block, problem: Problem, zone: string): Problem {
  if (problem.code !== 'monthTouched' || problem.place?.cell || block.marks === block.startMarks) return problem;
  const values = tab.values(block.row, block.rows);
  const at = firstTouched(block.startMarks, values, tab.formulas(block.row, block.rows), rowKeys(values, zone), zone);
  if (!at) return problem;
  const text = cellText(values[at.line]?.[at.col - 1], zone);
  return touched(block, tab.name, tab.columns.a1(block.row + at.line, at.col), text);
}

function touched({ month }: Block, tab: string, cell: string, text: string): Problem {
  return { code: 'monthTouched', place: { tab, cell }, about: { month, text } };
}

function unfoldBlock(tab: RepTab, bandRow: number, rows: number): void {
  const { sheet } = tab;
  if (rows < 3) return;
  // Asking for a group that is not there throws.
  if (sheet.getRowGroupDepth(bandRow + 1) > 0)
    sheet
      .getRowGroup(bandRow + 1, 1)
      ?.expand()
      .remove();
}
