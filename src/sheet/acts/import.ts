import { amountText } from '../../core/deal/story';
import { type ImportDeal, idKey, keptId } from '../../core/import/deal';
import type { WholeLeftOut } from '../../core/import/notes';
import { dealsByRep, hasLeft } from '../../core/import/owner-tabs';
import { type KnownDeal, newCells, planTabImport, type TabImport } from '../../core/import/plan';
import type { Rep } from '../../core/roster';
import { fieldUses } from '../../core/shared/agenda';
import type { IsoDate } from '../../core/shared/dates';
import type { Field, FieldType } from '../../core/shared/fields';
import { digestOf } from '../../core/shared/hash';
import type { Item } from '../../core/shared/record';
import { cellText, newId, type RawCell, toCell } from '../grid/cells';
import { FIELD_COL } from '../grid/grid';
import { COLUMNS, HIDDEN, hiddenCell } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import type { Block, BlockSection } from '../month/block';
import { itemKeyOf } from '../month/plan';
import { readTabIndex, type TabIndex } from '../month/read';
import type { Tracker } from '../setup/tracker';
import type { SavePlan } from './save';
import { applySave } from './save-apply';

/** What an import would do on one tab, and the month it goes into. */
export interface ImportTabPlan {
  rep: Rep;
  tab: RepTab;
  block: Block;
  plan: TabImport;
  /** Stands for what would be written, not for where: rows may move between preview and apply. */
  digest: string;
}

export interface ImportOptions {
  /** The person that all deals go to; null: each to its owner. */
  all: Rep | null;
  /** Who an owner is, as a person has said: roster id by the owner's key; '' leaves the deals out. */
  owners: Readonly<Record<string, string>>;
  byName: boolean;
  /** Only this person's tab may be written; null: everybody's. */
  only: Rep | null;
  today: IsoDate;
}

/** Which deals of a table stand on a person's tab, by id key: in the newest month, and in all older ones. */
export interface KnownOnTab {
  repId: string;
  newest: string[];
  earlier: string[];
}

/**
 * Deals sorted to the people whose tabs they go to, and those that go nowhere. Which of them are known is found out tab by
 * tab, then each tab is planned: a deal that stands in the newest month of somebody else stays there.
 */
export class Import {
  readonly leftOut: WholeLeftOut[] = [];
  private readonly byRep: Map<string, ImportDeal[]>;
  private readonly roster: Rep[];
  private readonly ids: Set<string>;
  private readonly indexes = new Map<string, TabIndex | null>();

  constructor(
    private readonly tracker: Tracker,
    deals: readonly ImportDeal[],
    private readonly options: ImportOptions,
    private readonly known: KnownOnTab[],
  ) {
    const { all, owners, only } = options;
    this.roster = tracker.setup().roster.filter((rep) => rep.id !== '');
    this.ids = new Set(deals.map((deal) => idKey(deal.id)));
    const sorted = all
      ? { byRep: new Map([[all.id, [...deals]]]), strangers: [] }
      : dealsByRep(deals, this.roster, owners);
    this.byRep = sorted.byRep;
    for (const stranger of sorted.strangers) this.leftOut.push({ why: 'stranger', stranger });
    const others = only ? this.roster.filter((rep) => rep.id !== only.id) : [];
    const count = others.reduce((sum, rep) => sum + this.dealsOf(rep).length, 0);
    if (count > 0) this.leftOut.push({ why: 'notYours', count });
  }

  /** Ids of the people on whose tabs deals may be known already. Those of somebody who has left are free to go to others. */
  toRead(): string[] {
    return this.people()
      .filter((rep) => !hasLeft(rep, this.options.today))
      .map((rep) => rep.id);
  }

  /** Ids of the people whose tabs deals go to. */
  toPlan(): string[] {
    return this.people()
      .filter((rep) => this.dealsOf(rep).length > 0)
      .map((rep) => rep.id);
  }

  /** Finds out which of the deals stand on a person's tab. Two calls. */
  read(repId: string): KnownOnTab | null {
    const rep = this.repOf(repId);
    const index = rep && this.indexOf(rep);
    if (!index) return null;
    const found = { repId, ...idsOn(index, this.tracker.zone, this.ids) };
    this.known.push(found);
    return found;
  }

  /** What would be written on a person's tab; null where nothing goes, or where it cannot be written (then it is left out, and why). */
  plan(repId: string): ImportTabPlan | null {
    const rep = this.repOf(repId);
    const deals = rep ? this.dealsOf(rep) : [];
    if (!rep || deals.length === 0) return null;
    const { name } = rep;
    const count = deals.length;
    const leaveOut = (why: 'hasLeft' | 'noTab' | 'noMonth' | 'noSection' | 'mayNotEdit') => {
      this.leftOut.push({ why, name, count });
      return null;
    };
    if (hasLeft(rep, this.options.today)) return leaveOut('hasLeft');
    const index = this.indexOf(rep);
    if (!index) return leaveOut('noTab');
    const block = this.tracker.block(index, index.blocks[0]?.month ?? 0);
    if (!block) return leaveOut('noMonth');
    if (block.damage) {
      this.leftOut.push({ why: 'moved', name, count, cell: block.damage.cell });
      return null;
    }
    if (!sectionForNew(block)) return leaveOut('noSection');
    if (!index.tab.range(block.row, HIDDEN.key).canEdit()) return leaveOut('mayNotEdit');
    const items = dealSections(block).flatMap((part) => part.items) as KnownDeal[];
    const own = this.known.find((one) => one.repId === repId);
    const choices = {
      statuses: this.tracker.setup().statuses,
      byName: this.options.byName,
      elsewhere: this.elsewhere(repId, items),
    };
    const plan = planTabImport(deals, { items, earlier: new Set(own?.earlier) }, choices);
    const digest = digestOf([
      [rep.id, block.month],
      plan.added.map((deal) => [deal.id, newCells(deal)]),
      plan.updated.map(({ item, deal, changes, link }) => [item.key, changes, link ? deal.id : '']),
    ]);
    return { rep, tab: index.tab, block, plan, digest };
  }

