import { COL } from '../grid/grid';
import type { Note } from './check-months';
import type { RepairAction } from './repair-actions';
import type { Line } from './tab-lines';

/**
 * The steps that make the rows as read into the rows as they should come: rows go, move and are added, as few as
 * possible, then cells are written. Tells of every row that moves.
 */
export function planRowMoves(lines: readonly Line[], target: readonly Line[], note: Note): RepairAction[] {
  const actions: RepairAction[] = [];
  const wanted = new Set(target);
  const now = [...lines];
  for (let index = now.length - 1; index >= 0; index--)
    if (!wanted.has(now[index] as Line)) {
      actions.push({ act: 'deleteRow', at: index + 1 });
      now.splice(index, 1);
    }
  const stay = staying(target);
  tellMoves(target, stay, note);
  for (let index = 0; index < target.length; index++) {
    const line = target[index] as Line;
    if (now[index] === line) continue;
    if (line.origin === 0) {
      actions.push({ act: 'insertRow', at: index + 1, row: line.planned });
      now.splice(index, 0, line);
      continue;
    }
    const from = now.indexOf(line, index);
    if (stay.has(line)) {
      // What stands above it here goes further down: it moves when its own turn comes.
      const above = now.slice(index, from);
      const to = placeOf(above[0] as Line, target, now, from);
      actions.push({ act: 'moveRows', from: index + 1, count: 1, before: to + 1 });
      now.splice(to, 0, above[0] as Line);
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
  target.forEach((line, index) => {
    if (line.dress) actions.push({ act: 'dress', at: index + 1, row: line.dress });
    for (const [col, { value, plain }] of line.writes)
      if (!isSame(line, col, value)) actions.push({ act: 'write', row: index + 1, col, value, plain });
  });
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

function isSame(line: Line, col: number, value: unknown): boolean {
  if (line.planned) return false;
  // A formula's text is no measure: its row numbers are those of before the repair.
  return (line.formulas[col - 1] ?? '') === '' && line.values[col - 1] === value;
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

/** One finding for each run of rows that moves together. */
function tellMoves(target: readonly Line[], stay: ReadonlySet<Line>, note: Note): void {
  let run: Line[] = [];
  const tell = () => {
    const [first] = run;
    const last = run[run.length - 1];
    if (first && last) {
      const rows = run.length === 1 ? `Row ${first.origin} stands` : `Rows ${first.origin} to ${last.origin} stand`;
      note(
        first,
        COL.who,
        `${rows} where ${run.length === 1 ? 'it does' : 'they do'} not belong.`,
        `${run.length === 1 ? 'It moves' : 'They move'} back into place.`,
      );
    }
    run = [];
  };
  for (const line of target) {
    if (line.origin === 0) continue;
    const last = run[run.length - 1];
    if (stay.has(line) || (last && line.origin !== last.origin + 1)) tell();
    if (!stay.has(line)) run.push(line);
  }
  tell();
}
