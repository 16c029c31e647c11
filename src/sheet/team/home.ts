/** Reads what a manager's home shows: one read of the hidden figures for the whole team. */
import type { HomeFacts } from '../../core/home';
import type { Rep } from '../../core/roster';
import { isIsoDate, serialToDate } from '../../core/shared/dates';
import { isMonthKey } from '../../core/shared/month';
import { cellValue, type RawCell, readCells } from '../grid/cells';
import { BAND_STATE, IN_PROGRESS, READY } from '../month/plan';
import type { Tracker } from '../setup/tracker';
import { findFigures } from './figures';
import { FIGURES_COL, knownColumns } from './figures-columns';

/**
 * The facts of everybody on this roster, in its order; of somebody whom the figures do not know yet nothing but the name.
 * Null in a tracker whose figures were never written.
 * @param reps each with a tab, or null where the person has none
 */
export function readHome(tracker: Tracker, reps: readonly { rep: Rep; sheetId: number | null }[]): HomeFacts[] | null {
  const figures = findFigures(tracker);
  if (!figures) return null;
  const all = readCells(figures.getRange(1, 1, figures.getMaxRows(), FIGURES_COL.firstKpi - 1));
  // In a tracker whose figures were written by an earlier version, KPIs stand where the last counts belong.
  const known = knownColumns(all[0] ?? []);
  const lines = all.map((line) => line.slice(0, known));
  return reps.map(({ rep, sheetId }) => {
    const [newest, before] = lines.filter((line) => line[FIGURES_COL.rep - 1] === rep.id);
    return { repId: rep.id, name: rep.name, sheetId, ...factsOf(newest ?? [], before ?? [], tracker.zone) };
  });
}

function factsOf(newest: readonly RawCell[], before: readonly RawCell[], zone: string) {
  const text = (line: readonly RawCell[], col: number) => String(line[col - 1] ?? '');
  const day = (line: readonly RawCell[], col: number) => {
    // A formula may give a day as a date or as its number: that hangs on the format that Google finds for it.
    const value = cellValue(line[col - 1] ?? '', zone);
    if (typeof value === 'number' && value > 0) return serialToDate(value);
    return isIsoDate(value) ? value : '';
  };
  const count = (col: number) => Number(newest[col - 1]) || 0;
  const month = Number(newest[FIGURES_COL.month - 1]);
  const isFinished = (line: readonly RawCell[]) =>
    [BAND_STATE.finished, BAND_STATE.reopened].some((state) => state === text(line, FIGURES_COL.state));
  const state: HomeFacts['state'] = isFinished(newest)
    ? 'finished'
    : text(newest, FIGURES_COL.end) === IN_PROGRESS
      ? 'running'
      : 'planned';
  const planned = day(newest, FIGURES_COL.day);
  const result = text(newest, FIGURES_COL.result);
  return {
    month: isMonthKey(month) ? month : null,
    state,
    day: planned,
    held: isFinished(newest) ? planned : isFinished(before) ? day(before, FIGURES_COL.day) : '',
    next: day(newest, FIGURES_COL.next),
    ready: text(newest, FIGURES_COL.ready) === READY,
    result: /^[▲●▼]/.test(result) ? result : '',
    stuck: count(FIGURES_COL.stuck),
    late: count(FIGURES_COL.late),
    lateOthers: count(FIGURES_COL.lateOthers),
    lateSteps: count(FIGURES_COL.lateSteps),
  } as const;
}
