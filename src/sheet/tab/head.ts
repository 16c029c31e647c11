import type { Status } from '../../core/deal/carry';
import type { Kpi } from '../../core/kpi';
import { addMonths, type MonthKey, monthName, shortMonthName } from '../../core/shared/month';
import { type RawCell, toCell } from '../grid/cells';
import { USUAL } from '../grid/columns';
import {
  a1,
  COL,
  columnLetter,
  FIRST_BLOCK_ROW,
  GRID_VERSION,
  HEAD_ROWS,
  KEY,
  ROWS_ABOVE,
  VISIBLE,
  WIDTHS,
} from '../grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN, HIDDEN_COLUMNS, NEWEST_CELL, TODAY_CELL } from '../grid/hidden';
import { ALERTS, FOLDED, HEAD, HEAD_LINE, INK, MUTED } from '../grid/palette';
import { RepTab } from '../grid/rep-tab';
import { commitmentFormulas, dealFormulas, dealWords, type Span } from '../month/deal-figures';
import { DATE_FORMAT } from '../month/look';
import { BAND_STATE, type BlockPlan, commitmentSpan, IN_PROGRESS, plannedRow, plannedSpan } from '../month/plan';
import { type SetupPlace, setupFormulas } from './read-by-hint';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** The head's cells reach to here. */
const HEAD_WIDTH = HEAD_CELL.currency.col;

/** Rows of a tab without a month. */
const EMPTY_ROWS = 200;

const HINT =
  'Type in the white rows, grey cells calculate themselves. Newest month on top; older months unfold with + at the left.';

/** Turns an empty sheet into a rep's tab: columns, frozen head, colours by word. No month yet. */
export function makeRepTab(sheet: Sheet, rep: { id: string; name: string }): void {
  const columns = sheet.getMaxColumns();
  if (columns > COLUMNS) sheet.deleteColumns(COLUMNS + 1, columns - COLUMNS);
  if (columns < COLUMNS) sheet.insertColumnsAfter(columns, COLUMNS - columns);
  // The key column is read whole, down to the last row of the sheet.
  if (sheet.getMaxRows() > EMPTY_ROWS) sheet.deleteRows(EMPTY_ROWS + 1, sheet.getMaxRows() - EMPTY_ROWS);
  sheet.setHiddenGridlines(true);
  WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  // Rows of new months take after their neighbours.
  sheet.getRange(1, 1, sheet.getMaxRows(), VISIBLE).setVerticalAlignment('middle');
  const tab = new RepTab(sheet, USUAL);
  paintHead(tab, rep.name);
  tab.range(1, 1, 1, HEAD_CELL.columns.col).setValues([headLine(rep)]);
  sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
  sheet.hideColumns(HIDDEN_COLUMNS.from, HIDDEN_COLUMNS.count);
  sheet.setConditionalFormatRules(colourRules(tab));
}

/** Millions in thousands: the column is 80 px wide. */
const PIPELINE_FORMAT = '[>=1000000]#,##0,"k";#,##0';

/** Of the figures in the head, by column. */
const FIGURE_FORMATS = [DATE_FORMAT, 'General', '#,##0', PIPELINE_FORMAT, '0.0"×"', 'General', 'General', 'General'];

/** A name of more letters takes two lines of a smaller size: it is never cut. */
const LONG_NAME = 15;

/** The look of a tab's frozen head; its values stay. */
export function paintHead(tab: RepTab, name: string): void {
  const { sheet } = tab;
  tab
    .range(1, 1, HEAD_ROWS, VISIBLE)
    .each((range) =>
      range
        .setFontFamily('Arial')
        .setVerticalAlignment('middle')
        .setBackground(HEAD)
        .setFontColor(MUTED)
        .setFontSize(8)
        .setFontWeight('normal')
        .setHorizontalAlignment('left')
        .setBorder(null, null, true, null, null, null, HEAD_LINE, SpreadsheetApp.BorderStyle.SOLID_MEDIUM),
    );
  tab.range(1, COL.who).each((range) =>
    range
      .setFontSize(name.length > LONG_NAME ? 11 : 18)
      .setWrap(true)
      .setFontWeight('bold')
      .setFontColor(INK)
      .setNumberFormat('@'),
  );
  tab.range(1, COL.when).each((range) => range.setFontSize(9));
  tab
    .range(3, 1, 1, VISIBLE)
    .each((range) => range.setFontSize(12).setFontWeight('bold').setFontColor(INK))
    .put([FIGURE_FORMATS], (range, part) => range.setNumberFormats(part));
  [36, 17, 27, 8].forEach((height, index) => {
    sheet.setRowHeight(index + 1, height);
  });
  sheet.setFrozenRows(HEAD_ROWS);
}

