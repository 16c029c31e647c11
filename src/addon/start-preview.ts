import type { CarriedView, CarryView, StalePlan } from '../contract/calls';
import type { ProblemView } from '../contract/state';
import { MISSED_TOO_OFTEN, missedReviews } from '../core/coaching/lines';
import { type CarriedDeal, type Carry, helpQuestion } from '../core/deal/carry';
import type { MonthKey } from '../core/shared/month';
import { type Item, titleOf } from '../core/shared/record';
import type { PlannedTab } from '../sheet/acts/start-month';
import { USUAL } from '../sheet/grid/columns';
import { FIELD_COL } from '../sheet/grid/grid';
import { problemView } from './answer';

/** What a month would begin with on a tab, as the sidebar shows it. */
export function carryView(plan: PlannedTab): CarryView {
  const { carry } = plan;
  const columns = plan.index?.tab.columns ?? USUAL;
  const problem: ProblemView | undefined = plan.problem && problemView(plan.problem);
  return {
    repId: plan.rep.id,
    digest: plan.digest,
    name: plan.rep.name,
    sheetId: plan.sheetId,
    state: plan.state,
    ...(problem ? { problem } : {}),
    fromMonth: carry.fromMonth,
    ...(plan.state === 'new' && plan.from && plan.from.state !== 'finished' ? { isOpen: true as const } : {}),
    kept: carry.kept.map(keptView),
    won: carry.won.map((item) => staysView(item, carry.fromMonth ?? 0)),
    lost: carry.lost.map((item) => staysView(item, carry.fromMonth ?? 0)),
    dropped: carry.dropped.map(({ item, reason }) => ({ ...staysView(item, carry.fromMonth ?? 0), reason })),
    there: plan.there,
    late: plan.late.deals.map(keptView),
    ...lateMore(plan.late),
    unreadable: carry.unreadable.map(({ title, text, row, what }) => ({
      title,
      text,
      what,
      cell: columns.a1(row, FIELD_COL[what]),
    })),
    commitments: carry.commitments.length,
    agenda: plan.agendaId,
    plans: stalePlans(carry),
    help: helpQuestion(carry),
    lastFocus: String(carry.lastFocus),
  };
}

function stalePlans({ growth, droppedLines, fromMonth }: Carry): StalePlan[] {
  const stale = growth.filter(({ missed, coaching }) => coaching !== '' && missed >= MISSED_TOO_OFTEN);
  return [
    ...stale.map(({ id, cells, missed }) => ({ id, title: titleOf(cells), missed, isDropped: false })),
    ...droppedLines.map((item) => ({
      id: item.id,
      title: titleOf(item.cells),
      missed: missedReviews(item, fromMonth ?? 0),
      isDropped: true,
    })),
  ];
}

function lateMore({ commitments, growth, focus, plan, help }: PlannedTab['late']): Pick<CarryView, 'lateMore'> {
  const more = {
    commitments: commitments.length,
    growth: growth.length,
    focus: focus !== '',
    plan: plan !== '',
    help: help !== null,
  };
  return Object.values(more).some(Boolean) ? { lateMore: more } : {};
}

function keptView({ id, cells, life, reopened }: CarriedDeal): CarriedView {
  return {
    id,
    title: titleOf(cells),
    amount: cells.amount ?? '',
    monthsUnchanged: life.monthsUnchanged,
    timesPushed: life.timesPushed,
    firstMonth: life.firstMonth,
    ...(reopened ? { reopened } : {}),
  };
}

function staysView(item: Item, month: MonthKey): CarriedView {
  return {
    id: item.id,
    title: titleOf(item.cells),
    amount: item.cells.amount ?? '',
    monthsUnchanged: item.life?.monthsUnchanged ?? 0,
    timesPushed: item.life?.timesPushed ?? 0,
    firstMonth: item.life?.firstMonth ?? month,
  };
}
