import { script } from './script';

test('what unformatted cells look like', async () => {
  expect(
    await script(`const r = sheet.getRange('A1');
      return [r.getBackground(), r.getFontColor(), r.getFontFamily(), r.getFontSize(), r.getFontWeight(), r.getFontStyle(), r.getFontLine(),
        r.getHorizontalAlignment(), r.getVerticalAlignment(), String(r.getWrapStrategy()), r.getWrap(), r.getNumberFormat()]`),
  ).toEqual([
    '#ffffff',
    '#000000',
    'arial,sans,sans-serif',
    10,
    'normal',
    'normal',
    'none',
    'general',
    'bottom',
    'OVERFLOW',
    true,
    '0.###############',
  ]);
});

test('single looks on ranges; getters of one cell and of all', async () => {
  expect(
    await script(`const r = sheet.getRange('A1:B2');
      r.setBackground('LIGHTCORAL').setFontColor('#F00').setFontFamily('Georgia').setFontSize(14).setFontWeight('bold').setFontStyle('italic').setFontLine('underline')
        .setHorizontalAlignment('center').setVerticalAlignment('top').setWrap(true).setNumberFormat('0.00%');
      const c = sheet.getRange('B2');
      return [c.getBackground(), c.getFontColor(), c.getFontFamily(), c.getFontSize(), c.getFontWeight(), c.getFontStyle(), c.getFontLine(), c.getHorizontalAlignment(), c.getVerticalAlignment(),
        String(c.getWrapStrategy()), c.getWrap(), c.getNumberFormat(), sheet.getRange('B2:C2').getBackgrounds(), sheet.getRange('B2:C2').getFontWeights(), r.getNumberFormats()]`),
  ).toEqual([
    '#f08080',
    '#ff0000',
    'Georgia',
    14,
    'bold',
    'italic',
    'underline',
    'center',
    'top',
    'WRAP',
    true,
    '0.00%',
    [['#f08080', '#ffffff']],
    [['bold', 'normal']],
    [
      ['0.00%', '0.00%'],
      ['0.00%', '0.00%'],
    ],
  ]);
});

test('matrices, null for the default, nonsense is passed over', async () => {
  expect(
    await script(`const r = sheet.getRange('A1:B1');
      r.setBackgrounds([['red', null]]).setFontSizes([[8, 20]]).setFontLines([['line-through', 'none']]).setHorizontalAlignments([['left', 'right']]).setWraps([[false, true]]).setNumberFormats([['@', '0']]);
      const log = [r.getBackgrounds(), r.getFontSizes(), r.getFontLines(), r.getHorizontalAlignments(), r.getWraps(), r.getNumberFormats()];
      r.setBackground(null).setFontLine(null).setHorizontalAlignment(null).setNumberFormat('general').setBackground('nonsense').setFontWeight('heavy').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
      log.push(r.getBackground(), r.getFontLine(), r.getHorizontalAlignment(), r.getNumberFormat(), r.getFontWeight(), String(r.getWrapStrategies()[0][1]));
      r.setBackgroundRGB(1, 2, 255); log.push(r.getBackground());
      return log`),
  ).toEqual([
    [['#ff0000', '#ffffff']],
    [[8, 20]],
    [['line-through', 'none']],
    [['left', 'right']],
    [[false, true]],
    [['@', '0']],
    '#ffffff',
    'none',
    'general',
    '0.###############',
    'normal',
    'CLIP',
    '#0102ff',
  ]);
});

test('clearing formats leaves number formats and contents; clearing contents leaves formats', async () => {
  expect(
    await script(`const r = sheet.getRange('A1');
      r.setValue(5).setNumberFormat('0.0').setBackground('red').setNote('n').clearFormat();
      const log = [r.getValue(), r.getNumberFormat(), r.getBackground(), r.getNote()];
      r.setBackground('red').clearContent(); log.push(r.getValue(), r.getBackground(), r.getNote());
      r.setValue(1).clear(); log.push(r.getValue(), r.getBackground());
      r.setValue(1).setBackground('red').clear({ contentsOnly: true }); log.push(r.getValue(), r.getBackground());
      r.clearNote(); log.push(r.getNote());
      return log`),
  ).toEqual([5, '0.0', '#ffffff', 'n', '', '#ff0000', 'n', '', '#ffffff', '', '#ff0000', '']);
});

