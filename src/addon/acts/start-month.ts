/** Starts a month as it was previewed, on one tab or on everybody's. */
import * as v from 'valibot';
import type { RequestOf, StartResult } from '../../contract/calls';
import type { Portion } from '../../contract/portions';
import type { ProblemView, Screen } from '../../contract/state';
import { ProblemError, stop } from '../../core/problems';
import type { Rep } from '../../core/roster';
import type { MonthKey } from '../../core/shared/month';
import { bringAlong, countLate } from '../../sheet/acts/carry-decisions';
import { keepRanks } from '../../sheet/acts/kept-ranks';
import { applyTab, type PlannedTab, planTab, readStarted } from '../../sheet/acts/start-month';
import { needEdit, needEditOnRefusal } from '../../sheet/grid/edit-rights';
import { COLUMNS } from '../../sheet/grid/hidden';
import { endWords } from '../../sheet/month/meeting';
import type { BlockPlan } from '../../sheet/month/plan';
import { chainTab, isYearNew, yearIsChained, yearWords } from '../../sheet/repair/chain-year';
import { migrateTab } from '../../sheet/repair/migrate';
import type { Tracker } from '../../sheet/setup/tracker';
import { leavingMonths } from '../../sheet/team/figures';
import { keySetup } from '../../sheet/team/team';
import { act } from '../act';
import { problemView, underLock } from '../answer';
import { TITLE } from '../menu';
import { everybody, headAndNewest, needMonth, planFor, planOne, type WhichMonth } from '../month-plans';
import { inPortions, unitsOf } from '../portions';
import { digestOf, idsOf } from '../previewed';
import { freshScreen, screenFor, todayOf } from '../screen';
import { agenda, decisions, month, people, rest, sheetId } from '../shapes';
import { TEAM_UNITS, teamSteps, teamStepsMs } from '../team-tab';
import { openTracker } from '../tracker';
import { signature, whoIs } from '../who';

/** Stands for the note in Setup that everybody's totals are chained. */
const CHAINED = 'done';

export const startMonth = act('startMonth', {
  doing: 'starting the month',
  request: v.object({
    sheetId: v.nullable(sheetId),
    month,
    people,
    agenda,
    decisions,
    bringAlong: v.exactOptional(v.boolean()),
    rest,
  }),
  run(request): StartResult {
    const tracker = openTracker();
    needMonth(request.month);
    const start = new MonthStart(tracker, request);
    const { sheetId } = request;
    if (sheetId === null) {
      const portion = startForAll(tracker, start, request);
      start.tellYear();
      return { ...start.result, ...portion, screen: portion.rest.length === 0 ? freshScreen(tracker, null) : null };
    }
    const screen = writing(tracker, sheetId, () => {
      const plan = planOne(tracker, sheetId, request, /* writesAtOnce= */ true);
      if (plan.index && plan.state === 'new') start.chain(plan.index.tab.sheet);
      const written = start.one(plan, request.people[0]?.digest ?? '');
      return written && (() => startedScreen(tracker, plan, written));
    });
    start.tellYear();
    return { ...start.result, did: [], rest: [], screen: screen?.() ?? freshScreen(tracker, sheetId, request.month) };
  },
});

/** Writes to a tab, under the lock. Whether one may is asked where Google has refused it. */
function writing<T>(tracker: Tracker, sheetId: number | null, act: () => T): T {
  const sheetOf = () => (sheetId === null ? null : tracker.sheetById(sheetId));
  return needEditOnRefusal(
    () => {
      const sheet = sheetOf();
      return sheet && headAndNewest(sheet);
    },
    () => underLock(act),
  );
}

/**
 * One tab after the other is planned, compared with its own preview and started. Whose oldest month leaves the comparison
 * of ranks first comes first: a start then takes away no month that a later tab still has to keep its ranks of.
 */
