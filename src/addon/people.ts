import type { NewTabs } from '../contract/calls';
import { type Problem, ProblemError, stop } from '../core/problems';
import { type NewPerson, parsePeople, type Rep, sameName, tidyName } from '../core/roster';
import type { MonthKey } from '../core/shared/month';
import { isMonthKey } from '../core/shared/month';
import { applyTab, planTab } from '../sheet/acts/start-month';
import { needEdit } from '../sheet/grid/edit-rights';
import { endWords } from '../sheet/month/meeting';
import { SETUP_COL } from '../sheet/setup/tables';
import { Tracker } from '../sheet/setup/tracker';
import { buildFigures } from '../sheet/team/tab';
import { addToTeam, createSetup, giveTab, keySetup, makeTab, owedTab, withoutTab } from '../sheet/team/team';
import { callable, underLock } from './answer';
import { inPortions, unitsOf } from './portions';
import { freshScreen, todayOf } from './screen';
import { teamStepMs, writeTeam } from './team-view';
import { mayActForAll, signature, whoIs } from './who';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const open = () => new Tracker(SpreadsheetApp.getActiveSpreadsheet());

export const setUpTeam = callable('setUpTeam', 'setting up', ({ people, month, managerName, rest }) => {
  needMonth(month);
  const wanted = readPeople(people);
  const tracker = open();
  if (!rest) underLock(() => beginTracker(tracker, wanted, managerName));
  mayActForAll(whoIs(tracker.setup()));
  return tabsInPortions(tracker, month, rest, { show: () => tabOf(tracker, tracker.setup().roster[0]) });
});

/** Writes Setup; for the same people once more, goes on where a run was cut off. */
function beginTracker(tracker: Tracker, people: readonly NewPerson[], managerName: string): void {
  const roster = tracker.find()?.roster;
  if (roster && !people.every(({ name }) => roster.some((rep) => sameName(rep.name, name)))) stop('trackerExists');
  const { email } = whoIs(null);
  const name = tidyName(managerName) || email || 'Manager';
  if (!roster) createSetup(tracker.book, people, { name, email }, todayOf(tracker));
  tracker.forget();
}

export const addPeople = callable('addPeople', 'adding people', ({ people, month, rest }) => {
  if (month !== null) needMonth(month);
  const wanted = readPeople(people);
  const tracker = open();
  const me = whoIs(tracker.setup());
  mayActForAll(me);
  if (!rest)
    underLock(() => {
      keySetup(tracker);
      addToTeam(tracker, wanted, me.name, todayOf(tracker));
    });
  const active = tracker.book.getActiveSheet();
  const tabs = tabsInPortions(tracker, month, rest, { show: () => active });
  const owed = (name: string) => tracker.setup().roster.some((rep) => rep.sheetId === null && sameName(rep.name, name));
  const isNew = ({ name }: NewPerson) => owed(name) || tabs.added.some((added) => sameName(added, name));
  return { ...tabs, alreadyThere: rest ? [] : wanted.filter((person) => !isNew(person)).map(({ name }) => name) };
});

export const makeTabs = callable('makeTabs', 'making tabs', ({ month, rest }) => {
  if (month !== null) needMonth(month);
  const tracker = open();
  mayActForAll(whoIs(tracker.setup()));
  return tabsForNewPeople(tracker, month, { rest });
});

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
function tabsInPortions(
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
    rest ?? [...unitsOf('tab', owed), 'team:'],
    {
      tab: (repId) => {
        const rep = underLock(() => newTab(tracker, repId, month));
        if (rep) added.push(rep.name);
      },
      team: () => writeTeam(tracker),
    },
    { ...(until === undefined ? {} : { until }), longMs: { team: teamStepMs(tracker) } },
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

function tabOf(tracker: Tracker, rep: Rep | undefined): Sheet | null {
  return rep && rep.sheetId !== null ? tracker.sheetById(rep.sheetId) : null;
}

function needMonth(month: MonthKey): void {
  if (!isMonthKey(month)) stop('badMonth', undefined, { text: String(month) });
}

function readPeople(text: string): NewPerson[] {
  const { people, problems } = parsePeople(text);
  const first: Problem | undefined = problems[0];
  if (first) throw new ProblemError(first);
  return people;
}
