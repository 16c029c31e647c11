import { type NamedWord, namedWords } from '../../core/named-words';
import { tabNameFor } from '../../core/roster';
import { runsOfTrue } from '../../core/shared/runs';
import { sectionColors } from '../../core/shared/section-colors';
import { cellValue, type RawCell, readCell, readCells, toCell } from '../grid/cells';
import type { Columns } from '../grid/columns';
import { ALERTS, BAND, HAIRLINE, HEAD_LINE, INK, MUTED } from '../grid/palette';
import type { TabRef } from '../grid/tab-formulas';
import type { Tracker } from '../setup/tracker';
import { emptyTab } from '../tab/empty-tab';
import { applyFigures, columnsInFigures, FIGURES_TAB, findFigures, kpiIdsOf, planFigures } from './figures';
import { FIRST_MEETING, STATE } from './lines';
import { KPI_COLORS, MONTH_FORMAT, teamLook } from './look';
import { type TeamMember, teamMembers } from './members';
import {
  KPI_SLOTS,
  MONTH_INPUT,
  planTeam,
  SIDES,
  TEAM_COL,
  TEAM_KEY,
  TEAM_TAB,
  TEAM_WIDTHS,
  type TeamPlan,
  type TeamRowKind,
} from './plan';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

const VISIBLE = TEAM_WIDTHS.length;

/**
 * Makes the hidden Figures, or brings them up to date with roster and KPIs of Setup: what the blocks take the ranks from.
 * Does nothing while the roster is empty.
 */
export function buildFigures(tracker: Tracker, today: string): void {
  const members = membersOf(tracker, today);
  if (members.length > 0) figuresFor(tracker, members);
}

/**
 * Makes the Team tab, or brings it up to date with roster and KPIs of Setup; its formulas read the hidden Figures, which
 * are made where they are missing and otherwise brought up to date before (`buildFigures`). A month that was typed
 * stays; whoever looks at a tab goes on looking at it. Does nothing while the roster is empty.
 */
export function buildTeam(tracker: Tracker, today: string): void {
  const { book } = tracker;
  const setup = tracker.setup();
  const members = membersOf(tracker, today);
  if (members.length === 0) return;
  const figures = findFigures(tracker) ?? figuresFor(tracker, members);
  const active = book.getActiveSheet();
  const team = findTeam(tracker) ?? emptyTab(book, TEAM_TAB) ?? book.insertSheet(freeName(book, TEAM_TAB), 0);
  const nameOf = (id: string, otherwise: string) =>
    setup.agendas.full.find((section) => section.id === id)?.name ?? otherwise;
  const plan = planTeam({
    figuresTab: figures.getName(),
    figuresRows: figures.getMaxRows(),
    setupTab: setup.tab,
    members,
    kpis: setup.kpis,
    statuses: setup.statuses,
    workingName: nameOf('working', 'What’s working'),
    notWorkingName: nameOf('notWorking', 'What’s not working'),
  });
  const typed = readCell(team.getRange(MONTH_INPUT.row, MONTH_INPUT.col));
  const known = wordsIn(team, plan);
  applyTeam(team, plan, cellValue(typed, tracker.zone));
  writeWords(
    team,
    plan,
    members.map(({ name }) => name),
    known,
  );
  book.setActiveSheet(active);
}

/** The words that Team has looked for so far. */
function wordsIn(sheet: Sheet, { named: { words } }: TeamPlan): NamedWord[] {
  if (sheet.getMaxColumns() < words.col + words.count || sheet.getMaxRows() < words.row) return [];
  const cells = readCells(sheet.getRange(words.row, words.col, 1, words.count))[0]?.map(String) ?? [];
  const pairs = Array.from({ length: words.count / 2 }, (_, n) => ({ stem: cells[2 * n], word: cells[2 * n + 1] }));
  // Where another version had other columns, something else stands there.
  return pairs.filter(
    (pair): pair is NamedWord => /^\p{L}+$/u.test(pair.stem ?? '') && Boolean(pair.word?.startsWith(pair.stem ?? '')),
  );
}

