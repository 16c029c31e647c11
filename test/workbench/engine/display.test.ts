import { displayValue } from '../../../workbench/engine/display';
import { openBook } from './book';

/** 22 November 2026, half past nine in the morning. */
const moment = 46348 + 9.5 / 24;

test.each([
  ['en_US', '#,##0.00', 1234567.891, '1,234,567.89'],
  ['de_DE', '#,##0.00', 1234567.891, '1.234.567,89'],
  ['fr_FR', '#,##0.00', 1234567.891, '1\u202f234\u202f567,89'],
  ['pt_BR', '#,##0', 1234567, '1.234.567'],
  ['es_MX', '#,##0.0', 1234.5, '1,234.5'],
  ['en_US', 'd mmm', moment, '22 Nov'],
  ['en_GB', 'd mmmm yyyy', moment, '22 November 2026'],
  ['fr_FR', 'd mmm', moment, '22 nov.'],
  ['de_DE', 'd mmmm', moment, '22 November'],
  ['tr_TR', 'd mmm', moment, '22 Kas'],
  ['pt_BR', 'd mmm', moment, '22 nov.'],
  ['ja_JP', 'mmm', moment, '11月'],
  ['en_US', '"held "d mmm', moment, 'held 22 Nov'],
  ['de_DE', '0" min"', 30, '30 min'],
  ['de_DE', '0.0"×"', 1.25, '1,3×'],
  ['en_US', '0%', 0.256, '26%'],
  ['en_US', '#,##0;(#,##0);"–"', 0, '–'],
  ['en_US', '#,##0;(#,##0)', -1234, '(1,234)'],
  ['en_US', 'yyyy-mm-dd hh:mm', moment, '2026-11-22 09:30'],
  ['en_US', '[h]:mm', 1.5, '36:00'],
  ['en_US', '@', 12.5, '12.5'],
  ['en_US', undefined, 1 / 3, '0.3333333333'],
  ['de_DE', undefined, 1234.5, '1234,5'],
  ['en_US', '0.###############', 1 / 3, '0.3333333333'],
  ['en_US', undefined, 123456789012, '123456789012'],
  ['en_US', undefined, 1e20, '1E+20'],
  ['en_US', undefined, 1.5e-9, '1.5E-09'],
  ['en_US', undefined, 0.1 + 0.2, '0.3'],
  ['en_US', undefined, -0, '0'],
  ['en_US', '0', 'text', 'text'],
  ['en_US', '"<"@">"', 'text', '<text>'],
  ['de_DE', undefined, true, 'TRUE'],
  ['en_US', '#,##0', null, ''],
])('%s %s', (locale, pattern, value, shown) => expect(displayValue(value, pattern, locale)).toBe(shown));

test.each([
  ['en_US', '11/22/2026'],
  ['en_GB', '22/11/2026'],
  ['de_DE', '22.11.2026'],
  ['ja_JP', '2026/11/22'],
])('a date that a formula brings stands in the short form of %s', async (locale, shown) => {
  const book = await openBook({ locale });
  await book.set('A1', '=DATE(2026,11,22)');
  expect(await book.text('A1')).toBe(shown);
});

test('the file’s locale decides, also after it is changed', async () => {
  const book = await openBook();
  await book.set('A1', 1234.5);
  await book.style('A1', { numberFormat: '#,##0.00' });
  expect(await book.text('A1')).toBe('1,234.50');
  await book.write({ op: 'file', patch: { locale: 'de_DE' } });
  expect(await book.text('A1')).toBe('1.234,50');
});
