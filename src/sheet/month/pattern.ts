import { NOTHING_CARRIED, type Status } from '../../core/deal/carry';
import type { Kpi } from '../../core/kpi';
import type { Section } from '../../core/shared/agenda';
import { digestOf } from '../../core/shared/hash';
import { USUAL } from '../grid/columns';
import { VISIBLE } from '../grid/grid';
import { RepTab } from '../grid/rep-tab';
import { type LookSource, paintRows, stampOf } from './apply';
import { type BlockPlan, type PlannedRow, planBlock } from './plan';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** First words of the pattern's name; behind them stands a digest of what it shows, so that it need not be read. */
export const PATTERN_TAB = 'Month pattern';
const OWN_NAME = new RegExp(`^${PATTERN_TAB}( [0-9a-z]+)?$`);

/** Rows to type into that the pattern has where last month's rows come along: of opportunities more than of the others. */
const ROOM: Partial<Record<Section['kind'], number>> = { existing: 40, topics: 4, growth: 10, conclusion: 10 };

/** What of Setup decides how a month looks. */
export interface PatternSetup {
  agendas: Readonly<Record<string, readonly Section[]>>;
  kpis: readonly Kpi[];
  statuses: readonly Status[];
}

/** Rows of the pattern that look like rows of a month. Both 0-based. */
interface Slice {
  from: number;
  to: number;
  rows: number;
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
    private readonly statuses: readonly Status[],
  ) {}

  /** Finds the pattern for this Setup, else paints it. Null where it cannot be: a person's own words stand there, or it is protected. */
  static of(book: Spreadsheet, setup: PatternSetup): MonthPattern | null {
    const plan = patternPlan(setup);
    const stamps = plan.rows.map((row) => stampOf(row, setup.statuses));
    const name = `${PATTERN_TAB} ${digestOf(stamps)}`;
    const sheet = book.getSheetByName(name) ?? painted(book, name, plan, setup.statuses);
    return sheet && new MonthPattern(sheet, stamps, setup.statuses);
  }

  /**
   * A paste takes its conditional formats along and cuts its place out of those that are there, so the tab's rules are set
   * once more as they were: they neither split nor multiply. Three calls, and one for each section that rows have come along to.
   */
  copyTo(tab: RepTab, top: number, plan: BlockPlan): boolean {
    const [run, ...more] = tab.columns.runs(1, VISIBLE);
    const slices = slicesOf(
      plan.rows.map((row) => stampOf(row, this.statuses)),
      this.stamps,
    );
    if (!run || run.count < VISIBLE || more.length > 0 || !slices) return false;
    const rules = tab.sheet.getConditionalFormatRules();
    for (const { from, to, rows } of slices)
      this.sheet
        .getRange(from + 1, 1, rows, VISIBLE)
        .copyTo(
          tab.sheet.getRange(top + to, run.at, rows, VISIBLE),
          SpreadsheetApp.CopyPasteType.PASTE_NORMAL,
          /* transposed= */ false,
        );
    tab.sheet.setConditionalFormatRules(rules);
    return true;
  }
}

/** The rows of each agenda as a first month has them, then once more with room for what comes along. */
function patternPlan({ agendas, kpis, statuses }: PatternSetup): BlockPlan {
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
    }).rows;
    return [...first, ...first.flatMap(withRoom)];
  });
  return { month: 200001, rows, sections: [] };
}

function withRoom(row: PlannedRow): PlannedRow[] {
  const room = row.kind === 'spare' && row.sectionKind ? (ROOM[row.sectionKind] ?? 1) : 1;
  return Array.from({ length: room }, () => row);
}

/** Covers rows by the longest stretches of the pattern that look the same, from the top. Null where a row's look is not in it. */
export function slicesOf(wanted: readonly string[], pattern: readonly string[]): Slice[] | null {
  const slices: Slice[] = [];
  for (let to = 0; to < wanted.length; ) {
    let best = { from: 0, rows: 0 };
    pattern.forEach((_, from) => {
      let rows = 0;
      while (to + rows < wanted.length && pattern[from + rows] === wanted[to + rows]) rows++;
      if (rows > best.rows) best = { from, rows };
    });
    if (best.rows === 0) return null;
    slices.push({ ...best, to });
    to += best.rows;
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
