/** Random hand edits of a rep's tab, as careless people make them. */
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import type { PlainGrid } from './plain-grid';
import type { Random } from './seeded';

const TYPED = [COL.who, COL.when, COL.why, COL.amount, COL.status, COL.moved, COL.since, COL.next];

type Edit = (grid: PlainGrid, random: Random, text: () => string) => string;

const row = (grid: PlainGrid, random: Random) => random.int(1, grid.rowCount + 2);

/** Row of a random key, so that headings and labels are hit as often as plain rows. */
function frameRow(grid: PlainGrid, random: Random): number {
  const rows: number[] = [];
  for (let n = 1; n <= grid.rowCount; n++)
    if (/^(band|focus|end|section:|header:|text:|sum:|kpis:)/.test(String(grid.value(n, HIDDEN.key)))) rows.push(n);
  return rows.length > 0 ? random.pick(rows) : row(grid, random);
}

const EDITS: Record<string, Edit> = {
  insertRows(grid, random, text) {
    const [at, count] = [row(grid, random), random.int(1, 3)];
    grid.insertRows(at, count);
    if (random.chance(0.6)) grid.put(at, COL.who, text(), true);
    if (random.chance(0.3)) grid.put(at, random.pick(TYPED), text(), true);
    return `${count} at ${at}`;
  },
  deleteRows(grid, random) {
    const [at, count] = [random.chance(0.5) ? frameRow(grid, random) : row(grid, random), random.int(1, 3)];
    grid.deleteRows(at, count);
    return `${count} at ${at}`;
  },
  typeOver(grid, random, text) {
    const at = random.chance(0.7) ? frameRow(grid, random) : row(grid, random);
    const col = random.pick(TYPED);
    grid.put(at, col, random.chance(0.9) ? text() : `=LEN("${text()}")`);
    return `${at},${col}`;
  },
  clearCell(grid, random) {
    const [at, col] = [frameRow(grid, random), random.pick(TYPED)];
    grid.put(at, col, '');
    return `${at},${col}`;
  },
  sort(grid, random) {
    const [at, count] = [row(grid, random), random.chance(0.1) ? random.int(20, 120) : random.int(2, 12)];
    grid.sort(at, count, random.chance(0.3));
    return `${count} at ${at}`;
  },
  moveRows(grid, random) {
    const count = random.chance(0.1) ? random.int(10, 70) : random.int(1, 6);
    const from = Math.min(row(grid, random), Math.max(1, grid.rowCount - count));
    const before = random.int(1, grid.rowCount);
    if (before > from && before < from + count) return 'nothing';
    grid.moveRows(from, count, before);
    return `${count} from ${from} before ${before}`;
  },
  copyRows(grid, random) {
    const [from, count, to] = [row(grid, random), random.int(1, 6), row(grid, random)];
    const insert = random.chance(0.6);
    if (insert) grid.insertRows(to, count);
    grid.copyRows(insert && from >= to ? from + count : from, count, to);
    return `${count} from ${from} to ${to}${insert ? ' inserted' : ''}`;
  },
  copyBlock(grid, random) {
    const bands: number[] = [];
    for (let n = 1; n <= grid.rowCount; n++) if (grid.value(n, HIDDEN.key) === 'band') bands.push(n);
    if (bands.length === 0) return 'nothing';
    const which = random.int(0, bands.length - 1);
    const from = bands[which]!;
    const count = (bands[which + 1] ?? grid.rowCount + 1) - from;
    const to = random.pick([grid.rowCount + random.int(1, 3), random.pick(bands), row(grid, random)]);
    grid.insertRows(to, count);
    grid.copyRows(from >= to ? from + count : from, count, to);
    return `${count} from ${from} to ${to}`;
  },
  cutCells(grid, random) {
    const rows = random.int(1, 4);
    const cols = random.int(1, 4);
    const from = row(grid, random);
    const to = row(grid, random);
    const col = random.pick([COL.who, COL.when, COL.why, COL.moved]);
    const width = col === COL.who ? 1 : cols;
    const toCol = random.pick([COL.when, COL.why, COL.amount, col]);
    grid.cutCells(from, col, rows, width, to, toCol);
    return `${rows}×${width} ${from},${col} to ${to},${toCol}`;
  },
  loseKey(grid, random) {
    const at = random.chance(0.5) ? frameRow(grid, random) : row(grid, random);
    if (at === 1 && random.chance(0.5)) return 'nothing';
    grid.put(at, HIDDEN.key, '');
    if (random.chance(0.7)) grid.put(at, HIDDEN.month, '');
    return `${at}`;
  },
};

const COLUMN_EDITS: Record<string, Edit> = {
  insertColumn(grid, random, text) {
    const at = random.int(1, 15);
    grid.insertColumn(at);
    if (random.chance(0.5))
      for (let n = random.int(1, 4); n > 0; n--) grid.put(random.int(1, grid.rowCount), at, text());
    return `${at}`;
  },
  deleteColumn(grid, random) {
    const at = random.pick([COL.when, COL.why, COL.amount, COL.moved, COL.since, COL.next]);
    grid.deleteColumn(at);
    return `${at}`;
  },
  moveColumn(grid, random) {
    const [from, to] = [random.int(1, 14), random.int(1, 14)];
    grid.moveColumn(from, to);
    return `${from} to ${to}`;
  },
};

/** Makes `count` edits; columns are touched at the end at most, as the others aim at columns by their place. Tells what was done. */
export function damage(grid: PlainGrid, random: Random, count: number, text: () => string): string[] {
  const done: string[] = [];
  const make = (edits: Record<string, Edit>) => {
    const name = random.pick(Object.keys(edits));
    done.push(`${name} ${edits[name]!(grid, random, text)}`);
  };
  for (let n = 0; n < count; n++) make(EDITS);
  if (random.chance(0.25)) make(COLUMN_EDITS);
  return done;
}
