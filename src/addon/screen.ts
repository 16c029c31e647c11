/** Which screen the sidebar shows for a tab, and what it knows of the month on it. */
import type { AgendaView, Common, MeetingScreen, PersonView, ProblemView, RepView, Screen } from '../contract/state';
import type { Problem } from '../core/problems';
import { type Rep, shortName } from '../core/roster';
import { AGENDA_IDS, AGENDA_NAMES, plannedMinutes } from '../core/shared/agenda';
import type { MeetingClock } from '../core/shared/clock';
import { monthOfDate } from '../core/shared/dates';
import { type MonthKey, yearName } from '../core/shared/month';
import { keepUntouched } from '../sheet/acts/carry-decisions';
import { tidyStatuses, untidyStatuses } from '../sheet/acts/tidy-status';
import { undoObstacle } from '../sheet/acts/undo-month';
import { dayInZone } from '../sheet/grid/zone';
import { adoptRows, rowsToAdopt } from '../sheet/month/adopt';
import type { Block } from '../sheet/month/block';
import { columnProblem } from '../sheet/month/column-check';
import { readTabIndex, type TabIndex } from '../sheet/month/read';
import { blockProblems, lostMonth, lostProblem } from '../sheet/month/tab-check';
import { newAgenda } from '../sheet/repair/new-agenda';
import type { Setup } from '../sheet/setup/read';
import type { Tracker } from '../sheet/setup/tracker';
import { problemView, underLock } from './answer';
import { readClock } from './clock-store';
import { homeOf, type OnTeam, onTeam } from './home';
import { blockView, kpisOf } from './month-view';
import { whoIs } from './who';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Today in the spreadsheet's own zone. */
export function todayOf(tracker: Tracker): string {
  return dayInZone(Date.now(), tracker.zone);
}

/** A person's month that has just been read or written. */
export interface KnownMonth {
  repId: string;
  block: Block;
  /** The newest month of the tab. */
  newest: MonthKey;
  /** A month of the tab that is no longer whole, so that it is not found. */
  lost?: Problem | null;
  /** Left out where it has to be read. */
  clock?: MeetingClock | null;
}

/**
 * The screen for a tab and, if given, a month of it. Gives rows that somebody typed by hand their keys on the way.
 * @param known spares reading the tab; the block is shown as it is
 */
export function screenFor(tracker: Tracker, sheet: Sheet, month?: MonthKey, known?: KnownMonth): Screen {
  const setup = tracker.find();
  const today = todayOf(tracker);
  const common: Common = {
    serverNow: Date.now(),
    today,
    dueMonth: monthOfDate(today),
    file: tracker.book.getId(),
    language: tracker.book.getSpreadsheetLocale().replace('_', '-'),
    me: whoIs(setup),
    setupProblems: [...(setup?.problems ?? []), ...(setup?.doubts ?? [])].map(problemView),
  };
  if (!setup) return { kind: 'setUp', ...common, otherTabs: tracker.book.getSheets().map((s) => s.getName()) };
  const team = onTeam(tracker, setup, today);
  const people = team.map(personView);
  const setting = { tracker, setup, common, people, sheet };
  const knownRep = known && setup.roster.find((one) => one.id === known.repId);
  if (known && knownRep) return meetingScreen(setting, knownRep, known);
  const index = readTabIndex(sheet);
  const rep = tracker.repOf(index);
  if (!rep || tracker.ownTab(rep, sheet)) {
    const damage = tracker.damageOf(sheet, index);
    return {
      kind: 'wrongTab',
      ...common,
      tab: sheet.getName(),
      sheetId: sheet.getSheetId(),
      damage: damage && problemView(damage),
      people,
      home: common.me.role === 'rep' ? null : homeOf(tracker, team, today),
    };
  }
  const chosen = chooseMonth(tracker, index, common.dueMonth, month);
  const lost = lostProblem(index, lostMonth(index, chosen.block?.month ?? 0, tracker.zone));
  if (!chosen.block) {
    const newest = chosen.newest;
    return {
      kind: 'noMonth',
      ...common,
      rep: viewOfRep(rep, sheet),
      people,
      newestMonth: newest?.month ?? null,
      newestFinished: newest?.state === 'finished',
      months: index.blocks.map((one) => one.month),
      agendas: agendaViews(setup),
      agenda: rep.agenda,
      damage: lost && problemView(lost),
    };
  }
  const block = upToDate(tracker, sheet, chosen.block);
  const months = index.blocks.map((one) => one.month);
  return { ...meetingScreen(setting, rep, { repId: rep.id, block, newest: months[0] ?? block.month, lost }), months };
}

/** The tab that the sidebar opens on: a salesperson's own, wherever they stand; for anybody else the active one. */
export function firstTab(tracker: Tracker): Sheet {
  const setup = tracker.find();
  const me = setup && whoIs(setup);
  const own = me?.role === 'rep' ? setup?.roster.find((rep) => rep.email === me.email) : undefined;
  const sheet = own?.sheetId == null ? null : tracker.sheetById(own.sheetId);
  return sheet ?? tracker.book.getActiveSheet();
}

