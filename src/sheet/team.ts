import type { IsoDate } from '../core/dates';
import type { NewPerson, Rep } from '../core/roster';
import { sameName, tabNameFor } from '../core/roster';
import { newId } from './cells';
import { needEdit } from './edit-rights';
import { makeRepTab } from './rep-tab';
import { SETUP_COL, SETUP_TAB } from './setup-tables';
import { addToRoster, keyLines, keyRosterLines, type SetupStart, writeSetup } from './setup-write';
import { buildTeam } from './team-tab';
import { Tracker } from './tracker';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Makes the tracker in a spreadsheet that has none: a tab for each person, then Setup. */
export function createTracker(
  book: Spreadsheet,
  people: readonly NewPerson[],
  manager: { name: string; email: string },
  today: IsoDate,
): void {
  const reps: SetupStart['reps'] = [];
  const before = book.getSheets();
  for (const person of people) reps.push(addTab(book, person, manager.name, today));
  const setup = book.insertSheet(freeTabName(book, SETUP_TAB), book.getSheets().length);
  writeSetup(setup, { managers: [{ ...manager, since: today }], reps });
  const first = reps[0];
  const firstTab = first && book.getSheets().find((sheet) => sheet.getSheetId() === first.sheetId);
  if (firstTab) book.setActiveSheet(firstTab);
  // A fresh spreadsheet's one empty tab has no further use; tabs with anything in them stay.
  const only = before.length === 1 ? before[0] : undefined;
  if (only && firstTab && only.getLastRow() === 0) book.deleteSheet(only);
  buildTeam(new Tracker(book), today);
}

/** Adds people to the roster, each with a tab. Those whose name is there already are left as they are. */
export function addPeople(
  tracker: Tracker,
  people: readonly NewPerson[],
  managerName: string,
  today: IsoDate,
): { added: string[]; alreadyThere: string[] } {
  const setup = tracker.soundSetup();
  const alreadyThere = people.filter((p) => setup.roster.some((rep) => sameName(rep.name, p.name))).map((p) => p.name);
  const fresh = people.filter((p) => !alreadyThere.includes(p.name));
  const place = setup.places.roster;
  const { sheet, values } = tracker.setupSheet();
  if (place && fresh.length > 0) {
    needEdit(sheet.getRange(place.header, SETUP_COL.key));
    const reps = fresh.map((person) => addTab(tracker.book, person, managerName, today));
    addToRoster(sheet, place, values, reps);
    tracker.book.setActiveSheet(sheet);
    tracker.forget();
    buildTeam(tracker, today);
  }
  return { added: fresh.map((p) => p.name), alreadyThere };
}

/**
 * Gives people whom somebody typed into the roster by hand an id and a tab, and sections and KPIs their keys.
 * Returns the people's names.
 */
export function adoptSetup(tracker: Tracker, today: IsoDate): string[] {
  const setup = tracker.soundSetup();
  const without = setup.roster.filter((rep) => rep.id === '' || rep.sheetId === null);
  const first = [...setup.unkeyedLines, ...without][0];
  if (first) needEdit(tracker.setupSheet().sheet.getRange(first.row, SETUP_COL.key));
  keyLines(tracker.setupSheet().sheet, setup.unkeyedLines);
  if (setup.unkeyedLines.length > 0) tracker.forget();
  if (without.length === 0) {
    if (setup.unkeyedLines.length > 0) buildTeam(tracker, today);
    return [];
  }
  const keyed: Pick<Rep, 'id' | 'sheetId' | 'row'>[] = [];
  for (const rep of without) {
    const id = rep.id === '' ? `r${newId()}` : rep.id;
    const tab = insertTab(tracker.book, rep.name);
    makeRepTab(tab, { id, name: rep.name });
    keyed.push({ id, sheetId: tab.getSheetId(), row: rep.row });
  }
  keyRosterLines(tracker.setupSheet().sheet, keyed);
  tracker.forget();
  buildTeam(tracker, today);
  return without.map((rep) => rep.name);
}

function addTab(book: Spreadsheet, person: NewPerson, manager: string, today: IsoDate): SetupStart['reps'][number] {
  const id = `r${newId()}`;
  const tab = insertTab(book, person.name);
  makeRepTab(tab, { id, name: person.name });
  return { id, name: person.name, email: person.email, start: today, manager, sheetId: tab.getSheetId() };
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
