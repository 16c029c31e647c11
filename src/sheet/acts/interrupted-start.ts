import type { MonthKey } from '../../core/shared/month';
import { FIRST_BLOCK_ROW, KEY } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import { foldBlock } from '../month/apply';
import type { TabIndex } from '../month/read';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Rows of a month that a run began to write and did not finish: all but its band's key. */
export interface HalfMade {
  row: number;
  rows: number;
}

/**
 * What a start that was cut off has left above the newest month, to be called before the month is started again: empty
 * rows are taken away, a month without its band's key is told. Costs nothing where the newest month stands on top.
 */
export function clearLeftovers(index: TabIndex, month: MonthKey): { cleared: boolean; halves: HalfMade[] } {
  const { tab } = index;
  const { sheet } = tab;
  const end = index.blocks[0]?.row ?? sheet.getLastRow() + 1;
  const rows = end - FIRST_BLOCK_ROW;
  if (rows <= 0) return { cleared: false, halves: [] };
  const formulas = tab.formulas(FIRST_BLOCK_ROW, rows);
  const lines = tab.values(FIRST_BLOCK_ROW, rows).map((line, n) => ({
    key: line[HIDDEN.key - 1],
    own: line[HIDDEN.month - 1] === month,
    blank: line.every((cell) => cell === '') && (formulas[n] ?? []).every((formula) => formula === ''),
  }));
  let blank = 0;
  while (lines[blank]?.blank) blank++;
  if (blank > 0) {
    sheet.deleteRows(FIRST_BLOCK_ROW, blank);
    joinRules(sheet);
  }
  const halves: HalfMade[] = [];
  const left = lines.slice(blank);
  for (let top = 0; top < left.length; top++) {
    const begins = left[top]?.own && left[top]?.key === '' && left[top + 1]?.own && left[top + 1]?.key === KEY.focus;
    const last = begins ? left.findIndex((line, n) => n > top && line.own && line.key === KEY.end) : -1;
    if (last < 0) continue;
    const gap = left[last + 1]?.key === KEY.gap ? 1 : 0;
    halves.push({ row: FIRST_BLOCK_ROW + top, rows: last + 1 + gap - top });
    top = last;
  }
  return { cleared: blank > 0, halves };
}

/** Folds a month, which may have been folded already by a run that was cut off. */
export function foldOnce(tab: RepTab, bandRow: number, rows: number): void {
  const { sheet } = tab;
  const isGrouped = rows > 1 && sheet.getRowGroupDepth(bandRow + 1) > 0;
  if (isGrouped) sheet.getRowGroup(bandRow + 1, 1)?.collapse();
  else foldBlock(tab, bandRow, rows);
}

/** Rows that had been copied in were cut out of the rules for whole columns: once they are gone, the parts touch, and are one again. */
function joinRules(sheet: Sheet): void {
  const rules = sheet.getConditionalFormatRules();
  const joined = rules.map((rule) => {
    const ranges = rule.getRanges();
    const whole = joinedRanges(sheet, ranges);
    return whole.length < ranges.length ? rule.copy().setRanges(whole).build() : rule;
  });
  if (joined.some((rule, n) => rule !== rules[n])) sheet.setConditionalFormatRules(joined);
}

function joinedRanges(sheet: Sheet, ranges: readonly Range[]): Range[] {
  const places = ranges.map((range) => ({
    row: range.getRow(),
    rows: range.getNumRows(),
    col: range.getColumn(),
    cols: range.getNumColumns(),
  }));
  const joined: typeof places = [];
  for (const place of places.sort((a, b) => a.row - b.row)) {
    const above = joined.find(
      ({ row, rows, col, cols }) => row + rows === place.row && col === place.col && cols === place.cols,
    );
    if (above) above.rows += place.rows;
    else joined.push(place);
  }
  return joined.map(({ row, col, rows, cols }) => sheet.getRange(row, col, rows, cols));
}
