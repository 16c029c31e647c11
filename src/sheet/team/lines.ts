import type { Status } from '../../core/deal/carry';
import type { Kpi } from '../../core/kpi';
import { aheadSign } from '../../core/shared/standing';
import type { RawCell } from '../grid/cells';
import { COL, columnLetter, KEY } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import {
  bandRow,
  cellsBetween,
  headCell,
  keyRow,
  lastRow,
  nextBand,
  numberAt,
  type TabRef,
  tabColumn,
  textAt,
  valueAt,
} from '../grid/tab-formulas';
import { monthOf, NO_END, rosterCell, rosterRow } from '../setup/roster-formulas';
import { expectedDeals } from './expected';
import { lateOthers } from './late';
import type { TeamMember } from './members';
import { placeOf, rowAt, withoutSigns } from './named';

/**
 * The hidden columns of the Team tab: a line for each person on the roster, in its order, with what the person's tab says
 * on the month that is shown. The visible tables pick from these lines.
 */

/** What a line holds of the person. */
const PERSON_COLUMNS = [
  /** Smaller is further up; blank for somebody who is not shown. */
  'order',
  'rep',
  'line',
  'name',
  /** Sheet id of the tab; blank where it is gone. */
  'gid',
  'from',
  'until',
  'band',
  'shown',
  /** Band of the newest earlier block, for somebody without one in this month. */
  'prior',
  'at',
  'last',
  'state',
  'held',
  'earlier1',
  'earlier2',
  'heldOn',
  'minutes',
  'newer',
  'nextRow',
  'next',
  'focusRow',
  'lastFocusRow',
  'focus',
  'pipelineRow',
  'amount',
  'stuck',
  'open',
  'late',
  /** Deals whose date stood in this month when it began: how many, their amounts then, and what became of those. */
  'due',
  'dueAmount',
  'dueWon',
  'dueLost',
  'dueOpen',
  'share',
  'rank',
  'workingRow',
  'workingEnd',
  'working',
  'notWorkingRow',
  'notWorkingEnd',
  'notWorking',
  /** Lines that the longer of the two takes, so that the row grows with it. */
  'lines',
  /** What stands there when both are empty. */
  'nothing',
  /** All rows of the two, a line each, and the same without signs, to find words in. */
  'wrote',
  'plain',
  /** Where each of the words that are looked for stands in it, and who wrote it in which row. */
  'at1',
  'said1',
  'at2',
  'said2',
  'at3',
  'said3',
] as const;

/** What a line holds of each KPI. There is a goal only where there is an actual to be held against it. */
const KPI_COLUMNS = ['row', 'actual', 'goal', 'yearActual', 'yearGoal', 'words'] as const;

/** The two columns of each word that is looked for. */
const NAMED = [
  ['at1', 'said1'],
  ['at2', 'said2'],
  ['at3', 'said3'],
] as const;

export type PersonColumn = (typeof PERSON_COLUMNS)[number];
export type KpiColumn = (typeof KPI_COLUMNS)[number];

/** States of a 1:1, each with a sign. A planned one says "○" and what the block's band says. */
export const STATE = {
  held: '✓ held',
  reopened: '✓ held, reopened',
  running: '◐ in progress',
  planned: '○ planned',
  moved: '○ moved',
  overdue: '○ not held yet',
  none: '– no 1:1 yet',
  gone: 'tab gone',
} as const;

/** Characters of an entry that fit on one line below "What's working" and "What's not working". */
const LINE_LENGTH = { working: 54, notWorking: 78 } as const;

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "5 Nov" of a date cell, in English wherever the file is from. */
export function shortDay(cell: string): string {
  return `DAY(${cell})&" "&CHOOSE(MONTH(${cell});${SHORT_MONTHS.map((name) => `"${name}"`).join(';')})`;
}

/** Where the hidden lines stand on the Team tab, and how their formulas are made. */
export class TeamLines {
  readonly columns: number;

