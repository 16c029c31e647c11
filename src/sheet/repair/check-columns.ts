import { isMonthKey } from '../../core/shared/month';
import type { RawCell } from '../grid/cells';
import { COL, COLUMNS, columnLetter, KEY } from '../grid/grid';
import { bandMonth, bandNumber, labelColumn, SECTION_LABEL } from '../month/own-words';
import type { RepairAction } from './repair-actions';

/** A tab's cells as read: values and formulas, both of the same shape. */
export interface TabCells {
  values: RawCell[][];
  formulas: string[][];
}

/** Where the columns of the grid stand on a tab. */
export interface ColumnCheck {
  /** For A to N: the sheet column (1-based) where it is now, 0 when it is gone. */
  order: number[];
  /** Sheet columns that are no part of the grid and hold something. */
  foreign: number[];
  actions: RepairAction[];
  findings: { cell: string; words: string; repair: string }[];
}

const KEY_TEXT = /^(band|focus|gap|end|copy)$|^(tab|section|header|text|sum|todo|grow):./;
const ITEM_TEXT = /^[A-Za-z]\w*:[\w-]+$/;
const NAMES = [
  'who / what',
  'key',
  'month',
  'D',
  'E',
  'F',
  'G',
  'when',
  'why',
  'how much',
  'status',
  'what moved',
  'since',
  'next step',
];

/**
 * Recognises the columns of a rep's tab by the labels of its headers and by what stands in the hidden ones; null when
 * too little of the grid is left to tell. Plans what puts them back in order.
 */
export function checkColumns(cells: TabCells): ColumnCheck | null {
  const width = cells.values.reduce((most, line) => Math.max(most, line.length), 0);
  const votes = countVotes(cells, width);
  const order = recognise(votes, cells, width);
  return order && planColumns(order, cells, width);
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
      if (keys[index]) add(at, COL.key, 2);
      else if (typeof cell === 'string' && ITEM_TEXT.test(cell)) add(at, COL.key);
      if (keyed && isMonthKey(cell)) add(at, COL.month);
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
  const taken = new Set<number>();
  const best = (col: number) => {
    let at = 0;
    for (let n = 1; n <= width; n++) {
      const count = votes[n]?.[col] ?? 0;
      const most = votes[at]?.[col] ?? 0;
      if (!taken.has(n) && count > 0 && (count > most || (count === most && n === col))) at = n;
    }
    return at;
  };
  for (const col of [
    COL.key,
    COL.month,
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
      (col !== COL.key && col !== COL.month && Math.max(...(votes[at] as number[])) > (votes[at]?.[col] ?? 0))
    )
      continue;
    order[col] = at;
    taken.add(at);
  }
  const known = order.filter((at) => at > 0).length;
  if (known < 3) return null;
  fillByPlace(order, taken, cells, width);
  return order;
}

/** Columns that say nothing themselves are known by their neighbours: D to G first, then the rest. */
function fillByPlace(order: number[], taken: Set<number>, cells: TabCells, width: number): void {
  for (let from = 1; from <= COLUMNS; from++) {
    if (order[from]) continue;
    let to = from;
    while (to < COLUMNS && !order[to + 1]) to++;
    const left = from === 1 ? 0 : (order[from - 1] as number);
    const right = to === COLUMNS ? width + 1 : (order[to + 1] as number);
    const free: number[] = [];
    const [start, end] = left < right ? [left + 1, right] : [left + 1, width + 1];
    for (let at = start; at < end && (left < right || free.length < to - from + 1); at++) {
      if (taken.has(at)) {
        if (left >= right) break;
        continue;
      }
      free.push(at);
    }
    const wanted = Array.from({ length: to - from + 1 }, (_, n) => from + n);
    for (const [col, at] of matchInOrder(wanted, free, cells)) {
      order[col] = at;
      taken.add(at);
    }
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
    if (isBand && col === COL.d && cell === bandNumber(String(label ?? ''))) score += 3;
    else if (isBand && col === COL.e && /^(moved|finished|reopened)$/.test(String(cell))) score += 3;
    else if (isBand && col === COL.f && isMonthKey(cell)) score += 3;
    else if (isBand && col === COL.g && typeof cell === 'string' && /^[0-9a-z]{6,}$/.test(cell)) score += 3;
    else if (!isBand && col === COL.d && isMonthKey(cell)) score += 1;
    else if (col === COL.g && /^[\d-]*\|[0-9a-z]*(\||$)/.test(String(cell))) score += 2;
    else if (col >= COL.d && col <= COL.g && (formulas[index]?.[at - 1] ?? '') !== '') score += 0.2;
    else if (col > COL.g || col === COL.who) score += 0.1;
    else if (typeof cell === 'string') score -= 0.5;
  });
  return score;
}

