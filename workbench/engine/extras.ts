/**
 * What a workbook holds that Univer does not: file facts, row groups, filters, protections, developer metadata, properties.
 * Kept as plain data; it follows rows and columns through `shifted`.
 */
import type {
  FileInfo,
  FilterState,
  MetadataState,
  ProtectionState,
  RowGroup,
  StoreName,
  WorkbookFile,
  WriteOp,
} from './engine';
import { type GridChange, shiftIndex, shiftRect, shiftRects, shiftSpan } from './shift';

/** The row groups of one sheet and the side their +/- stands on. */
export interface SheetGroups {
  groups: RowGroup[];
  control: 'BEFORE' | 'AFTER';
}

const EXTRAS_OPS = ['rowGroups', 'filter', 'protections', 'metadata', 'file', 'properties'] as const;

/** The ops that change extras, and only extras. */
export type ExtrasOp = Extract<WriteOp, { op: (typeof EXTRAS_OPS)[number] }>;

/** Whether an op belongs to the extras. */
export function isExtrasOp(op: WriteOp): op is ExtrasOp {
  return (EXTRAS_OPS as readonly string[]).includes(op.op);
}

/** The extras of one workbook. Values given out are copies or must not be changed. */
export class Extras {
  file: FileInfo;
  private readonly rowGroups = new Map<number, SheetGroups>();
  private readonly filters = new Map<number, FilterState>();
  private readonly filtered = new Map<number, ReadonlySet<number>>();
  protections: ProtectionState[];
  metadata: MetadataState[];
  private readonly properties = new Map<StoreName, Map<string, string>>();

  constructor(saved: Omit<WorkbookFile['extras'], 'namedRanges'>) {
    this.file = { ...saved.file };
    this.protections = structuredClone(saved.protections);
    this.metadata = structuredClone(saved.metadata);
    for (const [sheetId, groups] of Object.entries(saved.rowGroups))
      this.rowGroups.set(Number(sheetId), structuredClone(groups));
    for (const [sheetId, filter] of Object.entries(saved.filters ?? {})) this.setFilter(Number(sheetId), filter);
    for (const [store, entries] of Object.entries(saved.properties))
      this.properties.set(store, new Map(Object.entries(entries)));
  }

  groupsOf(sheetId: number): SheetGroups {
    return this.rowGroups.get(sheetId) ?? { groups: [], control: 'AFTER' };
  }

  filterOf(sheetId: number): FilterState | null {
    return this.filters.get(sheetId) ?? null;
  }

  /** Whether the sheet's filter hides this row, from 1. */
  isFiltered(sheetId: number, row: number): boolean {
    return this.filtered.get(sheetId)?.has(row) ?? false;
  }

  entriesOf(store: StoreName): Record<string, string> {
    return Object.fromEntries(this.properties.get(store) ?? []);
  }

  /** Takes the op's state over. */
  apply(op: ExtrasOp): void {
    if (op.op === 'rowGroups') this.setGroups(op.sheetId, { groups: structuredClone(op.groups), control: op.control });
    else if (op.op === 'filter') this.setFilter(op.sheetId, op.filter);
    else if (op.op === 'protections') this.protections = structuredClone(op.all);
    else if (op.op === 'metadata') this.metadata = structuredClone(op.all);
    else if (op.op === 'file') this.file = { ...this.file, ...op.patch };
    else this.setEntries(op.store, op.entries);
  }

  private setGroups(sheetId: number, groups: SheetGroups): void {
    if (groups.groups.length === 0 && groups.control === 'AFTER') this.rowGroups.delete(sheetId);
    else this.rowGroups.set(sheetId, groups);
  }

  private setFilter(sheetId: number, filter: FilterState | null): void {
    if (filter) this.filters.set(sheetId, structuredClone(filter));
    else this.filters.delete(sheetId);
    this.filtered.set(sheetId, new Set(filter?.hiddenRows));
  }

  private setEntries(store: StoreName, entries: Record<string, string | null>): void {
    const kept = this.properties.get(store) ?? new Map<string, string>();
    for (const [key, value] of Object.entries(entries)) {
      if (value === null) kept.delete(key);
      else kept.set(key, value);
    }
    if (kept.size > 0) this.properties.set(store, kept);
    else this.properties.delete(store);
  }

