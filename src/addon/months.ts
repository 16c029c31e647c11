import type { CarriedView, CarryView, StartPreview, StartResult, StillToStart } from '../contract/calls';
import type { ProblemView, Screen } from '../contract/state';
import type { CarriedDeal, CarryDecision } from '../core/deal/carry';
import { ProblemError, stop } from '../core/problems';
import type { Rep } from '../core/roster';
import type { AgendaId } from '../core/shared/agenda';
import { digestOf } from '../core/shared/hash';
import { isMonthKey, type MonthKey } from '../core/shared/month';
import type { Item } from '../core/shared/record';
import { titleOf } from '../core/shared/record';
import { bringAlong } from '../sheet/acts/carry-decisions';
import {
  applyTab,
  keepRanks,
  type PlannedTab,
  planTab,
  readStarted,
  type TabPlan,
  undoMonth,
} from '../sheet/acts/start-month';
import { USUAL } from '../sheet/grid/columns';
import { needEdit } from '../sheet/grid/edit-rights';
import { FIELD_COL, FIRST_BLOCK_ROW } from '../sheet/grid/grid';
import { COLUMNS } from '../sheet/grid/hidden';
import { endWords } from '../sheet/month/meeting';
import type { BlockPlan } from '../sheet/month/plan';
import { migrateTab } from '../sheet/repair/migrate';
import type { Tracker } from '../sheet/setup/tracker';
import { adoptSetup } from '../sheet/team/team';
import { problemView, underLock } from './answer';
import { readClock } from './clock-store';
import { screenFor, todayOf } from './screen';
import { mayActForAll, mayActOn, signature, whoIs } from './who';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How long one call goes on starting tabs before it answers with what is left, in ms. */
const PORTION_MS = 20_000;

/** What starting a month would write. */
export function planMonth(tracker: Tracker, request: WhichMonth): StartPreview {
  return previewOf(request.month, planTabs(tracker, request));
}

/** A month on one tab or, with null, on every active person's; without an agenda, with the one of the roster. */
export interface WhichMonth {
  sheetId: number | null;
  month: MonthKey;
  agenda?: AgendaId;
  /** Only for one tab. */
  decisions?: CarryDecision[];
}

interface StartWish {
  digest: string;
  bringAlong?: boolean;
  rest?: StillToStart[];
}

/** Starts a month on one tab or, with null, on every active person's, a portion at a time. */
export function startMonth(tracker: Tracker, request: WhichMonth & StartWish, screen: () => Screen): StartResult {
  const me = whoIs(tracker.setup());
  const opened = endWords('opened', signature(me), todayOf(tracker));
  const result: Portion = { started: [], already: [], brought: 0, problems: [], left: 0, changed: null };
  let only: (() => Screen) | null = null;
  underLock(() => {
    const plans = request.rest ? plansOfRest(tracker, request, request.rest) : plansOfAll(tracker, request);
    if (!plans) {
      result.changed = planMonth(tracker, request);
      return;
    }
    const until = Date.now() + PORTION_MS;
    for (const planned of plans) {
      if (result.started.length > 0 && Date.now() > until) {
        result.left++;
        continue;
      }
      const plan = planned();
      if (!plan) {
        result.changed = planMonth(tracker, request);
        return;
      }
      const written = startOne(tracker, inThisGrid(tracker, plan, request), request, opened, result);
      if (written && request.sheetId !== null) only = () => startedScreen(tracker, plan, written);
    }
  });
  return { ...result, screen: (only ?? screen)() };
}

type Portion = Omit<StartResult, 'screen'>;

/** A tab's plan when its turn comes; null when it is no longer as previewed. */
type Due = () => PlannedTab | null;

/** The first portion: everything is planned and compared with the preview, and everybody's ranks are kept. */
function plansOfAll(tracker: Tracker, request: WhichMonth & { digest: string }): Due[] | null {
  const plans = planTabs(tracker, request);
  if (digestOfPlans(request.month, plans) !== request.digest) return null;
  for (const plan of plans) keepRanks(plan);
  // Those with nothing to start take no time and never wait for a later portion.
  return [...plans].sort((a, b) => Number(a.state === 'new') - Number(b.state === 'new')).map((plan) => () => plan);
}

