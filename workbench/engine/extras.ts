/**
 * What a workbook holds that Univer does not: file facts, row groups, protections, developer metadata, properties.
 * Kept as plain data; it follows rows and columns through `shifted`.
 */
import type { FileInfo, MetadataState, ProtectionState, RowGroup, StoreName, WorkbookFile, WriteOp } from './engine';
import { type GridChange, shiftIndex, shiftRect, shiftRects, shiftSpan } from './shift';

/** The row groups of one sheet and the side their +/- stands on. */
export interface SheetGroups {
  groups: RowGroup[];
  control: 'BEFORE' | 'AFTER';
}

/** The ops that change extras, and only extras. */
export type ExtrasOp = Extract<WriteOp, { op: 'rowGroups' | 'protections' | 'metadata' | 'file' | 'properties' }>;

/** Whether an op belongs to the extras. */
export function isExtrasOp(op: WriteOp): op is ExtrasOp {
  return ['rowGroups', 'protections', 'metadata', 'file', 'properties'].includes(op.op);
}

/** The extras of one workbook. Values given out are copies or must not be changed. */
export class Extras {
  file: FileInfo;
  private readonly rowGroups = new Map<number, SheetGroups>();
  protections: ProtectionState[];
  metadata: MetadataState[];
  private readonly properties = new Map<StoreName, Map<string, string>>();

  constructor(saved: Omit<WorkbookFile['extras'], 'namedRanges'>) {
    this.file = { ...saved.file };
    this.protections = structuredClone(saved.protections);
    this.metadata = structuredClone(saved.metadata);
    for (const [sheetId, groups] of Object.entries(saved.rowGroups))
      this.rowGroups.set(Number(sheetId), structuredClone(groups));
    for (const [store, entries] of Object.entries(saved.properties))
      this.properties.set(store, new Map(Object.entries(entries)));
  }

  groupsOf(sheetId: number): SheetGroups {
    return this.rowGroups.get(sheetId) ?? { groups: [], control: 'AFTER' };
  }

  entriesOf(store: StoreName): Record<string, string> {
    return Object.fromEntries(this.properties.get(store) ?? []);
  }

  /** Takes the op's state over. */
  apply(op: ExtrasOp): void {
    if (op.op === 'rowGroups') this.setGroups(op.sheetId, { groups: structuredClone(op.groups), control: op.control });
    else if (op.op === 'protections') this.protections = structuredClone(op.all);
    else if (op.op === 'metadata') this.metadata = structuredClone(op.all);
    else if (op.op === 'file') this.file = { ...this.file, ...op.patch };
    else this.setEntries(op.store, op.entries);
  }

  private setGroups(sheetId: number, groups: SheetGroups): void {
    if (groups.groups.length === 0 && groups.control === 'AFTER') this.rowGroups.delete(sheetId);
    else this.rowGroups.set(sheetId, groups);
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
      { op: 'protections', all: this.protections.filter((protection) => protection.sheetId !== sheetId) },
      { op: 'metadata', all: this.metadata.filter(elsewhere) },
    ];
    return ops.filter((op) => !this.holds(op));
  }

  private holds(op: ExtrasOp): boolean {
    const now =
      op.op === 'rowGroups'
        ? { op: 'rowGroups', sheetId: op.sheetId, ...this.groupsOf(op.sheetId) }
        : { op: op.op, all: op.op === 'protections' ? this.protections : this.metadata };
    return JSON.stringify(now) === JSON.stringify(op);
  }

  save(): Omit<WorkbookFile['extras'], 'namedRanges'> {
    return structuredClone({
      file: this.file,
      rowGroups: Object.fromEntries(this.rowGroups),
      protections: this.protections,
      metadata: this.metadata,
      properties: Object.fromEntries(
        Array.from(this.properties, ([store, entries]) => [store, Object.fromEntries(entries)]),
      ),
    });
  }
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
