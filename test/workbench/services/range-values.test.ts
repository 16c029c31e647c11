import { failures, script, workbook } from './script';

describe('values', () => {
  test('types come back as they went in; blank is an empty text', async () => {
    expect(
      await script(`sheet.getRange('A1:D1').setValues([[1.5, 'text', true, null]]);
        const [[a, b, c, d]] = sheet.getRange('A1:D1').getValues();
        return [a, b, c, d, sheet.getRange('A1').getValue(), sheet.getRange('D1').isBlank()]`),
    ).toEqual([1.5, 'text', true, '', 1.5, true]);
  });

  test('strings are read as if typed: numbers, dates, booleans, percent, formulas', async () => {
    expect(
      await script(`sheet.getRange('A1:H1').setValues([['00123', '1/2/2024', 'TRUE', '50%', '=1+2', "'=1+2", '1e3', '$5.25']]);
        const [row] = sheet.getRange('A1:H1').getValues();
        return [row.map((v) => v instanceof Date ? Utilities.formatDate(v, 'Etc/GMT', 'yyyy-MM-dd') : v), sheet.getRange('A1:H1').getNumberFormats()[0]]`),
    ).toEqual([
      [123, '2024-01-02', true, 0.5, 3, '=1+2', 1000, 5.25],
      [
        '0.###############',
        'M/d/yyyy',
        '0.###############',
        '0%',
        '0.###############',
        '0.###############',
        '0.00E+00',
        '"$"#,##0.00',
      ],
    ]);
  });

  test('a text format keeps typed text, also when both wait in the same buffer', async () => {
    for (const eager of [false, true]) {
      expect(
        await script(
          `sheet.getRange('A1:A3').setNumberFormat('@').setValues([['00123'], ['1/2'], ['=A1']]);
           return [sheet.getRange('A1:A3').getValues(), sheet.getRange('A3').getFormula()]`,
          { eager },
        ),
      ).toEqual([[['00123'], ['1/2'], ['=A1']], '']);
    }
  });

  test('null and undefined clear; an object is written as Java writes it', async () => {
    expect(
      await script(`sheet.getRange('A1').setValue('x').setValue(undefined);
        sheet.getRange('A2').setValue('x').setValue(null);
        sheet.getRange('A3').setValue({ a: 1, b: 'x' });
        return sheet.getRange('A1:A3').getValues()`),
    ).toEqual([[''], [''], ['{a=1.0, b=x}']]);
  });

  test('one value fills a range; a formula given once moves along', async () => {
    expect(
      await script(`sheet.getRange('A1:A3').setValue(2);
        sheet.getRange('B1:B3').setFormula('=A1*ROW()');
        return [sheet.getRange('A1:B3').getValues(), sheet.getRange('B3').getFormula()]`),
    ).toEqual([
      [
        [2, 2],
        [2, 4],
        [2, 6],
      ],
      '=A3*ROW()',
    ]);
  });

  test('getters of single values speak of the first cell', async () => {
    expect(
      await script(`sheet.getRange('B2:C3').setValues([[1, 2], [3, 4]]);
        sheet.getRange('B2').setFormula('=1+1');
        const r = sheet.getRange('B2:C3');
        return [r.getValue(), r.getFormula(), r.getFormulas(), r.getDisplayValue(), r.getFormulaR1C1(), r.getFormulasR1C1()]`),
    ).toEqual([
      2,
      '=1+1',
      [
        ['=1+1', ''],
        ['', ''],
      ],
      '2',
      '=1+1',
      [
        ['=1+1', null],
        [null, null],
      ],
    ]);
  });

  test('R1C1 formulas count from their cell', async () => {
    expect(
      await script(`sheet.getRange('B2:B4').setValues([[1], [2], [3]]);
        sheet.getRange('B5').setFormulaR1C1('=SUM(R[-3]C[0]:R[-1]C[0])');
        sheet.getRange('C5').setFormulaR1C1('=R2C2+R[-1]C[-1]');
        return [sheet.getRange('B5:C5').getFormulas()[0], sheet.getRange('B5:C5').getValues()[0], sheet.getRange('B5').getFormulaR1C1()]`),
    ).toEqual([['=SUM(B2:B4)', '=$B$2+B4'], [6, 4], '=SUM(R[-3]C[0]:R[-1]C[0])']);
  });

  test('sizes, length and types are checked in Google’s words', async () => {
    expect(
      await failures([
        `sheet.getRange('A1:B2').setValues([[1, 2]])`,
        `sheet.getRange('A1:B2').setValues([[1, 2], [3]])`,
        `sheet.getRange('A1').setValues([1])`,
        `sheet.getRange('A1').setValue()`,
        `sheet.getRange('A1').setValue('x'.repeat(50001))`,
        `sheet.getRange('A1').setFormula(5)`,
        `sheet.getRange('A1').getValues(1)`,
        `sheet.getRange('A1').setNumberFormat(null)`,
      ]),
    ).toEqual([
      'Exception: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
      'Exception: The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
      "Exception: The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
      "Exception: The parameters () don't match the method signature for SpreadsheetApp.Range.setValue.",
      'Exception: Your input contains more than the maximum of 50000 characters in a single cell.',
      "Exception: The parameters (number) don't match the method signature for SpreadsheetApp.Range.setFormula.",
      "Exception: The parameters (number) don't match the method signature for SpreadsheetApp.Range.getValues.",
      'Exception: Argument cannot be null: numberFormat',
    ]);
  });

  test('a formula that gives an empty text is not blank', async () => {
    expect(
      await script(`sheet.getRange('A1').setFormula('=IF(TRUE,"","x")');
        return [sheet.getRange('A1').getValue(), sheet.getRange('A1').isBlank(), sheet.getRange('A2').isBlank(), sheet.getLastRow()]`),
    ).toEqual(['', false, true, 1]);
  });

  test('errors read as their text', async () => {
    expect(await script(`sheet.getRange('A1').setFormula('=1/0'); return sheet.getRange('A1').getValue()`)).toBe(
      '#DIV/0!',
    );
  });
});

