import fc from 'fast-check';
import {
  a1OfRect,
  absoluteAddress,
  columnLetters,
  columnNumber,
  covers,
  parseReference,
  quoteSheetName,
} from '../../../workbench/values/addresses';
import { hexColor } from '../../../workbench/values/colors';
import { isDatePattern, patternKind } from '../../../workbench/values/number-pattern';
import { formulaFromR1C1, formulaToR1C1 } from '../../../workbench/values/r1c1';
import { instantOfSerial, serialOfInstant } from '../../../workbench/values/zoned-time';

test('A1 there and back', () => {
  expect([columnLetters(1), columnLetters(26), columnLetters(27), columnLetters(18278), columnNumber('zzz')]).toEqual([
    'A',
    'Z',
    'AA',
    'ZZZ',
    18278,
  ]);
  expect(parseReference("'It''s'!$B$2:C9")).toEqual({ sheetName: "It's", row: 2, col: 2, lastRow: 9, lastCol: 3 });
  expect(parseReference('C9:B2')).toEqual({ sheetName: null, row: 2, col: 2, lastRow: 9, lastCol: 3 });
  expect(parseReference("'It''s'!R2C2:r9c3")).toEqual({ sheetName: "It's", row: 2, col: 2, lastRow: 9, lastCol: 3 });
  expect(parseReference('R9C3:R2C2')).toEqual({ sheetName: null, row: 2, col: 2, lastRow: 9, lastCol: 3 });
  // What may be read as A1 too is A1.
  expect(parseReference('R5')).toEqual({ sheetName: null, row: 5, col: 18, lastRow: 5, lastCol: 18 });
  expect(parseReference('C3:R5')).toEqual({ sheetName: null, row: 3, col: 3, lastRow: 5, lastCol: 18 });
  expect(parseReference('A2:B')).toEqual({ sheetName: null, row: 2, col: 1, lastRow: null, lastCol: 2 });
  for (const bad of [
    '',
    'A',
    '5',
    'A0',
    'A1:',
    'A1:B2:C3',
    '!A1',
    'A1 B2',
    'Goal',
    'R0C1',
    'RC',
    'R[1]C[1]',
    'R1C1:A2',
    'A1:R2C2',
    'R1C1:R2',
  ])
    expect(parseReference(bad)).toBeNull();
  const cell = fc.integer({ min: 1, max: 9999 });
  fc.assert(
    fc.property(
      cell,
      fc.integer({ min: 1, max: 700 }),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      (row, col, rows, cols) => {
        expect(parseReference(a1OfRect(row, col, rows, cols))).toEqual({
          sheetName: null,
          row,
          col,
          lastRow: row + rows - 1,
          lastCol: col + cols - 1,
        });
      },
    ),
  );
});

test('tab names are quoted where Google quotes them', () => {
  expect(['Sales', 'Sheet_1', 'x.y', 'A1', 'R1C1', '2026', 'Ünï', 'a-b', "It's", 'My tab'].map(quoteSheetName)).toEqual(
    ['Sales', 'Sheet_1', 'x.y', "'A1'", "'R1C1'", "'2026'", "'Ünï'", "'a-b'", "'It''s'", "'My tab'"],
  );
  expect(absoluteAddress("It's", { row: 2, col: 1, rows: 3, cols: 27 })).toBe("'It''s'!$A$2:$AA$4");
  expect(absoluteAddress('TRUE', { row: 2, col: 1, rows: 1, cols: 1 })).toBe("'TRUE'!$A$2");
});

test('R1C1 there and back', () => {
  expect(formulaFromR1C1('=SUM(R[-3]C[0]:R[-1]C[0])&"R1C1"&R1C[1]+\'RC\'!RC', 5, 2)).toBe(
    '=SUM(B2:B4)&"R1C1"&C$1+\'RC\'!B5',
  );
  expect(formulaToR1C1('=SUM(B2:B4)+$A$1&"A1"&Sheet2!C5', 5, 2)).toBe(
    '=SUM(R[-3]C[0]:R[-1]C[0])+R1C1&"A1"&Sheet2!R[0]C[1]',
  );
  expect(formulaFromR1C1('=R[-9]C', 5, 2)).toBe('=#REF!');
  for (const formula of ['=A1+$B$2*C$3-$D4', '=SUM(A1:B9,Sheet2!C3)', '=LOG10(A1)&"x"']) {
    expect(formulaFromR1C1(formulaToR1C1(formula, 4, 3), 4, 3)).toBe(formula);
  }
});

