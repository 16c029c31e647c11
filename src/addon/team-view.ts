import { stop } from '../core/problems';
import { Tracker } from '../sheet/setup/tracker';
import { buildTeam as build, findTeam } from '../sheet/team/tab';
import { callable, underLock } from './answer';
import { inPortions } from './portions';
import { freshScreen, todayOf } from './screen';
import { mayActForAll, whoIs } from './who';

export const buildTeam = callable('buildTeam', 'making the Team tab', ({ rest }) => {
  const tracker = new Tracker(SpreadsheetApp.getActiveSpreadsheet());
  mayActForAll(whoIs(tracker.setup()));
  const portion = inPortions(rest ?? ['team:'], { team: () => writeTeam(tracker) });
  return { ...portion, screen: portion.rest.length === 0 ? freshScreen(tracker, null) : null };
});

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
