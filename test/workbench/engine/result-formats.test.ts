/**
 * The format that a formula's result has by itself. Documented is which functions give dates, times, money and
 * percentages (Docs Editors help, "Google Sheets function list", 25273, and its pages named below); the rest is known of
 * Sheets and listed as an assumption in docs/workbench.md.
 */
import type { ResultPatterns } from '../../../workbench/engine/calculation/result-format-rules';
import { formatOfFunction, formatOfOperator } from '../../../workbench/engine/calculation/result-format-rules';
import { openBook, throughDisk } from './book';

const patterns: ResultPatterns = { date: 'd', time: 'h:mm', moment: 'd h:mm', currency: '$0.00', percent: '0.00%' };

/** A workbook with a date, money, a percentage, a time and a plain number in row 1. */
async function formatted(options: Parameters<typeof openBook>[0] = {}) {
  const book = await openBook(options);
  await book.set('A1', [[46054, 12.5, 0.5, 0.4375, 3]]);
  const formats = { A1: 'yyyy-mm-dd', B1: '"$"#,##0.00', C1: '0%', D1: 'h:mm' };
  for (const [cell, numberFormat] of Object.entries(formats)) await book.style(cell, { numberFormat });
  return book;
}

/** What each formula shows in a cell that nobody formatted. */
async function shown(formulas: string[], options: Parameters<typeof openBook>[0] = {}): Promise<string[]> {
  const book = await formatted(options);
  await book.set(
    'H1',
    formulas.map((formula) => [formula]),
  );
  const { sheetId } = book.place('H1');
  const rect = { row: 1, col: 8, rows: formulas.length, cols: 1 };
  return (await book.engine.displayValues(sheetId, rect)).flat();
}

test.each([
  ['DATE', '=DATE(2026,2,1)', '2/1/2026'],
  ['EDATE (3092974)', '=EDATE(A1,1)', '3/1/2026'],
  ['EOMONTH', '=EOMONTH(A1,0)', '2/28/2026'],
  ['WORKDAY', '=WORKDAY(A1,1)', '2/2/2026'],
  ['TIME', '=TIME(10,30,0)', '10:30:00 AM'],
  ['TO_DATE', '=TO_DATE(46054)', '2/1/2026'],
  ['TO_DOLLARS (3094241)', '=TO_DOLLARS(40)', '$40.00'],
  ['TO_PERCENT (3094284)', '=TO_PERCENT(0.40826)', '40.83%'],
  ['TO_PURE_NUMBER (3094243)', '=TO_PURE_NUMBER(B1)', '12.5'],
  ['DATEVALUE (3093039): an integer', '=DATEVALUE("2026-02-01")', '46054'],
  ['VALUE (3094220): a number', '=VALUE("$12.50")', '12.5'],
  ['DAYS', '=DAYS(A1+3,A1)', '3'],
])('%s: %s shows %s', async (_, formula, want) => {
  expect(await shown([formula])).toEqual([want]);
});

test('today and now are shown as what they are', async () => {
  const [today, next, same, now] = await shown(['=TODAY()', '=TODAY()+7', '=TO_DATE(TODAY()+7)', '=NOW()']);
  expect(today).toMatch(/^\d{1,2}\/\d{1,2}\/\d{4}$/);
  expect(next).toBe(same);
  expect(now).toMatch(/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2}$/);
});

test('a format carries through references, sums, choices and what spills', async () => {
  expect(
    await shown([
      '=A1',
      '=A1+7',
      '=7+A1',
      '=A1-DATE(2026,1,1)',
      '=A1+D1',
      '=B1*2',
      '=2*B1',
      '=B1/4',
      '=B1/B1',
      '=B1+1',
      '=-B1',
      '=SUM(B1:B1)',
      '=AVERAGE(B1,B1)',
      '=MAX(A1:A1)',
      '=COUNT(A1:B1)',
      '=C1*200',
      '=C1+C1',
      '=50%',
      '=ROUND(B1,0)',
      '=INT(A1)',
      '=YEAR(A1)',
      '=IF(TRUE,A1,0)',
      '=INDEX(A1:E1,1,2)',
      '=HLOOKUP(12.5,B1:B1,1,FALSE)',
      '=E1*2',
      '=A1&""',
    ]),
  ).toEqual([
    '2026-02-01',
    '2026-02-08',
    '2026-02-08',
    '31',
    '2/1/2026 10:30:00',
    '$25.00',
    '$25.00',
    '$3.13',
    '1',
    '$13.50',
    '-$12.50',
    '$12.50',
    '$12.50',
    '2026-02-01',
    '2',
    '100',
    '100%',
    '50.00%',
    '$13.00',
    '46054',
    '2026',
    '2026-02-01',
    '$12.50',
    '$12.50',
    '6',
    '46054',
  ]);
});