/** Looks for the words that several people named in the month that is shown; words of before go on being looked for. */
function writeWords(sheet: Sheet, { named: { texts, words } }: TeamPlan, names: string[], known: NamedWord[]): void {
  const wrote = readCells(sheet.getRange(texts.row, texts.col, texts.count, 1)).map(([text]) => String(text));
  const most = words.count / 2;
  const found = namedWords(
    wrote.filter((text) => text !== ''),
    names,
    most,
  );
  const all = [...found, ...known.filter(({ stem }) => !found.some((one) => one.stem === stem))].slice(0, most);
  if (all.length === 0) return;
  const cells = Array.from({ length: most }, (_, n) => [all[n]?.stem ?? '', all[n]?.word ?? '']).flat();
  sheet.getRange(words.row, words.col, 1, words.count).setValues([cells.map((cell) => toCell(cell, 'computed'))]);
}

function membersOf(tracker: Tracker, today: string): TeamMember[] {
  const figures = findFigures(tracker);
  const known = figures ? columnsInFigures(figures) : new Map<string, Columns>();
  const refTo = (sheet: Sheet | null): TabRef | null => {
    if (!sheet) return null;
    const name = sheet.getName();
    return { name, columns: known.get(name) ?? tracker.columnsOf(sheet) };
  };
  return teamMembers(tracker.setup().roster, (id) => refTo(tracker.sheetById(id)), today);
}

function figuresFor(tracker: Tracker, members: readonly TeamMember[]): Sheet {
  const { book } = tracker;
  const setup = tracker.setup();
  const active = book.getActiveSheet();
  const found = findFigures(tracker);
  const sheet =
    found ?? emptyTab(book, FIGURES_TAB) ?? book.insertSheet(freeName(book, FIGURES_TAB), book.getSheets().length);
  if (!found) {
    book.setActiveSheet(active);
    sheet.hideSheet();
  }
  // KPIs keep their columns, also those that Setup no longer has: formulas in the blocks point at them.
  const kpiIds = new Set([...kpiIdsOf(sheet), ...setup.kpis.map((kpi) => kpi.id)]);
  const closing = setup.statuses.filter((status) => status.closes).map((status) => status.word);
  applyFigures(sheet, planFigures(sheet.getName(), setup.tab, members, [...kpiIds], closing));
  // Formulas in the blocks need its new size.
  tracker.forgetFigures();
  return sheet;
}

/** Finds the Team tab by its name or, if it was renamed, by its hidden cell; null when there is none. */
export function findTeam(tracker: Tracker): Sheet | null {
  const named = tracker.book.getSheetByName(TEAM_TAB);
  return named && isTeam(named) ? named : (tracker.otherSheets().find(isTeam) ?? null);
}

function isTeam(sheet: Sheet): boolean {
  return sheet.getMaxColumns() >= TEAM_COL.pick && readCell(sheet.getRange(1, TEAM_COL.pick)) === TEAM_KEY;
}

function freeName(book: Spreadsheet, name: string): string {
  return tabNameFor(
    name,
    book.getSheets().map((sheet) => sheet.getName()),
  );
}

