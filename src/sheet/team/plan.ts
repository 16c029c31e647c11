import type { Status } from '../../core/deal/carry';
import { type Kpi, ratioParts } from '../../core/kpi';
import { monthName } from '../../core/shared/month';
import { standingFormula } from '../../core/shared/standing';
import type { RawCell } from '../grid/cells';
import { columnLetter } from '../grid/grid';
import { sheetRange } from '../setup/roster-formulas';
import { expectedWords } from './expected';
import { joined, type PersonColumn, STATE, TeamLines } from './lines';
import type { TeamMember } from './members';
import { MOST_WORDS, namedLine } from './named';

/** Name of the sheet, and what its hidden column says in the first row: by that it is known when it was renamed. */
export const TEAM_TAB = 'Team';
export const TEAM_KEY = 'team';

/** Columns of the Team tab, 1-based. A to J are seen; K holds which line a row shows, then come the lines themselves. */
export const TEAM_COL = {
  name: 1,
  meeting: 2,
  heldOn: 3,
  next: 4,
  main: 5,
  rank: 6,
  pipeline: 7,
  stuck: 8,
  commitments: 9,
  focus: 10,
  pick: 11,
  /** In row 1: the month that is shown, the month of its figures in words, the month itself in words, the newest one, the one that was typed, this month. */
  lines: 12,
} as const;

/** Widths in px, A to J: 1,040 together. */
export const TEAM_WIDTHS = [136, 108, 70, 66, 88, 46, 86, 70, 118, 252] as const;

/** The one input: a month to look back at. Empty means the newest. */
export const MONTH_INPUT = { row: 1, col: 9 } as const;

/** Two tables' worth of merged columns: "working" and "not working", and four KPIs a table. */
export const SIDES = [
  { col: 2, width: 5 },
  { col: 7, width: 4 },
] as const;
export const KPI_SLOTS = [
  { col: 2, width: 2 },
  { col: 4, width: 2 },
  { col: 6, width: 2 },
  { col: 8, width: 2 },
] as const;

export type TeamRowKind =
  | 'head'
  | 'gap'
  | 'expected'
  | 'band'
  | 'header'
  | 'person'
  | 'total'
  | 'sideBand'
  | 'side'
  | 'kpiBand'
  | 'kpiHeader'
  | 'kpi'
  | 'kpiTotal'
  | 'rest';

export interface TeamRow {
  kind: TeamRowKind;
  /** A line that only an older month needs, since somebody has left: without lines of its own, so that it is not seen. */
  spare: boolean;
  /** Values for A to K. */
  values: RawCell[];
}

export interface TeamPlan {
  rows: TeamRow[];
  /** Everything right of K, row by row from row 1. */
  hidden: RawCell[][];
  /** Sheet columns in all. */
  columns: number;
  /** The hidden column with each line's person: no line is without. */
  repCol: number;
  /** The texts in which words that several named are looked for, and the cells of those words, one pair after the other. */
  named: { texts: { row: number; col: number; count: number }; words: { row: number; col: number; count: number } };
  /** Months to choose from, as dates: a range of the hidden cells. */
  months: { row: number; col: number; count: number };
}

export interface TeamInput {
  /** Name of the hidden sheet with everybody's months. */
  figuresTab: string;
  /** Its last row. */
  figuresRows: number;
  setupTab: string;
  members: readonly TeamMember[];
  kpis: readonly Kpi[];
  statuses: readonly Status[];
  /** Names of the two sections that are shown side by side. */
  workingName: string;
  notWorkingName: string;
}

/** How many months back the list of months goes. */
const MONTHS_BACK = 24;
const FIRST_PERSON_ROW = 5;
const MONTH = `$${columnLetter(TEAM_COL.lines)}$1`;
const FIGURES_MONTH = `$${columnLetter(TEAM_COL.lines + 1)}$1`;
const MONTH_TITLE = `$${columnLetter(TEAM_COL.lines + 2)}$1`;
const NEWEST = `$${columnLetter(TEAM_COL.lines + 3)}$1`;
const INPUT = `$${columnLetter(MONTH_INPUT.col)}$${MONTH_INPUT.row}`;
const TYPED = `$${columnLetter(TEAM_COL.lines + 4)}$1`;
const NOW = `$${columnLetter(TEAM_COL.lines + 5)}$1`;

