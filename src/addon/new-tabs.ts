/** Tabs for people who have none, a portion at a time. */
import type { NewTabs } from '../contract/calls';
import { type Problem, ProblemError } from '../core/problems';
import { type NewPerson, parsePeople, type Rep } from '../core/roster';
import type { MonthKey } from '../core/shared/month';
import { applyTab, planTab } from '../sheet/acts/start-month';
import { needEdit } from '../sheet/grid/edit-rights';
import { endWords } from '../sheet/month/meeting';
import { SETUP_COL } from '../sheet/setup/tables';
import type { Tracker } from '../sheet/setup/tracker';
import { buildFigures } from '../sheet/team/tab';
import { giveTab, keySetup, makeTab, owedTab, withoutTab } from '../sheet/team/team';
import { underLock } from './answer';
import { inPortions, unitsOf } from './portions';
import { freshScreen, todayOf } from './screen';
import { TEAM_UNITS, teamSteps, teamStepsMs } from './team-tab';
import { signature, whoIs } from './who';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Gives people whom somebody typed into the roster their tabs, and sections and KPIs their keys. */
export function tabsForNewPeople(
  tracker: Tracker,
  month: MonthKey | null,
  { rest, until }: { rest?: string[] | undefined; until?: number } = {},
): NewTabs {
  const isKeyed = !rest && underLock(() => keySetup(tracker));
  const active = tracker.book.getActiveSheet();
  const isNothingNew = !rest && !isKeyed && withoutTab(tracker).length === 0;
  return tabsInPortions(tracker, month, isNothingNew ? [] : rest, { until, show: () => active });
}

/**
 * A tab for each of those who have none, with the month on it if one is given, then Team. Before the first of them the
 * hidden Figures are there: from those a month takes the ranks.
 * @param how.show the tab to look at afterwards: each new one has become the one that is looked at
 */
export function tabsInPortions(
  tracker: Tracker,
  month: MonthKey | null,
  rest: string[] | undefined,
  { until, show }: { until?: number | undefined; show: () => Sheet | null },
): NewTabs {
  const owed = withoutTab(tracker);
  if (owed.length > 0) needEdit(tracker.setupSheet().sheet.getRange(1, SETUP_COL.key));
  if (owed.length > 0 && month !== null && !tracker.figures()) underLock(() => buildFigures(tracker, todayOf(tracker)));
  const added: string[] = [];
  const portion = inPortions(
    rest ?? [...unitsOf('tab', owed), ...TEAM_UNITS],
    {
      tab: (repId) => {
        const rep = underLock(() => newTab(tracker, repId, month));
        if (rep) added.push(rep.name);
      },
      ...teamSteps(tracker),
    },
    { ...(until === undefined ? {} : { until }), longMs: teamStepsMs(tracker) },
  );
  const shown = added.length > 0 ? show() : null;
  if (shown) tracker.book.setActiveSheet(shown);
  const isOver = portion.rest.length === 0;
  return { ...portion, added, screen: isOver ? freshScreen(tracker, null, month ?? undefined) : null };
}

/** Somebody's tab, with a month if one is given. Null where there is nothing to do any more. */
function newTab(tracker: Tracker, repId: string, month: MonthKey | null): Rep | null {
  const rep = owedTab(tracker, repId);
  if (!rep) return null;
  const sheetId = makeTab(tracker, rep).getSheetId();
  if (month !== null) {
    const plan = planTab(tracker, { ...rep, sheetId }, month, todayOf(tracker), null);
    applyTab(tracker, plan, month, endWords('opened', signature(whoIs(tracker.setup())), todayOf(tracker)));
  }
  giveTab(tracker, rep, sheetId);
  return rep;
}

export function tabOf(tracker: Tracker, rep: Rep | undefined): Sheet | null {
  return rep && rep.sheetId !== null ? tracker.sheetById(rep.sheetId) : null;
}

/** The people of a text, a line each; stops at the first line that cannot be read. */
export function readPeople(text: string): NewPerson[] {
  const { people, problems } = parsePeople(text);
  const first: Problem | undefined = problems[0];
  if (first) throw new ProblemError(first);
  return people;
}
