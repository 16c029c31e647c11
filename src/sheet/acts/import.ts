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
import { itemKeyOf } from '../month/plan';
import { type Block, type BlockSection, readTabIndex, type TabIndex } from '../month/read';
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

/** A rep's tab with what is needed to know its deals again. */
interface ImportTab {
  rep: Rep;
  index: TabIndex;
  /** Id keys of the deals in the newest month, and in all older ones. */
  newest: Set<string>;
  earlier: Set<string>;
}

/** Deals sorted to the tabs they go to, and those that go nowhere. Reads each tab's hidden columns whole, two calls a tab. */
export class Import {
  readonly leftOut: WholeLeftOut[] = [];
  private readonly tabs: ImportTab[] = [];
  private readonly byRep: Map<string, ImportDeal[]>;

  constructor(
    private readonly tracker: Tracker,
    deals: readonly ImportDeal[],
    private readonly options: ImportOptions,
  ) {
    const roster = tracker.setup().roster.filter((rep) => rep.id !== '');
    const { all, owners, only, today } = options;
    const sorted = all ? { byRep: new Map([[all.id, [...deals]]]), strangers: [] } : dealsByRep(deals, roster, owners);
    this.byRep = sorted.byRep;
    for (const stranger of sorted.strangers) this.leftOut.push({ why: 'stranger', stranger });
    let others = 0;
    for (const rep of roster) {
      const count = this.byRep.get(rep.id)?.length ?? 0;
      if (only && rep.id !== only.id) {
        others += count;
        continue;
      }
      const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
      const index = sheet && readTabIndex(sheet);
      const tab = sheet && index?.repId === rep.id ? withIds(rep, index, tracker.zone) : null;
      if (count > 0) this.refuse(rep, tab, count);
      // Deals of somebody who has left are free to go to others.
      if (tab?.index.blocks[0] && !hasLeft(rep, today)) this.tabs.push(tab);
    }
    if (others > 0) this.leftOut.push({ why: 'notYours', count: others });
  }

  /** Sheet ids of the tabs that deals go to. */
  get sheetIds(): number[] {
    return this.tabs.filter((tab) => this.dealsOf(tab).length > 0).map((tab) => sheetIdOf(tab));
  }

  /** What would be written on a tab; null where nothing goes, or where it cannot be written (then it is left out, and why). */
  plan(sheetId: number): ImportTabPlan | null {
    const tab = this.tabs.find((one) => sheetIdOf(one) === sheetId);
    const deals = tab ? this.dealsOf(tab) : [];
    if (!tab || deals.length === 0) return null;
    const { rep, index } = tab;
    const { name } = rep;
    const count = deals.length;
    const block = this.tracker.block(index, index.blocks[0]?.month ?? 0);
    if (!block) return null;
    if (block.damage) {
      this.leftOut.push({ why: 'moved', name, count, cell: block.damage.cell });
      return null;
    }
    if (!sectionForNew(block)) {
      this.leftOut.push({ why: 'noSection', name, count });
      return null;
    }
    if (!index.tab.range(block.row, HIDDEN.key).canEdit()) {
      this.leftOut.push({ why: 'mayNotEdit', name, count });
      return null;
    }
    const elsewhere = new Map<string, string>();
    for (const other of this.tabs)
      if (other !== tab) for (const key of other.newest) if (!tab.newest.has(key)) elsewhere.set(key, other.rep.name);
    const items = dealSections(block).flatMap((part) => part.items);
    const choices = { statuses: this.tracker.setup().statuses, byName: this.options.byName, elsewhere };
    const plan = planTabImport(deals, { items: items as KnownDeal[], earlier: tab.earlier }, choices);
    const digest = digestOf([
      [rep.id, block.month],
      plan.added.map((deal) => [deal.id, newCells(deal)]),
      plan.updated.map(({ item, deal, changes, link }) => [item.key, changes, link ? deal.id : '']),
    ]);
    return { rep, tab: index.tab, block, plan, digest };
  }

  private dealsOf(tab: ImportTab): ImportDeal[] {
    return this.byRep.get(tab.rep.id) ?? [];
  }

  /** Notes why nothing can go to a person's tab, if so. */
  private refuse(rep: Rep, tab: ImportTab | null, count: number): void {
    const why = hasLeft(rep, this.options.today) ? 'hasLeft' : !tab ? 'noTab' : tab.index.blocks[0] ? null : 'noMonth';
    if (why === null) return;
    this.leftOut.push({ why, name: rep.name, count });
    this.byRep.delete(rep.id);
  }
}

function sheetIdOf({ index }: ImportTab): number {
  return index.tab.sheet.getSheetId();
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
      save.writes.push({ row: item.row, col: FIELD_COL[field], value: toCell(now, types[field] ?? 'text') });
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
  for (const { field, type } of fieldUses(part.section))
    values[FIELD_COL[field] - 1] = toCell(cells[field] ?? '', type);
  return { part, key, values };
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

/** The ids of a tab's deals, from the hidden column whole. */
function withIds(rep: Rep, index: TabIndex, zone: string): ImportTab {
  const tab: ImportTab = { rep, index, newest: new Set(), earlier: new Set() };
  const [first] = index.blocks;
  const last = index.blocks[index.blocks.length - 1];
  if (!first || !last) return tab;
  const cells = index.tab.range(first.row, HIDDEN.importId, last.row + last.rows - first.row).getValues();
  cells.forEach(([cell], n) => {
    const id = idKey(cellText(cell, zone));
    if (id !== '') (n < first.rows ? tab.newest : tab.earlier).add(id);
  });
  return tab;
}