function startForAll(tracker: Tracker, start: MonthStart, request: RequestOf<'startMonth'>): Portion {
  const { people, rest } = request;
  const active = everybody(tracker);
  const leaving = rest ? new Map<string, MonthKey>() : leavingMonths(tracker);
  const leaves = (id: string) => leaving.get(id) ?? 0;
  const ids = idsOf(people).sort((a, b) => leaves(a) - leaves(b));
  const units = unitsOf('tab', ids);
  if (!rest && tracker.setup().unkeyedLines.length > 0) {
    // A KPI that was typed by hand gets its column in Figures, before formulas look for it.
    underLock(() => keySetup(tracker));
    units.unshift(...TEAM_UNITS);
  }
  const repOf = (repId: string) => active.find((one) => one.id === repId);
  const { roster } = tracker.setup();
  const withTab = roster.flatMap(({ id, sheetId }) => (sheetId === null ? [] : [id]));
  if (!rest && isYearNew(tracker)) units.unshift(...unitsOf('year', [...withTab, CHAINED]));
  return inPortions(
    rest ?? units,
    {
      ...teamSteps(tracker),
      year: (repId) => {
        const of = roster.find(({ id }) => id === repId)?.sheetId ?? null;
        const sheet = of === null ? null : tracker.sheetById(of);
        if (repId === CHAINED) underLock(() => yearIsChained(tracker));
        else if (sheet) start.leavingOut(() => writing(tracker, of, () => start.chain(sheet)));
      },
      tab: (repId) => {
        const rep = repOf(repId);
        const one = (of: Rep) =>
          start.one(planFor(tracker, of, request, /* writesAtOnce= */ true), digestOf(people, repId));
        const refusal = rep && start.leavingOut(() => writing(tracker, rep.sheetId, () => one(rep)));
        if (refusal) start.result.problems.push(refusal);
      },
    },
    { longMs: teamStepsMs(tracker) },
  );
}

/** Starts the month tab by tab, and remembers what came of it. */
class MonthStart {
  readonly result: Omit<StartResult, 'did' | 'rest' | 'screen'> = {
    started: [],
    already: [],
    brought: 0,
    problems: [],
    changed: [],
  };
  private readonly opened: string;
  /** Formulas that were chained by another year. */
  private chained = 0;

  constructor(
    private readonly tracker: Tracker,
    private readonly request: WhichMonth,
  ) {
    this.opened = endWords('opened', signature(whoIs(tracker.setup())), todayOf(tracker));
  }

  /** Lays a tab's totals anew where Setup lets the year begin in another month by now. */
  chain(sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
    if (isYearNew(this.tracker)) this.chained += chainTab(this.tracker, sheet) ?? 0;
  }

  tellYear(): void {
    if (this.chained > 0) this.tracker.book.toast(yearWords(this.tracker, this.chained), TITLE);
  }

  /** A tab that one may not edit is left out: why, in words. The others go on. */
  leavingOut(act: () => unknown): ProblemView | null {
    try {
      act();
      return null;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'mayNotEdit') return problemView(error.problem);
      throw error;
    }
  }

  /** Starts it as previewed; leaves a tab alone on which it would come to something else by now. */
  one(plan: PlannedTab, digest: string): BlockPlan | null {
    const { result, request } = this;
    const writes = plan.state === 'new' || (request.bringAlong === true && countLate(plan.late) > 0);
    if (writes && plan.digest !== digest) {
      result.changed.push(plan.rep.name);
      return null;
    }
    return this.write(writes ? inThisGrid(this.tracker, plan, request) : plan);
  }

  private write(plan: PlannedTab): BlockPlan | null {
    const { tracker, result, request } = this;
    if (plan.state === 'problem') result.problems.push(problemView(plan.problem ?? { code: 'tabGone' }));
    if (plan.state === 'already') {
      result.already.push(plan.rep.name);
      if (request.bringAlong) result.brought += bringLate(tracker, plan);
    }
    if (plan.index && plan.state === 'new') keepRanks(plan.index, plan.ranks);
    const started = plan.state === 'new' ? applyTab(tracker, plan, request.month, this.opened) : null;
    if (started) result.started.push(plan.rep.name);
    return started?.plan ?? null;
  }
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
  if (!index || !own || countLate(late) === 0) return 0;
  needEdit(index.tab.range(own.row, 1, own.rows, COLUMNS));
  return bringAlong(index.tab, own, late, tracker.zone);
}

/** Is written only on a tab of this version's grid; a tab that had to be brought to it is planned again. */
function inThisGrid(tracker: Tracker, plan: PlannedTab, request: WhichMonth): PlannedTab {
  const sheet = tracker.sheetById(plan.sheetId);
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
