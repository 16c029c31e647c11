import { dateToSerial, type IsoDate, isIsoDate, shortDate } from '../../core/shared/dates';
import { toCell } from '../grid/cells';
import { COL } from '../grid/grid';
import { BAND_DAY } from './look';
import { BAND_STATE, IN_PROGRESS, plannedFormula } from './plan';
import type { Block } from './read';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Plans the meeting for a day. Another day than before makes it a moved one, and the end line says so. */
export function writePlanned(sheet: Sheet, block: Block, date: IsoDate, who: string, today: IsoDate): void {
  if (block.heldOn === date) return;
  if (isIsoDate(block.heldOn)) {
    sheet.getRange(block.row, COL.e).setValue(BAND_STATE.moved);
    const days = `${shortDate(block.heldOn)} to ${shortDate(date)}`;
    addToEndLine(sheet, block, `moved from ${days}${who ? ` by ${who}` : ''}, ${shortDate(today)}`);
  }
  sheet.getRange(block.row, COL.next).setFormula(plannedFormula(block.row));
  // Last: it tells whether the day has been planned.
  sheet.getRange(block.row, COL.when).setNumberFormat(BAND_DAY.planned).setValue(dateToSerial(date));
}

/** Opens a finished meeting again. Its day and minutes stay. */
export function writeReopened(sheet: Sheet, block: Block, today: IsoDate, who: string): void {
  addToEndLine(sheet, block, endWords('reopened', who, today));
  sheet.getRange(block.row, COL.e).setValue(BAND_STATE.reopened);
}

/** Notes in the band that the meeting runs and on which day; who started it goes into the end line. */
export function writeStarted(sheet: Sheet, block: Block, today: IsoDate, who: string): void {
  sheet.getRange(block.row, COL.when).setValue(dateToSerial(today)).setNumberFormat(BAND_DAY.running);
  sheet.getRange(block.row, COL.next).setValue(IN_PROGRESS);
  addToEndLine(sheet, block, endWords('started', who, today));
}

/**
 * Ends a meeting: state, day, minutes, and who finished. `minutes` null leaves the minutes open (a meeting without a clock).
 * Returns the block as it stands then, but for its revision.
 */
export function writeFinished(
  sheet: Sheet,
  block: Block,
  heldOn: IsoDate,
  minutes: number | null,
  who: string,
  today: IsoDate,
): Block {
  const isFirst = block.state !== 'reopened';
  if (isFirst) {
    sheet.getRange(block.row, COL.when).setValue(dateToSerial(heldOn)).setNumberFormat(BAND_DAY.held);
    sheet.getRange(block.row, COL.next).setValue(minutes ?? 'held');
  }
  addToEndLine(sheet, block, endWords('finished', who, today));
  // Last: it tells whether the meeting has been finished.
  sheet.getRange(block.row, COL.e).setValue(BAND_STATE.finished);
  return { ...block, state: 'finished', ...(isFirst ? { heldOn, minutes: minutes ?? 'held' } : {}) };
}

/** "opened by Jon Vale, 3 Nov 2026". */
export function endWords(verb: 'opened' | 'started' | 'finished' | 'reopened', who: string, day: IsoDate): string {
  return `${verb}${who ? ` by ${who}` : ''}, ${shortDate(day)}`;
}

/** Once only, also when a run that was cut off is repeated. */
function addToEndLine(sheet: Sheet, block: Block, words: string): void {
  if (block.endRow === 0 || block.endText.endsWith(` · ${words}`)) return;
  sheet.getRange(block.endRow, block.endCol).setValue(toCell(`${block.endText} · ${words}`, 'text'));
}
