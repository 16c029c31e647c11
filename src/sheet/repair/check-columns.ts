import { isMonthKey } from '../../core/shared/month';
import type { RawCell } from '../grid/cells';
import { COL, columnLetter, HEAD_ROWS, KEY, VISIBLE } from '../grid/grid';
import { COLUMNS, columnName, HIDDEN } from '../grid/hidden';
import { headIn } from '../grid/tab-head';
import { bandMonth, bandNumber, labelColumn, SECTION_LABEL } from '../month/own-words';
import type { RepairAction } from './repair-actions';

/** A tab's cells as read: values and formulas, both of the same shape. */
export interface TabCells {
  values: RawCell[][];
  formulas: string[][];
}

/** Where the columns of the grid stand on a tab. */
export interface ColumnCheck {
  /** For each column of the grid: the sheet column (1-based) where it is now, 0 when it is gone. */
  order: readonly number[];
  /** The same once the missing ones have been inserted. */
  after: readonly number[];
  /** Sheet columns that are no part of the grid and hold something. */
  foreign: number[];
  /** What comes before the rows are put in order, and what after. */
  actions: { before: RepairAction[]; after: RepairAction[] };
  findings: { damage: 'column' | 'columnPlaces'; cell: string; about: string }[];
}

const KEY_TEXT = /^(band|focus|gap|end|copy)$|^(tab|section|header|text|sum|todo|grow):./;
const ITEM_TEXT = /^[A-Za-z]\w*:[\w-]+$/;
/**
 * Finds the columns of a rep's tab: where its head says that they stand, as long as what stands in them does not speak
 * against it; else by the labels of its headers and by what stands in the hidden ones. Null when too little of the grid is
 * left to tell. Columns that people have moved or inserted stay where they are; missing ones come back.
 */
export function checkColumns(cells: TabCells): ColumnCheck | null {
  const width = cells.values.reduce((most, line) => Math.max(most, line.length), 0);
  const votes = countVotes(cells, width);
  const head = headIn(cells.values[0] ?? []);
  const told = Array.from({ length: COLUMNS }, (_, n) => head.columns.of(n + 1));
  if (head.isTold && agrees(told, votes)) return planColumns(told, true, cells, width);
  const order = recognise(votes, cells, width);
  return order && planColumns(order.slice(1), false, cells, width);
}

/** Does each column stand where most of what tells it stands? */
function agrees(order: readonly number[], votes: Votes): boolean {
  return order.every((at, index) => {
    const counts = votes.map((line) => line[index + 1] ?? 0);
    return at === 0 || Math.max(...counts) === (counts[at] ?? 0);
  });
}

type Votes = number[][];

/** votes[sheet column][grid column], both 1-based. */
function countVotes({ values }: TabCells, width: number): Votes {
  const votes: Votes = Array.from({ length: width + 1 }, () => Array.from({ length: COLUMNS + 1 }, () => 0));
  const add = (at: number, col: number, weight = 1) => {
    (votes[at] as number[])[col] = (votes[at]?.[col] ?? 0) + weight;
  };
  for (const line of values) {
    const keys = line.map((cell) => typeof cell === 'string' && KEY_TEXT.test(cell));
    const header = line.filter((cell) => typeof cell === 'string' && labelColumn(cell) !== undefined).length;
    const isHeader = line.some((cell) => typeof cell === 'string' && cell.startsWith('header:')) || header >= 3;
    const keyed = keys.includes(true) || line.some((cell) => typeof cell === 'string' && ITEM_TEXT.test(cell));
    line.forEach((cell, index) => {
      const at = index + 1;
      if (keys[index]) add(at, HIDDEN.key, 2);
      else if (typeof cell === 'string' && ITEM_TEXT.test(cell)) add(at, HIDDEN.key);
      if (keyed && isMonthKey(cell)) add(at, HIDDEN.month);
      if (typeof cell !== 'string') return;
      const label = isHeader ? labelColumn(cell) : undefined;
      if (label !== undefined) add(at, label);
      if (bandMonth(cell) !== null || (SECTION_LABEL.test(cell) && line.some((c) => String(c).startsWith('section:'))))
        add(at, COL.who);
    });
  }
  return votes;
}

