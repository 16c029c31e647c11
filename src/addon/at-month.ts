import type { MonthPin } from '../contract/calls';
import { stop } from '../core/problems';
import type { Rep } from '../core/roster';
import type { MonthKey } from '../core/shared/month';
import { needEdit } from '../sheet/grid/edit-rights';
import type { RepTab } from '../sheet/grid/rep-tab';
import { rowsToAdopt } from '../sheet/month/adopt';
import type { Block } from '../sheet/month/block';
import { needColumns } from '../sheet/month/column-check';
import { readTabIndex, type TabIndex } from '../sheet/month/read';
import { migrateTab } from '../sheet/repair/migrate';
import type { Tracker } from '../sheet/setup/tracker';
import { type HeadRights, readWindow, type TabWindow } from '../sheet/tab/read-by-hint';
import { mayActOn, whoIs } from './who';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A month that an act works on. */
export interface AtMonth {
  sheet: Sheet;
  tab: RepTab;
  block: Block;
  /** The newest month of the tab. */
  newest: MonthKey;
  /** The cells it was read from; null when it was found by the key column. */
  window: TabWindow | null;
}

/**
 * The month that an act is about to write into, in the grid of this version and with its columns where they belong. To be
 * called under the lock. Two calls where the month stands where the client saw it and the tab's head says that the one who
 * asks may write; else Setup and the key column are read. Stops with what stands in the way.
 */
export function monthToWrite(tracker: Tracker, pin: MonthPin): AtMonth {
  const near = nearToWrite(tracker, pin);
  // A row that was typed or moved by hand gets its key by way of the whole tab: it may have come from another month.
  if (near && near.block.damage === null && rowsToAdopt(near.block).length === 0) return near;
  const { sheet, index } = ownTab(tracker, pin);
  const block = blockOf(tracker, index, pin.month);
  needColumns(block, sheet.getName());
  const newest = index.blocks[0]?.month ?? block.month;
  if (!migrateTab(tracker, sheet, index)) return { sheet, tab: index.tab, block, newest, window: null };
  const now = readTabIndex(sheet);
  return { sheet, tab: now.tab, block: blockOf(tracker, now, pin.month), newest, window: null };
}

/**
 * The month that an act is about to write about, without touching its cells; null where it is not where the client saw it.
 * Stops when the one who asks may not write there.
 */
export function monthToTellOf(tracker: Tracker, pin: MonthPin): AtMonth | null {
  const near = nearToWrite(tracker, pin);
  if (!near) ownTab(tracker, pin);
  return near;
}

function nearToWrite(tracker: Tracker, pin: MonthPin): AtMonth | null {
  const near = nearMonth(tracker, pin);
  return near?.window && maySo(near.window.rights) ? near : null;
}

/** The month where the client saw it last; null where it is not there, or the tab is not that person's own. */
export function nearMonth(tracker: Tracker, { sheetId, repId, month, seen }: MonthPin): AtMonth | null {
  const sheet = seen ? tracker.sheetById(sheetId) : null;
  const window = sheet && seen ? readWindow(sheet, month, seen, tracker.zone) : null;
  if (!sheet || !window || window.rights.repId !== repId || window.rights.ownSheetId !== sheetId) return null;
  return { sheet, tab: window.tab, block: window.block, newest: month, window };
}

/** The tab that the sidebar is pinned to; stops when it has become somebody else's, or is not the rep's own. */
export function ownTab(
  tracker: Tracker,
  { sheetId, repId }: Pick<MonthPin, 'sheetId' | 'repId'>,
  reading = false,
): ReturnType<Tracker['repTab']> & { rep: Rep } {
  const found = tracker.repTab(sheetId);
  if (found.rep.id !== repId) stop('tabOfSomeoneElse', { tab: found.sheet.getName() });
  if (!reading) {
    mayActOn(whoIs(tracker.setup()), found.rep, found.sheet.getName());
    needEdit(found.index.tab.rightsAt(found.index.blocks[0]?.row ?? 1));
  }
  return found;
}

/**
 * Says the tab's own head that this user may write here? Only yes is believed: the person asks whose tab it is, or a
 * manager, by formulas on a tab that others cannot write to. Everything else is decided by Setup. Where Google hides who
 * asks, Setup holds nobody back either.
 */
function maySo({ email: own, managers }: HeadRights): boolean {
  const { email } = whoIs(null);
  return email === '' || email === own || managers.includes(email);
}

function blockOf(tracker: Tracker, index: TabIndex, month: MonthKey): Block {
  return tracker.block(index, month) ?? stop('blockGone', { tab: index.tab.name }, { month });
}
