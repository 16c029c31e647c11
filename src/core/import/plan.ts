import { type Status, statusOf } from '../deal/carry';
import type { Cells, CellValue, Field } from '../shared/fields';
import type { Item } from '../shared/record';
import { type ImportDeal, idKey, idOfName, isIdOfName, nameKey, whoOf } from './deal';

/** A deal of the tab's newest month. */
export type KnownDeal = Item & { key: string };

/** A cell that an import would change. */
export interface ImportChange {
  field: Field;
  was: CellValue;
  now: CellValue;
}

export interface ImportUpdate {
  item: KnownDeal;
  deal: ImportDeal;
  changes: ImportChange[];
  /** The row gets the CRM's id: until now the two were known by name only. */
  link: boolean;
}

/** Why a deal of the table does not go in, or not whole. */
export type ImportNote =
  /** Its name fits several rows, or several deals fit its row. */
  | { why: 'ambiguous'; title: string; line: number; rows: number; deals: number }
  /** It stands in the newest month of somebody else. */
  | { why: 'elsewhere'; title: string; line: number; name: string }
  /** The CRM has it open, the tab says it is closed; the tab's word stays. */
  | { why: 'closedHere'; title: string; line: number; status: string; row: number }
  /** Cells with a person's own formula stay. */
  | { why: 'formula'; title: string; fields: Field[]; row: number };

/** What an import would do on one tab. */
export interface TabImport {
  added: ImportDeal[];
  updated: ImportUpdate[];
  /** How many rows are as the CRM has them. */
  same: number;
  /** How many deals stood on this tab in an earlier month and are closed since: they stay there. */
  earlier: number;
  /** How many are closed and were never on this tab. */
  neverSeen: number;
  notes: ImportNote[];
}

export interface TabRecord {
  /** Deals of the newest month, in the order of the sheet. */
  items: readonly KnownDeal[];
  /** Id keys of the deals that stand in older months. */
  earlier: ReadonlySet<string>;
}

export interface ImportChoices {
  statuses: readonly Status[];
  /** Recognise rows without an id by their name. */
  byName: boolean;
  /** Id keys of deals in the newest month of others, and whose. */
  elsewhere: ReadonlyMap<string, string>;
}

/**
 * Works out what an import would do on a tab: by the CRM's id, and by name only when asked. Pure; the same deals once
 * more, after they were written, come to nothing.
 */
export function planTabImport(deals: readonly ImportDeal[], tab: TabRecord, choices: ImportChoices): TabImport {
  const plan: TabImport = { added: [], updated: [], same: 0, earlier: 0, neverSeen: 0, notes: [] };
  const byId = new Map<string, KnownDeal>();
  for (const item of tab.items) {
    const key = idKey(item.sourceId ?? '');
    if (key !== '' && !byId.has(key)) byId.set(key, item);
  }
  const byText = new Map<string, KnownDeal[]>();
  for (const item of tab.items) {
    const key = nameKey(String(item.cells.who ?? ''));
    byText.set(key, [...(byText.get(key) ?? []), item]);
  }
  const closes = (deal: ImportDeal) => isClosing(deal.status, choices.statuses);
  const unknown: ImportDeal[] = [];
  for (const deal of deals) {
    const key = idKey(deal.id);
    const item = byId.get(key);
    const owner = choices.elsewhere.get(key);
    const other = item ? null : withOtherId(deal, byId, byText);
    if (item) update(plan, item, deal, false, choices.statuses);
    else if (other) update(plan, other, deal, !isIdOfName(deal.id), choices.statuses);
    else if (tab.earlier.has(key) || tab.earlier.has(idOfName(deal))) plan.earlier++;
    else if (owner !== undefined && !closes(deal))
      plan.notes.push({ why: 'elsewhere', title: titleOf(deal), line: deal.line, name: owner });
    else unknown.push(deal);
  }
  const links = choices.byName ? linkByName(unknown, tab.items, closes, plan.notes) : new Map();
  for (const deal of unknown) {
    const item = links.get(deal);
    if (item === null) continue;
    if (item) update(plan, item, deal, true, choices.statuses);
    else if (closes(deal)) plan.neverSeen++;
    else plan.added.push(deal);
  }
  // The oldest first, as they came up; those without a day as they stand in the table.
  plan.added.sort((a, b) =>
    a.created && b.created ? (a.created < b.created ? -1 : a.created > b.created ? 1 : 0) : 0,
  );
  plan.updated.sort((a, b) => a.item.row - b.item.row);
  return plan;
}

/**
 * The row of a deal that came in once without the CRM's id and now has one, or the other way round: by the id that is made
 * of customer and name, and by the row's text where only one row has it.
 */
