import { failures, script } from './script';

test('copyTo: everything, values, formats, formulas, validation; larger targets are tiled', async () => {
  expect(
    await script(`const T = SpreadsheetApp.CopyPasteType;
      sheet.getRange('A1:B1').setValues([[2, '=A1*10']]).setBackground('red');
      const source = sheet.getRange('A1:B1');
      source.copyTo(sheet.getRange('A3'));
      source.copyTo(sheet.getRange('A5'), { contentsOnly: true });
      source.copyTo(sheet.getRange('A6'), { formatOnly: true });
      source.copyTo(sheet.getRange('A7:D8'));
      source.copyTo(sheet.getRange('A10'), T.PASTE_VALUES, false);
      source.copyTo(sheet.getRange('A11'), T.PASTE_FORMULA, false);
      source.copyTo(sheet.getRange('F1'), T.PASTE_NORMAL, true);
      const look = (a1) => [sheet.getRange(a1).getValues(), sheet.getRange(a1).getFormulas(), sheet.getRange(a1).getBackground()];
      return ['A3:B3', 'A5:B5', 'A6:B6', 'A7:D8', 'A10:B10', 'A11:B11', 'F1:F2'].map(look)`),
  ).toEqual([
    [[[2, 20]], [['', '=A3*10']], '#ff0000'],
    [[[2, 20]], [['', '']], '#ffffff'],
    [[['', '']], [['', '']], '#ff0000'],
    [
      [
        [2, 20, 2, 20],
        [2, 20, 2, 20],
      ],
      [
        ['', '=A7*10', '', '=C7*10'],
        ['', '=A8*10', '', '=C8*10'],
      ],
      '#ff0000',
    ],
    [[[2, 20]], [['', '']], '#ffffff'],
    [[[2, 20]], [['', '=A11*10']], '#ffffff'],
    [[[2], [expect.anything()]], [[''], [expect.any(String)]], '#ff0000'],
  ]);
});

test('moveTo: references elsewhere follow', async () => {
  expect(
    await script(`sheet.getRange('A1').setValue(4); sheet.getRange('B1').setFormula('=A1+1');
      sheet.getRange('A1').moveTo(sheet.getRange('C3'));
      return [sheet.getRange('A1').getValue(), sheet.getRange('C3').getValue(), sheet.getRange('B1').getFormula(), sheet.getRange('B1').getValue()]`),
  ).toEqual(['', 4, '=C3+1', 5]);
});

test('sort by sheet columns: kinds in order, blanks last, looks move, formulas keep their row', async () => {
  expect(
    await script(`sheet.getRange('B2:D6').setValues([['b', 2, '=C2*10'], ['', 9, 'x'], [10, 3, 'y'], ['A', 1, 'z'], [true, 5, 'w']]);
      sheet.getRange('B2').setBackground('red').setNote('mine');
      sheet.getRange('B2:D6').sort(2);
      const log = [sheet.getRange('B2:C6').getValues(), sheet.getRange('B2:B6').getBackgrounds().flat(), sheet.getRange('B4').getNote(), sheet.getRange('D4').getFormula()];
      sheet.getRange('B2:D6').sort({ column: 3, ascending: false }); log.push(sheet.getRange('C2:C6').getValues().flat());
      sheet.getRange('F1:G3').setValues([[1, 'b'], [1, 'a'], [0, 'c']]); sheet.getRange('F1:G3').sort([6, { column: 7, ascending: false }]); log.push(sheet.getRange('F1:G3').getValues());
      sheet.getRange('A1:B2').setValues([['head', 1], [1, 1]]);
      return log`),
  ).toEqual([
    [
      [10, 3],
      ['A', 1],
      ['b', 2],
      [true, 5],
      ['', 9],
    ],
    ['#ffffff', '#ffffff', '#ff0000', '#ffffff', '#ffffff'],
    'mine',
    '=C4*10',
    [9, 5, 3, 2, 1],
    [
      [0, 'c'],
      [1, 'b'],
      [1, 'a'],
    ],
  ]);
  expect(
    await script(
      `sheet.getRange('A1:A4').setValues([['Name'], ['c'], ['a'], ['b']]); sheet.setFrozenRows(1); sheet.sort(1, false); return sheet.getRange('A1:A4').getValues().flat()`,
    ),
  ).toEqual(['Name', 'c', 'b', 'a']);
  expect(await failures([`sheet.getRange('B1:C2').sort(1)`])).toEqual(['Exception: Sort column is out of bounds.']);
});

