import type { LifeLine } from '../../src/core/deal/life-line';
import { addMonths } from '../../src/core/shared/month';
import { type DealRow, isLost, isWon, type ListName, type Lists, nextMonth } from './deal-model';
import { DealTab } from './deal-tab';

const STATUSES = ['', 'Moving', 'closing', 'stuck', ' Stuck ', 'going cold', 'won', 'Lost', 'unheard of'];
const DAYS = ['', '2026-02-10', '2026-03-20', '2026-03-20', '2026-05-01', 'after Easter'];
const AMOUNTS = ['', 500, 12000, 12000.5, '12k–15k?', '5|6'];
const NAMES = ['Halden Mills', 'Halden Mills', 'Acme'];

/** What hands do to the lists of a month. */
export const OPS = [
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

/** What a whole history says of a row, for its life line. */
export interface Account {
  months: number[];
  outcome: LifeLine['outcome'];
  pushed: number;
  crm: string;
}

/** A tab and what a person knows of it, edited side by side. */
export class Play {
  readonly tab = new DealTab();
  lists: Lists = { fresh: [], existing: [] };
  readonly archive: { month: number; row: DealRow }[] = [];
  readonly accounts = new Map<string, Account>();
  /** Tags of rows that were copied, and of their copies. */
  readonly spoilt = new Set<string>();
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
      if (old) this.copy(old.row, list, b % (lists[list].length + 1), tab.rowOf(old.row.tag, old.month));
    } else if (row) {
      const home: ListName = lists.fresh.includes(row) ? 'fresh' : 'existing';
      if (op === 'delete') {
        tab.grid.deleteRows(tab.rowOf(row.tag), 1);
        lists[home] = lists[home].filter((other) => other !== row);
      } else if (op === 'move') this.move(row, home, b % lists[home].length);
      else if (op === 'copy') {
        this.copy(row, home, b % (lists[home].length + 1), tab.rowOf(row.tag));
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
        this.archive.push({ month: this.month, row: { ...row } });
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

  private copy(from: DealRow, list: ListName, index: number, source: number): void {
    const at = this.place(list, index);
    this.tab.grid.insertRows(at, 1);
    this.tab.grid.copyRows(source >= at ? source + 1 : source, 1, at);
    this.tags++;
    // Whose id it gets depends on which of the two stands first: neither story can be told from the months alone.
    this.spoilt.add(from.tag);
    const copy = { ...from, tag: `tag${this.tags}` };
    this.spoilt.add(copy.tag);
    this.tab.type(at, { ...copy, crm: '' });
    this.lists[list].splice(index, 0, copy);
  }

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
