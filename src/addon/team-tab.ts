/** The Team tab, for those who may make it. */
import { stop } from '../core/problems';
import type { Tracker } from '../sheet/setup/tracker';
import { buildTeam as build, buildFigures, findTeam } from '../sheet/team/tab';
import { underLock } from './answer';
import { todayOf } from './screen';
import { mayActForAll, whoIs } from './who';

/** Makes the Team tab or brings it up to date; null while nobody is on the roster. */
export function teamTab(tracker: Tracker): GoogleAppsScript.Spreadsheet.Sheet | null {
  mayActForAll(whoIs(tracker.setup()));
  writeFigures(tracker);
  writeTeam(tracker);
  return findTeam(tracker);
}

/** Writing Team, in two units: with a hundred people both together would be a call of more than half a minute. */
export const TEAM_UNITS = ['figures:', 'team:'];

/** What these units do, for `inPortions`. */
export function teamSteps(tracker: Tracker): Record<'figures' | 'team', () => void> {
  return { figures: () => writeFigures(tracker), team: () => writeTeam(tracker) };
}

/** About how long each of them takes for so many people, in ms: they are the longest single pieces of work. */
export function teamStepsMs(tracker: Tracker): Record<'figures' | 'team', number> {
  const ms = 2_000 + 100 * tracker.setup().roster.length;
  return { figures: ms, team: ms };
}

/** Brings the hidden Figures up to date. Stops for people who may not edit Team. */
function writeFigures(tracker: Tracker): void {
  underLock(() => {
    needTeam(tracker);
    buildFigures(tracker, todayOf(tracker));
  });
}

/** Writes Team once everything it reads is there. Stops for people who may not edit it. */
function writeTeam(tracker: Tracker): void {
  underLock(() => {
    needTeam(tracker);
    build(tracker, todayOf(tracker));
  });
}

function needTeam(tracker: Tracker): void {
  const present = findTeam(tracker);
  if (present && !present.getRange(1, 1).canEdit()) stop('mayNotEdit', { tab: present.getName() });
}
