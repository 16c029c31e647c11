import { COL } from '../../src/sheet/grid/grid';
import { movedColumn } from '../../src/sheet/month/column-check';
import { parseBlock } from '../../src/sheet/month/read';
import { checkTab } from '../../src/sheet/repair/check';
import { applyActions } from '../../src/sheet/repair/repair-actions';
import type { PlainGrid } from '../support/plain-grid';
import { CONTEXT, richTab, texts } from '../support/rich-tab';
import { seeded } from '../support/seeded';

const fresh = (months = 2) => richTab(seeded(3), months, texts());
const rowOf = (grid: PlainGrid, key: string) => {
  for (let row = 1; row <= grid.rowCount; row++) if (grid.value(row, COL.key) === key) return row;
  return -1;
};
/** Checks, repairs, and gives what was found. */
const repair = (grid: PlainGrid) => {
  const check = checkTab(grid.cells(), CONTEXT);
  applyActions(grid, check.actions);
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

describe('Check and repair', () => {
  test('a label that was typed over comes back; the text gets a row that says where it stood', () => {
    const grid = fresh();
    const row = rowOf(grid, 'header:new');
    grid.put(row, COL.why, 'Call Acme!');
    const [finding, ...others] = repair(grid);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ cell: `I${row}` });
    expect(finding!.words).toContain('“Call Acme!”');
    expect(grid.value(row, COL.why)).toBe('why, why now');
    const line = rowWith(grid, 'Call Acme!')!;
    expect(line[COL.key - 1]).toMatch(/^new:\w{8}$/);
    expect(line[COL.who - 1]).toBe('Call Acme!');
    expect(line[COL.why - 1]).toBe(`stood in the row of column labels of New opportunities, I${row}`);
  });

  test('a text over the month’s heading goes to the topics', () => {
    const grid = fresh();
    grid.put(rowOf(grid, 'band'), COL.who, 'My month');
    repair(grid);
    expect(rowWith(grid, 'My month')![COL.key - 1]).toMatch(/^other:/);
    expect(grid.value(rowOf(grid, 'band'), COL.who)).toBe('November 2026 · 2');
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
    expect(after.values.map((line) => line[COL.key - 1])).toEqual(before.values.map((line) => line[COL.key - 1]));
    const row = rowOf(grid, key) - 1;
    expect(after.formulas[row]!.map((formula) => formula.length)).toEqual(
      before.formulas[row]!.map((formula) => formula.length),
    );
  });

  test('the chain of totals goes on below a month that has been deleted', () => {
    const grid = richTab(seeded(5), 3, texts());
    const bands = grid.cells().values.flatMap((line, n) => (line[COL.key - 1] === 'band' ? [n + 1] : []));
    grid.deleteRows(bands[1]!, bands[2]! - bands[1]!);
    const row = rowOf(grid, 'kpis:revenue');
    expect(grid.cells().formulas[row - 1]!.join()).toContain('#REF!');
    repair(grid);
    const cells = grid.cells();
    expect(cells.formulas.flat().filter((formula) => formula.includes('#REF!'))).toEqual([]);
    const older = cells.values.findIndex((line, n) => n >= row && line[COL.key - 1] === 'kpis:revenue') + 1;
    expect(cells.formulas[row - 1]![COL.f - 1]).toBe(`=F${older}+N(J${row})`);
  });

  test('a copied month stays as plain rows outside of the record', () => {
    const grid = fresh();
    const { values } = grid.cells();
    const band = rowOf(grid, 'band');
    const height = values.findIndex((line, n) => n >= band && line[COL.key - 1] === 'band') + 1 - band;
    const end = grid.rowCount + 2;
    grid.copyRows(band, height, end);
    const findings = repair(grid);
    expect(findings.map((finding) => finding.cell)).toEqual([`A${end}`]);
    expect(grid.value(end, COL.who)).toBe('Copy of November 2026');
    for (let row = end; row < end + height; row++) {
      expect(grid.value(row, COL.key)).toBe('copy');
      expect(grid.value(row, COL.month)).toBe('');
    }
  });

  test('months out of order are put in order', () => {
    const grid = richTab(seeded(4), 3, texts());
    const { values } = grid.cells();
    const bands = values.flatMap((line, n) => (line[COL.key - 1] === 'band' ? [n + 1] : []));
    grid.moveRows(bands[2]!, values.length + 1 - bands[2]!, bands[0]!);
    repair(grid);
    expect(grid.cells().values).toEqual(values);
  });

  test('the rep is known again by Setup when the hidden head cell is gone', () => {
    const grid = fresh();
    grid.put(1, COL.key, '');
    expect(repair(grid).length).toBe(1);
    expect(grid.value(1, COL.key)).toBe('tab:rmira');
  });

  test('a column of somebody’s own moves behind the last one, an empty one goes', () => {
    const grid = fresh();
    const before = grid.cells().values;
    grid.insertColumn(10);
    grid.put(8, 10, 'mine');
    grid.insertColumn(4);
    repair(grid);
    expect(grid.columnCount).toBe(15);
    expect(grid.value(8, 15)).toBe('mine');
    expect(grid.cells().values.map((line) => line.slice(0, 14))).toEqual(before);
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
    applyActions(grid, check.actions);
    expect(grid.value(1, COL.key)).toBe('');
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

describe('columns that do not stand where the grid has them', () => {
  const read = (grid: PlainGrid) => {
    const { values } = grid.cells();
    const top = rowOf(grid, 'band');
    return movedColumn(values.slice(top - 1), top, CONTEXT.zone);
  };

  test.each([
    ['inserted', (grid: PlainGrid) => grid.insertColumn(COL.why)],
    ['deleted', (grid: PlainGrid) => grid.deleteColumn(COL.amount)],
    ['moved', (grid: PlainGrid) => grid.moveColumn(COL.next, COL.when)],
    ['inserted before the last', (grid: PlainGrid) => grid.insertColumn(COL.next)],
  ])('%s: reading tells it by a cell', (_, edit) => {
    const grid = fresh();
    expect(read(grid)).toBe('');
    edit(grid);
    expect(read(grid)).toMatch(/^[H-N]\d+$/);
  });

  test('one label typed over is no moved column', () => {
    const grid = fresh();
    grid.put(rowOf(grid, 'header:new'), COL.when, 'status');
    expect(read(grid)).toBe('');
  });

  test('a block knows it', () => {
    const grid = fresh(1);
    const top = rowOf(grid, 'band');
    grid.deleteColumn(COL.why);
    const { values, formulas } = grid.cells();
    const place = { month: 202611, row: top, rows: values.length + 1 - top };
    expect(parseBlock(values.slice(top - 1), formulas.slice(top - 1), place, CONTEXT.zone).moved).not.toBe('');
  });
});
