import { a1, COL, FIRST_BLOCK_ROW } from '../../src/sheet/grid/grid';
import { COLUMNS, columnName, HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import { readBlock, readTabIndex } from '../../src/sheet/month/read';
import { checkTab } from '../../src/sheet/repair/check';
import { applyActions } from '../../src/sheet/repair/repair-actions';
import type { PlainGrid } from '../support/plain-grid';
import { CONTEXT, richTab, texts } from '../support/rich-tab';
import { seeded } from '../support/seeded';

const fresh = (months = 2) => richTab(seeded(3), months, texts());
const rowOf = (grid: PlainGrid, key: string) => {
  for (let row = 1; row <= grid.rowCount; row++) if (grid.value(row, HIDDEN.key) === key) return row;
  return -1;
};
/** Checks, repairs, and gives what was found. */
const repair = (grid: PlainGrid) => {
  const check = checkTab(grid.cells(), CONTEXT);
  applyActions(grid.target(check.columns), check.actions);
  return check.findings;
};
const rowWith = (grid: PlainGrid, text: string) => grid.cells().values.find((line) => line.includes(text));

describe('a tab that nobody has damaged', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('has no findings, seed %i', (seed) => {
    const random = seeded(seed);
    const grid = richTab(random, random.int(1, 4), texts());
    const check = checkTab(grid.cells(), CONTEXT);
    expect(check.findings).toEqual([]);
    expect(check.actions).toEqual([]);
  });
});

describe('months that were made before there were rows for what the manager brings and for what was seen', () => {
  const earlier = (months: readonly number[]) => {
    const grid = fresh(3);
    for (const key of ['text:brings', 'text:seen'])
      for (const month of months) grid.deleteRows(rowIn(grid, key, month), 1);
    return grid;
  };
  const rowIn = (grid: PlainGrid, key: string, month: number) =>
    grid.cells().values.findIndex((line) => line[HIDDEN.key - 1] === key && line[HIDDEN.month - 1] === month) + 1;
  const monthsOf = (grid: PlainGrid) => readTabIndex(grid.asSheet()).blocks.map((block) => block.month);

  test('are whole: older ones stay as they are, the newest one is offered the rows', () => {
    const [newest = 0, ...older] = monthsOf(fresh(3));
    expect(older).toHaveLength(2);
    expect(checkTab(earlier(older).cells(), CONTEXT).findings).toEqual([]);
    const grid = earlier([newest]);
    expect(checkTab(grid.cells(), CONTEXT).findings.map((one) => one.words)).toEqual([
      expect.stringContaining('What we saw, learnt'),
    ]);
    repair(grid);
    expect(checkTab(grid.cells(), CONTEXT).findings).toEqual([]);
    expect(rowIn(grid, 'text:brings', newest)).toBe(rowIn(grid, 'text:ready', newest) - 1);
  });
});

