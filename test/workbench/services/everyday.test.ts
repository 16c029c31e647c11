/**
 * What other people's scripts call every day. Expectations from https://developers.google.com/apps-script/reference/spreadsheet:
 * …/cell-image-builder, …/rich-text-value-builder#setLinkUrl(Integer,Integer,String), …/rich-text-value#getLinkUrl(),
 * …/range#splitTextToColumns(), …/value-type, …/sort-order, …/theme-color-type, …/text-to-columns-delimiter.
 */
import { openEngine } from '../../../workbench/engine/open';
import { failures, script, workbook } from './script';

test('enums have the documented names', async () => {
  expect(
    await script(`const S = SpreadsheetApp;
      return [Object.keys(S.ValueType), Object.keys(S.SortOrder), Object.keys(S.TextToColumnsDelimiter),
        Object.keys(S.ThemeColorType), String(S.SortOrder.ASCENDING), new Date(0) === S.ValueType.IMAGE];`),
  ).toEqual([
    ['IMAGE'],
    ['ASCENDING', 'DESCENDING'],
    ['COMMA', 'SEMICOLON', 'PERIOD', 'SPACE'],
    [
      'UNSUPPORTED',
      'TEXT',
      'BACKGROUND',
      'ACCENT1',
      'ACCENT2',
      'ACCENT3',
      'ACCENT4',
      'ACCENT5',
      'ACCENT6',
      'HYPERLINK',
    ],
    'ASCENDING',
    false,
  ]);
});

test('an image in a cell is read as one, moves with its row, is saved, and goes when something is written over it', async () => {
  const engine = await workbook();
  expect(
    await script(
      `const image = SpreadsheetApp.newCellImage().setSourceUrl('https://example.com/a.png')
          .setAltTextTitle('Logo').setAltTextDescription('A round logo').build();
        sheet.getRange('A1:A3').setValues([[3], [image], [1]]);
        const tell = (a1) => {
          const value = sheet.getRange(a1).getValue();
          return value.valueType === SpreadsheetApp.ValueType.IMAGE
            ? [String(value), value.getUrl(), value.getAltTextTitle(), value.getAltTextDescription()] : value;
        };
        const first = tell('A2');
        const facts = [sheet.getRange('A2').isBlank(), sheet.getRange('A2').getFormula(), sheet.getLastRow()];
        sheet.getRange('A2').copyTo(sheet.getRange('C9'));
        sheet.insertRowBefore(1);
        const moved = tell('A3');
        const kept = [tell('C10')[1], sheet.getLastRow()];
        sheet.getRange('A3').setValue('text');
        const over = tell('A3');
        sheet.getRange('A3').setValue(image.toBuilder().setAltTextTitle('Other').build());
        const again = tell('A3')[2];
        sheet.getRange('A3').clearContent();
        return { first, facts, moved, kept, over, again, gone: tell('A3') };`,
      { engine },
    ),
  ).toEqual({
    first: ['CellImage', 'https://example.com/a.png', 'Logo', 'A round logo'],
    facts: [false, '', 3],
    moved: ['CellImage', 'https://example.com/a.png', 'Logo', 'A round logo'],
    kept: ['https://example.com/a.png', 10],
    over: 'text',
    again: 'Other',
    gone: '',
  });
  const opened = await openEngine(JSON.parse(JSON.stringify(engine.save())));
  const [[cell]] = (await opened.read(0, { row: 10, col: 3, rows: 1, cols: 1 })) as [[unknown]];
  expect(cell).toMatchObject({ v: null, image: { url: 'https://example.com/a.png' } });
  opened.dispose();
});

test('links stand in pieces of a text: underlined in the colour of links until a style says otherwise', async () => {
  expect(
    await script(`const bold = SpreadsheetApp.newTextStyle().setUnderline(false).setBold(true).setForegroundColor('#000000').build();
      const value = SpreadsheetApp.newRichTextValue().setText('foo no baz').setLinkUrl(0, 3, 'https://bar.foo')
        .setLinkUrl(7, 10, 'https://abc.xyz').setTextStyle(7, 10, bold).build();
      const cell = sheet.getRange('B2').setRichTextValue(value);
      const read = cell.getRichTextValue();
      const runs = read.getRuns().map((run) => [run.getText(), run.getLinkUrl(), run.getTextStyle().isUnderline(), run.getTextStyle().isBold()]);
      const one = SpreadsheetApp.newRichTextValue().setText('Foo').setLinkUrl('https://bar.foo').build();
      return { runs, whole: read.getLinkUrl(), piece: read.getLinkUrl(7, 10), one: one.getLinkUrl(),
        cleared: one.copy().setLinkUrl(null).build().getLinkUrl(),
        plain: sheet.getRange('B3').setValue('x').getRichTextValue().getLinkUrl() };`),
  ).toEqual({
    runs: [
      ['foo', 'https://bar.foo', true, false],
      [' no ', null, false, false],
      ['baz', 'https://abc.xyz', false, true],
    ],
    whole: null,
    piece: 'https://abc.xyz',
    one: 'https://bar.foo',
    cleared: null,
    plain: null,
  });
});

