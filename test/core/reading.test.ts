import { currencyNamed, sameCurrency } from '../../src/core/shared/currencies';
import { type DayReading, readDay, writesMonthFirst } from '../../src/core/shared/days';
import { isBlankMark } from '../../src/core/shared/fold';
import { decimalMark, type MoneyReading, readMoney } from '../../src/core/shared/money';
import { AMOUNTS, DAYS, WRITTEN_ON } from './reading-table';

/** The zone of the spreadsheet in the table. */
const ZONE = 'Europe/Berlin';

function shortMoney(reading: MoneyReading): unknown {
  if (reading.is === 'blank') return '';
  if (reading.is === 'unreadable') return reading.why;
  return reading.is === 'ambiguous' ? [reading.value, reading.other] : reading.value;
}

function shortDay(reading: DayReading): unknown {
  if (reading.is === 'blank') return '';
  if (reading.is === 'unreadable') return reading.why;
  if (reading.is === 'period') return `from ${reading.from} to ${reading.to}`;
  return reading.is === 'ambiguous' ? [reading.value, reading.other] : reading.value;
}

test.each(AMOUNTS)('how much: $typed in $in', ({ typed, in: language, is, currency }) => {
  const reading = readMoney(typed, { decimal: decimalMark(language), language });
  expect(shortMoney(reading)).toEqual(is);
  if (reading.is === 'value' || reading.is === 'ambiguous') expect(reading.currency).toBe(currency ?? '');
});

test.each(DAYS)('when: $typed in $in', ({ typed, in: language, is }) => {
  const order = writesMonthFirst(language) ? 'mdy' : 'dmy';
  expect(shortDay(readDay(typed, { order, today: WRITTEN_ON, zone: ZONE }))).toEqual(is);
});

test('how a doubtful mark was taken is said', () => {
  const as = (text: string, decimal: '.' | ',') => {
    const reading = readMoney(text, { decimal });
    return reading.is === 'ambiguous' ? reading.as : reading.is;
  };
  expect([as('120.000', '.'), as('120.000', ','), as('1,234', '.'), as('30 mil', '.'), as('12.50', ',')]).toEqual([
    'decimals',
    'thousands',
    'thousands',
    'word',
    'value',
  ]);
});

test('without a day to count from, days without a year are not guessed at', () => {
  const read = (text: string) => shortDay(readDay(text, { order: 'dmy', today: '', zone: '' }));
  expect(['5 Dec', '24.11.', 'friday', 'tomorrow', 'Q1', 'in 2 weeks', 'eom', '5 Dec 2026'].map(read)).toEqual([
    'noYear',
    'noYear',
    'noYear',
    'noYear',
    'words',
    'noYear',
    'words',
    '2026-12-05',
  ]);
});

test('a moment is the day of the spreadsheet’s zone; midnight where it was made stays its day', () => {
  const inZone = (text: string, zone: string) => shortDay(readDay(text, { order: 'mdy', today: '', zone }));
  expect(inZone('2026-10-31T23:00:00.000Z', 'Europe/Berlin')).toBe('2026-11-01');
  expect(inZone('2026-10-31T23:00:00.000Z', 'America/New_York')).toBe('2026-10-31');
  expect(inZone('2026-11-30T00:00:00Z', 'America/New_York')).toBe('2026-11-30');
  expect(inZone('2026-12-05T00:00:00+01:00', 'America/New_York')).toBe('2026-12-05');
  expect(inZone('1796454000000', 'Asia/Tokyo')).toBe('2026-12-05');
  expect(inZone('1796482800000', 'Asia/Tokyo')).toBe('2026-12-06');
});

test('blank marks of programs are blank, a person’s own words are not', () => {
  const marks = [
    '',
    ' - ',
    '–',
    'N/A',
    '#N/A',
    'NULL',
    '\\N',
    '(blank)',
    '(No value)',
    'None',
    '0000-00-00',
    'k. A.',
    'н/д',
    '<null>',
    '--None--',
    '""',
    '[]',
    '(em branco)',
    'Nicht angegeben',
    'n.v.t.',
    'нет данных',
    '#REF!',
    '1900-01-00',
    '12/30/1899',
    '0001-01-01T00:00:00Z',
    'Not Applicable',
  ];
  expect(marks.filter((text) => !isBlankMark(text))).toEqual([]);
  expect(['0', 'tbd', '?', 'no', 'later', 'Null GmbH'].filter(isBlankMark)).toEqual([]);
});

test('currencies are known by code, sign and name; a shared sign fits each that has it', () => {
  expect(['Euro (EUR)', 'USD - U.S. Dollar', '$', 'GBP', 'kr', 'Zloty', 'Beans'].map(currencyNamed)).toEqual([
    'EUR',
    'USD',
    '$',
    'GBP',
    'kr',
    'PLN',
    null,
  ]);
  expect([
    sameCurrency('$', 'AUD'),
    sameCurrency('USD', '$'),
    sameCurrency('EUR', 'USD'),
    sameCurrency('kr', 'EUR'),
  ]).toEqual([true, true, false, false]);
});
