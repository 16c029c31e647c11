/** Functions that Google and Univer take differently, each as the page of the Docs Editors help named beside it says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plainNumbers } from '../../../workbench/engine/calculation/number-literals';
import { openBook } from './book';

type Cells = (string | number | boolean | null)[][];

/** What a formula in H1 gives over b 2, a 1, c 3, b 2 in A1:B4. */
async function filled(formula: string, rows: number, cols: number): Promise<Cells> {
  const book = await openBook();
  await book.set('A1', [
    ['b', 2],
    ['a', 1],
    ['c', 3],
    ['b', 2],
  ]);
  await book.set('H1', formula);
  return book.values(`H1:${'HIJKLM'[cols - 1]}${rows}`);
}

test('COLUMN says where a range is, of a whole column, of several, of its own cell, of one that is gone', async () => {
  const book = await openBook();
  await book.set('A1', [[1], [2]]);
  for (const [formula, value] of [
    ['=COLUMN($C:$C)', 3],
    ['=COLUMN(B2:B9)', 2],
    ['=SUM(COLUMN(B:D))', 9],
    ['=SUMPRODUCT(COLUMN(A1:C2))', 6],
    ['=COLUMN()', 8],
    ['=IFERROR(COLUMN(#REF!),0)', 0],
    ['=IFERROR(COLUMN(5),"none")', 'none'],
    ['=COLUMN(INDEX(A1:D4,2,3))', 3],
  ] as const) {
    await book.set('H1', formula);
    expect([formula, (await book.values('H1:H1'))[0]![0]]).toEqual([formula, value]);
  }
});

test.each<[string, string, Cells]>([
  [
    'SORT (3093150): column, ascending',
    '=SORT(A1:B3,1,FALSE)',
    [
      ['c', 3],
      ['b', 2],
      ['a', 1],
    ],
  ],
  [
    'SORT, ascending',
    '=SORT(A1:B3,2,TRUE)',
    [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ],
  ],
  ['SORT, first column by itself', '=SORT(A1:A3)', [['a'], ['b'], ['c']]],
  ['SORT by a range outside', '=SORT(A1:A3,B1:B3,TRUE)', [['a'], ['b'], ['c']]],
  [
    'SORT by two columns',
    '=SORT(A1:B4,1,TRUE,2,FALSE)',
    [
      ['a', 1],
      ['b', 2],
      ['b', 2],
      ['c', 3],
    ],
  ],
  [
    'SORTN (7354624): the first n',
    '=SORTN(A1:B4,2,0,2,TRUE)',
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    'SORTN, ties shown too',
    '=SORTN(A1:B4,2,1,2,TRUE)',
    [
      ['a', 1],
      ['b', 2],
      ['b', 2],
    ],
  ],
  [
    'SORTN, without duplicates',
    '=SORTN(A1:B4,3,2,1,TRUE)',
    [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ],
  ],
  ['FILTER: several conditions', '=FILTER(A1:A4,B1:B4>1,A1:A4="b")', [['b'], ['b']]],
  ['FILTER without a match', '=FILTER(A1:A4,B1:B4>9)', [['#N/A']]],
  ['FLATTEN', '=FLATTEN(A1:B2)', [['b'], [2], ['a'], [1]]],
  [
    'ARRAY_CONSTRAIN',
    '=ARRAY_CONSTRAIN(A1:B4,1,2)',
    [
      ['b', 2],
      [null, null],
    ],
  ],
  ['STDEV (3094054) of a single number', '=STDEV(B1)', [['#DIV/0!']]],
  ['STDEV of blanks', '=STDEV(C1:C9)', [['#DIV/0!']]],
  ['VAR (3094063) of blanks', '=VAR(C1:C9)', [['#DIV/0!']]],
  ['STDEVP of a single number', '=STDEVP(B1)', [[0]]],
  ['STDEVP of blanks', '=STDEVP(C1:C9)', [['#DIV/0!']]],
  ['STDEV', '=STDEV(1,2,3)', [[1]]],
  ['TO_TEXT', '=TO_TEXT(24)&"!"', [['24!']]],
  ['ADD', '=ADD(2,3)', [[5]]],
  ['MINUS', '=MINUS(8,3)', [[5]]],
  ['MULTIPLY', '=MULTIPLY(6,7)', [[42]]],
  ['DIVIDE', '=DIVIDE(4,0)', [['#DIV/0!']]],
  ['POW', '=POW(2,10)', [[1024]]],
  ['EQ, GT …', '=AND(EQ("A","a"),GT(3,2),GTE(3,3),LT(1,2),LTE(2,2),NE(1,2))', [[true]]],
  ['UMINUS', '=UMINUS(4)', [[-4]]],
  ['UNARY_PERCENT', '=UNARY_PERCENT(50)', [[0.5]]],
  ['CONCAT', '=CONCAT("de",1)', [['de1']]],
  ['JOIN', '=JOIN("-",A1:A3)', [['b-a-c']]],
  ['ISO.CEILING', '=ISO.CEILING(-4.3,2)', [[-4]]],
  ['CHOOSE out of range (seen at Google)', '=CHOOSE(5,1,2)', [['#NUM!']]],
  ['COUNTUNIQUE', '=COUNTUNIQUE(A1:A4)', [[3]]],
  ['COUNTIF of an array (seen at Google)', '=COUNTIF(SPLIT("a,b,a",","),"a")', [[2]]],
  ['COUNTIFS of arrays (seen at Google)', '=COUNTIFS({1,2,3},">1",{1,2,3},"<3")', [[1]]],
  ['SUMIF of an array: it must be a range', '=SUMIF({1,2},">1")', [['#N/A']]],
  ['RANK in an array (seen at Google)', '=RANK(2,{1,2,3})', [[2]]],
  ['EDATE stays within the month', '=EDATE(DATE(2023,1,31),1)-DATE(2023,2,28)', [[0]]],
  ['EDATE of several', '=ARRAYFORMULA(EDATE({44957;44985},1)-DATE(2023,2,28))', [[0], [28]]],
  ['ISOWEEKNUM at the end of a year', '=ISOWEEKNUM({DATE(2014,12,29),DATE(2020,12,31)})', [[1, 53]]],
  ['IFNA without a second argument', '=IFNA(NA())', [[null]]],
  ['IFERROR without a second argument', '=IFERROR(1/0)', [[null]]],
  ['DOLLAR', '={DOLLAR(1.2351,4),DOLLAR(-9.99),DOLLAR(1234,-2)}', [['$1.2351', '-$9.99', '$1,200']]],
  [
    'SUBSTITUTE of line ends, and of one of several',
    '={SUBSTITUTE("a b"&CHAR(10)&"c",CHAR(10),"#"),SUBSTITUTE("a-b-c","-","+",2),SUBSTITUTE("a-b","-","+",3),SUBSTITUTE("ab","","x")}',
    [['a b#c', 'a-b+c', 'a-b', 'ab']],
  ],
  ['UNICHAR, UNICODE', '={UNICHAR(128512),UNICODE("😀")}', [['😀', 128512]]],
  ['numbers with zeros or an exponent', '={2>1.0,1.50=1.5,1E3,007,ISNUMBER(1.0)}', [[true, true, 1000, 7, true]]],
])('%s: %s', async (_, formula, want) => {
  expect(await filled(formula, want.length, want[0]!.length)).toEqual(want);
});

