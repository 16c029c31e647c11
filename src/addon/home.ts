/** Who is on the team today, and how a manager's home shows them. */
import { type HomeLine, homeLines } from '../core/home';
import type { Rep } from '../core/roster';
import type { IsoDate } from '../core/shared/dates';
import type { Setup } from '../sheet/setup/read';
import type { Tracker } from '../sheet/setup/tracker';
import { readHome } from '../sheet/team/home';

/** Somebody on the team, with the sheet id of a tab that is there; null where none is. */
export interface OnTeam {
  rep: Rep;
  sheetId: number | null;
}

/** Who is on the team on that day of the sheet's zone, in the order of the roster. */
export function onTeam(tracker: Tracker, setup: Setup, today: IsoDate): OnTeam[] {
  const tabs = new Set(tracker.book.getSheets().map((tab) => tab.getSheetId()));
  return setup.roster
    .filter((rep) => rep.end === '' || rep.end >= today)
    .map((rep) => ({ rep, sheetId: rep.sheetId !== null && tabs.has(rep.sheetId) ? rep.sheetId : null }));
}

/** How they stand, who needs a 1:1 first on top; null in a tracker whose figures were never written. */
export function homeOf(tracker: Tracker, team: readonly OnTeam[], today: IsoDate): HomeLine[] | null {
  const facts = readHome(tracker, team);
  return facts && homeLines(facts, today);
}