test('which patterns show dates', () => {
  const dates = [
    'M/d/yyyy',
    'd mmm yyyy',
    'yyyy-mm-dd',
    'h:mm',
    '[h]:mm:ss',
    'H:mm:ss',
    'dddd',
    'yyyy/mm/dd;@',
    'mmm yyyy',
    'h:mm am/pm',
    '[$-409]d mmm',
  ];
  const others = [
    '',
    'General',
    'general',
    '0.00',
    '#,##0',
    '0%',
    '@',
    '"d"0',
    '0.00E+00',
    '[Red]0',
    '"$"#,##0.00',
    '0.###############',
    null,
  ];
  expect([
    dates.filter((pattern) => !isDatePattern(pattern)),
    others.filter((pattern) => isDatePattern(pattern)),
  ]).toEqual([[], []]);
});

test('what sort of number a pattern shows', () => {
  const kinds = {
    general: ['', 'General', '0.###############', '@'],
    number: ['0', '#,##0.00', '0.00E+00', '"days" 0'],
    percent: ['0%', '0.00%', '#,##0.0 %'],
    currency: ['"$"#,##0.00', '$0', '[$€]#,##0.00', '#,##0.00 "€"', '[$£-809]0.00', '"CHF" 0.00'],
    date: ['M/d/yyyy', 'd mmm', 'yyyy', 'dddd'],
    time: ['h:mm', 'h:mm:ss am/pm', '[h]:mm'],
    moment: ['M/d/yyyy h:mm:ss', 'dd.mm.yyyy hh:mm'],
  };
  const read = Object.values(kinds).map((patterns) => patterns.map(patternKind));
  expect(read).toEqual(Object.entries(kinds).map(([kind, patterns]) => patterns.map(() => kind)));
});

test('serials and instants in zones with summer time', () => {
  const instant = fc
    .integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2060, 0, 1) })
    .map((ms) => Math.floor(ms / 1000) * 1000);
  for (const zone of ['Etc/UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe']) {
    fc.assert(
      fc.property(instant, (ms) => {
        const back = instantOfSerial(serialOfInstant(ms, zone), zone);
        // In the hour that comes twice, the earlier one is taken.
        expect(back === ms || ms - back === 3_600_000 || ms - back === 1_800_000).toBe(true);
        expect(serialOfInstant(back, zone)).toBeCloseTo(serialOfInstant(ms, zone), 8);
      }),
      { numRuns: 200 },
    );
  }
  expect(instantOfSerial(46203.9375, 'America/New_York')).toBe(Date.UTC(2026, 6, 1, 2, 30));
  // 2:30 does not exist on the day the clocks go forward: 3:30 summer time.
  expect(instantOfSerial(46089 + 2.5 / 24, 'America/New_York')).toBe(Date.UTC(2026, 2, 8, 7, 30));
});

test('colours and rectangles', () => {
  expect(['LIGHTCORAL', '#F00', '#aAbBcC', 'nonsense', '#12'].map(hexColor)).toEqual([
    '#f08080',
    '#ff0000',
    '#aabbcc',
    null,
    null,
  ]);
  const rect = (row: number, col: number, rows: number, cols: number) => ({ row, col, rows, cols });
  expect(covers([rect(1, 1, 2, 5), rect(3, 1, 2, 3), rect(3, 4, 9, 9)], rect(1, 1, 4, 5))).toBe(true);
  expect(covers([rect(1, 1, 2, 5), rect(3, 1, 2, 3)], rect(1, 1, 4, 5))).toBe(false);
});