test('Google’s functions are there but for those that docs/workbench.md says are lacking; Excel’s own are not', async () => {
  const root = path.join(__dirname, '../../..');
  const names = readFileSync(path.join(root, 'test/fixtures/google-functions.txt'), 'utf8').trim().split(/\s+/);
  expect(names.length).toBeGreaterThan(500);
  const lacking = await unknown(names);
  const said = /functions that give `#NAME\?`: ([^.]+)\./.exec(
    readFileSync(path.join(root, 'docs/workbench.md'), 'utf8').replace(/\s+/g, ' '),
  );
  expect(lacking.sort()).toEqual([...said![1]!.matchAll(/[A-Z.]+/g)].map(([name]) => name).sort());
  const excels = [
    'SORTBY',
    'TAKE',
    'DROP',
    'EXPAND',
    'TEXTBEFORE',
    'CONCATENATEX',
    'CUBEVALUE',
    'WEBSERVICE',
    'DAYS.NONE',
  ];
  expect(await unknown(excels)).toEqual(excels);
});

test('HYPERLINK shows its label, and the cell leads where its formula says now', async () => {
  const book = await openBook();
  await book.set('A1', [
    [7],
    ['Mira'],
    ['=IF(A1=0,"",HYPERLINK("#gid="&A1,A2))'],
    ['=HYPERLINK("http://example.com")'],
    ['plain'],
  ]);
  expect((await book.values('A3:A4')).flat()).toEqual(['Mira', 'http://example.com']);
  const leads = (row: number) => book.engine.linkOf(0, row, 1);
  expect(await Promise.all([3, 4, 5].map(leads))).toEqual(['#gid=7', 'http://example.com', null]);
  // Cells that moved, and what they read has changed.
  await book.insertRows(0, 1, 1);
  await book.set('A2', 8);
  expect([await leads(3), await leads(4)]).toEqual([null, '#gid=8']);
  await book.set('A2', 0);
  expect(await leads(4)).toBe(null);
});

/** Those of the names that no function has. */
async function unknown(names: string[]): Promise<string[]> {
  const book = await openBook();
  await book.set(
    'B1',
    names.map((name) => [`=IFERROR(ERROR.TYPE(${name}()),0)`]),
  );
  const errors = (await book.values(`B1:B${names.length}`)).flat();
  return names.filter((_, at) => errors[at] === 5);
}

test('only numbers are rewritten: no texts, names, addresses', () => {
  for (const formula of [
    '="1.0"',
    "='2.0'!A1",
    '=A10+B200',
    '=SUM(1:10)',
    '=LOG10(100)',
    '=x1.0',
    '=E10',
    '=$A$10',
    '=TEXT(1,"0.00")',
  ])
    expect(plainNumbers(formula)).toBe(formula);
  expect(plainNumbers('=IF(A1>1.0,1.50%,.50)&"1.0"')).toBe('=IF(A1>1,1.5%,0.5)&"1.0"');
  expect(plainNumbers('=1E3+1e300+2.')).toBe('=1000+1e300+2');
});
