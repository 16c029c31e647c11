/**
 * Figures for a replay: goals and KPIs of the kind that a pipeline file knows, fed into the meetings, and at the end
 * compared with what is counted from the file alone.
 */
import type { Edit } from '../../src/contract/calls';
import type { MeetingScreen } from '../../src/contract/state';
import type { Engine, WriteOp } from '../engine/engine';
import type { AddonPlayer } from './addon';
import {
  expectedBlock,
  expectedHead,
  expectedTeam,
  type FigureBlock,
  type FigureKpi,
  type FigureTeam,
} from './expected-figures';
import { agentsOf, monthOf, monthsOf, type PipelineDeal } from './pipeline-file';
import type { ReplayOptions } from './replay';
import { compareFigures, type Difference, ShownTab, shownTeam } from './shown-figures';

const DAY_MS = 86_400_000;

interface ReplayKpi extends FigureKpi {
  name: string;
  unit: string;
  kind: 'result' | 'activity';
}

/** Those of the first month, which is started before Setup has the others. */
const FIRST_KPIS = 4;
/** The first four take the places of those that a fresh tracker has. */
const KPIS: readonly ReplayKpi[] = [
  { id: 'revenue', name: 'Booked revenue', unit: '', kind: 'result', better: 'higher', over: 'sum' },
  { id: 'meetings', name: 'Deals won', unit: 'number', kind: 'result', better: 'higher', over: 'sum' },
  { id: 'calls', name: 'Deals closed', unit: 'number', kind: 'activity', better: 'higher', over: 'sum' },
  {
    id: 'hitrate',
    name: 'Win rate',
    unit: '%',
    kind: 'activity',
    better: 'higher',
    over: 'ratio',
    of: ['meetings', 'calls'],
  },
  { id: 'days', name: 'Days to close', unit: 'days', kind: 'activity', better: 'lower', over: 'average' },
  { id: 'open', name: 'Open deals', unit: 'number', kind: 'activity', better: 'higher', over: 'last' },
];

/** Months that a year begins in, as Setup has them. */
const BEGINS: Record<number, string> = { 1: 'January', 4: 'April' };

interface Goal {
  /** '' for everyone. */
  agent: string;
  kpi: string;
  value: number;
  per: 'month' | 'year';
  /** null: from the beginning. */
  from: number | null;
}

export class ReplayFigures {
  compared = 0;
  readonly differences: Difference[] = [];
  private readonly agents: string[];
  private readonly months: number[];
  private readonly goals: Goal[];
  private readonly prices: Map<string, number>;

  constructor(
    private readonly engine: Engine,
    private readonly deals: readonly PipelineDeal[],
    private readonly skip: NonNullable<ReplayOptions['skip']> = () => false,
    private readonly begins = 1,
  ) {
    this.agents = agentsOf(deals);
    this.months = monthsOf(deals);
    this.prices = usualPrices(deals);
    this.goals = this.makeGoals();
  }

  /** What replay() needs to feed the figures and to check them after the last month and after one in the middle. */
  options(): Pick<ReplayOptions, 'skip' | 'afterSetUp' | 'estimate' | 'moreEdits' | 'afterMonth'> {
    const checked = this.checkedMonths();
    return {
      skip: this.skip,
      afterSetUp: (player) => this.fillSetup(player),
      estimate: (deal) => this.prices.get(deal.product) ?? '',
      moreEdits: (screen, agent, month) => this.actualEdits(screen, agent, month),
      afterMonth: async (month) => {
        if (checked.includes(month)) await this.check(month);
      },
    };
  }

  /** The last month, and the one nearest to the middle in which everybody meets. */
  private checkedMonths(): number[] {
    const met = this.months.filter((month) => this.agents.every((agent) => !this.skip(agent, month)));
    const middle = met[Math.floor((met.length - 1) / 2)];
    return [middle, met[met.length - 1]].filter((month) => month !== undefined);
  }

