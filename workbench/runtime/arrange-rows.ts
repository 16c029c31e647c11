/**
 * Rows of a range in another order: contents, looks and notes move, what belongs to the sheet's rows stays
 * (facts §5.5: sort moves cells inside the range only). Formulas keep pointing as if they were copied.
 */
import type { CellContent, CellInput, CellStyle, Engine, Rect, Scalar, WriteOp } from '../engine/engine';
import { formulaFromR1C1, formulaToR1C1 } from '../values/r1c1';

/** The order of rows after a sort: numbers before texts before booleans, blanks always last; equal rows keep their order. */
export function sortedOrder(
  cells: readonly (readonly CellContent[])[],
  rect: Rect,
  keys: readonly { column: number; ascending: boolean }[],
): number[] {
  return cells
    .map((_, at) => at)
    .sort((a, b) => {
      for (const { column, ascending } of keys) {
        const left = cells[a]![column - rect.col]!.v;
        const right = cells[b]![column - rect.col]!.v;
        const order = compare(left, right, ascending);
        if (order !== 0) return order;
      }
      return a - b;
    });
}

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

function compare(a: Scalar, b: Scalar, ascending: boolean): number {
  const blank = Number(a === null || a === '') - Number(b === null || b === '');
  if (blank !== 0) return blank;
  const kind = rank(a) - rank(b);
  const order = kind !== 0 ? kind : typeof a === 'string' ? collator.compare(a, String(b)) : Number(a) - Number(b);
  return ascending ? order : -order;
}

function rank(value: Scalar): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/** The ops that bring the rows into the order; rows beyond its end become blank. */
export async function arrange(
  engine: Engine,
  sheetId: number,
  rect: Rect,
  order: readonly number[],
): Promise<WriteOp[]> {
  const cells = await engine.read(sheetId, rect);
  const styles = engine.styles(sheetId, rect);
  const notes = engine.notes(sheetId, rect);
  const rows = Array.from({ length: rect.rows }, (_, at) => order[at] ?? null);
  const place = { sheetId, row: rect.row, col: rect.col };
  const ops: WriteOp[] = [
    {
      op: 'cells',
      ...place,
      cells: rows.map((from, at) =>
        cells[0]!.map((_, c) => (from === null ? { v: null } : moved(cells[from]![c]!, rect, from, at, c))),
      ),
    },
  ];
  if (differ(styles)) {
    const look = (from: number | null, c: number): CellStyle => {
      const own = from === null ? {} : styles[from]![c]!;
      return { ...UNSTYLED, ...own, border: { ...UNSTYLED.border, ...own.border } };
    };
    ops.push({ op: 'styles', ...place, styles: rows.map((from) => styles[0]!.map((_, c) => look(from, c))) });
  }
  if (notes.some((line) => line.some((note) => note !== ''))) {
    ops.push({
      op: 'notes',
      ...place,
      notes: rows.map((from) => notes[0]!.map((_, c) => (from === null ? null : notes[from]![c]! || null))),
    });
  }
  return ops;
}

/** Every property back to its default; what the moved cell has goes on top. */
const UNSTYLED: CellStyle = {
  background: null,
  fontColor: null,
  fontFamily: null,
  fontSize: null,
  fontWeight: null,
  fontStyle: null,
  fontLine: null,
  horizontalAlignment: null,
  verticalAlignment: null,
  wrap: null,
  rotation: null,
  direction: null,
  numberFormat: null,
  border: { top: null, bottom: null, left: null, right: null },
};

function moved(cell: CellContent, rect: Rect, from: number, to: number, col: number): CellInput {
  if (cell.unparsable) return { unparsable: cell.f };
  if (cell.image) return { image: cell.image };
  if (cell.f === '') return { v: cell.v };
  const relative = formulaToR1C1(cell.f, rect.row + from, rect.col + col);
  return { f: formulaFromR1C1(relative, rect.row + to, rect.col + col) };
}

/** Whether the rows do not all look alike; only then looks have to move. */
function differ(styles: readonly (readonly CellStyle[])[]): boolean {
  const first = JSON.stringify(styles[0]);
  return styles.some((line) => JSON.stringify(line) !== first);
}