  /**
   * @param firstCol sheet column of the first hidden column of the lines
   * @param firstRow sheet row of the first line
   * @param month absolute address of the cell with the month that is shown
   */
  constructor(
    private readonly firstCol: number,
    private readonly firstRow: number,
    private readonly month: string,
    private readonly setupTab: string,
    private readonly members: readonly TeamMember[],
    private readonly kpis: readonly Kpi[],
    private readonly main: Kpi | undefined,
    private readonly statuses: readonly Status[],
  ) {
    this.columns = PERSON_COLUMNS.length + kpis.length * KPI_COLUMNS.length + this.tables().length;
  }

  /** "$X$5:$X$12": a column of the lines. */
  all(column: PersonColumn): string {
    return this.range(this.personCol(column));
  }

  /** The same for a column of a KPI. */
  allOf(kpi: Kpi, column: KpiColumn): string {
    return this.range(this.kpiCol(kpi, column));
  }

  /** The KPIs of each table: as many as stand side by side. */
  tables(): Kpi[][] {
    const tables: Kpi[][] = [];
    for (let at = 0; at < this.kpis.length; at += KPIS_A_TABLE) tables.push(this.kpis.slice(at, at + KPIS_A_TABLE));
    return tables;
  }

  /** The sheet column of a column of the lines. */
  colOf(column: PersonColumn): number {
    return this.personCol(column);
  }

  /** The cells above the lines that hold a word that is looked for: how, and as it is told. */
  wordCells(n: number): { row: number; col: number; stem: string; word: string } {
    const col = this.personCol(NAMED[n]?.[0] ?? 'at1');
    const row = this.firstRow - 1;
    return { row, col, stem: `$${columnLetter(col)}$${row}`, word: `$${columnLetter(col + 1)}$${row}` };
  }

  /** Who wrote a word and in which row: a column of the lines. */
  allSaid(n: number): string {
    return this.all(NAMED[n]?.[1] ?? 'said1');
  }

  /** The column of what is corrected with a table's KPIs. */
  allCorrections(table: number): string {
    return this.range(this.firstCol + PERSON_COLUMNS.length + this.kpis.length * KPI_COLUMNS.length + table);
  }

  /** The lines' cells, one array for each person. */
  cells(): RawCell[][] {
    return this.members.map((member, index) => {
      const row = this.firstRow + index;
      const formulas = {
        ...this.personFormulas(member, index),
        ...(member.tab === null ? {} : this.tabFormulas(member.tab, row)),
      };
      const line: RawCell[] = PERSON_COLUMNS.map((name) => formulas[name] ?? '');
      for (const kpi of this.kpis) {
        const own = member.tab === null ? {} : this.kpiFormulas(member.tab, kpi, row);
        for (const name of KPI_COLUMNS) line.push(own[name] ?? '');
      }
      for (const some of this.tables()) line.push(member.tab === null ? '' : this.corrections(member.tab, some, row));
      return line.map((cell) => (cell === '' || cell === `rep:${member.id}` ? cell : `=${cell}`));
    });
  }

  private personFormulas(member: TeamMember, index: number): Partial<Record<PersonColumn, string>> {
    const c = (name: PersonColumn) => this.cell(this.personCol(name), this.firstRow + index);
    const setup = (field: 'name' | 'start' | 'end') => rosterCell(this.setupTab, field, c('line'));
    return {
      order: `IF(${c('shown')}=1;IF(ISNUMBER(${c('rank')});${c('rank')};10000)*1000+${index};"")`,
      rep: `rep:${member.id}`,
      line: `IFERROR(${rosterRow(this.setupTab, member.id)};0)`,
      name: `IF(${c('line')}=0;"";${setup('name')}&"")`,
      gid: member.tab === null || member.sheetId === null ? '""' : String(member.sheetId),
      from: `IF(${c('line')}=0;${NO_END};${monthOf(setup('start'), 0)})`,
      until: `IF(${c('line')}=0;0;${monthOf(setup('end'), NO_END)})`,
      shown: `IF(AND(${c('until')}>=${this.month};OR(${c('band')}<>"";${c('from')}<=${this.month}));1;0)`,
      state: `IF(${c('shown')}=1;"${STATE.gone}";"")`,
      held: '0',
      nothing: c('state'),
      lines: '1',
    };
  }