  /** Deals in the newest month of others, and whose, unless they stand in this one's as well. */
  private elsewhere(repId: string, items: readonly KnownDeal[]): Map<string, string> {
    const here = new Set(items.map((item) => idKey(item.sourceId ?? '')));
    const found = new Map<string, string>();
    for (const other of this.known) {
      const name = other.repId === repId ? undefined : this.repOf(other.repId)?.name;
      if (name !== undefined) for (const key of other.newest) if (!here.has(key)) found.set(key, name);
    }
    return found;
  }

  private people(): Rep[] {
    const { only } = this.options;
    return only ? this.roster.filter((rep) => rep.id === only.id) : this.roster;
  }

  private repOf(repId: string): Rep | undefined {
    return this.people().find((rep) => rep.id === repId);
  }

  private dealsOf(rep: Rep): ImportDeal[] {
    return this.byRep.get(rep.id) ?? [];
  }

  /** The index of somebody's own tab, read once; null where there is none. */
  private indexOf(rep: Rep): TabIndex | null {
    const known = this.indexes.get(rep.id);
    if (known !== undefined) return known;
    const sheet = rep.sheetId === null ? null : this.tracker.sheetById(rep.sheetId);
    const read = sheet && readTabIndex(sheet);
    const index = read?.repId === rep.id ? read : null;
    this.indexes.set(rep.id, index);
    return index;
  }
}

/** Does the plan write anything? */
export function writesAnything({ plan }: ImportTabPlan): boolean {
  return plan.added.length > 0 || plan.updated.length > 0;
}

/**
 * Writes a plan: neighbouring cells at once; new rows into the empty ones that wait, the rest inserted together. The
 * CRM's id goes into the row's hidden cell.
 */
export function applyImport({ tab, block, plan }: ImportTabPlan): void {
  const save: SavePlan = { outcomes: [], writes: [], wide: [], newRows: [] };
  for (const { item, deal, changes, link } of plan.updated) {
    const types = typesOf(dealSections(block).find((part) => part.items.some((one) => one.row === item.row)));
    for (const { field, now } of changes)
      save.writes.push({
        row: item.row,
        col: FIELD_COL[field],
        value: toCell(now, types[field] ?? 'text'),
        shown: now,
      });
    if (link) save.writes.push(...linkWrites(item, deal.id));
  }
  const part = sectionForNew(block);
  if (part) for (const deal of plan.added) save.newRows.push(newRow(part, block.month, deal));
  applySave(tab, block, save);
}

function newRow(part: BlockSection, month: number, deal: ImportDeal): SavePlan['newRows'][number] {
  const key = itemKeyOf(part.section, newId());
  const values: RawCell[] = Array.from({ length: COLUMNS }, () => '');
  values[HIDDEN.key - 1] = key;
  values[HIDDEN.month - 1] = month;
  values[HIDDEN.importId - 1] = hiddenCell('importId', keptId(deal.id));
  const cells = newCells(deal);
  const shown = [...values];
  for (const { field, type } of fieldUses(part.section)) {
    values[FIELD_COL[field] - 1] = toCell(cells[field] ?? '', type);
    shown[FIELD_COL[field] - 1] = cells[field] ?? '';
  }
  return { part, key, values, shown };
}

/** A row gets its id. Where the sheet does not say what the amount was at first, what it is now counts as that. */
function linkWrites({ row, life, cells }: Item, id: string): SavePlan['writes'] {
  const writes: SavePlan['writes'] = [{ row, col: HIDDEN.importId, value: hiddenCell('importId', keptId(id)) }];
  if (life?.startAmount === null)
    writes.push({ row, col: HIDDEN.startAmount, value: hiddenCell('startAmount', amountText(cells.amount)) });
  return writes;
}

function typesOf(part: BlockSection | undefined): Partial<Record<Field, FieldType>> {
  return part ? Object.fromEntries(fieldUses(part.section).map(({ field, type }) => [field, type])) : {};
}

/** Sections with opportunities, as they stand on the sheet. */
function dealSections(block: Block): BlockSection[] {
  return block.sections.filter(({ section }) => section.kind === 'new' || section.kind === 'existing');
}

/** Where new rows go: New opportunities, else the existing ones. */
function sectionForNew(block: Block): BlockSection | undefined {
  const parts = dealSections(block).filter((part) => part.headerRow > 0);
  return parts.find(({ section }) => section.kind === 'new') ?? parts[0];
}

/** Which of these ids stand on a tab, from the hidden column whole. */
function idsOn(index: TabIndex, zone: string, wanted: ReadonlySet<string>): Pick<KnownOnTab, 'newest' | 'earlier'> {
  const [newest, earlier] = [new Set<string>(), new Set<string>()];
  const [first] = index.blocks;
  const last = index.blocks[index.blocks.length - 1];
  if (first && last) {
    const cells = index.tab.range(first.row, HIDDEN.importId, last.row + last.rows - first.row).getValues();
    cells.forEach(([cell], n) => {
      const id = idKey(cellText(cell, zone));
      if (wanted.has(id)) (n < first.rows ? newest : earlier).add(id);
    });
  }
  return { newest: [...newest], earlier: [...earlier] };
}
