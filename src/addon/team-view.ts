import { stop } from '../core/problems';
import type { Tracker } from '../sheet/setup/tracker';
import { buildTeam, findTeam } from '../sheet/team/tab';
import { underLock } from './answer';
import { todayOf } from './screen';
import { mayActForAll, whoIs } from './who';

/** Makes the Team tab or brings it up to date; null while nobody is on the roster. Stops for people who may not edit it. */
export function teamTab(tracker: Tracker): GoogleAppsScript.Spreadsheet.Sheet | null {
  mayActForAll(whoIs(tracker.setup()));
  const present = findTeam(tracker.book);
  if (present && !present.getRange(1, 1).canEdit()) stop('mayNotEdit', { tab: present.getName() });
  writeTeam(tracker);
  return findTeam(tracker.book);
}

/** Writes Team once everything it reads is there: after people and their months were added. */
export function writeTeam(tracker: Tracker): void {
  underLock(() => {
    buildTeam(tracker, todayOf(tracker));
  });
}
