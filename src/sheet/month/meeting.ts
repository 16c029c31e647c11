import { dateToSerial, type IsoDate, isIsoDate, shortDate } from '../../core/shared/dates';
import { cellBlocks } from '../grid/cell-blocks';
import { toCell } from '../grid/cells';
import { COL } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import type { Block } from './block';
import { BAND_DAY } from './look';
import { BAND_STATE, IN_PROGRESS, plannedFormula } from './plan';

/** Plans the meeting for a day. Another day than before makes it a moved one, and the end line says so. */
export function writePlanned(tab: RepTab, block: Block, date: IsoDate, who: string, today: IsoDate): void {
  if (block.heldOn === date) return;
  if (isIsoDate(block.heldOn)) {
    tab.range(block.row, HIDDEN.state).setValue(BAND_STATE.moved);
    const days = `${shortDate(block.heldOn)} to ${shortDate(date)}`;
    addToEndLine(tab, block, `moved from ${days}${who ? ` by ${who}` : ''}, ${shortDate(today)}`);
  }
  tab.range(block.row, COL.next).setFormula(plannedFormula(block.row));
  // Last: it tells whether the day has been planned.
  writeDay(tab, block, date, 'planned');
}

/** Opens a finished meeting again. Its day and minutes stay. */
export function writeReopened(tab: RepTab, block: Block, today: IsoDate, who: string): void {
  addToEndLine(tab, block, endWords('reopened', who, today));
  tab.range(block.row, HIDDEN.state).setValue(BAND_STATE.reopened);
}

/** Notes in the band that the meeting runs and on which day; who started it goes into the end line. */
export function writeStarted(tab: RepTab, block: Block, today: IsoDate, who: string): void {
  writeDay(tab, block, today, 'running');
  tab.range(block.row, COL.next).setValue(IN_PROGRESS);
  addToEndLine(tab, block, endWords('started', who, today));
}

/**
 * Ends a meeting: state, day, minutes, and who finished. `minutes` null leaves the minutes open (a meeting without a clock).
 * Returns the block as it stands then, but for its revision.
 */
export function writeFinished(
  tab: RepTab,
  block: Block,
  heldOn: IsoDate,
  minutes: number | null,
  who: string,
  today: IsoDate,
): Block {
  const isFirst = block.state !== 'reopened';
  if (isFirst) {
    writeDay(tab, block, heldOn, 'held');
    tab.range(block.row, COL.next).setValue(minutes ?? 'held');
  }
  addToEndLine(tab, block, endWords('finished', who, today));
  keepGoals(tab, block);
  // Last: it tells whether the meeting has been finished.
  tab.range(block.row, HIDDEN.state).setValue(BAND_STATE.finished);
  return { ...block, state: 'finished', ...(isFirst ? { heldOn, minutes: minutes ?? 'held' } : {}) };
}

function writeDay(tab: RepTab, { row }: Block, day: IsoDate, as: keyof typeof BAND_DAY): void {
  tab
    .range(row, COL.when)
    .each((range) => range.setNumberFormat(BAND_DAY[as]))
    .setValue(dateToSerial(day));
}

/** A month that is over keeps the goals it had, whatever Setup says later. */
function keepGoals(tab: RepTab, { setupGoals }: Block): void {
  for (const { row, col, values } of cellBlocks(setupGoals.map((goal) => ({ ...goal, col: COL.when }))))
    tab.range(row, col, values.length).setValues(values);
}

/** "opened by Jon Vale, 3 Nov 2026". */
export function endWords(verb: 'opened' | 'started' | 'finished' | 'reopened', who: string, day: IsoDate): string {
  return `${verb}${who ? ` by ${who}` : ''}, ${shortDate(day)}`;
}

/** Once only, also when a run that was cut off is repeated. */
function addToEndLine(tab: RepTab, block: Block, words: string): void {
  if (block.endRow === 0 || block.endText.endsWith(` · ${words}`)) return;
  tab.range(block.endRow, COL.when).setValue(toCell(`${block.endText} · ${words}`, 'text'));
}