  /** What is read from the person's tab. */
  private tabFormulas(tab: TabRef, row: number): Partial<Record<PersonColumn, string>> {
    const c = (name: PersonColumn) => this.cell(this.personCol(name), row);
    const { month } = this;
    const band = c('band');
    const inBand = (col: number, at = band) => valueAt(tab, col, at);
    const isHeld = (at: string) => `OR(${inBand(HIDDEN.state, at)}="finished";${inBand(HIDDEN.state, at)}="reopened")`;
    const key = (name: string, at: PersonColumn = 'band') =>
      `IF(${c(at)}="";"";${keyRow(tab, name, c(at), c('last'))})`;
    const [newestMonth, previousMonth] = [headCell(tab, 'newest'), headCell(tab, 'previous')];
    const earlier = (of: string) => `IF(N(${of})>=${month};"";${bandRow(tab, of)})`;
    const end = inBand(COL.next);
    const aboveBand = inBand(HIDDEN.month, `${band}-1`);
    const day = (at: string) => `IF(${inBand(COL.when, at)}="";"";${inBand(COL.when, at)})`;
    const focus = textAt(tab, COL.when, c('focusRow'));
    const lastFocus = textAt(tab, COL.when, c('lastFocusRow'));
    return {
      band: `IF(${c('until')}<${month};"";${bandRow(tab, month)})`,
      prior: `IF(AND(${band}="";${c('shown')}=1);IFERROR(IF(N(${newestMonth})<${month};${earlier(newestMonth)};${earlier(previousMonth)});"");"")`,
      at: `IF(${band}="";${c('prior')};${band})`,
      last: lastRow(tab, c('at')),
      state: `IF(${c('shown')}=0;"";IF(ISERROR(${headCell(tab, 'tab')});"${STATE.gone}";IF(${band}="";"${STATE.none}";IF(${inBand(HIDDEN.state)}="finished";"${STATE.held}";IF(${inBand(HIDDEN.state)}="reopened";"${STATE.reopened}";IF(OR(${end}="in progress";ISNUMBER(${end}));"${STATE.running}";"○ "&${end}))))))`,
      held: `IF(${band}="";0;IF(${isHeld(band)};1;0))`,
      earlier1: `IF(${c('at')}="";"";IF(${band}="";${c('at')};IFERROR(IF(${inBand(HIDDEN.key, `${c('last')}+1`)}="${KEY.band}";${c('last')}+1;"");"")))`,
      earlier2: `IF(${c('earlier1')}="";"";IFERROR(${nextBand(tab, c('earlier1'))};""))`,
      heldOn: `IF(${c('held')}=1;${day(band)};IF(${c('earlier1')}="";"";IF(${isHeld(c('earlier1'))};${day(c('earlier1'))};IF(${c('earlier2')}="";"";IF(${isHeld(c('earlier2'))};${day(c('earlier2'))};"not lately")))))`,
      minutes: `IF(${c('held')}=1;${numberAt(tab, COL.next, band)};"")`,
      newer: `IF(${band}="";"";IF(${band}<6;"";IFERROR(IF(${aboveBand}>${month};MATCH(${aboveBand};${tabColumn(tab, HIDDEN.month)};0);"");"")))`,
      nextRow: `IF(${c('at')}="";"";IF(AND(${band}<>"";${c('held')}=0);${band};IF(${c('newer')}="";${key('text:nextDate', 'at')};IF(OR(${isHeld(c('newer'))};${inBand(COL.when, c('newer'))}="");${key('text:nextDate', 'at')};${c('newer')}))))`,
      next: `IF(${c('nextRow')}="";"";IFERROR(${day(c('nextRow'))};""))`,
      focusRow: key('text:focus', 'at'),
      lastFocusRow: key('focus', 'at'),
      focus: `IF(${c('at')}="";"";IF(${focus}<>"";${focus};IF(OR(${band}="";${c('held')}=1);"";IF(${lastFocus}<>"";${lastFocus};IF(${inBand(HIDDEN.number)}=1;"${FIRST_MEETING}";"")))))`,
      pipelineRow: key('sum:pipeline'),
      amount: numberAt(tab, COL.amount, c('pipelineRow')),
      stuck: numberAt(tab, HIDDEN.stuckDeals, c('pipelineRow')),
      open: numberAt(tab, HIDDEN.openCommitments, c('pipelineRow')),
      // A salesperson's own are not told to everybody.
      late: lateOthers(tab, band, c('last'), c('name')),
      ...this.expected(tab, row),
      ...(this.main ? this.ofMain(tab, this.main, row) : {}),
      ...this.entries(tab, row, 'working', 'workingRow', 'workingEnd'),
      ...this.entries(tab, row, 'notWorking', 'notWorkingRow', 'notWorkingEnd'),
      ...this.named(tab, row),
      lines: `MAX(1;${this.lineCount(tab, row, 'working')};${this.lineCount(tab, row, 'notWorking')})`,
      nothing: `IF(OR(${c('shown')}=0;${c('working')}<>"";${c('notWorking')}<>"");"";IF(${band}="";${c('state')};IF(${c('held')}=1;"";IF(IFERROR(${valueAt(tab, COL.when, keyRow(tab, 'text:ready', band, c('last')))};"")="✓";"◐ ready";"○ nothing yet")&IF(ISNUMBER(${inBand(COL.when)});", 1:1 on "&${shortDay(inBand(COL.when))};""))))`,
    };
  }

