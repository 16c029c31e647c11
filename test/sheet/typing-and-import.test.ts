import { readImprint } from '../../src/core/deal/imprint';
import { nameIn } from '../../src/core/deal/row-mark';
import type { TabEdits } from '../../src/core/import/fates';
import { applyHelp } from '../../src/sheet/acts/edited-apply';
import { planHelp } from '../../src/sheet/acts/edited-cells';
import { writeImport } from '../../src/sheet/acts/import-write';
import { type CellEdit, planSave } from '../../src/sheet/acts/save';
import { applySave } from '../../src/sheet/acts/save-apply';
import { takeBack } from '../../src/sheet/acts/take-back';
import { MAX_CELL_TEXT } from '../../src/sheet/grid/cells';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { allParts, type Block } from '../../src/sheet/month/block';
import { readBlock, readTabIndex } from '../../src/sheet/month/read';
import type { HandBook } from '../support/hands/book';
import { livedTab } from '../support/hands/life';
import { CONTEXT } from '../support/rich-tab';

const ZONE = CONTEXT.zone;

function read(book: HandBook) {
  const { tab, blocks } = readTabIndex(book.sheet());
  return { tab, place: blocks[0]!, block: readBlock(tab, blocks[0]!, ZONE) };
}

const item = (block: Block, who: string) =>
  allParts(block)
    .flatMap((part) => part.items)
    .find(({ cells }) => cells.who === who)!;

const edit = (key: string, field: CellEdit['field'], now: string | number, was: string | number = ''): CellEdit => ({
  key,
  field,
  was,
  now,
});

function save(book: HandBook, edits: CellEdit[]) {
  const { tab, block } = read(book);
  const plan = planSave(block, edits, 'Mira Oakes');
  applySave(tab, block, plan);
  return plan.outcomes.map(({ outcome, problem }) => problem?.code ?? outcome);
}

/** The first eight cells of each row, and all of some row. */
const seen = (book: HandBook) => book.grid.cells().values.map((line) => line.slice(0, 8));
const line = (book: HandBook, who: string) => book.grid.cells().values[book.rowWith(who) - 1]!;

describe('a save', () => {
  test('a renamed row keeps its key and gets a mark of its new name; another cell leaves the mark', () => {
    const { book } = livedTab();
    book.look();
    const row = item(read(book).block, 'u1 said so');
    const mark = book.grid.value(row.row, HIDDEN.text);
    save(book, [edit(row.key, 'why', 'because', 'why u1 said so')]);
    expect(book.grid.value(row.row, HIDDEN.text)).toBe(mark);
    save(book, [edit(row.key, 'who', 'u70 said so', 'u1 said so')]);
    const now = book.grid.value(row.row, HIDDEN.text);
    expect([book.grid.value(row.row, HIDDEN.key), now === mark]).toEqual([row.key, false]);
    // By the mark the key finds its text when the visible cells are swapped.
    const other = item(read(book).block, 'u2 said so').row;
    for (let col = 1; col <= 8; col++) {
      const [a, b] = [book.grid.content(row.row, col), book.grid.content(other, col)].map((cell) => ({ ...cell }));
      book.grid.setContent(row.row, col, b!);
      book.grid.setContent(other, col, a!);
    }
    expect(item(read(book).block, 'u70 said so')).toMatchObject({ key: row.key, row: other });
  });

  test('a new row has a mark beside its key', () => {
    const { book } = livedTab();
    save(book, [edit('new:fresh1', 'who', 'u71 said so'), edit('new:fresh1', 'amount', 5)]);
    const cells = line(book, 'u71 said so');
    expect([cells[HIDDEN.key - 1], cells[HIDDEN.month - 1], cells[HIDDEN.text - 1]]).toEqual([
      'new:fresh1',
      202611,
      expect.stringMatching(/^t/),
    ]);
    expect(item(read(book).block, 'u71 said so').adopt).toBe(false);
  });

  test('texts of rows that are added stay texts, whatever they begin with', () => {
    const { book } = livedTab();
    const many = Array.from({ length: 7 }, (_, n) => edit(`new:fresh${n}`, 'who', `n${n}`));
    save(book, [
      ...many,
      edit('new:fresh6', 'next', '=2+2'),
      edit('new:fresh6', 'why', '-5'),
      edit('new:fresh6', 'amount', 7),
    ]);
    const cells = line(book, 'n6');
    expect([cells[COL.next - 1], cells[COL.why - 1], cells[COL.amount - 1]]).toEqual(['=2+2', '-5', 7]);
  });

  test('a text of 50,000 letters is the longest that a cell takes; behind an apostrophe one fewer', () => {
    const { book } = livedTab();
    const row = item(read(book).block, 'u1 said so');
    const long = (length: number) => 'x'.repeat(length);
    expect(save(book, [edit(row.key, 'why', long(MAX_CELL_TEXT), 'why u1 said so')])).toEqual(['saved']);
    expect(save(book, [edit(row.key, 'next', long(MAX_CELL_TEXT + 1), 'next u1 said so')])).toEqual(['tooLong']);
    expect(save(book, [edit(row.key, 'amount', long(MAX_CELL_TEXT), 1000)])).toEqual(['tooLong']);
    expect(save(book, [edit(row.key, 'amount', long(MAX_CELL_TEXT - 1), 1000)])).toEqual(['saved']);
  });
});

