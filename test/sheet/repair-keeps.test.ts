/** What a repair must leave where it stands, or bring along: formulas, and what stands in columns of somebody's own. */
import { COL } from '../../src/sheet/grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import { readTabIndex } from '../../src/sheet/month/read';
import { checkTab } from '../../src/sheet/repair/check';
import { applyActions } from '../../src/sheet/repair/repair-actions';
import type { PlainGrid } from '../support/plain-grid';
import { CONTEXT, richTab, texts } from '../support/rich-tab';
import { seeded } from '../support/seeded';

const fresh = () => richTab(seeded(3), 2, texts());
const OWN = COLUMNS + 1;
const FORMULA = '=7*6';

/** A tab with a column of somebody's own behind the last one. */
function withOwnColumn(): PlainGrid {
  const grid = fresh();
  grid.insertColumn(OWN);
  return grid;
}

function rowOf(grid: PlainGrid, key: string): number {
  for (let row = 1; row <= grid.rowCount; row++) if (grid.value(row, HIDDEN.key) === key) return row;
  throw new Error(`no row ${key}`);
}

/** Repairs, up to four rounds, as the button does. */
function repair(grid: PlainGrid): string[] {
  const first = checkTab(grid.cells(), CONTEXT);
  let check = first;
  for (let round = 0; round < 4 && check.actions.length > 0; round++) {
    applyActions(grid.target(check.columns), check.actions);
    check = checkTab(grid.cells(), CONTEXT);
  }
  expect(check.actions).toEqual([]);
  return first.findings.map(({ words }) => words);
}

/** How often a text or a formula stands on the tab. */
function times(grid: PlainGrid, said: string): number {
  const { values, formulas } = grid.cells();
  return [...values, ...formulas].flat().filter((cell) => cell === said).length;
}

/** Rows that a repair takes, removes or makes anew where a row of the frame is missing. */
const DAMAGE: Record<string, (grid: PlainGrid, put: (row: number) => void) => void> = {
  'an empty row where the labels of a section were': (grid, put) => {
    const row = rowOf(grid, 'header:existing');
    grid.deleteRows(row, 1);
    grid.insertRows(row, 1);
    put(row);
  },
  'an empty row where a heading was': (grid, put) => {
    const row = rowOf(grid, 'section:existing');
    grid.deleteRows(row, 1);
    grid.insertRows(row, 1);
    put(row);
  },
  'an empty row where a question was': (grid, put) => {
    const row = rowOf(grid, 'text:takeaway');
    grid.deleteRows(row, 1);
    grid.insertRows(row, 1);
    put(row);
  },
  'the empty row above a section that has gone': (grid, put) => {
    const row = rowOf(grid, 'section:existing');
    put(row - 1);
    grid.deleteRows(row, 2);
  },
  'an empty row above the months': (grid, put) => {
    put(4);
    grid.deleteRows(2, 1);
  },
  'an empty row above the months, one too many': (grid, put) => {
    grid.insertRows(4, 1);
    put(4);
  },
  'an empty row below the last month': (grid, put) => {
    put(grid.rowCount + 3);
    grid.deleteRows(rowOf(grid, 'text:takeaway'), 1);
  },
  'a row for a text that stood elsewhere': (grid, put) => {
    grid.put(rowOf(grid, 'header:new'), COL.why, 'typed over a label');
    // The empty rows at the end of the section, where such a text goes.
    const from = rowOf(grid, 'header:new');
    for (let row = rowOf(grid, 'section:existing') - 2; row > from; row--) {
      if (grid.value(row, COL.who) !== '') break;
      put(row);
    }
  },
};

describe.each(Object.entries(DAMAGE))('%s', (_, damage) => {
  test.each([
    ['a formula in it', COL.why],
    ['a formula beside it', OWN],
  ])('%s stays', (__, col) => {
    const grid = withOwnColumn();
    let put = 0;
    damage(grid, (row) => {
      put++;
      grid.put(row, col, FORMULA);
    });
    repair(grid);
    expect(times(grid, FORMULA)).toBe(put);
  });

  test('a text beside it stays', () => {
    const grid = withOwnColumn();
    let put = 0;
    damage(grid, (row) => {
      put++;
      grid.put(row, OWN, 'mine');
    });
    repair(grid);
    expect(times(grid, 'mine')).toBe(put);
  });
});

