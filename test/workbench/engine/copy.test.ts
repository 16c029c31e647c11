import type { ValidationRule } from '../../../workbench/engine/engine';
import { openBook, rect } from './book';

type Book = Awaited<ReturnType<typeof openBook>>;
type What = 'ALL' | 'VALUES' | 'FORMULA' | 'FORMAT' | 'VALIDATION' | 'NO_BORDERS';
const list: ValidationRule = {
  criteria: 'VALUE_IN_LIST',
  args: ['a', 'b'],
  allowInvalid: false,
  showDropdown: true,
  helpText: null,
};

function copy(book: Book, from: string, to: string, what: What = 'ALL', transposed = false) {
  const source = book.place(from);
  const target = book.place(to);
  return book.write({
    op: 'copy',
    sheetId: source.sheetId,
    from: source.rect,
    toSheetId: target.sheetId,
    to: target.rect,
    what,
    transposed,
  });
}

async function furnished() {
  const book = await openBook();
  await book.addSheet('Team');
  await book.set('A1', [
    [1, '=A1*10'],
    ['two', '=$A$1+A2&"!"'],
  ]);
  await book.style('A1', {
    background: '#ff0000',
    numberFormat: '0.0',
    border: { top: { style: 'SOLID', color: '#000000' } },
  });
  await book.write(
    { op: 'notes', sheetId: 0, row: 1, col: 1, notes: [['note']] },
    { op: 'validations', sheetId: 0, row: 2, col: 1, rules: [[list]] },
    {
      op: 'conditionalRules',
      sheetId: 0,
      rules: [
        { ranges: [rect('A1:A2')], criteria: 'CUSTOM_FORMULA', args: ['=A1="two"'], style: { fontWeight: 'bold' } },
      ],
    },
  );
  return book;
}

test('a copy takes values, looks, notes, validation; relative references move, others stay', async () => {
  const book = await furnished();
  await copy(book, 'A1:B2', 'D5');
  expect(await book.values('D5:E6')).toEqual([
    [1, 10],
    ['two', '#VALUE!'],
  ]);
  expect([await book.formula('E5'), await book.formula('E6')]).toEqual(['=D5*10', '=$A$1+D6&"!"']);
  expect(book.styleOf('D5')).toEqual(book.styleOf('A1'));
  expect(book.engine.notes(0, rect('D5'))).toEqual([['note']]);
  expect(book.engine.validations(0, rect('D5:D6'))).toEqual([[null], [list]]);
  expect(book.engine.conditionalRules(0)[0]!.ranges).toEqual([rect('A1:A2'), rect('D5:D6')]);
});

test('to another sheet', async () => {
  const book = await furnished();
  await copy(book, 'Sheet1!A1:B2', 'Team!B3');
  expect(await book.formula('Team!C3')).toBe('=B3*10');
  expect(await book.value('Team!C3')).toBe(10);
  expect(book.engine.conditionalRules(1)).toEqual([
    { ranges: [rect('B3:B4')], criteria: 'CUSTOM_FORMULA', args: ['=B3="two"'], style: { fontWeight: 'bold' } },
  ]);
});

test('cells pasted from another sheet are cut out of the rules of the sheet they come to', async () => {
  const book = await furnished();
  const ranges = () => book.engine.conditionalRules(0).map((rule) => rule.ranges);
  expect(ranges()).toEqual([[rect('A1:A2')]]);
  await copy(book, 'Team!A1', 'Sheet1!A1:B1');
  expect(ranges()).toEqual([[rect('A2')]]);
  await copy(book, 'Team!A1', 'Sheet1!A2:B2');
  expect(ranges()).toEqual([]);
});

test('a larger target is filled with whole copies, a smaller one not cut', async () => {
  const book = await furnished();
  await copy(book, 'A1:B2', 'D1:H4');
  expect(await book.values('D1:H5')).toEqual([
    [1, 10, 1, 10, null],
    ['two', '#VALUE!', 'two', '#VALUE!', null],
    [1, 10, 1, 10, null],
    ['two', '#VALUE!', 'two', '#VALUE!', null],
    [null, null, null, null, null],
  ]);
});

