import { COMMITMENT_STATES } from '../core/agenda';
import type { Status } from '../core/carry';
import { sectionColors } from '../core/section-colors';
import { type BlockLook, lookOf } from './block-look';
import type { BlockPlan } from './block-plan';
import { COL, COLUMNS, FIRST_BLOCK_ROW } from './grid';
import { FOLDED, HAIRLINE } from './palette';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/**
 * Inserts a planned block above all others and paints it, a matrix at a time. Formats come before values, so that text
 * columns keep text as text. Folds the block that was newest until now.
 */
export function applyBlock(
  sheet: Sheet,
  plan: BlockPlan,
  statuses: readonly Status[],
  previous: { rows: number } | null,
): void {
  const rows = plan.rows.length;
  const look = lookOf(plan);
  sheet.insertRowsBefore(FIRST_BLOCK_ROW, rows);
  const block = sheet.getRange(FIRST_BLOCK_ROW, 1, rows, COLUMNS);
  block.breakApart().setFontFamily('Arial').setVerticalAlignment('middle').setFontStyle('normal');
  block.setBorder(false, false, false, false, false, false);
  block
    .setBackgrounds(look.backgrounds)
    .setFontColors(look.fontColors)
    .setFontWeights(look.fontWeights)
    .setFontSizes(look.fontSizes)
    .setHorizontalAlignments(look.alignments)
    .setWraps(look.wraps)
    .setNumberFormats(look.formats)
    .setDataValidations(validationsOf(plan, statuses));
  block.setNotes(notesOf(plan));
  block.setValues(plan.rows.map((row) => row.values));
  mergeTexts(sheet, plan);
  drawLines(sheet, plan);
  setHeights(sheet, look);
  if (previous) foldBlock(sheet, FIRST_BLOCK_ROW + rows, previous.rows);
}

/** Closes a block: all its rows below the band, except the gap at its end, become one closed group. */
function foldBlock(sheet: Sheet, bandRow: number, rows: number): void {
  sheet.getRange(bandRow, 1, 1, COLUMNS).setBackground(FOLDED);
  if (rows < 3) return;
  sheet.getRange(bandRow + 1, 1, rows - 2, 1).shiftRowGroupDepth(1);
  sheet.getRowGroup(bandRow + 1, 1)?.collapse();
}

function validationsOf(plan: BlockPlan, statuses: readonly Status[]): (Rule | null)[][] {
  const list = (words: readonly string[]) =>
    SpreadsheetApp.newDataValidation()
      .requireValueInList([...words], true)
      .setAllowInvalid(true)
      .build();
  const deal = list(statuses.map((status) => status.word));
  const promise = list(COMMITMENT_STATES);
  const kinds = new Map(plan.sections.map((section) => [section.id, section.kind]));
  return plan.rows.map((row) => {
    const line: (Rule | null)[] = Array.from({ length: COLUMNS }, () => null);
    if (row.types.status === 'status') line[COL.status - 1] = kinds.get(row.section) === 'conclusion' ? promise : deal;
    return line;
  });
}

/** Notes stand on header cells only: on item rows they would travel with sorted cells. */
function notesOf(plan: BlockPlan): (string | null)[][] {
  const kinds = new Map(plan.sections.map((section) => [section.id, section.kind]));
  return plan.rows.map((row) => {
    const line: (string | null)[] = Array.from({ length: COLUMNS }, () => null);
    if (row.kind !== 'header') return line;
    const kind = kinds.get(row.section);
    if (kind === 'new') {
      line[COL.when - 1] = 'The day of the next move, or the expected close. Empty is fine.';
      line[COL.amount - 1] = 'What it may be worth, as a plain number. Empty is fine.';
    }
    if (kind === 'new' || kind === 'existing')
      line[COL.status - 1] = 'Empty means: moving. Choose closing, stuck, going cold, won or lost when it is.';
    if (kind === 'existing')
      line[COL.since - 1] =
        'The month it first came up. 2× means its date was moved to later twice, “2 mo” that nothing has changed for two months.';
    return line;
  });
}

/** Long texts get the width of the block: the last focus and the Conclusion's texts. */
function mergeTexts(sheet: Sheet, plan: BlockPlan): void {
  const wide = plan.rows.map((row) => row.kind === 'focus' || (row.kind === 'text' && row.types.when === 'text'));
  for (const [start, length] of runsOf(wide))
    sheet.getRange(FIRST_BLOCK_ROW + start, COL.when, length, COLUMNS - COL.when + 1).mergeAcross();
}

function drawLines(sheet: Sheet, plan: BlockPlan): void {
  const style = SpreadsheetApp.BorderStyle;
  const isItem = plan.rows.map((row) => row.kind === 'item' || row.kind === 'spare' || row.kind === 'text');
  const addresses = runsOf(isItem).map(
    ([start, length]) => `A${FIRST_BLOCK_ROW + start}:N${FIRST_BLOCK_ROW + start + length - 1}`,
  );
  sheet.getRangeList(addresses).setBorder(null, null, true, true, true, true, HAIRLINE, style.SOLID);
  plan.sections.forEach((section, position) => {
    const solid = sectionColors(section.id, position).solid;
    const own = plan.rows.map((row, index) => row.section === section.id && isItem[index] === true);
    for (const [start, length] of runsOf(own)) {
      const top = FIRST_BLOCK_ROW + start;
      sheet.getRange(top, 1, length, 1).setBorder(null, true, null, null, null, null, solid, style.SOLID_THICK);
      sheet.getRange(top - 1, 1, 1, COLUMNS).setBorder(null, null, true, null, null, null, solid, style.SOLID);
    }
  });
}

/** One call for the usual height, then one for each run that differs. */
function setHeights(sheet: Sheet, look: BlockLook): void {
  const usual = 28;
  sheet.setRowHeights(FIRST_BLOCK_ROW, look.heights.length, usual);
  for (const height of new Set(look.heights)) {
    if (height === usual) continue;
    for (const [start, length] of runsOf(look.heights.map((h) => h === height)))
      sheet.setRowHeights(FIRST_BLOCK_ROW + start, length, height);
  }
}

/** The runs of true: [start, length] pairs, 0-based. */
export function runsOf(flags: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  flags.forEach((flag, index) => {
    if (!flag) return;
    const last = runs[runs.length - 1];
    if (last && last[0] + last[1] === index) last[1]++;
    else runs.push([index, 1]);
  });
  return runs;
}