test('duplicates, blanks around text, cells shifted', async () => {
  expect(
    await script(`sheet.getRange('A1:B4').setValues([['a', 1], ['A', 1], ['b', 2], ['a', 3]]);
      const left = sheet.getRange('A1:B4').removeDuplicates();
      const log = [left.getA1Notation(), sheet.getRange('A1:B4').getValues()];
      left.removeDuplicates([1]); log.push(sheet.getRange('A1:B4').getValues());
      sheet.getRange('D1').setValue('  two   words '); sheet.getRange('D1').trimWhitespace(); log.push(sheet.getRange('D1').getValue());
      sheet.getRange('F1:F3').setValues([[1], [2], [3]]); sheet.getRange('F2').insertCells(SpreadsheetApp.Dimension.ROWS); log.push(sheet.getRange('F1:F4').getValues().flat());
      sheet.getRange('F1:F2').deleteCells(SpreadsheetApp.Dimension.ROWS); log.push(sheet.getRange('F1:F3').getValues().flat());
      return log`),
  ).toEqual([
    'A1:B3',
    [
      ['a', 1],
      ['b', 2],
      ['a', 3],
      ['', ''],
    ],
    [
      ['a', 1],
      ['b', 2],
      ['', ''],
      ['', ''],
    ],
    'two words',
    [1, '', 2, 3],
    [2, 3, ''],
  ]);
});

test('merges', async () => {
  expect(
    await script(`sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]);
      sheet.getRange('A1:B2').merge(); sheet.getRange('D1:E2').mergeAcross(); sheet.getRange('G1:H2').mergeVertically();
      const log = [sheet.getRange('A1:B2').getValues(), sheet.getRange('B2').isPartOfMerge(), sheet.getRange('C1').isPartOfMerge(),
        sheet.getRange('A1:H2').getMergedRanges().map((r) => r.getA1Notation()).sort()];
      sheet.getRange('A1:B2').breakApart(); log.push(sheet.getRange('B2').isPartOfMerge(), sheet.getRange('A1').getValue());
      return log`),
  ).toEqual([
    [
      [1, ''],
      ['', ''],
    ],
    true,
    false,
    ['A1:B2', 'D1:E1', 'D2:E2', 'G1:G2', 'H1:H2'],
    false,
    1,
  ]);
  expect(
    await failures([
      `sheet.getRange('A1:B2').merge(); sheet.getRange('B2:C3').merge()`,
      `sheet.getRange('B2').breakApart()`,
    ]),
  ).toEqual(Array(2).fill('Exception: You must select all cells in a merged range to merge or unmerge them.'));
});

test('TextFinder', async () => {
  expect(
    await script(`ss.insertSheet('Other').getRange('B2').setValue('apple pie'); ss.setActiveSheet(sheet);
      sheet.getRange('A1:B3').setValues([['Apple', 'pear'], ['pineapple', 5], ['=1+4', 'APPLE']]);
      const all = (f) => f.findAll().map((r) => r.getSheet().getName()[0] + r.getA1Notation());
      const f = sheet.createTextFinder('apple');
      const log = [all(f), all(sheet.createTextFinder('apple').matchEntireCell(true)), all(sheet.createTextFinder('apple').matchCase(true)),
        all(ss.createTextFinder('apple')), all(sheet.createTextFinder('^p.*r$').useRegularExpression(true)), all(sheet.createTextFinder('5')), all(sheet.createTextFinder('1+4').matchFormulaText(true)),
        all(sheet.getRange('B:B').createTextFinder('apple'))];
      log.push([f.findNext(), f.findNext(), f.findNext(), f.findNext(), f.findPrevious(), f.getCurrentMatch()].map((r) => r.getA1Notation()));
      log.push(sheet.createTextFinder('none').findNext());
      log.push(sheet.createTextFinder('apple').replaceAllWith('plum'), sheet.getRange('A1:B3').getValues());
      log.push(sheet.createTextFinder('(pl)(um)').useRegularExpression(true).replaceAllWith('$2$1'), sheet.getRange('A2').getValue());
      return log`),
  ).toEqual([
    ['SA1', 'SA2', 'SB3'],
    ['SA1', 'SB3'],
    ['SA2'],
    ['SA1', 'SA2', 'SB3', 'OB2'],
    ['SB1'],
    ['SB2', 'SA3'],
    ['SA3'],
    ['SB3'],
    ['A1', 'A2', 'B3', 'A1', 'B3', 'B3'],
    null,
    3,
    [
      ['plum', 'pear'],
      ['pineplum', 5],
      [5, 'plum'],
    ],
    3,
    'pineumpl',
  ]);
});

test('RangeList acts on each of its ranges', async () => {
  expect(
    await script(`const list = sheet.getRangeList(['A1', 'C1:D1']);
      list.setValue(1).setBackground('red').setFontWeight('bold');
      const log = [sheet.getRange('A1:D1').getValues(), sheet.getRange('A1:D1').getBackgrounds()];
      list.clearContent(); log.push(sheet.getRange('A1:D1').getValues(), list.activate().getRanges().length, SpreadsheetApp.getActiveRangeList().getRanges().map((r) => r.getA1Notation()));
      return log`),
  ).toEqual([[[1, '', 1, 1]], [['#ff0000', '#ffffff', '#ff0000', '#ff0000']], [['', '', '', '']], 2, ['A1', 'C1:D1']]);
});