/** The KPI that stands for all in the table: the first result. */
export function mainKpi(kpis: readonly Kpi[]): Kpi | undefined {
  return kpis.find((kpi) => kpi.kind === 'result') ?? kpis[0];
}

/** Lays the Team tab out: rows of formulas, and the hidden lines they pick from. Pure. */
export function planTeam(input: TeamInput): TeamPlan {
  const { members, kpis } = input;
  const main = mainKpi(kpis);
  // The list of months has a column of its own before the lines.
  const monthsCol = TEAM_COL.lines;
  const lines = new TeamLines(
    monthsCol + 1,
    FIRST_PERSON_ROW,
    MONTH,
    input.setupTab,
    members,
    kpis,
    main,
    input.statuses,
  );
  const rows: TeamRow[] = [];
  const push = (kind: TeamRowKind, cells: Partial<Record<number, RawCell>> = {}, spare = false) => {
    const values: RawCell[] = Array.from({ length: TEAM_COL.pick }, () => '');
    for (const [col, value] of Object.entries(cells)) values[Number(col) - 1] = value;
    rows.push({ kind, spare, values });
    return rows.length;
  };
  const table = (
    kind: TeamRowKind,
    cells: (pick: string) => Partial<Record<number, RawCell>>,
    total?: { kind: TeamRowKind; cells: Partial<Record<number, RawCell>> },
  ) => {
    const here = members.filter((member) => !member.left).length || members.length;
    members.forEach((_, index) => {
      if (index === here && total) push(total.kind, total.cells);
      const row = rows.length + 1;
      const pick = `$${columnLetter(TEAM_COL.pick)}${row}`;
      push(kind, { ...cells(pick), [TEAM_COL.pick]: `=${pickOf(lines, index + 1)}` }, index >= here);
    });
    if (here === members.length && total) push(total.kind, total.cells);
  };

  push('head', headCells());
  push('expected', { [TEAM_COL.name]: `=${firstRead(lines)}` });
  push('band', { [TEAM_COL.name]: 'Standing', [TEAM_COL.meeting]: `=${summary(lines)}`, ...sourceNote(main) });
  push('header', standingHeader(main));
  table('person', (pick) => standingCells(lines, main, pick), {
    kind: 'total',
    cells: standingTotal(lines, main, kpis),
  });
  push('gap');
  push('sideBand', {
    [TEAM_COL.name]: 'Side by side',
    [SIDES[0].col]: input.workingName,
    [SIDES[1].col]: input.notWorkingName,
  });
  table('side', (pick) => sideCells(lines, pick));
  for (const [index, some] of lines.tables().entries()) {
    push('gap');
    push('kpiBand', {
      [TEAM_COL.name]: index === 0 ? 'KPIs' : 'More KPIs',
      [TEAM_COL.meeting]: `=${FIGURES_MONTH}&" against goal, and the year so far"`,
    });
    push('kpiHeader', {
      [TEAM_COL.name]: 'salesperson',
      ...slots(some, (kpi) => kpi.name),
      [TEAM_COL.focus]: 'what we correct',
    });
    table('kpi', (pick) => kpiCells(lines, some, index, pick), {
      kind: 'kpiTotal',
      cells: { [TEAM_COL.name]: 'Team', ...slots(some, (kpi) => `=${totalWords(lines, kpi, kpis)}`) },
    });
  }
  // The list of months stands beside the tables and may be longer than they are.
  while (rows.length < FIRST_PERSON_ROW + MONTHS_BACK) push('rest');
  return {
    rows,
    hidden: hiddenCells(input, lines),
    columns: monthsCol + lines.columns,
    repCol: lines.colOf('rep'),
    named: {
      texts: { row: FIRST_PERSON_ROW, col: lines.colOf('plain'), count: members.length },
      words: { ...lines.wordCells(0), count: 2 * MOST_WORDS },
    },
    months: { row: FIRST_PERSON_ROW, col: monthsCol, count: MONTHS_BACK },
  };
}

