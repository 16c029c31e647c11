import { failure, failures, script, workbook } from './script';

const LIST = `const list = SpreadsheetApp.newDataValidation().requireValueInList(['Open', 'Won'], true).setAllowInvalid(false).build();`;

describe('validation', () => {
  test('builders keep what they were given, and rules come back', async () => {
    expect(
      await script(`${LIST}
        const D = SpreadsheetApp.newDataValidation;
        sheet.getRange('A1').setDataValidation(list);
        sheet.getRange('A2').setDataValidation(D().requireNumberBetween(1, 10).setHelpText('one to ten').build());
        sheet.getRange('A3').setDataValidation(D().requireDateAfter(new Date(2026, 0, 5)).build());
        sheet.getRange('A4').setDataValidation(D().requireValueInRange(sheet.getRange('D1:D3'), false).build());
        sheet.getRange('A5').setDataValidation(D().requireCheckbox('yes', 'no').build());
        sheet.getRange('A6').setDataValidation(D().requireFormulaSatisfied('=A6>1').build());
        sheet.getRange('A7').setDataValidation(D().withCriteria(SpreadsheetApp.DataValidationCriteria.TEXT_CONTAINS, ['x']).build());
        const rules = sheet.getRange('A1:A8').getDataValidations().map(([r]) => r);
        const log = rules.slice(0, 7).map((r) => [String(r.getCriteriaType()), r.getCriteriaValues().map((v) => v && v.getA1Notation ? v.getA1Notation() : v), r.getAllowInvalid(), r.getHelpText()]);
        sheet.getRange('A1').clearDataValidations();
        return [log, rules[7], sheet.getRange('A1').getDataValidation(), D().getAllowInvalid(), rules[1].copy().requireNumberLessThan(3).build().getCriteriaValues()]`),
    ).toEqual([
      [
        ['VALUE_IN_LIST', [['Open', 'Won'], true], false, null],
        ['NUMBER_BETWEEN', [1, 10], true, 'one to ten'],
        ['DATE_AFTER', ['2026-01-05T00:00:00.000Z'], true, null],
        ['VALUE_IN_RANGE', ['D1:D3', false], true, null],
        ['CHECKBOX', ['yes', 'no'], true, null],
        ['CUSTOM_FORMULA', ['=A6>1'], true, null],
        ['TEXT_CONTAINS', ['x'], true, null],
      ],
      null,
      null,
      true,
      [3],
    ]);
  });

  test('a rejecting rule stops a script: at the flush, or at once in eager mode; the whole write fails', async () => {
    const body = `${LIST}
      sheet.getRange('A1:A3').setDataValidation(list);
      SpreadsheetApp.flush();
      const log = [];
      try { sheet.getRange('A1:A3').setValues([['Open'], ['Lost'], ['Won']]); log.push('set') } catch (e) { log.push('at once') }
      try { SpreadsheetApp.flush(); log.push('flushed') } catch (e) { log.push(String(e)) }
      return [log, sheet.getRange('A1:A3').getValues().flat()]`;
    const refusal =
      'Exception: The data you entered in cell A2 violates the data validation rules set on this cell. Please enter one of the following values: Open, Won.';
    expect(await script(body)).toEqual([
      ['set', refusal],
      ['', '', ''],
    ]);
    expect(await script(body, { eager: true })).toEqual([
      ['at once', 'flushed'],
      ['', '', ''],
    ]);
    expect(await failure(`${LIST} sheet.getRange('A1').setDataValidation(list).setValue('open')`)).toMatch(
      /cell A1 violates/,
    );
  });

  test('blank is accepted; warnings let everything through; numbers and dates are judged', async () => {
    expect(
      await failures([
        `${LIST} sheet.getRange('A1').setDataValidation(list).setValue('')`,
        `sheet.getRange('A2').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(5).build()).setValue(1)`,
        `sheet.getRange('A3').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(5).setAllowInvalid(false).build()).setValue(1)`,
        `sheet.getRange('A4').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(false).build()).setValue('no date')`,
        `sheet.getRange('A5').setDataValidation(SpreadsheetApp.newDataValidation().requireDateOnOrBefore(new Date(2026, 0, 5)).setAllowInvalid(false).build()).setValue(new Date(2026, 0, 5, 13))`,
        `sheet.getRange('D1').setValue('yes'); sheet.getRange('A6').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('D1:D2')).setAllowInvalid(false).build()).setValue('no')`,
        `SpreadsheetApp.newDataValidation().requireDate('x')`,
        `SpreadsheetApp.newDataValidation().build()`,
      ]),
    ).toEqual([
      'no error',
      'no error',
      'Exception: The data you entered in cell A3 violates the data validation rules set on this cell.',
      'Exception: The data you entered in cell A4 violates the data validation rules set on this cell.',
      'no error',
      'Exception: The data you entered in cell A6 violates the data validation rules set on this cell. Please enter one of the following values: yes.',
      "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDate.",
      'Exception: A data validation rule must have a criteria.',
    ]);
  });

  test('checkboxes', async () => {
    expect(
      await script(`const r = sheet.getRange('A1:A2'); r.insertCheckboxes();
        const log = [r.getValues(), r.isChecked(), sheet.getRange('B1').isChecked()];
        sheet.getRange('A1').check(); log.push(r.getValues(), r.isChecked());
        r.check(); log.push(r.isChecked()); r.uncheck(); log.push(r.isChecked());
        sheet.getRange('C1').insertCheckboxes('yes', 'no').check(); log.push(sheet.getRange('C1').getValue(), sheet.getRange('C1').isChecked());
        sheet.getRange('D1').insertCheckboxes('x'); log.push(sheet.getRange('D1').getValue(), sheet.getRange('D1').isChecked());
        r.removeCheckboxes(); log.push(r.getValues(), r.getDataValidation());
        return log`),
    ).toEqual([
      [[false], [false]],
      false,
      null,
      [[true], [false]],
      null,
      true,
      false,
      'yes',
      true,
      '',
      false,
      [[''], ['']],
      null,
    ]);
  });
});

