import { goesOn, lineState, missedReviews } from '../coaching/lines';
import { type IsoDate, isIsoDate } from '../shared/dates';
import type { Cells, CellValue } from '../shared/fields';
import { digestOf } from '../shared/hash';
import type { MonthKey } from '../shared/month';
import { monthName, shortMonthName } from '../shared/month';
import type { Item, Life, MonthRecord } from '../shared/record';
import { titleOf } from '../shared/record';
import { carriedImprint } from './imprint';
import { addStep, amountText, changeOf, storyStatus } from './story';

/** A status of an opportunity; blank, "moving", is open and not in the list. */
export interface Status {
  word: string;
  closes: boolean;
  /** Of those that close a deal: was it won? */
  won: boolean;
  /** How much of an open amount counts in the weighted pipeline, 0 to 1; without it, all of it. */
  weight?: number;
}

export const STANDARD_STATUSES: readonly Status[] = [
  { word: 'closing', closes: false, won: false },
  { word: 'stuck', closes: false, won: false },
  { word: 'going cold', closes: false, won: false },
  { word: 'won', closes: true, won: true },
  { word: 'lost', closes: true, won: false },
];

/** What comes along into a new month. Pure; nothing of the month it comes from is altered. */
export interface Carry {
  fromMonth: MonthKey | null;
  kept: CarriedDeal[];
  won: Item[];
  lost: Item[];
  /** Open ones that are to be left behind, and why; '' for no reason. */
  dropped: { item: Item; reason: string }[];
  /** Cells that come along as they stand but cannot be read. */
  unreadable: { title: string; text: string; row: number; what: 'amount' | 'when' | 'status' }[];
  commitments: CarriedCommitment[];
  /** Lines of development and coaching that go on. */
  growth: CarriedLine[];
  /** Those of them that are to be dropped by decision. */
  droppedLines: Item[];
  lastFocus: CellValue;
  /** The plan for the figures, as it stood. */
  plan: CellValue;
  /** What help was wanted with, which the new month asks about; '' for nothing. */
  help: CellValue;
  /** The day that the last month named for the next 1:1; '' when it named none. */
  plannedFor: IsoDate | '';
}

/** What a first month begins with. */
export const NOTHING_CARRIED: Carry = {
  fromMonth: null,
  kept: [],
  won: [],
  lost: [],
  dropped: [],
  unreadable: [],
  commitments: [],
  growth: [],
  droppedLines: [],
  lastFocus: '',
  plan: '',
  help: '',
  plannedFor: '',
};

/** What somebody decides about one opportunity before a month is started: leave an open one behind, keep a closed one. */
export interface CarryDecision {
  id: string;
  what: 'drop' | 'keep';
  /** One line; '' for none. */
  reason: string;
}

export interface CarriedDeal {
  id: string;
  cells: Cells;
  life: Life;
  /** The last day of a period that stands in "when". */
  periodEnd?: IsoDate;
  /** The day that its next step names. */
  nextDay?: IsoDate;
  /** What was typed for its day and its amount, or a doubt about them: it is asked about until somebody answers. */
  typed?: Item['typed'];
  sourceId: string;
  /** What the CRM has said of it by now, see imprint.ts. */
  imported?: string;
  /** Was closed, and is kept after all. */
  reopened?: 'won' | 'lost';
}

export interface CarriedCommitment {
  id: string;
  cells: Cells;
  firstMonth: MonthKey;
}

/** A line of development or coaching that comes along. */
export interface CarriedLine extends CarriedCommitment {
  /** Reviews in a row that were missed. */
  missed: number;
  /** The day to look again as the month begins; '' when it is none. */
  startWhen: IsoDate | '';
  /** What a plan is about, see coaching/lines.ts; '' of a line of development. */
  coaching: string;
  /** The day that its next step names. */
  nextDay?: IsoDate;
}

/** Which sections of a record hold opportunities, in the order in which they are carried. */
export interface DealSections {
  existing: string[];
  fresh: string[];
}

/**
 * Works out what a new month begins with: the still open existing opportunities in their order, then last month's new
 * ones; open commitments; the last focus. `from` is the latest earlier block, also when months were skipped. Decisions
 * that fit no opportunity as it stands (another one has closed it meanwhile) count for nothing.
 */