function planColumns(order: number[], cells: TabCells, width: number): ColumnCheck {
  const actions: RepairAction[] = [];
  const findings: ColumnCheck['findings'] = [];
  const gridOf = new Map<number, number>();
  order.forEach((at, col) => {
    if (at > 0) gridOf.set(at, col);
  });
  const isEmpty = (at: number) =>
    cells.values.every((line, row) => {
      const cell = line[at - 1];
      return (cell === '' || cell === null || cell === undefined) && (cells.formulas[row]?.[at - 1] ?? '') === '';
    });
  const foreign = Array.from({ length: width }, (_, n) => n + 1).filter((at) => !gridOf.has(at) && !isEmpty(at));
  // The sheet's columns as they come to lie, by their old number; 0 for a new one.
  const now = Array.from({ length: width }, (_, n) => n + 1);
  const last = () => now.reduce((found, at, index) => (gridOf.has(at) ? index : found), -1);
  for (let index = last(); index >= 0; index--) {
    const at = now[index] as number;
    if (gridOf.has(at)) continue;
    if (foreign.includes(at)) continue;
    findings.push({
      cell: `${columnLetter(at)}1`,
      words: `Column ${columnLetter(at)} is empty and stands between the tracker’s columns.`,
      repair: 'The empty column goes.',
    });
    actions.push({ act: 'deleteColumn', at: index + 1 });
    now.splice(index, 1);
  }
  // What stands in between and holds something goes behind the last column of the grid.
  for (;;) {
    const index = now.findIndex((at, n) => !gridOf.has(at) && n < last());
    if (index < 0) break;
    const at = now[index] as number;
    const to = last();
    findings.push({
      cell: `${columnLetter(at)}1`,
      words: `Column ${columnLetter(at)} is none of the tracker’s and stands between them.`,
      repair: 'It moves to the right of the last column, with everything in it.',
    });
    actions.push({ act: 'moveColumn', from: index + 1, to: to + 1 });
    now.splice(index, 1);
    now.splice(to, 0, at);
  }
  for (let col = 1; col <= COLUMNS; col++) {
    const at = order[col] as number;
    if (at === 0) {
      findings.push({
        cell: `${columnLetter(col)}1`,
        words: `The column “${NAMES[col - 1]}” (${columnLetter(col)}) is missing.`,
        repair: 'An empty column is put there, and its labels come back.',
      });
      actions.push({ act: 'insertColumn', at: col });
      now.splice(col - 1, 0, 0);
      continue;
    }
    const index = now.indexOf(at);
    if (index === col - 1) continue;
    findings.push({
      cell: `${columnLetter(at)}1`,
      words: `The column “${NAMES[col - 1]}” stands in ${columnLetter(at)} instead of ${columnLetter(col)}.`,
      repair: `It moves back to ${columnLetter(col)}.`,
    });
    actions.push({ act: 'moveColumn', from: index + 1, to: col });
    now.splice(index, 1);
    now.splice(col - 1, 0, at);
  }
  if (actions.length > 0) {
    actions.unshift({ act: 'unmerge' });
    actions.push({ act: 'columnLook' });
  }
  return { order: order.slice(1), foreign, actions, findings };
}
