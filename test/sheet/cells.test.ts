/** What getValues may give for a cell, and the zone that days are of: nothing unforeseen gets any further. */
import vm from 'node:vm';
import { cellText, cellValue, ODD, rawCell } from '../../src/sheet/grid/cells';
import { dayInZone, zoneOf } from '../../src/sheet/grid/zone';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** As Google's CellImage: an object of a class of its own, without getTime. */
const picture = { getContentUrl: () => 'https://example.com/a.png', toString: () => 'CellImage', valueType: 'IMAGE' };

describe('a cell is known by what it can do, not by its class', () => {
  test.each<[string, unknown, string | number]>([
    ['text', ' Harbour ', ' Harbour '],
    ['number', 12.5, 12.5],
    ['yes', true, 'TRUE'],
    ['blank', '', ''],
    ['nothing', null, ''],
    ['undefined', undefined, ''],
    ['a date', new Date(Date.UTC(2026, 10, 3, 12)), '2026-11-03'],
    ['a date of another realm', vm.runInNewContext('new Date(Date.UTC(2026, 10, 3, 12))'), '2026-11-03'],
    ['a date that is none', new Date(Number.NaN), ''],
    ['a picture', picture, ''],
    ['an object without anything', Object.create(null), ''],
    ['an error’s text', '#REF!', '#REF!'],
    ['an error as an object', { toString: () => '#N/A' }, '#N/A'],
    ['a function', () => 1, ''],
    ['a symbol', Symbol('x'), ''],
  ])('%s', (_, given, value) => {
    const cell = rawCell(given);
    expect(cellValue(cell, 'Etc/UTC')).toBe(value);
    expect(cellText(cell, 'Etc/UTC')).toBe(String(value).trim());
    expect(typeof String(cell)).toBe('string');
  });

  test('what is nothing that can be read is told from a blank cell', () => {
    expect([rawCell(picture), rawCell(''), rawCell(null)]).toEqual([ODD, '', '']);
  });
});

describe('the zone of a spreadsheet', () => {
  const utilities = { formatDate: jest.fn(() => '2026-11-30') };
  beforeAll(() =>
    Object.assign(globalThis, { Utilities: utilities, Session: { getScriptTimeZone: () => 'Asia/Tokyo' } }),
  );
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'Utilities');
    Reflect.deleteProperty(globalThis, 'Session');
  });

  test.each([
    ['Europe/Vienna', 'Europe/Vienna'],
    ['', 'Asia/Tokyo'],
    [null, 'Asia/Tokyo'],
  ])('%p is %s', (said, zone) => {
    expect(zoneOf({ getSpreadsheetTimeZone: () => said } as unknown as Spreadsheet)).toBe(zone);
  });

  test('that the engine does not know is asked of Google', () => {
    const at = Date.UTC(2026, 10, 29, 23, 30);
    expect(dayInZone(at, 'Etc/UTC')).toBe('2026-11-29');
    expect(utilities.formatDate).not.toHaveBeenCalled();
    expect([dayInZone(at, 'Europe/Atlantis'), dayInZone(at, 'Europe/Atlantis')]).toEqual(['2026-11-30', '2026-11-30']);
    expect(utilities.formatDate).toHaveBeenCalledWith(new Date(at), 'Europe/Atlantis', 'yyyy-MM-dd');
  });
});
