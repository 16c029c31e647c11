import { parseActuals } from '../../src/core/actuals/plan';
import { leftOutText } from '../../src/core/actuals/words';
import type { DecimalMark } from '../../src/core/shared/money';

const PEOPLE = [
  { id: 'm', name: 'Mira Oakes' },
  { id: 'b', name: 'Ben Sorrel' },
  { id: 'z', name: 'Zoë Quist' },
];
const KPIS = [
  { id: 'revenue', name: 'Booked revenue' },
  { id: 'calls', name: 'Calls' },
  { id: 'win', name: 'Win rate', isShare: true },
];

function read(text: string, decimal: DecimalMark = '.') {
  const { figures, leftOut } = parseActuals(text, PEOPLE, KPIS, decimal);
  const taken = Object.fromEntries(figures.map((f) => [`${f.repId} ${f.kpiId}`, f.value]));
  return { taken, places: figures.map((f) => [f.line, f.column]), leftOut: leftOut.map(leftOutText) };
}

describe('the shape of the table', () => {
  const expected = { 'm revenue': 12000, 'm calls': 40, 'b revenue': 9000, 'b calls': 35 };

  test.each([
    ['copied from a sheet', '\tBooked revenue\tCalls\nMira Oakes\t12000\t40\nBen Sorrel\t9000\t35'],
    ['with a word in its corner', 'Name;Booked revenue;Calls\nMira Oakes;12000;40\nBen Sorrel;9000;35\n'],
    ['with commas and quotes', 'who,booked  REVENUE,calls\r\n"Mira Oakes","12,000",40\r\nben sorrel,"9,000",35\r\n'],
    ['turned round', 'KPI\tBen Sorrel\tMira Oakes\nCalls\t35\t40\nBooked revenue\t9000\t12000'],
    ['without a corner', 'Booked revenue\tCalls\nMira Oakes\t12000\t40\nBen Sorrel\t9000\t35'],
    [
      'with blank lines and empty cells at the end',
      '\n\tBooked revenue\tCalls\t\t\n\nMira Oakes\t12000\t40\t\n\nBen Sorrel\t9000\t35\n\n',
    ],
  ])('%s', (_shape, text) => {
    expect(read(text)).toMatchObject({ taken: expected, leftOut: [] });
  });

  test('a name with a line end in quotes is one cell, and lines are counted as in the text', () => {
    expect(read('\tCalls\n"Mira\nOakes"\t4\nBen Sorrel\tmany')).toEqual({
      taken: { 'm calls': 4 },
      places: [[2, 2]],
      leftOut: ['“many” (line 4, column 2) is not a number.'],
    });
  });

  test('blank cells, lone dashes and what programs write for nothing are skipped', () => {
    expect(read('\tCalls\tBooked revenue\nMira Oakes\t\t7\nBen Sorrel\t–\t8\nZoë Quist\tn/a\tNULL')).toEqual({
      taken: { 'm revenue': 7, 'b revenue': 8 },
      places: [
        [2, 3],
        [3, 3],
      ],
      leftOut: [],
    });
  });
});

describe('figures', () => {
  test.each([
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234', 1234],
    ['1 234 567,25', 1234567.25],
    ["12'500.50", 12500.5],
    ['12 %', 0.12],
    ['12.5%', 0.125],
    ['€ 900', 900],
    ['900 €', 900],
    ['-$1,200', -1200],
    ['CHF 1’200', 1200],
    ['−3', -3],
    ['+3', 3],
    ['0', 0],
    ['0.125', 0.125],
    ['12k', 12000],
    ['(3)', -3],
  ])('%s', (text, value) => {
    expect(read(`\tCalls\nMira Oakes\t${text}`).taken).toEqual({ 'm calls': value });
  });

  test.each(['1.2.3', '4 + 3', '1,23,4', '=1+1', '3 Nov', '%', '€'])('%s is none', (text) => {
    expect(read(`\tCalls\nMira Oakes\t${text}`)).toMatchObject({
      taken: {},
      leftOut: [`“${text}” (line 2, column 2) is not a number.`],
    });
  });

  test('a lone mark before three digits follows the rest of the table, else the sheet', () => {
    const pair = (other: string, decimal: DecimalMark) =>
      read(`\tCalls\tBooked revenue\nMira Oakes\t7.500\t${other}`, decimal).taken['m calls'];
    expect(pair('12', '.')).toBe(7.5);
    expect(pair('12', ',')).toBe(7500);
    expect(pair('1.234,5', '.')).toBe(7500);
    expect(pair('0,5', '.')).toBe(7500);
    expect(pair('1,234.5', ',')).toBe(7.5);
    const torn = '\tCalls\tBooked revenue\tWin rate\nMira Oakes\t7.500\t1,234.5\t1.234,5';
    expect([read(torn, '.').taken['m calls'], read(torn, ',').taken['m calls']]).toEqual([7.5, 7500]);
  });
});

