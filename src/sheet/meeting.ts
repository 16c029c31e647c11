import { dateToSerial, type IsoDate, shortDate } from '../core/dates';
import { IN_PROGRESS } from './block-plan';
import type { Block } from './block-read';
import { toCell } from './cells';
import { COL } from './grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Notes in the band that the meeting runs and on which day; who started it goes into the end line. */
export function writeStarted(sheet: Sheet, block: Block, today: IsoDate, who: string): void {
  sheet.getRange(block.row, COL.when).setValue(dateToSerial(today));
  sheet.getRange(block.row, COL.next).setValue(IN_PROGRESS);
  addToEndLine(sheet, block, endWords('started', who, today));
}

/** Ends a meeting: state, day, minutes, and who finished. `minutes` null leaves the minutes open (a meeting without a clock). */
export function writeFinished(
  sheet: Sheet,
  block: Block,
  heldOn: IsoDate,
  minutes: number | null,
  who: string,
  today: IsoDate,
): void {
  sheet.getRange(block.row, COL.e).setValue('finished');
  if (block.heldOn === '') sheet.getRange(block.row, COL.when).setValue(dateToSerial(heldOn));
  sheet.getRange(block.row, COL.next).setValue(minutes ?? 'finished');
  addToEndLine(sheet, block, endWords('finished', who, today));
}

/** "opened by Jon Vale, 3 Nov 2026". */
export function endWords(verb: 'opened' | 'started' | 'finished', who: string, day: IsoDate): string {
  return `${verb}${who ? ` by ${who}` : ''}, ${shortDate(day)}`;
}

function addToEndLine(sheet: Sheet, block: Block, words: string): void {
  if (block.endRow === 0) return;
  sheet.getRange(block.endRow, COL.who).setValue(toCell(`${block.endText} · ${words}`, 'text'));
}