describe('something typed into a row of the frame', () => {
  const KEYS = ['band', 'focus', 'section:new', 'header:new', 'section:existing', 'header:existing', 'sum:pipeline'];
  const MORE = ['sum:closing', 'header:kpis', 'text:takeaway', 'text:nextDate', 'text:focus', 'header:grow', 'end'];
  // In another column in each row, so that each of them comes up.
  const cells = [...KEYS, ...MORE].flatMap((key, n) =>
    [1, 4].map((step) => [key, 1 + ((n * step + step) % 8)] as const),
  );

  test.each(cells)('%s, column %i: a text or a formula stands once afterwards, where it is read', (key, col) => {
    for (const mine of ['mine', FORMULA]) {
      const grid = fresh();
      const row = rowOf(grid, key);
      grid.put(row, col, mine);
      repair(grid);
      expect([mine, times(grid, mine)]).toEqual([mine, 1]);
      const { values, formulas } = grid.cells();
      const lines = values.map((line, r) => line.map((cell, c) => formulas[r]?.[c] || cell));
      const line = lines.find((one) => one.includes(mine)) ?? [];
      const stays = line[HIDDEN.key - 1] === key && line[col - 1] === mine;
      const isRow = line[COL.who - 1] === mine && String(line[COL.why - 1]).startsWith('stood in');
      expect([mine, stays || isRow]).toEqual([mine, true]);
    }
  });
});

describe('a row of the frame that stands twice', () => {
  /** A copy of a row, right below it. */
  function doubled(key: string): { grid: PlainGrid; row: number } {
    const grid = withOwnColumn();
    const row = rowOf(grid, key);
    grid.insertRows(row + 1, 1);
    grid.copyRows(row, 1, row + 1);
    return { grid, row: row + 1 };
  }

  test.each([['section:existing'], ['header:existing'], ['text:takeaway'], ['sum:pipeline']])(
    'what stands beside the second %s stays',
    (key) => {
      for (const mine of ['mine', FORMULA]) {
        const { grid, row } = doubled(key);
        grid.put(row, OWN, mine);
        repair(grid);
        expect([key, mine, times(grid, mine)]).toEqual([key, mine, 1]);
      }
    },
  );

  test('it goes where nothing stands beside it', () => {
    const { grid, row } = doubled('section:existing');
    const before = grid.rowCount;
    repair(grid);
    expect([grid.rowCount, grid.value(row, HIDDEN.key)]).toEqual([before - 1, 'header:existing']);
  });

  test('a second one that is empty goes without a row for nothing', () => {
    const { grid } = doubled('text:takeaway');
    const row = rowOf(grid, 'text:takeaway');
    for (const at of [row, row + 1]) grid.put(at, COL.when, '');
    const before = grid.rowCount;
    repair(grid);
    expect(grid.rowCount).toBe(before - 1);
  });

  test('a formula typed into the second one gets a row', () => {
    const { grid, row } = doubled('text:takeaway');
    grid.put(row, COL.when, FORMULA);
    repair(grid);
    expect(times(grid, FORMULA)).toBe(1);
  });

  test('what was typed into the second one gets a row, and only that: not the words of the add-on', () => {
    const { grid, row } = doubled('text:takeaway');
    grid.put(row - 1, COL.when, 'said first');
    grid.put(row, COL.when, 'said second');
    repair(grid);
    const rescued = grid.cells().values.filter((line) => String(line[COL.why - 1]).startsWith('stood in'));
    expect(rescued.map((line) => line[COL.who - 1])).toEqual(['said second']);
    expect(grid.value(rowOf(grid, 'text:takeaway'), COL.when)).toBe('said first');
  });
});

test('the same text in the hidden cells of three rows comes back three times', () => {
  const grid = fresh();
  const first = rowOf(grid, 'header:new') + 1;
  for (const row of [first, first + 1, rowOf(grid, 'header:existing') + 1]) grid.put(row, HIDDEN.story, 'mine said so');
  repair(grid);
  const shown = grid.cells().values.filter((line) => line.slice(0, COL.next).includes('mine said so'));
  expect([shown.length, times(grid, 'mine said so')]).toEqual([3, 3]);
});

test('a heading that counts its section otherwise is no damage', () => {
  const grid = fresh();
  grid.put(rowOf(grid, 'section:new'), COL.who, '9  New opportunities');
  expect(checkTab(grid.cells(), CONTEXT).findings).toEqual([]);
});