test('notes', async () => {
  expect(
    await script(`sheet.getRange('A1:A2').setNote('both'); sheet.getRange('B1').setNote(25); sheet.getRange('C1:D1').setNotes([[25, null]]);
      const log = [sheet.getRange('A1:D2').getNotes(), sheet.getRange('A2').getNote()];
      sheet.getRange('A1').setNote(null); sheet.getRange('A2').clearNote(); log.push(sheet.getRange('A1:A2').getNotes());
      return log`),
  ).toEqual([
    [
      ['both', '25', '25.0', ''],
      ['both', '', '', ''],
    ],
    'both',
    [[''], ['']],
  ]);
});

test('conditional formats: boolean and gradient, replaced as a list, following rows', async () => {
  expect(
    await script(`const N = SpreadsheetApp.newConditionalFormatRule;
      const rules = [
        N().whenNumberLessThan(5).setBackground('red').setBold(true).setRanges([sheet.getRange('A1:A10')]).build(),
        N().whenFormulaSatisfied('=$A1="x"').setFontColor('#00f').setStrikethrough(true).setRanges([sheet.getRange('B1:B2'), sheet.getRange('D1')]).build(),
        N().setGradientMinpoint('white').setGradientMidpointWithValue('yellow', SpreadsheetApp.InterpolationType.PERCENT, '50').setGradientMaxpoint('red').setRanges([sheet.getRange('C1:C9')]).build(),
        N().whenTextContains('late').setItalic(true).setRanges([sheet.getRange('E:E')]).build(),
      ];
      sheet.setConditionalFormatRules(rules);
      sheet.insertRowsBefore(1, 1);
      const told = sheet.getConditionalFormatRules().map((r) => {
        const b = r.getBooleanCondition(), g = r.getGradientCondition();
        return [r.getRanges().map((x) => x.getA1Notation()), b ? [String(b.getCriteriaType()), b.getCriteriaValues(), b.getBackground(), b.getFontColor(), b.getBold(), b.getStrikethrough()] : [String(g.getMinType()), g.getMinColor(), String(g.getMidType()), g.getMidValue(), g.getMaxColor()]];
      });
      sheet.clearConditionalFormatRules();
      return [told, sheet.getConditionalFormatRules().length]`),
  ).toEqual([
    [
      [['A2:A11'], ['NUMBER_LESS_THAN', [5], '#ff0000', null, true, null]],
      [
        ['B2:B3', 'D2'],
        ['CUSTOM_FORMULA', [expect.stringMatching(/^=\$A\d="x"$/)], null, '#0000ff', null, true],
      ],
      [['C2:C10'], ['MIN', '#ffffff', 'PERCENT', '50', '#ff0000']],
      [[expect.stringMatching(/^E/)], ['TEXT_CONTAINS', ['late'], null, null, null, null]],
    ],
    0,
  ]);
  expect(
    await script(`sheet.setConditionalFormatRules([
        SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=AND($A1="a;b";1=1)').setBackground('red').setRanges([sheet.getRange('A1:A9')]).build(),
      ]);
      return sheet.getConditionalFormatRules()[0].getBooleanCondition().getCriteriaValues()`),
  ).toEqual(['=AND($A1="a;b",1=1)']);
  expect(await failures([`SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().build()`])).toEqual([
    'Exception: A conditional format rule must have at least one range.',
  ]);
});