/** Writes the whole tab anew, in place, so that formulas elsewhere that point at it stay. */
function applyTeam(sheet: Sheet, plan: TeamPlan, month: string | number): void {
  const rows = plan.rows.length;
  const [hidden, width] = [plan.hidden.length, plan.columns - TEAM_COL.pick];
  // What stands there stays until it is written over: a run that is cut off must not take the month that somebody typed.
  sheet.getRange(1, 1, sheet.getMaxRows(), VISIBLE).breakApart().clearDataValidations().clearFormat();
  resize(sheet, rows, plan.columns);
  // A formula in a cell of text would stay a text.
  sheet.getRange(1, TEAM_COL.pick, hidden, 1 + width).clearFormat();
  const look = teamLook(plan.rows);
  const all = sheet.getRange(1, 1, rows, VISIBLE);
  all.setFontFamily('Arial').setVerticalAlignment('middle');
  all
    .setBackgrounds(look.backgrounds)
    .setFontColors(look.fontColors)
    .setFontWeights(look.fontWeights)
    .setFontSizes(look.fontSizes)
    .setHorizontalAlignments(look.alignments)
    .setWraps(look.wraps)
    .setNumberFormats(look.formats);
  const values = plan.rows.map((row) => [...row.values]);
  if (month !== '') (values[MONTH_INPUT.row - 1] as RawCell[])[MONTH_INPUT.col - 1] = toCell(month, 'date');
  sheet.getRange(1, 1, rows, TEAM_COL.pick).setValues(values);
  sheet.getRange(1, TEAM_COL.pick + 1, hidden, width).setValues(plan.hidden);
  clearLinesBelow(sheet, plan);
  mergeCells(sheet, plan);
  drawLines(sheet, plan);
  for (const height of new Set(look.heights))
    for (const [first, length] of runsOfTrue(look.heights.map((h) => h === height)))
      sheet.setRowHeights(first + 1, length, height);
  makeMonthInput(sheet, plan);
  sheet.setConditionalFormatRules(colourRules(sheet, plan));
}

/** Lines of a team that was larger: what stands in the hidden columns below those of now. Mostly nothing does. */
function clearLinesBelow(sheet: Sheet, plan: TeamPlan): void {
  const [hidden, rows, repCol] = [plan.hidden.length, plan.rows.length, plan.repCol];
  if (hidden >= rows) return;
  const ids = readCells(sheet.getRange(hidden + 1, repCol, rows - hidden, 1));
  const length = ids.reduce((last, [id], n) => (id === '' ? last : n + 1), 0);
  if (length > 0) sheet.getRange(hidden + 1, TEAM_COL.pick + 1, length, plan.columns - TEAM_COL.pick).clearContent();
}

function resize(sheet: Sheet, rows: number, columns: number): void {
  const [hadRows, hadColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > hadRows) sheet.insertRowsAfter(hadRows, rows - hadRows);
  if (rows < hadRows) sheet.deleteRows(rows + 1, hadRows - rows);
  if (columns > hadColumns) sheet.insertColumnsAfter(hadColumns, columns - hadColumns);
  if (columns < hadColumns) sheet.deleteColumns(columns + 1, hadColumns - columns);
  sheet.setHiddenGridlines(true);
  sheet.setFrozenRows(1);
  sheet.showColumns(1, VISIBLE);
  TEAM_WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  sheet.hideColumns(TEAM_COL.pick, columns - VISIBLE);
}

/** Runs of rows of a kind, as [first sheet row, length]. Lines that are not seen are left out on demand. */
function runs(plan: TeamPlan, kinds: readonly TeamRowKind[], spares = true): [number, number][] {
  return runsOfTrue(plan.rows.map((row) => kinds.includes(row.kind) && (spares || !row.spare))).map(
    ([first, length]) => [first + 1, length],
  );
}

function mergeCells(sheet: Sheet, plan: TeamPlan): void {
  const merge = (kinds: readonly TeamRowKind[], parts: readonly { col: number; width: number }[]) => {
    for (const [row, length] of runs(plan, kinds))
      for (const { col, width } of parts) sheet.getRange(row, col, length, width).mergeAcross();
  };
  merge(['sideBand', 'side'], SIDES);
  merge(['kpiHeader', 'kpi', 'kpiTotal'], KPI_SLOTS);
}

