import { LINE_STATES } from '../../core/coaching/lines';
import type { Status } from '../../core/deal/carry';
import { COMMITMENT_STATES } from '../../core/shared/agenda';
import type { MonthKey } from '../../core/shared/month';
import type { RawCell } from '../grid/cells';
import type { GridLook } from '../grid/formats';
import { COL, FIRST_BLOCK_ROW, KEY, VISIBLE } from '../grid/grid';
import { COLUMNS, HIDDEN } from '../grid/hidden';
import { keepTexts, type WrittenText } from '../grid/keep-texts';
import { FOLDED, HAIRLINE } from '../grid/palette';
import type { RepTab } from '../grid/rep-tab';
import { textStyles } from '../grid/text-styles';
import { lightenSecondLines } from '../grid/two-lines';
import { lookOf, TEXT, USUAL_HEIGHT } from './look';
import { type BlockPlan, READY, type RowKind } from './plan';
import { valuesHere } from './planned-block';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** Rows with lines around their cells. */
const ITEM_KINDS: readonly RowKind[] = ['prepare', 'item', 'spare', 'sum', 'text'];

/**
 * Puts a planned block above all others and paints it, a matrix at a time. Formats come before values, so that text
 * columns keep text as text. All but the band's key, which makes it a month: that is written once everything else is there.
 * @param above whether there is something on the tab that it goes above; on an empty tab it takes the rows that are there
 * @param older the month whose band will stand right below it: the band takes the colour of older months by the same call
 */
