/**
 * What hands do to a tab: one list, for the test that tries each and for the table in docs/reliability.md. Rows are found by
 * what stands in them, as a person finds them. Nothing of the add-on's is used here but what the columns are called.
 */
import { ODD, type RawCell } from '../../../src/sheet/grid/cells';
import { COL } from '../../../src/sheet/grid/grid';
import { COLUMNS, HIDDEN } from '../../../src/sheet/grid/hidden';
import type { PlainGrid } from '../plain-grid';
import type { HandBook } from './book';

export interface HandEdit {
  /** What somebody does, for the table. */
  name: string;
  /** What has become of it, for the table. */
  outcome: string;
  /** @param look what the add-on does when somebody opens the sidebar in the middle of it; nothing where nobody does */
  act(book: HandBook, grid: PlainGrid, look: () => void): void;
  /** Texts and deals that the hand itself has taken away. */
  gone?: readonly string[];
  /** Deals that are in another list by what the hand did. */
  nowExisting?: readonly string[];
  /** Rows that nothing tells from those of another section, unless the add-on has looked in between. */
  unsure?: readonly string[];
  /** Deals whose life cannot be what it was, since what told it is gone. */
  lifeless?: readonly string[];
}

const VISIBLE = 8;

/** A line of development with a day and a status, which has just been typed. */
const LIKE_A_COMMITMENT = ['u28 said so'];

/** Sorts the visible cells of some rows by one of them, the first if nothing is said; what is hidden stays where it is. */
function sortVisible(grid: PlainGrid, at: number, count: number, by: number = COL.who): void {
  const lines = Array.from({ length: count }, (_, n) => at + n);
  const cells = lines.map((row) => Array.from({ length: VISIBLE }, (_, c) => grid.content(row, c + 1)));
  const order = lines
    .map((_, n) => n)
    .sort((a, b) => {
      const [x, y] = [a, b].map((n) => String(cells[n]![by - 1]!.value)) as [string, string];
      if (x === '' || y === '') return Number(x === '') - Number(y === '') || a - b;
      return x < y ? -1 : x > y ? 1 : a - b;
    });
  order.forEach((from, n) => {
    cells[from]!.forEach((cell, c) => {
      grid.setContent(at + n, c + 1, cell, at + from);
    });
  });
}

function paste(grid: PlainGrid, row: number, col: number, cells: readonly (readonly RawCell[])[]): void {
  cells.forEach((line, r) => {
    line.forEach((cell, c) => {
      grid.put(row + r, col + c, cell);
    });
  });
}

/** A block as it comes from a mail or another sheet: a name, a day, a reason, an amount, and more texts to the right. */
function block(rows: number, cols: number, first = 100): RawCell[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: cols }, (_, c) => (c === 1 ? 46400 + r : c === 3 ? 500 : `u${first + r * 20 + c} said so`)),
  );
}

const rowsOf = (book: HandBook, month: number) => {
  const band = book.rowOf('band', month);
  return { band, end: book.rowOf('end', month) };
};

const typed = (
  text: string,
  at: (book: HandBook) => [row: number, col: number],
  name: string,
  outcome: string,
): HandEdit => ({
  name,
  outcome,
  act: (book, grid) => grid.put(...at(book), text, true),
});

const deleted = (key: string, what: string): HandEdit => ({
  name: `${what} deleted`,
  outcome: 'comes back',
  act: (book, grid) => grid.deleteRows(book.rowOf(key), 1),
});

/**
 * Something done to a rectangle, looked at, and taken back by Ctrl+Z: the cells go back, what the add-on has written elsewhere
 * meanwhile stays. `again` does it once more, as Ctrl+Y does.
 */
function undone(
  name: string,
  place: (book: HandBook) => [row: number, col: number, rows: number, cols: number],
  act: HandEdit['act'],
  more: Partial<HandEdit> & { again?: boolean } = {},
): HandEdit {
  const { again = false, ...of } = more;
  return {
    name: `${name}, undone${again ? ' and done again' : ''}`,
    outcome: again ? 'as when it is done once' : 'as before',
    act: (book, grid, look) => {
      const [row, col, rows, cols] = place(book);
      const before = grid.rememberCells(row, col, rows, cols);
      act(book, grid, look);
      const after = grid.rememberCells(row, col, rows, cols);
      look();
      before();
      look();
      if (again) after();
    },
    ...of,
  };
}

