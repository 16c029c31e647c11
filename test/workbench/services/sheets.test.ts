import { failures, script, workbook } from './script';

test('tabs: insert, name, order, active, copy, delete', async () => {
  expect(
    await script(`const names = () => ss.getSheets().map((s) => s.getName());
      const log = [];
      const b = ss.insertSheet(); log.push(names(), ss.getActiveSheet().getName(), b.getIndex(), b.getMaxRows(), b.getMaxColumns());
      ss.insertSheet('First', 0); log.push(names());
      sheet.getRange('A1').setValue('kept').setBackground('#ff0000');
      const clone = ss.insertSheet('Clone', 1, { template: sheet }); log.push(names(), clone.getRange('A1').getValue(), clone.getRange('A1').getBackground());
      const copy = sheet.copyTo(ss); log.push(copy.getName(), copy.getIndex(), ss.getActiveSheet().getName());
      copy.setName('Renamed'); log.push(ss.getSheetByName('Renamed').getSheetId() === copy.getSheetId(), ss.getSheetByName('none'), ss.getSheetById(0).getName(), ss.getSheetById(12));
      copy.activate(); ss.moveActiveSheet(1); log.push(names());
      ss.deleteSheet(clone); ss.deleteSheet(copy); log.push(names(), ss.getNumSheets(), ss.getActiveSheet().getName());
      ss.setActiveSheet(b); const dup = ss.duplicateActiveSheet(); log.push(dup.getName()); ss.deleteActiveSheet(); log.push(names());
      return log;`),
  ).toEqual([
    ['Sheet1', 'Sheet2'],
    'Sheet2',
    2,
    1000,
    26,
    ['First', 'Sheet1', 'Sheet2'],
    ['First', 'Clone', 'Sheet1', 'Sheet2'],
    'kept',
    '#ff0000',
    'Copy of Sheet1',
    5,
    'Clone',
    true,
    null,
    'Sheet1',
    null,
    ['Renamed', 'First', 'Clone', 'Sheet1', 'Sheet2'],
    ['First', 'Sheet1', 'Sheet2'],
    3,
    'First',
    'Copy of Sheet2',
    ['First', 'Sheet1', 'Sheet2'],
  ]);
});

test('what a tab may not be called, and which may not go', async () => {
  expect(
    await failures([
      `ss.insertSheet('sheet1')`,
      `sheet.setName('x'.repeat(101))`,
      `ss.deleteSheet(sheet)`,
      `sheet.hideSheet()`,
      `ss.insertSheet('Two').hideSheet(); ss.deleteSheet(sheet)`,
      `const s = ss.insertSheet('Three'); ss.deleteSheet(s); s.getRange('A1')`,
      `ss.getSheetByName(2024)`,
      `ss.insertSheet('X', 99)`,
      `ss.moveActiveSheet(0)`,
    ]),
  ).toEqual([
    'Exception: A sheet with the name "sheet1" already exists. Please enter another name.',
    'Exception: The sheet name cannot be greater than 100 characters.',
    "Exception: You can't remove all the sheets in a document.",
    "Exception: You can't hide all the sheets in a document.",
    "Exception: You can't remove all the visible sheets in a document.",
    expect.stringMatching(/^Exception: Sheet \d+ not found$/),
    "Exception: The parameters (number) don't match the method signature for SpreadsheetApp.Spreadsheet.getSheetByName.",
    'Exception: Invalid sheet index.',
    'Exception: Invalid sheet index.',
  ]);
});

test('last row and column, data range, appended rows', async () => {
  expect(
    await script(`const log = [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];
      sheet.appendRow(['a', 1, '=B1*2']); sheet.appendRow(['b', new Date(2026, 0, 2), '50%']);
      log.push(sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation(), sheet.getDataRange().getValues());
      sheet.getRange('D9').setBackground('red'); log.push(sheet.getLastRow());
      sheet.getRange('D7').insertCheckboxes(); log.push(sheet.getLastRow(), sheet.getRange('D7').getValue());
      sheet.getRange('A1').setValue(''); log.push(sheet.getSheetValues(1, 1, 2, 1));
      return log;`),
  ).toEqual([
    0,
    0,
    'A1',
    2,
    3,
    'A1:C2',
    [
      ['a', 1, 2],
      ['b', '2026-01-02T00:00:00.000Z', 0.5],
    ],
    2,
    7,
    false,
    [[''], ['b']],
  ]);
});

test('appendRow grows a full and a narrow grid', async () => {
  expect(
    await script(`sheet.deleteRows(3, 998); sheet.deleteColumns(3, 24);
      sheet.getRange('A2').setValue('last');
      sheet.appendRow([1, 2, 3, 4]);
      return [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getRange('A3:D3').getValues()]`),
  ).toEqual([3, 4, [[1, 2, 3, 4]]]);
});

