import { type Status, wasHandedOver, wasLeftBehind, withoutHandedOver } from '../deal/carry';
import type { CellValue, Field } from '../shared/fields';
import { changedCells, closes, compareRow } from './changes';
import { type ImportDeal, idKey, isIdOfName, nameKey } from './deal';
import type { DealFate, ImportInput, LeftOutWhy, OtherPlace } from './fates';
import type { KnownRow, KnownTab } from './known';
import { type KnownIndex, type Place, wordsIn } from './known-index';

/** Decides what becomes of each deal, but for rows typed by hand that it may be. */
export class FateDecider {
  private readonly tabs: Map<string, KnownTab>;
  private readonly out: ReadonlySet<number>;
  private readonly forced = new Map<number, Set<Field>>();

  constructor(
    private readonly input: ImportInput,
    private readonly index: KnownIndex,
  ) {
    this.tabs = new Map(input.tabs.map((tab) => [tab.repId, tab]));
    this.out = new Set(input.decisions.out);
    for (const one of input.decisions.crm) {
      const [line, field] = one.split(':') as [string, Field];
      this.forced.set(Number(line), (this.forced.get(Number(line)) ?? new Set<Field>()).add(field));
    }
  }

  decide(deal: ImportDeal): DealFate {
    const fate = blankFate(deal, this.out.has(deal.line));
    const places = this.index.placesOf(deal);
    const { all, only, owners } = this.input;
    const repId = all || owners[nameKey(deal.owner)] || '';
    const own = places.find(({ tab }) => tab.repId === repId);
    const others = places.filter(({ tab }) => tab.repId !== repId);
    if (repId === '') return leaveOut(fate, { why: deal.owner === '' ? 'noOwner' : 'stranger' }, others[0]);
    if (only !== '' && repId !== only) {
      const mine = others.find(({ tab, row }) => tab.repId === only && this.isOpen(row));
      if (!mine) return leaveOut(fate, { why: 'notYours' });
      return Object.assign(this.proposed(fate, mine, repId), { repId: only, row: mine.row });
    }
    fate.repId = repId;
    const tab = this.tabs.get(repId);
    if (!tab && this.input.pending?.has(repId)) return Object.assign(fate, { fate: 'pending' });
    if (!tab || tab.obstacle) return leaveOut(fate, tab?.obstacle ?? { why: 'noTab' }, others[0]);
    const open = others.find(({ row }) => this.isOpen(row));
    // A row that was closed here before the deal went on elsewhere is no obstacle; leaving behind is a decision.
    const isFree = !own || !wasLeftBehind(own.row.cells);
    if (open && isFree) return this.fromOther(fate, own, open);
    if (own && wasHandedOver(own.row.cells)) {
      // What became of it where it went.
      const went = others.find(({ row }) => wasLeftBehind(row.cells));
      if (went) return Object.assign(fate, { fate: 'leftBehind', other: placeOf(went) });
    }
    return own ? this.onOwnRow(fate, own.row) : this.fromPast(fate, others);
  }

  /** Compares with a row. @param isNewLink it was typed by hand and is taken for this deal only now */
  compare(fate: DealFate, row: KnownRow, isNewLink = false): void {
    const { statuses } = this.input;
    const forced = this.forced.get(fate.deal.line);
    const unforced = compareRow(row, fate.deal, statuses, { isNewLink });
    const found = forced ? compareRow(row, fate.deal, statuses, { isNewLink, forced }) : unforced;
    fate.changes = found.changes;
    fate.formulas = found.formulas;
    fate.conflicts = unforced.conflicts.map((change) => ({ ...change, isTaken: forced?.has(change.field) ?? false }));
  }

  /** It stands, open, on somebody else's tab; perhaps on the owner's as well. */
  private fromOther(fate: DealFate, own: Place | undefined, open: Place): DealFate {
    const { obstacle } = open.tab;
    const mayTake = this.input.only === '' && (obstacle === null || obstacle.why === 'hasLeft');
    if (!mayTake) {
      if (own) return this.onOwnRow(fate, own.row);
      return this.input.only !== ''
        ? this.proposed(fate, open, open.tab.repId)
        : leaveOut(fate, obstacle ?? { why: 'mayNotEdit' }, open);
    }
    if (!own) this.compare(fate, open.row);
    else if (this.isOpen(own.row)) this.onOwnRow(fate, own.row);
    else this.comeBack(fate, own.row, open.row);
    return Object.assign(fate, { fate: 'handedOver', other: placeOf(open) });
  }