function withOtherId(
  deal: ImportDeal,
  byId: ReadonlyMap<string, KnownDeal>,
  byText: ReadonlyMap<string, readonly KnownDeal[]>,
): KnownDeal | null {
  if (!isIdOfName(deal.id)) return byId.get(idOfName(deal)) ?? null;
  const rows = (byText.get(nameKey(whoOf(deal))) ?? []).filter(({ sourceId }) => (sourceId ?? '') !== '');
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/** "Halden Mills, service contract", for lists. */
export function titleOf(deal: Pick<ImportDeal, 'name' | 'account'>): string {
  return whoOf(deal).replace('\n', ', ');
}

/** Cells of a row that did not exist: the fields that the CRM knows. */
export function newCells(deal: ImportDeal): Cells {
  return { who: whoOf(deal), when: deal.when, amount: deal.amount, status: deal.status, next: deal.next };
}

function isClosing(word: CellValue | undefined, statuses: readonly Status[]): boolean {
  const status = statusOf(word, statuses);
  return status !== null && status !== 'unknown' && status.closes;
}

function update(plan: TabImport, item: KnownDeal, deal: ImportDeal, link: boolean, statuses: readonly Status[]): void {
  const title = titleOf(deal);
  const wanted = changesOf(item, deal, statuses);
  const changes = wanted.filter(({ field }) => !item.formulas.includes(field));
  if (changes.length < wanted.length) {
    const fields = wanted.filter((change) => !changes.includes(change)).map(({ field }) => field);
    plan.notes.push({ why: 'formula', title, fields, row: item.row });
  }
  const { status } = item.cells;
  if (deal.status === '' && isClosing(status, statuses))
    plan.notes.push({ why: 'closedHere', title, line: deal.line, status: String(status).trim(), row: item.row });
  if (changes.length > 0 || link) plan.updated.push({ item, deal, changes, link });
  else plan.same++;
}

/**
 * Where the CRM differs from the row. What the CRM leaves blank stays; "moving" is no more than "not closed", so it
 * changes no word that a person chose. Next step and the reason of a loss go into blank cells only.
 */
function changesOf({ cells }: KnownDeal, deal: ImportDeal, statuses: readonly Status[]): ImportChange[] {
  const changes: ImportChange[] = [];
  const want = (field: Field, now: CellValue, onlyBlank = false) => {
    const was = cells[field] ?? '';
    if (now === '' || same(field, was, now) || (onlyBlank && String(was).trim() !== '')) return;
    changes.push({ field, was, now });
  };
  want('who', whoOf(deal));
  want('when', deal.when);
  want('amount', deal.amount);
  want('status', deal.status);
  want('next', deal.next, true);
  const lost = statusOf(deal.status, statuses);
  if (lost !== null && lost !== 'unknown' && lost.closes && !lost.won) want('moved', deal.reason, true);
  return changes;
}

function same(field: Field, a: CellValue, b: CellValue): boolean {
  if (field === 'status') return nameKey(String(a)) === nameKey(String(b));
  return String(a).replace(/\r\n?/g, '\n').trim() === String(b).trim();
}

/**
 * Rows without an id for deals without a row: first where the whole name is the same, then where the customer is. Only
 * pairs that are unique on both sides; a deal that could be meant but is not sure is null, and noted.
 */
function linkByName(
  deals: readonly ImportDeal[],
  items: readonly KnownDeal[],
  closes: (deal: ImportDeal) => boolean,
  notes: ImportNote[],
): Map<ImportDeal, KnownDeal | null> {
  const links = new Map<ImportDeal, KnownDeal | null>();
  const used = new Set<KnownDeal>();
  const pass = (
    candidates: readonly ImportDeal[],
    dealKeys: (deal: ImportDeal) => string[],
    rowKey: (item: KnownDeal) => string,
  ) => {
    const dealsOf = new Map<string, Set<ImportDeal>>();
    for (const deal of candidates)
      for (const key of dealKeys(deal)) if (key !== '') dealsOf.set(key, (dealsOf.get(key) ?? new Set()).add(deal));
    const rowsOf = new Map<string, KnownDeal[]>();
    for (const item of items) {
      const key = rowKey(item);
      if ((item.sourceId ?? '') === '' && !used.has(item) && dealsOf.has(key))
        rowsOf.set(key, [...(rowsOf.get(key) ?? []), item]);
    }
    for (const deal of candidates) {
      const rows = [...new Set(dealKeys(deal).flatMap((key) => rowsOf.get(key) ?? []))];
      const [row] = rows;
      if (!row) continue;
      const rivals = new Set(rows.flatMap((one) => [...(dealsOf.get(rowKey(one)) ?? [])]));
      const sure = rows.length === 1 && rivals.size === 1;
      links.set(deal, sure ? row : null);
      if (!sure)
        notes.push({
          why: 'ambiguous',
          title: titleOf(deal),
          line: deal.line,
          rows: rows.length,
          deals: rivals.size,
        });
    }
    for (const deal of candidates) {
      const rows = dealKeys(deal).flatMap((key) => rowsOf.get(key) ?? []);
      for (const row of rows) used.add(row);
    }
  };
  const whole = (item: KnownDeal) => nameKey(String(item.cells.who ?? ''));
  pass(deals, (deal) => [...new Set([nameKey(whoOf(deal)), nameKey(deal.name)])], whole);
  // An old deal that was closed is not taken for one that merely has the same customer.
  const left = deals.filter((deal) => !links.has(deal) && !closes(deal));
  pass(
    left,
    (deal) => [nameKey(deal.account)],
    (item) => nameKey(String(item.cells.who ?? '').split('\n')[0] ?? ''),
  );
  return links;
}
