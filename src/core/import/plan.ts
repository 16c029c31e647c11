import { handedOverLine, leftBehindLine, nextLife, wasHandedOver } from '../deal/carry';
import { readImprint } from '../deal/imprint';
import type { Cells, Field } from '../shared/fields';
import { changedCells, closes, type ImportChange, saidNow } from './changes';
import { type ImportDeal, idKey, isIdOfName, keptId, nameKey, whoOf } from './deal';
import { FateDecider } from './decide';
import type { DealFate, ImportInput, ImportPlan, MissingGroup, RowAdded, TabEdits } from './fates';
import type { KnownRow, KnownTab } from './known';
import { KnownIndex, type Place, wordsIn } from './known-index';
import { pairTwins } from './twins';

/**
 * Works out what becomes of each deal of a table, and what is written for it: by the CRM's id; rows typed by hand by their
 * words. Pure. The same table once more, after all was written, changes nothing.
 */
export function planImport(input: ImportInput): ImportPlan {
  return new Planner(input).plan();
}

class Planner {
  private readonly index: KnownIndex;
  private readonly decider: FateDecider;
  private readonly edits = new Map<string, TabEdits>();

  constructor(private readonly input: ImportInput) {
    this.index = new KnownIndex(input.tabs, input.deals);
    this.decider = new FateDecider(input, this.index);
  }

  plan(): ImportPlan {
    const fates = this.input.deals.map((deal) => this.decider.decide(deal));
    for (const tab of this.input.tabs) this.settleTwins(tab, fates);
    for (const fate of inOrderOfCreation(fates)) if (!fate.isOut) this.writeFor(fate);
    const missing = this.missing();
    return { fates, missing, edits: [...this.edits.values()].filter(writesAnything) };
  }

  /** Deals that no row is known of may be rows that somebody typed by hand. */
  private settleTwins(tab: KnownTab, fates: readonly DealFate[]): void {
    const unknown = fates.filter(
      ({ repId, fate }) => repId === tab.repId && (fate === 'new' || fate === 'closedBefore'),
    );
    // A row that came in without the CRM's id is as good as typed.
    const rows = tab.rows.filter(
      (row) => !this.index.met.has(row) && ((row.sourceId ?? '') === '' || isIdOfName(row.sourceId ?? '')),
    );
    if (rows.length === 0 || unknown.length === 0) return;
    for (const { fate, twins, twin, isDoubtful } of pairTwins(unknown, rows, this.input.decisions.twins)) {
      fate.twins = twins;
      if (isDoubtful) fate.fate = 'doubtful';
      if (!twin) continue;
      this.index.met.add(twin);
      this.decider.compare(fate, twin, /* isNewLink= */ true);
      Object.assign(fate, { fate: 'changed', twin, row: twin, isLinked: true });
    }
  }

  private writeFor(fate: DealFate): void {
    const { deal, row } = fate;
    const tab = this.input.tabs.find(({ repId }) => repId === fate.repId);
    if (!tab) return;
    if (fate.fate === 'new') this.add(tab, deal, { cells: freshCells(deal), row: null, life: null });
    else if (fate.fate === 'handedOver') this.handOver(tab, fate);
    else if (fate.fate === 'reopened' && !row) this.reopen(tab, fate);
    else if (
      row &&
      (fate.fate === 'reopened' || fate.fate === 'changed' || fate.fate === 'kept' || fate.fate === 'same')
    )
      this.edit(tab, fate, row);
  }

  private edit(tab: KnownTab, { deal, changes, isLinked }: DealFate, row: KnownRow): void {
    const before = readImprint(row.imported).said;
    const said = saidNow(deal, this.input.statuses, before);
    const isNews = (Object.keys(said) as Field[]).some((field) => said[field] !== before[field]);
    if (changes.length === 0 && !isLinked && !isNews) return;
    const sourceId = isLinked ? { was: row.sourceId ?? '', now: keptId(deal.id) } : null;
    this.editsOf(tab).rows.push({ key: row.key, cells: changes, said, ...(sourceId ? { sourceId } : {}) });
  }

  private handOver(tab: KnownTab, fate: DealFate): void {
    const { deal, row, changes, other } = fate;
    const places = [...this.index.placesOf(deal), ...this.index.pastOf(deal)];
    const from = places.find((place) => place.tab.repId === other?.repId && place.month === other.month);
    if (!from) return;
    const isGiven = wasHandedOver(from.row.cells);
    if (row) this.edit(tab, fate, row);
    else {
      // What was said in the 1:1s stays with the person who said it.
      const {
        who = '',
        when = '',
        amount = '',
        status = '',
      } = changedCells(isGiven ? { ...from.row.cells, status: '' } : from.row.cells, changes);
      const life = from.month < tab.month ? nextLife(from.row, from.month) : from.row.life;
      this.add(tab, deal, { cells: { who, when, amount, status, next: deal.next }, row: from.row, life });
    }
    if (!isGiven) this.close(from, handedOverLine(tab.name));
  }

