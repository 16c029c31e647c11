import fc from 'fast-check';
import { STANDARD_STATUSES } from '../../src/core/carry';
import { type LifeLine, type LifeMonth, lifeLines } from '../../src/core/life-line';
import { addMonths } from '../../src/core/month';
import { monthsStuck, readStory } from '../../src/core/story';
import { readTabIndex } from '../../src/sheet/block-read';
import { lifeMonths, readOpportunity, readTab } from '../../src/sheet/history';
import { type DealRow, isLost, isWon, type ListName, type Lists, nextMonth } from '../support/deal-model';
import { DealTab, ZONE } from '../support/deal-tab';

const STATUSES = ['', 'Moving', 'closing', 'stuck', ' Stuck ', 'going cold', 'won', 'Lost', 'unheard of'];
const DAYS = ['', '2026-02-10', '2026-03-20', '2026-03-20', '2026-05-01', 'after Easter'];
const AMOUNTS = ['', 500, 12000, 12000.5, '12k–15k?', '5|6'];
const NAMES = ['Halden Mills', 'Halden Mills', 'Acme'];

const OPS = [
  'come',
  'come',
  'insert',
  'status',
  'status',
  'when',
  'amount',
  'moved',
  'next',
  'delete',
  'move',
  'copy',
  'copyOld',
] as const;
const act = fc.record({ op: fc.constantFrom(...OPS), a: fc.nat(999), b: fc.nat(999) });
const history = fc.array(
  fc.record({
    gap: fc.integer({ min: 1, max: 3 }),
    results: fc.nat(4).map((n) => n === 0),
    acts: fc.array(act, { maxLength: 12 }),
  }),
  { minLength: 2, maxLength: 7 },
);

/** What a whole history says of a row, for its life line. */
interface Account {
  months: number[];
  outcome: LifeLine['outcome'];
  pushed: number;
  crm: string;
}

/** A tab and what a person knows of it, edited side by side. */
class Play {
  readonly tab = new DealTab();
  lists: Lists = { fresh: [], existing: [] };
  readonly archive: { month: number; row: DealRow; list: ListName }[] = [];
  readonly accounts = new Map<string, Account>();
  private tags = 0;

  constructor(public month: number) {
    this.tab.start(month, false);
  }

  act({ op, a, b }: { op: (typeof OPS)[number]; a: number; b: number }): void {
    const { tab, lists } = this;
    const list: ListName = a % 2 === 0 || lists.existing.length === 0 ? 'fresh' : 'existing';
    const all = [...lists.existing, ...lists.fresh];
    const row = all[a % Math.max(1, all.length)];
    const pick = <T>(from: readonly T[]) => from[b % from.length] as T;
    if (op === 'come') {
      const at = tab.spareIn('fresh');
      // Rows above the spare one are those that are there already.
      if (at > 0 && at === tab.topOf('fresh') + lists.fresh.length)
        this.put(at, 'fresh', lists.fresh.length, this.fresh(a, b));
    } else if (op === 'insert') {
      const index = b % (lists[list].length + 1);
      const at = this.place(list, index);
      tab.grid.insertRows(at, 1);
      this.put(at, list, index, this.fresh(a, b));
    } else if (op === 'copyOld') {
      const old = this.archive[a % Math.max(1, this.archive.length)];
      if (old) this.copy(old.row, list, b % (lists[list].length + 1), tab.rowOf(old.row.tag, old.month), old.list);
    } else if (row) {
      const home: ListName = lists.fresh.includes(row) ? 'fresh' : 'existing';
      if (op === 'delete') {
        tab.grid.deleteRows(tab.rowOf(row.tag), 1);
        lists[home] = lists[home].filter((other) => other !== row);
      } else if (op === 'move') this.move(row, home, b % lists[home].length);
      else if (op === 'copy') {
        row.mixed = true;
        this.copy(row, home, b % (lists[home].length + 1), tab.rowOf(row.tag), home);
      } else {
        if (op === 'status') row.status = pick(STATUSES);
        if (op === 'when') row.when = pick(DAYS);
        if (op === 'amount') row.amount = pick(AMOUNTS);
        if (op === 'moved') row.moved = pick(['', 'they called']);
        if (op === 'next') row.next = pick(['', 'call', 'visit']);
        tab.type(tab.rowOf(row.tag), row);
      }
    }
  }