  /** A goal that changes in the middle, one a year, one of somebody's own; none for the deals closed. */
  private makeGoals(): Goal[] {
    const won = this.deals.filter((deal) => deal.won);
    const share = (total: number) => Math.max(1, Math.round(total / this.agents.length / this.months.length));
    const revenue = share(won.reduce((sum, deal) => sum + deal.value, 0));
    const goal = (kpi: string, value: number, more: Partial<Goal> = {}): Goal => ({
      agent: '',
      per: 'month',
      from: null,
      kpi,
      value,
      ...more,
    });
    return [
      goal('revenue', revenue),
      goal('revenue', Math.round(revenue * 1.2), { from: this.months[Math.floor(this.months.length / 2)]! }),
      goal('revenue', Math.round(revenue * 0.75), { agent: this.agents[0]! }),
      goal('meetings', share(won.length) * 12, { per: 'year' }),
      goal('hitrate', 0.6),
      goal('days', 50),
      goal('open', share(this.deals.length) * 3),
    ];
  }

  /** As a manager types it into the Setup tab; then Team is made anew. */
  private async fillSetup(player: AddonPlayer): Promise<void> {
    const setup = this.engine.sheets().find((sheet) => sheet.name === 'Setup')!;
    const keys = await this.engine.read(setup.id, { row: 1, col: 2, rows: setup.lastRow, cols: 1 });
    const header = (table: string) => keys.findIndex(([cell]) => cell?.v === `header:${table}`) + 1;
    const cells = (row: number, col: number, values: (string | number)[][]): WriteOp => ({
      op: 'cells',
      sheetId: setup.id,
      row,
      col,
      cells: values.map((line) => line.map((v) => ({ v }))),
    });
    const nameOf = (id: string) => KPIS.find((kpi) => kpi.id === id)!.name;
    const [kpis, goals] = [header('kpis') + 1, header('goals') + 1];
    const year = keys.findIndex(([cell]) => cell?.v === 'settings:year') + 1;
    await this.engine.apply(
      [
        cells(year, 4, [[BEGINS[this.begins] ?? '']]),
        cells(
          kpis,
          1,
          KPIS.map(({ id, name }) => [name, `kpis:${id}`]),
        ),
        cells(
          kpis,
          5,
          KPIS.map((kpi) => [kpi.unit, kpi.kind, kpi.better, kpi.over, (kpi.of ?? []).map(nameOf).join(' / ')]),
        ),
        { op: 'insertRows', sheetId: setup.id, before: goals + 1, count: this.goals.length, inherit: 'before' },
        cells(
          goals,
          1,
          this.goals.map(({ agent }) => [agent]),
        ),
        cells(
          goals,
          4,
          this.goals.map(({ kpi, value, per, from }) => [nameOf(kpi), value, per, from ?? '']),
        ),
      ],
      { kind: 'page', user: this.engine.file().owner },
    );
    await player.inPortions('buildTeam', () => ({}));
  }

  private actualEdits(screen: MeetingScreen, agent: string, month: number): Edit[] {
    const rows = screen.block.sections.find((section) => section.kind === 'kpis')?.rows ?? [];
    const actuals = this.actuals(agent, month);
    return rows.flatMap((row): Edit[] => {
      const now = actuals[row.key.slice('kpis:'.length)];
      return now === undefined ? [] : [{ key: row.key, field: 'amount', was: row.cells.amount ?? '', now }];
    });
  }

  /** Figures of the month before a 1:1; none in the first, and none but the open deals where nothing was closed. */
  private actuals(agent: string, month: number): Record<string, number> {
    const before = this.months[this.months.indexOf(month) - 1];
    if (before === undefined) return {};
    const own = this.deals.filter((deal) => deal.agent === agent && deal.engaged !== '');
    const closed = own.filter((deal) => deal.closed !== '' && monthOf(deal.closed) === before);
    const won = closed.filter((deal) => deal.won);
    const open = own.filter(
      (deal) => monthOf(deal.engaged) <= before && (deal.closed === '' || monthOf(deal.closed) > before),
    ).length;
    if (closed.length === 0) return { open };
    return {
      revenue: won.reduce((sum, deal) => sum + deal.value, 0),
      meetings: won.length,
      calls: closed.length,
      days: Math.round(closed.reduce((sum, deal) => sum + daysOpen(deal), 0) / closed.length),
      open,
    };
  }