  /** Its row was handed over once, and now takes up what stands where it went: a person may have changed it there. */
  private comeBack(fate: DealFate, row: KnownRow, open: KnownRow): void {
    this.compare(fate, open);
    const cells = changedCells(open.cells, fate.changes);
    fate.row = row;
    fate.isLinked = idKey(row.sourceId ?? '') !== idKey(fate.deal.id) && !isIdOfName(fate.deal.id);
    fate.changes = (['who', 'when', 'amount', 'status', 'moved'] as const)
      .map((field) => {
        const was = row.cells[field] ?? '';
        return { field, was, now: field === 'moved' ? withoutHandedOver(row.cells) : (cells[field] ?? '') };
      })
      .filter(({ field, was, now }) => was !== now && !row.formulas.includes(field));
  }

  private onOwnRow(fate: DealFate, row: KnownRow): DealFate {
    fate.row = row;
    if (wasLeftBehind(row.cells)) return Object.assign(fate, { fate: 'leftBehind' });
    const { deal } = fate;
    this.compare(fate, row);
    if (wasHandedOver(row.cells) && !this.closes(deal.status)) comeBack(fate, row);
    fate.isLinked = idKey(row.sourceId ?? '') !== idKey(deal.id) && !isIdOfName(deal.id);
    const status = fate.changes.find(({ field }) => field === 'status');
    if (status && this.closes(status.was) && !this.closes(status.now)) {
      const month = this.tabs.get(fate.repId)?.month ?? 0;
      fate.other = { repId: fate.repId, name: '', month, status: wordsIn(status.was) };
      fate.fate = 'reopened';
    } else if (fate.changes.length > 0 || fate.isLinked) fate.fate = 'changed';
    else fate.fate = fate.conflicts.length > 0 || fate.formulas.length > 0 ? 'kept' : 'same';
    return fate;
  }

  /** It stands in no newest month, or closed on another's tab: what became of it when it was last seen? */
  private fromPast(fate: DealFate, others: readonly Place[]): DealFate {
    const isClosed = this.closes(fate.deal.status);
    // Of two in one month the one that was left behind: a decision comes after everything else.
    const isLeft = ({ row }: Place) => Number(wasLeftBehind(row.cells));
    const places = [...others, ...this.index.pastOf(fate.deal)].sort(
      (a, b) => b.month - a.month || isLeft(b) - isLeft(a),
    );
    const latest = places.find(({ row }) => !wasHandedOver(row.cells));
    const [given] = places;
    // An import that was cut off has closed the old row, and has not come to the new one.
    if (!latest && given && !isClosed) {
      this.compare(fate, { ...given.row, cells: { ...given.row.cells, status: '' } });
      return Object.assign(fate, { fate: 'handedOver', other: placeOf(given) });
    }
    if (!latest) return Object.assign(fate, { fate: isClosed ? 'closedBefore' : 'new' });
    fate.other = placeOf(latest);
    if (wasLeftBehind(latest.row.cells)) fate.fate = 'leftBehind';
    else fate.fate = isClosed ? 'closedHere' : 'reopened';
    return fate;
  }

  /** A salesperson's import writes on no other tab, and takes nothing away from the own one. */
  private proposed(fate: DealFate, stands: Place, repId: string): DealFate {
    const name = this.tabs.get(repId)?.name ?? '';
    return Object.assign(fate, { fate: 'proposed', other: { ...placeOf(stands), repId, name } });
  }

  private isOpen(row: KnownRow): boolean {
    return !this.closes(row.cells.status);
  }

  private closes(word: CellValue | undefined): boolean {
    return closes(word, this.input.statuses as readonly Status[]);
  }
}

function blankFate(deal: ImportDeal, isOut: boolean): DealFate {
  return {
    deal,
    fate: 'leftOut',
    repId: '',
    row: null,
    changes: [],
    conflicts: [],
    formulas: [],
    isLinked: false,
    other: null,
    twins: [],
    twin: null,
    left: null,
    isOut,
  };
}

function leaveOut(fate: DealFate, left: LeftOutWhy, stands?: Place): DealFate {
  return Object.assign(fate, { fate: 'leftOut', left, other: stands ? placeOf(stands) : null });
}

/** A row that was closed as handed over comes back to the same person: that is no person's word against the CRM's. */
function comeBack(fate: DealFate, row: KnownRow): void {
  const isElse = ({ field }: { field: Field }) => field !== 'status' && field !== 'moved';
  fate.conflicts = fate.conflicts.filter(isElse);
  fate.changes = fate.changes.filter(isElse);
  const put = (field: Field, now: CellValue) => {
    if (!row.formulas.includes(field)) fate.changes.push({ field, was: row.cells[field] ?? '', now });
  };
  put('status', fate.deal.status);
  put('moved', withoutHandedOver(row.cells));
}

function placeOf({ tab, row, month }: Place): OtherPlace {
  return { repId: tab.repId, name: tab.name, month, status: wordsIn(row.cells.status) };
}