function recognise(votes: Votes, cells: TabCells, width: number): number[] | null {
  const order: number[] = Array.from({ length: COLUMNS + 1 }, () => 0);
  const best = (col: number) => {
    let at = 0;
    for (let n = 1; n <= width; n++) {
      const count = votes[n]?.[col] ?? 0;
      const most = votes[at]?.[col] ?? 0;
      if (!order.includes(n) && count > 0 && (count > most || (count === most && n === col))) at = n;
    }
    return at;
  };
  for (const col of [
    HIDDEN.key,
    HIDDEN.month,
    COL.who,
    COL.when,
    COL.why,
    COL.amount,
    COL.status,
    COL.moved,
    COL.since,
    COL.next,
  ]) {
    const at = best(col);
    // A column is what most of its labels say, once one of its own has been counted.
    if (
      at === 0 ||
      (col !== HIDDEN.key && col !== HIDDEN.month && Math.max(...(votes[at] as number[])) > (votes[at]?.[col] ?? 0))
    )
      continue;
    order[col] = at;
  }
  const known = order.filter((at) => at > 0).length;
  if (known < 3) return null;
  fillByPlace(order, cells, width);
  return order;
}

/** Columns that say nothing themselves are known by their neighbours: D to G first, then the rest. */
function fillByPlace(order: number[], cells: TabCells, width: number): void {
  for (let from = 1; from <= COLUMNS; from++) {
    if (order[from]) continue;
    let to = from;
    while (to < COLUMNS && !order[to + 1]) to++;
    const left = from === 1 ? 0 : (order[from - 1] as number);
    const right = to === COLUMNS ? width + 1 : (order[to + 1] as number);
    const free: number[] = [];
    const [start, end] = left < right ? [left + 1, right] : [left + 1, width + 1];
    for (let at = start; at < end && (left < right || free.length < to - from + 1); at++) {
      if (order.includes(at)) {
        if (left >= right) break;
        continue;
      }
      free.push(at);
    }
    const wanted = Array.from({ length: to - from + 1 }, (_, n) => from + n);
    for (const [col, at] of matchInOrder(wanted, free, cells)) order[col] = at;
    from = to;
  }
}

/** Pairs wanted grid columns with free sheet columns, both in their order, so that the contents fit best. */
function matchInOrder(wanted: number[], free: number[], cells: TabCells): [number, number][] {
  if (wanted.length === free.length) return wanted.map((col, n) => [col, free[n] as number]);
  const memo = new Map<string, { score: number; pairs: [number, number][] }>();
  const solve = (w: number, f: number): { score: number; pairs: [number, number][] } => {
    if (w >= wanted.length || f >= free.length) return { score: 0, pairs: [] };
    const id = `${w},${f}`;
    const known = memo.get(id);
    if (known) return known;
    const [col, at] = [wanted[w] as number, free[f] as number];
    const rest = solve(w + 1, f + 1);
    const own = likeness(col, at, cells);
    const options = [
      { score: own + rest.score, pairs: [[col, at] as [number, number], ...rest.pairs] },
      solve(w, f + 1),
      solve(w + 1, f),
    ];
    const chosen = options.reduce((a, b) => (b.score > a.score ? b : a));
    memo.set(id, chosen);
    return chosen;
  };
  return solve(0, 0).pairs;
}

