import type { ValidationRule, WriteOp } from '../../../workbench/engine/engine';
import { EngineError, NotImplemented } from '../../../workbench/engine/engine';
import { me, openBook, rect } from './book';

const at = { sheetId: 0, row: 1, col: 1 };
const rule: ValidationRule = {
  criteria: 'SOMETHING',
  args: [],
  allowInvalid: true,
  showDropdown: true,
  helpText: null,
};
const cells = (rows: number, cols: number) => Array.from({ length: rows }, () => new Array(cols).fill({ v: 1 }));

test.each<[string, WriteOp[], string]>([
  [
    'row 0',
    [{ op: 'cells', sheetId: 0, row: 0, col: 1, cells: cells(1, 1) }],
    'The starting row of the range is too small.',
  ],
  [
    'column 0',
    [{ op: 'style', sheetId: 0, row: 1, col: 0, rows: 1, cols: 1, style: {} }],
    'The starting column of the range is too small.',
  ],
  ['no rows', [{ op: 'notes', ...at, notes: [] }], 'The number of rows in the range must be at least 1.'],
  ['no columns', [{ op: 'notes', ...at, notes: [[]] }], 'The number of columns in the range must be at least 1.'],
  [
    'below the grid',
    [{ op: 'cells', sheetId: 0, row: 1000, col: 1, cells: cells(2, 1) }],
    'The coordinates of the range are outside the dimensions of the sheet.',
  ],
  [
    'right of the grid',
    [{ op: 'clear', sheetId: 0, rect: rect('Z1:AA1'), contents: true, formats: true, validations: true, notes: true }],
    'The coordinates of the range are outside the dimensions of the sheet.',
  ],
  [
    'ragged',
    [{ op: 'cells', ...at, cells: [[{ v: 1 }, { v: 1 }], [{ v: 1 }]] }],
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  ],
  [
    'too long',
    [{ op: 'cells', ...at, cells: [[{ v: 'x'.repeat(50001) }]] }],
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ],
  ['rows beyond', [{ op: 'deleteRows', sheetId: 0, row: 999, count: 3 }], 'Those rows are out of bounds.'],
  [
    'insert beyond',
    [{ op: 'insertRows', sheetId: 0, before: 1002, count: 1, inherit: 'none' }],
    'Those rows are out of bounds.',
  ],
  [
    'insert none',
    [{ op: 'insertCols', sheetId: 0, before: 1, count: 0, inherit: 'none' }],
    'Those columns are out of bounds.',
  ],
  ['move beyond', [{ op: 'moveRows', sheetId: 0, row: 1, count: 1, before: 1002 }], 'Those rows are out of bounds.'],
  [
    'hide beyond',
    [{ op: 'colsHidden', sheetId: 0, col: 26, count: 2, hidden: true }],
    'Those columns are out of bounds.',
  ],
  [
    'delete all rows',
    [{ op: 'deleteRows', sheetId: 0, row: 1, count: 1000 }],
    "You can't delete all the rows on the sheet.",
  ],
  [
    'delete all but frozen',
    [
      { op: 'freeze', sheetId: 0, rows: 2 },
      { op: 'deleteRows', sheetId: 0, row: 3, count: 998 },
    ],
    'Sorry, it is not possible to delete all non-frozen rows.',
  ],
  [
    'too many cells',
    [{ op: 'insertRows', sheetId: 0, before: 1, count: 400_000, inherit: 'none' }],
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  ],
  [
    'name taken',
    [{ op: 'insertSheet', sheetId: 5, name: 'sheet1', index: 0, rows: 1, cols: 1 }],
    'A sheet with the name "sheet1" already exists. Please enter another name.',
  ],
  [
    'name too long',
    [{ op: 'renameSheet', sheetId: 0, name: 'x'.repeat(101) }],
    'The sheet name cannot be greater than 100 characters.',
  ],
  ['last sheet', [{ op: 'deleteSheet', sheetId: 0 }], "You can't remove all the sheets in a document."],
  [
    'last visible sheet',
    [
      { op: 'insertSheet', sheetId: 5, name: 'B', index: 1, rows: 1, cols: 1 },
      { op: 'sheetHidden', sheetId: 5, hidden: true },
      { op: 'deleteSheet', sheetId: 0 },
    ],
    "You can't remove all the visible sheets in a document.",
  ],
  ['hide the last', [{ op: 'sheetHidden', sheetId: 0, hidden: true }], "You can't hide all the sheets in a document."],
  [
    'part of a merge',
    [
      { op: 'merge', sheetId: 0, rect: rect('A1:B2'), kind: 'ALL' },
      { op: 'insertRows', sheetId: 0, before: 1, count: 1, inherit: 'none' },
      { op: 'unmerge', sheetId: 0, rect: rect('A3:B3') },
    ],
    'You must select all cells in a merged range to merge or unmerge them.',
  ],
  ['no sheet', [{ op: 'tabColor', sheetId: 99, color: null }], 'There is no sheet with the id 99.'],
  [
    'copy beyond',
    [{ op: 'copy', sheetId: 0, from: rect('A1:B2'), toSheetId: 0, to: rect('Z1'), what: 'ALL', transposed: false }],
    'The coordinates of the range are outside the dimensions of the sheet.',
  ],
])('%s', async (_, ops, message) => {
  const book = await openBook();
  await book.set('A1', 'before');
  const saved = JSON.stringify(book.engine.save());
  const heard: unknown[] = [];
  book.engine.onMutation((mutation) => heard.push(mutation));
  const refused = book.engine.write([{ op: 'cells', ...at, cells: [[{ v: 'after' }]] }, ...ops], me);
  await expect(refused).rejects.toThrow(EngineError);
  await expect(refused).rejects.toThrow(message);
  expect(heard).toEqual([]);
  expect(JSON.stringify(book.engine.save())).toBe(saved);
});

test('what the engine does not know is refused by name', async () => {
  const book = await openBook();
  await expect(book.write({ op: 'validations', ...at, rules: [[rule]] })).rejects.toThrow(NotImplemented);
  await expect(
    book.write({
      op: 'conditionalRules',
      sheetId: 0,
      rules: [{ ranges: [rect('A1')], criteria: 'ICON', args: [], style: {} }],
    }),
  ).rejects.toThrow('NotImplemented: conditional format criteria ICON');
});

test('a later op may use the room an earlier one made', async () => {
  const book = await openBook();
  await book.write(
    { op: 'insertRows', sheetId: 0, before: 1001, count: 5, inherit: 'none' },
    { op: 'cells', sheetId: 0, row: 1005, col: 1, cells: [[{ v: 'room' }]] },
  );
  expect(await book.value('A1005')).toBe('room');
});

test('a refused write does not stop later ones', async () => {
  const book = await openBook();
  await expect(book.write({ op: 'deleteSheet', sheetId: 0 })).rejects.toThrow();
  await book.set('A1', 1);
  expect(await book.value('A1')).toBe(1);
});

test('reads outside the grid throw', async () => {
  const { engine } = await openBook();
  const beyond = { row: 1, col: 26, rows: 1, cols: 2 };
  await expect(engine.read(0, beyond)).rejects.toThrow(
    'The coordinates of the range are outside the dimensions of the sheet.',
  );
  await expect(engine.displayValues(0, beyond)).rejects.toThrow(EngineError);
  for (const read of ['styles', 'notes', 'validations'] as const)
    expect(() => engine[read](0, beyond)).toThrow(EngineError);
  expect(() => engine.rowDimensions(0, 1000, 2)).toThrow(EngineError);
});
