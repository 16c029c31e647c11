/** What became of lines of development and coaching over the months: as they were said, and in plain counts. */
import type { CellValue } from '../shared/fields';
import type { MonthKey } from '../shared/month';
import { type Item, isBlank, titleOf } from '../shared/record';
import { type LineState, lineState, REVIEW_STATES, readAbout } from './lines';

/** A line over its whole life, as far as the tab tells. */
export interface LineTrace {
  id: string;
  /** As it was last called. */
  title: string;
  isPlan: boolean;
  firstMonth: MonthKey;
  /** One for each month that lists it, the oldest first; never empty. */
  steps: LineStep[];
}

/** A line as one month has it. */
export interface LineStep {
  month: MonthKey;
  state: LineState;
  /** The day to look again. */
  when: CellValue;
  weTry: string;
  cameOf: string;
  next: string;
}

/** Plain counts, no shares and no score. `reviews`: months in which something was said of a plan. */
export interface TraceCounts {
  plans: number;
  reviews: number;
  states: Partial<Record<LineState, number>>;
  development: number;
}

/** The lines of a person's months, in the order in which they came up. Months may come in any order. */
export function traceOf(months: readonly { month: MonthKey; items: readonly Item[] }[]): LineTrace[] {
  const byId = new Map<string, LineTrace>();
  for (const { month, items } of [...months].sort((a, b) => a.month - b.month))
    for (const item of items) {
      if (isBlank({ ...item.cells, status: '' })) continue;
      const known = byId.get(item.id);
      const isPlan = readAbout(item.coaching ?? '') !== null;
      byId.set(item.id, {
        id: item.id,
        title: titleOf(item.cells),
        isPlan: isPlan || known?.isPlan === true,
        firstMonth: known?.firstMonth ?? item.life?.firstMonth ?? month,
        steps: [...(known?.steps ?? []), stepOf(item, month)],
      });
    }
  return [...byId.values()];
}

function stepOf({ cells }: Item, month: MonthKey): LineStep {
  const text = (value: CellValue | undefined) => String(value ?? '').trim();
  return {
    month,
    state: lineState(cells.status),
    when: cells.when ?? '',
    weTry: text(cells.why),
    cameOf: text(cells.moved),
    next: text(cells.next),
  };
}

/** How many plans there are and what came of them, as their latest months say. */
export function countsOf(lines: readonly LineTrace[]): TraceCounts {
  const plans = lines.filter(({ isPlan }) => isPlan);
  const states: TraceCounts['states'] = {};
  for (const plan of plans) {
    const state = plan.steps[plan.steps.length - 1]?.state ?? 'open';
    states[state] = (states[state] ?? 0) + 1;
  }
  const reviews = plans.flatMap(({ steps }) => steps).filter(isReview).length;
  return { plans: plans.length, reviews, states, development: lines.length - plans.length };
}

function isReview({ state, cameOf }: LineStep): boolean {
  return cameOf !== '' || REVIEW_STATES.some((reviewed) => reviewed === state);
}
