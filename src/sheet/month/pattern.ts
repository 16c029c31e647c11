import { NOTHING_CARRIED, type Status } from '../../core/deal/carry';
import type { Kpi } from '../../core/kpi';
import type { Section } from '../../core/shared/agenda';
import { digestOf } from '../../core/shared/hash';
import { USUAL } from '../grid/columns';
import { a1, COL, VISIBLE } from '../grid/grid';
import { RepTab } from '../grid/rep-tab';
import { type LookSource, paintRows, stampOf } from './apply';
import { lookOf } from './look';
import { type BlockPlan, type PlannedRow, planBlock } from './plan';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** First words of the pattern's name; behind them stands a digest of what it shows, so that it need not be read. */
export const PATTERN_TAB = 'Month pattern';
const OWN_NAME = new RegExp(`^${PATTERN_TAB}( [0-9a-z]+){0,2}$`);

/** Rows to type into that the pattern has where last month's rows come along; more than these cost one copy more. */
const ROOM = { existing: 40, growth: 6 } as const;
/** Rows of the Conclusion that the pattern has with all that follows them, beside those of a first month. */
const CONCLUSIONS = [3, 4, 5, 6] as const;

/** What of Setup decides how a month looks. */
export interface PatternSetup {
  agendas: Readonly<Record<string, readonly Section[]>>;
  kpis: readonly Kpi[];
  statuses: readonly Status[];
}

/** Rows of the pattern that look like rows of a month, both 0-based. They come so many times, one below the other. */
interface Slice {
  from: number;
  to: number;
  rows: number;
  times: number;
}

/**
 * The hidden pattern of a month: a tab of its own with rows of every look that a month has, and no values. It is painted once
 * for a Setup, by the code that also repairs months, and copied from then on, since a copy brings all looks at once. Its
 * columns are counted by no figure, and nobody's month is what another one is copied from.
 */
export class MonthPattern implements LookSource {
  private constructor(
    private readonly sheet: Sheet,
    private readonly stamps: readonly string[],
    private readonly formats: readonly string[],
    private readonly statuses: readonly Status[],
  ) {}

  /**
   * Finds the pattern for this Setup, else paints it. Null where it cannot be: a person's own words stand there, or it is protected.
   * @param year as the row Pipeline names it: of another year the pattern only gets its words, not its looks
   */
  static of(book: Spreadsheet, setup: PatternSetup, year: string): MonthPattern | null {
    const plan = patternPlan(setup, year);
    const stamps = plan.rows.map((row) => stampOf(row, setup.statuses));
    const looks = `${PATTERN_TAB} ${digestOf(stamps)}`;
    // As short as a program's that has no longer names than 31 letters: "26", "2627".
    const name = `${looks} ${year.slice(2).replace(/\W/g, '')}`;
    const sheet =
      book.getSheetByName(name) ?? ofThisYear(book, looks, name, plan) ?? painted(book, name, plan, setup.statuses);
    return sheet && new MonthPattern(sheet, stamps, formatsOf(plan), setup.statuses);
  }

  /**
   * A paste takes its conditional formats along and cuts its place out of those that are there, so the tab's rules are set
   * once more as they were: they neither split nor multiply. Three calls, and one for each section that rows have come along to.
   */
  copyTo(tab: RepTab, top: number, plan: BlockPlan): 'looks' | 'looks and formats' | null {
    const [run, ...more] = tab.columns.runs(1, VISIBLE);
    const slices = slicesOf(
      plan.rows.map((row) => stampOf(row, this.statuses)),
      this.stamps,
    );
    if (!run || run.count < VISIBLE || more.length > 0 || !slices) return null;
    const rules = tab.sheet.getConditionalFormatRules();
    for (const { from, to, rows, times } of slices)
      this.sheet
        .getRange(from + 1, 1, rows, VISIBLE)
        .copyTo(
          tab.sheet.getRange(top + to, run.at, rows * times, VISIBLE),
          SpreadsheetApp.CopyPasteType.PASTE_NORMAL,
          /* transposed= */ false,
        );
    tab.sheet.setConditionalFormatRules(rules);
    const wanted = formatsOf(plan);
    const fits = ({ from, to, rows, times }: Slice) =>
      wanted.slice(to, to + rows * times).every((formats, n) => formats === this.formats[from + (n % rows)]);
    return slices.every(fits) ? 'looks and formats' : 'looks';
  }
}

/** The number formats of each row, as one text. */
function formatsOf(plan: BlockPlan): string[] {
  return lookOf(plan).formats.map((line) => line.join('\n'));
}

