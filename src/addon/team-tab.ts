/** The Team tab, for those who may make it. */
import { stop } from '../core/problems';
import type { Tracker } from '../sheet/setup/tracker';
import { buildTeam as build, findTeam } from '../sheet/team/tab';
import { underLock } from './answer';
import { todayOf } from './screen';
import { mayActForAll, whoIs } from './who';

/** Makes the Team tab or brings it up to date; null while nobody is on the roster. */
export function teamTab(tracker: Tracker): GoogleAppsScript.Spreadsheet.Sheet | null {
  mayActForAll(whoIs(tracker.setup()));
  writeTeam(tracker);
  return findTeam(tracker);
}

/** About how long writing Team takes for so many people, in ms: it is the longest single piece of work. */
export function teamStepMs(tracker: Tracker): number {
  return 4_000 + 150 * tracker.setup().roster.length;
}

/** Writes Team once everything it reads is there. Stops for people who may not edit it. */
export function writeTeam(tracker: Tracker): void {
  underLock(() => {
    const present = findTeam(tracker);
    if (present && !present.getRange(1, 1).canEdit()) stop('mayNotEdit', { tab: present.getName() });
    build(tracker, todayOf(tracker));
  });
}
