import fc from 'fast-check';
import { idKey, idOfName } from '../../src/core/import/deal';
import type { DealFate, ImportPlan } from '../../src/core/import/fates';
import type { KnownRow, KnownTab } from '../../src/core/import/known';
import { readBytes } from '../support/import-read';
import { plan, tab, written } from '../support/import-tracker';

/**
 * Random years of one pipeline: what the CRM does, what people do on their tabs, months that begin, exports of all kinds.
 * The account beside it knows only what was done, and says what must have become of each deal; it runs none of the
 * add-on's code.
 */
const PEOPLE = ['Ada', 'Ben', 'Cai'] as const;
const OWNERS = [...PEOPLE, 'Ruth', ''];
const OPEN = 'Proposal';

interface CrmDeal {
  id: string;
  name: string;
  owner: string;
  amount: number | '';
  day: number;
  stage: typeof OPEN | 'Closed Won' | 'Closed Lost';
}

/** Where a deal stands by the account: on whose tab, how, and what a person has typed there over the CRM's word. */
interface Held {
  person: string;
  state: 'open' | 'closed' | 'left';
  isOld: boolean;
  amount: number | '';
  typedAmount: boolean;
  typedStatus: '' | 'stuck' | 'lost';
  /** The CRM has said the same since. */
  agreed?: boolean;
  status: string;
}

type Step = readonly [what: number, which: number, value: number];
const steps = fc.array(fc.tuple(fc.nat(15), fc.nat(30), fc.nat(60)), { minLength: 8, maxLength: 60 });

class Story {
  private readonly crm = new Map<string, CrmDeal>();
  private readonly held = new Map<string, Held>();
  private tabs: KnownTab[] = PEOPLE.map((name) => tab(name));
  private readonly past = new Map<string, (KnownRow & { month: number })[]>();
  private month = 202601;
  private made = 0;

  run(list: readonly Step[]): void {
    for (const step of list) this.step(step);
    this.import('all', 0, false);
  }

  private step([what, which, value]: Step): void {
    const deals = [...this.crm.values()];
    const deal = deals[which % Math.max(1, deals.length)];
    const held = deal && this.held.get(deal.id);
    if (what <= 2 || !deal) this.create(value);
    else if (what === 3) deal.name = `Renamed ${value} ${deal.id}`;
    else if (what === 4) deal.amount = value % 7 === 0 ? '' : value * 100;
    else if (what === 5) deal.owner = OWNERS[value % OWNERS.length]!;
    else if (what === 6) deal.stage = value % 2 === 0 ? 'Closed Won' : 'Closed Lost';
    else if (what === 7) deal.stage = OPEN;
    else if (what === 8) this.crm.delete(deal.id);
    else if (what === 9 && held?.state === 'open') this.type(deal.id, held, 'amount', 1 + value);
    else if (what === 10 && held?.state === 'open')
      this.type(deal.id, held, 'status', value % 3 === 0 ? 'lost' : 'stuck');
    else if (what === 11 && held?.state === 'open') this.leaveBehind(deal.id, held);
    else if (what === 12) this.beginMonth();
    else if (what === 13) this.import(PEOPLE[value % 3]!, value, value % 2 === 0);
    else if (what >= 14) this.import('all', value, value % 2 === 0);
  }

  private create(value: number): void {
    const id = `${5000 + this.made++}`;
    const stage = value % 9 === 0 ? 'Closed Won' : OPEN;
    const owner = OWNERS[value % OWNERS.length]!;
    this.crm.set(id, { id, name: `Deal ${id}`, owner, amount: value * 10, day: 1 + (value % 28), stage });
  }

  private rowOf(id: string, person: string): KnownRow {
    const found = this.tabs.find(({ name }) => name === person)?.rows.find(({ sourceId }) => sourceId === id);
    if (!found) throw new Error(`${id} does not stand on the tab of ${person}`);
    return found;
  }

  private type(id: string, held: Held, field: 'amount' | 'status', value: number | string): void {
    this.rowOf(id, held.person).cells[field] = value;
    if (field === 'amount') {
      // Typing what stands there already is no change.
      if (held.amount === value) return;
      Object.assign(held, { amount: value, typedAmount: true });
    } else {
      held.typedStatus = value as Held['typedStatus'];
      held.status = String(value);
      if (value === 'lost') held.state = 'closed';
    }
  }

