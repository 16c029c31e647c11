/** In which order the fields of an open card stand. */
import type { FieldView } from '../../contract/state';
import type { Field, SectionKind } from '../../core/shared/fields';

/** The order in which a talk fills the fields; what is not named comes under "More fields". */
const FIRST: Record<SectionKind, readonly Field[]> = {
  new: ['who', 'when', 'amount', 'why', 'next'],
  existing: ['status', 'moved', 'next', 'when', 'amount'],
  notes: ['who', 'why', 'next'],
  kpis: ['amount', 'why', 'next'],
  topics: ['who', 'why', 'next'],
  growth: ['who', 'when', 'status', 'why', 'moved', 'next'],
  conclusion: ['who', 'next', 'when', 'why'],
};

/** Fields that are short enough to stand side by side. */
const SHORT_TYPES = new Set(['date', 'number']);

export interface FieldLayout {
  main: FieldView[][];
  more: FieldView[][];
}

/** Lines of fields for an open row: one or two in a line. Computed fields are left out. */
export function layoutOf(kind: SectionKind, fields: readonly FieldView[]): FieldLayout {
  const writable = fields.filter((f) => f.type !== 'computed');
  const first = FIRST[kind].flatMap((name) => writable.filter((f) => f.field === name));
  const rest = writable.filter((f) => !first.includes(f));
  // A row of a section with other fields than expected shows them all.
  return first.length === 0 ? { main: lines(writable), more: [] } : { main: lines(first), more: lines(rest) };
}

function lines(fields: readonly FieldView[]): FieldView[][] {
  const out: FieldView[][] = [];
  for (const field of fields) {
    const last = out[out.length - 1];
    const neighbour = last?.[0];
    if (last?.length === 1 && neighbour && SHORT_TYPES.has(neighbour.type) && SHORT_TYPES.has(field.type))
      last.push(field);
    else out.push([field]);
  }
  return out;
}