  /** Comes back with its story, from whichever month it was last seen in. */
  private reopen(tab: KnownTab, { deal, other }: DealFate): void {
    const places = [...this.index.placesOf(deal), ...this.index.pastOf(deal)];
    const from = places.find((place) => place.tab.repId === other?.repId && place.month === other.month);
    if (!from) return;
    const own = from.tab.repId === tab.repId ? from.row.cells : {};
    const open = { ...from.row, cells: { ...from.row.cells, status: '' } };
    const said = Object.entries(freshCells(deal)).filter(([, value]) => value !== '');
    const { who = '', when = '', amount = '' } = from.row.cells;
    const cells = { ...own, who, when, amount, ...Object.fromEntries(said), status: deal.status, moved: '' };
    const life = from.month < tab.month ? nextLife(open, from.month) : from.row.life;
    this.add(tab, deal, { cells, row: from.row, life });
  }

  private add(
    tab: KnownTab,
    deal: ImportDeal,
    { cells, row, life }: { cells: Cells; row: KnownRow | null } & Pick<RowAdded, 'life'>,
  ): void {
    const wanted = life ? 'existing' : 'new';
    this.editsOf(tab).added.push({
      id: row?.id ?? '',
      section: tab.sections.includes(wanted) ? wanted : (tab.sections[0] ?? 'new'),
      cells,
      sourceId: keptId(deal.id),
      said: saidNow(deal, this.input.statuses, readImprint(row?.imported).said),
      life,
    });
  }

  /** Closes a row without a sale, and says why below what stands there. */
  private close({ tab, row }: Pick<Place, 'tab' | 'row'>, line: string): void {
    const lost = this.input.statuses.find((status) => status.closes && !status.won);
    const moved = wordsIn(row.cells.moved);
    const cells: ImportChange[] = [];
    const put = (field: Field, now: string) => {
      if (!row.formulas.includes(field)) cells.push({ field, was: row.cells[field] ?? '', now });
    };
    if (lost) put('status', lost.word);
    put('moved', moved === '' ? line : `${moved}\n${line}`);
    this.editsOf(tab).rows.push({ key: row.key, cells });
  }

  /** Open rows of people in the table whose deals it does not have any more. */
  private missing(): MissingGroup[] {
    const { decisions, inTable, only, all, deals, owners, statuses } = this.input;
    const inIt = new Set(all === '' ? deals.map((deal) => owners[nameKey(deal.owner)] ?? '') : [all]);
    const groups: MissingGroup[] = [];
    for (const tab of this.input.tabs) {
      if (!inIt.has(tab.repId) || tab.obstacle || (only !== '' && tab.repId !== only)) continue;
      const known = tab.rows.filter((row) => (row.sourceId ?? '') !== '' && !closes(row.cells.status, statuses));
      const gone = known.filter((row) => !this.index.met.has(row) && !inTable.has(idKey(row.sourceId ?? '')));
      if (gone.length === 0) continue;
      const looksFiltered = gone.length >= LEAST_FILTERED && 2 * gone.length > known.length;
      const rows = gone.map((row) => {
        const said = decisions.missingRows[missingKey(tab.repId, row.key)] ?? decisions.missing;
        return { row, isDropped: !looksFiltered && said === 'drop' };
      });
      for (const { row, isDropped } of rows) if (isDropped) this.close({ tab, row }, leftBehindLine(NOT_IN_CRM));
      groups.push({ repId: tab.repId, name: tab.name, rows, looksFiltered, known: known.length });
    }
    return groups;
  }

  private editsOf({ repId, month }: KnownTab): TabEdits {
    const known = this.edits.get(repId);
    if (known) return known;
    const fresh: TabEdits = { repId, month, rows: [], added: [] };
    this.edits.set(repId, fresh);
    return fresh;
  }
}

/** So few missing deals are no sign of a filter. */
const LEAST_FILTERED = 3;

/** What a row says that was dropped since the table has its deal no more. */
const NOT_IN_CRM = 'no longer in the CRM';

/** How a single row is named in decisions about missing ones. */
export function missingKey(repId: string, rowKey: string): string {
  return `${repId} ${rowKey}`;
}

/** "Halden Mills, service contract", for lists. */
export function titleOf(deal: Pick<ImportDeal, 'name' | 'account'>): string {
  return whoOf(deal).replace('\n', ', ');
}

/** The oldest first, as they came up; then those without a day, as they stand in the table. */
function inOrderOfCreation(fates: readonly DealFate[]): DealFate[] {
  const day = ({ deal }: DealFate) => deal.created || '9999';
  return [...fates].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

function freshCells(deal: ImportDeal): Cells {
  return { who: whoOf(deal), when: deal.when, amount: deal.amount, status: deal.status, next: deal.next };
}

/** What the CRM said alone is kept with the next thing that is written. */
function writesAnything({ rows, added }: TabEdits): boolean {
  return added.length > 0 || rows.some((row) => row.cells.length > 0 || row.sourceId !== undefined);
}