/** Rows deleted, looked at, and back again by Ctrl+Z with all that stood in them. */
const broughtBack = (name: string, first: (book: HandBook) => number, count = 1): HandEdit => ({
  name: `${name} deleted, undone`,
  outcome: 'as before',
  act: (book, grid, look) => {
    const row = first(book);
    const cells = grid.rememberCells(row, 1, count, COLUMNS);
    grid.deleteRows(row, count);
    look();
    grid.insertRows(row, count);
    cells();
  },
});

const belowNew = (book: HandBook) => book.rowWith('u6 said so') + 1;
const newestRows = (book: HandBook): [number, number, number, number] => {
  const { band, end } = rowsOf(book, 0);
  return [band, 1, end - band + 1, VISIBLE];
};

/** What Ctrl+Z and Ctrl+Y do, and the version history. */
const TAKEN_BACK: readonly HandEdit[] = [
  ...[false, true].flatMap((again) => [
    undone(
      'a block of 5 × 4 pasted over the next heading',
      (book) => [belowNew(book), 1, 5, 4],
      (book, grid) => paste(grid, belowNew(book), 1, block(5, 4)),
      { again },
    ),
    undone(
      'a block 12 columns wide pasted into the white rows',
      (book) => [belowNew(book), 1, 2, 12],
      (book, grid) => paste(grid, belowNew(book), 1, block(2, 12)),
      { again },
    ),
    undone(
      'the deals’ visible cells sorted by name',
      (book) => [book.rowWith('u5 said so'), 1, 4, VISIBLE],
      (book, grid) => sortVisible(grid, book.rowWith('u5 said so'), 4),
      { again },
    ),
    undone(
      'the visible cells of the month sorted by the first column',
      newestRows,
      (book, grid) => sortVisible(grid, newestRows(book)[0], newestRows(book)[2]),
      { again, unsure: again ? LIKE_A_COMMITMENT : [] },
    ),
    undone(
      'a deal’s name typed over',
      (book) => [book.rowWith('u1 said so'), COL.who, 1, 1],
      (book, grid) => grid.put(book.rowWith('u1 said so'), COL.who, 'u90 said so', true),
      again ? { again, gone: ['u1 said so'] } : {},
    ),
    undone(
      'a deal’s cells deleted',
      (book) => [book.rowWith('u2 said so'), 1, 1, VISIBLE],
      (book, grid) => {
        for (let col = 1; col <= VISIBLE; col++) grid.put(book.rowWith('u2 said so'), col, '');
      },
      again ? { again, gone: ['u2 said so'] } : {},
    ),
  ]),
  broughtBack('a deal’s row', (book) => book.rowWith('u2 said so')),
  broughtBack('a section’s heading and labels', (book) => book.rowOf('section:existing'), 2),
  broughtBack('the month’s name', (book) => book.rowOf('band')),
  {
    name: 'rows typed and looked at, then a version from before them brought back',
    outcome: 'as in that version',
    act: (book, grid, look) => {
      const version = grid.remember();
      grid.put(belowNew(book), COL.who, 'u90 said so', true);
      grid.put(book.rowWith('u1 said so'), COL.who, 'u91 said so', true);
      look();
      version();
    },
  },
  {
    name: 'a version from before the hidden columns were filled brought back',
    outcome: 'rows are known by their words',
    act: (_, grid, look) => {
      const cells = grid.remember();
      look();
      cells();
      for (let row = 1; row <= grid.rowCount; row++) grid.put(row, HIDDEN.text, '');
    },
  },
];

