import type { Problem } from '../../core/problems';
import { ProblemError, stop } from '../../core/problems';
import type { Rep } from '../../core/roster';
import { type MonthKey, yearName } from '../../core/shared/month';
import { type RawCell, readCell, readCells, withoutBlankEnd } from '../grid/cells';
import type { Columns } from '../grid/columns';
import { COL } from '../grid/grid';
import { readHead } from '../grid/tab-head';
import { zoneOf } from '../grid/zone';
import type { Block } from '../month/block';
import { MonthPattern } from '../month/pattern';
import { readTabIndex, type TabIndex } from '../month/read';
import { readMonth } from '../month/read-open';
import { type FiguresPlace, figuresPlace } from '../team/figures';
import { parseSetup, type Setup } from './read';
import { SETUP_COL, SETUP_COLUMNS, SETUP_KEY, SETUP_TAB } from './tables';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The tracker in one spreadsheet: finds the Setup tab and people's tabs, each read at most once in a run. */
export class Tracker {
  readonly zone: string;
  private setupCache: { sheet: Sheet; values: RawCell[][]; setup: Setup } | null | undefined;
  private figuresCache: FiguresPlace | null | undefined;
  private patternCache: MonthPattern | null | undefined;
  private readonly columnsById = new Map<number, Columns>();
  private readonly sheets = new Map<number, Sheet>();

  constructor(readonly book: Spreadsheet) {
    this.zone = zoneOf(book);
  }

  /** Setup as it stands, or null when this spreadsheet has no tracker. */
  find(): Setup | null {
    return this.load()?.setup ?? null;
  }

  /** Setup; stops with a clear problem when there is no tracker. */
  setup(): Setup {
    return this.find() ?? stop('noTracker');
  }

  /** The Setup tab itself and its values. */
  setupSheet(): { sheet: Sheet; values: RawCell[][] } {
    return this.load() ?? stop('noTracker');
  }

  /** Stops when a line of Setup cannot be read: for acts that build on all of it. */
  soundSetup(): Setup {
    const setup = this.setup();
    const first: Problem | undefined = setup.problems[0];
    if (first) stop(first.code, first.place, first.about);
    return setup;
  }

  /** Where the hidden Figures are; null when there are none. */
  figures(): FiguresPlace | null {
    if (this.figuresCache === undefined) this.figuresCache = figuresPlace(this);
    return this.figuresCache;
  }

  /** What months take their looks from, painted where it is not there; null where there can be none. One month in a run. */
  pattern(month: MonthKey): MonthPattern | null {
    const setup = this.setup();
    const year = yearName(month, setup.settings.yearBegins);
    if (this.patternCache === undefined) this.patternCache = MonthPattern.of(this.book, setup, year);
    return this.patternCache;
  }

  /** Forgets where Figures are, after changing their size. */
  forgetFigures(): void {
    this.figuresCache = undefined;
  }

  /** Where the columns of a rep's tab stand: one call for each tab, once in a run. */
  columnsOf(sheet: Sheet): Columns {
    const known = this.columnsById.get(sheet.getSheetId());
    if (known) return known;
    const { columns } = readHead(sheet);
    this.noteColumns(sheet, columns);
    return columns;
  }

  /** What a run knows of a tab's columns without reading it. */
  noteColumns(sheet: Sheet, columns: Columns): void {
    this.columnsById.set(sheet.getSheetId(), columns);
  }

  /** Forgets what was read, after writing to Setup. */
  forget(): void {
    this.setupCache = undefined;
  }

  /** A tab by its id, looked up once a run; null when it is gone. */
  sheetById(id: number): Sheet | null {
    const sheet = this.sheets.get(id) ?? this.book.getSheetById(id);
    if (sheet) this.sheets.set(id, sheet);
    return sheet;
  }

  /** Tabs that are nobody's own: where a tab of the tracker's is looked for once it has been renamed. */
  otherSheets(): Sheet[] {
    const own = new Set(this.find()?.roster.map((rep) => rep.sheetId));
    return this.book.getSheets().filter((sheet) => !own.has(sheet.getSheetId()));
  }

