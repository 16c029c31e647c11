import type { NewPerson, Rep } from '../../core/roster';
import { sameName, tabNameFor } from '../../core/roster';
import type { IsoDate } from '../../core/shared/dates';
import { newId, readCells } from '../grid/cells';
import { USUAL } from '../grid/columns';
import { needEdit } from '../grid/edit-rights';
import { KEY } from '../grid/grid';
import { SETUP_COL, SETUP_TAB } from '../setup/tables';
import type { Tracker } from '../setup/tracker';
import { addToRoster, keyLines, keyRosterLines, writeSetup } from '../setup/write';
import { emptyTab } from '../tab/empty-tab';
import { makeRepTab } from '../tab/head';
import { type FormerTab, formerTabs } from './former-tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Writes Setup in a spreadsheet that has none: manager and roster. The people's tabs are still to be made, but for those
 * that are left of a Setup which somebody deleted.
 */
export function createSetup(
  book: Spreadsheet,
  people: readonly NewPerson[],
  manager: { name: string; email: string },
  today: IsoDate,
): void {
  const setup = emptyTab(book, SETUP_TAB) ?? book.insertSheet(freeTabName(book, SETUP_TAB), book.getNumSheets());
  // A fresh spreadsheet's one empty tab has no further use; tabs with anything in them stay.
  const [only, ...more] = book.getSheets().filter((sheet) => sheet.getSheetId() !== setup.getSheetId());
  if (only && more.length === 0 && only.getLastRow() === 0) book.deleteSheet(only);
  const formerOf = formerTabs(() => book.getSheets(), new Set());
  writeSetup(setup, {
    managers: [{ ...manager, since: today }],
    reps: rosterLines(people, manager.name, today, formerOf),
  });
}

/** Adds to the roster those of these people who are not on it; their tabs are still to be made, or found again. */
export function addToTeam(tracker: Tracker, people: readonly NewPerson[], manager: string, today: IsoDate): void {
  const setup = tracker.soundSetup();
  const fresh = people.filter((p) => !setup.roster.some((rep) => sameName(rep.name, p.name)));
  const place = setup.places.roster;
  if (!place || fresh.length === 0) return;
  const { sheet, values } = tracker.setupSheet();
  needEdit(sheet.getRange(place.header, SETUP_COL.key));
  addToRoster(sheet, place, values, rosterLines(fresh, manager, today, formerTabsOf(tracker)));
  tracker.forget();
}

/**
 * Gives people, sections and KPIs that somebody has typed into Setup by hand their keys; people whose keys were cleared
 * get back those that their tabs still know. Returns whether there were any.
 */
export function keySetup(tracker: Tracker): boolean {
  const { roster, unkeyedLines } = tracker.soundSetup();
  const people = roster.filter((rep) => rep.id === '');
  const [first] = [...unkeyedLines, ...people];
  if (!first) return false;
  const { sheet } = tracker.setupSheet();
  needEdit(sheet.getRange(first.row, SETUP_COL.key));
  keyLines(sheet, unkeyedLines);
  const formerOf = formerTabsOf(tracker);
  keyRosterLines(
    sheet,
    people.map(({ name, row }) => ({ ...(formerOf(name) ?? newcomer()), row })),
  );
  tracker.forget();
  return true;
}

/** Ids of people on the roster who are still owed a tab. */
export function withoutTab(tracker: Tracker): string[] {
  return tracker
    .setup()
    .roster.filter((rep) => rep.id !== '' && rep.sheetId === null)
    .map((rep) => rep.id);
}

/**
 * Somebody who is still owed a tab, as Setup says at this moment: its lines may have moved, and another run may have been
 * quicker. Null when nothing is owed. One read.
 */
export function owedTab(tracker: Tracker, repId: string): Rep | null {
  const rep = onRoster(tracker, repId);
  if (!rep) return null;
  const [[key, sheetId] = []] = readCells(tracker.setupSheet().sheet.getRange(rep.row, SETUP_COL.key, 1, 2));
  if (key === `rep:${repId}`) return sheetId === '' ? rep : null;
  tracker.forget();
  const moved = onRoster(tracker, repId);
  return moved?.sheetId === null ? moved : null;
}

/**
 * Makes a person's tab. The roster learns of it by giveTab, once all is there that shall be on it: a tab which a run that
 * was cut off has begun is known by its name and the person's id, and finished.
 */
export function makeTab(tracker: Tracker, { id, name }: Rep): Sheet {
  const { book } = tracker;
  const begun = emptyTab(book, tabNameFor(name, []), `${KEY.head}:${id}`);
  const isFree = begun && !tracker.setup().roster.some((rep) => rep.sheetId === begun.getSheetId());
  const tab = isFree ? begun : insertTab(tracker, name);
  makeRepTab(tab, { id, name });
  tracker.noteColumns(tab, USUAL);
  return tab;
}

/** Writes into the roster which tab is a person's. */
export function giveTab(tracker: Tracker, rep: Rep, sheetId: number): void {
  keyRosterLines(tracker.setupSheet().sheet, [{ ...rep, sheetId }]);
  // What was read of Setup stays true, without reading it once more for each tab.
  rep.sheetId = sheetId;
}

function onRoster(tracker: Tracker, repId: string): Rep | undefined {
  return tracker.setup().roster.find((rep) => rep.id === repId);
}

function rosterLines(
  people: readonly NewPerson[],
  manager: string,
  today: IsoDate,
  formerOf: (name: string) => FormerTab | null,
) {
  return people.map(({ name, email }) => ({
    ...(formerOf(name) ?? newcomer()),
    name,
    email,
    start: today,
    manager,
  }));
}

function newcomer() {
  return { id: `r${newId()}`, sheetId: null };
}

/** Where people's tabs are found that are on nobody's line. */
function formerTabsOf(tracker: Tracker) {
  return formerTabs(() => tracker.otherSheets(), new Set(tracker.setup().roster.map(({ id }) => id)));
}

/**
 * A new tab to the left of Setup, in the order of the roster. The names of all tabs are asked for only where the one it
 * should have is taken.
 */
function insertTab(tracker: Tracker, name: string): Sheet {
  const { book } = tracker;
  const place = tracker.setupSheet().sheet.getIndex() - 1;
  const wanted = tabNameFor(name, []);
  if (!book.getSheetByName(wanted)) {
    try {
      return book.insertSheet(wanted, place);
    } catch (error) {
      // Taken in another case, as “mira oakes”: getSheetByName may not see that, and the second try has another name.
      console.warn(`inserting ${wanted}: ${error}`);
    }
  }
  return book.insertSheet(freeTabName(book, name), place);
}

function freeTabName(book: Spreadsheet, name: string): string {
  return tabNameFor(
    name,
    book.getSheets().map((sheet) => sheet.getName()),
  );
}