export const EDITS: readonly HandEdit[] = [
  { name: 'nothing at all', outcome: 'nothing to repair', act: () => undefined },
  typed(
    'u90 said so',
    (b) => [b.rowOf('header:new'), COL.why],
    'a text typed over a column’s label',
    'gets a row; the label comes back',
  ),
  typed(
    'u90 said so',
    (b) => [b.rowOf('section:existing'), COL.who],
    'a text typed over a section’s heading',
    'gets a row; the heading comes back',
  ),
  typed(
    'u90 said so',
    (b) => [b.rowOf('section:existing'), COL.next],
    'a text typed at the right of a heading',
    'gets a row',
  ),
  typed(
    'u90 said so',
    (b) => [b.rowOf('band'), COL.who],
    'a text typed over the month’s name',
    'gets a row; the name comes back',
  ),
  typed(
    'u90 said so',
    (b) => [b.rowOf('text:focus'), COL.who],
    'a text typed over “Focus until next time”',
    'gets a row; the label comes back',
  ),
  typed(
    'u90 said so',
    (b) => [b.rowOf('sum:pipeline'), COL.amount],
    'a text typed over the pipeline’s amount',
    'gets a row; the formula comes back',
  ),
  typed(
    'u90 said so',
    (b) => [b.rowOf('kpis:revenue'), COL.who],
    'a text typed over a KPI’s name',
    'gets a row; the name comes back',
  ),
  typed(
    'u90 said so',
    (b) => [b.rowOf('end') + 1, COL.who],
    'a text typed below the month’s end',
    'moves into a section',
  ),
  {
    name: 'a text typed below the last month',
    outcome: 'moves into the newest month',
    act: (_, grid) => grid.put(grid.rowCount + 3, COL.who, 'u90 said so', true),
  },
  typed(
    'u90 said so',
    (b) => [b.rowOf('section:working') - 1, COL.who],
    'a text typed into the empty row above a heading',
    'becomes a row of the section above',
  ),
  typed(
    'u90 said so',
    (b) => [b.rowOf('header:working') + 1, COL.amount],
    'a text typed into a column that the section does not use',
    'gets a row',
  ),
  typed('u90 said so', () => [2, COL.since], 'a text typed into the tab’s head', 'gets a row in the newest month'),
  typed(
    'u90 said so',
    (b) => [b.rowWith('u6 said so') + 1, HIDDEN.key],
    'a text typed over the hidden key of an empty row',
    'gets a row',
  ),
  {
    ...typed(
      'u90 said so',
      (b) => [b.rowWith('u2 said so'), HIDDEN.key],
      'a text typed over a deal’s hidden key',
      'gets a row; the deal finds its key in the month before',
    ),
  },
  typed(
    'u90 said so',
    (b) => [b.rowOf('band'), HIDDEN.month],
    'the hidden month beside a month’s name typed over',
    'gets a row; the month comes back',
  ),
  {
    name: 'the deals’ visible cells sorted by name',
    outcome: 'keys find their texts',
    act: (book, grid) => sortVisible(grid, book.rowWith('u5 said so'), 4),
  },
  {
    name: 'deals sorted with what is hidden, the other way round',
    outcome: 'nothing to repair',
    act: (book, grid) => grid.sort(book.rowWith('u1 said so'), 3, true),
  },
  {
    name: 'the visible cells of the month sorted by the first column',
    unsure: LIKE_A_COMMITMENT,
    outcome: 'rows and what is hidden are put together again',
    act: (book, grid) => {
      const { band, end } = rowsOf(book, 0);
      sortVisible(grid, band, end - band + 1);
    },
  },
  ...[COL.when, COL.amount, COL.status, COL.next].map(
    (col): HandEdit => ({
      name: `the visible cells of the month sorted by column ${'ABCDEFGH'[col - 1]}`,
      outcome: 'rows and what is hidden are put together again',
      unsure: LIKE_A_COMMITMENT,
      act: (book, grid) => {
        const { band, end } = rowsOf(book, 0);
        sortVisible(grid, band, end - band + 1, col);
      },
    }),
  ),
  {
    name: 'the month sorted by the first column, whole rows',
    outcome: 'put in order',
    act: (book, grid) => {
      const { band, end } = rowsOf(book, 0);
      grid.sort(band, end - band + 1, false);
    },
  },
  {
    name: 'the whole tab sorted by the first column, whole rows',
    outcome: 'put in order, by one stroke',
    act: (_, grid) => grid.sort(1, grid.rowCount, false),
  },
  {
    name: 'the visible cells of the whole tab sorted by the first column',
    unsure: LIKE_A_COMMITMENT,
    outcome: 'rows and what is hidden are put together again',
    act: (_, grid) => sortVisible(grid, 4, grid.rowCount - 3),
  },
  {
    name: 'a filter, and what it showed deleted',
    outcome: 'what is left goes on',
    act: (book, grid) => {
      for (const name of ['u4 said so', 'u1 said so']) grid.deleteRows(book.rowWith(name), 1);
    },
    gone: ['u4 said so', 'u1 said so'],
  },
  deleted('section:existing', 'a section’s heading'),
  deleted('header:new', 'a row of column labels'),
  ...[
    ['existing', 'Existing opportunities'],
    ['new', 'New opportunities'],
    ['conclusion', 'the Conclusion'],
  ].map(
    ([id, what]): HandEdit => ({
      name: `heading and labels of ${what} deleted`,
      outcome: 'come back; the rows stay in it',
      act: (book, grid) => grid.deleteRows(book.rowOf(`section:${id}`), 2),
    }),
  ),
  deleted('section:conclusion', 'the Conclusion’s heading'),
  deleted('band', 'the month’s name'),
  deleted('end', 'the month’s last line'),
  deleted('sum:pipeline', 'the row Pipeline'),
  deleted('text:takeaway', 'the row Takeaway'),
  { ...deleted('kpis:meetings', 'a KPI’s row') },
  {
    name: 'the rows above the months deleted',
    outcome: 'come back',
    act: (_, grid) => grid.deleteRows(1, 4),
  },
  {
    name: 'a month in the middle deleted',
    outcome: 'totals go on below it',
    act: (book, grid) => {
      const { band } = rowsOf(book, 1);
      grid.deleteRows(band, book.rowOf('band', 2) - band);
    },
  },
  {
    name: 'a deal cut from New and pasted below Existing, visible cells',
    outcome: 'keeps its life',
    act: (book, grid) => {
      const row = book.rowWith('u5 said so');
      grid.cutCells(row, 1, 1, VISIBLE, book.rowWith('u4 said so') + 1, 1);
    },
    nowExisting: ['u5 said so'],
  },
  {
    name: 'a deal cut from Existing and pasted below New, visible cells',
    outcome: 'keeps its life; what the sheet said of it goes',
    act: (book, grid) => grid.cutCells(book.rowWith('u1 said so'), 1, 1, VISIBLE, book.rowWith('u6 said so') + 1, 1),
    gone: ['u1 said so'],
  },
  {
    name: 'a deal’s row dragged from New to Existing',
    outcome: 'keeps its life',
    act: (book, grid) => grid.moveRows(book.rowWith('u5 said so'), 1, book.rowWith('u2 said so')),
    nowExisting: ['u5 said so'],
  },
  {
    name: 'a deal’s row dragged into an older month',
    outcome: 'stays there',
    act: (book, grid) => grid.moveRows(book.rowWith('u5 said so'), 1, book.rowOf('header:new', 1) + 1),
    gone: ['u5 said so'],
  },
  {
    name: 'a block of 5 × 4 pasted into the white rows',
    outcome: 'read as rows',
    act: (book, grid) => paste(grid, book.rowWith('u6 said so') + 1, 1, block(2, 4)),
  },
  {
    name: 'a block of 5 × 4 pasted over the next heading',
    outcome: 'rows of their own; the heading comes back',
    act: (book, grid) => paste(grid, book.rowWith('u6 said so') + 1, 1, block(5, 4)),
  },
  {
    name: 'a block of 5 × 4 pasted over labels alone',
    outcome: 'rows of their own; the labels come back',
    act: (book, grid) => paste(grid, book.rowOf('section:notWorking') - 1, 1, block(5, 4)),
  },
  {
    name: 'a block of 40 × 8 pasted below the New opportunities',
    outcome: 'rows of their own; the headings come back',
    act: (book, grid) => paste(grid, book.rowWith('u6 said so') + 1, 1, block(40, 8)),
    gone: [
      'u1 said so',
      'u2 said so',
      'u4 said so',
      'u10 said so',
      'u11 said so',
      'u14 said so',
      'u15 said so',
      'u16 said so',
      'u17 said so',
      'u18 said so',
      'u26 said so',
      'u27 said so',
      'u12 said so',
      'u13 said so',
      'u28 said so',
      'u29 said so',
      'u30 said so',
    ],
  },
  {
    name: 'a block 12 columns wide pasted into the white rows',
    outcome: 'what fell into hidden columns gets a row',
    act: (book, grid) => paste(grid, book.rowWith('u6 said so') + 1, 1, block(2, 12)),
  },
  {
    name: 'a block of 3 × 20 pasted over a month’s name and the hidden columns beside it',
    outcome: 'every text gets a row; the name comes back',
    act: (book, grid) => paste(grid, book.rowOf('band'), COL.who, block(3, 20)),
  },
  {
    name: 'a block of 3 × 20 pasted from “how much” on over labels',
    outcome: 'every text gets a row',
    act: (book, grid) => paste(grid, book.rowOf('header:working'), COL.amount, block(3, 20)),
  },
  {
    name: 'a block of 30 × 8 pasted from “why” on, over keys and labels',
    outcome: 'every text gets a row; keys and labels come back',
    act: (book, grid) => paste(grid, book.rowOf('section:working') + 2, COL.why, block(30, 8)),
    gone: ['u12 said so'],
  },
  {
    name: 'a list of texts, “Re: …” among them, pasted into one column',
    outcome: 'read as rows',
    act: (book, grid) =>
      paste(grid, book.rowWith('u6 said so') + 1, 1, [['u90 said so'], ['Re: u91 said so'], ['https://u92 said so']]),
  },
  {
    name: 'a deal’s row copied and inserted',
    outcome: 'gets a key of its own',
    act: (book, grid) => {
      const row = book.rowWith('u17 said so');
      grid.insertRows(row + 1, 1);
      grid.copyRows(row, 1, row + 1);
    },
  },
  {
    name: 'the month copied and pasted below the last one',
    outcome: 'stays as plain rows, outside of the record',
    act: (book, grid) => {
      const band = book.rowOf('band');
      grid.copyRows(band, book.rowOf('band', 1) - band, grid.rowCount + 2);
    },
  },
  {
    name: 'the hidden keys and months of the whole tab cleared',
    outcome: 'rows are known by their words',
    act: (_, grid) => {
      for (let row = 1; row <= grid.rowCount; row++)
        for (const col of [HIDDEN.key, HIDDEN.month]) grid.put(row, col, '');
    },
  },
  {
    name: 'the hidden keys of the newest month cleared',
    outcome: 'rows are known by their words',
    act: (book, grid) => {
      const last = book.rowOf('band', 1) - 1;
      for (let row = book.rowOf('band'); row <= last; row++)
        for (const col of [HIDDEN.key, HIDDEN.month]) grid.put(row, col, '');
    },
  },
  {
    name: 'the hidden column of the keys deleted',
    outcome: 'it comes back; rows are known by their words',
    act: (_, grid) => grid.deleteColumn(HIDDEN.key),
  },
  {
    name: 'all hidden columns deleted',
    outcome: 'they come back; what they told of the deals’ lives is gone',
    act: (_, grid) => {
      for (let n = HIDDEN.key; n <= COLUMNS; n++) grid.deleteColumn(HIDDEN.key);
    },
    lifeless: ['u1 said so', 'u2 said so', 'u4 said so'],
  },
  {
    name: 'a visible column deleted',
    outcome: 'an empty one comes back, with its labels',
    act: (_, grid) => grid.deleteColumn(COL.moved),
    gone: ['u14 said so'],
  },
  {
    name: 'a column of one’s own inserted, with a text in it',
    outcome: 'nothing to repair',
    act: (book, grid) => {
      const row = book.rowWith('u1 said so');
      grid.insertColumn(COL.why);
      grid.put(row, COL.why, 'u90 said so', true);
    },
  },
  {
    name: 'a column moved',
    outcome: 'nothing to repair',
    act: (_, grid) => grid.moveColumn(COL.next, COL.when),
  },
  {
    name: 'formulas of the figures pasted as values',
    outcome: 'they come back',
    act: (book, grid) => {
      for (const key of ['sum:pipeline', 'sum:closing', 'kpis:revenue'])
        for (const col of [COL.status, COL.moved]) grid.put(book.rowOf(key), col, '▲ 88%', true);
    },
  },
  {
    name: 'a formula of one’s own typed over the pipeline’s amount',
    outcome: 'gets a row as text; the formula comes back',
    act: (book, grid) => grid.put(book.rowOf('sum:pipeline'), COL.amount, '=1+1'),
  },
  {
    name: 'an error and a tick in a deal’s cells',
    outcome: 'nothing to repair',
    act: (book, grid) => {
      grid.put(book.rowWith('u1 said so'), COL.when, '#N/A');
      grid.put(book.rowWith('u2 said so'), COL.moved, true);
    },
  },
  {
    name: 'a block from a web page: ticks, errors, a picture, days as text, merged cells',
    outcome: 'read as rows',
    act: (book, grid) =>
      paste(grid, belowNew(book), 1, [
        ['u90 said so', '12/24/2026', 'u91 said so', '$1,200', true],
        ['u92 said so', '', '', '', ''],
        ['', '#REF!', 'u93 said so', false, ODD],
      ]),
  },
  {
    name: 'a picture and an error pasted over a heading’s row',
    outcome: 'the heading comes back',
    act: (book, grid) => paste(grid, book.rowOf('section:working'), COL.who, [['#N/A', ODD, true]]),
  },
  {
    name: 'a column of one’s own with nothing but formulas, a heading copied beside it',
    outcome: 'the copy is taken away, the formulas stay',
    act: (book, grid) => {
      const [row, heading] = [belowNew(book), book.rowOf('section:kpis')];
      grid.insertColumn(COL.why);
      grid.copyRows(heading, 1, row);
      grid.put(row, COL.why, '="u90 said so"');
    },
  },
  {
    name: 'a heading’s row copied and inserted, a text of one’s own beside it',
    outcome: 'the copy is emptied, the text stays',
    act: (book, grid) => {
      const [row, heading] = [belowNew(book), book.rowOf('section:kpis')];
      grid.insertColumn(VISIBLE + 1);
      grid.insertRows(row, 1);
      grid.copyRows(heading < row ? heading : heading + 1, 1, row);
      grid.put(row, VISIBLE + 1, 'u90 said so', true);
    },
  },
  {
    name: 'a row with nothing but a formula, and the heading above it deleted',
    outcome: 'stays',
    act: (book, grid) => {
      grid.insertRows(book.rowOf('header:working') + 1, 1);
      grid.put(book.rowOf('header:working') + 1, COL.why, '="u90 said so"');
      grid.deleteRows(book.rowOf('section:working'), 1);
    },
  },
  {
    name: 'the visible cells of the whole tab sorted by column B',
    unsure: LIKE_A_COMMITMENT,
    outcome: 'rows and what is hidden are put together again',
    act: (_, grid) => sortVisible(grid, 4, grid.rowCount - 3, COL.when),
  },
  {
    name: 'a row inserted below the labels, typed into',
    outcome: 'gets a key',
    act: (book, grid) => {
      const row = book.rowOf('header:existing') + 1;
      grid.insertRows(row, 1);
      grid.put(row, COL.who, 'u90 said so', true);
    },
  },
  {
    name: 'a heading deleted, and a text typed where it stood',
    outcome: 'comes back; the text becomes a row',
    act: (book, grid) => {
      const row = book.rowOf('section:other');
      grid.deleteRows(row, 2);
      grid.insertRows(row, 1);
      grid.put(row, COL.who, 'u90 said so', true);
    },
  },
  {
    name: 'months put into another order',
    outcome: 'put in order',
    act: (book, grid) => {
      const band = book.rowOf('band', 2);
      grid.moveRows(band, grid.rowCount + 1 - band, book.rowOf('band'));
    },
  },
  {
    name: 'a row with a heading copied over a white row',
    outcome: 'the copy is taken away',
    act: (book, grid) => grid.copyRows(book.rowOf('section:kpis'), 1, book.rowWith('u6 said so') + 1),
  },
  {
    name: 'two deals’ names swapped, other cells stayed',
    outcome: 'each row keeps its life',
    act: (book, grid) => {
      const [a, b] = [book.rowWith('u1 said so'), book.rowWith('u2 said so')];
      grid.put(a, COL.who, 'u2 said so', true);
      grid.put(b, COL.who, 'u1 said so', true);
    },
    lifeless: ['u1 said so', 'u2 said so'],
  },
  ...TAKEN_BACK,
];
