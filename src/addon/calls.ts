import type { FinishResult, SaveResult } from '../contract/calls';
import { actOnClock, meetingMinutes } from '../core/clock';
import { dateInZone, isIsoDate } from '../core/dates';
import { addMonths, isMonthKey, type MonthKey } from '../core/month';
import { type Problem, ProblemError, stop } from '../core/problems';
import { leftEmpty, recapText } from '../core/recap';
import { type NewPerson, parsePeople, sameName, tidyName } from '../core/roster';
import { type Block, readTabIndex, recordOf } from '../sheet/block-read';
import { needColumns } from '../sheet/damage';
import { needEdit } from '../sheet/edit-rights';
import { COL } from '../sheet/grid';
import { writeFinished, writePlanned, writeReopened, writeStarted } from '../sheet/meeting';
import { migrateTab } from '../sheet/migrate';
import { applySave, planSave } from '../sheet/save';
import { addPeople as addToTeam, completeTracker, createSetup } from '../sheet/team';
import { Tracker } from '../sheet/tracker';
import { callable, problemView, underLock } from './answer';
import { readClock, removeClock, writeClock } from './clock-store';
import { freshScreen, planMonth as plan, startMonth as start, tabsForNewPeople, undoStart as undo } from './months';
import { screenFor, todayOf } from './screen';
import { teamTab, writeTeam } from './team-view';
import { mayActForAll, mayActOn, signature, whoIs } from './who';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const open = () => new Tracker(SpreadsheetApp.getActiveSpreadsheet());

export const loadScreen = callable('loadScreen', 'reading the tab', ({ sheetId, month }) => {
  const tracker = open();
  if (sheetId !== undefined && !tracker.sheetById(sheetId)) stop('tabGone');
  return freshScreen(tracker, sheetId ?? null, month);
});

export const openTab = callable('openTab', 'opening the tab', ({ sheetId }) => {
  const tracker = open();
  const { sheet } = tracker.repTab(sheetId);
  tracker.book.setActiveSheet(sheet);
  return screenFor(tracker, sheet);
});

export const setUpTeam = callable('setUpTeam', 'setting up', (request) => {
  needMonth(request.month);
  const people = readPeople(request.people);
  const tracker = open();
  const { email } = whoIs(null);
  underLock(() => {
    const today = todayOf(tracker);
    const roster = tracker.find()?.roster;
    // The same people once more: a repeat, which goes on where a run was cut off.
    if (roster && !people.every(({ name }) => roster.some((rep) => sameName(rep.name, name)))) stop('trackerExists');
    const name = tidyName(request.managerName) || email || 'Manager';
    if (!roster) createSetup(tracker.book, people, { name, email }, today);
    tracker.forget();
    completeTracker(tracker, today);
  });
  startForAll(tracker, request.month);
  writeTeam(tracker);
  return freshScreen(tracker, null, request.month);
});

export const addPeople = callable('addPeople', 'adding people', ({ people, month }) => {
  if (month !== null) needMonth(month);
  const wanted = readPeople(people);
  const tracker = open();
  const me = whoIs(tracker.setup());
  mayActForAll(me);
  const result = underLock(() => addToTeam(tracker, wanted, me.name, todayOf(tracker)));
  if (month !== null) startForAll(tracker, month);
  writeTeam(tracker);
  return { ...result, screen: freshScreen(tracker, null) };
});

export const planMonth = callable('planMonth', 'looking at what comes along', (request) => {
  const tracker = open();
  if (request.sheetId === null && whoIs(tracker.setup()).role !== 'rep') tabsForNewPeople(tracker);
  return plan(tracker, request);
});

export const startMonth = callable('startMonth', 'starting the month', (request) => {
  const tracker = open();
  return start(tracker, request, () => freshScreen(tracker, request.sheetId, request.month));
});

export const undoStart = callable('undoStart', 'taking the month back', ({ sheetId, month }) => {
  const tracker = open();
  undo(tracker, sheetId, month);
  return freshScreen(tracker, sheetId);
});

export const saveEdits = callable('saveEdits', 'saving', ({ sheetId, repId, month, edits }): SaveResult => {
  const tracker = open();
  const { sheet } = ownTab(tracker, sheetId, repId);
  const outcomes = underLock(() => {
    const block = blockToWrite(tracker, sheet, month);
    const save = planSave(block, edits, sheet.getName());
    applySave(sheet, block, save);
    return save.outcomes;
  });
  return {
    outcomes: outcomes.map(({ problem, ...rest }) => ({
      ...rest,
      ...(problem ? { problem: problemView(problem) } : {}),
    })),
    screen: screenFor(tracker, sheet, month),
  };
});

export const setClock = callable('setClock', 'setting the clock', ({ sheetId, repId, month, action, actionId }) => {
  const tracker = open();
  const { sheet } = ownTab(tracker, sheetId, repId);
  const now = Date.now();
  const before = readClock(repId, month);
  const clock = underLock(() => {
    const current = readClock(repId, month);
    const next = actOnClock(current, action, now, actionId);
    if (next && !current) {
      const block = blockToWrite(tracker, sheet, month);
      if (block.state !== 'reopened') writeStarted(sheet, block, todayOf(tracker), signature(whoIs(tracker.setup())));
      // A clock that runs says that the band is written: properties do not wait as cells do.
      SpreadsheetApp.flush();
    }
    if (next && next !== current) writeClock(repId, month, next);
    return next;
  });
  const started = !before && clock;
  return { clock, serverNow: Date.now(), ...(started ? { screen: screenFor(tracker, sheet, month) } : {}) };
});