/** Which line a row shows: the n-th in order; 0 when there are fewer. */
function pickOf(lines: TeamLines, n: number): string {
  const order = lines.all('order');
  return `IFERROR(MATCH(SMALL(${order};${n});${order};0);0)`;
}

function picked(pick: string, range: string): string {
  return `IF(${pick}=0;"";INDEX(${range};${pick}))`;
}

function headCells(): Partial<Record<number, RawCell>> {
  return {
    [TEAM_COL.name]: `="Team · "&${MONTH_TITLE}`,
    [TEAM_COL.stuck]: 'look back at',
    [TEAM_COL.focus]: `=IF(${INPUT}="";"Type or choose a month to look back. All else is calculated from the tabs.";IF(${TYPED}="";"That is not a month, so the newest is shown. Try Oct 2026.";"Clear the month to follow the newest one again."))`,
    [TEAM_COL.pick]: TEAM_KEY,
  };
}

/** "revenue and rank: October", at the right end of the band. */
function sourceNote(main: Kpi | undefined): Partial<Record<number, RawCell>> {
  return main ? { [TEAM_COL.focus]: `="${quote(main.name)} and rank: "&${FIGURES_MONTH}` } : {};
}

/** What a head of sales reads first: of the whole team, never of one person. A line each, those that say something. */
function firstRead(lines: TeamLines): string {
  const team = `SUM(${lines.all('shown')})`;
  const named = Array.from({ length: MOST_WORDS }, (_, n) =>
    namedLine(lines.wordCells(n).word, lines.allSaid(n), team),
  );
  return `TEXTJOIN(CHAR(10);TRUE;${[expected(lines), ...named].join(';')})`;
}

function expected(lines: TeamLines): string {
  const sum = (column: PersonColumn) => `SUM(${lines.all(column)})`;
  const [count, amount, won, lost, open] = [
    sum('due'),
    sum('dueAmount'),
    sum('dueWon'),
    sum('dueLost'),
    sum('dueOpen'),
  ];
  return expectedWords(MONTH_TITLE, { count, amount, won, lost, open });
}

/** "5 of 8 held, 1 in progress, 2 planned · 29 min on average". */
function summary(lines: TeamLines): string {
  const count = (...states: string[]) => states.map((state) => `COUNTIF(${lines.all('state')};"${state}")`).join('+');
  const part = (n: string, words: string) => `IF(${n}=0;"";", "&(${n})&" ${words}")`;
  return [
    `SUM(${lines.all('held')})&" of "&SUM(${lines.all('shown')})&" held"`,
    part(count(STATE.running), 'in progress'),
    part(count(STATE.planned, STATE.moved), 'planned'),
    part(count(STATE.overdue), 'not held yet'),
    part(count(STATE.none, STATE.gone), 'without a 1:1'),
    `IF(COUNT(${lines.all('minutes')})=0;"";" · "&ROUND(AVERAGE(${lines.all('minutes')});0)&" min on average")`,
  ].join('&');
}

function standingHeader(main: Kpi | undefined): Partial<Record<number, RawCell>> {
  return {
    [TEAM_COL.name]: 'salesperson',
    [TEAM_COL.meeting]: 'meeting',
    [TEAM_COL.heldOn]: 'last held',
    [TEAM_COL.next]: 'next',
    [TEAM_COL.main]: main ? main.name : '',
    [TEAM_COL.rank]: main ? 'rank' : '',
    [TEAM_COL.pipeline]: 'pipeline',
    [TEAM_COL.stuck]: 'stuck',
    [TEAM_COL.commitments]: 'commitments',
    [TEAM_COL.focus]: 'focus until next time',
  };
}

function standingCells(lines: TeamLines, main: Kpi | undefined, pick: string): Partial<Record<number, RawCell>> {
  const of = (column: PersonColumn) => picked(pick, lines.all(column));
  return {
    [TEAM_COL.name]: `=${nameLink(pick, lines)}`,
    [TEAM_COL.meeting]: `=${of('state')}`,
    [TEAM_COL.heldOn]: `=${of('heldOn')}`,
    [TEAM_COL.next]: `=${of('next')}`,
    [TEAM_COL.main]: main ? `=${of('share')}` : '',
    [TEAM_COL.rank]: `=${of('rank')}`,
    [TEAM_COL.pipeline]: `=${of('amount')}`,
    [TEAM_COL.stuck]: `=IF(N(${of('stuck')})=0;"";${of('stuck')})`,
    [TEAM_COL.commitments]: `=${commitmentWords(of('open'), of('late'))}`,
    [TEAM_COL.focus]: `=${of('focus')}`,
  };
}