/** A further portion: one tab after the other is planned, compared with its own preview and started. */
function plansOfRest(tracker: Tracker, request: WhichMonth, rest: readonly StillToStart[]): Due[] {
  const setup = tracker.soundSetup();
  mayActForAll(whoIs(setup));
  const today = todayOf(tracker);
  return rest.map(({ repId, digest }) => () => {
    const rep = setup.roster.find((one) => one.id === repId);
    if (!rep) return null;
    const plan = refusedByGoogle(tracker, planTab(tracker, rep, request.month, today, request.agenda ?? null));
    return plan.state === 'new' && plan.digest !== digest ? null : plan;
  });
}

function startOne(
  tracker: Tracker,
  plan: PlannedTab,
  request: WhichMonth & StartWish,
  opened: string,
  result: Portion,
): BlockPlan | null {
  if (plan.state === 'problem') result.problems.push(problemView(plan.problem ?? { code: 'tabGone' }));
  if (plan.state === 'already') {
    result.already.push(plan.rep.name);
    if (request.bringAlong) result.brought += bringLate(tracker, plan);
  }
  const started = plan.state === 'new' ? applyTab(tracker, plan, request.month, opened) : null;
  if (started) result.started.push(plan.rep.name);
  return started?.plan ?? null;
}

/** The screen of a month that has just been started: of its tab only what the formulas give is read. */
function startedScreen(tracker: Tracker, plan: PlannedTab, written: BlockPlan): Screen {
  const { index } = plan;
  if (!index) stop('tabGone');
  const block = readStarted(index.tab, written, tracker.zone);
  return screenFor(tracker, index.tab.sheet, written.month, {
    repId: plan.rep.id,
    block,
    newest: written.month,
    clock: null,
  });
}

/** Gives a month that is there what it lacks of the month before. Returns how many that were. */
function bringLate(tracker: Tracker, { index, own, late }: PlannedTab): number {
  if (!index || !own || late.length === 0) return 0;
  needEdit(index.tab.range(own.row, 1, own.rows, COLUMNS));
  bringAlong(index.tab, own, late, tracker.zone);
  return late.length;
}

/** Is written only on a tab of this version's grid; a tab that had to be brought to it is planned again. */
function inThisGrid(tracker: Tracker, plan: PlannedTab, request: WhichMonth & { bringAlong?: boolean }): PlannedTab {
  const writes = plan.state === 'new' || (request.bringAlong && plan.late.length > 0);
  const sheet = writes ? tracker.sheetById(plan.sheetId) : null;
  if (!sheet) return plan;
  try {
    if (!migrateTab(tracker, sheet, plan)) return plan;
  } catch (error) {
    if (error instanceof ProblemError) return { ...plan, state: 'problem', problem: error.problem };
    throw error;
  }
  const { month, agenda, decisions } = request;
  return planTab(tracker, { ...plan.rep, sheetId: plan.sheetId }, month, todayOf(tracker), agenda ?? null, decisions);
}

/** Takes a started month back, as long as nobody has typed into it or started its meeting. */
export function undoStart(tracker: Tracker, sheetId: number, month: MonthKey): void {
  underLock(() => {
    const { sheet, index, rep } = tracker.repTab(sheetId);
    mayActOn(whoIs(tracker.setup()), rep, sheet.getName());
    needEdit(headAndNewest(sheet));
    const block = tracker.block(index, month);
    // Already gone: a repeated call has nothing left to do.
    if (!block) return;
    if (readClock(rep.id, month)) stop('monthTouched', { tab: sheet.getName() }, { month });
    undoMonth(tracker, index, block);
  });
}