/** How well a sheet column's contents fit a grid column without labels: its band cells and formulas. */
function likeness(col: number, at: number, { values, formulas }: TabCells): number {
  // An empty column is better than none.
  let score = 0.01;
  values.forEach((line, index) => {
    const cell = line[at - 1];
    if (cell === '' || cell === null || cell === undefined) return;
    const isBand = line.includes(KEY.band);
    const label = line.find((c) => typeof c === 'string' && bandMonth(c) !== null);
    if (isBand && col === HIDDEN.number && cell === bandNumber(String(label ?? ''))) score += 3;
    else if (isBand && col === HIDDEN.state && /^(moved|finished|reopened)$/.test(String(cell))) score += 3;
    else if (isBand && col === HIDDEN.fromMonth && isMonthKey(cell)) score += 3;
    else if (isBand && col === HIDDEN.startContent && typeof cell === 'string' && /^[0-9a-z.= ]{6,}$/.test(cell))
      score += 3;
    else if (!isBand && col === HIDDEN.firstMonth && isMonthKey(cell)) score += 1;
    else if (col === HIDDEN.story && /^([mcsgo][npeam.])+$/.test(String(cell))) score += 2;
    else if (col >= HIDDEN.quarterActual && (formulas[index]?.[at - 1] ?? '') !== '') score += 0.2;
    else if (col <= VISIBLE) score += 0.1;
    else if (typeof cell === 'string') score -= 0.5;
  });
  return score;
}

function planColumns(order: readonly number[], isTold: boolean, cells: TabCells, width: number): ColumnCheck {
  const before: RepairAction[] = [];
  const after: RepairAction[] = [];
  const findings: ColumnCheck['findings'] = [];
  const now = [...order];
  const foreign = foreignColumns(order, cells, width);
  const left = foreign.filter((at) => holdsPlaces(cells, at));
  order.forEach((at, index) => {
    if (at > 0) return;
    const col = index + 1;
    const place = placeFor(now, index);
    findings.push({ damage: 'column', cell: `${columnLetter(place)}1`, about: `“${columnName(col)}”` });
    before.push({ act: 'insertColumn', at: place });
    now.forEach((stands, n) => {
      if (stands >= place) now[n] = stands + 1;
    });
    now[index] = place;
    after.push({ act: 'columnLook', col });
  });
  if (findings.length > 0) before.unshift({ act: 'unmerge' });
  else if (!isTold) findings.push({ damage: 'columnPlaces', cell: 'A1', about: '' });
  if (findings.length > 0) after.push({ act: 'columnMap', order: now });
  // Once everything else is done: until then the others keep their numbers.
  for (const at of left) after.push({ act: 'deleteColumn', at: Math.max(at, ...now.filter((n) => n > at)) });
  return {
    order,
    after: now,
    foreign: foreign.filter((at) => !left.includes(at)),
    actions: { before, after },
    findings,
  };
}

/** Added to each row's place in the column by which rows are sorted: nobody else writes a column of such numbers. */
export const PLACE = 0.4375;

/** A column that a repair sorted by and could not take away. */
function holdsPlaces({ values }: TabCells, at: number): boolean {
  const filled = values
    .map((line) => line[at - 1])
    .filter((cell) => cell !== '' && cell !== null && cell !== undefined);
  return filled.length > HEAD_ROWS && filled.every((cell) => typeof cell === 'number' && cell % 1 === PLACE);
}

/** Where a missing column goes: behind the one before it in the grid, else in front of the one after it. */
function placeFor(now: readonly number[], index: number): number {
  for (let n = index - 1; n >= 0; n--) if (now[n]) return (now[n] as number) + 1;
  return now.find((at, n) => n > index && at > 0) ?? 1;
}

function foreignColumns(order: readonly number[], { values, formulas }: TabCells, width: number): number[] {
  const isFilled = (at: number) =>
    values.some((line, row) => {
      const cell = line[at - 1];
      return (cell !== '' && cell !== null && cell !== undefined) || (formulas[row]?.[at - 1] ?? '') !== '';
    });
  return Array.from({ length: width }, (_, n) => n + 1).filter((at) => !order.includes(at) && isFilled(at));
}