/** The screen of a tab, of the first one without a sheet id: for calls that answer with it. */
export function freshScreen(tracker: Tracker, sheetId: number | null, month?: MonthKey): Screen {
  const sheet = (sheetId === null ? null : tracker.sheetById(sheetId)) ?? firstTab(tracker);
  return screenFor(tracker, sheet, month);
}

interface Setting {
  tracker: Tracker;
  setup: Setup;
  common: Common;
  people: PersonView[];
  sheet: Sheet;
}

function meetingScreen({ setup, common, people, sheet }: Setting, rep: Rep, known: KnownMonth): MeetingScreen {
  const { block, newest } = known;
  const tab = sheet.getName();
  const clock =
    block.state === 'finished' ? null : known.clock === undefined ? readClock(rep.id, block.month) : known.clock;
  return {
    kind: 'meeting',
    ...common,
    rep: viewOfRep(rep, sheet),
    people,
    block: blockView(block, clock !== null, kpisOf(setup, block.month), common),
    newestMonth: newest,
    clock,
    statuses: setup.statuses.map(({ word, closes, won }) => ({ word, closes, won })),
    owners: [rep.name, ...setup.managers.map((m) => m.name)].filter((name, n, all) => name && all.indexOf(name) === n),
    canUndoStart: clock === null && undoObstacle(block, newest, tab) === null,
    tabProblems: tabProblems(known, tab),
    agendas: agendaViews(setup),
    questions: setup.questions,
    method: setup.settings.method,
    year: yearName(block.month, setup.settings.yearBegins),
    ...(common.me.role !== 'rep' && isOpen(known) && newAgenda(block, setup, rep) ? { isAgendaNew: true } : {}),
  };
}

/** Is it the newest month, not over, and whole? */
function isOpen({ block, newest, lost }: KnownMonth): boolean {
  return block.month === newest && block.state !== 'finished' && !block.damage && !block.frame && !lost;
}

/** What of the tab is not read, or would not come along. */
function tabProblems({ block, lost }: KnownMonth, tab: string): ProblemView[] {
  if (block.damage) return [problemView(columnProblem(block.damage, tab))];
  return [...(lost ? [lost] : []), ...blockProblems(block, tab)].map(problemView);
}

function agendaViews(setup: Setup): AgendaView[] {
  return AGENDA_IDS.map((id) => ({ id, name: AGENDA_NAMES[id], minutes: plannedMinutes(setup.agendas[id]) }));
}

/**
 * Which month the sidebar opens on: the one asked for; else this month's; else a later one that was opened ahead.
 * An older month that was never finished is offered, not forced.
 */
function chooseMonth(
  tracker: Tracker,
  index: TabIndex,
  due: MonthKey,
  asked: MonthKey | undefined,
): { block: Block | null; newest: Block | null } {
  const of = (month: MonthKey) => tracker.block(index, month);
  if (asked !== undefined) {
    const block = of(asked);
    if (block) return { block, newest: null };
  }
  const newest = index.blocks[0];
  if (!newest) return { block: null, newest: null };
  const current = index.blocks.find((b) => b.month <= due);
  if (current?.month === due) {
    const block = of(due);
    if (block && (block.state !== 'finished' || newest.month === due)) return { block, newest: null };
  }
  if (newest.month > due) return { block: of(newest.month), newest: null };
  return { block: null, newest: of(newest.month) };
}

/** Writes missing keys; reads again under the lock first, since somebody else may just be doing the same. */
function upToDate(tracker: Tracker, sheet: Sheet, block: Block): Block {
  // Where columns have been moved, nothing is written: it would go into wrong ones.
  const { statuses } = tracker.setup();
  const isDue = rowsToAdopt(block).length + untidyStatuses(block, statuses).length > 0;
  if (block.damage || !isDue) return block;
  return underLock(() => {
    const index = readTabIndex(sheet);
    const again = tracker.block(index, block.month) ?? block;
    if (!index.tab.rightsAt(again.row).canEdit()) return again;
    adoptRows(index.tab, again);
    const untidy = untidyStatuses(again, statuses);
    if (untidy.length === 0) return again;
    tidyStatuses(index.tab, untidy);
    if (again.marks === again.startMarks) keepUntouched(index.tab, again.month, tracker.zone);
    return tracker.block(readTabIndex(sheet), block.month) ?? again;
  });
}

function personView({ rep, sheetId }: OnTeam): PersonView {
  return { repId: rep.id, name: rep.name, sheetId, ...(rep.sheetId === null ? { owed: true } : {}) };
}

function viewOfRep(rep: Rep, sheet: Sheet): RepView {
  return {
    repId: rep.id,
    name: rep.name,
    shortName: shortName(rep.name),
    email: rep.email,
    sheetId: sheet.getSheetId(),
    tab: sheet.getName(),
  };
}
