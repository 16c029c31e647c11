import type { MonthKey } from '../shared/month';
import { likeness, nameIn } from './row-mark';

/**
 * Which key belongs to which text. Keys lie in hidden columns: they stay behind when somebody sorts, cuts or drags the
 * visible cells. Beside each of them stands the mark of the text that it was given to.
 */
export interface MarkedRow {
  /** Sheet row: tells rows apart. */
  row: number;
  month: MonthKey;
  /** The id in its key; '' without one. */
  id: string;
  /** The mark beside the key; '' for a key that was never given to a text. */
  mark: string;
  /** The mark of what stands in the row now; '' when that is nothing. */
  text: string;
}

export interface KeyMatch {
  /**
   * Rows of the month that get another key than the one beside them, and the row that it stands beside now; null: one that
   * is nobody's yet. With the key goes all that is kept hidden beside it.
   */
  keys: Map<number, number | null>;
  /** Rows whose keys may belong to others' texts, in groups: more than one fits, or names were swapped and other cells stayed. */
  unsure: number[][];
}

/** A key and the row whose text it belongs to. */
interface Pair {
  from: MarkedRow;
  to: MarkedRow;
}

/**
 * Finds the texts of keys that stayed behind. Only a key whose row has lost its text pairs with a text whose row has no key,
 * or one that is free; a key of another month only if its row is empty now. What is not certain stays as it is, and is told.
 * @param rows those of the month, and of other months those whose keys may have been left behind
 */
export function matchKeys(rows: readonly MarkedRow[], month: MonthKey): KeyMatch {
  const own = rows.filter((row) => row.month === month);
  const doubled = doubledRows(own);
  const keyed = own.filter((row) => row.id !== '' && row.mark !== '' && !doubled.has(row));
  const there = new Set(own.map((row) => row.id));
  const left = rows.filter((row) => row.month !== month && row.text === '' && row.mark !== '' && !there.has(row.id));
  const isHome = (row: MarkedRow) => row.mark === row.text;
  const keys = [...keyed.filter((row) => !isHome(row)), ...left];
  const fixed = new Set(keyed.filter(isHome));
  const texts = own.filter((row) => row.text !== '' && !fixed.has(row));
  if (keys.length === 0 || texts.length === 0) return { keys: none(doubled), unsure: [] };

  const exact = exactPairs(keys, texts);
  const marks = new Set(keyed.map((row) => row.mark));
  for (;;) {
    const { pairs, unsure } = withNames(keys, texts, exact, doubled);
    // A row that has kept its name gives its key away only for another one: what fits better elsewhere is a copy of it.
    const targets = new Set([...pairs.values()].map(({ to }) => to));
    const lone = [...exact.keys()].filter((row) => isCalledSo(row) && !targets.has(row) && !marks.has(row.text));
    if (lone.length === 0) return settle(own, pairs, unsure, doubled);
    for (const row of lone) exact.delete(row);
  }
}

function none(doubled: ReadonlySet<MarkedRow>): KeyMatch['keys'] {
  return new Map([...doubled].map(({ row }) => [row, null]));
}

/** Of rows with the same key all but one: it stays with the text that it was given to, else with the first. */
function doubledRows(own: readonly MarkedRow[]): Set<MarkedRow> {
  const doubled = new Set<MarkedRow>();
  for (const rows of groups(own, (row) => row.id).values()) {
    const keeper = rows.find((row) => row.mark !== '' && row.mark === row.text) ?? rows.find(isCalledSo) ?? rows[0];
    for (const row of rows) if (row !== keeper) doubled.add(row);
  }
  return doubled;
}

/** Has the row the name that its key was given to, whatever has become of the other cells? */
function isCalledSo(row: MarkedRow): boolean {
  return row.mark !== '' && nameIn(row.mark) === nameIn(row.text);
}

/** Keys and texts that fit in every cell, one to one. */
function exactPairs(keys: readonly MarkedRow[], texts: readonly MarkedRow[]): Map<MarkedRow, Pair> {
  const byText = groups(texts, (row) => row.text);
  const pairs = new Map<MarkedRow, Pair>();
  for (const [mark, [from, ...others]] of groups(keys, (row) => row.mark)) {
    const [to, ...more] = byText.get(mark) ?? [];
    if (from && to && others.length + more.length === 0) pairs.set(from, { from, to });
  }
  return pairs;
}