describe('Check and repair', () => {
  test('a label that was typed over comes back; the text gets a row that says where it stood', () => {
    const grid = fresh();
    const row = rowOf(grid, 'header:new');
    grid.put(row, COL.why, 'Call Acme!');
    const [finding, ...others] = repair(grid);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ cell: `C${row}` });
    expect(finding!.words).toContain('“Call Acme!”');
    expect(grid.value(row, COL.why)).toBe('why, why now');
    const line = rowWith(grid, 'Call Acme!')!;
    expect(line[HIDDEN.key - 1]).toMatch(/^new:r\w+$/);
    expect(line[COL.who - 1]).toBe('Call Acme!');
    expect(line[COL.why - 1]).toBe(`stood in the row of column labels of New opportunities, C${row}`);
  });

  test('a text over the month’s heading goes to the topics', () => {
    const grid = fresh();
    grid.put(rowOf(grid, 'band'), COL.who, 'My month');
    repair(grid);
    expect(rowWith(grid, 'My month')![HIDDEN.key - 1]).toMatch(/^other:/);
    expect(grid.value(rowOf(grid, 'band'), COL.who)).toBe('November 2026 · #2');
  });

  test.each([
    'band',
    'focus',
    'text:review',
    'section:existing',
    'header:kpis',
    'sum:pipeline',
    'text:takeaway',
    'end',
  ])('the row %s comes back in its place, with its formulas', (key) => {
    const grid = fresh();
    const before = grid.cells();
    grid.deleteRows(rowOf(grid, key), 1);
    expect(repair(grid).length).toBeGreaterThan(0);
    const after = grid.cells();
    expect(after.values.map((line) => line[HIDDEN.key - 1])).toEqual(before.values.map((line) => line[HIDDEN.key - 1]));
    const row = rowOf(grid, key) - 1;
    expect(after.formulas[row]!.map((formula) => formula.length)).toEqual(
      before.formulas[row]!.map((formula) => formula.length),
    );
  });

  test('the chain of totals goes on below a month that has been deleted', () => {
    const grid = richTab(seeded(5), 3, texts());
    const bands = grid.cells().values.flatMap((line, n) => (line[HIDDEN.key - 1] === 'band' ? [n + 1] : []));
    grid.deleteRows(bands[1]!, bands[2]! - bands[1]!);
    const row = rowOf(grid, 'kpis:revenue');
    expect(grid.cells().formulas[row - 1]!.join()).toContain('#REF!');
    repair(grid);
    const cells = grid.cells();
    expect(cells.formulas.flat().filter((formula) => formula.includes('#REF!'))).toEqual([]);
    const older = cells.values.findIndex((line, n) => n >= row && line[HIDDEN.key - 1] === 'kpis:revenue') + 1;
    expect(cells.formulas[row - 1]![HIDDEN.yearActual - 1]).toBe(
      `=${a1(older, HIDDEN.yearActual)}+N(${a1(row, COL.amount)})`,
    );
  });

  test('a copied month stays as plain rows outside of the record', () => {
    const grid = fresh();
    const { values } = grid.cells();
    const band = rowOf(grid, 'band');
    const height = values.findIndex((line, n) => n >= band && line[HIDDEN.key - 1] === 'band') + 1 - band;
    const end = grid.rowCount + 2;
    grid.copyRows(band, height, end);
    const findings = repair(grid);
    expect(findings.map((finding) => finding.cell)).toEqual([`A${end}`]);
    expect(grid.value(end, COL.who)).toBe('Copy of November 2026');
    for (let row = end; row < end + height; row++) {
      expect(grid.value(row, HIDDEN.key)).toBe('copy');
      expect(grid.value(row, HIDDEN.month)).toBe('');
    }
  });

  test('months out of order are put in order', () => {
    const grid = richTab(seeded(4), 3, texts());
    const { values } = grid.cells();
    const bands = values.flatMap((line, n) => (line[HIDDEN.key - 1] === 'band' ? [n + 1] : []));
    grid.moveRows(bands[2]!, values.length + 1 - bands[2]!, bands[0]!);
    repair(grid);
    expect(grid.cells().values).toEqual(values);
  });

  test('the rep is known again by Setup when the hidden head cell is gone', () => {
    const grid = fresh();
    grid.put(1, HIDDEN.key, '');
    expect(repair(grid).length).toBe(1);
    expect(grid.value(1, HIDDEN.key)).toBe('tab:rmira');
  });

  test('columns of somebody’s own, among the grid’s and behind them, stay as they are, and so do moved ones', () => {
    const grid = fresh();
    grid.insertColumn(3);
    grid.put(8, 3, 'mine');
    grid.insertColumn(COLUMNS + 2);
    grid.put(9, COLUMNS + 2, 'mine, too');
    grid.moveColumn(1, 6);
    const before = grid.cells();
    expect(repair(grid)).toEqual([]);
    expect(grid.cells()).toEqual(before);
  });

  test.each([COL.who, COL.why, COL.next, HIDDEN.month, HIDDEN.story, HIDDEN.datePassed])(
    'column %i comes back when it has been deleted, empty, with its labels and formulas',
    (col) => {
      const grid = fresh();
      const before = grid.cells();
      grid.insertColumn(2);
      grid.deleteColumn(col === 1 ? 1 : col + 1);
      const findings = repair(grid);
      expect(findings[0]!.words).toContain('is missing');
      const { tab } = readTabIndex(grid.asSheet());
      expect(tab.columns.gone).toEqual([]);
      const values = tab.values(1, before.values.length);
      // In the letters of a fresh tab, whatever stands between the columns.
      const formulas = tab.formulas(1, before.values.length).map((line) => line.map((f) => tab.columns.canonical(f)));
      const others = (line: unknown[]) => line.filter((_, n) => n + 1 !== col);
      const head = HEAD_CELL.columns.col - 1;
      // Where the columns stand is said anew.
      for (const lines of [values, before.values]) lines[0]![head] = '';
      for (const lines of [formulas, before.formulas]) lines[0]![head] = '';
      expect(values.map(others)).toEqual(before.values.map(others));
      expect(formulas).toEqual(before.formulas);
    },
  );

  test('where the columns stand is told again when that cell has been cleared, whatever was moved before', () => {
    const grid = fresh();
    grid.insertColumn(2);
    grid.put(9, 2, 'mine');
    grid.moveColumn(8, 4);
    const before = readTabIndex(grid.asSheet()).tab.columns;
    grid.put(1, before.of(HEAD_CELL.columns.col), '');
    expect(repair(grid).map((finding) => finding.words)).toEqual([expect.stringContaining('where the columns stand')]);
    expect(readTabIndex(grid.asSheet()).tab.columns).toEqual(before);
  });

  test('a person’s own formula in a computed cell stays', () => {
    const grid = fresh();
    const row = rowOf(grid, 'kpis:revenue');
    grid.put(row, COL.moved, '=VLOOKUP(A1;X1:Z9;2)');
    grid.put(row, COL.amount, '=B2+1');
    const before = grid.cells();
    expect(repair(grid)).toEqual([]);
    expect(grid.cells()).toEqual(before);
  });

  test('a copy of a tab is told as such and loses its id, nothing else', () => {
    const grid = fresh();
    const check = checkTab(grid.cells(), { ...CONTEXT, copyOf: 'Mira Oakes' });
    expect(check.findings[0]!.words).toContain('“Mira Oakes”');
    const before = grid
      .cells()
      .values.flat()
      .filter((cell) => cell !== '').length;
    applyActions(grid.target(check.columns), check.actions);
    expect(grid.value(1, HIDDEN.key)).toBe('');
    expect(
      grid
        .cells()
        .values.flat()
        .filter((cell) => cell !== '').length,
    ).toBe(before - 1);
  });

  test('the digest changes with any cell', () => {
    const grid = fresh();
    const { digest } = checkTab(grid.cells(), CONTEXT);
    expect(checkTab(grid.cells(), CONTEXT).digest).toBe(digest);
    grid.put(rowOf(grid, 'text:focus'), COL.when, 'new');
    expect(checkTab(grid.cells(), CONTEXT).digest).not.toBe(digest);
  });
});

