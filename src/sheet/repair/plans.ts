import { NOTHING_CARRIED, type Status } from '../../core/deal/carry';
import type { Goal, Kpi } from '../../core/kpi';
import type { Section } from '../../core/shared/agenda';
import { newId } from '../grid/cells';
import { KEY } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import type { KpiRow } from '../month/kpi-rows';
import {
  BAND_STATE,
  type BlockInput,
  type BlockPlan,
  commitmentSpan,
  LATER_TEXTS,
  planBlock,
  plannedRow,
  plannedSpan,
} from '../month/plan';
import type { HeadSource } from '../tab/head';
import type { MonthLines } from './check-months';
import type { LaidOut } from './layout';
import type { Line } from './tab-lines';

/** A month's plan, and the row that its band comes to stand in. */
export interface Placed {
  first: number;
  plan: BlockPlan;
}

/** What is known of a tab from Setup. */
export interface TabContext {
  rep: { id: string; name: string };
  /** What the tab is called; left out where there is none. */
  tab?: string;
  /** Name of the tab that Setup has for this person, when it is another one: then this tab is a duplicate. */
  copyOf: string | null;
  zone: string;
  /** Setup's sections, of all agendas. */
  sections: readonly Section[];
  kpis: readonly Kpi[];
  goals: readonly Goal[];
  statuses: readonly Status[];
  movingWeight?: number | undefined;
  /** The month, 1 to 12, that years begin with. */
  yearBegins?: number | undefined;
  /** Setup has changed that since the tabs were last chained by it. */
  isYearNew?: boolean;
  /** Formula text of a KPI's rank in the team; without it, ranks are left alone. */
  rankOf?: BlockInput['rankOf'];
  /** Formula text of a KPI's goal; without it, goals are left alone. */
  goalOf?: BlockInput['goalOf'];
  /** The sections that the newest month is to have; those that stand there where it is left out. */
  agenda?: readonly Section[] | undefined;
  /** Formulas of the head's hidden cells that say who may write, by column; without them, those are left alone. */
  rights?: Readonly<Record<number, string>>;
}

/** What each month of a tab is planned to be, newest first. */
export class MonthPlans {
  constructor(
    private readonly months: readonly MonthLines[],
    private readonly context: TabContext,
  ) {}

  /** The plan of the month at `index` with its rows as they stand; where it begins is known later. */
  of(
    index: number,
    agenda: readonly Section[],
    standing: LaidOut['keys'],
    firstRow = 1,
    earlierKpiRows: Record<string, KpiRow[]> = {},
  ): BlockPlan {
    const { months, context } = this;
    const { month, lines, strays } = months[index] as MonthLines;
    const all = [...lines, ...strays];
    const has = (name: string) => all.some(({ key }) => key === KEY.text(name));
    // A month that is over keeps the goals that it had.
    const isOver = all.some((line) => line.key === KEY.band && line.values[HIDDEN.state - 1] === BAND_STATE.finished);
    return planBlock({
      rep: context.rep.name,
      month,
      number: numberOf(months, index),
      agenda,
      carry: { ...NOTHING_CARRIED, fromMonth: months[index + 1]?.month ?? null },
      kpis: context.kpis,
      goals: context.goals,
      statuses: context.statuses,
      movingWeight: context.movingWeight,
      yearBegins: context.yearBegins,
      firstRow,
      earlierKpiRows,
      opened: 'opened',
      ...(context.rankOf ? { rankOf: context.rankOf } : {}),
      ...(context.goalOf && !isOver ? { goalOf: context.goalOf } : {}),
      newId,
      standing,
      // The newest month is given them.
      without: index === 0 ? [] : LATER_TEXTS.filter((name) => !has(name)),
    });
  }

  /** All plans, once it is known where each month stands. @param above how many rows there are above the first */
  placed(laid: readonly LaidOut[], above: number): Placed[] {
    const planned = laid.map(({ agenda, keys }, n) => this.of(n, agenda, keys));
    let next = above + 1;
    const firsts = planned.map(({ rows }, n) => {
      const first = next;
      next += rows.length + (laid[n]?.after.length ?? 0);
      return first;
    });
    return laid.map(({ agenda, keys }, n) => {
      const first = firsts[n] as number;
      return { first, plan: this.of(n, agenda, keys, first, earlierRows(this.months, planned, firsts, n)) };
    });
  }
}

/** Rows of each KPI in the months below, the latest first. */
function earlierRows(
  months: readonly MonthLines[],
  plans: readonly BlockPlan[],
  firsts: readonly number[],
  index: number,
): Record<string, KpiRow[]> {
  const found: Record<string, KpiRow[]> = {};
  plans.slice(index + 1).forEach((plan, n) => {
    const at = index + 1 + n;
    plan.rows.forEach((row, r) => {
      const key = String(row.values[HIDDEN.key - 1]);
      if (!key.startsWith('kpis:')) return;
      const id = key.slice(5);
      found[id] ??= [];
      found[id].push({ month: (months[at] as MonthLines).month, row: (firsts[at] as number) + r });
    });
  });
  return found;
}

/** The number of a month's meeting: as its band has it, else one more than the month below. */
function numberOf(months: readonly MonthLines[], index: number): number {
  for (let n = index; n < months.length; n++) {
    const { lines, strays } = months[n] as MonthLines;
    const said = [...lines, ...strays].find((line) => line.key === KEY.band)?.values[HIDDEN.number - 1];
    if (typeof said === 'number') return said + n - index;
  }
  return months.length - index;
}

/** What the tab's head has to know of the newest month. */
export function headSource([newest, previous]: readonly LaidOut[], [placed]: readonly Placed[]): HeadSource {
  const { plan, first } = placed as Placed;
  const { month, agenda } = newest as LaidOut;
  return {
    month,
    previousMonth: previous?.month ?? null,
    rowOf: (key) => plannedRow(plan, first, key),
    deals: agenda
      .filter(({ kind }) => kind === 'new' || kind === 'existing')
      .map((section) => plannedSpan(plan, first, section)),
    promises: commitmentSpan(plan, first),
  };
}

/** Ids of the sections that the tab has headings of. */
export function sectionsOn(lines: readonly Line[]): string[] {
  return lines.flatMap(({ key }) => (/^(section|header):/.test(key) ? [key.replace(/^\w+:/, '')] : []));
}
