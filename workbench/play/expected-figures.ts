/**
 * What a tracker's figures must be, counted from plain input (goals, actuals, statuses, due dates) without any of the
 * add-on's code or formulas: for the checks of the sample and of the replay.
 */

export interface FigureKpi {
  id: string;
  better: 'higher' | 'lower';
  over: 'sum' | 'average' | 'last' | 'ratio';
  /** For a ratio: ids of the KPI above and of the one below. */
  of?: readonly [top: string, bottom: string];
}

export interface FigureDeal {
  amount: number | string;
  status: string;
  /** Its date, an ISO day or ''; needed only for `expectedToClose`. */
  when?: string;
  /** What stood there when the month began; absent for a deal that came up in the month. */
  began?: { when: string; amount: number | string };
}

export interface FigureBlock {
  /** Month of the 1:1, 202611; its KPIs are those of the month before. */
  month: number;
  deals: FigureDeal[];
  /** `due` is an ISO day, '' for none; `byOthers`: somebody else than the salesperson has promised it. */
  promises: { due: string; status: 'open' | 'done' | 'dropped'; byOthers?: boolean }[];
  /** KPIs that Setup had not yet when the month was started: they have no row in it. */
  without?: readonly string[];
  /** By KPI id; no entry where there is none. A ratio has no actual of its own. */
  goals: Record<string, number>;
  actuals: Record<string, number>;
  /** Goals of the main KPI from the block's month to the year's last one; absent: that of the block, again and again. */
  goalsAhead?: readonly number[];
}

export interface FigurePerson {
  name: string;
  /** First and last month on the team, inclusive. */
  from: number;
  until: number;
  blocks: FigureBlock[];
}

export interface FigureTeam {
  /** The first one is the main one. */
  kpis: readonly FigureKpi[];
  /** In the order of the roster. */
  people: FigurePerson[];
  /** The month, 1 to 12, that the year begins in; January where it is left out. */
  begins?: number;
}

/** A figure as the sheet shows it; '' for a blank cell. */
export type Figure = string | number;
/** Figures by what they are. */
export type Figures = Record<string, Figure>;

const CLOSED = ['won', 'lost'];

/** Every figure of one block. `today` is an ISO day. */
export function expectedBlock(team: FigureTeam, person: FigurePerson, month: number, today: string): Figures {
  const block = blockOf(person, month);
  if (!block) throw new Error(`${person.name} has no 1:1 in ${month}`);
  const { amount, open, stuck } = dealsOf(block);
  const promises = promisesOf(block, today);
  const figures: Figures = {
    'open amount': amount,
    'deals open': open,
    'deals stuck': stuck,
    deals: `${dealWords(open, stuck)}${uncountedWords(block)}`,
    coverage: coverageOf(team, person, block),
    'commitments open': promises.open,
    'commitments late': promises.late,
  };
  for (const kpi of team.kpis) {
    const actual = actualOf(block, kpi);
    const [quarter, year] = [quarterOf, yearOf].map((period) => totalOf(person, kpi, month, period(team)));
    Object.assign(figures, {
      [`${kpi.id} goal`]: block.goals[kpi.id] ?? '',
      [`${kpi.id} actual`]: actual ?? '',
      [`${kpi.id} % of goal`]: actual === null ? '' : shareWords(actual, block.goals[kpi.id], kpi),
      [`${kpi.id} quarter`]: quarter!.goal === 0 ? '' : quarter!.actual / quarter!.goal,
      [`${kpi.id} year`]: year!.goal === 0 ? '' : year!.actual / year!.goal,
      [`${kpi.id} in words`]: totalsInWords(quarter!, year!),
      [`${kpi.id} trend`]: trendOf(person, kpi, month, quarter!),
      [`${kpi.id} rank`]: rankOf(team, person, kpi, month)?.words ?? '',
    });
  }
  return figures;
}

/** The open amount over what is left of the year's goal: goals to come (whole, where they change) and what is missing so far. */
function coverageOf(team: FigureTeam, person: FigurePerson, block: FigureBlock): Figure {
  const main = team.kpis[0]!;
  const { begins = 1 } = team;
  const own = block.goals[main.id];
  // From December of a year that begins in April on there are four: December to March.
  const months = ((begins + 11 - (block.month % 100)) % 12) + 1;
  const ahead = block.goalsAhead ?? Array.from({ length: months }, () => own ?? 0);
  const steady = ahead.every((goal) => goal === own);
  if (steady && !own) return '';
  const toCome = steady ? months * own! : Math.round(sum(ahead));
  const { actual, goal } = totalOf(person, main, block.month, yearOf(team));
  const left = toCome + (block.month % 100 === begins ? 0 : goal - actual + goalsWithoutFigure(team, person, block));
  return left <= 0 ? 'goal reached' : dealsOf(block).amount / left;
}

