/**
 * Only what a change concerns is calculated. Whether that is enough is tried here: after random changes every value must
 * be the one that a calculation of everything gives.
 */
import fc from 'fast-check';
import type { CellInput, JournalEntry, WorkbookFile, WriteOp } from '../../../workbench/engine/engine';
import { me, openBook, type TestBook, throughDisk } from './book';

test('cells written before rows change in the same list are calculated where they end up', async () => {
  const book = await openBook();
  const cells = [[{ f: '=1+1' }, { f: '=SEQUENCE(2)' }]];
  await book.write(
    { op: 'cells', sheetId: 0, row: 5, col: 1, cells },
    { op: 'insertRows', sheetId: 0, before: 2, count: 3, inherit: 'none' },
    { op: 'cells', sheetId: 0, row: 20, col: 1, cells },
    { op: 'deleteRows', sheetId: 0, row: 1, count: 2 },
    { op: 'moveRows', sheetId: 0, row: 6, count: 1, before: 11 },
    { op: 'insertCols', sheetId: 0, before: 1, count: 1, inherit: 'none' },
  );
  expect(await book.values('B10:C11')).toEqual([
    [2, 1],
    [null, 2],
  ]);
  expect(await book.values('B18:C19')).toEqual([
    [2, 1],
    [null, 2],
  ]);
});

test('rows that come and go between others change what a formula finds, on its own sheet and on another', async () => {
  const book = await openBook();
  const find = (place: string) => [[`=MATCH("c",${place}B:B,0)`, `=INDEX(${place}A:A,4)`]];
  await book.addSheet('Other');
  await book.set('A1', [
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
    [4, 'd'],
    [5, 'e'],
  ]);
  await book.set('D9', find(''));
  await book.set('Other!D9', find('Sheet1!'));
  const both = async () => {
    const own = (await book.values('D1:E30')).find(([first]) => first !== null);
    return [own, (await book.values('Other!D9:E9'))[0]];
  };
  const found = (row: number, fourth: number | null) => [
    [row, fourth],
    [row, fourth],
  ];
  expect(await both()).toEqual(found(3, 4));
  await book.write({ op: 'insertRows', sheetId: 0, before: 2, count: 2, inherit: 'none' });
  expect(await both()).toEqual(found(5, 2));
  await book.write({ op: 'deleteRows', sheetId: 0, row: 2, count: 1 });
  expect(await both()).toEqual(found(4, 3));
  await book.write({ op: 'moveRows', sheetId: 0, row: 4, count: 1, before: 6 });
  expect(await both()).toEqual(found(5, 4));
});

test('a range that formulas delimit is read when those have their new values, wherever they stand', async () => {
  const book = await openBook();
  await book.addSheet('Other');
  await book.set('A1', [[1], [2], [4], [8], [16]]);
  const sum = (first: string, last: string) => `=SUM(INDEX(Sheet1!A:A,${first}):INDEX(Sheet1!A:A,${last}))`;
  await book.set('Other!A1', [[sum('B1', 'C1'), '=C1-1', '=D1*1', 2, sum('B1', 'C1'), '=A1+E1']]);
  expect(await book.values('Other!A1:F1')).toEqual([[3, 1, 2, 2, 3, 6]]);
  await book.set('Other!D1', 4);
  expect(await book.values('Other!A1:F1')).toEqual([[12, 3, 4, 4, 12, 24]]);
});

test('hiding rows reaches the functions that look at it', async () => {
  const book = await openBook();
  await book.set('A1', [[1], [2], [3], ['=SUBTOTAL(109,A1:A3)'], ['=A4+1']]);
  await book.write({ op: 'rowsHidden', sheetId: 0, row: 2, count: 1, hidden: true });
  expect(await book.values('A4:A5')).toEqual([[4], [5]]);
});

const sheets = ['Sheet1', 'Team'];
const row = fc.integer({ min: 1, max: 14 });
const col = fc.integer({ min: 1, max: 4 });
const address = fc.tuple(fc.constantFrom('A', 'B', 'C', '$D'), row).map(([letters, number]) => letters + number);
const reference = fc.oneof(
  address,
  fc.tuple(address, address).map(([from, to]) => `SUM(${from}:${to})`),
  fc.tuple(fc.constantFrom(...sheets), address).map(([sheet, cell]) => `${sheet}!${cell}`),
  fc.constantFrom('SUM(Goals)', 'COUNTA(B2:B)', 'SUM(Team!C:C)', 'INDIRECT("Team!L"&2)', 'ROW()'),
);
const formula = fc.oneof(
  fc.tuple(reference, reference).map(([a, b]) => `=IFERROR(${a},7)+N(${b})`),
  reference.map((a) => `=IF(ISERROR(${a}),1,2)`),
  reference.map((a) => `=${a}`),
  // Downwards only: which of two array formulas wins the same cell is not settled.
  fc.constantFrom('=SEQUENCE(2)', '=SEQUENCE(3)', '=5'),
);
const content = fc.oneof(
  { weight: 3, arbitrary: formula.map((f): CellInput => ({ f })) },
  {
    weight: 2,
    arbitrary: fc
      .oneof(fc.integer({ min: 0, max: 9 }), fc.constant('x'), fc.constant(null))
      .map((v): CellInput => ({ v })),
  },
);
const count = fc.integer({ min: 1, max: 3 });
const op = fc
  .tuple(fc.constantFrom(0, 1), row, col, count, row, content, fc.integer({ min: 0, max: 11 }))
  .map(([sheetId, at, across, n, before, cell, kind]): WriteOp => {
    switch (kind) {
      case 0:
        return { op: 'insertRows', sheetId, before: at, count: n, inherit: 'none' };
      case 1:
        return { op: 'deleteRows', sheetId, row: at, count: n };
      case 2:
        return { op: 'moveRows', sheetId, row: at, count: n, before };
      case 3:
        return { op: 'insertCols', sheetId, before: across, count: 1, inherit: 'none' };
      case 4:
        return {
          op: 'copy',
          sheetId,
          from: { row: at, col: across, rows: 2, cols: 2 },
          toSheetId: 1 - sheetId,
          to: { row: before, col: 1, rows: 1, cols: 1 },
          what: 'ALL',
          transposed: false,
        };
      case 5:
        return {
          op: 'move',
          sheetId,
          from: { row: at, col: across, rows: 2, cols: 1 },
          toSheetId: n === 1 ? 1 - sheetId : sheetId,
          row: before,
          col: 2,
        };
      default:
        return {
          op: 'cells',
          sheetId,
          row: at,
          col: across,
          cells:
            n === 1
              ? [[cell]]
              : [
                  [cell, cell],
                  [cell, { v: n }],
                ],
        };
    }
  });