describe('what is left out is named with its place', () => {
  test('unknown people and KPIs, doubled ones, lines that do not fit', () => {
    const text = [
      'Name\tCalls\tGolf\tBooked revenue\tCALLS',
      'Mira Oakes\t40\t3\t12000\t41',
      'Nobody\t1\t1\t1\t1',
      'Ben Sorrel\t1\t1\t9000\t1',
      'Ben  Sorrel\t1\t1\t9100\t1',
      '\t\t\t21000',
      'Zoe\u0308 Quist\t1\t1\t500\t1\t77',
      'Total\t\t\t21000',
    ].join('\n');
    expect(read(text)).toEqual({
      taken: { 'm revenue': 12000 },
      places: [[2, 4]],
      leftOut: [
        'Line 7 has 6 cells, the first line 5. Put quotes round figures with commas, or paste from a spreadsheet.',
        '“Golf” (line 1, column 3) is not a KPI of Setup.',
        'Calls stands there twice (line 1, column 2; line 1, column 5). None of them is taken.',
        '“Nobody” (line 3, column 1) is not on the roster.',
        'There is no name in line 6, column 1.',
        '“Total” (line 8, column 1) is not on the roster.',
        'Ben Sorrel stands there twice (line 4, column 1; line 5, column 1). None of them is taken.',
      ],
    });
  });

  test('a name in another encoding is the same name', () => {
    expect(read('\tCalls\nZoe\u0308 Quist\t5').taken).toEqual({ 'z calls': 5 });
  });

  test('commas in figures between commas are not guessed at', () => {
    const { taken, leftOut } = read('Name,Booked revenue,Calls\nMira Oakes,12,000,40\nBen Sorrel,9000,35');
    expect(taken).toEqual({ 'b revenue': 9000, 'b calls': 35 });
    expect(leftOut).toEqual([expect.stringMatching(/^Line 2 has 4 cells, the first line 3\./)]);
  });

  test.each([
    ['', /no table yet/],
    ['Calls', /no table yet/],
    ['a\tb\nc\t1', /No name of the roster/],
  ])('nothing to take from %j', (text, words) => {
    const { taken, leftOut } = read(text);
    expect(taken).toEqual({});
    expect(leftOut).toEqual([expect.stringMatching(words)]);
  });
});

describe('a line for each figure', () => {
  test.each([
    ['with titles', 'Rep\tKPI\tActual\nMira Oakes\tCalls\t40\nMira Oakes\tBooked revenue\t12k\nBen Sorrel\tCalls\t35'],
    ['without, and turned', 'Calls;40;Mira Oakes\nBooked revenue;12k;Mira Oakes\nCalls;35;Ben Sorrel'],
    [
      'with other columns between',
      'Month,Rep,Team,KPI,Goal,Value\nOct,Mira Oakes,North,Calls,,40\nOct,Mira Oakes,North,Booked revenue,,12k\nOct,Ben Sorrel,North,Calls,,35',
    ],
  ])('%s', (_shape, text) => {
    expect(read(text)).toMatchObject({ taken: { 'm calls': 40, 'm revenue': 12000, 'b calls': 35 }, leftOut: [] });
  });

  test('two figures for the same are none', () => {
    expect(read('Mira Oakes\tCalls\t40\nMira Oakes\tCalls\t41\nBen Sorrel\tCalls\t5')).toMatchObject({
      taken: { 'b calls': 5 },
      leftOut: ['Calls of Mira Oakes stands there twice (line 1, column 3; line 2, column 3). None of them is taken.'],
    });
  });
});

describe('names that are not quite those of Setup', () => {
  const TABLE = '\tCalls\tRevenue\nM. Oakes\t4\t5\nSorrel, Ben\t6\t7';

  test('are asked about, with proposals; what is sure is taken meanwhile', () => {
    const { figures, questions } = parseActuals(TABLE, PEOPLE, KPIS, '.');
    expect(figures.map(({ repId, kpiId, value }) => [repId, kpiId, value])).toEqual([['b', 'calls', 6]]);
    expect(questions).toEqual([
      { what: 'kpi', name: 'Revenue', ids: ['revenue'] },
      { what: 'person', name: 'M. Oakes', ids: ['m'] },
    ]);
  });

  test('a person’s word counts, also that one is to be left out', () => {
    const said = { 'kpi:revenue': 'revenue', 'person:m. oakes': '' };
    const { figures, questions, leftOut } = parseActuals(TABLE, PEOPLE, KPIS, '.', said);
    expect(figures.map(({ repId, kpiId, value }) => [repId, kpiId, value])).toEqual([
      ['b', 'calls', 6],
      ['b', 'revenue', 7],
    ]);
    expect([questions, leftOut]).toEqual([[], []]);
  });

  test('accents, apostrophes and case do not matter', () => {
    expect(read('\tCALLS\nZoe Quist\t5').taken).toEqual({ 'z calls': 5 });
  });
});

test('a share is 45 %, 45 or 0.45, whichever its column holds; other figures are not touched', () => {
  const shares = (...texts: string[]) =>
    read(`\tWin rate\tCalls\nMira Oakes\t${texts[0]}\t45\nBen Sorrel\t${texts[1]}\t12`).taken;
  expect(shares('45 %', '12,5%')).toEqual({ 'm win': 0.45, 'm calls': 45, 'b win': 0.125, 'b calls': 12 });
  expect(shares('45', '1')).toMatchObject({ 'm win': 0.45, 'b win': 0.01, 'm calls': 45 });
  expect(shares('0.45', '1')).toMatchObject({ 'm win': 0.45, 'b win': 1 });
  expect(shares('45', '50 %')).toMatchObject({ 'm win': 0.45, 'b win': 0.5 });
});