export function planCarry(
  from: MonthRecord | null,
  sections: DealSections,
  statuses: readonly Status[],
  decisions: readonly CarryDecision[] = [],
): Carry {
  if (!from) return NOTHING_CARRIED;
  const carry: Carry = {
    ...NOTHING_CARRIED,
    fromMonth: from.month,
    kept: [],
    won: [],
    lost: [],
    dropped: [],
    unreadable: [],
    commitments: openPromises(from.commitments, from.month),
    growth: [],
    droppedLines: [],
    lastFocus: from.focus,
    plan: from.plan,
    help: from.help,
    plannedFor: isIsoDate(from.nextDate) ? from.nextDate : '',
  };
  const decided = new Map(decisions.map((decision) => [decision.id, decision]));
  const of = (ids: string[]) => from.sections.filter((s) => ids.includes(s.id)).flatMap((s) => s.items);
  for (const item of [...of(sections.existing), ...of(sections.fresh)])
    carryItem(carry, item, statusOf(item.cells.status, statuses), decided.get(item.id), from.month);
  for (const item of from.growth) carryLine(carry, item, decided.get(item.id), from.month);
  return carry;
}

function carryLine(carry: Carry, item: Item, decision: CarryDecision | undefined, month: MonthKey): void {
  const isOn = goesOn(item, month);
  // Dropped before by the same decision: a repeated start must still fit.
  if (decision?.what === 'drop' && (isOn || lineState(item.cells.status) === 'dropped')) carry.droppedLines.push(item);
  else if (isOn)
    carry.growth.push({
      id: item.id,
      cells: { ...item.cells, status: 'open', moved: '' },
      firstMonth: item.life?.firstMonth ?? month,
      missed: missedReviews(item, month),
      startWhen: isIsoDate(item.cells.when) ? item.cells.when : '',
      coaching: item.coaching ?? '',
      ...(item.nextDay ? { nextDay: item.nextDay } : {}),
    });
}

/** The row that asks how it went with what help was wanted with last month: its id, the same however often it is planned. */
export function helpRowId(from: MonthKey): string {
  return `help${from}`;
}

/** Does a row of this key ask how help went? */
export function isHelpRow(key: string): boolean {
  return /:help\d{6}$/.test(key);
}

/** A question keeps to one line of a cell. */
const MOST_HELP = 160;

/** "Help in October: the signing at Halden. How did it go?"; '' where no help was wanted. */
export function helpQuestion({ help, fromMonth }: Pick<Carry, 'help' | 'fromMonth'>): string {
  const said = oneLine(String(help)).replace(/[.!?…]+$/, '');
  if (said === '' || fromMonth === null) return '';
  const letters = Array.from(said);
  const short = letters.length > MOST_HELP ? `${letters.slice(0, MOST_HELP - 1).join('')}…` : said;
  return `Help in ${monthName(fromMonth)}: ${short}. How did it go?`;
}

/** The row that asks it, as it comes along; null where no help was wanted. */
export function helpAsked(carry: Pick<Carry, 'help' | 'fromMonth'>): CarriedCommitment | null {
  const who = helpQuestion(carry);
  return who === '' || carry.fromMonth === null
    ? null
    : { id: helpRowId(carry.fromMonth), cells: { who }, firstMonth: carry.fromMonth };
}

function carryItem(
  carry: Carry,
  item: Item,
  status: ReturnType<typeof statusOf>,
  decision: CarryDecision | undefined,
  month: MonthKey,
): void {
  const closed = status !== null && status !== 'unknown' && status.closes ? status : null;
  const keep = closed && decision?.what === 'keep';
  if (decision?.what === 'drop' && (!closed || (!closed.won && isLeftBehind(item.cells, decision.reason)))) {
    carry.dropped.push({ item, reason: oneLine(decision.reason) });
  } else if (closed && !keep) {
    (closed.won ? carry.won : carry.lost).push(item);
  } else {
    // Kept after all, it is moving again.
    // Blanks around the word stay behind: formulas would read it as another one.
    const word = keep ? '' : String(item.cells.status ?? '').trim();
    const open = word === (item.cells.status ?? '') ? item : { ...item, cells: { ...item.cells, status: word } };
    carry.unreadable.push(...unreadableCells(open, keep ? null : status));
    carry.kept.push({
      id: item.id,
      cells: { ...open.cells, moved: '' },
      life: nextLife(open, month),
      sourceId: item.sourceId ?? '',
      ...(item.periodEnd ? { periodEnd: item.periodEnd } : {}),
      ...(item.nextDay ? { nextDay: item.nextDay } : {}),
      ...(item.typed ? { typed: item.typed } : {}),
      imported: carriedImprint(item.imported),
      ...(keep ? { reopened: closed.won ? 'won' : 'lost' } : {}),
    });
  }
}

/** What the row of an opportunity that is left behind says about it, in "what moved". */
export function leftBehindLine(reason: string): string {
  const said = oneLine(reason);
  return said === '' ? 'Left behind' : `Left behind: ${said}`;
}

