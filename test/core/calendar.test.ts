import {
  addDays,
  dateInZone,
  dateToSerial,
  firstWorkday,
  isIsoDate,
  serialToDate,
  shortDate,
} from '../../src/core/shared/dates';
import { addMonths, isMonthKey, monthsBetween, monthTitle, parseMonth } from '../../src/core/shared/month';

describe('month keys', () => {
  test.each([
    [202611, 1, 202612],
    [202612, 1, 202701],
    [202601, -1, 202512],
    [202611, -23, 202412],
  ])('%i plus %i months is %i', (month, count, expected) => {
    expect(addMonths(month, count)).toBe(expected);
    expect(monthsBetween(month, expected)).toBe(count);
  });

  test.each([
    ['202611', 202611],
    ['2026-11', 202611],
    ['11/2026', 202611],
    ['November 2026', 202611],
    ['nov 26', 202611],
    ['  Dec. 2025 ', 202512],
    ['2026-13', null],
    ['13/2026', null],
    ['next month', null],
    ['November', null],
    ['1/2', null],
    ['199912', null],
    ['', null],
  ])('“%s” is read as %p', (text, expected) => {
    expect(parseMonth(text)).toBe(expected);
  });

  test('only real months of 2000 to 2099 are month keys', () => {
    expect([200001, 209912].every(isMonthKey)).toBe(true);
    expect([199912, 210001, 202600, 202613, 202611.5, '202611', null, Number.NaN].some(isMonthKey)).toBe(false);
  });

  test('is written in full', () => {
    expect(monthTitle(202609)).toBe('September 2026');
  });
});

describe('the day in a zone', () => {
  afterEach(() => jest.restoreAllMocks());

  test('does not hang on how a locale writes it', () => {
    const Native = Intl.DateTimeFormat;
    jest.spyOn(Intl, 'DateTimeFormat').mockImplementation((locale, options) => {
      const format = new Native(locale, options);
      return Object.defineProperty(format, 'format', { value: () => '11/29/2026' });
    });
    // Zones that no other test has asked for: their formats are kept.
    expect(dateInZone(Date.UTC(2026, 10, 29, 23, 30), 'Asia/Karachi')).toBe('2026-11-30');
    expect(dateInZone(Date.UTC(2027, 0, 1, 2), 'America/Lima')).toBe('2026-12-31');
  });

  test('is of the Gregorian calendar, in Latin digits, with four of them for the year', () => {
    expect(dateInZone(Date.UTC(2026, 2, 5, 12), 'Asia/Bangkok')).toBe('2026-03-05');
    expect(dateInZone(-60_000_000_000_000, 'Etc/UTC')).toMatch(/^00\d\d-\d\d-\d\d$/);
  });

  test('of a zone that the engine does not know is an error, not another day', () => {
    expect(() => dateInZone(0, 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('days', () => {
  test.each([
    ['1899-12-31', 1],
    ['1900-03-01', 61],
    ['2026-11-22', 46348],
    ['2024-02-29', 45351],
  ])('%s is serial %i', (day, serial) => {
    expect(dateToSerial(day)).toBe(serial);
    expect(serialToDate(serial)).toBe(day);
  });

  test('a time of day does not change the day', () => {
    expect(serialToDate(46348.999)).toBe('2026-11-22');
  });

  test('what is no day is refused', () => {
    for (const text of ['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', 'soon'])
      expect(isIsoDate(text)).toBe(false);
    expect(() => dateToSerial('soon')).toThrow(RangeError);
  });

  test('the zone decides which day it is', () => {
    const newYearsEveInAuckland = Date.UTC(2026, 11, 31, 10, 30);
    expect(dateInZone(newYearsEveInAuckland, 'Pacific/Auckland')).toBe('2026-12-31');
    expect(dateInZone(newYearsEveInAuckland + 3_600_000, 'Pacific/Auckland')).toBe('2027-01-01');
    expect(dateInZone(newYearsEveInAuckland, 'America/Los_Angeles')).toBe('2026-12-31');
  });

  test('the first workday skips the weekend', () => {
    expect(firstWorkday(202611)).toBe('2026-11-02');
    expect(firstWorkday(202608)).toBe('2026-08-03');
    expect(firstWorkday(202612)).toBe('2026-12-01');
  });

  test('short dates name the year only when it is another', () => {
    expect(shortDate('2026-11-03', 2026)).toBe('3 Nov');
    expect(shortDate('2027-01-29', 2026)).toBe('29 Jan 2027');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
