import { isBlankMark } from '../shared/fold';
import { amountOf, readMoney } from '../shared/money';
import type { LeftOut, TextPlace } from './figures';
import type { Names, What } from './names';
import type { TableLine } from './pasted-table';

/** A cell of the table with what it belongs to. */
export interface Cell {
  repId: string;
  kpiId: string;
  text: string;
  at: TextPlace;
}

/** A name at the edge of the table that stands for a person or a KPI. */
interface Label {
  id: string;
  /** Index of its row or column. */
  index: number;
}

/** A line for each figure: one column of people, one of KPIs, one of figures. Null where the table is none such. */
export function longTable(lines: readonly TableLine[], names: Names): Cell[] | null {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const column = (index: number) => lines.map(({ cells }) => cells[index] ?? '');
  const fullest = (what: What) => {
    const counts = Array.from({ length: width }, (_, index) => names.count(what, column(index)));
    const most = Math.max(...counts);
    return most >= 0.6 * (lines.length - 1) && most >= 1 ? counts.indexOf(most) : -1;
  };
  const [person, kpi] = [fullest('person'), fullest('kpi')];
  if (person < 0 || kpi < 0 || person === kpi) return null;
  // In a grid of one line both edges are full, too, but no line has both.
  const both = lines.filter(
    ({ cells }) => names.count('person', [cells[person] ?? '']) > 0 && names.count('kpi', [cells[kpi] ?? '']) > 0,
  );
  if (both.length < 0.6 * (lines.length - 1)) return null;
  const isFigure = (text: string) => !isBlankMark(text) && amountOf(readMoney(text, { decimal: '.' })) !== null;
  const figures = Array.from({ length: width }, (_, index) => index)
    .filter((index) => index !== person && index !== kpi)
    .map((index) => ({ index, count: column(index).filter(isFigure).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || b.index - a.index);
  const value = figures[0]?.index;
  if (value === undefined) return null;
  const isHead = !isFigure(lines[0]?.cells[value] ?? '');
  const found: Cell[] = [];
  for (const { line, cells } of lines.slice(isHead ? 1 : 0)) {
    const repId = names.idOf('person', cells[person] ?? '', { line, column: person + 1 });
    const kpiId = names.idOf('kpi', cells[kpi] ?? '', { line, column: kpi + 1 });
    if (repId !== null && kpiId !== null)
      found.push({ repId, kpiId, text: cells[value] ?? '', at: { line, column: value + 1 } });
  }
  return withoutDoubled(found, names);
}

/** Of two figures for the same person and KPI none is taken. */
function withoutDoubled(cells: readonly Cell[], names: Names): Cell[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.repId} ${cell.kpiId}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  for (const twins of groups.values()) {
    const [first] = twins;
    if (!first || twins.length < 2) continue;
    const name = `${names.nameOf('kpi', first.kpiId)} of ${names.nameOf('person', first.repId)}`;
    names.leftOut.push({ why: 'twice', name, at: twins.map(({ at }) => at) });
  }
  return cells.filter((cell) => groups.get(`${cell.repId} ${cell.kpiId}`)?.length === 1);
}

/** People down and KPIs across, or the other way round. */
export function gridTable(lines: readonly TableLine[], names: Names): Cell[] {
  const head = lines[0] as TableLine;
  const top = headCells(head.cells, names);
  const left = lines.slice(1).map((line) => line.cells[0] ?? '');
  const across = names.count('kpi', top) + names.count('person', left);
  const down = names.count('person', top) + names.count('kpi', left);
  const [inTop, inLeft]: [What, What] = across >= down ? ['kpi', 'person'] : ['person', 'kpi'];
  if (across === 0 && down === 0) {
    names.leftOut.push({ why: 'noNames' });
    return [];
  }
  const body = lines.slice(1).filter((line) => isWhole(line, top.length, names.leftOut));
  const columns = labels(top.slice(1), inTop, names, (n) => ({
    line: head.line,
    column: n + 2 - (top.length - head.cells.length),
  }));
  const rows = labels(
    body.map((line) => line.cells[0] ?? ''),
    inLeft,
    names,
    (n) => ({ line: (body[n] as TableLine).line, column: 1 }),
  );
  return rows.flatMap((row) =>
    columns.map((column) => {
      const { line, cells } = body[row.index] as TableLine;
      const [repId, kpiId] = inTop === 'kpi' ? [row.id, column.id] : [column.id, row.id];
      return { repId, kpiId, text: cells[column.index + 1] ?? '', at: { line, column: column.index + 2 } };
    }),
  );
}

/** The first line, with its corner: where it begins with a name already, the corner has been left out. */
function headCells(cells: string[], names: Names): string[] {
  const [first = ''] = cells;
  const isName = names.match('person', first).is === 'same' || names.match('kpi', first).is === 'same';
  return first !== '' && isName ? ['', ...cells] : cells;
}

/** A line with more cells than the first one has: a comma inside a figure, so nobody knows which is which. */
function isWhole({ line, cells }: TableLine, expected: number, leftOut: LeftOut[]): boolean {
  if (cells.length <= expected) return true;
  leftOut.push({ why: 'ragged', line, cells: cells.length, expected });
  return false;
}

/** Who or what the names at one edge stand for. Unknown ones and those that stand there twice are left out. */
function labels(edge: readonly string[], what: What, names: Names, place: (index: number) => TextPlace): Label[] {
  const found: Label[] = [];
  const twice = new Map<string, { name: string; at: TextPlace[] }>();
  edge.forEach((name, index) => {
    const id = names.idOf(what, name, place(index));
    const twin = id === null ? undefined : found.find((label) => label.id === id);
    if (id === null) return;
    if (!twin) found.push({ id, index });
    else {
      const entry = twice.get(id) ?? { name: names.nameOf(what, id), at: [place(twin.index)] };
      entry.at.push(place(index));
      twice.set(id, entry);
    }
  });
  for (const { name, at } of twice.values()) names.leftOut.push({ why: 'twice', name, at });
  return found.filter((label) => !twice.has(label.id));
}
