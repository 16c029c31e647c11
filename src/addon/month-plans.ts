/** What a month would begin with on a tab, for somebody who may start it there. */
import type { RequestOf } from '../contract/calls';
import { stop } from '../core/problems';
import type { Rep } from '../core/roster';
import { isMonthKey, type MonthKey } from '../core/shared/month';
import { type PlannedTab, planTab } from '../sheet/acts/start-month';
import { needEdit } from '../sheet/grid/edit-rights';
import { FIRST_BLOCK_ROW } from '../sheet/grid/grid';
import { HIDDEN } from '../sheet/grid/hidden';
import type { Tracker } from '../sheet/setup/tracker';
import { todayOf } from './screen';
import { mayActForAll, mayActOn, whoIs } from './who';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A month and how it is to begin; without an agenda, with the one of the roster. */
export type WhichMonth = Pick<RequestOf<'startMonth'>, 'month' | 'agenda' | 'decisions' | 'bringAlong'>;

/** Active people, for somebody who may act for all of them. */
export function everybody(tracker: Tracker): Rep[] {
  const setup = tracker.soundSetup();
  mayActForAll(whoIs(setup));
  const today = todayOf(tracker);
  return setup.roster.filter((rep) => rep.end === '' || rep.end >= today);
}

/** On the tab that the one who asks is at. Who writes at once learns by that whether they may edit it. */
export function planOne(
  tracker: Tracker,
  sheetId: number,
  { month, agenda, decisions }: WhichMonth,
  writesAtOnce = false,
): PlannedTab {
  const setup = tracker.soundSetup();
  const { sheet, rep, index } = tracker.repTab(sheetId);
  mayActOn(whoIs(setup), rep, sheet.getName());
  if (!writesAtOnce) needEdit(headAndNewest(sheet));
  return planTab(tracker, { ...rep, sheetId }, month, todayOf(tracker), agenda ?? null, decisions, index);
}

/** One of all tabs. That the one who asks may not edit it is a problem of its own; the others go on. */
export function planFor(tracker: Tracker, rep: Rep, { month, agenda }: WhichMonth, writesAtOnce = false): PlannedTab {
  const plan = planTab(tracker, rep, month, todayOf(tracker), agenda ?? null);
  const sheet = plan.index?.tab.sheet;
  if (plan.state !== 'new' || !sheet || writesAtOnce || headAndNewest(sheet).canEdit()) return plan;
  return { ...plan, state: 'problem', problem: { code: 'mayNotEdit', place: { tab: plan.tab } } };
}

/** Stops for a number that is no month. */
export function needMonth(month: MonthKey): void {
  if (!isMonthKey(month)) stop('badMonth', undefined, { text: String(month) });
}

/** What starting or taking back a month writes to: the frozen head and the row that blocks go above. A column may be gone. */
export function headAndNewest(sheet: Sheet) {
  return sheet.getRange(1, 1, FIRST_BLOCK_ROW, HIDDEN.key);
}