describe('dates', () => {
  test('are written and read as the wall clock of the spreadsheet’s zone', async () => {
    const engine = await workbook({ timeZone: 'America/New_York' });
    expect(
      await script(
        `const moment = new Date(Date.UTC(2026, 6, 1, 2, 30));
         sheet.getRange('A1').setValue(moment);
         const back = sheet.getRange('A1').getValue();
         return [back.getTime() === moment.getTime(), back instanceof Date, sheet.getRange('A1').getNumberFormat(), new Date(Date.UTC(2026, 6, 1, 2, 30)).getDate()]`,
        { engine, scriptTimeZone: 'Asia/Tokyo' },
      ),
    ).toEqual([true, true, 'M/d/yyyy H:mm:ss', 1]);
    const cell = (await engine.read(0, { row: 1, col: 1, rows: 1, cols: 1 }))[0]![0];
    // 2026-06-30 22:30 in New York.
    expect(cell?.v).toBeCloseTo(46203 + 22.5 / 24, 6);
  });

  test('a date set on a formatted cell keeps the format', async () => {
    expect(
      await script(`sheet.getRange('A1').setNumberFormat('d mmm yyyy').setValue(new Date(2026, 0, 5));
        return [sheet.getRange('A1').getNumberFormat(), sheet.getRange('A1').getValue().getMonth()]`),
    ).toEqual(['d mmm yyyy', 0]);
  });

  test('a time alone is a date on 1899-12-30', async () => {
    expect(await script(`sheet.getRange('A1').setValue('10:30'); return sheet.getRange('A1').getValue()`)).toBe(
      '1899-12-30T10:30:00.000Z',
    );
  });

  test('formulas that make dates give dates', async () => {
    expect(
      await script(`sheet.getRange('A1').setValue('2024-05-06');
        sheet.getRange('A2:A5').setFormulas([['=A1+7'], ['=EOMONTH(A1;0)'], ['=A1-DATE(2024;5;1)'], ['=DATE(2024;1;2)']]);
        return sheet.getRange('A2:A5').getValues()`),
    ).toEqual([['2024-05-13T00:00:00.000Z'], ['2024-05-31T00:00:00.000Z'], [5], ['2024-01-02T00:00:00.000Z']]);
  });

  test('the day of the script is its own zone’s, and may be chosen', async () => {
    expect(
      await script(
        `const now = new Date();
         return [now.getHours(), now.getDate(), new Date(2026, 0, 15).toISOString(), new Date('2026-01-15').getHours(), new Date(2026, 0, 15).toString(), now.getTimezoneOffset(), Date.now() - now.getTime() < 60000]`,
        { scriptTimeZone: 'America/New_York', nowMs: Date.UTC(2026, 0, 15, 3, 0) },
      ),
    ).toEqual([
      22,
      14,
      '2026-01-15T05:00:00.000Z',
      19,
      'Thu Jan 15 2026 00:00:00 GMT-0500 (Eastern Standard Time)',
      300,
      true,
    ]);
  });
});

describe('German files', () => {
  test('numbers, dates and formulas follow the locale; `;` separates, a comma fails', async () => {
    const engine = await workbook({ locale: 'de_DE' });
    expect(
      await script(
        `sheet.getRange('A1:D1').setValues([['1.234,5', '2.1.2024', '3,5 %', '1.5']]);
         sheet.getRange('A2').setFormula('=SUM(A1;1)');
         sheet.getRange('B2').setFormula('=SUM(A1,1)');
         sheet.getRange('C2').setFormula('=ROUND(2,55;1)');
         return [sheet.getRange('A1:D1').getValues()[0], sheet.getRange('A1:D1').getNumberFormats()[0], sheet.getRange('A2:C2').getValues()[0], sheet.getRange('A2:C2').getFormulas()[0]]`,
        { engine, nowMs: Date.UTC(2026, 5, 1) },
      ),
    ).toEqual([
      [1234.5, '2024-01-02T00:00:00.000Z', 0.035, '2026-05-01T00:00:00.000Z'],
      ['#,##0.00', 'dd.MM.yyyy', '0.00%', 'd.M'],
      [1235.5, '#ERROR!', 2.6],
      ['=SUM(A1;1)', '=SUM(A1,1)', '=ROUND(2,55;1)'],
    ]);
  });

  test('a semicolon is turned into a comma in US files', async () => {
    expect(
      await script(
        `sheet.getRange('A1').setFormula('=SUM(1;2)'); return [sheet.getRange('A1').getFormula(), sheet.getRange('A1').getValue()]`,
      ),
    ).toEqual(['=SUM(1,2)', 3]);
  });
});