  /** The ops that bring the extras along with a change of a sheet's rows or columns; none when nothing is touched. */
  shifted(sheetId: number, change: GridChange): ExtrasOp[] {
    const ops: ExtrasOp[] = [];
    const groups = this.groupsOf(sheetId);
    if (change.axis === 'row' && groups.groups.length > 0) {
      const moved = groups.groups.flatMap((group) => {
        const span = shiftSpan([group.start, group.end], change);
        return span ? [{ ...group, start: span[0], end: span[1] }] : [];
      });
      ops.push({ op: 'rowGroups', sheetId, groups: moved, control: groups.control });
    }
    const filter = this.filterOf(sheetId);
    if (filter) ops.push({ op: 'filter', sheetId, filter: shiftFilter(filter, change) });
    const protections = this.protections.flatMap((protection) => shiftProtection(protection, sheetId, change));
    ops.push({ op: 'protections', all: protections });
    ops.push({ op: 'metadata', all: this.metadata.flatMap((entry) => shiftMetadata(entry, sheetId, change)) });
    return ops.filter((op) => !this.holds(op));
  }

  /** The ops that take a deleted sheet's extras away. */
  withoutSheet(sheetId: number): ExtrasOp[] {
    const elsewhere = (entry: MetadataState) =>
      entry.location.type === 'SPREADSHEET' || entry.location.sheetId !== sheetId;
    const ops: ExtrasOp[] = [
      { op: 'rowGroups', sheetId, groups: [], control: 'AFTER' },
      { op: 'filter', sheetId, filter: null },
      { op: 'protections', all: this.protections.filter((protection) => protection.sheetId !== sheetId) },
      { op: 'metadata', all: this.metadata.filter(elsewhere) },
    ];
    return ops.filter((op) => !this.holds(op));
  }

  private holds(op: ExtrasOp): boolean {
    const now =
      op.op === 'rowGroups'
        ? { op: 'rowGroups', sheetId: op.sheetId, ...this.groupsOf(op.sheetId) }
        : op.op === 'filter'
          ? { op: 'filter', sheetId: op.sheetId, filter: this.filterOf(op.sheetId) }
          : { op: op.op, all: op.op === 'protections' ? this.protections : this.metadata };
    return JSON.stringify(now) === JSON.stringify(op);
  }

  save(): Omit<WorkbookFile['extras'], 'namedRanges'> {
    return structuredClone({
      file: this.file,
      rowGroups: Object.fromEntries(this.rowGroups),
      ...(this.filters.size > 0 && { filters: Object.fromEntries(this.filters) }),
      protections: this.protections,
      metadata: this.metadata,
      properties: Object.fromEntries(
        Array.from(this.properties, ([store, entries]) => [store, Object.fromEntries(entries)]),
      ),
    });
  }
}

/** A filter whose header row goes keeps to the rows that are left, as any rectangle does; without cells it is gone. */
function shiftFilter(filter: FilterState, change: GridChange): FilterState | null {
  const rect = shiftRect(filter.rect, change);
  if (!rect) return null;
  const follow = (index: number) => shiftIndex(index, change) ?? [];
  if (change.axis === 'row') return { ...filter, rect, hiddenRows: filter.hiddenRows.flatMap(follow) };
  const criteria = Object.entries(filter.criteria).flatMap(([col, criterion]) =>
    [follow(Number(col))].flat().map((moved) => [moved, criterion] as const),
  );
  return { ...filter, rect, criteria: Object.fromEntries(criteria) };
}

function shiftProtection(protection: ProtectionState, sheetId: number, change: GridChange): ProtectionState[] {
  if (protection.sheetId !== sheetId) return [protection];
  const unprotected = shiftRects(protection.unprotected, change);
  if (!protection.rect) return [{ ...protection, unprotected }];
  const rect = shiftRect(protection.rect, change);
  return rect ? [{ ...protection, rect, unprotected }] : [];
}

function shiftMetadata(entry: MetadataState, sheetId: number, change: GridChange): MetadataState[] {
  const { location } = entry;
  if (location.type !== 'ROW' && location.type !== 'COLUMN') return [entry];
  if (location.sheetId !== sheetId || (location.type === 'ROW') !== (change.axis === 'row')) return [entry];
  const index = shiftIndex(location.index, change);
  return index === null ? [] : [{ ...entry, location: { ...location, index } }];
}
