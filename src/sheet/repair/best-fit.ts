/** Where a row goes that was typed and torn from its hidden cells before it had a mark: to the key that its cells fit best. */
import { COMMITMENT_STATES, GROWTH, type Section } from '../../core/shared/agenda';
import { COL, itemKey, KEY } from '../grid/grid';
import { typedColumns } from './frame-cells';
import { isBlankLine, isFilled, isItemKey, type Line, VISIBLE } from './tab-lines';

/** The columns that people type into, by the first word of a row's key. */
export type RowColumns = ReadonlyMap<string, ReadonlySet<number>>;

/** Of all sections of an agenda, those of commitments and of development with them. */
export function rowColumns(sections: readonly Section[]): RowColumns {
  return new Map(
    [...sections, GROWTH].map((section) => [
      section.kind === 'conclusion' ? 'todo' : section.id,
      typedColumns(section),
    ]),
  );
}

/**
 * Gives each row that has lost its hidden cells those that fit: a row with texts by its cells, of those that fit alike the
 * newest month's (older ones have been looked at), and the nearest; then an empty one its own where they are left, else any. Rows and hidden cells by their places in `lines`.
 */
export function bestFits(
  lines: readonly Line[],
  bare: readonly number[],
  spare: readonly number[],
  columns: RowColumns,
): Map<number, number> {
  const found = new Map<number, number>();
  const left = new Set(spare);
  const texts = bare.filter((at) => !isBlankLine(lines[at] as Line));
  const pairs = texts.flatMap((at) =>
    spare.map((source) => {
      const { key, month } = lines[source] as Line;
      return { at, source, month: month ?? 0, cost: misfit(lines[at] as Line, key, columns) };
    }),
  );
  const byCost = (a: (typeof pairs)[number], b: (typeof pairs)[number]) =>
    a.cost - b.cost || b.month - a.month || Math.abs(a.at - a.source) - Math.abs(b.at - b.source);
  for (const { at, source } of pairs.sort(byCost)) {
    if (found.has(at) || !left.has(source)) continue;
    found.set(at, source);
    left.delete(source);
  }
  for (const at of bare) {
    if (found.has(at)) continue;
    const source = left.has(at) ? at : ([...left].find((n) => !isItemKey((lines[n] as Line).key)) ?? [...left][0]);
    if (source === undefined) break;
    found.set(at, source);
    left.delete(source);
  }
  return found;
}

/** More than any section's: no key of a row that people type into. */
const NO_ROW = 100;

/** How much in a row speaks against its being one of those that have such a key; 0 for nothing. */
export function misfit(line: Line, key: string, columns: RowColumns): number {
  const prefix = isItemKey(key) ? (itemKey(key)?.section ?? '') : '';
  const typed = columns.get(prefix);
  if (!typed || key.startsWith(`${KEY.item('kpis', '')}`)) return NO_ROW;
  const isDeal = typed.has(COL.amount);
  const since = isFilled(line, COL.since);
  const homeless = VISIBLE.filter((col) => col !== COL.since && isFilled(line, col) && !typed.has(col)).length;
  const status = (line.texts[COL.status - 1] as string).toLowerCase();
  const isState = COMMITMENT_STATES.some((state) => state === status);
  const saysLittle = ![COL.when, COL.amount, COL.status, COL.moved].some((col) => isFilled(line, col));
  return (
    2 * homeless +
    (status !== '' && isState === isDeal ? 1 : 0) +
    // What is there since an earlier month says so, in the lists that have the column.
    (since ? (prefix === 'existing' || prefix === GROWTH.id ? 0 : 1) : prefix === 'existing' ? 1 : 0) +
    (saysLittle && typed.has(COL.status) ? 1 : 0) +
    // There are more commitments than lines of development.
    (prefix === GROWTH.id ? 0.5 : 0)
  );
}