test('a custom rule that is copied speaks of the new cells', async () => {
  const book = await openBook();
  const rule: ValidationRule = { ...list, criteria: 'CUSTOM_FORMULA', args: ['=B2>$A$1'] };
  await book.write({ op: 'validations', sheetId: 0, row: 2, col: 2, rules: [[rule], [rule], [rule], [rule]] });
  await copy(book, 'A3:B4', 'D7:E10');
  expect(book.engine.validations(0, rect('E7:E8'))).toEqual([
    [{ ...rule, args: ['=E7>$A$1'] }],
    [{ ...rule, args: ['=E7>$A$1'] }],
  ]);
  expect(book.engine.validations(0, rect('E9'))).toEqual([[{ ...rule, args: ['=E9>$A$1'] }]]);
  expect(book.engine.validations(0, rect('D7'))).toEqual([[null]]);
});

test('over itself', async () => {
  const book = await openBook();
  await book.set('A1', [[1], [2], [3]]);
  await copy(book, 'A1:A3', 'A2');
  expect(await book.values('A1:A4')).toEqual([[1], [1], [2], [3]]);
});

test.each<[What, unknown[], object, boolean]>([
  ['VALUES', [1, 10], {}, false],
  ['FORMULA', [1, 10], {}, false],
  [
    'FORMAT',
    [null, null],
    { background: '#ff0000', numberFormat: '0.0', border: { top: { style: 'SOLID', color: '#000000' } } },
    false,
  ],
  ['NO_BORDERS', [1, 10], { background: '#ff0000', numberFormat: '0.0' }, true],
  ['VALIDATION', [null, null], {}, true],
])('%s', async (what, values, look, validated) => {
  const book = await furnished();
  await copy(book, 'A1:B2', 'D5', what);
  expect(await book.values('D5:E5')).toEqual([values]);
  expect(await book.formula('E5')).toBe(what === 'FORMULA' || what === 'NO_BORDERS' ? '=D5*10' : '');
  expect(book.styleOf('D5')).toEqual(look);
  expect(book.engine.validations(0, rect('D6'))[0]![0]).toEqual(validated ? list : null);
});

test('values of a spilled array are copied as they show', async () => {
  const book = await openBook();
  await book.set('A1', '=SEQUENCE(3)');
  await copy(book, 'A2:A3', 'C1', 'VALUES');
  expect(await book.values('C1:C2')).toEqual([[2], [3]]);
});

test('transposed', async () => {
  const book = await openBook();
  await book.set('A1', [
    [1, 2, 3],
    ['=A1*10', '=B1*10', null],
  ]);
  await copy(book, 'A1:C2', 'E1', 'ALL', true);
  expect(await book.values('E1:F3')).toEqual([
    [1, expect.anything()],
    [2, expect.anything()],
    [3, null],
  ]);
  await copy(book, 'A1:C2', 'E5', 'VALUES', true);
  expect(await book.values('E5:F7')).toEqual([
    [1, 10],
    [2, 20],
    [3, null],
  ]);
});

test('merges are copied, and those in the way are undone', async () => {
  const book = await openBook();
  await book.write(
    { op: 'merge', sheetId: 0, rect: rect('A1:B1'), kind: 'ALL' },
    { op: 'merge', sheetId: 0, rect: rect('D4:D6'), kind: 'ALL' },
  );
  await copy(book, 'A1:B2', 'D5:E8');
  expect(book.engine.merges(0)).toEqual([rect('A1:B1'), rect('D5:E5'), rect('D7:E7')]);
});