  private leaveBehind(id: string, held: Held): void {
    Object.assign(this.rowOf(id, held.person).cells, { status: 'lost', moved: 'Left behind: no budget' });
    held.state = 'left';
  }

  private beginMonth(): void {
    this.month++;
    this.tabs = this.tabs.map((one) => {
      const isOpen = ({ cells }: KnownRow) =>
        cells.status === '' || cells.status === 'stuck' || cells.status === undefined;
      const before = this.past.get(one.name) ?? [];
      this.past.set(one.name, [...before, ...one.rows.map((row) => ({ ...row, month: one.month }))]);
      const rows = one.rows
        .filter(isOpen)
        .map((row) => ({ ...row, key: `existing:${row.id}`, cells: { ...row.cells, moved: '' } }));
      return { ...one, month: this.month, rows };
    });
    for (const held of this.held.values()) if (held.state !== 'open') held.isOld = true;
  }

  /** As the server reads it: of each deal that the newest month lacks, its latest row. */
  private withPast(): KnownTab[] {
    return this.tabs.map((one) => {
      const latest = new Map<string, KnownRow & { month: number }>();
      for (const row of this.past.get(one.name) ?? []) latest.set(row.sourceId ?? '', row);
      const past = [...latest.values()].filter((row) => !one.rows.some(({ sourceId }) => sourceId === row.sourceId));
      return { ...one, past };
    });
  }

  private import(whose: string, value: number, drops: boolean): void {
    const exported = [...this.crm.values()].filter(({ owner }) => whose === 'all' || owner === whose);
    if (value % 3 === 1) exported.reverse();
    const lines = exported.map((deal) => csv(deal));
    if (value % 5 === 1 && exported[0]) lines.push(csv(exported[0]));
    if (value % 5 === 2) lines.splice(1, 0, '9999,,Ada,5,2026-05-05,Proposal');
    if (value % 5 === 3) lines.push('Total,,,99999,,');
    const text = ['Deal ID,Deal name,Owner,Amount,Close date,Stage', ...lines].join('\n');
    const read = readBytes(Buffer.from(text), { answers: { decimal: '.', dates: 'dmy' } });
    const result = plan(read.deals, this.withPast(), {
      owners: { ada: 'a', ben: 'b', cai: 'c' },
      inTable: new Set(read.deals.flatMap((one) => [idKey(one.id), idOfName(one)])),
      decisions: { missing: drops ? 'drop' : 'keep' },
    });

    // The fates add up to the file's lines.
    const doubled = value % 5 === 1 && exported[0] ? 1 : 0;
    const unread = value % 5 === 2 ? 1 : 0;
    expect(result.fates.length + doubled + unread + read.passedOver).toBe(lines.length);
    const before = new Map([...this.held].map(([id, held]) => [id, { ...held }]));
    for (const fate of result.fates) this.judge(fate, this.crm.get(fate.deal.id)!);
    this.judgeMissing(result, exported, before, drops);
    this.tabs = written(this.tabs, result.edits);
    this.compareTabs(exported);

    const again = plan(read.deals, this.withPast(), {
      owners: { ada: 'a', ben: 'b', cai: 'c' },
      inTable: new Set(read.deals.map((one) => idKey(one.id))),
    });
    expect(again.edits).toEqual([]);
  }