  /** Ends the month: what is on the lists counts. */
  next(gap: number, results: boolean): void {
    this.account();
    const carried = nextMonth(this.lists, this.month);
    this.month = addMonths(this.month, gap);
    this.tab.start(this.month, results);
    this.lists = { fresh: [], existing: carried };
  }

  account(): void {
    for (const list of ['existing', 'fresh'] as const)
      for (const row of this.lists[list]) {
        this.archive.push({ month: this.month, row: { ...row }, list });
        const known = this.accounts.get(row.tag);
        const told = list === 'existing' ? row.told : null;
        const pushed = told && isDay(row.when) && isDay(told.start.when) && row.when > told.start.when ? 1 : 0;
        this.accounts.set(row.tag, {
          months: [...(known?.months ?? []), this.month],
          outcome: isWon(row) ? 'won' : isLost(row) ? 'lost' : 'open',
          pushed: (told?.pushed ?? 0) + pushed,
          crm: row.crm,
        });
      }
  }

  private fresh(a: number, b: number): DealRow {
    this.tags++;
    return {
      tag: `tag${this.tags}`,
      who: NAMES[a % NAMES.length] as string,
      when: DAYS[b % DAYS.length] as string,
      amount: AMOUNTS[a % AMOUNTS.length] as string | number,
      status: STATUSES[(a + b) % STATUSES.length] as string,
      moved: '',
      next: a % 3 === 0 ? 'call' : '',
      crm: a % 4 === 0 ? `006-${this.tags}` : '',
      told: null,
      mixed: false,
    };
  }

  /** The sheet row of a place in a list. */
  private place(list: ListName, index: number): number {
    const at = this.lists[list][index];
    const last = this.lists[list][this.lists[list].length - 1];
    return at ? this.tab.rowOf(at.tag) : last ? this.tab.rowOf(last.tag) + 1 : this.tab.topOf(list);
  }

  private put(at: number, list: ListName, index: number, deal: DealRow): void {
    this.tab.type(at, deal);
    this.lists[list].splice(index, 0, deal);
  }

  private copy(from: DealRow, list: ListName, index: number, source: number, sourceList: ListName): void {
    const at = this.place(list, index);
    this.tab.grid.insertRows(at, 1);
    this.tab.grid.copyRows(source >= at ? source + 1 : source, 1, at);
    this.tags++;
    const told = sourceList === 'existing' ? from.told : null;
    // Whose id it gets depends on which of the two stands first: neither story can be told from the months alone.
    for (const row of [...this.lists.fresh, ...this.lists.existing]) if (row.tag === from.tag) row.mixed = true;
    this.spoilt.add(from.tag);
    const copy = { ...from, tag: `tag${this.tags}`, told, mixed: true };
    this.spoilt.add(copy.tag);
    this.tab.type(at, { ...copy, crm: '' });
    this.lists[list].splice(index, 0, copy);
  }

  readonly spoilt = new Set<string>();