function drawLines(sheet: Sheet, plan: TeamPlan): void {
  const style = SpreadsheetApp.BorderStyle;
  const line = (row: number, col: number, rows: number, columns: number) => sheet.getRange(row, col, rows, columns);
  line(1, 1, 1, VISIBLE).setBorder(null, null, true, null, null, null, HEAD_LINE, style.SOLID_MEDIUM);
  for (const [row, length] of runs(plan, ['person', 'kpi', 'side'], false)) {
    line(row, 1, length, VISIBLE).setBorder(null, null, true, null, null, true, HAIRLINE, style.SOLID);
    line(row, 1, length, 1).setBorder(null, true, null, null, null, null, BAND.back, style.SOLID_MEDIUM);
  }
  for (const [row, length] of runs(plan, ['person', 'kpi'], false))
    line(row, 1, length, VISIBLE).setBorder(null, null, null, null, true, null, HAIRLINE, style.SOLID);
  for (const [row, length] of runs(plan, ['side'], false))
    SIDES.forEach(({ col }, n) => {
      const solid = sectionColors(n === 0 ? 'working' : 'notWorking', n).solid;
      line(row, col, length, 1).setBorder(null, true, null, null, null, null, solid, style.SOLID_THICK);
    });
  const under = (kind: TeamRowKind, colour: string) => {
    for (const [row, length] of runs(plan, [kind]))
      line(row, 1, length, VISIBLE).setBorder(null, null, true, null, null, null, colour, style.SOLID);
  };
  under('header', INK);
  under('kpiHeader', KPI_COLORS.solid);
  for (const [row, length] of runs(plan, ['total', 'kpiTotal']))
    line(row, 1, length, VISIBLE).setBorder(true, null, null, null, null, null, HEAD_LINE, style.SOLID);
}

function makeMonthInput(sheet: Sheet, plan: TeamPlan): void {
  const cell = sheet.getRange(MONTH_INPUT.row, MONTH_INPUT.col);
  const { row, col, count } = plan.months;
  const months = sheet.getRange(row, col, count, 1).setNumberFormat(MONTH_FORMAT);
  cell
    .setBorder(true, true, true, true, null, null, HEAD_LINE, SpreadsheetApp.BorderStyle.SOLID)
    .setDataValidation(
      SpreadsheetApp.newDataValidation().requireValueInRange(months, true).setAllowInvalid(true).build(),
    )
    .setNote('A month to look back at, like Oct 2026. Empty shows the newest one.');
}

/** Colours by sign and word, never by colour alone. */
function colourRules(sheet: Sheet, plan: TeamPlan): Rule[] {
  const cells = (kinds: readonly TeamRowKind[], col: number, width = 1) =>
    runs(plan, kinds).map(([row, length]) => sheet.getRange(row, col, length, width));
  const people = (col: number) => cells(['person'], col);
  const begins = (text: string) => SpreadsheetApp.newConditionalFormatRule().whenTextStartsWith(text);
  const equals = (text: string) => SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo(text);
  const contains = (text: string) => SpreadsheetApp.newConditionalFormatRule().whenTextContains(text);
  const rules: Rule[] = [];
  type Ranges = ReturnType<typeof people>;
  const filled = (rule: ReturnType<typeof begins>, alert: { back: string; text: string }, ranges: Ranges) => {
    if (ranges.length === 0) return;
    rules.push(rule.setBackground(alert.back).setFontColor(alert.text).setBold(true).setRanges(ranges).build());
  };
  const inked = (rule: ReturnType<typeof begins>, colour: string, ranges: Ranges) => {
    if (ranges.length > 0) rules.push(rule.setFontColor(colour).setRanges(ranges).build());
  };
  const shares = [...people(TEAM_COL.main), ...KPI_SLOTS.flatMap(({ col, width }) => cells(['kpi'], col, width))];
  filled(begins('▲'), ALERTS.good, shares);
  filled(begins('●'), ALERTS.watch, shares);
  filled(begins('▼'), ALERTS.off, shares);
  filled(SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(0), ALERTS.watch, people(TEAM_COL.stuck));
  filled(contains('late'), ALERTS.watch, people(TEAM_COL.commitments));
  inked(equals('none'), MUTED, people(TEAM_COL.commitments));
  const meeting = people(TEAM_COL.meeting);
  inked(equals(STATE.overdue), ALERTS.watch.text, meeting);
  inked(equals(STATE.gone), ALERTS.watch.text, meeting);
  inked(begins('✓'), ALERTS.good.text, meeting);
  const quiet = [...meeting, ...cells(['side'], SIDES[0].col)];
  for (const sign of ['○', '–']) inked(begins(sign), MUTED, quiet);
  inked(begins('◐'), MUTED, cells(['side'], SIDES[0].col));
  inked(equals(FIRST_MEETING), MUTED, people(TEAM_COL.focus));
  return rules;
}
