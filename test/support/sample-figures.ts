/** What the sample team's tracker must show, counted from the sample's plain story. */
import type { FigureBlock, FigureKpi, FigurePerson, FigureTeam } from '../../workbench/play/expected-figures';
import { SAMPLE_GOALS, SAMPLE_TEAM, type SampleRep } from '../../workbench/play/sample-team';

/** The KPIs that a fresh tracker has. */
export const SAMPLE_KPIS: readonly (FigureKpi & { name: string })[] = [
  { id: 'revenue', name: 'Booked revenue', better: 'higher', over: 'sum' },
  { id: 'meetings', name: 'First meetings', better: 'higher', over: 'sum' },
  { id: 'calls', name: 'Calls', better: 'higher', over: 'sum' },
  { id: 'hitrate', name: 'Meetings from calls', better: 'higher', over: 'ratio', of: ['meetings', 'calls'] },
];

/** Goals of a month that starts with the sample's goals in Setup, by KPI id. */
export const SAMPLE_GOALS_BY_ID: Record<string, number> = Object.fromEntries(
  SAMPLE_KPIS.map(({ id, name }) => [id, SAMPLE_GOALS.find(([kpi]) => kpi === name)![1]]),
);

/** The sample as it must stand when its last month is `last`. */
export function sampleTeam(last: number): FigureTeam {
  const months = [shift(last, -2), shift(last, -1), last];
  return { kpis: SAMPLE_KPIS, people: SAMPLE_TEAM.map((rep) => personOf(rep, months)) };
}

export function shift(month: number, by: number): number {
  const date = new Date(Date.UTC(Math.floor(month / 100), (month % 100) - 1 + by, 1));
  return date.getUTCFullYear() * 100 + date.getUTCMonth() + 1;
}

/** Open deals and open promises come along; what is said of a deal in a month stays with it. */
function personOf(rep: SampleRep, months: readonly number[]): FigurePerson {
  let deals: (FigureBlock['deals'][number] & { id: string })[] = [];
  let promises: (FigureBlock['promises'][number] & { id: string })[] = [];
  const blocks = rep.months.map((script, n): FigureBlock => {
    const month = months[n]!;
    deals = deals
      .filter((deal) => deal.status !== 'won' && deal.status !== 'lost')
      .map((deal) => {
        const { amount = deal.amount, status = deal.status, when } = script.moves[deal.id] ?? {};
        const began = { when: deal.when ?? '', amount: deal.amount };
        return { ...deal, began, amount, status, when: when ? dayAhead(month, when) : (deal.when ?? '') };
      });
    deals.push(
      ...script.fresh.map(({ id, amount, when }) => ({ id, amount, status: '', when: when && dayAhead(month, when) })),
    );
    promises = promises
      .filter((promise) => promise.status === 'open')
      .map((promise) => ({ ...promise, status: script.settled[promise.id]?.[0] ?? promise.status }));
    promises.push(
      ...script.promises.map(([id, , due, , owner]) => ({
        id,
        due: dayAhead(month, due),
        status: 'open' as const,
        byOthers: owner === 'manager',
      })),
    );
    return {
      month,
      deals: deals.map((deal) => ({ ...deal })),
      promises: promises.map((promise) => ({ ...promise })),
      goals: SAMPLE_GOALS_BY_ID,
      actuals: Object.fromEntries(Object.entries(script.kpis).map(([id, [actual]]) => [id, actual])),
    };
  });
  return { name: rep.name, from: 0, until: 999912, blocks };
}

/** A day some months ahead, never later than that month's last. */
function dayAhead(month: number, [ahead, day]: readonly [number, number]): string {
  const target = shift(month, ahead);
  const last = Date.UTC(Math.floor(target / 100), target % 100, 0);
  const wanted = Date.UTC(Math.floor(target / 100), (target % 100) - 1, day);
  return new Date(Math.min(wanted, last)).toISOString().slice(0, 10);
}