test('a formula survives changes of its look', async () => {
  expect(
    await script(`const r = sheet.getRange('A1').setFormula('=1+1'); SpreadsheetApp.flush();
      r.setBackground('red').clearFormat(); const log = [r.getFormula()];
      r.setFontWeight('bold').setNumberFormat('0.0').setBorder(true, true, true, true, true, true).clear({ formatOnly: true }); log.push(r.getFormula(), r.getValue(), r.getDisplayValue());
      return log`),
  ).toEqual(['=1+1', '=1+1', 2, '2.0']);
});

test('colours as objects', async () => {
  expect(
    await script(`const r = sheet.getRange('A1:B1'); const blue = SpreadsheetApp.newColor().setRgbColor('blue').build();
      r.setBackgroundObject(blue).setFontColorObjects([[blue, null]]);
      const c = r.getBackgroundObject();
      return [c.asRgbColor().asHexString(), String(c.getColorType()), c.asRgbColor().getBlue(), r.getFontColorObjects()[0].map((x) => x.asRgbColor().asHexString()), r.getBackgrounds()]`),
  ).toEqual(['#0000ff', 'RGB', 255, ['#0000ff', '#000000'], [['#0000ff', '#0000ff']]]);
});

test('borders are written edge by edge', async () => {
  const { workbook } = await import('./script');
  const engine = await workbook();
  await script(
    `sheet.getRange('A1:B2').setBorder(true, true, true, true, false, null, 'red', SpreadsheetApp.BorderStyle.SOLID_THICK);
     sheet.getRange('A1').setBorder(null, false, null, null, null, null);`,
    { engine },
  );
  const [[a1, b1], [a2]] = engine.styles(0, { row: 1, col: 1, rows: 2, cols: 2 }) as [
    [{ border: object }, { border: object }],
    [{ border: object }],
  ];
  const edge = { style: 'SOLID_THICK', color: '#ff0000' };
  expect(a1.border).toEqual({ top: edge });
  expect(b1.border).toEqual({ top: edge, right: edge });
  expect(a2.border).toEqual({ left: edge, bottom: edge });
});

test('rich text: runs, styles, null for numbers', async () => {
  expect(
    await script(`const bold = SpreadsheetApp.newTextStyle().setBold(true).setForegroundColor('red').build();
      const rich = SpreadsheetApp.newRichTextValue().setText('Hello world').setTextStyle(0, 5, bold).build();
      sheet.getRange('A1').setRichTextValue(rich); sheet.getRange('A2').setValue(5); sheet.getRange('A3').setValue('plain').setFontSize(20);
      const back = sheet.getRange('A1').getRichTextValue();
      const runs = back.getRuns().map((run) => [run.getText(), run.getTextStyle().isBold(), run.getTextStyle().getForegroundColor(), run.getStartIndex(), run.getEndIndex()]);
      const all = sheet.getRange('A1:A3').getRichTextValues().map(([v]) => v && v.getText());
      sheet.getRange('B1').setTextStyle(bold);
      return [sheet.getRange('A1').getValue(), runs, all, sheet.getRange('A3').getTextStyle().getFontSize(), sheet.getRange('B1').getFontWeight(), sheet.getRange('B1').getTextStyle().isBold(), bold.copy().setItalic(true).build().isItalic()]`),
  ).toEqual([
    'Hello world',
    [
      ['Hello', true, '#ff0000', 0, 5],
      [' world', false, '#000000', 5, 11],
    ],
    ['Hello world', null, 'plain'],
    20,
    'bold',
    true,
    true,
  ]);
});

test('a part of a bold cell can be in normal weight', async () => {
  expect(
    await script(`const weight = (bold) => SpreadsheetApp.newTextStyle().setBold(bold).build();
      const rich = SpreadsheetApp.newRichTextValue().setText('Acme\\nPilot').setTextStyle(0, 4, weight(true)).setTextStyle(5, 10, weight(false)).build();
      sheet.getRange('A1').setFontWeight('bold').setRichTextValue(rich);
      return sheet.getRange('A1').getRichTextValue().getRuns().map((run) => [run.getText(), run.getTextStyle().isBold()]);`),
  ).toEqual([
    ['Acme\n', true],
    ['Pilot', false],
  ]);
});