export function applyBlock(
  tab: RepTab,
  plan: BlockPlan,
  statuses: readonly Status[],
  above: boolean,
  older: MonthKey | null,
): void {
  const rows = plan.rows.length;
  if (above || tab.sheet.getLastRow() >= FIRST_BLOCK_ROW) tab.sheet.insertRowsBefore(FIRST_BLOCK_ROW, rows);
  else growTo(tab, FIRST_BLOCK_ROW + rows);
  dressRows(tab, FIRST_BLOCK_ROW, plan, statuses, older === null ? [] : [foldedLine(older)]);
  const values = plan.rows.map((row) => valuesHere(row, tab.columns));
  (values[0] as RawCell[])[HIDDEN.key - 1] = '';
  tab.range(FIRST_BLOCK_ROW, 1, rows, COLUMNS).setValues(values);
  lightenSecondLines(tab, dealNames(plan));
  keepTexts(tab, textsIn(plan));
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
export function paintRows(tab: RepTab, top: number, plan: BlockPlan, statuses: readonly Status[]): void {
  tab
    .range(top, 1, plan.rows.length, VISIBLE)
    .each((range) =>
      range.breakApart().setVerticalAlignment('middle').setBorder(false, false, false, false, false, false),
    );
  dressRows(tab, top, plan, statuses);
}

/**
 * The same for fresh rows: between the gap below the head and the band of a month they have inherited neither merged cells
 * nor lines, and stand in the middle as these do.
 */
function dressRows(
  tab: RepTab,
  top: number,
  plan: BlockPlan,
  statuses: readonly Status[],
  backgroundsBelow: string[][] = [],
): void {
  const look = lookOf(plan);
  const backgrounds = [...look.backgrounds, ...backgroundsBelow];
  tab.range(top, 1, backgrounds.length, VISIBLE).put(backgrounds, (range, part) => range.setBackgrounds(part));
  tab
    .range(top, 1, plan.rows.length, VISIBLE)
    .put(textStyles(look), (range, part) => range.setTextStyles(part))
    .put(look.alignments, (range, part) => range.setHorizontalAlignments(part))
    .put(look.wraps, (range, part) => range.setWraps(part))
    .put(look.formats, (range, part) => range.setNumberFormats(part))
    .put(validationsOf(plan, statuses), (range, part) => range.setDataValidations(part))
    .put(notesOf(plan), (range, part) => range.setNotes(part));
  mergeTexts(tab, top, plan);
  drawLines(tab, top, plan);
  setHeights(tab, top, look);
}

function dealNames(plan: BlockPlan): { row: number; text: string }[] {
  return plan.rows.flatMap((row, index) =>
    row.kind === 'item' && row.sectionKind === 'existing'
      ? [{ row: FIRST_BLOCK_ROW + index, text: String(row.values[COL.who - 1]) }]
      : [],
  );
}

/** Folded months stand right below each other: every other one is lighter. */
function foldedLine(month: MonthKey): string[] {
  return Array.from({ length: VISIBLE }, () => FOLDED[month % 2] as string);
}

/** Gives a band the colour of older months. */
export function paintFolded(tab: RepTab, bandRow: number, month: MonthKey): void {
  tab.range(bandRow, 1, 1, VISIBLE).put([foldedLine(month)], (range, part) => range.setBackgrounds(part));
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

function validationsOf(plan: BlockPlan, statuses: readonly Status[]): (Rule | null)[][] {
  const list = (words: readonly string[]) =>
    SpreadsheetApp.newDataValidation()
      .requireValueInList([...words], true)
      .setAllowInvalid(true)
      .build();
  const deal = list(statuses.map((status) => status.word));
  const promise = list(COMMITMENT_STATES);
  const line = list(LINE_STATES);
  const ready = list([READY]);
  return plan.rows.map((row) => {
    const rules: (Rule | null)[] = Array.from({ length: VISIBLE }, () => null);
    const isDeal = row.sectionKind === 'new' || row.sectionKind === 'existing';
    if (row.types.status === 'status')
      rules[COL.status - 1] = isDeal ? deal : row.sectionKind === 'growth' ? line : promise;
    if (row.values[HIDDEN.key - 1] === KEY.text('ready')) rules[COL.when - 1] = ready;
    return rules;
  });
}

const NOTES = {
  when: 'The expected close: a day, or a period like Q1. The day of the next move stands with the next step. Empty is fine.',
  worth: 'What it may be worth: 42000, 42k, 1.2m. Empty is fine.',
  status: 'Empty means: moving. Choose closing, stuck, going cold, won or lost when it is.',
  actual: 'Last month’s figure. A formula of your own is fine and is never overwritten.',
  share: 'The share of the goal: ▲ on target, ● within a tenth of it, ▼ off.',
  trend: 'The share of the goal for the quarter and the year; below it month by month, the latest at the right.',
  rank: 'Place within the team by the month’s actual, the best first, not by the share of the goal. It stands once everybody has the month.',
  growth:
    'A skill, an aim, an opportunity or a KPI: what you want to get better at. It comes along every month until its status says that it worked, is done or was dropped.',
  lookAgain: 'The day to ask how it went. A later day brings it back next month, also after “partly” or “did not”.',
  since:
    'The month it first came up. 2× means its date was moved to later twice, “2 mo” that nothing has changed for two months.',
};

/** Is this a note that the add-on itself has put at a cell, or none at all? */
export function isOwnNote(note: string): boolean {
  return note === '' || Object.values(NOTES).includes(note);
}

/** Notes stand on header cells only: on item rows they would travel with sorted cells. */
function notesOf(plan: BlockPlan): (string | null)[][] {
  return plan.rows.map((row) => {
    const line: (string | null)[] = Array.from({ length: VISIBLE }, () => null);
    if (row.kind !== 'header') return line;
    const kind = row.sectionKind;
    if (kind === 'new') {
      line[COL.when - 1] = NOTES.when;
      line[COL.amount - 1] = NOTES.worth;
    }
    if (kind === 'new' || kind === 'existing') line[COL.status - 1] = NOTES.status;
    if (kind === 'kpis') {
      line[COL.amount - 1] = NOTES.actual;
      line[COL.status - 1] = NOTES.share;
      line[COL.moved - 1] = NOTES.trend;
      line[COL.since - 1] = NOTES.rank;
    }
    if (kind === 'growth') {
      line[COL.who - 1] = NOTES.growth;
      line[COL.when - 1] = NOTES.lookAgain;
    }
    if (kind === 'existing') line[COL.since - 1] = NOTES.since;
    return line;
  });
}

/** Long texts get the width of the block: the last focus and the Conclusion's texts. */
function mergeTexts(tab: RepTab, firstRow: number, plan: BlockPlan): void {
  const wide = plan.rows.map(
    (row) =>
      row.kind === 'focus' ||
      (row.kind === 'prepare' && row.values[HIDDEN.key - 1] !== KEY.text('ready')) ||
      (row.kind === 'text' && row.types.when === 'text'),
  );
  for (const [start, length] of runsOf(wide))
    tab
      .range(firstRow + start, COL.when, length, VISIBLE - COL.when + 1)
      .wide()
      .mergeAcross();
  plan.rows.forEach((row, index) => {
    if (row.values[HIDDEN.key - 1] === KEY.closing) mergeClosing(tab, firstRow + index);
  });
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
function drawLines(tab: RepTab, firstRow: number, plan: BlockPlan): void {
  const isItem = plan.rows.map((row) => ITEM_KINDS.includes(row.kind));
  const addresses = runsOf(isItem).flatMap(([start, length]) =>
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
    for (const [start, length] of runsOf(look.heights.map((h) => h === height)))
      sheet.setRowHeights(firstRow + start, length, height);
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
