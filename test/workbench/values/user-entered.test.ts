import { parseUserEntered } from '../../../workbench/values/user-entered';
import { serialOfDay } from '../../../workbench/values/zoned-time';

const enter = (text: string, locale = 'en_US', pattern: string | null = null) => {
  const entered = parseUserEntered(text, { locale, pattern, year: 2026 });
  return entered.kind === 'blank' ? null : 'format' in entered ? [entered.value, entered.format] : entered.value;
};
const day = (year: number, month: number, date: number) => serialOfDay(year, month, date);

test('numbers as people type them', () => {
  expect(
    [
      '5',
      ' 5 ',
      '+5',
      '-5.25',
      '00123',
      '.5',
      '5.',
      '1e5',
      '1.5E-3',
      '1,234',
      '1,234.50',
      '12,34',
      '(5)',
      '50%',
      '12.5%',
      '-5%',
      '$5',
      '$1,234.50',
      '-$5',
      '€7',
      '1 234',
      '5 apples',
      '1.2.3',
      '+998 90',
      '--5',
      '',
      "'5",
      '=',
    ].map((text) => enter(text)),
  ).toEqual([
    5,
    5,
    5,
    -5.25,
    123,
    0.5,
    5,
    [100000, '0.00E+00'],
    [0.0015, '0.00E+00'],
    [1234, '#,##0'],
    [1234.5, '#,##0.00'],
    '12,34',
    -5,
    [0.5, '0%'],
    [0.125, '0.00%'],
    [-0.05, '0%'],
    [5, '"$"#,##0'],
    [1234.5, '"$"#,##0.00'],
    [-5, '"$"#,##0'],
    [7, '[$€]#,##0'],
    '1 234',
    '5 apples',
    '1.2.3',
    '+998 90',
    '--5',
    null,
    '5',
    '=',
  ]);
});

test('booleans, text, formulas', () => {
  expect(['TRUE', 'false', 'True', 'yes', '=A1', '=', ' =A1'].map((text) => enter(text))).toEqual([
    true,
    false,
    true,
    'yes',
    '=A1',
    '=',
    ' =A1',
  ]);
  expect([enter('WAHR', 'de_DE'), enter('FAUX', 'fr_FR'), enter('WAHR')]).toEqual([true, false, 'WAHR']);
  expect(['5', '1/2', 'TRUE', '=A1', "'x"].map((text) => enter(text, 'en_US', '@'))).toEqual([
    '5',
    '1/2',
    'TRUE',
    '=A1',
    "'x",
  ]);
});

test('dates in US files', () => {
  expect(
    [
      '1/2/2024',
      '1/2',
      '1/2/24',
      '1/2/31',
      '2024-01-02',
      '2024/1/2',
      '2026-11',
      '1/2024',
      'Jan 5',
      '5 Jan',
      'January 5, 2024',
      '5-Jan-2024',
      'Jan 2024',
      '13/1/2024',
      '2/30/2024',
      'May',
      '1-2',
      '1.2',
      '2024-13-01',
      'Jan 5 apples',
    ].map((text) => enter(text)),
  ).toEqual([
    [day(2024, 1, 2), 'M/d/yyyy'],
    [day(2026, 1, 2), 'M/d'],
    [day(2024, 1, 2), 'M/d/yyyy'],
    [day(1931, 1, 2), 'M/d/yyyy'],
    [day(2024, 1, 2), 'yyyy-mm-dd'],
    [day(2024, 1, 2), 'yyyy/mm/dd'],
    [day(2026, 11, 1), 'yyyy-mm'],
    [day(2024, 1, 1), 'M/yyyy'],
    [day(2026, 1, 5), 'MMM d'],
    [day(2026, 1, 5), 'd MMM'],
    [day(2024, 1, 5), 'MMMM d, yyyy'],
    [day(2024, 1, 5), 'd-MMM-yyyy'],
    [day(2024, 1, 1), 'MMM yyyy'],
    '13/1/2024',
    '2/30/2024',
    'May',
    [day(2026, 1, 2), 'M-d'],
    1.2,
    '2024-13-01',
    'Jan 5 apples',
  ]);
});

test('times', () => {
  expect(
    ['10:30', '10:30:15', '5 pm', '5:05 AM', '25:00', '10:75', '1/2/2024 10:30', '2024-01-02 5:00 pm'].map((text) =>
      enter(text),
    ),
  ).toEqual([
    [10.5 / 24, 'h:mm'],
    [(10 * 3600 + 30 * 60 + 15) / 86400, 'h:mm:ss'],
    [17 / 24, 'h:mm am/pm'],
    [(5 * 60 + 5) / 1440, 'h:mm am/pm'],
    [25 / 24, '[h]:mm:ss'],
    '10:75',
    [day(2024, 1, 2)! + 10.5 / 24, 'M/d/yyyy H:mm:ss'],
    [day(2024, 1, 2)! + 17 / 24, 'yyyy-mm-dd h:mm am/pm'],
  ]);
});

test('the locale decides the order, the decimal sign and the words', () => {
  expect([
    enter('1/2/2024', 'en_GB'),
    enter('1/2/2024', 'fr_FR'),
    enter('1.2.2024', 'de_DE'),
    enter('1/2/2024', 'ja_JP'),
    enter('31/1/2024', 'en_GB'),
  ]).toEqual([
    [day(2024, 2, 1), 'dd/MM/yyyy'],
    [day(2024, 2, 1), 'dd/MM/yyyy'],
    [day(2024, 2, 1), 'dd.MM.yyyy'],
    [day(2024, 1, 2), 'M/d/yyyy'],
    [day(2024, 1, 31), 'dd/MM/yyyy'],
  ]);
  expect([
    enter('1.234,5', 'de_DE'),
    enter('3,5', 'de_DE'),
    enter('1 234,5', 'fr_FR'),
    enter('3,5 €', 'de_DE'),
    enter('5. März 2024', 'de_DE'),
    enter('1.234', 'de_DE'),
  ]).toEqual([
    [1234.5, '#,##0.00'],
    3.5,
    [1234.5, '#,##0.00'],
    [3.5, '#,##0.00 "€"'],
    [day(2024, 3, 5), 'd MMMM yyyy'],
    [1234, '#,##0'],
  ]);
});