test('rows and columns: insert, delete, move; formulas and named ranges follow', async () => {
  for (const eager of [false, true]) {
    expect(
      await script(
        `sheet.getRange('A1:A4').setValues([[1], [2], [3], ['=SUM(A1:A3)']]);
         ss.setNamedRange('Two', sheet.getRange('A2'));
         sheet.insertRowsBefore(2, 2); sheet.insertColumnAfter(1);
         const log = [sheet.getRange('A6').getFormula(), sheet.getRange('A6').getValue(), ss.getRangeByName('Two').getA1Notation(), sheet.getMaxRows(), sheet.getMaxColumns()];
         sheet.deleteRow(4); log.push(sheet.getRange('A5').getFormula(), sheet.getRange('A5').getValue());
         sheet.getRange('A10:A12').setValues([['x'], ['y'], ['z']]);
         sheet.moveRows(sheet.getRange('10:10'), 13); log.push(sheet.getRange('A10:A12').getValues().flat().join(''));
         sheet.moveRows(sheet.getRange('A12'), 10); log.push(sheet.getRange('A10:A12').getValues().flat().join(''));
         return log;`,
        { eager },
      ),
    ).toEqual(['=SUM(A1:A5)', 6, 'A4', 1002, 27, '=SUM(A1:A4)', 4, 'yzx', 'xyz']);
  }
});

test('bounds of rows and columns', async () => {
  expect(
    await failures([
      'sheet.insertRowsAfter(1001, 1)',
      'sheet.insertRowsBefore(0, 1)',
      'sheet.deleteRows(1000, 2)',
      'sheet.deleteColumns(27, 1)',
      'sheet.deleteRows(1, 1000)',
      'sheet.deleteColumns(1, 26)',
      'sheet.setFrozenRows(2); SpreadsheetApp.flush(); sheet.deleteRows(3, 998)',
      'sheet.setColumnWidth(0, 10)',
      'sheet.setRowHeight(0, 10)',
      'ss.getProtections()',
      'sheet.insertRowsAfter(1000, 400000)',
    ]),
  ).toEqual([
    'Exception: Those rows are out of bounds.',
    'Exception: Those rows are out of bounds.',
    'Exception: Those rows are out of bounds.',
    'Exception: Those columns are out of bounds.',
    "Exception: You can't delete all the rows on the sheet.",
    "Exception: You can't delete all the columns on the sheet.",
    'Exception: Sorry, it is not possible to delete all non-frozen rows.',
    'Exception: Column position must be positive.',
    'Exception: Row position must be positive.',
    'Exception: Please set protection type.',
    'Exception: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  ]);
});

test('heights, widths, hiding, freezing, the tab’s looks', async () => {
  expect(
    await script(`sheet.setRowHeight(2, 40); sheet.setRowHeights(3, 2, 50); sheet.setRowHeightsForced(5, 1, 10); sheet.setColumnWidth(2, 77); sheet.setColumnWidths(3, 2, 33);
      sheet.hideRows(7, 2); sheet.hideRow(sheet.getRange('A10')); sheet.hideColumns(5); sheet.unhideRow(sheet.getRange('A8'));
      sheet.setFrozenRows(2); sheet.setFrozenColumns(1); sheet.setTabColor('red'); sheet.setHiddenGridlines(true);
      return [[1, 2, 3, 4, 5].map((r) => sheet.getRowHeight(r)), [1, 2, 3, 4, 5].map((c) => sheet.getColumnWidth(c)),
        [6, 7, 8, 9, 10].map((r) => sheet.isRowHiddenByUser(r)), [4, 5].map((c) => sheet.isColumnHiddenByUser(c)),
        sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getTabColor(), sheet.hasHiddenGridlines(), sheet.isSheetHidden(), sheet.isRowHiddenByFilter(1)]`),
  ).toEqual([
    [21, 40, 50, 50, 10],
    [100, 77, 33, 33, 100],
    [false, true, false, false, true],
    [false, true],
    2,
    1,
    '#ff0000',
    true,
    false,
    false,
  ]);
});

test('the file: name, id, locale, zone, people, selection', async () => {
  const engine = await workbook({ name: 'CRM', locale: 'fr_FR', timeZone: 'Europe/Paris' });
  expect(
    await script(
      `const id = ss.getId();
       ss.rename('CRM 2'); ss.addEditor('new@example.com').addViewers(['v@example.com']).removeEditor('rep@example.com');
       sheet.getRange('B2:C3').activate();
       const log = [ss.getName(), ss.getUrl() === 'https://docs.google.com/spreadsheets/d/' + id + '/edit', ss.getSpreadsheetLocale(), ss.getSpreadsheetTimeZone(),
         ss.getOwner().getEmail(), ss.getEditors().map((u) => u.getEmail()), ss.getViewers().map((u) => u.getEmail()),
         SpreadsheetApp.getActiveRange().getA1Notation(), sheet.getActiveCell().getA1Notation(), ss.getSelection().getActiveRangeList().getRanges().length,
         SpreadsheetApp.openById(id).getName()];
       ss.setCurrentCell(sheet.getRange('C3')); log.push(SpreadsheetApp.getCurrentCell().getA1Notation(), ss.getActiveRange().getA1Notation());
       ss.setSpreadsheetTimeZone('Asia/Tokyo'); log.push(ss.getSpreadsheetTimeZone());
       return log;`,
      { engine },
    ),
  ).toEqual([
    'CRM 2',
    true,
    'fr_FR',
    'Europe/Paris',
    'owner@example.com',
    ['owner@example.com', 'new@example.com'],
    ['owner@example.com', 'new@example.com', 'v@example.com'],
    'B2:C3',
    'B2',
    1,
    'CRM 2',
    'C3',
    'B2:C3',
    'Asia/Tokyo',
  ]);
});