  private expected(tab: TabRef, row: number): Partial<Record<PersonColumn, string>> {
    const c = (name: PersonColumn) => this.cell(this.personCol(name), row);
    const due = expectedDeals(tab, c('band'), c('last'), this.month, this.statuses);
    return { due: due.count, dueAmount: due.amount, dueWon: due.won, dueLost: due.lost, dueOpen: due.open };
  }

  /** Ties share a rank. Only numbers are compared: a text is larger than any of them. */
  private ofMain(tab: TabRef, main: Kpi, row: number): Partial<Record<PersonColumn, string>> {
    const share = textAt(tab, COL.status, this.cell(this.kpiCol(main, 'row'), row));
    const actual = this.cell(this.kpiCol(main, 'actual'), row);
    const actuals = this.allOf(main, 'actual');
    const rank = `IF(ISNUMBER(${actual});1+SUMPRODUCT(ISNUMBER(${actuals})*(${actuals}${aheadSign(main.better)}${actual}));"")`;
    return { share, rank };
  }

  /** What stands in column A from a section's header to the gap below it. */
  private entries(
    tab: TabRef,
    row: number,
    section: 'working' | 'notWorking',
    first: 'workingRow' | 'notWorkingRow',
    last: 'workingEnd' | 'notWorkingEnd',
  ): Partial<Record<PersonColumn, string>> {
    const c = (name: PersonColumn) => this.cell(this.personCol(name), row);
    const top = c(first);
    const gap = `MATCH("${KEY.gap}";${cellsBetween(tab, HIDDEN.key, `${top}+1`, c('last'))};0)`;
    return {
      [first]: `IF(${c('band')}="";"";${keyRow(tab, KEY.header(section), c('band'), c('last'))})`,
      [last]: `IF(${top}="";"";IFERROR(${top}+${gap}-1;${top}))`,
      [section]: `IF(${top}="";"";IF(${c(last)}<=${top};"";IFERROR(TEXTJOIN(CHAR(10)&"• ";TRUE;${cellsBetween(tab, COL.who, `${top}+1`, c(last))});"")))`,
    };
  }