  private goalsOf(agent: string, month: number): Record<string, number> {
    const figures = month % 100 === 1 ? month - 89 : month - 1;
    const found: Record<string, number> = {};
    for (const { id } of KPIS) {
      const all = this.goals.filter((goal) => goal.kpi === id && (goal.from ?? 0) <= figures);
      const own = all.filter((goal) => goal.agent === agent);
      // They stand in the order of their first month.
      const goal = (own.length > 0 ? own : all.filter((each) => each.agent === '')).pop();
      if (goal) found[id] = goal.per === 'year' ? goal.value / 12 : goal.value;
    }
    return found;
  }

  /** Goals of the main KPI in the block's month and the later ones of its year, whichever month that begins in. */
  private goalsAhead(agent: string, month: number): number[] {
    const count = ((this.begins + 11 - (month % 100)) % 12) + 1;
    const later = Array.from({ length: count }, (_, n) => ((month % 100) + n > 12 ? month + n + 88 : month + n));
    // The goals of a month stand in the block of the next one; December's in January's.
    return later.map((each) => this.goalsOf(agent, each % 100 === 12 ? each + 89 : each + 1)[KPIS[0]!.id] ?? 0);
  }

  /** What the file says about everybody through a month. */
  private expected(through: number): FigureTeam {
    const months = this.months.filter((month) => month <= through);
    return {
      kpis: KPIS,
      begins: this.begins,
      people: this.agents.map((agent) => ({
        name: agent,
        from: 0,
        until: 999912,
        blocks: months
          .filter((month) => !this.skip(agent, month))
          .map((month) => ({
            month,
            deals: this.dealsOf(agent, month),
            promises: [],
            without: month === months[0] ? KPIS.slice(FIRST_KPIS).map(({ id }) => id) : [],
            goals: this.goalsOf(agent, month),
            goalsAhead: this.goalsAhead(agent, month),
            actuals: this.actuals(agent, month),
          })),
      })),
    };
  }

  /** The deals in a month's block when its meeting is over: those that came up until then and were open when it began. */
  private dealsOf(agent: string, month: number): FigureBlock['deals'] {
    const lastMet = Math.max(0, ...this.months.filter((each) => each < month && !this.skip(agent, each)));
    return this.deals
      .filter((deal) => deal.agent === agent && deal.engaged !== '' && monthOf(deal.engaged) <= month)
      .filter((deal) => deal.closed === '' || monthOf(deal.closed) > lastMet || monthOf(deal.engaged) > lastMet)
      .map((deal) => {
        const closed = deal.closed !== '' && monthOf(deal.closed) <= month;
        const status = closed ? (deal.won ? 'won' : 'lost') : '';
        return { amount: status === 'won' ? deal.value : (this.prices.get(deal.product) ?? ''), status };
      });
  }

  private async check(month: number): Promise<void> {
    const team = this.expected(month);
    const today = new Date().toISOString().slice(0, 10);
    for (const person of team.people) {
      const sheet = this.engine.sheets().find((each) => each.name === person.name)!;
      const tab = await ShownTab.read(this.engine, sheet.id);
      this.add(`${person.name}, ${month}`, expectedBlock(team, person, month, today), tab.block(month, KPIS));
      this.add(`${person.name}, head`, expectedHead(team, person, today), tab.head());
    }
    this.add(`Team, ${month}`, expectedTeam(team, month, today), await shownTeam(this.engine, KPIS));
  }

  private add(...[where, expected, shown]: Parameters<typeof compareFigures>): void {
    const { compared, differences } = compareFigures(where, expected, shown);
    this.compared += compared;
    this.differences.push(...differences);
  }
}

/** What each product is usually sold for: the average of the deals won with it. */
function usualPrices(deals: readonly PipelineDeal[]): Map<string, number> {
  const values = new Map<string, number[]>();
  for (const { won, product, value } of deals) if (won) values.set(product, [...(values.get(product) ?? []), value]);
  return new Map([...values].map(([product, all]) => [product, Math.round(all.reduce((a, b) => a + b) / all.length)]));
}

function daysOpen({ engaged, closed }: PipelineDeal): number {
  return (Date.parse(closed) - Date.parse(engaged)) / DAY_MS;
}
