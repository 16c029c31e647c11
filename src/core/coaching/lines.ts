/** Lines of development and coaching: which of them go on into the next month, and which are plans about something. */
import { type IsoDate, isIsoDate, monthOfDate } from '../shared/dates';
import type { Cells, CellValue } from '../shared/fields';
import { fold } from '../shared/fold';
import type { MonthKey } from '../shared/month';
import { type Item, titleOf } from '../shared/record';

/** What may stand in the status of a line, in the order of the list; the first is where it begins. */
export const LINE_STATES = ['open', 'worked', 'partly', 'did not', 'done', 'dropped'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** How a plan went, in the order in which a review asks for it. */
export const REVIEW_STATES = ['worked', 'partly', 'did not'] as const satisfies readonly LineState[];

/** After so many reviews in a row that were missed, the next month proposes to drop a plan. */
export const MISSED_TOO_OFTEN = 2;

/** What a coaching plan is about: a deal or a KPI by its id, or something that has no row of its own. */
export type About = { kind: 'deal' | 'kpi'; id: string } | { kind: 'other' };

/** The state that a cell means; blank, and a word that nobody knows, is open: nothing is forgotten. */
export function lineState(status: CellValue | undefined): LineState {
  const word = String(status ?? '')
    .trim()
    .toLowerCase();
  return LINE_STATES.find((state) => state === word) ?? 'open';
}

/**
 * Does a line come along into the month after `month`? One that worked, is done or was dropped does not. One that worked
 * partly, or not, does where a later day to look again was set: later than when the month began; of a row of this very
 * month, one in a later month.
 */
export function goesOn({ cells, life }: Pick<Item, 'cells' | 'life'>, month: MonthKey): boolean {
  const state = lineState(cells.status);
  if (state === 'open') return true;
  if (state !== 'partly' && state !== 'did not') return false;
  const day = cells.when;
  if (!isIsoDate(day)) return false;
  return life ? day > life.startWhen : monthOfDate(day) > month;
}

/**
 * How many reviews in a row have been missed by the end of `month`: a line that came along, whose day has come (or that
 * names none), and of which nothing was said.
 */
export function missedReviews({ cells, life }: Pick<Item, 'cells' | 'life'>, month: MonthKey): number {
  if (!life) return 0;
  const day = dayOf(cells.when);
  const isSaid = lineState(cells.status) !== 'open' || filled(cells.moved) || day !== life.startWhen;
  if (isSaid) return 0;
  return day !== '' && monthOfDate(day) > month ? life.monthsUnchanged : life.monthsUnchanged + 1;
}

/**
 * Should somebody say today how a plan went? Its day has come, or it came along without one, and nothing was said yet.
 * @param isCarried did it come along from an earlier month?
 */
export function isReviewDue(cells: Cells, isCarried: boolean, today: IsoDate): boolean {
  if (lineState(cells.status) !== 'open' || filled(cells.moved)) return false;
  const day = dayOf(cells.when);
  return day === '' ? isCarried && !filled(cells.when) : day <= today;
}

/** What a row's hidden cell says of what it is about; null where it says nothing: a line of development. */
export function readAbout(text: string): About | null {
  const [word, kind, id = ''] = text.split(' ');
  if (word !== 'plan') return null;
  return (kind === 'deal' || kind === 'kpi') && id !== '' ? { kind, id } : { kind: 'other' };
}

/** The same as the hidden cell holds it: "plan", "plan deal k3f9", "plan kpi calls". */
export function aboutText(about: About): string {
  return about.kind === 'other' ? 'plan' : `plan ${about.kind} ${about.id}`;
}

/** Can this text be what a hidden cell holds of it? */
export const ABOUT_TEXT = /^plan( (deal|kpi) [\w-]{1,60})?$/;

/**
 * What a row typed by hand is about: the deal or KPI whose name it begins with, the longest where several fit; a plan also
 * where its status is one that only plans have. Null: a line of development.
 */
export function aboutOf(cells: Cells, deals: readonly Item[], kpis: readonly Item[]): About | null {
  const said = fold(titleOf(cells));
  const fits = [
    ...deals.map((item) => ({ kind: 'deal' as const, item })),
    ...kpis.map((item) => ({ kind: 'kpi' as const, item })),
  ].flatMap(({ kind, item }) =>
    namesOf(item).flatMap((name) => (beginsWith(said, name) ? [{ about: { kind, id: item.id }, name }] : [])),
  );
  const [best] = fits.sort((a, b) => b.name.length - a.name.length);
  if (best) return best.about;
  return (REVIEW_STATES as readonly LineState[]).includes(lineState(cells.status)) ? { kind: 'other' } : null;
}

/** A deal is called by its whole title or by its first line, the customer. */
function namesOf({ cells }: Item): string[] {
  const names = [titleOf(cells), String(cells.who ?? '').split('\n')[0] ?? ''];
  return filled(cells.who) ? names.map(fold).filter((name) => name.length > 2) : [];
}

function beginsWith(text: string, name: string): boolean {
  return text.startsWith(name) && !/[\p{L}\p{N}]/u.test(text.charAt(name.length));
}

function dayOf(when: CellValue | undefined): IsoDate | '' {
  return isIsoDate(when) ? when : '';
}

function filled(value: CellValue | undefined): boolean {
  return String(value ?? '').trim() !== '';
}
