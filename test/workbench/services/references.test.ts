import { failures, script } from './script';

test('ranges by numbers and by A1, open ones too', async () => {
  expect(
    await script(`ss.insertSheet("It's");
      const a1 = (...args) => sheet.getRange(...args).getA1Notation();
      const open = sheet.getRange('B:D');
      ss.setNamedRange('Total', sheet.getRange('C3:D4'));
      return [a1(2, 3), a1(2, 3, 4), a1(2, 3, 4, 5), a1('$B$2:c1'), a1('3:5'), a1('A2:A'), a1('B:D'), a1('Total'),
        ss.getRange("'It''s'!B2").getSheet().getName(), sheet.getRange("'It''s'!B2").getSheet().getName(),
        open.getNumRows(), open.getLastColumn(), open.isStartRowBounded(), open.isStartColumnBounded(), open.isEndRowBounded(),
        sheet.getRangeList(['A1', 'B2:C3']).getRanges().map((r) => r.getA1Notation())]`),
  ).toEqual([
    'C2',
    'C2:C5',
    'C2:G5',
    'B1:C2',
    '3:5',
    'A2:A',
    'B:D',
    'C3:D4',
    "It's",
    "It's",
    1000,
    4,
    false,
    true,
    false,
    ['A1', 'B2:C3'],
  ]);
});

test('bounds and bad texts', async () => {
  expect(
    await failures([
      'sheet.getRange(0, 1)',
      'sheet.getRange(1, 0)',
      'sheet.getRange(1, 1, 0, 1)',
      'sheet.getRange(1, 1, 1, 0)',
      'sheet.getRange(1001, 1)',
      'sheet.getRange(1, 27)',
      'sheet.getRange(1, 1, 1001)',
      "sheet.getRange('nonsense!!')",
      "sheet.getRange('NoTab!A1')",
      "sheet.getRange('1', 2)",
      'sheet.getRange()',
      'sheet.getRange(1, 2, undefined, 3)',
      'sheet.getRange([1])',
      'sheet.getRange({})',
      'sheet.getRange(new Date())',
      'sheet.getRange(sheet, true)',
    ]),
  ).toEqual([
    'Exception: The starting row of the range is too small.',
    'Exception: The starting column of the range is too small.',
    'Exception: The number of rows in the range must be at least 1.',
    'Exception: The number of columns in the range must be at least 1.',
    'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    'Exception: Range not found',
    'Exception: Range not found',
    "Exception: The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    "Exception: The parameters () don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    "Exception: The parameters (number,number,null,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    "Exception: The parameters (number[]) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    "Exception: The parameters ((class)) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    "Exception: The parameters (Date) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    "Exception: The parameters (SpreadsheetApp.Sheet,Boolean) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
  ]);
});

test('offset, cells, static coordinates', async () => {
  expect(
    await script(`const r = sheet.getRange('B2:C3');
      const moved = [r.offset(1, 1), r.offset(0, 0, 1), r.offset(-1, -1, 2, 2), r.getCell(2, 1)].map((x) => x.getA1Notation());
      r.setValue('here');
      sheet.insertRowsBefore(1, 2);
      return [moved, r.getValue(), r.getA1Notation(), sheet.getRange('B4').getValue(),
        [r.getRow(), r.getColumn(), r.getLastRow(), r.getLastColumn(), r.getNumRows(), r.getNumColumns(), r.getHeight(), r.getWidth(), r.getGridId(), r.getRowIndex()]]`),
  ).toEqual([['C3:D4', 'B2:C2', 'A1:B2', 'B3'], '', 'B2:C3', 'here', [2, 2, 3, 3, 2, 2, 2, 2, 0, 2]]);
  expect(
    await failures([
      `sheet.getRange('A1').offset(-1, 0)`,
      `sheet.getRange('A1:B2').getCell(3, 1)`,
      `sheet.getRange('A1').offset(0, 0, 0)`,
    ]),
  ).toEqual([
    'Exception: The starting row of the range is too small.',
    'Exception: Cell reference out of range',
    'Exception: The number of rows in the range must be at least 1.',
  ]);
});

test('data region and next data cell', async () => {
  expect(
    await script(`sheet.getRange('B2:C3').setValues([[1, 2], [3, 4]]);
      sheet.getRange('D4').setValue(5);
      sheet.getRange('B7').setValue(6);
      const D = SpreadsheetApp.Direction;
      const next = (a1, d) => sheet.getRange(a1).getNextDataCell(d).getA1Notation();
      return [sheet.getRange('B2').getDataRegion().getA1Notation(), sheet.getRange('B2').getDataRegion(SpreadsheetApp.Dimension.ROWS).getA1Notation(),
        sheet.getRange('B2').getDataRegion(SpreadsheetApp.Dimension.COLUMNS).getA1Notation(), sheet.getRange('H9').getDataRegion().getA1Notation(),
        next('B2', D.DOWN), next('B3', D.DOWN), next('B7', D.DOWN), next('B7', D.UP), next('A2', D.NEXT), next('C2', D.PREVIOUS)]`),
  ).toEqual(['B2:C3', 'B2:B3', 'B2:C2', 'H9', 'B3', 'B7', 'B1000', 'B3', 'B2', 'B2']);
});
