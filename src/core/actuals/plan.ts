import { sameName } from '../roster';
import { isBlankMark } from '../shared/fold';
import { amountOf, type DecimalMark, decimalShown, readMoney } from '../shared/money';
import type { MonthKey } from '../shared/month';
import { readTable, type TableLine } from './pasted-table';

/** Somebody or something that a table may name. */
export interface Named {
  id: string;
  name: string;
}

/** One figure of a pasted table of rep × KPI. Line and column are its place in the text, 1-based. */
export interface PastedFigure {
  repId: string;
  kpiId: string;
  value: number;
  line: number;
  column: number;
}

/** Where something stands in the pasted text, 1-based. */
export interface TextPlace {
  line: number;
  column: number;
}

/** What was pasted and is not taken, and why. */
export type LeftOut =
  | { why: 'nothing' }
  | { why: 'noNames' }
  | { why: 'unknown'; what: 'person' | 'kpi'; name: string; at: TextPlace }
  | { why: 'twice'; name: string; at: TextPlace[] }
  | { why: 'ragged'; line: number; cells: number; expected: number }
  | { why: 'unreadable'; text: string; at: TextPlace }
  | { why: 'noTab'; name: string }
  | { why: 'noMonth'; name: string; month: MonthKey }
  | { why: 'notInMonth'; name: string; kpi: string; month: MonthKey }
  | { why: 'formula'; name: string; kpi: string; cell: string }
  | { why: 'mayNotEdit'; name: string };

/** A name at the edge of the table that stands for a person or a KPI. */
interface Label {
  id: string;
  /** Index of its row or column. */
  index: number;
}

/**
 * Reads a pasted table of actuals: people in the first column and KPIs in the first line, or the other way round.
 * Blank cells are skipped. What cannot be told beyond doubt is left out and named, the rest is taken. How a lone mark
 * before three digits is meant (7.500) follows the other figures of the table, else `decimal`.
 */
export function parseActuals(
  text: string,
  people: readonly Named[],
  kpis: readonly Named[],
  decimal: DecimalMark,
): { figures: PastedFigure[]; leftOut: LeftOut[] } {
  const lines = readTable(text);
  const head = lines[0];
  if (!head || lines.length < 2) return { figures: [], leftOut: [{ why: 'nothing' }] };
  const top = headCells(head.cells, [...people, ...kpis]);
  const left = lines.slice(1).map((line) => line.cells[0] ?? '');
  const across = count(top, kpis) + count(left, people) >= count(top, people) + count(left, kpis);
  const [inTop, inLeft] = across ? [kpis, people] : [people, kpis];
  if (count(top, inTop) === 0 && count(left, inLeft) === 0) return { figures: [], leftOut: [{ why: 'noNames' }] };

  const leftOut: LeftOut[] = [];
  const body = lines.slice(1).filter((line) => isWhole(line, top.length, leftOut));
  const columns = labels(
    top.slice(1),
    inTop,
    across ? 'kpi' : 'person',
    (n) => ({ line: head.line, column: n + 2 - (top.length - head.cells.length) }),
    leftOut,
  );
  const rows = labels(
    body.map((line) => line.cells[0] ?? ''),
    inLeft,
    across ? 'person' : 'kpi',
    (n) => ({ line: (body[n] as TableLine).line, column: 1 }),
    leftOut,
  );
  const cells = rows.flatMap((row) =>
    columns.map((column) => {
      const { line, cells } = body[row.index] as TableLine;
      const [repId, kpiId] = across ? [row.id, column.id] : [column.id, row.id];
      return { repId, kpiId, text: cells[column.index + 1] ?? '', at: { line, column: column.index + 2 } };
    }),
  );
  const written = cells.filter((cell) => !isBlankMark(cell.text));
  const mark = commonMark(written.map((cell) => cell.text)) ?? decimal;
  const figures: PastedFigure[] = [];
  for (const { repId, kpiId, text: said, at } of written) {
    const value = amountOf(readMoney(said, { decimal: mark }));
    if (value !== null) figures.push({ repId, kpiId, value, ...at });
    else leftOut.push({ why: 'unreadable', text: said, at });
  }
  return { figures, leftOut };
}

/** The first line, with its corner: where it begins with a name already, the corner has been left out. */
function headCells(cells: string[], known: readonly Named[]): string[] {
  return count(cells.slice(0, 1), known) > 0 ? ['', ...cells] : cells;
}

/** A line with more cells than the first one has: a comma inside a figure, so nobody knows which is which. */
function isWhole({ line, cells }: TableLine, expected: number, leftOut: LeftOut[]): boolean {
  if (cells.length <= expected) return true;
  leftOut.push({ why: 'ragged', line, cells: cells.length, expected });
  return false;
}

function count(cells: readonly string[], known: readonly Named[]): number {
  return cells.filter((cell) => known.some((one) => sameName(one.name, cell))).length;
}

/** Who or what the names at one edge stand for. Unknown ones and those that stand there twice are left out. */
function labels(
  names: readonly string[],
  known: readonly Named[],
  what: 'person' | 'kpi',
  place: (index: number) => TextPlace,
  leftOut: LeftOut[],
): Label[] {
  const found: Label[] = [];
  const twice = new Map<string, { name: string; at: TextPlace[] }>();
  names.forEach((name, index) => {
    const one = known.find((k) => sameName(k.name, name));
    const twin = one && found.find((label) => label.id === one.id);
    if (!one) leftOut.push({ why: 'unknown', what, name, at: place(index) });
    else if (!twin) found.push({ id: one.id, index });
    else {
      const entry = twice.get(one.id) ?? { name: one.name, at: [place(twin.index)] };
      entry.at.push(place(index));
      twice.set(one.id, entry);
    }
  });
  for (const { name, at } of twice.values()) leftOut.push({ why: 'twice', name, at });
  return found.filter((label) => !twice.has(label.id));
}

/** The decimal mark of the figures that show it beyond doubt, if they agree. */
function commonMark(texts: readonly string[]): DecimalMark | null {
  const shown = new Set(texts.map(decimalShown).filter((mark) => mark !== null));
  return shown.size === 1 ? ([...shown][0] as DecimalMark) : null;
}