  /** Says what must become of a deal, by what was done, and keeps the account. */
  private judge({ fate }: DealFate, deal: CrmDeal): void {
    const told = `${deal.id} ${fate}`;
    const held = this.held.get(deal.id);
    const isOpen = deal.stage === OPEN;
    const word = isOpen ? '' : deal.stage === 'Closed Won' ? 'won' : 'lost';
    const isSomebodys = (PEOPLE as readonly string[]).includes(deal.owner);
    if (!isSomebodys) {
      expect(told).toBe(`${deal.id} leftOut`);
      return;
    }
    const fresh = {
      person: deal.owner,
      isOld: false,
      typedAmount: false,
      typedStatus: '' as const,
      amount: deal.amount,
    };
    if (!held) {
      expect(told).toBe(`${deal.id} ${isOpen ? 'new' : 'closedBefore'}`);
      if (isOpen) this.held.set(deal.id, { ...fresh, state: 'open', status: '' });
      return;
    }
    if (held.state === 'left') {
      expect(told).toBe(`${deal.id} leftBehind`);
      return;
    }
    const amount = deal.amount === '' || held.typedAmount ? held.amount : deal.amount;
    if (held.state === 'open') {
      const status = held.typedStatus === '' ? word : held.typedStatus;
      const state = status === 'won' || status === 'lost' ? 'closed' : 'open';
      if (held.person !== deal.owner) {
        expect(told).toBe(`${deal.id} handedOver`);
        this.held.set(deal.id, { ...held, person: deal.owner, amount, status, state });
        return;
      }
      expect(['same', 'changed', 'kept'].map((kind) => `${deal.id} ${kind}`)).toContain(told);
      Object.assign(held, { amount, status, state });
      return;
    }
    if (!isOpen) {
      expect(['same', 'changed', 'kept', 'closedHere'].map((kind) => `${deal.id} ${kind}`)).toContain(told);
      // What an import had closed, it closes the other way when the CRM says so.
      if (!held.isOld && held.person === deal.owner) Object.assign(held, { amount, agreed: held.typedStatus === word });
      return;
    }
    // A person has closed it this month: the CRM does not open it.
    if (!held.isOld && held.person === deal.owner && held.typedStatus === 'lost') {
      // Once the CRM has said so as well, and that was written down, it may take it back.
      const may = ['changed', 'kept', ...(held.agreed ? ['reopened'] : [])];
      expect(may.map((kind) => `${deal.id} ${kind}`)).toContain(told);
      Object.assign(held, { amount });
      if (fate === 'reopened') Object.assign(held, { state: 'open', status: '', typedStatus: '' });
      return;
    }
    expect(told).toBe(`${deal.id} reopened`);
    const isSameRow = !held.isOld && held.person === deal.owner;
    const stays = isSameRow ? amount : deal.amount === '' ? held.amount : deal.amount;
    this.held.set(deal.id, {
      ...fresh,
      typedAmount: isSameRow && held.typedAmount,
      state: 'open',
      status: '',
      amount: stays,
    });
  }

  /** Each open row of somebody in the file whose deal is not there is named, and goes only where a person says so. */
  private judgeMissing(
    result: ImportPlan,
    exported: readonly CrmDeal[],
    before: Map<string, Held>,
    drops: boolean,
  ): void {
    const people = new Set(exported.map(({ owner }) => owner));
    const inFile = new Set(exported.map(({ id }) => id));
    const expected = [...before].filter(
      ([id, held]) => held.state === 'open' && people.has(held.person) && !inFile.has(id),
    );
    const named = result.missing.flatMap(({ rows }) => rows.map(({ row }) => row.sourceId));
    expect(named.sort()).toEqual(expected.map(([id]) => id).sort());
    for (const { rows, looksFiltered } of result.missing)
      for (const { row, isDropped } of rows) {
        expect(isDropped).toBe(drops && !looksFiltered);
        if (isDropped) this.held.get(row.sourceId ?? '')!.state = 'left';
      }
  }

  /** The tracker's open deals are the account's; those in the file are the file's, or were told. */
  private compareTabs(exported: readonly CrmDeal[]): void {
    const open = this.tabs.flatMap(({ name, rows }) =>
      rows.filter(({ cells }) => !['won', 'lost'].includes(String(cells.status))).map((row) => ({ name, row })),
    );
    const shown = open.map(({ name, row }) => `${row.sourceId} ${name} ${row.cells.amount}`).sort();
    const account = [...this.held].filter(([, { state }]) => state === 'open');
    expect(shown).toEqual(account.map(([id, { person, amount }]) => `${id} ${person} ${amount}`).sort());
    for (const deal of exported) {
      const at = open.find(({ row }) => row.sourceId === deal.id);
      if (at && (PEOPLE as readonly string[]).includes(deal.owner))
        expect([at.name, at.row.cells.who]).toEqual([deal.owner, deal.name]);
    }
  }
}

const csv = ({ id, name, owner, amount, day, stage }: CrmDeal) =>
  [id, name, owner, amount, `2026-05-${String(day).padStart(2, '0')}`, stage].join(',');

test('whatever a pipeline goes through, each deal meets one fate, and the open rows are those of the account', () => {
  fc.assert(
    fc.property(steps, (list) => new Story().run(list)),
    { numRuns: 150 },
  );
});