function headLine(rep: { id: string; name: string }): RawCell[] {
  const line: RawCell[] = Array.from({ length: HEAD_CELL.columns.col }, () => '');
  line[COL.who - 1] = toCell(rep.name, 'text');
  line[HEAD_CELL.tab.col - 1] = `${KEY.head}:${rep.id}`;
  line[HEAD_CELL.grid.col - 1] = GRID_VERSION;
  line[HEAD_CELL.columns.col - 1] = USUAL.formula(HEAD_CELL.columns.col);
  line[COL.when - 1] = HINT;
  return line;
}

/**
 * An open commitment whose day has passed. Products instead of AND: whether a rule's formula takes ; or , as its separator
 * hangs on the file's country, and a rule that Google cannot read is refused with the whole tab.
 */
const LATE = `=($${columnLetter(COL.status)}1="open")*ISNUMBER($${columnLetter(COL.when)}1)*($${columnLetter(COL.when)}1<${TODAY_CELL})=1`;

/**
 * A day or an amount that was perhaps meant otherwise: a question mark stands hidden beside it. Written without a separator,
 * too, and by the sign's code: some programs take "?" for any letter where they compare, and then tint every "42k".
 */
const doubtful = (typed: number, value: number) =>
  `=(CODE($${columnLetter(typed)}1)=63)*ISNUMBER($${columnLetter(value)}1)=1`;

/**
 * The band of a month that is not the newest, by whether the month is an even one: folded months stand right below each
 * other, and every other one is lighter.
 */
const foldedBand = (parity: 'ISEVEN' | 'ISODD') => {
  const [key, month] = [`$${columnLetter(HIDDEN.key)}1`, `$${columnLetter(HIDDEN.month)}1`];
  return `=(${key}="${KEY.band}")*(${month}<${NEWEST_CELL})*${parity}(${month})=1`;
};

/**
 * Colours by word, on whole columns from the frozen head on: they grow when a month is inserted above and never split,
 * so a tab keeps the same few rules however many months it has.
 */
function colourRules({ sheet }: RepTab): Rule[] {
  const rows = sheet.getMaxRows();
  const column = (col: number) => sheet.getRange(1, col, rows, 1);
  const [when, amount, status] = [column(COL.when), column(COL.amount), column(COL.status)];
  const [all, result] = [sheet.getRange(1, 1, rows, VISIBLE), sheet.getRange(3, COL.when)];
  const words = (alert: { back: string; text: string }, ...texts: string[]) => {
    const look = SpreadsheetApp.newConditionalFormatRule()
      .setBackground(alert.back)
      .setFontColor(alert.text)
      .setBold(true)
      .setRanges([status]);
    return texts.map((text) => look.copy().whenTextEqualTo(text).build());
  };
  const sign = (text: string, alert: { back: string; text: string }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextStartsWith(text)
      .setBackground(alert.back)
      .setFontColor(alert.text)
      .setBold(true)
      .setRanges([status, result])
      .build();
  const late = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(LATE)
    .setBackground(ALERTS.watch.back)
    .setFontColor(ALERTS.watch.text)
    .setBold(true)
    .setRanges([when, status])
    .build();
  const doubt = (typed: number, value: number, range: Range) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(doubtful(typed, value))
      .setBackground(ALERTS.watch.back)
      .setFontColor(ALERTS.watch.text)
      .setRanges([range])
      .build();
  const folded = (parity: 'ISEVEN' | 'ISODD', back: string) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(foldedBand(parity))
      .setBackground(back)
      .setRanges([all])
      .build();
  return [
    folded('ISEVEN', FOLDED[0]),
    folded('ISODD', FOLDED[1]),
    doubt(HIDDEN.typedWhen, COL.when, when),
    doubt(HIDDEN.typedAmount, COL.amount, amount),
    late,
    ...words(ALERTS.good, 'closing', 'won', 'done'),
    ...words(ALERTS.watch, 'stuck'),
    ...words(ALERTS.cold, 'going cold'),
    ...words(ALERTS.over, 'lost', 'dropped'),
    sign('▲', ALERTS.good),
    sign('●', ALERTS.watch),
    sign('▼', ALERTS.off),
  ];
}

/** What the head needs to know about the newest block: a plan that was just applied, or a block as read. */
export interface HeadSource {
  month: MonthKey;
  /** Month of the block below it; null when it is the only one. */
  previousMonth: MonthKey | null;
  /** Sheet row of a key, 0 when there is none. */
  rowOf: (key: string) => number;
  /** Where the opportunities and the commitments stand. */
  deals: readonly Span[];
  promises: Span | null;
}

/** The head's view of a plan that stands at the first block row. */
export function headSourceOf(plan: BlockPlan, previousMonth: MonthKey | null): HeadSource {
  return {
    month: plan.month,
    previousMonth,
    rowOf: (key) => plannedRow(plan, FIRST_BLOCK_ROW, key),
    deals: plan.sections
      .filter((section) => section.kind === 'new' || section.kind === 'existing')
      .map((section) => plannedSpan(plan, FIRST_BLOCK_ROW, section)),
    promises: commitmentSpan(plan, FIRST_BLOCK_ROW),
  };
}

/** Points the head's figures at the newest block (two lines, one call). */
export function pointHeadAt(tab: RepTab, source: HeadSource, setup: SetupPlace & HeadSetup): void {
  tab.range(HEAD_CELL.newest.row, 1, 2, HEAD_WIDTH).setValues(headLines(tab, source, setup));
}

/**
 * All that stands above the months but for the first row, as a block is written: for both to be written by one call. Null
 * where somebody has put something of their own beside the figures or into the gap below them.
 * @param standing the rows as they are; fewer where they have not been read
 */
export function linesAbove(standing: readonly RawCell[][], ...head: Parameters<typeof headLines>): RawCell[][] | null {
  const isFree = standing.every((line, n) => line.every((cell, at) => cell === '' || (n < 2 && at < HEAD_WIDTH)));
  if (standing.length < ROWS_ABOVE || !isFree) return null;
  return [...headLines(...head), []].map((line) => Array.from({ length: COLUMNS }, (_, at) => line[at] ?? ''));
}

/** The two lines that hang on the newest block. */
function headLines(tab: RepTab, source: HeadSource, setup: SetupPlace & HeadSetup): RawCell[][] {
  const lines = headFigures(source, setup.statuses, setup.kpis);
  for (const [name, formula] of Object.entries(setupFormulas(setup)))
    (lines[1] as RawCell[])[HEAD_CELL[name as keyof typeof HEAD_CELL].col - 1] = formula;
  return lines.map((line) =>
    line.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? tab.columns.here(cell) : cell)),
  );
}

