import type { NewPerson } from '../../core/roster';
import { sameName, tabNameFor } from '../../core/roster';
import type { IsoDate } from '../../core/shared/dates';
import { newId } from '../grid/cells';
import { USUAL } from '../grid/columns';
import { needEdit } from '../grid/edit-rights';
import { KEY } from '../grid/grid';
import { SETUP_COL, SETUP_TAB } from '../setup/tables';
import type { Tracker } from '../setup/tracker';
import { addToRoster, keyLines, keyRosterLines, writeSetup } from '../setup/write';
import { emptyTab } from '../tab/empty-tab';
import { makeRepTab } from '../tab/head';
import { buildFigures, buildTeam } from './tab';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Writes Setup in a spreadsheet that has none: manager and roster. The people's tabs are still to be made. */
export function createSetup(
  book: Spreadsheet,
  people: readonly NewPerson[],
  manager: { name: string; email: string },
  today: IsoDate,
): void {
  const setup = emptyTab(book, SETUP_TAB) ?? book.insertSheet(freeTabName(book, SETUP_TAB), book.getSheets().length);
  // A fresh spreadsheet's one empty tab has no further use; tabs with anything in them stay.
  const [only, ...more] = book.getSheets().filter((sheet) => sheet.getSheetId() !== setup.getSheetId());
  if (only && more.length === 0 && only.getLastRow() === 0) book.deleteSheet(only);
  writeSetup(setup, { managers: [{ ...manager, since: today }], reps: rosterLines(people, manager.name, today) });
}

/** Makes what the roster calls for and is not there: a tab for each person, and the hidden Figures. No Team tab yet. */
export function completeTracker(tracker: Tracker, today: IsoDate): void {
  makeTabs(tracker);
  const first = tracker.setup().roster[0];
  const tab = first && first.sheetId !== null ? tracker.sheetById(first.sheetId) : null;
  if (tab) tracker.book.setActiveSheet(tab);
  buildFigures(tracker, today);
}

/**
 * Adds people to the roster, each with a tab. Those whose name is there already are left as they are, but get the tab that
 * a run which was cut off owes them. Team does not show the new ones yet.
 */
export function addPeople(
  tracker: Tracker,
  people: readonly NewPerson[],
  managerName: string,
  today: IsoDate,
): { added: string[]; alreadyThere: string[] } {
  const setup = tracker.soundSetup();
  const fresh = people.filter((p) => !setup.roster.some((rep) => sameName(rep.name, p.name)));
  const place = setup.places.roster;
  const { sheet, values } = tracker.setupSheet();
  const owed = setup.roster.some((rep) => rep.id === '' || rep.sheetId === null);
  if (!place || (fresh.length === 0 && !owed)) return { added: [], alreadyThere: people.map((p) => p.name) };
  needEdit(sheet.getRange(place.header, SETUP_COL.key));
  addToRoster(sheet, place, values, rosterLines(fresh, managerName, today));
  tracker.forget();
  const added = makeTabs(tracker);
  tracker.book.setActiveSheet(sheet);
  buildFigures(tracker, today);
  const isNew = (person: NewPerson) => added.some((name) => sameName(name, person.name));
  return { added, alreadyThere: people.filter((person) => !isNew(person)).map((p) => p.name) };
}

/**
 * Gives people whom somebody typed into the roster by hand an id and a tab, and sections and KPIs their keys.
 * Returns the people's names.
 */
export function adoptSetup(tracker: Tracker, today: IsoDate): string[] {
  const setup = tracker.soundSetup();
  const without = setup.roster.filter((rep) => rep.id === '' || rep.sheetId === null);
  const first = [...setup.unkeyedLines, ...without][0];
  if (!first) return [];
  needEdit(tracker.setupSheet().sheet.getRange(first.row, SETUP_COL.key));
  keyLines(tracker.setupSheet().sheet, setup.unkeyedLines);
  tracker.forget();
  const names = makeTabs(tracker);
  buildTeam(tracker, today);
  return names;
}

function rosterLines(people: readonly NewPerson[], manager: string, today: IsoDate) {
  return people.map(({ name, email }) => ({ id: `r${newId()}`, name, email, start: today, manager, sheetId: null }));
}

/**
 * A tab for everybody on the roster who has none; returns their names. The roster learns of a tab once it is finished:
 * one that a run which was cut off has begun is known by its name and the person's id, and finished.
 */
function makeTabs(tracker: Tracker): string[] {
  const { roster } = tracker.setup();
  const setup = tracker.setupSheet().sheet;
  const without = roster.filter((rep) => rep.id === '' || rep.sheetId === null);
  for (const rep of without) {
    const id = rep.id === '' ? `r${newId()}` : rep.id;
    if (rep.id === '') keyRosterLines(setup, [{ id, sheetId: null, row: rep.row }]);
    const begun = emptyTab(tracker.book, tabNameFor(rep.name, []), `${KEY.head}:${id}`);
    const isFree = begun && !roster.some((other) => other.sheetId === begun.getSheetId());
    const tab = isFree ? begun : insertTab(tracker.book, rep.name);
    makeRepTab(tab, { id, name: rep.name });
    tracker.noteColumns(tab, USUAL);
    keyRosterLines(setup, [{ id, sheetId: tab.getSheetId(), row: rep.row }]);
  }
  if (without.length > 0) tracker.forget();
  return without.map((rep) => rep.name);
}

/** A new tab to the left of Setup, in the order of the roster. */
function insertTab(book: Spreadsheet, name: string): Sheet {
  const sheets = book.getSheets();
  const setupAt = sheets.findIndex((sheet) => sheet.getName() === SETUP_TAB);
  return book.insertSheet(freeTabName(book, name), setupAt < 0 ? sheets.length : setupAt);
}

function freeTabName(book: Spreadsheet, name: string): string {
  return tabNameFor(
    name,
    book.getSheets().map((sheet) => sheet.getName()),
  );
}