describe('cut and paste', () => {
  function move(book: Book, from: string, to: string) {
    const source = book.place(from);
    const target = book.place(to);
    return book.write({
      op: 'move',
      sheetId: source.sheetId,
      from: source.rect,
      toSheetId: target.sheetId,
      row: target.rect.row,
      col: target.rect.col,
    });
  }

  test('references follow, from everywhere; what moved keeps what it pointed at', async () => {
    const book = await furnished();
    await book.set('Team!A1', '=Sheet1!A1+SUM(Sheet1!A1:B1)+Sheet1!Z1');
    await book.set('D1', '=A1:A1');
    await book.set('G9', 7);
    await book.set('B1', '=A1*10+G9');
    await book.write({ op: 'namedRanges', all: [{ name: 'Block', sheetId: 0, rect: rect('A1:B2') }] });
    await move(book, 'A1:B2', 'C11');
    expect(await book.values('A1:B2')).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(await book.values('C11:D11')).toEqual([[1, 17]]);
    expect(await book.formula('D11')).toBe('=C11*10+G9');
    expect(await book.formula('Team!A1')).toBe('=Sheet1!C11+SUM(Sheet1!C11:D11)+Sheet1!Z1');
    expect(await book.value('Team!A1')).toBe(19);
    expect(book.styleOf('C11').background).toBe('#ff0000');
    expect(book.styleOf('A1')).toEqual({});
    expect(book.engine.notes(0, rect('C11'))).toEqual([['note']]);
    expect(book.engine.notes(0, rect('A1'))).toEqual([['']]);
    expect(book.engine.validations(0, rect('C12'))).toEqual([[list]]);
    expect(book.engine.validations(0, rect('A2'))).toEqual([[null]]);
    expect(book.engine.namedRanges()[0]!.rect).toEqual(rect('C11:D12'));
    expect(book.engine.conditionalRules(0)).toEqual([
      { ranges: [rect('C11:C12')], criteria: 'CUSTOM_FORMULA', args: ['=C11="two"'], style: { fontWeight: 'bold' } },
    ]);
  });

  test('to another sheet', async () => {
    const book = await furnished();
    await book.set('D1', '=A1');
    await book.set('G9', 7);
    await book.set('B1', '=A1*10+G9');
    await move(book, 'Sheet1!A1:B2', 'Team!B3');
    expect(await book.formula('Sheet1!D1')).toBe('=Team!B3');
    expect(await book.formula('Team!C3')).toBe('=B3*10+Sheet1!G9');
    expect(await book.values('Team!B3:C3')).toEqual([[1, 17]]);
    expect(await book.value('Sheet1!D1')).toBe(1);
  });

  test('over itself', async () => {
    const book = await openBook();
    await book.set('A1', [[1], [2], ['=A1+A2']]);
    await move(book, 'A1:A3', 'A2');
    expect(await book.values('A1:A4')).toEqual([[null], [1], [2], [3]]);
  });
});

describe('merging', () => {
  test('keeps the first cell only; ALL, across and down', async () => {
    const book = await openBook();
    await book.set('A1', [
      [1, 2],
      [3, 4],
    ]);
    await book.write({ op: 'merge', sheetId: 0, rect: rect('A1:B2'), kind: 'HORIZONTALLY' });
    expect(book.engine.merges(0)).toEqual([rect('A1:B1'), rect('A2:B2')]);
    expect(await book.values('A1:B2')).toEqual([
      [1, null],
      [3, null],
    ]);
    await book.write({ op: 'merge', sheetId: 0, rect: rect('A1:B3'), kind: 'VERTICALLY' });
    expect(book.engine.merges(0)).toEqual([rect('A1:A3'), rect('B1:B3')]);
    await book.write({ op: 'merge', sheetId: 0, rect: rect('A1:B3'), kind: 'ALL' });
    expect(book.engine.merges(0)).toEqual([rect('A1:B3')]);
    await book.write({ op: 'unmerge', sheetId: 0, rect: rect('A1:C9') });
    expect(book.engine.merges(0)).toEqual([]);
    expect(await book.values('A1:B2')).toEqual([
      [1, null],
      [null, null],
    ]);
  });
});