/** The day this month's meeting is planned for, and once it has begun the day agreed for the next one. */
function nextFormula(band: number, nextDate: string): string {
  const [day, state, end] = [a1(band, COL.when), a1(band, HIDDEN.state), a1(band, COL.next)];
  const isAhead = `AND(ISNUMBER(${day});OR(${state}="";${state}="${BAND_STATE.moved}");${end}<>"${IN_PROGRESS}")`;
  return `=IF(${isAhead};${day};IF(${nextDate}="";"no date yet";${nextDate}))`;
}

interface HeadSetup {
  statuses: readonly Status[];
  kpis: readonly Kpi[];
}

/** Labels and formulas of the head; in its hidden cells the months of the two newest blocks and today's date. Pure. */
export function headFigures(source: HeadSource, statuses: readonly Status[], kpis: readonly Kpi[]): RawCell[][] {
  const labels: RawCell[] = Array.from({ length: HEAD_WIDTH }, () => '');
  const figures: RawCell[] = Array.from({ length: HEAD_WIDTH }, () => '');
  labels[HEAD_CELL.newest.col - 1] = source.month;
  figures[HEAD_CELL.previous.col - 1] = source.previousMonth ?? '';
  labels[HEAD_CELL.today.col - 1] = '=TODAY()';
  const tile = (col: number, label: string, formula: string) => {
    // These cells are not plain text: a KPI may be named like a formula.
    labels[col - 1] = `'${label}`;
    figures[col - 1] = formula;
  };
  const nextDate = source.rowOf(KEY.text('nextDate'));
  if (nextDate) tile(COL.who, 'Next 1:1', nextFormula(source.rowOf(KEY.band), a1(nextDate, COL.when)));
  const main = kpis[0];
  const row = main ? source.rowOf(KEY.item('kpis', main.id)) : 0;
  if (main && row) {
    const figuresMonth = addMonths(source.month, -1);
    const [percent, goal] = [a1(row, COL.status), a1(row, COL.when)];
    tile(COL.when, `${shortMonthName(figuresMonth)} result`, `=IF(${percent}="";"not in yet";${percent})`);
    tile(COL.why, `${monthName(figuresMonth)} goal`, `=IF(${goal}="";"no goal yet";${goal})`);
  }
  if (source.deals.length > 0) {
    const deals = dealFormulas(source.deals, statuses);
    tile(COL.amount, 'Pipeline', `=${deals.amount}`);
    const coverage = a1(source.rowOf(KEY.pipeline), COL.status);
    // The tile has room for one short word.
    const shown = `IF(ISNUMBER(${coverage});${coverage};"reached")`;
    if (source.rowOf(KEY.pipeline)) tile(COL.status, 'Coverage', `=IF(${coverage}="";"–";${shown})`);
    tile(COL.moved, 'Deals', `=${dealWords(deals.open, deals.stuck)}`);
  }
  if (source.promises) {
    const { open, late } = commitmentFormulas(source.promises);
    tile(COL.next, 'Commitments', `=(${open})&" open"&IF(${late}=0;"";", "&${late}&" late")`);
  }
  return [labels, figures];
}
