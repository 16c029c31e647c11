import { COL, VISIBLE } from '../grid/grid';
import type { PlannedRow } from './plan';

const NOTES = {
  when: 'The expected close: a day, or a period like Q1. The day of the next move stands with the next step. Empty is fine.',
  worth: 'What it may be worth: 42000, 42k, 1.2m. Empty is fine.',
  status: 'Empty means: moving. Choose closing, stuck, going cold, won or lost when it is.',
  actual: 'Last month’s figure. A formula of your own is fine and is never overwritten.',
  share: 'The share of the goal: ▲ on target, ● within a tenth of it, ▼ off.',
  trend: 'The share of the goal for the quarter and the year; below it month by month, the latest at the right.',
  rank: 'Place within the team by the month’s actual, the best first, not by the share of the goal. It stands once everybody has the month.',
  growth:
    'A skill, an aim, an opportunity or a KPI: what you want to get better at. It comes along every month until its status says that it worked, is done or was dropped.',
  lookAgain: 'The day to ask how it went. A later day brings it back next month, also after “partly” or “did not”.',
  since:
    'The month it first came up. 2× means its date was moved to later twice, “2 mo” that nothing has changed for two months.',
};

/** Is this a note that the add-on itself has put at a cell, or none at all? */
export function isOwnNote(note: string): boolean {
  return note === '' || Object.values(NOTES).includes(note);
}

/** The notes of a planned row. They stand on header cells only: on item rows they would travel with sorted cells. */
export function notesOf(row: PlannedRow): (string | null)[] {
  const line: (string | null)[] = Array.from({ length: VISIBLE }, () => null);
  if (row.kind !== 'header') return line;
  const kind = row.sectionKind;
  if (kind === 'new') {
    line[COL.when - 1] = NOTES.when;
    line[COL.amount - 1] = NOTES.worth;
  }
  if (kind === 'new' || kind === 'existing') line[COL.status - 1] = NOTES.status;
  if (kind === 'kpis') {
    line[COL.amount - 1] = NOTES.actual;
    line[COL.status - 1] = NOTES.share;
    line[COL.moved - 1] = NOTES.trend;
    line[COL.since - 1] = NOTES.rank;
  }
  if (kind === 'growth') {
    line[COL.who - 1] = NOTES.growth;
    line[COL.when - 1] = NOTES.lookAgain;
  }
  if (kind === 'existing') line[COL.since - 1] = NOTES.since;
  return line;
}
