/** The menu and what its entries do. */
import { problemText } from '../core/words';
import { Tracker } from '../sheet/setup/tracker';
import { problemOf } from './answer';
import { tabsForNewPeople } from './new-tabs';
import { askForPermissions } from './permissions';
import { callBegins, MENU_MS } from './portions';
import { firstTab, screenFor } from './screen';
import { sidebarPage } from './sidebar-page';
import { teamTab } from './team-tab';

export const TITLE = 'Monthly 1:1';

/**
 * The menu's entries, before it is shown. In an add-on it stands under Extensions and bears the add-on's name; in a script
 * that is bound to the file that name would be the script project's, whatever somebody has called it, so the menu stands in
 * the bar under our own.
 */
export function addonMenu(event?: OpenEvent): GoogleAppsScript.Base.Menu {
  const ui = SpreadsheetApp.getUi();
  const menu = isBound(event) ? ui.createMenu(TITLE) : ui.createAddonMenu();
  return menu
    .addItem('Open 1:1', 'openSidebar')
    .addItem('Make tabs for new people in Setup', 'makeTabsForNewPeople')
    .addItem('Make or update the Team tab', 'makeTeamTab')
    .addItem('Protect tabs', 'protectTeamTabs');
}

/** Builds the menu. Runs in every authorisation mode, so it touches nothing but the menu. */
export function onOpen(event?: OpenEvent): void {
  addonMenu(event).addToUi();
}

/** What Google hands to onOpen, as far as it is looked at. */
export type OpenEvent = Pick<GoogleAppsScript.Events.SheetsOnOpen, 'authMode'>;

/** Is this the script of the file itself? Where nobody says so, it is taken for an add-on, which works in either. */
function isBound(event: OpenEvent | undefined): boolean {
  // Installed and not yet enabled in this file: anything beside the menu would take the menu away.
  if (!event || String(event.authMode) === 'NONE') return false;
  try {
    return String(ScriptApp.getInstallationSource()) === 'NONE';
  } catch (error) {
    console.warn(`how this script was installed: ${error}`);
    return false;
  }
}

/** Google runs this once when somebody installs the add-on. */
export function onInstall(event?: OpenEvent): void {
  onOpen(event);
}

/** Opens the sidebar on the active tab; its first state travels in the page, so it is usable at once. */
export function openSidebar(): void {
  menuAct('opening the sidebar', () => {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const tracker = new Tracker(book);
    const tab = firstTab(tracker);
    if (tab.getSheetId() !== book.getActiveSheet().getSheetId()) book.setActiveSheet(tab);
    const screen = screenFor(tracker, tab);
    // A template hands back the file as it is; createHtmlOutputFromFile would parse it and write it anew.
    const raw = HtmlService.createTemplateFromFile('sidebar').getRawContent();
    SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(sidebarPage(raw, screen)).setTitle(TITLE));
  });
}

/** Gives people whom somebody typed into the roster their tabs. */
export function makeTabsForNewPeople(): void {
  menuAct('making tabs', () => {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const { added, rest } = tabsForNewPeople(new Tracker(book), null, { until: MENU_MS });
    const said = added.length === 0 ? 'Nobody on the roster is new.' : `New tabs: ${added.join(', ')}.`;
    book.toast(rest.length === 0 ? said : `${said} More are to come: choose this once more.`, TITLE);
  });
}

/** Makes the Team tab, or brings it up to date with Setup, and shows it. */
export function makeTeamTab(): void {
  menuAct('making the Team tab', () => {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const team = teamTab(new Tracker(book));
    if (team) book.setActiveSheet(team);
    book.toast(team ? 'The Team tab is up to date.' : 'Nobody is on the roster yet.', TITLE);
  });
}

/** Runs what a menu item asks for, once nothing is left to be permitted; a problem is told in a box. */
export function menuAct(doing: string, act: () => void): void {
  callBegins();
  askForPermissions(tell);
  try {
    act();
  } catch (error) {
    const problem = problemOf(error, doing);
    const detail = problem.about?.detail;
    tell([problemText(problem), ...(detail === undefined ? [] : [`(${detail})`])].join('\n\n'));
  }
}

function tell(sentence: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(TITLE, sentence, ui.ButtonSet.OK);
}