  private move(row: DealRow, list: ListName, to: number): void {
    const rest = this.lists[list].filter((other) => other !== row);
    const before = rest[to];
    const target = before ? this.tab.rowOf(before.tag) : this.tab.rowOf((this.lists[list].at(-1) as DealRow).tag) + 1;
    this.tab.grid.moveRows(this.tab.rowOf(row.tag), 1, target);
    rest.splice(to, 0, row);
    this.lists[list] = rest;
  }
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** The newest month's existing list, as the sheet has it. */
function listed(play: Play) {
  const items = play.tab.newest().sections.find(({ section }) => section.id === 'existing')?.items ?? [];
  return items.map(({ cells, life, sourceId }) => ({
    tag: cells.why,
    who: cells.who,
    when: cells.when,
    amount: cells.amount,
    status: cells.status,
    moved: cells.moved,
    next: cells.next,
    crm: sourceId,
    told: life && {
      first: life.firstMonth,
      unchanged: life.monthsUnchanged,
      pushed: life.timesPushed,
      story: life.story,
    },
  }));
}

function known(rows: readonly DealRow[]) {
  return rows.map(({ told, mixed: _, ...row }) => {
    const { start: _start, ...rest } = told ?? { start: null };
    return { ...row, told: told && rest };
  });
}

function idsByTag(months: readonly LifeMonth[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const item of months.flatMap((month) => [...month.fresh, ...month.existing]))
    ids.set(String(item.cells.why), (ids.get(String(item.cells.why)) ?? new Set()).add(item.id));
  return ids;
}

/** Without the hidden cells: what the months alone tell. */
function bare(months: readonly LifeMonth[]): LifeMonth[] {
  const strip = (items: LifeMonth['existing']) => items.map((item) => ({ ...item, life: null }));
  return months.map((month) => ({ ...month, existing: strip(month.existing), fresh: strip(month.fresh) }));
}

let compared = 0;
let told = 0;

function run(
  months: { gap: number; results: boolean; acts: { op: (typeof OPS)[number]; a: number; b: number }[] }[],
): void {
  const play = new Play(202601);
  for (const { gap, results, acts } of months) {
    for (const one of acts) play.act(one);
    play.tab.adopt();
    const before = play.month;
    const first = play.tab.carry();
    // Planned again, with and without the month that follows: the same.
    expect(play.tab.carry()).toEqual(first);
    play.next(gap, results);
    expect(play.tab.carry(before)).toEqual({
      ...first,
      won: first.won.map((item) => expect.objectContaining({ id: item.id })),
      lost: first.lost.map((item) => expect.objectContaining({ id: item.id })),
      unreadable: expect.any(Array),
    });
    // Every open one exactly once, in order, with its cells and its story.
    expect(listed(play)).toEqual(known(play.lists.existing));
    const sheet = play.tab.sheet();
    const { blocks } = readTab(sheet, ZONE);
    const all = lifeMonths(blocks);
    const ids = all.map((month) => [...month.fresh, ...month.existing].map((item) => item.id));
    for (const inMonth of ids) expect(new Set(inMonth).size).toBe(inMonth.length);
    // What the months alone tell agrees with the hidden cells of the newest.
    const newest = all[0]!;
    const earlier = new Map(
      lifeLines(bare(all.slice(1).map((m) => ({ ...m, over: true }))), STANDARD_STATUSES).map((line) => [
        line.id,
        line,
      ]),
    );
    for (const { id, life, cells } of newest.existing) {
      if (play.spoilt.has(String(cells.why))) continue;
      const line = earlier.get(id);
      compared++;
      expect({
        first: line?.firstMonth,
        unchanged: line?.monthsUnchanged,
        pushed: line?.timesPushed,
        stuck: line?.monthsStuck,
        open: line?.monthsOpen,
        outcome: line?.outcome,
      }).toEqual({
        first: life?.firstMonth,
        unchanged: life?.monthsUnchanged,
        pushed: life?.timesPushed,
        stuck: monthsStuck(readStory(life?.story ?? '')),
        open: readStory(life?.story ?? '').length,
        outcome: 'open',
      });
    }
  }
  // The life lines of the whole tab, against the account of each row.
  play.account();
  const sheet = play.tab.sheet();
  const months_ = lifeMonths(readTab(sheet, ZONE).blocks);
  const lines = lifeLines(months_, STANDARD_STATUSES);
  const byId = new Map(lines.map((line) => [line.id, line]));
  expect(byId.size).toBe(lines.length);
  const tags = idsByTag(months_);
  for (const [tag, account] of play.accounts) {
    if (play.spoilt.has(tag)) continue;
    const [id, ...more] = [...(tags.get(tag) ?? [])];
    expect(more).toEqual([]);
    const line = byId.get(id!);
    told++;
    const last = account.months.at(-1)!;
    const outcome = account.outcome === 'open' && last < play.month ? 'left' : account.outcome;
    expect({
      months: line?.steps.map((step) => step.month),
      outcome: line?.outcome,
      at: line?.outcomeMonth,
      pushed: line?.timesPushed,
      crm: line?.sourceId,
    }).toEqual({
      months: account.months,
      outcome,
      at: outcome === 'open' ? null : last,
      pushed: account.pushed,
      crm: account.crm,
    });
  }
  // One opportunity read by its own rows: the same life.
  const index = readTabIndex(sheet);
  for (const line of lines.slice(0, 4))
    expect(lifeLines(readOpportunity(sheet, index, line.id, ZONE), STANDARD_STATUSES)).toEqual([line]);
}

test('over random histories, with all that hands do to a list, every open deal is carried once, in order, with its story', () => {
  const numRuns = Number(process.env.RUNS ?? 60);
  fc.assert(fc.property(history, run), { numRuns });
  // The histories are no empty ones.
  expect(compared).toBeGreaterThan(numRuns);
  expect(told).toBeGreaterThan(numRuns);
});
