import { type RawCell, sameValue } from './cells';
import type { RepTab } from './rep-tab';

/** A person's text and the cell of the grid where it has just been written. */
export interface WrittenText {
  row: number;
  col: number;
  text: string;
}

/** What a sheet may take for a formula, a number or a sign of its own. */
const RISKY = /^[=+\-'@]/;

/** May a sheet take this text for something else? */
export function isRisky({ text }: WrittenText): boolean {
  return RISKY.test(text);
}

/**
 * Reads texts back that a sheet might not take for texts, and writes those once more that became something else. Cells
 * formatted as plain text keep what they are given, by Google's documentation; reports disagree, and a formula out of
 * somebody's words would be run. Costs nothing where no text begins so, else a flush and two calls for all of them.
 */
export function keepTexts(tab: RepTab, written: readonly WrittenText[]): void {
  const risky = written.filter(isRisky);
  if (risky.length === 0) return;
  SpreadsheetApp.flush();
  const rows = risky.map(({ row }) => row);
  const first = Math.min(...rows);
  const count = Math.max(...rows) - first + 1;
  const formulas = tab.formulas(first, count);
  const values = tab.values(first, count);
  for (const { row, col, text } of risky) {
    const [formula, value] = [formulas[row - first]?.[col - 1], values[row - first]?.[col - 1]];
    // An apostrophe in front says that it is text, whatever the cell's format, and is no part of it.
    if (formula !== '' || !isThat(value, text)) tab.range(row, col).setValues([[`'${text}`]]);
  }
}

function isThat(value: RawCell, text: string): boolean {
  return typeof value === 'string' && sameValue(value, text);
}