  /** What the person wrote about what works and what does not, and the words that several named in it. */
  private named(tab: TabRef, row: number): Partial<Record<PersonColumn, string>> {
    const c = (name: PersonColumn) => this.cell(this.personCol(name), row);
    const rows = (top: string, end: string) => {
      const cells = [COL.who, COL.why].map((col) => cellsBetween(tab, col, `${top}+1`, end)).join(';');
      return `IF(${top}="";"";IF(${end}<=${top};"";IFERROR(TEXTJOIN(CHAR(10);TRUE;${cells});"")))`;
    };
    const all = `${rows(c('workingRow'), c('workingEnd'))};${rows(c('notWorkingRow'), c('notWorkingEnd'))}`;
    const said = NAMED.flatMap(([at, name], n) => [
      [at, placeOf(this.wordCells(n).stem, c('plain'))],
      [name, rowAt(c(at), c('wrote'), c('name'))],
    ]);
    return {
      wrote: `IF(OR(${c('shown')}=0;${c('band')}="");"";CHAR(10)&TEXTJOIN(CHAR(10);TRUE;${all})&CHAR(10))`,
      plain: withoutSigns(c('wrote')),
      ...Object.fromEntries(said),
    };
  }

  private lineCount(tab: TabRef, row: number, section: 'working' | 'notWorking'): string {
    const c = (name: PersonColumn) => this.cell(this.personCol(name), row);
    const entries = cellsBetween(tab, COL.who, `${c(`${section}Row`)}+1`, c(`${section}End`));
    const length = LINE_LENGTH[section];
    return `IF(${c(section)}="";0;IFERROR(SUMPRODUCT(INT((LEN(${entries})+${length - 1})/${length}));1))`;
  }

  private kpiFormulas(tab: TabRef, kpi: Kpi, row: number): Partial<Record<KpiColumn, string>> {
    const c = (name: KpiColumn) => this.cell(this.kpiCol(kpi, name), row);
    const person = (name: PersonColumn) => this.cell(this.personCol(name), row);
    const positive = (col: number) => {
      const cell = valueAt(tab, col, c('row'));
      return `IFERROR(IF(N(${cell})>0;${cell};"");"")`;
    };
    const band = person('band');
    const year = `IF(AND(ISNUMBER(${c('yearActual')});ISNUMBER(${c('yearGoal')}));"year "&TEXT(${c('yearActual')}/${c('yearGoal')};"0%");"")`;
    return {
      row: `IF(${band}="";"";${keyRow(tab, KEY.item('kpis', kpi.id), band, person('last'))})`,
      actual: numberAt(tab, COL.amount, c('row')),
      goal: `IF(ISNUMBER(${c('actual')});${positive(COL.when)};"")`,
      yearActual: numberAt(tab, HIDDEN.yearActual, c('row')),
      yearGoal: `IF(${c('row')}="";"";${positive(HIDDEN.yearGoal)})`,
      words: `IF(${c('row')}="";"";${joined(textAt(tab, COL.status, c('row')), year)})`,
    };
  }

  private corrections(tab: TabRef, kpis: readonly Kpi[], row: number): string {
    const texts = kpis.map((kpi) => textAt(tab, COL.next, this.cell(this.kpiCol(kpi, 'row'), row)));
    return `TEXTJOIN(CHAR(10);TRUE;${texts.join(';')})`;
  }

  private personCol(name: PersonColumn): number {
    return this.firstCol + PERSON_COLUMNS.indexOf(name);
  }

  private kpiCol(kpi: Kpi, name: KpiColumn): number {
    const at = this.kpis.findIndex((each) => each.id === kpi.id);
    return this.firstCol + PERSON_COLUMNS.length + at * KPI_COLUMNS.length + KPI_COLUMNS.indexOf(name);
  }

  private cell(col: number, row: number): string {
    return `$${columnLetter(col)}${row}`;
  }

  private range(col: number): string {
    const letter = columnLetter(col);
    return `$${letter}$${this.firstRow}:$${letter}$${this.firstRow + this.members.length - 1}`;
  }
}

/** How many KPIs stand side by side. */
export const KPIS_A_TABLE = 4;

/** What stands for the focus at somebody's very first 1:1. */
export const FIRST_MEETING = 'first 1:1 on this tab';

/** "▲ 106% · year 101%", or the one of the two that is there. */
export function joined(first: string, second: string): string {
  return `${first}&IF(AND(${first}<>"";${second}<>"");" · ";"")&${second}`;
}