test('named ranges', async () => {
  expect(
    await script(`ss.setNamedRange('Goal', sheet.getRange('B2'));
      sheet.getRange('B2').setValue(7); sheet.getRange('A1').setFormula('=Goal*2');
      const log = [sheet.getRange('A1').getValue(), ss.getRangeByName('goal').getA1Notation(), ss.getRangeByName('none'), ss.getNamedRanges().map((n) => n.getName())];
      const named = sheet.getNamedRanges()[0]; named.setName('Target').setRange(sheet.getRange('C3:D4'));
      log.push(named.getName(), ss.getRange('Target').getA1Notation(), ss.getRangeByName('Goal'));
      ss.setNamedRange('Target', sheet.getRange('E5')); log.push(ss.getNamedRanges().length, named.getRange().getA1Notation());
      named.remove(); log.push(ss.getNamedRanges().length);
      return log`),
  ).toEqual([14, 'B2', null, ['Goal'], 'Target', 'C3:D4', null, 1, 'E5', 0]);
  expect(await failures([`ss.removeNamedRange('none')`, `ss.setNamedRange('A1', sheet.getRange('A1'))`])).toEqual([
    'Exception: No named range of none.',
    'Exception: The name "A1" is not a valid name for a named range.',
  ]);
});

test('developer metadata: places, finders, following rows', async () => {
  expect(
    await script(`ss.addDeveloperMetadata('file', 'f'); sheet.addDeveloperMetadata('tab', 't', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      sheet.getRange('5:5').addDeveloperMetadata('row', 'r'); sheet.getRange('B:B').addDeveloperMetadata('col');
      sheet.insertRowsBefore(2, 3);
      const keys = (list) => list.map((m) => m.getKey());
      const finder = (r) => r.createDeveloperMetadataFinder();
      const row = finder(ss).withKey('row').find()[0];
      const log = [keys(finder(ss).find()), keys(finder(sheet).find()), row.getLocation().getRow().getA1Notation(), String(row.getLocation().getLocationType()), row.getLocation().getSheet(),
        row.getValue(), String(row.getVisibility()), String(sheet.getDeveloperMetadata()[0].getVisibility()), keys(sheet.getRange('8:8').getDeveloperMetadata()), keys(sheet.getRange('A8').getDeveloperMetadata()),
        keys(finder(sheet.getRange('A8:D9')).find()), keys(finder(sheet.getRange('1:9')).find()), keys(finder(sheet.getRange('A8')).onIntersectingLocations().withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.ROW).find()),
        finder(ss).withKey('col').find()[0].getValue(), keys(finder(ss).withId(row.getId()).find())];
      row.setKey('row2').setValue('v2').moveToRow(sheet.getRange('2:2')); log.push(row.getKey(), row.getValue(), row.getLocation().getRow().getRow());
      sheet.deleteRow(2); log.push(keys(finder(ss).find()));
      ss.getDeveloperMetadata()[0].remove(); log.push(ss.getDeveloperMetadata().length);
      return log`),
  ).toEqual([
    ['file', 'tab', 'row', 'col'],
    ['tab', 'row', 'col'],
    '8:8',
    'ROW',
    null,
    'r',
    'DOCUMENT',
    'PROJECT',
    ['row'],
    [],
    [],
    ['row'],
    ['row'],
    null,
    ['row'],
    'row2',
    'v2',
    2,
    ['file', 'tab', 'col'],
    0,
  ]);
  expect(await failures([`sheet.getRange('A1:B2').addDeveloperMetadata('x')`])).toEqual([
    'Exception: Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  ]);
});

test('row groups: depth, folding, control, removal', async () => {
  expect(
    await script(`sheet.getRange('2:5').shiftRowGroupDepth(1); sheet.getRange('3:4').shiftRowGroupDepth(1);
      const log = [[1, 2, 3, 5, 6].map((r) => sheet.getRowGroupDepth(r))];
      const outer = sheet.getRowGroup(2, 1);
      log.push(outer.getRange().getA1Notation(), outer.getControlIndex(), outer.isCollapsed(), outer.getDepth());
      outer.collapse(); log.push(outer.isCollapsed(), [1, 2, 5, 6].map((r) => sheet.isRowHiddenByUser(r)));
      sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE); log.push(outer.getControlIndex(), String(sheet.getRowGroupControlPosition()));
      sheet.expandAllRowGroups(); log.push(outer.isCollapsed(), sheet.isRowHiddenByUser(3));
      sheet.getRange('3:4').collapseGroups(); log.push(sheet.getRowGroup(3, 2).isCollapsed(), [2, 3, 4, 5].map((r) => sheet.isRowHiddenByUser(r)));
      sheet.getRange('1:6').expandGroups(); sheet.collapseAllRowGroups(); sheet.expandRowGroupsUpToDepth(1); log.push(outer.isCollapsed(), sheet.getRowGroup(3, 2).isCollapsed());
      sheet.getRowGroup(3, 2).remove(); log.push(sheet.getRowGroupDepth(3));
      sheet.getRange('1:6').shiftRowGroupDepth(-3); log.push(sheet.getRowGroupDepth(3));
      return log`),
  ).toEqual([
    [0, 1, 2, 1, 0],
    '2:5',
    6,
    false,
    1,
    true,
    [false, true, true, false],
    1,
    'BEFORE',
    false,
    false,
    true,
    [false, true, true, false],
    false,
    true,
    1,
    0,
  ]);
  expect(await failures(['sheet.getRowGroup(1, 1)', 'sheet.expandAllRowGroups()'])).toEqual([
    'Exception: A row group does not exist at index 1 and group depth 1',
    'Exception: There are no row groups on the sheet.',
  ]);
});

test('the eager and the lazy way end in the same sheet', async () => {
  const act = `sheet.getRange('A1:B3').setValues([[3, 'c'], [1, 'a'], [2, 'b']]).setNumberFormat('0.0');
    sheet.insertRowsAfter(3, 2); sheet.getRange('A4').setFormula('=SUM(A1:A3)'); sheet.appendRow(['x', '7%']);
    sheet.getRange('A1:B3').sort(1); sheet.getRange('A2').setNote('n'); sheet.getRange('6:8').shiftRowGroupDepth(1);
    ss.insertSheet('Two').getRange('C3').setValue('=Sheet1!A4'); sheet.getRange('A1:A2').copyTo(sheet.getRange('D1'));`;
  const look = `return [ss.getSheets().map((s) => [s.getName(), s.getDataRange().getValues(), s.getDataRange().getFormulas(), s.getDataRange().getNumberFormats(), s.getDataRange().getNotes()]), sheet.getRowGroupDepth(7)]`;
  const ends = [];
  for (const eager of [false, true]) {
    const engine = await workbook();
    await script(act, { engine, eager });
    ends.push(await script(look, { engine }));
  }
  expect(ends[0]).toEqual(ends[1]);
});