function planTabs(tracker: Tracker, { sheetId, month, agenda, decisions }: WhichMonth): PlannedTab[] {
  if (!isMonthKey(month)) stop('badMonth', undefined, { text: String(month) });
  const setup = tracker.soundSetup();
  const me = whoIs(setup);
  const today = todayOf(tracker);
  if (sheetId === null) {
    mayActForAll(me);
    return activeReps(setup.roster, today)
      .filter((rep) => rep.sheetId !== null)
      .map((rep) => refusedByGoogle(tracker, planTab(tracker, rep, month, today, agenda ?? null)));
  }
  const { sheet, rep, index } = tracker.repTab(sheetId);
  mayActOn(me, rep, sheet.getName());
  needEdit(headAndNewest(sheet));
  return [planTab(tracker, { ...rep, sheetId }, month, today, agenda ?? null, decisions, index)];
}

/** What starting or taking back a month writes to: the frozen head and the row that blocks go above. */
function headAndNewest(sheet: Sheet) {
  return sheet.getRange(1, 1, FIRST_BLOCK_ROW, COLUMNS);
}

/** A tab that the one who asks may not edit is a problem of its own; the others go on. */
function refusedByGoogle(tracker: Tracker, plan: PlannedTab): PlannedTab {
  const sheet = plan.state === 'new' ? tracker.sheetById(plan.sheetId) : null;
  if (!sheet || headAndNewest(sheet).canEdit()) return plan;
  return { ...plan, state: 'problem', problem: { code: 'mayNotEdit', place: { tab: plan.tab } } };
}

/** People who typed themselves or others into the roster get their tabs before a month is planned for everyone. */
export function tabsForNewPeople(tracker: Tracker): string[] {
  return underLock(() => adoptSetup(tracker, todayOf(tracker)));
}

function activeReps(roster: readonly Rep[], today: string): Rep[] {
  return roster.filter((rep) => rep.end === '' || rep.end >= today);
}

function digestOfPlans(month: MonthKey, plans: readonly TabPlan[]): string {
  return digestOf([month, plans.map((plan) => [plan.rep.id, plan.digest])]);
}

function previewOf(month: MonthKey, plans: readonly PlannedTab[]): StartPreview {
  return { month, digest: digestOfPlans(month, plans), people: plans.map(carryView) };
}

function carryView(plan: PlannedTab): CarryView {
  const { carry } = plan;
  const columns = plan.index?.tab.columns ?? USUAL;
  const problem: ProblemView | undefined = plan.problem && problemView(plan.problem);
  return {
    repId: plan.rep.id,
    digest: plan.digest,
    name: plan.rep.name,
    sheetId: plan.sheetId,
    state: plan.state,
    ...(problem ? { problem } : {}),
    fromMonth: carry.fromMonth,
    kept: carry.kept.map(keptView),
    won: carry.won.map((item) => staysView(item, carry.fromMonth ?? 0)),
    lost: carry.lost.map((item) => staysView(item, carry.fromMonth ?? 0)),
    dropped: carry.dropped.map(({ item, reason }) => ({ ...staysView(item, carry.fromMonth ?? 0), reason })),
    there: plan.there,
    late: plan.late.map(keptView),
    unreadable: carry.unreadable.map(({ title, text, row, what }) => ({
      title,
      text,
      what,
      cell: columns.a1(row, FIELD_COL[what]),
    })),
    commitments: carry.commitments.length,
    lastFocus: String(carry.lastFocus),
  };
}

function keptView({ id, cells, life, reopened }: CarriedDeal): CarriedView {
  return {
    id,
    title: titleOf(cells),
    amount: cells.amount ?? '',
    monthsUnchanged: life.monthsUnchanged,
    timesPushed: life.timesPushed,
    firstMonth: life.firstMonth,
    ...(reopened ? { reopened } : {}),
  };
}

function staysView(item: Item, month: MonthKey): CarriedView {
  return {
    id: item.id,
    title: titleOf(item.cells),
    amount: item.cells.amount ?? '',
    monthsUnchanged: item.life?.monthsUnchanged ?? 0,
    timesPushed: item.life?.timesPushed ?? 0,
    firstMonth: item.life?.firstMonth ?? month,
  };
}

/** The screen of a tab, for calls that answer with it. */
export function freshScreen(tracker: Tracker, sheetId: number | null, month?: MonthKey): Screen {
  const sheet = (sheetId === null ? null : tracker.sheetById(sheetId)) ?? tracker.book.getActiveSheet();
  return screenFor(tracker, sheet, month);
}
