import type { FinishResult, SavedBlock, SaveResult } from '../contract/calls';
import { stop } from '../core/problems';
import { actOnClock, meetingMinutes } from '../core/shared/clock';
import { isIsoDate, monthOfDate } from '../core/shared/dates';
import { addMonths } from '../core/shared/month';
import { leftEmpty, recapText } from '../core/shared/recap';
import { planSave } from '../sheet/acts/save';
import { applySave, withSave } from '../sheet/acts/save-apply';
import { undoObstacle } from '../sheet/acts/start-month';
import { needEdit, needEditOnRefusal } from '../sheet/grid/edit-rights';
import { HIDDEN } from '../sheet/grid/hidden';
import type { TabRange } from '../sheet/grid/rep-tab';
import { dayInZone } from '../sheet/grid/zone';
import { writeFinished, writePlanned, writeReopened, writeStarted } from '../sheet/month/meeting';
import { type Block, parseBlock, recordOf } from '../sheet/month/read';
import { Tracker } from '../sheet/setup/tracker';
import { callable, problemView, underLock } from './answer';
import { type AtMonth, monthToWrite, nearMonth, ownTab, tabToWrite } from './at-month';
import { readClock, removeClock, writeClock } from './clock-store';
import { blockView, freshScreen, screenFor, todayOf } from './screen';
import { signature, whoIs } from './who';

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

export const saveEdits = callable('saveEdits', 'saving', ({ edits, ...pin }): SaveResult => {
  const tracker = open();
  let band: TabRange | null = null;
  const write = () => {
    const at = monthToWrite(tracker, pin);
    band = at.tab.range(at.block.row, HIDDEN.key);
    const save = planSave(at.block, edits, at.sheet.getName());
    return { at, save, isRearranged: applySave(at.tab, at.block, save) };
  };
  const { at, save, isRearranged } = needEditOnRefusal(
    () => band,
    () => underLock(write),
  );
  const outcomes = save.outcomes.map(({ problem, ...rest }) => ({
    ...rest,
    ...(problem ? { problem: problemView(problem) } : {}),
  }));
  if (isRearranged || !at.window) return { outcomes, saved: null, screen: screenFor(tracker, at.sheet, pin.month) };
  const { place, values, formulas } = at.window;
  const block = parseBlock(withSave(at.block, save, values), formulas, place, tracker.zone, at.tab.columns);
  return { outcomes, saved: savedBlock(tracker, block, at), screen: null };
});

export const setClock = callable('setClock', 'setting the clock', ({ action, actionId, ...pin }) => {
  const tracker = open();
  const { sheetId, repId, month } = pin;
  const now = Date.now();
  const { clock, started } = underLock(() => {
    const current = readClock(repId, month);
    const next = actOnClock(current, action, now, actionId);
    const started = next !== null && current === null;
    const at = started ? monthToWrite(tracker, pin) : null;
    if (!at) tabToWrite(tracker, pin);
    if (at && at.block.state !== 'reopened') {
      needEdit(at.tab.range(at.block.row, HIDDEN.key));
      writeStarted(at.tab, at.block, todayOf(tracker), signature(whoIs(tracker.setup())));
    }
    // A clock that runs says that the band is written: properties do not wait as cells do.
    if (at) SpreadsheetApp.flush();
    if (next && next !== current) writeClock(repId, month, next);
    return { clock: next, started };
  });
  const sheet = started ? tracker.sheetById(sheetId) : null;
  return { clock, serverNow: Date.now(), ...(sheet ? { screen: screenFor(tracker, sheet, month) } : {}) };
});

export const lookForChanges = callable('lookForChanges', 'looking for changes', ({ revision, ...pin }) => {
  const tracker = open();
  const activeSheetId = tracker.book.getActiveSheet().getSheetId();
  const near = nearMonth(tracker, pin);
  if (near?.block.revision === revision) {
    const clock = near.block.state === 'finished' ? null : readClock(pin.repId, pin.month);
    return { clock, serverNow: Date.now(), screen: null, newestMonth: pin.month, activeSheetId };
  }
  const { sheet } = ownTab(tracker, pin, /* reading= */ true);
  const screen = screenFor(tracker, sheet, pin.month);
  const same = screen.kind === 'meeting' && screen.block.month === pin.month && screen.block.revision === revision;
  return {
    clock: screen.kind === 'meeting' ? screen.clock : null,
    serverNow: screen.serverNow,
    screen: same ? null : screen,
    newestMonth: screen.kind === 'meeting' ? screen.newestMonth : null,
    activeSheetId,
  };
});

export const finishMeeting = callable('finishMeeting', 'finishing', ({ actionId, ...pin }): FinishResult => {
  void actionId;
  const tracker = open();
  const { repId, month } = pin;
  const now = Date.now();
  const { at, block } = underLock(() => {
    const at = monthToWrite(tracker, pin);
    if (at.block.state === 'finished') {
      removeClock(repId, month);
      return { at, block: at.block };
    }
    needEdit(at.tab.range(at.block.row, HIDDEN.key));
    const clock = readClock(repId, month);
    const today = todayOf(tracker);
    const heldOn = clock ? dayInZone(clock.startedAt, tracker.zone) : today;
    const minutes = clock ? meetingMinutes(clock, now) : null;
    const block = writeFinished(at.tab, at.block, heldOn, minutes, signature(whoIs(tracker.setup())), today);
    // The clock goes once its minutes are in the sheet: properties do not wait as cells do.
    SpreadsheetApp.flush();
    removeClock(repId, month);
    return { at, block };
  });
  const minutes = typeof block.minutes === 'number' ? block.minutes : null;
  const record = recordOf(block);
  const rep = tracker.setup().roster.find((one) => one.id === repId);
  return {
    screen: screenFor(tracker, at.sheet, month, { repId, block, newest: at.newest, clock: null }),
    minutes: minutes ?? 0,
    recap: recapText(rep?.name ?? '', record, isIsoDate(block.heldOn) ? block.heldOn : '', minutes),
    leftEmpty: leftEmpty(record),
    nextMonth: addMonths(month, 1),
    nextDate: isIsoDate(record.nextDate) ? record.nextDate : '',
  };
});

export const planMeeting = callable('planMeeting', 'planning the day', ({ date, ...pin }) => {
  const tracker = open();
  const { month } = pin;
  const sheet = underLock(() => {
    const { sheet, tab, block } = monthToWrite(tracker, pin);
    if (block.state === 'finished' || block.state === 'reopened' || readClock(pin.repId, month))
      stop('alreadyHeld', { tab: sheet.getName() }, { month });
    needEdit(tab.range(block.row, HIDDEN.key));
    writePlanned(tab, block, date, signature(whoIs(tracker.setup())), todayOf(tracker));
    return sheet;
  });
  return screenFor(tracker, sheet, month);
});

export const reopenMeeting = callable('reopenMeeting', 'opening the meeting again', (pin) => {
  const tracker = open();
  const sheet = underLock(() => {
    const { sheet, tab, block } = monthToWrite(tracker, pin);
    needEdit(tab.range(block.row, HIDDEN.key));
    if (block.state === 'finished') writeReopened(tab, block, todayOf(tracker), signature(whoIs(tracker.setup())));
    return sheet;
  });
  return screenFor(tracker, sheet, pin.month);
});

function savedBlock(tracker: Tracker, block: Block, { sheet, newest }: AtMonth): SavedBlock {
  const today = todayOf(tracker);
  return {
    block: blockView(block, /* running= */ false, [], { today, dueMonth: monthOfDate(today) }),
    untouched: undoObstacle(block, newest, sheet.getName()) === null,
    serverNow: Date.now(),
  };
}
