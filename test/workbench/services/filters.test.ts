/**
 * Filters. Expectations from
 * https://developers.google.com/apps-script/reference/spreadsheet/filter, …/filter-criteria-builder, …/range#createFilter(),
 * …/sheet#isRowHiddenByFilter(Integer) and https://support.google.com/docs/answer/3093649 (SUBTOTAL).
 */
import { openEngine } from '../../../workbench/engine/open';
import { failure, failures, OWNER, REP, script, workbook } from './script';

const TABLE = `sheet.getRange('A1:C5').setValues(
  [['Deal', 'Amount', 'Stage'], ['Alpha', 10, 'Won'], ['Beta', 30, 'Open'], ['Gamma', 20, 'Open'], ['delta', 40, '']]);
  const filter = sheet.getRange('A1:C5').createFilter();
  const criteria = () => SpreadsheetApp.newFilterCriteria();
  const hidden = () => [1, 2, 3, 4, 5, 6].filter((row) => sheet.isRowHiddenByFilter(row));`;

test('a filter is the sheet’s only one, and gone once removed', async () => {
  expect(
    await script(`${TABLE}
      const second = (() => { try { sheet.getRange('E1:F2').createFilter(); return 'none' } catch (e) { return e.message } })();
      const found = [sheet.getFilter(), sheet.getRange('Z9').getFilter()].map((one) => one.getRange().getA1Notation());
      filter.remove();
      return { second, found, name: String(filter), after: [sheet.getFilter(), sheet.getRange('A1').getFilter()] };`),
  ).toEqual({
    second: "You can't create a filter in a sheet that already has a filter.",
    found: ['A1:C5', 'A1:C5'],
    name: 'Filter',
    after: [null, null],
  });
  expect(await failure(`${TABLE} filter.remove(); filter.getRange();`)).toMatch(/^Exception: /);
});

test('criteria say which rows are hidden; the header row never is', async () => {
  const rows = await script(`${TABLE}
    const show = (column, one) => {
      filter.setColumnFilterCriteria(column, one.build());
      const rows = hidden().join();
      filter.removeColumnFilterCriteria(column);
      return rows;
    };
    return {
      values: show(1, criteria().setHiddenValues(['Alpha', 'Deal'])),
      above: show(2, criteria().whenNumberGreaterThan(15)),
      between: show(2, criteria().whenNumberBetween(10, 20)),
      notBetween: show(2, criteria().whenNumberNotBetween(10, 20)),
      equal: show(2, criteria().whenNumberEqualTo(30)),
      text: show(1, criteria().whenTextContains('lph')),
      without: show(1, criteria().whenTextDoesNotContain('a')),
      starts: show(3, criteria().whenTextStartsWith('Op')),
      empty: show(3, criteria().whenCellEmpty()),
      filled: show(3, criteria().whenCellNotEmpty()),
      byEnum: show(2, criteria().withCriteria(SpreadsheetApp.BooleanCriteria.NUMBER_LESS_THAN, [25])),
      none: hidden().join(),
    };`);
  expect(rows).toEqual({
    values: '2',
    above: '2',
    between: '3,5',
    notBetween: '2,4',
    equal: '2,4,5',
    text: '3,4,5',
    without: '2,3,4,5',
    starts: '2,5',
    empty: '2,3,4',
    filled: '5',
    byEnum: '3,5',
    none: '',
  });
});

test('criteria of two columns hide together, read back, copy, and days are days', async () => {
  expect(
    await script(`${TABLE}
      filter.setColumnFilterCriteria(2, criteria().whenNumberGreaterThan(15).build());
      filter.setColumnFilterCriteria(3, criteria().setHiddenValues(['Open']).build());
      const both = hidden().join();
      const number = filter.getColumnFilterCriteria(2);
      const values = filter.getColumnFilterCriteria(3);
      filter.setColumnFilterCriteria(2, number.copy().whenNumberLessThan(15).build()).setColumnFilterCriteria(3, null);
      const copied = hidden().join();
      filter.removeColumnFilterCriteria(2);
      sheet.getRange('C2:C4').setValues([[new Date(2026, 10, 2, 15)], [new Date(2026, 10, 3)], [new Date(2026, 10, 4)]]);
      filter.setColumnFilterCriteria(3, criteria().whenDateAfter(new Date(2026, 10, 2)).build());
      const day = filter.getColumnFilterCriteria(3).getCriteriaValues()[0];
      return {
        both, copied, days: hidden().join(), isDate: day instanceof Date && day.getDate(),
        number: [String(number.getCriteriaType()), number.getCriteriaValues(), number.getHiddenValues()],
        values: [values.getCriteriaType(), values.getCriteriaValues(), values.getHiddenValues()],
        other: filter.getColumnFilterCriteria(1),
      };`),
  ).toEqual({
    both: '2,3,4',
    copied: '3,4,5',
    days: '2,5',
    isDate: 2,
    number: ['NUMBER_GREATER_THAN', [15], []],
    values: [null, [], ['Open']],
    other: null,
  });
});

