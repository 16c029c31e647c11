/**
 * The names that Google calls: menu, triggers and the sidebar's calls. Nothing else is global.
 * The build finds these assignments and writes the top-level declarations that Apps Script looks for.
 */
import * as actuals from './addon/actuals';
import * as calls from './addon/calls';
import * as checks from './addon/checks';
import * as exporting from './addon/export';
import * as history from './addon/history';
import * as imports from './addon/imports';
import * as menu from './addon/menu';
import * as months from './addon/months';
import { onEdit } from './addon/on-edit';
import * as people from './addon/people';
import * as protection from './addon/protection';
import * as teamView from './addon/team-view';

declare const global: Record<string, unknown>;

global.onOpen = menu.onOpen;
global.onEdit = onEdit;
global.onInstall = menu.onInstall;
global.openSidebar = menu.openSidebar;
global.makeTabsForNewPeople = menu.makeTabsForNewPeople;
global.protectTeamTabs = protection.protectTeamTabs;
global.makeTeamTab = menu.makeTeamTab;

global.loadScreen = calls.loadScreen;
global.openTab = calls.openTab;
global.setUpTeam = people.setUpTeam;
global.addPeople = people.addPeople;
global.makeTabs = people.makeTabs;
global.planMonth = months.planMonth;
global.startMonth = months.startMonth;
global.undoStart = months.undoStart;
global.saveEdits = calls.saveEdits;
global.setClock = calls.setClock;
global.lookForChanges = calls.lookForChanges;
global.finishMeeting = calls.finishMeeting;
global.planMeeting = calls.planMeeting;
global.reopenMeeting = calls.reopenMeeting;
global.planActuals = actuals.planActuals;
global.applyActuals = actuals.applyActuals;
global.protectTabs = protection.protectTabs;
global.checkTab = checks.checkTab;
global.repairTab = checks.repairTab;
global.exportRecord = exporting.exportRecord;
global.loadLife = history.loadLife;
global.buildTeam = teamView.buildTeam;
global.importSources = imports.importSources;
global.readImport = imports.readImport;
global.planImport = imports.planImport;
global.applyImport = imports.applyImport;