describe('columns that do not stand where a fresh tab has them', () => {
  const read = (grid: PlainGrid) => {
    const { tab, blocks } = readTabIndex(grid.asSheet());
    return readBlock(tab, blocks[0]!, CONTEXT.zone);
  };

  test.each([
    ['inserted', (grid: PlainGrid) => grid.insertColumn(COL.why)],
    ['inserted before the last', (grid: PlainGrid) => grid.insertColumn(COL.next)],
    ['inserted among the hidden ones', (grid: PlainGrid) => grid.insertColumn(HIDDEN.story)],
    ['moved', (grid: PlainGrid) => grid.moveColumn(COL.next, COL.when)],
    ['moved behind the hidden ones', (grid: PlainGrid) => grid.moveColumn(COL.who, COLUMNS)],
    ['a hidden one moved to the front', (grid: PlainGrid) => grid.moveColumn(HIDDEN.key, 1)],
  ])('%s: read as before', (_, edit) => {
    const grid = fresh();
    const before = read(grid);
    edit(grid);
    const { columns, revision, ...after } = read(grid);
    expect({ ...after, columns: before.columns, revision: before.revision }).toEqual(before);
    // Cells have other names now: a sidebar that shows the month has to learn them.
    expect(revision).not.toBe(before.revision);
    expect(columns.isUsual).toBe(false);
  });

  test.each([COL.amount, HIDDEN.unchanged])('column %i deleted: reading tells it by its name and a cell', (col) => {
    const grid = fresh();
    grid.deleteColumn(col);
    expect(read(grid).damage).toMatchObject({ code: 'columnGone', column: columnName(col) });
  });

  test('cells moved over from column to column: reading tells it by a cell', () => {
    const grid = fresh();
    grid.cutCells(FIRST_BLOCK_ROW, COL.moved, 100, 1, FIRST_BLOCK_ROW, COL.since);
    expect(read(grid).damage).toMatchObject({ code: 'columnsMoved', cell: expect.stringMatching(/^[FG]\d+$/) });
  });

  test('one label typed over is no moved column', () => {
    const grid = fresh();
    grid.put(rowOf(grid, 'header:new'), COL.when, 'status');
    expect(read(grid).damage).toBeNull();
  });
});
