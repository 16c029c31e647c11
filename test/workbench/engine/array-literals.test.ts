/**
 * Array literals. Docs Editors help, "Using arrays in Google Sheets" (6208276): commas make columns, semicolons rows;
 * `={A1:A10; D1:D10}` puts ranges below each other; where a comma is the decimal sign a backslash makes columns.
 */
import { expandArrayLiterals } from '../../../workbench/engine/calculation/array-literals';
import { openBook } from './book';

async function spilled(formula: string, cells = 'H1:K4') {
  const book = await openBook();
  await book.set('A1', [
    ['a', 1, 'x'],
    ['b', 2, 'y'],
  ]);
  await book.set('H1', formula);
  return book.values(cells);
}

test.each<[string, (string | number | boolean | null)[][]]>([
  ['={A1:A2}', [['a'], ['b']]],
  ['={A1:A2;C1:C2}', [['a'], ['b'], ['x'], ['y']]],
  [
    '={A1:A2,C1:C2}',
    [
      ['a', 'x'],
      ['b', 'y'],
    ],
  ],
  [
    '={C1:C2,A1:B2}',
    [
      ['x', 'a', 1],
      ['y', 'b', 2],
    ],
  ],
  [
    '={A1,B1;A2,B2}',
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    '={"Name","Sum";A1:B2}',
    [
      ['Name', 'Sum'],
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    '={1,2;3,4}',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    '={1,B1+1;SUM(B1:B2),-1}',
    [
      [1, 2],
      [3, -1],
    ],
  ],
  [
    '={{1,2};{3,4}}',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['={"a;b,{c}","""q"""}', [['a;b,{c}', '"q"']]],
  [
    '={TRUE,"x";1,FALSE}',
    [
      [true, 'x'],
      [1, false],
    ],
  ],
  [
    '={SEQUENCE(2),SEQUENCE(2,1,3)}',
    [
      [1, 3],
      [2, 4],
    ],
  ],
  ['=SUM({B1:B2;10})', [[13]]],
  ['=VLOOKUP("y",{C1:C2,A1:A2},2,FALSE)', [['b']]],
  ['=SORT({B1:B2;0})', [[0], [1], [2]]],
  ['=IF(TRUE,{A1:A2},0)', [['a'], ['b']]],
])('%s', async (formula, want) => {
  const found = await spilled(formula);
  expect(found.slice(0, want.length).map((line) => line.slice(0, want[0]!.length))).toEqual(want);
});

test('parts of different sizes are an error, as in the editor', async () => {
  expect((await spilled('={A1:A2,C1}'))[0]![0]).toBe('#REF!');
  expect((await spilled('={A1:B1;C1}'))[0]![0]).toBe('#REF!');
});

test('the formula keeps its text; the literal follows what it refers to', async () => {
  const book = await openBook();
  await book.set('A1', [['a'], ['b']]);
  await book.set('H1', '={A1:A2}');
  await book.insertRows(0, 2, 1);
  expect(await book.formula('H1')).toBe('={A1:A3}');
  await book.set('A2', 'between');
  expect(await book.values('H1:H3')).toEqual([['a'], ['between'], ['b']]);
});

test('what is no literal stays as it is', () => {
  for (const formula of ['=SUM(A1:A2)', '="{1,2}"', "='a{b'!A1", '=IF(A1>1,"{",2)'])
    expect(expandArrayLiterals(formula)).toBe(formula);
});