test('a column of texts becomes columns', async () => {
  expect(
    await script(`const D = SpreadsheetApp.TextToColumnsDelimiter;
      const split = (texts, ...how) => {
        sheet.clear();
        sheet.getRange(1, 1, texts.length, 1).setValues(texts.map((text) => [text]));
        sheet.getRange(1, 1, texts.length, 1).splitTextToColumns(...how);
        return sheet.getDataRange().getValues();
      };
      return {
        found: split(['one,one,one', 'two,two,two']),
        own: split(['one#one#one', 'two#two', 'three'], '#'),
        named: split(['one;one', '2;3'], D.SEMICOLON),
      };`),
  ).toEqual({
    found: [
      ['one', 'one', 'one'],
      ['two', 'two', 'two'],
    ],
    own: [
      ['one', 'one', 'one'],
      ['two', 'two', ''],
      ['three', '', ''],
    ],
    named: [
      ['one', 'one'],
      [2, 3],
    ],
  });
});

test('texts are turned, stacked and given a direction', async () => {
  expect(
    await script(`const D = SpreadsheetApp.TextDirection;
      const tell = (a1) => { const turn = sheet.getRange(a1).getTextRotation(); return [turn.getDegrees(), turn.isVertical()]; };
      const plain = [tell('A1'), sheet.getRange('A1').getTextDirection()];
      sheet.getRange('A1').setTextRotation(45);
      sheet.getRange('A2').setTextRotation(sheet.getRange('A1').getTextRotation());
      sheet.getRange('A3').setVerticalText(true);
      sheet.getRangeList(['A4', 'B4']).setTextRotation(-90).setTextDirection(D.RIGHT_TO_LEFT);
      sheet.getRange('C1:C2').setTextRotations(sheet.getRange('A2:A3').getTextRotations());
      const turned = ['A1', 'A2', 'A3', 'B4', 'C1', 'C2'].map(tell);
      sheet.getRange('A3').setVerticalText(false);
      const direction = sheet.getRange('A4:B4').getTextDirections()[0].map(String);
      sheet.getRange('A4').setTextDirection(null);
      return { plain, turned, unstacked: tell('A3'), direction, auto: sheet.getRange('A4').getTextDirection() };`),
  ).toEqual({
    plain: [[0, false], null],
    turned: [
      [45, false],
      [45, false],
      [0, true],
      [-90, false],
      [45, false],
      [0, true],
    ],
    unstacked: [0, false],
    direction: ['RIGHT_TO_LEFT', 'RIGHT_TO_LEFT'],
    auto: null,
  });
});

test('autoFill goes on with what is there, or copies it', async () => {
  expect(
    await script(`const S = SpreadsheetApp.AutoFillSeries;
      sheet.getRange('A1:A4').setValues([[1], [2], [3], [4]]);
      sheet.getRange('B1:B2').setValues([[1], [2]]).setBackground('red');
      sheet.getRange('C10:C11').setValues([[10], [15]]);
      sheet.getRange('D1:E1').setValues([[new Date(2026, 10, 1), new Date(2026, 10, 8)]]);
      sheet.getRange('D2').setFormula('=A2*2');
      sheet.getRange('A1:A4').autoFill(sheet.getRange('A1:A7'), S.DEFAULT_SERIES);
      sheet.getRange('B1:B2').autoFill(sheet.getRange('B1:B5'), S.ALTERNATE_SERIES);
      sheet.getRange('C10:C11').autoFill(sheet.getRange('C7:C11'), S.DEFAULT_SERIES);
      sheet.getRange('D1:E1').autoFill(sheet.getRange('D1:G1'), S.DEFAULT_SERIES);
      sheet.getRange('D2').autoFill(sheet.getRange('D2:D3'), S.DEFAULT_SERIES);
      const column = (a1) => sheet.getRange(a1).getValues().join();
      return [column('A1:A7'), column('B1:B5'), sheet.getRange('B5').getBackground(), column('C7:C11'),
        sheet.getRange('F1:G1').getValues()[0].map((day) => day.getDate()).join(), sheet.getRange('D3').getFormula()];`),
  ).toEqual(['1,2,3,4,5,6,7', '1,2,1,2,1', '#ff0000', '-5,0,5,10,15', '15,22', '=A3*2']);
});

test('what is left out goes on saying so by name', async () => {
  expect(
    await failures([
      `SpreadsheetApp.getActiveSheet().getRange('A1').applyRowBanding()`,
      `SpreadsheetApp.getActiveSheet().getRange('A1').autoFillToNeighbor(SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES)`,
      `SpreadsheetApp.getActiveSheet().getRange('A1:B2').autoFill(SpreadsheetApp.getActiveSheet().getRange('A1:C3'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES)`,
      `SpreadsheetApp.getActiveSheet().getRange('A1').setValue('Jan').autoFill(SpreadsheetApp.getActiveSheet().getRange('A1:A3'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES)`,
      `SpreadsheetApp.getActiveSheet().getRange('A1').setTextRotation(91)`,
      `SpreadsheetApp.open({})`,
      `SpreadsheetApp.newCellImage().setSourceUrl('https://example.com/a.png').getContentUrl()`,
      `SpreadsheetApp.openById('another')`,
    ]),
  ).toEqual([
    'NotImplemented: Range.applyRowBanding',
    'NotImplemented: Range.autoFillToNeighbor',
    'Exception: The destination range must contain the source range and extend it in only one direction.',
    'NotImplemented: Range.autoFill (increments of anything but evenly spaced numbers and days)',
    'Exception: Text rotation must be between -90 and 90 degrees.',
    'NotImplemented: SpreadsheetApp.open',
    'NotImplemented: CellImageBuilder.getContentUrl',
    'Exception: Unexpected error while getting the method or property openById on object SpreadsheetApp.',
  ]);
});
