import { dateToSerial, type IsoDate, isIsoDate, serialToDate } from '../../core/shared/dates';
import { isMonthKey, type MonthKey } from '../../core/shared/month';
import { cellValue, type RawCell } from './cells';
import { columnLetter, VISIBLE } from './grid';

/**
 * The hidden columns of a rep's tab: all that the machine keeps beside a row. Each has one meaning, whatever the kind of
 * row; a row leaves empty what it has no use for. Numbers as in grid.ts: the first hidden column follows the visible ones.
 */
export const HIDDEN = {
  /** "existing:k3f9": the row's section and id, unique within a month; see KEY for rows that are no items. */
  key: 9,
  /** The month that the row belongs to, as a number: 202611. A text like 2026-11 would become a date. */
  month: 10,
  /** What the row's text was when the key was given to it: by this a key that stayed behind finds its text again. */
  text: 11,

  /** An opportunity, a commitment, a line of development: the month it first came up. */
  firstMonth: 12,
  /** An opportunity: months in a row in which nothing about it has changed. A plan: reviews in a row that were missed. */
  unchanged: 13,
  /** An opportunity: how often its date was moved to later. */
  pushed: 14,
  /** An opportunity as it stood when the month began: its date, a digest of it, its amount as text. A plan: its day. */
  startWhen: 15,
  startDigest: 16,
  startAmount: 17,
  /** An opportunity: two letters for each earlier 1:1, see story.ts. */
  story: 18,
  /** An opportunity: the id that a CRM knows it by. */
  importId: 19,
  /** What somebody typed as a date or an amount before the sheet made a date or a number of it. */
  typedWhen: 20,
  typedAmount: 21,
  /** The day that a next step names. */
  nextDay: 22,
  /** A line below development: that it is a coaching plan and what about, see core/coaching/lines.ts. */
  coaching: 23,
  /** A deal that was left behind when the next month was started: the status that it had before, see left-status.ts. */
  leftStatus: 24,
  /** An opportunity: what the CRM last said of it, and what the last import wrote into the row, see imprint.ts. */
  imported: 25,
  /** An opportunity whose "when" says a stretch of time, like Q1: the last day of it, by which it counts. */
  periodEnd: 26,

  /** The month's band: number of the meeting, its state, the month that was carried from, a digest of what it began with. */
  number: 27,
  state: 28,
  fromMonth: 29,
  startContent: 30,

  /** A KPI's running totals in its own unit. */
  quarterActual: 31,
  quarterGoal: 32,
  yearActual: 33,
  yearGoal: 34,

  /** The row Pipeline: how many opportunities and commitments are open, how many of them stuck and late. */
  openDeals: 35,
  stuckDeals: 36,
  openCommitments: 37,
  lateCommitments: 38,

  /** The row Closing: open amounts by the date in "when". */
  thisMonth: 39,
  nextMonth: 40,
  laterMonths: 41,
  datePassed: 42,
} as const;

/** The head's row of figures: next 1:1, result, goal, pipeline … */
export const HEAD_FIGURES_ROW = 3;

/** Cells of the tab's head that only the machine reads: whose tab it is, its grid, its newest months, who may write here. */
export const HEAD_CELL = {
  /** "tab:" and the person's id. A tab may be renamed. */
  tab: { row: 1, col: HIDDEN.key },
  /** The version of the grid. */
  grid: { row: 1, col: HIDDEN.month },
  /** Where the columns stand, see columns.ts. */
  columns: { row: 1, col: HIDDEN.text },
  newest: { row: 2, col: HIDDEN.firstMonth },
  /** Today's date. */
  today: { row: 2, col: HIDDEN.unchanged },
  previous: { row: 3, col: HIDDEN.firstMonth },
  /** By formulas that look into Setup: sheet id of the person's own tab, the person's e-mail, the managers'. */
  sheetId: { row: 3, col: HIDDEN.unchanged },
  email: { row: 3, col: HIDDEN.pushed },
  managers: { row: 3, col: HIDDEN.startWhen },
  /** By another one: "no" where Setup has switched off that the sheet helps while somebody types. */
  help: { row: 3, col: HIDDEN.startDigest },
  /** The currency that the team's amounts are in; '' where Setup names none. */
  currency: { row: 3, col: HIDDEN.startAmount },
} as const;

/**
 * Today's date as formulas and rules of the same tab write it. None of them asks for TODAY() itself: Google calculates each
 * of those anew at every edit, and ten years of months would hold hundreds.
 */