test('SUBTOTAL never counts what a filter hides, whatever its code; SUM does; what a person hides stays another matter', async () => {
  expect(
    await script(`${TABLE}
      const formulas = [['=SUBTOTAL(9,B2:B5)', '=SUBTOTAL(109,B2:B5)', '=SUM(B2:B5)', '=SUBTOTAL(3,A2:A5)']];
      sheet.getRange('E1:H1').setFormulas(formulas);
      const sums = () => sheet.getRange('E1:H1').getValues()[0];
      const before = sums();
      filter.setColumnFilterCriteria(2, criteria().whenNumberGreaterThan(15).build());
      const filtered = sums();
      sheet.hideRows(3);
      const both = { sums: sums(), user: sheet.isRowHiddenByUser(2), filter: sheet.isRowHiddenByFilter(3) };
      filter.remove();
      return { before, filtered, both, after: sums() };`),
  ).toEqual({
    before: [100, 100, 100, 4],
    filtered: [90, 90, 100, 3],
    both: { sums: [90, 60, 100, 3], user: false, filter: false },
    after: [100, 70, 100, 4],
  });
});

test('sorting leaves the header where it is and shows what passes', async () => {
  expect(
    await script(`${TABLE}
      filter.setColumnFilterCriteria(2, criteria().whenNumberGreaterThan(15).build());
      filter.sort(2, false);
      const down = [sheet.getRange('B1:B5').getValues().join(), hidden().join()];
      filter.sort(2, true);
      return [down, [sheet.getRange('B1:B5').getValues().join(), hidden().join()]];`),
  ).toEqual([
    ['Amount,40,30,20,10', '5'],
    ['Amount,10,20,30,40', '2'],
  ]);
});

test('a filter follows its rows and columns, is saved with the file, copied with the tab and goes with it', async () => {
  const engine = await workbook();
  const moved = await script(
    `${TABLE}
      filter.setColumnFilterCriteria(2, criteria().whenNumberGreaterThan(15).build());
      sheet.insertRowsBefore(1, 2);
      sheet.insertColumnBefore(1);
      sheet.insertRowAfter(4);
      const copy = sheet.copyTo(ss);
      return { range: filter.getRange().getA1Notation(), column: String(filter.getColumnFilterCriteria(3).getCriteriaType()),
        row: [1, 2, 3, 4, 5, 6].filter((row) => sheet.isRowHiddenByFilter(row)),
        copied: [copy.getFilter().getRange().getA1Notation(), copy.isRowHiddenByFilter(4)] };`,
    { engine },
  );
  expect(moved).toEqual({ range: 'B3:D8', column: 'NUMBER_GREATER_THAN', row: [4], copied: ['B3:D8', true] });
  const opened = await openEngine(JSON.parse(JSON.stringify(engine.save())));
  expect(opened.filter(0)).toEqual({
    rect: { row: 3, col: 2, rows: 6, cols: 3 },
    criteria: { 3: { criteria: 'NUMBER_GREATER_THAN', args: [15], hiddenValues: [] } },
    hiddenRows: [4],
  });
  await opened.write([{ op: 'deleteRows', sheetId: 0, row: 4, count: 1 }], { kind: 'system', user: OWNER });
  expect(opened.filter(0)).toMatchObject({ rect: { row: 3, rows: 5 }, hiddenRows: [] });
  await opened.write([{ op: 'deleteSheet', sheetId: 0 }], { kind: 'system', user: OWNER });
  expect(opened.filter(0)).toBeNull();
  opened.dispose();
});

test('clear() can leave filtered rows as they are', async () => {
  expect(
    await script(`${TABLE}
      filter.setColumnFilterCriteria(2, criteria().whenNumberGreaterThan(15).build());
      sheet.getRange('B2:B4').clear({ contentsOnly: true, skipFilteredRows: true });
      return sheet.getRange('B1:B5').getValues().join();`),
  ).toBe('Amount,10,,,40');
});

test('what cannot be done says so, and a protected tab keeps its filter from others', async () => {
  expect(
    await failures([
      `SpreadsheetApp.newFilterCriteria().setVisibleValues(['a'])`,
      `SpreadsheetApp.getActiveSheet().getRange('A1:B3').createFilter().setColumnFilterCriteria(3, null)`,
      `SpreadsheetApp.getActiveSheet().getFilter().setColumnFilterCriteria(1, 'x')`,
      `SpreadsheetApp.getActiveSheet().getFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenFormulaSatisfied('=A1>1').build())`,
    ]),
  ).toEqual([
    'NotImplemented: FilterCriteriaBuilder.setVisibleValues',
    'Exception: Column position is out of bounds of the filter.',
    "Exception: The parameters (number,String) don't match the method signature for SpreadsheetApp.Filter.setColumnFilterCriteria.",
    'NotImplemented: Filter.setColumnFilterCriteria(CUSTOM_FORMULA)',
  ]);
  const engine = await workbook();
  await script(`const one = sheet.protect(); one.removeEditors(one.getEditors());`, { engine });
  expect(
    await failure(`sheet.getRange('A1:B3').createFilter(); SpreadsheetApp.flush();`, { engine, user: REP }),
  ).toMatch(/protected/);
});