/** Goals of the year's months, from the person's first one on, that have no figure or had no 1:1. */
function goalsWithoutFigure(team: FigureTeam, person: FigurePerson, block: FigureBlock): number {
  const main = team.kpis[0]!;
  const year = yearOf(team);
  const blocks = person.blocks.filter(({ month }) => month <= block.month).sort((a, b) => a.month - b.month);
  const first = blocks[0]!.month;
  let missing = 0;
  for (let month = block.month; month >= first && year(month) === year(block.month); month = figuresOf(month)) {
    const own = blocks.find((each) => each.month === month);
    const before = [...blocks].reverse().find((each) => each.month < month) ?? block;
    if (!own || actualOf(own, main) === null) missing += (own ?? before).goals[main.id] ?? 0;
  }
  return missing;
}

/** What the frozen head says of the newest block. */
export function expectedHead(team: FigureTeam, person: FigurePerson, today: string): Figures {
  const block = person.blocks.reduce((newest, each) => (each.month > newest.month ? each : newest));
  const main = team.kpis[0]!;
  const goal = block.goals[main.id];
  const actual = actualOf(block, main);
  const { amount, open, stuck } = dealsOf(block);
  const promises = promisesOf(block, today);
  const coverage = coverageOf(team, person, block);
  return {
    result: (actual === null ? '' : shareWords(actual, goal, main)) || 'not in yet',
    goal: goal ?? 'no goal yet',
    pipeline: amount,
    coverage: coverage === '' ? '–' : coverage === 'goal reached' ? 'reached' : coverage,
    deals: dealWords(open, stuck),
    commitments: `${promises.open} open${promises.late === 0 ? '' : `, ${promises.late} late`}`,
  };
}

