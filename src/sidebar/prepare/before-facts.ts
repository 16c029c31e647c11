/** What changed since last time, what is far from its goal, what keeps coming back. */
import type { MeetingScreen, RowView } from '../../contract/state';
import { isBlank, titleOf } from '../../core/shared/record';
import type { IconName } from '../parts/Icon';
import { reasonsFor } from '../review/review-session';
import { reviewWords } from '../review/words';
import { isClosed, statusWord } from '../rows/group';
import { gaps, type KpiRun, percentOf, runOf } from '../rows/kpi';
import { signOf } from '../rows/Summaries';
import { stepDayOf } from '../rows/step-day';
import { joined } from '../wording';
import { words } from '../words';
import { prepareWords } from './words';

/** One line of what stands before the talk. */
export interface FactLine {
  icon: IconName;
  text: string;
}

const of = (m: MeetingScreen, kind: string) =>
  m.block.sections.filter((s) => s.kind === kind).flatMap((s) => s.rows.filter((row) => !isBlank(row.cells)));
const customer = (row: RowView) => String(row.cells.who ?? '').split(/[\n,]/)[0] || titleOf(row.cells);

/** What has been written since the last 1:1: deals that moved, were won or lost, new ones, promises kept. */
export function changes(m: MeetingScreen): FactLine[] {
  const deals = of(m, 'existing');
  const status = (row: RowView) => (isClosed(row, m.statuses) ? statusWord(row) : '');
  const closed = [...new Set(deals.map(status))].filter((word) => word !== '');
  const open = deals.filter((row) => status(row) === '' && String(row.cells.moved ?? '').trim() !== '');
  const kept = m.block.commitments.filter(
    (row) => row.fromMonth !== undefined && statusWord(row) === 'done' && !isBlank(row.cells),
  );
  const line = (icon: IconName, rows: RowView[], say: (n: number, names: string[]) => string): FactLine[] =>
    rows.length === 0 ? [] : [{ icon, text: say(rows.length, rows.map(customer)) }];
  return [
    ...closed.flatMap((word) =>
      line(
        signOf(word).icon,
        deals.filter((row) => status(row) === word),
        (_, names) => prepareWords.changed.closed(word, names),
      ),
    ),
    ...line('forward', open, prepareWords.changed.moved),
    ...line('plus', of(m, 'new'), prepareWords.changed.fresh),
    ...line('check', kept, prepareWords.changed.kept),
  ];
}

const MOST_GAPS = 3;
const OFTEN = 2;

/** The KPIs furthest below goal, with how long it has been so and which way they go. */
export function biggestGaps(m: MeetingScreen): FactLine[] {
  return gaps(of(m, 'kpis'))
    .slice(0, MOST_GAPS)
    .map((row) => ({
      icon: 'fall',
      text: prepareWords.gap(titleOf(row.cells), percentOf(row.kpi?.share ?? 0), trends(runOf(row.kpi))),
    }));
}

function trends(run: KpiRun): string[] {
  const trend = words.trend(run);
  // That it fell for months says that it is off.
  const off = run.off > OFTEN && run.worse < OFTEN ? words.offFor(run) : '';
  return [...new Set([off, trend])].filter((said) => said !== '');
}

/** Rows whose next step was due before today, the oldest day first; what is won, lost, done or dropped is left out. */
export function lateSteps(m: MeetingScreen): RowView[] {
  const isDone = (row: RowView) => isClosed(row, m.statuses) || ['done', 'dropped'].includes(statusWord(row));
  return [...m.block.sections.flatMap((section) => section.rows), ...m.block.growth.rows]
    .filter((row) => !isDone(row))
    .map((row) => ({ row, day: stepDayOf(row, m) }))
    .filter(({ day }) => day !== '' && day < m.today)
    .sort((a, b) => a.day.localeCompare(b.day))
    .map(({ row }) => row);
}

/** What comes back month after month: deals pushed, unchanged or stuck, a further KPI below goal, promises past their day. */
export function patterns(m: MeetingScreen): FactLine[] {
  const deals = of(m, 'existing').flatMap((row): (FactLine & { weight: number })[] => {
    const status = statusWord(row);
    const { timesPushed = 0, monthsUnchanged = 0 } = row.life ?? {};
    // Won and lost are no pattern: they are done.
    if (isClosed(row, m.statuses)) return [];
    if (!row.life || (timesPushed < OFTEN && monthsUnchanged < OFTEN && status !== 'stuck')) return [];
    const parts = [
      timesPushed >= OFTEN ? words.pushed(timesPushed) : '',
      status === 'stuck'
        ? reviewWords.reasons(reasonsFor(row, m).filter((r) => r.code === 'stuck')).toLowerCase()
        : monthsUnchanged >= OFTEN
          ? words.unchangedLine(monthsUnchanged)
          : '',
    ];
    const icon = timesPushed >= OFTEN ? 'push' : status === 'stuck' ? 'square' : 'equal';
    return [{ icon, text: `${customer(row)}: ${joined(parts)}`, weight: timesPushed + monthsUnchanged }];
  });
  // The furthest stand among the biggest gaps.
  const more = gaps(of(m, 'kpis')).slice(MOST_GAPS);
  const figures = more.flatMap((row): FactLine[] => {
    const run = runOf(row.kpi);
    return run.off > OFTEN ? [{ icon: 'fall', text: `${titleOf(row.cells)}: ${words.offFor(run)}` }] : [];
  });
  const steps = lateSteps(m).map(customer);
  return [
    ...(steps.length > 0 ? [{ icon: 'calendar' as const, text: prepareWords.lateSteps(steps) }] : []),
    ...deals.sort((a, b) => b.weight - a.weight),
    ...figures,
  ];
}
