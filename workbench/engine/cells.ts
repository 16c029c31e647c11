/** One cell's value between Google's terms and Univer's cell data. */
import type { CellContent, CellImageState, CellInput, Scalar } from './engine';
import { CellValueType, type ICellData, type Nullable } from './univer';

/** Univer's names of errors that Google spells differently. */
const googleErrors: Record<string, string> = {
  '#SPILL!': '#REF!',
  '#CYCLE!': '#REF!',
  '#CALC!': '#N/A',
  '#CONNECT!': '#ERROR!',
};

interface UnparsableMark {
  unparsable?: string;
}

/** The text of a formula that did not parse; undefined for any other cell, also when somebody typed over it since. */
export function unparsableOf(cell: Nullable<ICellData>): string | undefined {
  if (!cell?.custom || cell.f || cell.v !== '#ERROR!') return undefined;
  return (cell.custom as UnparsableMark).unparsable;
}

/** The image in a cell, undefined when there is none, also when somebody typed over it since. */
export function imageOf(cell: Nullable<ICellData>): CellImageState | undefined {
  if (!cell?.custom || cell.f || (cell.v !== null && cell.v !== undefined) || cell.p) return undefined;
  return (cell.custom as { image?: CellImageState }).image;
}

/** The value of a cell: the literal, or the formula's result. */
export function scalarOf(cell: Nullable<ICellData>): Scalar {
  if (!cell) return null;
  const { v, t, p } = cell;
  if (v === undefined || v === null || (v === '' && !cell.f)) {
    const text = p?.body?.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n');
    return text ? text : null;
  }
  if (t === CellValueType.BOOLEAN || typeof v === 'boolean') return v === 1 || v === true || v === '1' || v === 'TRUE';
  if (typeof v === 'string' && cell.f) {
    if (t === CellValueType.NUMBER && v.trim() !== '' && Number.isFinite(Number(v))) return Number(v);
    return googleErrors[v] ?? v;
  }
  if (t === CellValueType.NUMBER && typeof v === 'string') return Number.isFinite(Number(v)) ? Number(v) : v;
  return v;
}

/** A cell as readers of the engine see it. */
export function contentOf(cell: Nullable<ICellData>): CellContent {
  const unparsable = unparsableOf(cell);
  if (unparsable !== undefined) return { v: '#ERROR!', f: unparsable, unparsable: true };
  const image = imageOf(cell);
  return { v: scalarOf(cell), f: cell?.f ?? '', ...(image && { image }) };
}

/** Univer's cell data for an input: every member that could linger from the cell before is set or nulled. */
export function cellData(input: CellInput): ICellData {
  const empty = { f: null, si: null, p: null, custom: null };
  if (input.unparsable !== undefined) {
    return { ...empty, v: '#ERROR!', t: CellValueType.STRING, custom: { unparsable: input.unparsable } };
  }
  if (input.image) return { ...empty, v: null, t: null, custom: { image: input.image } };
  if (input.f) return { ...empty, f: input.f, v: null, t: null };
  return { ...empty, ...typed(input.v ?? null) };
}

function typed(v: Scalar): Pick<ICellData, 'v' | 't'> {
  if (v === null || v === '') return { v: null, t: null };
  if (typeof v === 'boolean') return { v: v ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v, t: typeof v === 'number' ? CellValueType.NUMBER : CellValueType.STRING };
}

/** Whether a cell holds anything that counts as content: a value or a formula. */
export function hasContent(cell: Nullable<ICellData>): boolean {
  return !!cell && (!!cell.f || !!cell.si || scalarOf(cell) !== null || imageOf(cell) !== undefined);
}