/** The Team tab's lines in a month, from the top: those shown by rank, then the total; then each KPI of the same people. */
export function expectedTeam(team: FigureTeam, month: number, today: string): Figures {
  const main = team.kpis[0]!;
  const shown = team.people
    .filter((person) => person.until >= month && (person.from <= month || blockOf(person, month)))
    .map((person) => ({ person, rank: rankOf(team, person, main, month)?.place ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
    .map(({ person }) => person);
  const figures: Figures = {};
  for (const [n, person] of shown.entries()) {
    const block = blockOf(person, month);
    const deals = block ? dealsOf(block) : null;
    const actual = block ? actualOf(block, main) : null;
    Object.assign(
      figures,
      labelled(n + 1, {
        name: person.name,
        main: actual === null ? '' : shareWords(actual, block?.goals[main.id], main),
        rank: rankOf(team, person, main, month)?.place ?? '',
        pipeline: deals?.amount ?? '',
        stuck: deals?.stuck || '',
        commitments: block ? promiseWords(promisesOf(block, today)) : '',
      }),
      labelled(n + 1, kpiWords(team, [person], month)),
    );
  }
  const blocks = shown.map((person) => blockOf(person, month)).filter((block) => block !== undefined);
  const promises = blocks.map((block) => promisesOf(block, today));
  const deals = blocks.map(dealsOf);
  return Object.assign(figures, labelled('total', kpiWords(team, shown, month)), {
    'total main': teamShare(team, shown, main, month, 'month'),
    'total pipeline': blocks.length === 0 ? '' : sum(deals.map((each) => each.amount)),
    'total stuck': sum(deals.map((each) => each.stuck)) || '',
    'total commitments':
      blocks.length === 0
        ? ''
        : promiseWords({
            open: sum(promises.map((p) => p.open)),
            lateByOthers: sum(promises.map((p) => p.lateByOthers)),
          }),
  });
}

/** What the top of Team says of the deals whose date lay in a month when it began: '' where there were none. */
export function expectedToClose(team: FigureTeam, month: number): string {
  const isIn = (day: string | undefined) => Boolean(day) && Number(day!.slice(0, 7).replace('-', '')) === month;
  const due = team.people
    .filter(({ until }) => until >= month)
    .flatMap((person) => blockOf(person, month)?.deals ?? [])
    .filter(({ began }) => isIn(began?.when));
  if (due.length === 0) return '';
  const of = (fate: string) =>
    sum(due.filter((deal) => fateOf(deal) === fate).map(({ began }) => Number(began?.amount) || 0));
  const fateOf = ({ status, when }: FigureDeal) =>
    CLOSED.includes(status) ? status : isIn(when) ? 'still open' : 'moved';
  const fates = ['won', 'lost', 'still open', 'moved'].filter((fate) => of(fate) > 0);
  const total = sum(fates.map(of));
  const words = fates.map((fate) => `${shortAmount(of(fate))} ${fate}`).join(', ');
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, (month % 100) - 1, 1),
  );
  const deals = `${due.length} ${due.length === 1 ? 'deal' : 'deals'}`;
  return `Expected to close in ${name} ${Math.floor(month / 100)}: ${deals}, ${shortAmount(total)}${words && ` · ${words}`}`;
}

/** "950", "40k", "1.2M". */
function shortAmount(amount: number): string {
  if (amount >= 1_000_000) return `${(Math.round(amount / 100_000) / 10).toFixed(1)}M`;
  return amount >= 10_000 ? `${Math.round(amount / 1000)}k` : String(Math.round(amount));
}

const blockOf = (person: FigurePerson, month: number) => person.blocks.find((block) => block.month === month);
const labelled = (who: string | number, figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${who} ${name}`, figure]));
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

function dealsOf(block: FigureBlock): { amount: number; open: number; stuck: number } {
  const open = block.deals.filter((deal) => !CLOSED.includes(deal.status));
  return {
    amount: sum(open.map(({ amount }) => (typeof amount === 'number' ? amount : 0))),
    open: open.length,
    stuck: open.filter((deal) => deal.status === 'stuck').length,
  };
}

function dealWords(open: number, stuck: number): string {
  return `${open} open${stuck === 0 ? '' : ` · ${stuck} stuck`}`;
}

/** Amounts that are texts count in no sum, and that is said. */
function uncountedWords({ deals }: FigureBlock): string {
  const texts = deals.filter(({ amount }) => typeof amount === 'string' && amount !== '').length;
  return texts === 0 ? '' : ` · ${texts} ${texts === 1 ? 'amount' : 'amounts'} not counted`;
}

function promisesOf(block: FigureBlock, today: string): { open: number; late: number; lateByOthers: number } {
  const open = block.promises.filter((promise) => promise.status === 'open');
  const late = open.filter(({ due }) => due !== '' && due < today);
  return { open: open.length, late: late.length, lateByOthers: late.filter(({ byOthers }) => byOthers).length };
}

/** What Team says: a salesperson's own late promises are nobody else's to read there. */
function promiseWords({ open, lateByOthers }: { open: number; lateByOthers: number }): string {
  if (open === 0) return 'none';
  return lateByOthers === 0 ? `${open} open` : `${open} · manager ${lateByOthers} late`;
}

function actualOf(block: FigureBlock, kpi: FigureKpi): number | null {
  if (!kpi.of) return block.actuals[kpi.id] ?? null;
  const [top, bottom] = kpi.of.map((id) => block.actuals[id]);
  return top === undefined || !bottom ? null : top / bottom;
}

/** The quarter (20264) and year (2026) that a block's figures lie in: those of the month before it. */
const figuresOf = (month: number) => (month % 100 === 1 ? month - 89 : month - 1);
const quarterOf = (team: FigureTeam) => (month: number) =>
  yearOf(team)(month) * 10 + Math.floor((((figuresOf(month) % 100) + 12 - (team.begins ?? 1)) % 12) / 3);
const yearOf =
  ({ begins = 1 }: FigureTeam) =>
  (month: number) =>
    Math.floor(figuresOf(month) / 100) - (figuresOf(month) % 100 < begins ? 1 : 0);

interface Total {
  actual: number;
  goal: number;
  /** How much it counts among others': an average as often as it has months. */
  weight: number;
}

/** Actual and goal of the quarter or year through a block. Months without an actual count in neither. */
function totalOf(person: FigurePerson, kpi: FigureKpi, month: number, period: (month: number) => number): Total {
  const through = person.blocks
    .filter((block) => block.month <= month && period(block.month) === period(month))
    .sort((a, b) => a.month - b.month);
  const known = through.filter((block) => actualOf(block, kpi) !== null);
  const latest = known[known.length - 1];
  const goals = known.map((block) => block.goals[kpi.id] ?? 0);
  const actuals = known.map((block) => actualOf(block, kpi)!);
  const all = (id: string) => sum(through.map((block) => block.actuals[id] ?? 0));
  const mean = (numbers: number[]) => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length);
  switch (kpi.over) {
    case 'sum':
      return { actual: sum(actuals), goal: sum(goals), weight: 1 };
    case 'average':
      return { actual: mean(actuals), goal: mean(goals), weight: known.length };
    case 'last':
      return { actual: latest ? actualOf(latest, kpi)! : 0, goal: latest?.goals[kpi.id] ?? 0, weight: 1 };
    case 'ratio': {
      const [top, bottom] = kpi.of!.map(all) as [number, number];
      return { actual: bottom === 0 ? 0 : top / bottom, goal: latest?.goals[kpi.id] ?? 0, weight: 1 };
    }
  }
}

function totalsInWords(quarter: Total, year: Total): string {
  if (quarter.goal === 0 || year.goal === 0) return '';
  return `quarter ${percent(quarter.actual / quarter.goal)} · year ${percent(year.actual / year.goal)}`;
}

/** The last four months before this one and this one, in % of their goals. */
function trendOf(person: FigurePerson, kpi: FigureKpi, month: number, quarter: Total): string {
  const upTo = person.blocks
    .filter((block) => block.month <= month && !block.without?.includes(kpi.id))
    .sort((a, b) => a.month - b.month);
  const shares = upTo.map((block) => {
    const [actual, goal] = [actualOf(block, kpi), block.goals[kpi.id]];
    return actual === null || !goal ? null : percent(actual / goal);
  });
  if (upTo.length < 2) return '';
  const [now] = upTo.slice(-1).map((block) => actualOf(block, kpi));
  const past = shares.slice(-5, -1).map((share) => share ?? '–');
  const own = typeof now === 'number' ? [shares[shares.length - 1] ?? '–'] : [];
  return `${quarter.goal === 0 ? '' : '\n'}${[...past, ...own].join(' ')}`;
}

/** The place among all who have a figure that month and were on the team; ties share it. null without a figure. */
function rankOf(
  team: FigureTeam,
  person: FigurePerson,
  kpi: FigureKpi,
  month: number,
): { place: number; words: string } | null {
  const figureOf = (each: FigurePerson) => {
    const block = each.until >= month ? blockOf(each, month) : undefined;
    return block ? actualOf(block, kpi) : null;
  };
  const own = figureOf(person);
  if (own === null) return null;
  const all = team.people.map(figureOf).filter((figure) => figure !== null);
  const place = 1 + all.filter((figure) => (kpi.better === 'lower' ? figure < own : figure > own)).length;
  return { place, words: `${place} of ${all.length}` };
}

function kpiWords(team: FigureTeam, people: readonly FigurePerson[], month: number): Figures {
  return Object.fromEntries(
    team.kpis.map((kpi) => {
      const year = teamShare(team, people, kpi, month, 'year');
      return [kpi.id, [teamShare(team, people, kpi, month, 'month'), year].filter((text) => text !== '').join(' · ')];
    }),
  );
}

/** "▲ 106%" of the month or "year 101%" of some people together, over those who have a figure and a goal. */
function teamShare(
  team: FigureTeam,
  people: readonly FigurePerson[],
  kpi: FigureKpi,
  month: number,
  span: 'month' | 'year',
): string {
  const totals = (of: FigureKpi) =>
    people.flatMap((person): (Total & { has: boolean })[] => {
      const block = blockOf(person, month);
      if (!block) return [];
      if (span === 'year') {
        const total = totalOf(person, of, month, yearOf(team));
        return [{ ...total, has: total.goal > 0 }];
      }
      const actual = actualOf(block, of);
      const goal = actual === null ? 0 : (block.goals[of.id] ?? 0);
      return [{ actual: actual ?? 0, goal, weight: 1, has: goal > 0 }];
    });
  const own = totals(kpi).filter((each) => each.has);
  if (own.length === 0) return '';
  const goal = sum(own.map((each) => each.goal * each.weight));
  let actual = sum(own.map((each) => each.actual * each.weight));
  if (kpi.of && people.length > 1) {
    // The team's ratio is one of everybody's sums, against the goals' average.
    const [top, bottom] = kpi.of.map((id) =>
      sum(totals(team.kpis.find((each) => each.id === id)!).map((t) => t.actual)),
    );
    actual = (top! / bottom!) * own.length;
  }
  return span === 'year' ? `year ${percent(actual / goal)}` : shareWords(actual, goal, kpi);
}

/** "▲ 106%": at or over the goal ▲, within a tenth of it ●, else ▼. '' without a goal. */
function shareWords(actual: number, goal: number | undefined, kpi: FigureKpi): string {
  if (!goal) return '';
  const share = actual / goal;
  const [good, near] = kpi.better === 'higher' ? [share >= 1, share >= 0.9] : [share <= 1, share <= 1.1];
  return `${good ? '▲' : near ? '●' : '▼'} ${percent(share)}`;
}

/** Halves go up, as in a sheet, whatever binary fractions make of them. */
function percent(share: number): string {
  return `${Math.round(Number((share * 100).toFixed(9)))}%`;
}
