import { LINE_STATES } from '../../core/coaching/lines';
import type { Status } from '../../core/deal/carry';
import { COMMITMENT_STATES } from '../../core/shared/agenda';
import { runsOfTrue } from '../../core/shared/runs';
import type { RawCell } from '../grid/cells';
import type { GridLook } from '../grid/formats';
import { COL, FIRST_BLOCK_ROW, KEY, VISIBLE } from '../grid/grid';
import { COLUMNS, HIDDEN } from '../grid/hidden';
import { isRisky, keepTexts, type WrittenText } from '../grid/keep-texts';
import { HAIRLINE } from '../grid/palette';
import type { RepTab } from '../grid/rep-tab';
import { textStyles } from '../grid/text-styles';
import { lightenSecondLines } from '../grid/two-lines';
import { notesOf } from './header-notes';
import { lookOf, TEXT, USUAL_HEIGHT } from './look';
import { type BlockPlan, type PlannedRow, READY, type RowKind } from './plan';
import { valuesHere } from './planned-block';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** Rows with lines around their cells. */
const ITEM_KINDS: readonly RowKind[] = ['prepare', 'item', 'spare', 'sum', 'text'];

/** Rows that have the looks of a month already, to be copied instead of painted: see pattern.ts. */
export interface LookSource {
  /** Gives rows of a tab the looks of planned ones, all but heights, and maybe number formats. Null where it cannot: nothing is done. */
  copyTo(tab: RepTab, top: number, plan: BlockPlan): 'looks' | 'looks and formats' | null;
}

/**
 * Makes room for a planned block above all others and gives it its look. Formats come before values, so that text columns
 * keep text as text.
 * @param above whether there is something on the tab that it goes above; on an empty tab it takes the rows that are there
 */
export function makeRoom(
  tab: RepTab,
  plan: BlockPlan,
  statuses: readonly Status[],
  above: boolean,
  looks: LookSource | null,
): void {
  const rows = plan.rows.length;
  if (above || tab.sheet.getLastRow() >= FIRST_BLOCK_ROW) tab.sheet.insertRowsBefore(FIRST_BLOCK_ROW, rows);
  else growTo(tab, FIRST_BLOCK_ROW + rows);
  const copied = looks?.copyTo(tab, FIRST_BLOCK_ROW, plan);
  if (!copied) paintCells(tab, FIRST_BLOCK_ROW, plan, statuses);
  const look = lookOf(plan);
  if (copied !== 'looks and formats') setFormats(tab, FIRST_BLOCK_ROW, look);
  setHeights(tab, FIRST_BLOCK_ROW, look);
}

/** Whether the values of a block can be written by one call. */
export function isWrittenAtOnce(tab: RepTab, plan: BlockPlan): boolean {
  return tab.columns.runs(1, COLUMNS).length === 1 && !textsIn(plan).some(isRisky);
}

/**
 * Writes the values of a block for which there is room, by one call: with its band's key, which makes it a month. Where
 * more than one call is needed, because columns stand apart or texts have to be looked at once more, the key comes last.
 * @param above what is written into the rows right above it by the same call
 * @param isMonth false where the key is to be written later
 */
export function writeBlock(tab: RepTab, plan: BlockPlan, above: readonly RawCell[][], isMonth = true): void {
  const texts = textsIn(plan);
  const isAtOnce = isMonth && isWrittenAtOnce(tab, plan);
  const values = plan.rows.map((row) => valuesHere(row, tab.columns));
  if (!isAtOnce) (values[0] as RawCell[])[HIDDEN.key - 1] = '';
  const lines = [...above, ...values];
  tab.range(FIRST_BLOCK_ROW - above.length, 1, lines.length, COLUMNS).setValues(lines);
  lightenSecondLines(tab, dealNames(plan));
  keepTexts(tab, texts);
  if (isMonth && !isAtOnce) tab.range(FIRST_BLOCK_ROW, HIDDEN.key).setValue(KEY.band);
}

/** What was written into text cells: what came along has been typed by somebody. */
function textsIn(plan: BlockPlan): WrittenText[] {
  const { formats } = lookOf(plan);
  return plan.rows.flatMap(({ values }, r) =>
    (formats[r] ?? []).flatMap((format, c) => {
      const text = values[c];
      return format === TEXT && typeof text === 'string' ? [{ row: FIRST_BLOCK_ROW + r, col: c + 1, text }] : [];
    }),
  );
}

/** Rows are added before the last one, so that what is defined over whole columns grows with them. */
function growTo({ sheet }: RepTab, rows: number): void {
  const had = sheet.getMaxRows();
  if (had < rows) sheet.insertRowsBefore(had, rows - had);
}

/** Gives rows that are there the look of planned ones: formats, lists, notes, lines, heights. Their values stay. */
export function paintRows(tab: RepTab, top: number, plan: Pick<BlockPlan, 'rows'>, statuses: readonly Status[]): void {
  tab
    .range(top, 1, plan.rows.length, VISIBLE)
    .each((range) =>
      range.breakApart().setVerticalAlignment('middle').setBorder(false, false, false, false, false, false),
    );
  const look = lookOf(plan);
  paintCells(tab, top, plan, statuses);
  setFormats(tab, top, look);
  setHeights(tab, top, look);
}

/**
 * Gives rows their colours, text styles, lists, notes, merged cells and lines. Fresh rows, between the gap below the head
 * and the band of a month, have inherited neither merged cells nor lines, and stand in the middle as these do.
 */
