import type { CellValue } from '../../core/shared/fields';
import { COL, WIDTHS } from './grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Texts of the name "text:…" that lie in one merged cell, B to H. Merged cells do not grow by themselves. */
const WIDE_TEXTS = ['review', 'seen', 'help', 'brings', 'plan', 'observed', 'focus', 'takeaway'];

/** Mean width of a letter in px, Arial 10, on the generous side: a line too many is white, one too few is cut. */
const LETTER = 6.2;
const WIDTH = WIDTHS.slice(COL.when - 1).reduce((sum, width) => sum + width, 0) - 8;
const LINE_HEIGHT = 17;
const ONE_LINE = 28;

/** Height in px of a row whose text runs over the whole width. */
export function wideTextHeight(text: CellValue): number {
  const lines = String(text)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER) / WIDTH)), 0);
  return ONE_LINE + (lines - 1) * LINE_HEIGHT;
}

/** Is this row key that of a text in a merged cell? */
export function isWideText(key: string): boolean {
  return key.startsWith('text:') && WIDE_TEXTS.includes(key.slice(5));
}

/** Gives a text's row the height it needs, when that is another one than before. */
export function fitWideText(sheet: Sheet, row: number, was: CellValue, now: CellValue): void {
  const height = wideTextHeight(now);
  if (height !== wideTextHeight(was)) sheet.setRowHeight(row, height);
}