export const lookForChanges = callable(
  'lookForChanges',
  'looking for changes',
  ({ sheetId, repId, month, revision }) => {
    const tracker = open();
    const { sheet } = ownTab(tracker, sheetId, repId, /* reading= */ true);
    const screen = screenFor(tracker, sheet, month);
    const same = screen.kind === 'meeting' && screen.block.month === month && screen.block.revision === revision;
    return {
      clock: screen.kind === 'meeting' ? screen.clock : null,
      serverNow: screen.serverNow,
      screen: same ? null : screen,
      activeSheetId: tracker.book.getActiveSheet().getSheetId(),
    };
  },
);

export const finishMeeting = callable('finishMeeting', 'finishing', ({ sheetId, repId, month }): FinishResult => {
  const tracker = open();
  const { sheet, rep } = ownTab(tracker, sheetId, repId);
  const now = Date.now();
  underLock(() => {
    const block = blockToWrite(tracker, sheet, month);
    if (block.state === 'finished') {
      removeClock(repId, month);
      return;
    }
    const clock = readClock(repId, month);
    const today = todayOf(tracker);
    const heldOn = clock ? dateInZone(clock.startedAt, tracker.zone) : today;
    writeFinished(
      sheet,
      block,
      heldOn,
      clock ? meetingMinutes(clock, now) : null,
      signature(whoIs(tracker.setup())),
      today,
    );
    // The clock goes once its minutes are in the sheet: properties do not wait as cells do.
    SpreadsheetApp.flush();
    removeClock(repId, month);
  });
  const block = needBlock(tracker, sheet, month);
  const minutes = typeof block.minutes === 'number' ? block.minutes : null;
  const record = recordOf(block);
  return {
    screen: screenFor(tracker, sheet, month),
    minutes: minutes ?? 0,
    recap: recapText(rep.name, record, isIsoDate(block.heldOn) ? block.heldOn : '', minutes),
    leftEmpty: leftEmpty(record),
    nextMonth: addMonths(month, 1),
    nextDate: isIsoDate(record.nextDate) ? record.nextDate : '',
  };
});

export const planMeeting = callable('planMeeting', 'planning the day', ({ sheetId, repId, month, date }) => {
  const tracker = open();
  const { sheet } = ownTab(tracker, sheetId, repId);
  underLock(() => {
    const block = blockToWrite(tracker, sheet, month);
    if (block.state === 'finished' || block.state === 'reopened' || readClock(repId, month))
      stop('alreadyHeld', { tab: sheet.getName() }, { month });
    writePlanned(sheet, block, date, signature(whoIs(tracker.setup())), todayOf(tracker));
  });
  return screenFor(tracker, sheet, month);
});

export const reopenMeeting = callable('reopenMeeting', 'opening the meeting again', ({ sheetId, repId, month }) => {
  const tracker = open();
  const { sheet } = ownTab(tracker, sheetId, repId);
  underLock(() => {
    const block = blockToWrite(tracker, sheet, month);
    if (block.state === 'finished') writeReopened(sheet, block, todayOf(tracker), signature(whoIs(tracker.setup())));
  });
  return screenFor(tracker, sheet, month);
});

export const buildTeam = callable('buildTeam', 'making the Team tab', () => {
  const tracker = open();
  teamTab(tracker);
  return freshScreen(tracker, null);
});

/** The tab that the sidebar is pinned to; stops when it has become somebody else's, or is not the rep's own. */
function ownTab(tracker: Tracker, sheetId: number, repId: string, reading = false) {
  const found = tracker.repTab(sheetId);
  if (found.rep.id !== repId) stop('tabOfSomeoneElse', { tab: found.sheet.getName() });
  if (!reading) {
    mayActOn(whoIs(tracker.setup()), found.rep, found.sheet.getName());
    needEdit(found.sheet.getRange(found.index.blocks[0]?.row ?? 1, COL.key));
  }
  return found;
}

function needBlock(tracker: Tracker, sheet: Sheet, month: MonthKey): Block {
  return tracker.block(sheet, readTabIndex(sheet), month) ?? stop('blockGone', { tab: sheet.getName() }, { month });
}

/** A month that an act is about to write into: in the grid of this version, with its columns where they belong. */
function blockToWrite(tracker: Tracker, sheet: Sheet, month: MonthKey): Block {
  const index = readTabIndex(sheet);
  const block = tracker.block(sheet, index, month) ?? stop('blockGone', { tab: sheet.getName() }, { month });
  needColumns(block, sheet.getName());
  return migrateTab(tracker, sheet, index) ? needBlock(tracker, sheet, month) : block;
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

/** Right after people were added there is nothing to preview: their tabs are empty. */
function startForAll(tracker: Tracker, month: MonthKey): void {
  const until = Date.now() + START_ALL_MS;
  for (let left = 1; left > 0 && Date.now() < until; ) {
    const { digest } = plan(tracker, { sheetId: null, month });
    left = start(tracker, { sheetId: null, month, digest }, () => freshScreen(tracker, null)).left;
  }
}

/** How long months of new people are started in one call, in ms: well below Google's six minutes. */
const START_ALL_MS = 240_000;