  /** The rep whose tab this is, by the id in the hidden head cell; null for other tabs and people not on the roster. */
  repOf(index: TabIndex): Rep | null {
    if (index.repId === '') return null;
    return this.setup().roster.find((rep) => rep.id === index.repId) ?? null;
  }

  /** A rep's tab, index and person; stops when the tab or the person has gone. */
  repTab(sheetId: number): { sheet: Sheet; index: TabIndex; rep: Rep } {
    const sheet = this.sheetById(sheetId) ?? stop('tabGone', undefined, this.nameOfTab(sheetId));
    const index = readTabIndex(sheet);
    const place = { tab: sheet.getName() };
    const damage = this.damageOf(sheet, index);
    if (damage) throw new ProblemError(damage);
    if (index.repId === '') stop('notARepTab', place);
    const rep = this.repOf(index) ?? stop('notOnRoster', place, { name: String(readCell(sheet.getRange(1, 1))) });
    return { sheet, index, rep };
  }

  /** Why a tab that has been somebody's is nobody's now, as far as Check and repair can help: a lost head, or a copy. */
  damageOf(sheet: Sheet, index: TabIndex): Problem | null {
    const place = { tab: sheet.getName() };
    if (index.repId === '') return this.nameOfTab(sheet.getSheetId()) ? { code: 'headLost', place } : null;
    const rep = this.repOf(index);
    const own = rep && this.ownTab(rep, sheet);
    return own ? { code: 'copiedTab', place, about: { name: rep.name, own: own.getName() } } : null;
  }

  /** A person's own tab where `sheet` is only a copy of it; null when it is the person's own. */
  ownTab(rep: Rep, sheet: Sheet): Sheet | null {
    return rep.sheetId === null || rep.sheetId === sheet.getSheetId() ? null : this.sheetById(rep.sheetId);
  }

  /** Reads a month's block; null when the tab has none. */
  block(index: TabIndex, month: number): Block | null {
    const place = index.blocks.find((b) => b.month === month);
    return place ? readMonth(index, place, this.zone) : null;
  }

  private nameOfTab(sheetId: number): Record<string, string> | undefined {
    const rep = this.find()?.roster.find((r) => r.sheetId === sheetId);
    return rep ? { name: rep.name } : undefined;
  }

  private load(): { sheet: Sheet; values: RawCell[][]; setup: Setup } | null {
    if (this.setupCache !== undefined) return this.setupCache;
    this.setupCache = null;
    const named = this.book.getSheetByName(SETUP_TAB);
    for (const sheet of this.maybeSetup(named)) {
      // A renamed Setup tab is known by its hidden head cell; the tab called Setup also by any of its table keys.
      if (sheet !== named && String(readCell(sheet.getRange(1, SETUP_COL.key))) !== SETUP_KEY) continue;
      const values = filledLines(sheet);
      const keys = values.map((line) => String(line[SETUP_COL.key - 1] ?? ''));
      if (keys[0] !== SETUP_KEY && !keys.some((key) => key.startsWith('table:'))) continue;
      const setup = parseSetup(values, sheet.getName(), this.zone, (sheetId) => this.nameOn(sheetId));
      this.setupCache = { sheet, values, setup };
      break;
    }
    return this.setupCache;
  }

  /** The name that stands on a tab, '' where there is no such tab. */
  private nameOn(sheetId: number): string {
    const sheet = this.sheetById(sheetId);
    return sheet ? String(readCell(sheet.getRange(1, COL.who))).trim() : '';
  }

  /** The tab called Setup, then the others: the last ones first, since Setup stands behind people's tabs. */
  private *maybeSetup(named: Sheet | null): Iterable<Sheet> {
    if (named) yield named;
    const id = named?.getSheetId();
    for (const sheet of this.book.getSheets().reverse()) if (sheet.getSheetId() !== id) yield sheet;
  }
}

/** Setup's columns down to the last filled row. Asking the sheet for that row would be a call of its own. */
function filledLines(sheet: Sheet): RawCell[][] {
  const columns = Math.min(SETUP_COLUMNS, sheet.getMaxColumns());
  const values = readCells(sheet.getRange(1, 1, sheet.getMaxRows(), columns));
  return withoutBlankEnd(values);
}
