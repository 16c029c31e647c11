/**
 * A reference to a blank cell gives a blank, which is equal to an empty text and to 0. Known of Sheets, not spelt out in
 * its help; "If the cell is blank, getValue() returns an empty string" is (Apps Script reference, Range, getValue()).
 */
import { openBook } from './book';

/** B1:B5 and C1:C2 are blank, A1:A3 hold a key, its value is blank for 'b'. */
async function withBlanks() {
  const book = await openBook();
  await book.set('A1', [['a'], ['b'], ['c']]);
  await book.set('D1', [[1], [null], [3]]);
  return book;
}

test.each([
  ['=B1'],
  ['=$B$1'],
  ['=INDEX(A1:D3,2,4)'],
  ['=INDEX(B1:B3,2)'],
  ['=OFFSET(A1,0,1)'],
  ['=INDIRECT("B1")'],
  ['=VLOOKUP("b",A1:D3,4,FALSE)'],
  ['=XLOOKUP("b",A1:A3,D1:D3)'],
  ['=LOOKUP("b",A1:A3,D1:D3)'],
  ['=IF(TRUE,B1,1)'],
  ['=IFS(TRUE,B1)'],
  ['=IFERROR(B1,1)'],
  ['=IFERROR(1/0)'],
  ['=IFNA(B1,1)'],
  ['=SWITCH(1,1,B1)'],
  ['=CHOOSE(1,B1,2)'],
  ['=LET(x,B1,x)'],
  ['=LAMBDA(x,x)(B1)'],
  ['=ARRAYFORMULA(B1)'],
])('%s gives a blank, which is "" and 0', async (formula) => {
  const book = await withBlanks();
  await book.set('H1', [[formula, '=H1=""', '=H1=0', '=ISBLANK(H1)', '=H1&"x"', '=H1+1', '=LEN(H1)']]);
  const [value, empty, zero, , text, sum, length] = (await book.values('H1:N1'))[0]!;
  expect([value, empty, zero, text, sum, length, await book.text('H1')]).toEqual([null, true, true, 'x', 1, 0, '']);
});

test('what has a number or a text stays one; calculating with a blank takes it as 0', async () => {
  const book = await withBlanks();
  await book.set('H1', [
    ['=D1', '=B1+0', '=-B1', '=B1*1', '=SUM(B1:B3)', '=N(B1)', '=IF(B1,1,2)', '=IF(TRUE,"",1)', '=T(B1)', '=B1&B2'],
  ]);
  expect(await book.values('H1:Q1')).toEqual([[1, 0, 0, 0, 0, 0, 2, '', '', '']]);
});

test('blanks among what spills, and where they are counted', async () => {
  const book = await withBlanks();
  await book.set('H1', [['=D1:D3', '=FILTER(D1:D3,A1:A3<>"a")', '=TRANSPOSE(D1:D3)']]);
  await book.set('H6', [['=COUNT(H1:H3)', '=COUNTBLANK(H1:H3)', '=COUNTA(H1:H3)', '=H2=""', '=AVERAGE(H1:H3)']]);
  expect(await book.values('H1:L3')).toEqual([
    [1, null, 1, null, 3],
    [null, 3, null, null, null],
    [3, null, null, null, null],
  ]);
  expect((await book.values('H6:L6'))[0]!.filter((_, at) => at !== 2)).toEqual([2, 1, true, 2]);
});

test('a chain of references stays blank, and turns when something is entered', async () => {
  const book = await withBlanks();
  await book.set('H1', [['=B1', '=H1', '=I1=""']]);
  expect(await book.values('H1:J1')).toEqual([[null, null, true]]);
  await book.set('B1', 5);
  expect(await book.values('H1:J1')).toEqual([[5, 5, false]]);
  await book.set('B1', null);
  expect(await book.values('H1:J1')).toEqual([[null, null, true]]);
});
