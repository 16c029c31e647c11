import { problemText } from '../core/words';
import { Tracker } from '../sheet/setup/tracker';
import { problemOf } from './answer';
import { tabsForNewPeople } from './months';
import { screenFor } from './screen';
import { sidebarPage } from './sidebar-page';
import { teamTab } from './team-view';

export const TITLE = 'Monthly 1:1';

/** Builds the menu. Runs in every authorisation mode, so it touches nothing but the menu. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open 1:1', 'openSidebar')
    .addItem('Make tabs for new people in Setup', 'makeTabsForNewPeople')
    .addItem('Make or update the Team tab', 'makeTeamTab')
    .addItem('Protect tabs', 'protectTeamTabs')
    .addToUi();
}

/** Google runs this once when somebody installs the add-on. */
export function onInstall(): void {
  onOpen();
}

/** Opens the sidebar on the active tab; its first state travels in the page, so it is usable at once. */
export function openSidebar(): void {
  tellProblems('opening the sidebar', () => {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const screen = screenFor(new Tracker(book), book.getActiveSheet());
    // A template hands back the file as it is; createHtmlOutputFromFile would parse it and write it anew.
    const raw = HtmlService.createTemplateFromFile('sidebar').getRawContent();
    SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(sidebarPage(raw, screen)).setTitle(TITLE));
  });
}

/** Gives people whom somebody typed into the roster their tabs. */
export function makeTabsForNewPeople(): void {
  tellProblems('making tabs', () => {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const names = tabsForNewPeople(new Tracker(book));
    const said = names.length === 0 ? 'Nobody on the roster is new.' : `New tabs: ${names.join(', ')}.`;
    book.toast(said, TITLE);
  });
}

/** Makes the Team tab, or brings it up to date with Setup, and shows it. */
export function makeTeamTab(): void {
  tellProblems('making the Team tab', () => {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const team = teamTab(new Tracker(book));
    if (team) book.setActiveSheet(team);
    book.toast(team ? 'The Team tab is up to date.' : 'Nobody is on the roster yet.', TITLE);
  });
}

/** Runs what a menu item asks for; a problem is told in a box. */
export function tellProblems(doing: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    SpreadsheetApp.getUi().alert(TITLE, problemText(problemOf(error, doing)), SpreadsheetApp.getUi().ButtonSet.OK);
  }
}
