/** Setup's goals as the sidebar's grid shows them. */
import type { GoalTable } from '../contract/calls';
import type { Tracker } from '../sheet/setup/tracker';
import { onTeam } from './home';
import { todayOf } from './screen';

/** People of today, KPIs, and the lines of goals. Stops when a line of Setup cannot be read. */
export function goalTable(tracker: Tracker): GoalTable {
  const setup = tracker.soundSetup();
  return {
    people: onTeam(tracker, setup, todayOf(tracker)).map(({ rep }) => ({ repId: rep.id, name: rep.name })),
    kpis: setup.kpis.map(({ id, name, unit, over }) => ({ id, name, unit, adds: over === 'sum' })),
    lines: setup.goals.map(({ row: _, ...line }) => line),
  };
}