/** Does the row say, with whatever reason, that it was left behind? */
export function wasLeftBehind(cells: Cells): boolean {
  return /^Left behind(:|$)/m.test(String(cells.moved ?? ''));
}

/** What the row of an opportunity that has gone to a colleague says about it, in "what moved". */
export function handedOverLine(name: string): string {
  return `Handed over to ${oneLine(name)}`;
}

/** Does the row say that it was handed over? */
export function wasHandedOver(cells: Cells): boolean {
  return HANDED_OVER.test(String(cells.moved ?? ''));
}

/** What "what moved" says without that. */
export function withoutHandedOver(cells: Cells): string {
  const lines = String(cells.moved ?? '').split('\n');
  return lines.filter((line) => !HANDED_OVER.test(line)).join('\n');
}

const HANDED_OVER = /^Handed over to /m;

/** Does the row say so already? Then a repeated start has nothing to add. */
export function isLeftBehind(cells: Cells, reason: string): boolean {
  return String(cells.moved ?? '')
    .split('\n')
    .some((line) => line.trim() === leftBehindLine(reason));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function openPromises(items: readonly Item[], month: MonthKey): CarriedCommitment[] {
  return items
    .filter((item) => isOpenCommitment(item.cells.status))
    .map(({ id, cells, life }) => ({
      id,
      cells: { ...cells, status: 'open' },
      firstMonth: life?.firstMonth ?? month,
    }));
}

/** A commitment is open unless it says done or dropped; a word nobody knows keeps it open, so nothing is forgotten. */
export function isOpenCommitment(status: CellValue | undefined): boolean {
  const word = String(status ?? '')
    .trim()
    .toLowerCase();
  return word !== 'done' && word !== 'dropped';
}

/** The status a cell means: null = moving (blank), 'unknown' = a word that is not in the list. Case and spaces do not matter. */
export function statusOf(cell: CellValue | undefined, statuses: readonly Status[]): Status | null | 'unknown' {
  const word = String(cell ?? '')
    .trim()
    .toLowerCase();
  if (word === '' || word === 'moving') return null;
  return statuses.find((s) => s.word.toLowerCase() === word) ?? 'unknown';
}

function unreadableCells(item: Item, status: Status | null | 'unknown'): Carry['unreadable'] {
  const found: Carry['unreadable'] = [];
  const add = (what: 'amount' | 'when' | 'status', value: CellValue | undefined) =>
    found.push({ title: titleOf(item.cells), text: String(value), row: item.row, what });
  const { amount, when } = item.cells;
  if (typeof amount === 'string' && amount.trim() !== '') add('amount', amount);
  // A period like Q1 is no day, but it counts by its end.
  const isTold = isIsoDate(when) || item.periodEnd !== undefined;
  if (when !== undefined && String(when).trim() !== '' && !isTold) add('when', when);
  if (status === 'unknown') add('status', item.cells.status);
  return found;
}

/** The story with the month that ends added to it. */
export function nextLife(item: Item, month: MonthKey): Life {
  const start = startOf(item.cells);
  const life = item.life;
  const status = storyStatus(item.cells.status);
  if (!life)
    return {
      firstMonth: month,
      monthsUnchanged: 0,
      timesPushed: 0,
      ...start,
      story: addStep('', { status, change: 'new' }),
    };
  const change = changeOf(life, item.cells, start.startDigest);
  return {
    firstMonth: life.firstMonth,
    monthsUnchanged: change === 'none' ? life.monthsUnchanged + 1 : 0,
    timesPushed: life.timesPushed + (change === 'pushed' ? 1 : 0),
    ...start,
    story: addStep(life.story, { status, change }),
  };
}

/** How an opportunity stands at the start of a month: what "unchanged" and "pushed" are measured against. */
export function startOf(cells: Cells): Pick<Life, 'startWhen' | 'startDigest' | 'startAmount'> {
  const text = (value: CellValue | undefined) => String(value ?? '').trim();
  return {
    startWhen: isIsoDate(cells.when) ? cells.when : '',
    startAmount: amountText(cells.amount),
    startDigest: digestOf(
      [text(cells.when), text(cells.amount), text(cells.status).toLowerCase(), text(cells.next)].join('\n'),
    ),
  };
}

/** The narrow computed column: "Jun", "Jun · 3×" (pushed three times), "Jun · 2 mo" (unchanged for two months). */
export function sinceText(life: Life): string {
  const month = shortMonthName(life.firstMonth);
  if (life.timesPushed > 0) return `${month} · ${life.timesPushed}×`;
  return life.monthsUnchanged > 0 ? `${month} · ${life.monthsUnchanged} mo` : month;
}
