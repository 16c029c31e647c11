import { COL } from '../grid/grid';
import type { NewRow } from './formulas';
import type { Note } from './notes';
import type { RepairAction } from './repair-actions';
import type { Line } from './tab-lines';

/** More steps than so many and the rows are sorted by one stroke: a tab that was sorted whole would need thousands. */
const MOST_STEPS = 24;

/** How the rows as read become the rows as they should come. */
export interface RowMoves {
  actions: RepairAction[];
  /** Where the cells that a row's formulas refer to will be referred to, once the rows have their places. */
  newRow: (line: Line) => NewRow;
  /** All rows take new places: what does not move along has to be made anew. */
  isSorted: boolean;
}

/** Rows move and are added, as few as possible; or, where that is a long way, all at once. Tells of every row that moves. */
export function planRowMoves(lines: readonly Line[], target: readonly Line[], note: Note): RowMoves {
  const stay = staying(target);
  for (const line of target) if (line.origin > 0 && !line.doomed && !stay.has(line)) note('moved', line, COL.who);
  const at = new Map(target.map((line, index) => [line, index + 1]));
  const actions = stepsTo(lines, target, stay);
  if (actions.length <= MOST_STEPS) {
    // References follow the rows that they refer to.
    const now = new Map(lines.map((line) => [line.origin, at.get(line) ?? null]));
    return {
      actions,
      isSorted: false,
      newRow: () => (row) => now.get(row) ?? (row > lines.length ? row + target.length - lines.length : null),
    };
  }
  const added = target.filter((line) => line.origin === 0);
  const places = [...lines, ...added].map((line) => at.get(line) as number);
  const sorted: RepairAction[] = [{ act: 'sortRows', places }];
  if (added.length > 0) sorted.unshift({ act: 'insertRows', at: lines.length + 1, count: added.length });
  // Sorted cells refer as if they had been copied.
  const shift = (line: Line) => (at.get(line) ?? 0) - line.origin;
  return { actions: sorted, isSorted: true, newRow: (line) => (row, isFixed) => row + (isFixed ? 0 : shift(line)) };
}

function stepsTo(lines: readonly Line[], target: readonly Line[], stay: ReadonlySet<Line>): RepairAction[] {
  const actions: RepairAction[] = [];
  const now = [...lines];
  for (let index = 0; index < target.length; index++) {
    const line = target[index] as Line;
    if (now[index] === line) continue;
    if (line.origin === 0) {
      let count = 1;
      while (target[index + count]?.origin === 0) count++;
      actions.push({ act: 'insertRows', at: index + 1, count });
      now.splice(index, 0, ...target.slice(index, index + count));
      continue;
    }
    const from = now.indexOf(line, index);
    if (stay.has(line)) {
      // What stands above it here goes further down: it moves when its own turn comes.
      const above = now[index] as Line;
      const to = placeOf(above, target, now, from);
      actions.push({ act: 'moveRows', from: index + 1, count: 1, before: to + 1 });
      now.splice(to, 0, above);
      now.splice(index, 1);
      index--;
      continue;
    }
    let count = 1;
    while (
      now[from + count] !== undefined &&
      now[from + count] === target[index + count] &&
      !stay.has(now[from + count] as Line)
    )
      count++;
    actions.push({ act: 'moveRows', from: from + 1, count, before: index + 1 });
    now.splice(index, 0, ...now.splice(from, count));
  }
  return actions;
}

/** Where a row that has to go down belongs: behind the row that comes before it in the target, as far as that is there. */
function placeOf(line: Line, target: readonly Line[], now: readonly Line[], atLeast: number): number {
  for (let n = target.indexOf(line) - 1; n >= 0; n--) {
    const at = now.indexOf(target[n] as Line);
    if (at >= atLeast) return at + 1;
    if (at >= 0) break;
  }
  return atLeast + 1;
}

/** The longest run of rows that are in their order already: they stay where they are. */
function staying(target: readonly Line[]): Set<Line> {
  const old = target.filter((line) => line.origin > 0);
  const tails: number[] = [];
  const previous: number[] = [];
  old.forEach((line, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((old[tails[middle] as number] as Line).origin < line.origin) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = index;
  });
  const stay = new Set<Line>();
  for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = previous[at] as number) stay.add(old[at] as Line);
  return stay;
}