export const TODAY_CELL = `$${columnLetter(HEAD_CELL.today.col)}$${HEAD_CELL.today.row}`;

/** The newest month as rules of the same tab write it. */
export const NEWEST_CELL = `$${columnLetter(HEAD_CELL.newest.col)}$${HEAD_CELL.newest.row}`;

export type HiddenName = keyof typeof HIDDEN;

/** Columns of the grid, the hidden ones counted. */
export const COLUMNS = HIDDEN.datePassed;

/** The hidden columns as a stretch. */
export const HIDDEN_COLUMNS = { from: VISIBLE + 1, count: COLUMNS - VISIBLE } as const;

const VISIBLE_NAMES = ['who / what', 'when', 'why', 'how much', 'status', 'what moved', 'since', 'next step'];

/** What a column of the grid is called in messages; a hidden one by its name here. */
export function columnName(col: number): string {
  return VISIBLE_NAMES[col - 1] ?? Object.keys(HIDDEN)[col - VISIBLE - 1] ?? '';
}

/** What a hidden cell holds. A month or a number that is none is null; a day that is none is ''. */
export interface Kinds {
  text: string;
  month: MonthKey | null;
  number: number | null;
  day: IsoDate | '';
}

const KIND = {
  key: 'text',
  month: 'month',
  text: 'text',
  firstMonth: 'month',
  unchanged: 'number',
  pushed: 'number',
  startWhen: 'day',
  startDigest: 'text',
  startAmount: 'text',
  story: 'text',
  importId: 'text',
  typedWhen: 'text',
  typedAmount: 'text',
  nextDay: 'day',
  coaching: 'text',
  leftStatus: 'text',
  imported: 'text',
  periodEnd: 'day',
  number: 'number',
  state: 'text',
  fromMonth: 'month',
  startContent: 'text',
  quarterActual: 'number',
  quarterGoal: 'number',
  yearActual: 'number',
  yearGoal: 'number',
  openDeals: 'number',
  stuckDeals: 'number',
  openCommitments: 'number',
  lateCommitments: 'number',
  thisMonth: 'number',
  nextMonth: 'number',
  laterMonths: 'number',
  datePassed: 'number',
} as const satisfies Record<HiddenName, keyof Kinds>;

/** What kind of thing a hidden column holds. */
export function hiddenKind(name: HiddenName): keyof Kinds {
  return KIND[name];
}

type HiddenValue<N extends HiddenName> = Kinds[(typeof KIND)[N]];

const READ: { [K in keyof Kinds]: (raw: RawCell, zone: string) => Kinds[K] } = {
  text: (raw, zone) => String(cellValue(raw, zone)).trim(),
  month: (raw) => (isMonthKey(raw) ? raw : null),
  number: (raw) => (typeof raw === 'number' && Number.isFinite(raw) ? raw : null),
  day: (raw, zone) => {
    const value = typeof raw === 'number' ? dayOf(raw) : cellValue(raw, zone);
    return isIsoDate(value) ? value : '';
  },
};

/** Days of the years up to 2173; anything else is no day. */
function dayOf(serial: number): IsoDate | '' {
  return serial >= 1 && serial < 100_000 ? serialToDate(serial) : '';
}

/** What a row's hidden cell says. `line` holds all columns of the grid. */
export function readHidden<N extends HiddenName>(line: readonly RawCell[], name: N, zone: string): HiddenValue<N> {
  const read = READ[KIND[name]] as (raw: RawCell, zone: string) => HiddenValue<N>;
  return read(line[HIDDEN[name] - 1], zone);
}

/** A hidden cell as it is handed to setValues. An apostrophe keeps a digest or an id from being read as a number or a date. */
export function hiddenCell<N extends HiddenName>(name: N, value: HiddenValue<N>): string | number {
  if (value === null || value === '') return '';
  if (KIND[name] === 'day') return dateToSerial(String(value));
  return typeof value === 'number' ? value : `'${value}`;
}

/** Some hidden cells of a row, by column. */
export function hiddenCells(values: { [N in HiddenName]?: HiddenValue<N> }): Partial<Record<number, RawCell>> {
  const cells: Partial<Record<number, RawCell>> = {};
  for (const name of Object.keys(values) as HiddenName[])
    cells[HIDDEN[name]] = hiddenCell(name, values[name] as HiddenValue<typeof name>);
  return cells;
}