test('the format goes with the result: cleared or typed over, the cell has none', async () => {
  const book = await formatted();
  await book.set('H1', '=EDATE(A1,1)');
  expect(await book.text('H1')).toBe('3/1/2026');
  await book.set('H1', null);
  await book.set('H1', '=1+1');
  expect(await book.text('H1')).toBe('2');
  await book.set('H1', '=A1');
  await book.set('H1', 7);
  expect([await book.text('H1'), book.styleOf('H1').numberFormat]).toEqual(['7', undefined]);
  await book.set('H1', '=A1');
  await book.set('H1', '=B1');
  expect(await book.text('H1')).toBe('$12.50');
});

test('a format that somebody gave to the cell wins, and the result’s comes back without it', async () => {
  const book = await formatted();
  await book.set('H1', '=A1+1');
  await book.set('I1', '=H1');
  await book.style('H1', { numberFormat: '0.0' });
  expect([await book.text('H1'), await book.text('I1')]).toEqual(['46055.0', '46055.0']);
  await book.style('H1', { numberFormat: null });
  expect([await book.text('H1'), await book.text('I1')]).toEqual(['2026-02-02', '2026-02-02']);
});

test('another format of a cell reaches what is calculated from it', async () => {
  const book = await formatted();
  await book.set('H1', [['=E1*2', '=SUM(E1:H1)']]);
  expect([await book.text('H1'), await book.text('I1')]).toEqual(['6', '9']);
  await book.style('E1', { numberFormat: '0.00 €' });
  expect([await book.text('H1'), await book.text('I1')]).toEqual(['6.00 €', '9.00 €']);
});

test('cells that an array formula fills have a format each, and lose it with the formula', async () => {
  const book = await formatted();
  await book.set('H1', '=SEQUENCE(3,1,A1)');
  await book.set('I1', '=TRANSPOSE(A1:C1)');
  await book.set('J1', '=ARRAYFORMULA(I1:I3)');
  const column = async (letter: string) => [
    await book.text(`${letter}1`),
    await book.text(`${letter}2`),
    await book.text(`${letter}3`),
  ];
  expect(await column('H')).toEqual(['46054', '46055', '46056']);
  expect(await column('I')).toEqual(['2026-02-01', '$12.50', '50%']);
  expect(await column('J')).toEqual(['2026-02-01', '$12.50', '50%']);
  await book.set('I1', null);
  await book.set('I2', 5);
  expect(await column('I')).toEqual(['', '5', '']);
});

test('formats are the locale’s, and follow when it changes; they outlive saving', async () => {
  const german = ['=DATE(2026;2;1)', '=TO_DOLLARS(3)', '=TIME(10;30;0)'].map((f) => f.replaceAll(';', ','));
  expect(await shown(german, { locale: 'de_DE' })).toEqual(['01.02.2026', '3,00 €', '10:30:00']);
  const book = await formatted();
  await book.set('H1', [['=DATE(2026,2,1)', '=H1+1']]);
  await book.write({ op: 'file', patch: { locale: 'en_GB' } });
  expect([await book.text('H1'), await book.text('I1')]).toEqual(['01/02/2026', '02/02/2026']);
  const again = await openBook({ file: throughDisk(await book.engine.save()) });
  expect(await again.text('I1')).toBe('02/02/2026');
});

test('the rules by themselves: what of two formats is left', () => {
  const { date, time, moment, currency, percent } = patterns;
  const cases: [string, string, string, string][] = [
    [date, '+', '', date],
    ['', '+', date, date],
    [date, '-', date, ''],
    [moment, '-', date, ''],
    [date, '+', time, moment],
    [time, '-', time, time],
    [currency, '+', '0.0', currency],
    ['0.0', '+', '', '0.0'],
    [currency, '*', '', currency],
    [currency, '*', percent, currency],
    [percent, '*', '', ''],
    [currency, '*', currency, ''],
    [currency, '/', '', currency],
    [currency, '/', currency, ''],
    [currency, '^', '', ''],
    [date, '>', date, ''],
    [date, '&', '', ''],
  ];
  for (const [left, operator, right, want] of cases)
    expect([left, operator, right, formatOfOperator(operator, left, right, patterns)]).toEqual([
      left,
      operator,
      right,
      want,
    ]);
  const args = (...formats: string[]) => ({
    count: formats.length,
    formatAt: (index: number) => formats[index] ?? '',
    numberAt: () => 9,
  });
  expect(formatOfFunction('SUM', args('', currency, date), patterns)).toBe(currency);
  expect(formatOfFunction('SUMIF', args('', '', currency), patterns)).toBe(currency);
  expect(formatOfFunction('SUMIF', args(currency, ''), patterns)).toBe(currency);
  expect(formatOfFunction('SUBTOTAL', args('', currency), patterns)).toBe(currency);
  expect(formatOfFunction('ROUND', args(date), patterns)).toBe('');
  expect(formatOfFunction('IF', args(date), patterns)).toBeNull();
  expect(formatOfFunction('SQRT', args(currency), patterns)).toBe('');
});