/** The pattern with these looks that was made in another year, with this year's words; null where there is none. */
function ofThisYear(book: Spreadsheet, looks: string, name: string, plan: BlockPlan): Sheet | null {
  const sheet = book.getSheets().find((one) => one.getName().startsWith(`${looks} `));
  const [at] = plan.rows.flatMap(({ year }, n) => (year === undefined ? [] : [n]));
  if (!sheet || at === undefined) return null;
  const format = lookOf(plan).formats[at]?.[COL.next - 1] as string;
  const places = plan.rows.flatMap(({ year }, n) => (year === undefined ? [] : [a1(n + 1, COL.next)]));
  if (!sheet.getRange(1, 1).canEdit()) return null;
  sheet.getRangeList(places).setNumberFormat(format);
  return sheet.setName(name);
}

/**
 * The rows of each agenda as a first month has them, then with room for what comes along: for opportunities and lines of
 * development; from the opportunities on with the question how help went; and the end with so many commitments.
 */
function patternPlan({ agendas, kpis, statuses }: PatternSetup, year: string): BlockPlan {
  const rows = Object.values(agendas).flatMap((agenda) => {
    const first = planBlock({
      rep: '',
      month: 200001,
      number: 1,
      agenda,
      carry: NOTHING_CARRIED,
      kpis,
      goals: [],
      statuses,
      firstRow: 1,
      earlierKpiRows: {},
      opened: '',
      newId: () => 'pattern',
    }).rows.map((row) => (row.year === undefined ? row : { ...row, year }));
    return [
      ...first,
      ...withSpares(first, ROOM),
      ...fromSection('existing', withSpares(first, { ...ROOM, existing: 1, topics: 3 })),
      ...CONCLUSIONS.flatMap((conclusion) => fromSection('growth', withSpares(first, { conclusion }))),
    ];
  });
  return { month: 200001, rows, sections: [] };
}

type Spares = Partial<Record<Section['kind'], number>>;

/** With so many rows to type into in these sections. */
function withSpares(rows: readonly PlannedRow[], spares: Spares): PlannedRow[] {
  return rows.flatMap((row, n) => {
    const count = row.kind === 'spare' && row.sectionKind ? spares[row.sectionKind] : undefined;
    if (count === undefined) return [row];
    return rows[n - 1]?.kind === 'spare' ? [] : Array.from({ length: count }, () => row);
  });
}

/** From the first row to type into of a section on. */
function fromSection(kind: Section['kind'], rows: readonly PlannedRow[]): PlannedRow[] {
  const first = rows.findIndex((row) => row.kind === 'spare' && row.sectionKind === kind);
  return first < 0 ? [] : rows.slice(first);
}

/**
 * Covers rows by the longest stretches of the pattern that look the same, from the top; a longer run of rows that are all
 * alike by one of them, many times. Null where a row's look is not in it.
 */
export function slicesOf(wanted: readonly string[], pattern: readonly string[]): Slice[] | null {
  const slices: Slice[] = [];
  for (let to = 0; to < wanted.length; ) {
    let best = { from: 0, rows: 0, times: 1 };
    pattern.forEach((_, from) => {
      let rows = 0;
      while (to + rows < wanted.length && pattern[from + rows] === wanted[to + rows]) rows++;
      if (rows > best.rows) best = { from, rows, times: 1 };
    });
    if (best.rows === 0) return null;
    let alike = 1;
    while (wanted[to + alike] === wanted[to]) alike++;
    if (alike > best.rows) best = { from: best.from, rows: 1, times: alike };
    slices.push({ ...best, to });
    to += best.rows * best.times;
  }
  return slices;
}

/** Paints the pattern on a tab of its own. Its name is given last: a pattern of which a run has painted a part is not taken for one. */
function painted(book: Spreadsheet, name: string, plan: BlockPlan, statuses: readonly Status[]): Sheet | null {
  const there = book.getSheets().find((sheet) => OWN_NAME.test(sheet.getName()));
  if (there && (there.getLastRow() > 0 || !there.getRange(1, 1).canEdit())) return null;
  there?.setName(PATTERN_TAB);
  const sheet = there ?? hiddenTab(book);
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows < plan.rows.length) sheet.insertRowsAfter(rows, plan.rows.length - rows);
  if (rows > plan.rows.length) sheet.deleteRows(plan.rows.length + 1, rows - plan.rows.length);
  if (columns > VISIBLE) sheet.deleteColumns(VISIBLE + 1, columns - VISIBLE);
  paintRows(new RepTab(sheet, USUAL), 1, plan, statuses);
  return sheet.setName(name);
}

/** Who looks at a tab goes on looking at it. */
function hiddenTab(book: Spreadsheet): Sheet {
  const active = book.getActiveSheet();
  const sheet = book.insertSheet(PATTERN_TAB, book.getSheets().length);
  book.setActiveSheet(active);
  return sheet.hideSheet();
}