describe('the sheet helps by itself', () => {
  const STYLE = {
    money: { decimal: '.' },
    days: { order: 'dmy', today: '2026-11-05', zone: ZONE },
    currency: '',
  } as never;

  function help(book: HandBook, row: number, ...cols: number[]) {
    const { tab, place, block } = read(book);
    const lines = tab.values(place.row, place.rows);
    const edited = { top: row, bottom: row, cols: new Set(cols), before: null };
    const plan = planHelp(block, lines, edited as never, STYLE, {});
    applyHelp(tab, block, lines, plan);
    return plan;
  }

  test('an amount in words becomes a number and what was typed stays beside it; the row gets its key; nothing else changes', () => {
    const { book } = livedTab();
    const row = book.rowOf('header:existing') + 1;
    book.grid.insertRows(row, 1);
    book.grid.put(row, COL.who, 'u72 said so', true);
    book.grid.put(row, COL.amount, '42k', true);
    const before = seen(book);
    const plan = help(book, row, COL.who, COL.amount);
    expect(plan.conversions.map(({ field, value, typed }) => [field, value, typed])).toEqual([
      ['amount', 42000, '42k'],
    ]);
    const cells = line(book, 'u72 said so');
    expect([cells[COL.amount - 1], cells[HIDDEN.typedAmount - 1], cells[HIDDEN.month - 1]]).toEqual([
      42000,
      '42k',
      202611,
    ]);
    expect(String(cells[HIDDEN.key - 1])).toMatch(/^existing:\w+$/);
    before[row - 1]![COL.amount - 1] = 42000;
    expect(seen(book)).toEqual(before);
  });

  test('a formula and a cell that was not edited are left alone', () => {
    const { book } = livedTab();
    const row = book.rowWith('u5 said so');
    book.grid.put(row, COL.amount, '=1+1');
    book.grid.put(row, COL.when, '12 dec', true);
    const plan = help(book, row, COL.amount);
    expect([plan.conversions, plan.beside]).toEqual([[], []]);
  });

  test('a status with blanks around it loses them', () => {
    const { book } = livedTab();
    const row = book.rowWith('u2 said so');
    book.grid.put(row, COL.status, 'won ', true);
    help(book, row, COL.status);
    expect(book.grid.value(row, COL.status)).toBe('won');
    book.grid.put(row, COL.status, 'stuck ', true);
    help(book, row, COL.amount);
    expect(book.grid.value(row, COL.status)).toBe('stuck ');
  });
});

describe('a block that was pasted over headings', () => {
  /** Texts put into the first cells of some rows, and what is told of the block from the first of them to the last. */
  function pasted(keys: string[], words: (n: number) => string, upTo = 0): number {
    const { book } = livedTab();
    const rows = keys.map((key) => book.rowOf(key));
    rows.forEach((row, n) => {
      book.grid.put(row, COL.who, words(n), true);
    });
    const { tab, place, block } = read(book);
    const [top, bottom] = [Math.min(...rows), Math.max(...rows) + upTo];
    const edited = { top, bottom, cols: new Set([COL.who, COL.when]), before: null };
    const style = { money: { decimal: '.' }, days: { order: 'dmy', today: '2026-11-05', zone: ZONE }, currency: '' };
    return planHelp(block, tab.values(place.row, place.rows), edited, style as never, {}).overHeadings;
  }

  const FRAME = ['section:new', 'header:new', 'section:existing', 'header:existing', 'sum:pipeline', 'sum:closing'];
  const OWN: Record<string, string> = {
    band: 'November 2026 · #3',
    'section:new': '1  New opportunities',
    'header:new': 'who',
    'sum:pipeline': 'Pipeline',
    'sum:closing': 'Closing',
  };

  test.each([...FRAME, 'band'])('%s among its rows is one heading', (key) => {
    expect(pasted([key], () => 'pasted said so', 1)).toBe(1);
  });

  test('several are counted, each once', () => {
    expect(pasted(['section:new', 'header:new'], () => 'pasted said so')).toBe(2);
  });

  test.each(Object.entries(OWN))('%s with its own words is none', (key, own) => {
    const { book } = livedTab();
    const word = key === 'header:new' ? String(book.grid.value(book.rowOf(key), COL.who)) : own;
    expect(pasted([key], () => word, 1)).toBe(0);
  });

  test('white rows are none, nor is a single row', () => {
    expect(pasted(['header:new'], () => 'pasted said so')).toBe(0);
    const { book } = livedTab();
    const row = book.rowWith('u5 said so');
    expect(pasted([String(book.grid.value(row, HIDDEN.key))], () => 'pasted said so', 1)).toBe(0);
  });
});