describe('what is found names the cell where a person looks for the row', () => {
  const found = (edit: (grid: PlainGrid, row: number) => number): [string, string, string] => {
    const grid = fresh();
    const row = rowOf(grid, 'header:new') + 1;
    grid.put(row, COL.who, 'mine');
    const at = edit(grid, row);
    const { noted } = checkTab(grid.cells(), CONTEXT);
    return [noted.map(({ damage }) => damage).join(), noted[0]?.cell ?? '', `A${at}`];
  };
  const KINDS: [string, (grid: PlainGrid, row: number) => number][] = [
    [
      'key',
      (grid, row) => {
        grid.insertRows(row, 1);
        grid.put(row, COL.who, 'typed');
        return row;
      },
    ],
    [
      'doubleKey',
      (grid, row) => {
        grid.insertRows(row + 1, 1);
        grid.copyRows(row, 1, row + 1);
        return row + 1;
      },
    ],
    [
      'month',
      (grid, row) => {
        grid.put(row, HIDDEN.month, '');
        return row;
      },
    ],
    [
      'section',
      (grid, row) => {
        const to = rowOf(grid, 'header:existing') + 1;
        grid.moveRows(row, 1, to);
        return to - 1;
      },
    ],
  ];

  test.each(KINDS)('%s', (damage, edit) => {
    const [damages, cell, wanted] = found(edit);
    expect([damages, cell]).toEqual([damage, wanted]);
  });
});

describe('columns', () => {
  test('a tab of which hardly anything is left is not touched, and that is said', () => {
    const grid = fresh();
    const { values } = grid.cells();
    values.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (c >= 8 || typeof cell !== 'string' || !cell.includes('said so')) grid.put(r + 1, c + 1, '');
      });
    });
    const check = checkTab(grid.cells(), CONTEXT);
    expect([check.actions, check.findings.map(({ repair: mends }) => mends)]).toEqual([[], ['']]);
  });

  test.each([
    [HIDDEN.key, 1],
    [HIDDEN.month, 1],
    [HIDDEN.month, 4],
    [COL.next, 1],
    [COL.who, COL.next],
    [COL.status, COL.when],
    [COL.when, HIDDEN.story],
    [COL.amount, HIDDEN.yearActual],
    [COL.status, HIDDEN.quarterActual],
    [COL.moved, COLUMNS],
  ])('column %i dragged to %i, and nothing says where the columns stand: found where it is', (from, to) => {
    const grid = fresh();
    grid.insertColumn(3);
    grid.put(9, 3, 'mine');
    grid.moveColumn(readTabIndex(grid.asSheet()).tab.columns.of(from), to);
    const moved = readTabIndex(grid.asSheet()).tab.columns;
    grid.put(1, moved.of(HEAD_CELL.columns.col), '');
    repair(grid);
    expect(readTabIndex(grid.asSheet()).tab.columns).toEqual(moved);
    expect(times(grid, 'mine')).toBe(1);
  });

  test.each<[readonly number[]]>([
    [[HIDDEN.unchanged]],
    [[HIDDEN.firstMonth, HIDDEN.pushed]],
    [[HIDDEN.story, HIDDEN.importId, HIDDEN.text]],
  ])(
    'with columns %j gone and one of somebody’s own among the hidden ones, each of the others is known by what it holds',
    (gone) => {
      const grid = fresh();
      const row = rowOf(grid, 'header:existing') + 1;
      const life: [number, string | number][] = [
        [HIDDEN.firstMonth, 202609],
        [HIDDEN.story, 'mnm.'],
      ];
      grid.put(row, COL.who, 'Acme');
      for (const [col, value] of life) grid.put(row, col, value);
      for (const col of [...gone].sort((a, b) => b - a)) grid.deleteColumn(col);
      // Nothing says any more where the columns stand.
      const told = (grid.cells().values[0] ?? []).findIndex((cell) => String(cell).startsWith('columns ')) + 1;
      if (told > 0) grid.put(1, told, '');
      repair(grid);
      const at = grid.cells().values.find((line) => line[0] === 'Acme');
      for (const [col, value] of life) expect([col, at?.[col - 1]]).toEqual([col, gone.includes(col) ? '' : value]);
    },
  );
});