const start: CellInput[][] = [
  [{ v: 1 }, { v: 2 }, { f: '=A1+B1' }],
  [{ v: 3 }, { f: '=SUM(A1:A2)' }, { f: '=Team!A1' }],
];

/** The file without any result, so that opening it calculates everything. */
function withoutResults(file: WorkbookFile): WorkbookFile {
  const bare = throughDisk(file);
  const book = bare.univer as {
    sheets: Record<string, { cellData: Record<string, Record<string, { f?: string; v?: unknown; t?: unknown }>> }>;
  };
  for (const sheet of Object.values(book.sheets)) {
    for (const cell of Object.values(sheet.cellData).flatMap((line) => Object.values(line))) {
      if (!cell.f) continue;
      delete cell.v;
      delete cell.t;
    }
  }
  return bare;
}

async function everything(book: TestBook) {
  const whole = { row: 1, col: 1, rows: 30, cols: 8 };
  return Promise.all(book.engine.sheets().map(({ id }) => book.engine.read(id, whole)));
}

test('random changes leave the values that calculating everything gives, and so does a journal of them', async () => {
  const lists = fc.array(fc.array(op, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lists, async (list) => {
      const book = await openBook();
      const empty = throughDisk(book.engine.save());
      const journal: string[] = [];
      book.engine.onMutation(({ id, params, opts }) => {
        if (!opts.onlyLocal) journal.push(JSON.stringify({ kind: 'mutation', id, params }));
      });
      await book.write(
        { op: 'insertSheet', sheetId: 1, name: 'Team', index: 1, rows: 60, cols: 12 },
        { op: 'namedRanges', all: [{ name: 'Goals', sheetId: 1, rect: { row: 1, col: 1, rows: 3, cols: 1 } }] },
        { op: 'cells', sheetId: 0, row: 1, col: 1, cells: start },
      );
      // Every other time at once, else when somebody looks. Copies want to see what array formulas fill.
      for (const [at, ops] of list.entries()) {
        if (at % 2 === 0 || ops.some(({ op }) => op === 'copy' || op === 'move')) await book.write(...ops);
        else await book.engine.apply(ops, me);
      }
      await book.engine.calculate();
      const calculated = await openBook({ file: withoutResults(book.engine.save()) });
      const replayed = await openBook({ file: empty });
      await replayed.engine.replay(journal.map((line) => JSON.parse(line) as JournalEntry));
      const values = await everything(book);
      expect(await everything(calculated)).toEqual(values);
      expect(await everything(replayed)).toEqual(values);
      for (const { engine } of [book, calculated, replayed]) engine.dispose();
    }),
    { numRuns: Number(process.env.RUNS ?? 25), seed: Number(process.env.SEED ?? 7) },
  );
});

test('IF, IFERROR, IFNA and CHOOSE give what is asked for, and the formula within is not asked where it is not', async () => {
  const book = await openBook();
  await book.set('A1', [[1, 0, 'x', '=1/0', '=NA()']]);
  const cases: [string, unknown[][]][] = [
    ['=IF(A1,B1,D1)', [[0]]],
    ['=IF(B1,D1,C1)', [['x']]],
    ['=IF(A1>0,"yes")', [['yes']]],
    ['=IF(A1<0,"yes")', [[false]]],
    ['=IF(D1,1,2)', [['#DIV/0!']]],
    ['=IF(F1,D1,"blank")', [['blank']]],
    ['=IF(A1:B1,"t","f")', [['t', 'f']]],
    ['=IF({TRUE,FALSE},A1:B1,C1)', [[1, 'x']]],
    ['=IFERROR(A1,D1)', [[1]]],
    ['=IFERROR(D1,C1)', [['x']]],
    ['=IFERROR(A1:E1,"e")', [[1, 0, 'x', 'e', 'e']]],
    ['=IFNA(D1,"none")', [['#DIV/0!']]],
    ['=IFNA(E1,"none")', [['none']]],
    ['=CHOOSE(2,D1,C1,E1)', [['x']]],
    ['=CHOOSE(B1+1,A1,D1)', [[1]]],
    ['=SUM(IF(A1=1,A1:B1,D1))', [[1]]],
    ['=MAP(A1:B1,LAMBDA(n,IF(n=0,"zero",1/n)))', [[1, 'zero']]],
  ];
  for (const [formula, wanted] of cases) {
    await book.set('A3', [[formula, null, null, null, null]]);
    expect([formula, (await book.values('A3:E3')).map((line) => line.slice(0, wanted[0]!.length))]).toEqual([
      formula,
      wanted,
    ]);
  }
});