/** The name, which leads to its tab where there is one. */
function nameLink(pick: string, lines: TeamLines): string {
  const [name, gid] = (['name', 'gid'] as const).map((column) => `INDEX(${lines.all(column)};${pick})`);
  return `IF(${pick}=0;"";IF(${gid}="";${name};HYPERLINK("#gid="&${gid};${name})))`;
}

function standingTotal(
  lines: TeamLines,
  main: Kpi | undefined,
  kpis: readonly Kpi[],
): Partial<Record<number, RawCell>> {
  const sum = (column: PersonColumn) => `IF(COUNT(${lines.all(column)})=0;"";SUM(${lines.all(column)}))`;
  return {
    [TEAM_COL.name]: 'Team',
    [TEAM_COL.main]: main ? `=${totalShare(lines, main, kpis)}` : '',
    [TEAM_COL.pipeline]: `=${sum('amount')}`,
    [TEAM_COL.stuck]: `=IF(SUM(${lines.all('stuck')})=0;"";SUM(${lines.all('stuck')}))`,
    [TEAM_COL.commitments]: `=${commitmentWords(sum('open'), sum('late'))}`,
  };
}

/** "2 open", "3 · manager 1 late", "none": of what is late, only what is not the salesperson's own. */
function commitmentWords(open: string, late: string): string {
  return `IF(NOT(ISNUMBER(${open}));"";IF(${open}=0;"none";IF(N(${late})=0;${open}&" open";${open}&" · manager "&${late}&" late")))`;
}

/** Entries with a bullet each; merged cells do not make their row grow, so the name gets as many lines as they need (none of
 * them empty, since empty ones at the end may not count). */
function sideCells(lines: TeamLines, pick: string): Partial<Record<number, RawCell>> {
  const of = (column: PersonColumn) => picked(pick, lines.all(column));
  const entries = (column: PersonColumn, otherwise: string) => `=IF(${of(column)}="";${otherwise};"• "&${of(column)})`;
  return {
    [TEAM_COL.name]: `=${of('name')}&IF(${pick}=0;"";REPT(CHAR(10)&"\u00a0";${of('lines')}-1))`,
    [SIDES[0].col]: entries('working', of('nothing')),
    [SIDES[1].col]: entries('notWorking', '""'),
  };
}

function kpiCells(
  lines: TeamLines,
  kpis: readonly Kpi[],
  table: number,
  pick: string,
): Partial<Record<number, RawCell>> {
  return {
    [TEAM_COL.name]: `=${picked(pick, lines.all('name'))}`,
    ...slots(kpis, (kpi) => `=${picked(pick, lines.allOf(kpi, 'words'))}`),
    [TEAM_COL.focus]: `=${picked(pick, lines.allCorrections(table))}`,
  };
}

function slots(kpis: readonly Kpi[], cell: (kpi: Kpi) => RawCell): Partial<Record<number, RawCell>> {
  return Object.fromEntries(kpis.map((kpi, n) => [KPI_SLOTS[n]?.col ?? 0, cell(kpi)]));
}

/** The team's figure in percent of its goal, over everybody who has both. A ratio is one of sums, not a sum of ratios. */
function totalRatio(lines: TeamLines, kpi: Kpi, kpis: readonly Kpi[], span: 'month' | 'year'): string {
  const [actual, goal] = span === 'month' ? (['actual', 'goal'] as const) : (['yearActual', 'yearGoal'] as const);
  const goals = lines.allOf(kpi, goal);
  const withGoal = (fn: 'SUMIF' | 'AVERAGEIF') => `${fn}(${goals};">0";${lines.allOf(kpi, actual)})`;
  if (kpi.over !== 'ratio') return `${withGoal('SUMIF')}/SUM(${goals})`;
  const parts = ratioParts(kpi, kpis);
  if (!parts) return `${withGoal('AVERAGEIF')}/AVERAGE(${goals})`;
  return `SUM(${lines.allOf(parts.top, actual)})/SUM(${lines.allOf(parts.bottom, actual)})/AVERAGE(${goals})`;
}

