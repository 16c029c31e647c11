/** Who needs a 1:1 first: the order of a manager's home, each with its reason. Pure. */
import { dateToSerial, type IsoDate, monthOfDate } from './shared/dates';
import { addMonths, type MonthKey } from './shared/month';

/** What the tracker's hidden figures say of one salesperson. */
export interface HomeFacts {
  repId: string;
  name: string;
  /** Sheet id of the person's tab; null when there is none. */
  sheetId: number | null;
  /** The newest month on the tab, null on a fresh one. */
  month: MonthKey | null;
  state: 'planned' | 'running' | 'finished';
  /** The day that month's 1:1 is planned for or was held on; '' without one. */
  day: IsoDate | '';
  /** The latest day on which a 1:1 was held, of the two newest months; '' when neither was. */
  held: IsoDate | '';
  /** The next day, from the head of the tab; '' without one. */
  next: IsoDate | '';
  ready: boolean;
  /** The result against its goal, as the tab shows it: "▼ 60%"; '' without one. */
  result: string;
  stuck: number;
  /** Commitments past their day, and how many of them are not the salesperson's own. */
  late: number;
  lateOthers: number;
  /** Next steps past their day. */
  lateSteps: number;
}

/** Why somebody stands where they stand. The first that holds, in this order. */
export type HomeReason =
  /** The 1:1 is in progress. */
  | { kind: 'running' }
  /** Planned for a day that has passed, so many days ago. */
  | { kind: 'overdue'; day: IsoDate; days: number }
  /** Nobody has been met for two months: last on that day, '' for never. */
  | { kind: 'notMet'; last: IsoDate | '' }
  /** The month that is due has not been started. */
  | { kind: 'noMonth' }
  /** Commitments are late. */
  | { kind: 'late'; count: number }
  /** Next steps are past their day. */
  | { kind: 'lateSteps'; count: number }
  /** The result is below its goal. */
  | { kind: 'offGoal' }
  /** Deals are stuck. */
  | { kind: 'stuck'; count: number }
  | { kind: 'planned'; day: IsoDate }
  /** This month's 1:1 was held on that day. */
  | { kind: 'held'; day: IsoDate | '' }
  /** A month without a day. */
  | { kind: 'noDay' }
  /** There is no tab, so nothing is known. */
  | { kind: 'noTab' };

export interface HomeLine extends HomeFacts {
  reason: HomeReason;
}

const ORDER: readonly HomeReason['kind'][] = [
  'running',
  'overdue',
  'notMet',
  'noMonth',
  'late',
  'offGoal',
  'stuck',
  'lateSteps',
  'noDay',
  'planned',
  'held',
  'noTab',
];

/** So many months without a 1:1 are too many. */
const TOO_LONG = 2;

/** Everybody with the reason, who needs a 1:1 first on top; among equals the longer wait first, then the order given. */
export function homeLines(facts: readonly HomeFacts[], today: IsoDate): HomeLine[] {
  const lines = facts.map((one) => ({ ...one, reason: reasonOf(one, today) }));
  const weight = ({ reason }: HomeLine) => ORDER.indexOf(reason.kind);
  return lines.sort((a, b) => weight(a) - weight(b) || waiting(a).localeCompare(waiting(b)));
}

/** A text that sorts the longer wait first. */
function waiting({ reason }: HomeLine): string {
  if (reason.kind === 'notMet') return reason.last;
  if (reason.kind === 'overdue' || reason.kind === 'planned') return reason.day;
  if (reason.kind === 'late' || reason.kind === 'stuck' || reason.kind === 'lateSteps')
    return String(1000 - reason.count);
  return '';
}

function reasonOf(one: HomeFacts, today: IsoDate): HomeReason {
  const { month, state, day, held } = one;
  if (one.sheetId === null) return { kind: 'noTab' };
  if (state === 'running') return { kind: 'running' };
  if (state === 'planned' && day !== '' && day < today)
    return { kind: 'overdue', day, days: dateToSerial(today) - dateToSerial(day) };
  const due = monthOfDate(today);
  const metLately = held !== '' && monthOfDate(held) > addMonths(due, -TOO_LONG);
  // Somebody whose first month is still ahead of its day has not been left alone.
  const isNew = held === '' && month !== null && state === 'planned' && month >= due;
  if (!metLately && !isNew) return month === null ? { kind: 'noMonth' } : { kind: 'notMet', last: held };
  if (month === null || month < due) return { kind: 'noMonth' };
  if (state === 'finished') return { kind: 'held', day };
  if (one.late > 0) return { kind: 'late', count: one.late };
  if (one.result.startsWith('▼')) return { kind: 'offGoal' };
  if (one.stuck > 0) return { kind: 'stuck', count: one.stuck };
  if (one.lateSteps > 0) return { kind: 'lateSteps', count: one.lateSteps };
  return day === '' ? { kind: 'noDay' } : { kind: 'planned', day };
}