/** Adds those that fit by name alone, one to one; and tells the rows where more than one would. */
function withNames(
  keys: readonly MarkedRow[],
  texts: readonly MarkedRow[],
  exact: ReadonlyMap<MarkedRow, Pair>,
  doubled: ReadonlySet<MarkedRow>,
): { pairs: Map<MarkedRow, Pair>; unsure: MarkedRow[][] } {
  const pairs = new Map(exact);
  const unsure: MarkedRow[][] = [];
  const targets = new Set([...exact.values()].map(({ to }) => to));
  const marks = new Set(keys.filter((row) => !exact.has(row)).map((row) => row.mark));
  // A row whose text fits another key in every cell has lost its own, though it may be called the same.
  const lost = keys.filter((row) => (!isCalledSo(row) || targets.has(row)) && !exact.has(row));
  const homeless = texts.filter((row) => !targets.has(row) && (doubled.has(row) || exact.has(row) || !isCalledSo(row)));
  const byName = groups(homeless, (row) => nameIn(row.text));
  for (const [name, rows] of groups(lost, (row) => nameIn(row.mark))) {
    const [from, ...others] = rows;
    const [to, ...more] = byName.get(name) ?? [];
    if (!from || !to) continue;
    const isAnothers = marks.has(to.text) && to.text !== from.mark;
    if (others.length + more.length === 0 && !isAnothers) pairs.set(from, { from, to });
    else unsure.push([to, ...more, ...rows]);
  }
  return { pairs, unsure };
}

/** Decides each chain of rows that hand keys on to each other as a whole: all of it is certain, or all of it stays. */
function settle(
  own: readonly MarkedRow[],
  pairs: ReadonlyMap<MarkedRow, Pair>,
  doubts: readonly MarkedRow[][],
  doubled: ReadonlySet<MarkedRow>,
): KeyMatch {
  const isOwn = new Set(own);
  const pairTo = new Map([...pairs.values()].map((pair) => [pair.to, pair]));
  const doubtful = new Set(doubts.flat());
  const keys = none(doubled);
  const unsure = doubts.map((rows) => rows.filter((row) => isOwn.has(row)).map(({ row }) => row));
  for (const chain of chainsOf([...pairs.values()])) {
    const handed = new Map<MarkedRow, MarkedRow | null>(chain.map(({ from, to }) => [to, from]));
    let isSure = chain.every((pair) => !doubtful.has(pair.from) && !doubtful.has(pair.to) && !isSwapped(pair));
    // The row whose key has gone and that gets none by its text takes the one that is left over at the chain's other end.
    const first = chain.find(({ from }) => !pairTo.has(from))?.from;
    if (first && isOwn.has(first)) {
      const last = chain.find(({ to }) => !pairs.has(to))?.to;
      const spare = last && last.id !== '' && !doubled.has(last) ? last : null;
      const fits = first.text === '' || spare === null || spare.mark === '' || isLike(spare, first);
      if (fits) handed.set(first, spare);
      else isSure = false;
    }
    if (isSure) for (const [to, from] of handed) keys.set(to.row, from ? from.row : null);
    else unsure.push(chain.flatMap(({ from, to }) => [from, to]).flatMap((row) => (isOwn.has(row) ? [row.row] : [])));
  }
  return {
    keys,
    unsure: unsure.map((rows) => [...new Set(rows)].sort((a, b) => a - b)).filter((rows) => rows.length > 0),
  };
}

/** Does the name stand in another row now, while the other cells stayed where they were? */
function isSwapped({ from, to }: Pair): boolean {
  if (from.text === '') return false;
  const { one: stayed, other: moved } = likeness(from.mark, from.text, to.text);
  return stayed > 0 && stayed >= moved;
}

/** Is a row, though renamed, rather the one that a key was given to than the one that it stands beside? */
function isLike(key: MarkedRow, row: MarkedRow): boolean {
  const { one: there, other: here } = likeness(key.mark, key.text, row.text);
  return here > there;
}

/** Pairs that share rows. */
function chainsOf(pairs: readonly Pair[]): Pair[][] {
  const byFrom = new Map(pairs.map((pair) => [pair.from, pair]));
  const targets = new Set(pairs.map(({ to }) => to));
  const seen = new Set<Pair>();
  const chains: Pair[][] = [];
  const walk = (start: Pair) => {
    const chain: Pair[] = [];
    for (let pair: Pair | undefined = start; pair && !seen.has(pair); pair = byFrom.get(pair.to)) {
      seen.add(pair);
      chain.push(pair);
    }
    if (chain.length > 0) chains.push(chain);
  };
  // Chains with a beginning first, then those that go round.
  for (const pair of pairs) if (!targets.has(pair.from)) walk(pair);
  for (const pair of pairs) walk(pair);
  return chains;
}

/** Rows by what they have in common; those without it are left out. */
function groups(rows: readonly MarkedRow[], by: (row: MarkedRow) => string): Map<string, MarkedRow[]> {
  const found = new Map<string, MarkedRow[]>();
  for (const row of rows) {
    const key = by(row);
    if (key === '') continue;
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return found;
}