/** "▲ 106%"; blank while nobody has a figure and a goal. */
function totalShare(lines: TeamLines, kpi: Kpi, kpis: readonly Kpi[]): string {
  const ratio = totalRatio(lines, kpi, kpis, 'month');
  return `IFERROR(${standingFormula(ratio, kpi.better)}&TEXT(${ratio};"0%");"")`;
}

function totalWords(lines: TeamLines, kpi: Kpi, kpis: readonly Kpi[]): string {
  const year = `IFERROR("year "&TEXT(${totalRatio(lines, kpi, kpis, 'year')};"0%");"")`;
  return joined(totalShare(lines, kpi, kpis), year);
}

/** The cells right of the visible ones: row 1 works out which month is shown, the list of months, the lines. */
function hiddenCells(input: TeamInput, lines: TeamLines): RawCell[][] {
  const width = 1 + lines.columns;
  const rows = FIRST_PERSON_ROW - 1 + Math.max(MONTHS_BACK, input.members.length);
  const cells: RawCell[][] = Array.from({ length: rows }, () => Array.from({ length: width }, () => ''));
  const put = (row: number, col: number, value: RawCell) => {
    (cells[row - 1] as RawCell[])[col] = value;
  };
  put(1, 0, `=IF(${TYPED}="";${NEWEST};${TYPED})`);
  put(1, 1, `=${monthWord(`IF(MOD(${MONTH};100)=1;12;MOD(${MONTH};100)-1)`)}`);
  put(1, 2, `=${monthWord(`MOD(${MONTH};100)`)}&" "&INT(${MONTH}/100)`);
  put(1, 3, `=${newestMonth(input)}`);
  put(1, 4, `=${typedMonth()}`);
  put(1, 5, '=YEAR(TODAY())*100+MONTH(TODAY())');
  for (let n = 0; n < MONTHS_BACK; n++)
    put(FIRST_PERSON_ROW + n, 0, `=DATE(INT(${NEWEST}/100);MOD(${NEWEST};100)-${n};1)`);
  lines.cells().forEach((line, index) => {
    line.forEach((value, col) => {
      put(FIRST_PERSON_ROW + index, 1 + col, value);
    });
  });
  return cells;
}

/** The newest month of anybody's, but none that lies ahead: months are often opened early. */
function newestMonth({ figuresTab, figuresRows }: TeamInput): string {
  const months = sheetRange(figuresTab, '$C$1', `$C$${figuresRows}`);
  const upToNow = `"<="&${NOW}`;
  return `IFERROR(IF(COUNTIF(${months};${upToNow})>0;MAXIFS(${months};${months};${upToNow});IF(COUNT(${months})>0;MAX(${months});${NOW}));${NOW})`;
}

/** What was typed, as 202611: a date, such a number, or a text like "Oct 2026"; blank when it is none of them. */
function typedMonth(): string {
  const date = `DATEVALUE("1 "&${INPUT})`;
  const key = `IF(AND(${INPUT}<=209912;INT(${INPUT})=${INPUT};MOD(${INPUT};100)>=1;MOD(${INPUT};100)<=12);${INPUT};"")`;
  // Days of the years 2000 to 2099 have the serial numbers 36526 to 73050.
  const number = `IF(${INPUT}>200000;${key};IF(AND(${INPUT}>=36526;${INPUT}<=73050);YEAR(${INPUT})*100+MONTH(${INPUT});""))`;
  return `IF(${INPUT}="";"";IFERROR(IF(ISNUMBER(${INPUT});${number};YEAR(${date})*100+MONTH(${date}));""))`;
}

/** A month's English name by its number. */
function monthWord(number: string): string {
  const names = Array.from({ length: 12 }, (_, n) => `"${monthName(200001 + n)}"`);
  return `CHOOSE(${number};${names.join(';')})`;
}

function quote(value: string): string {
  return value.replace(/"/g, '""');
}