describe('an import', () => {
  const life = {
    firstMonth: 202611,
    monthsUnchanged: 0,
    timesPushed: 0,
    startWhen: '',
    startDigest: 'abcd',
    startAmount: '9',
    story: '',
  };

  test('writes what is still as it was seen, adds what is new once, and is taken back cell by cell', () => {
    const { book } = livedTab();
    book.look();
    const row = item(read(book).block, 'u1 said so');
    const edits = (amount: number): TabEdits =>
      ({
        repId: CONTEXT.rep.id,
        month: 202611,
        rows: [
          {
            key: row.key,
            cells: [{ field: 'amount', was: amount, now: 5555 }],
            sourceId: { was: '', now: '006-1' },
            said: {},
          },
        ],
        added: [
          { id: '', section: 'new', cells: { who: 'u80 said so', amount: 9 }, sourceId: '006-2', said: {}, life: null },
          {
            id: 'dk3f9a2x',
            section: 'existing',
            cells: { who: 'u81 said so', amount: 9 },
            sourceId: '006-3',
            said: {},
            life,
          },
        ],
      }) as unknown as TabEdits;
    const write = (amount: number) => {
      const { tab, block } = read(book);
      return writeImport(tab, block, edits(amount), 'imp1');
    };
    const before = seen(book);
    expect(write(999)).toBe(false);
    expect(seen(book)).toEqual(before);
    expect(write(1000)).toBe(true);
    const { block } = read(book);
    expect([item(block, 'u1 said so').cells.amount, item(block, 'u1 said so').sourceId]).toEqual([5555, '006-1']);
    const [added, known] = [item(block, 'u80 said so'), item(block, 'u81 said so')];
    expect([added.key, known.key]).toEqual([expect.stringMatching(/^new:/), 'existing:dk3f9a2x']);
    expect([known.life?.firstMonth, line(book, 'u81 said so')[HIDDEN.month - 1]]).toEqual([202611, 202611]);
    // Both keep with their keys what their texts are.
    expect([nameIn(added.mark), nameIn(known.mark)]).toEqual([nameIn(added.text), nameIn(known.text)]);
    const once = seen(book);
    expect(write(1000)).toBe(true);
    expect(seen(book)).toEqual(once);
    // The row has got another id of the CRM since it was seen.
    const stale = edits(5555).rows.map((one) => ({ ...one, sourceId: { was: '', now: '006-9' } }));
    const { tab, block: linked } = read(book);
    expect(writeImport(tab, linked, { ...edits(5555), rows: stale }, 'imp2')).toBe(false);
    expect(seen(book)).toEqual(once);

    const now = read(book);
    const rows = allParts(now.block)
      .filter(({ section }) => section.kind === 'new' || section.kind === 'existing')
      .flatMap((part) =>
        part.items.flatMap((one) => {
          const { wrote } = readImprint(one.imported ?? '');
          return wrote?.by === 'imp1' ? [{ part, item: one, wrote }] : [];
        }),
      );
    expect(rows).toHaveLength(3);
    takeBack({ tab: now.tab, block: now.block, rows } as never);
    const back = read(book).block;
    expect(allParts(back).map((part) => part.items.map(({ cells }) => [cells.who, cells.amount]))).toEqual(
      allParts({ ...now.block }).map((part) =>
        part.items
          .filter(({ cells }) => !/^u8\d said/.test(String(cells.who)))
          .map(({ cells }) => [cells.who, cells.who === 'u1 said so' ? 1000 : cells.amount]),
      ),
    );
    expect(item(back, 'u1 said so').sourceId ?? '').toBe('');
  });
});