function paintCells(tab: RepTab, top: number, plan: Pick<BlockPlan, 'rows'>, statuses: readonly Status[]): void {
  const look = lookOf(plan);
  tab
    .range(top, 1, plan.rows.length, VISIBLE)
    .put(look.backgrounds, (range, part) => range.setBackgrounds(part))
    .put(textStyles(look), (range, part) => range.setTextStyles(part))
    .put(look.alignments, (range, part) => range.setHorizontalAlignments(part))
    .put(look.wraps, (range, part) => range.setWraps(part))
    .put(validationsOf(plan, statuses), (range, part) => range.setDataValidations(part))
    .put(plan.rows.map(notesOf), (range, part) => range.setNotes(part));
  mergeTexts(tab, top, plan);
  drawLines(tab, top, plan);
}

function setFormats(tab: RepTab, top: number, { formats }: GridLook): void {
  tab.range(top, 1, formats.length, VISIBLE).put(formats, (range, part) => range.setNumberFormats(part));
}

/** Stands for all that painting and copying give a row, its number formats and its height left out: the same text, the same look. */
export function stampOf(row: PlannedRow, statuses: readonly Status[]): string {
  const { heights, formats, ...look } = lookOf({ rows: [row] });
  const isLined = ITEM_KINDS.includes(row.kind);
  return JSON.stringify([look, listsOf(row, statuses), notesOf(row), isWide(row), isClosing(row), isLined]);
}

function dealNames(plan: BlockPlan): { row: number; text: string }[] {
  return plan.rows.flatMap((row, index) =>
    row.kind === 'item' && row.sectionKind === 'existing'
      ? [{ row: FIRST_BLOCK_ROW + index, text: String(row.values[COL.who - 1]) }]
      : [],
  );
}

/**
 * Closes a block: all its rows below the band, with the gap at its end, become one closed group, so that older months stand
 * as lines below each other.
 */
export function foldBlock({ sheet }: RepTab, bandRow: number, rows: number): void {
  if (rows < 2) return;
  sheet
    .getRange(bandRow + 1, 1, rows - 1, 1)
    .shiftRowGroupDepth(1)
    .collapseGroups();
}

function validationsOf(plan: Pick<BlockPlan, 'rows'>, statuses: readonly Status[]): (Rule | null)[][] {
  const made = new Map<string, Rule>();
  const ruleOf = (words: readonly string[]) => {
    const known = made.get(words.join('\n'));
    if (known) return known;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...words], true)
      .setAllowInvalid(true)
      .build();
    made.set(words.join('\n'), rule);
    return rule;
  };
  return plan.rows.map((row) => listsOf(row, statuses).map((words) => words && ruleOf(words)));
}

/** The words that the cells of a row offer to choose from. */
function listsOf(row: PlannedRow, statuses: readonly Status[]): (readonly string[] | null)[] {
  const lists: (readonly string[] | null)[] = Array.from({ length: VISIBLE }, () => null);
  const isDeal = row.sectionKind === 'new' || row.sectionKind === 'existing';
  const ofDeals = () => statuses.map((status) => status.word);
  if (row.types.status === 'status')
    lists[COL.status - 1] = isDeal ? ofDeals() : row.sectionKind === 'growth' ? LINE_STATES : COMMITMENT_STATES;
  if (row.values[HIDDEN.key - 1] === KEY.text('ready')) lists[COL.when - 1] = [READY];
  return lists;
}

/** Long texts get the width of the block: the last focus and the Conclusion's texts. */
function mergeTexts(tab: RepTab, firstRow: number, plan: Pick<BlockPlan, 'rows'>): void {
  for (const [start, length] of runsOfTrue(plan.rows.map(isWide)))
    tab
      .range(firstRow + start, COL.when, length, VISIBLE - COL.when + 1)
      .wide()
      .mergeAcross();
  plan.rows.forEach((row, index) => {
    if (isClosing(row)) mergeClosing(tab, firstRow + index);
  });
}

/** Does its text run over the whole width, B to H? */
function isWide(row: PlannedRow): boolean {
  if (row.kind === 'prepare') return row.values[HIDDEN.key - 1] !== KEY.text('ready');
  return row.kind === 'focus' || (row.kind === 'text' && row.types.when === 'text');
}

function isClosing(row: PlannedRow): boolean {
  return row.values[HIDDEN.key - 1] === KEY.closing;
}

/** What closes when, and what the month has changed: two texts side by side. */
export function mergeClosing(tab: RepTab, row: number): void {
  for (const [from, to] of [
    [COL.when, COL.moved],
    [COL.moved, VISIBLE + 1],
  ] as const)
    tab
      .range(row, from, 1, to - from)
      .wide()
      .merge();
}

/** Hairlines around all rows to type into. Sections are told apart by the colours of their bands and headers. */
function drawLines(tab: RepTab, firstRow: number, plan: Pick<BlockPlan, 'rows'>): void {
  const isItem = plan.rows.map((row) => ITEM_KINDS.includes(row.kind));
  const addresses = runsOfTrue(isItem).flatMap(([start, length]) =>
    tab.range(firstRow + start, 1, length, VISIBLE).addresses(),
  );
  if (addresses.length === 0) return;
  tab.sheet
    .getRangeList(addresses)
    .setBorder(true, true, true, true, true, true, HAIRLINE, SpreadsheetApp.BorderStyle.SOLID);
}

/** One call for the usual height, then one for each run that differs. */
function setHeights({ sheet }: RepTab, firstRow: number, look: GridLook): void {
  sheet.setRowHeights(firstRow, look.heights.length, USUAL_HEIGHT);
  for (const height of new Set(look.heights)) {
    if (height === USUAL_HEIGHT) continue;
    for (const [start, length] of runsOfTrue(look.heights.map((h) => h === height)))
      sheet.setRowHeights(firstRow + start, length, height);
  }
}
