/**
 * Small scripts of the kinds that other people's projects are made of, run as `npm run exec` runs a file. What each must
 * give is what Google's documentation says, named with its page (of the Apps Script reference, where nothing else is said).
 */
import { openEngine } from '../../../workbench/engine/open';
import { closeWorkers, runExecution } from '../../../workbench/runtime';

afterAll(closeWorkers);

/** What the last function of a file returned, on a fresh workbook: as exec prints it. */
async function exec(source: string): Promise<unknown> {
  const engine = await openEngine(undefined, { owner: 'owner@example.com' });
  try {
    const { outcome } = await runExecution({
      engine,
      project: source,
      functionName: null,
      args: [],
      user: 'owner@example.com',
    });
    if (!outcome.ok) throw new Error(`${outcome.error.name}: ${outcome.error.message}`);
    return outcome.value;
  } finally {
    engine.dispose();
  }
}

const onSheet = (body: string) =>
  `function f() { const ss = SpreadsheetApp.getActiveSpreadsheet(); const s = ss.getSheets()[0]; ${body} }`;
/** Evaluates each formula in H1 (what it fills is cleared again) and tells the values, shown and as they are. */
const results = `const results = (...formulas) => formulas.map((formula) => {
    const cell = s.getRange('H1').setFormula(formula);
    const found = [cell.getDisplayValue(), Object.prototype.toString.call(cell.getValue()).slice(8, -1)];
    cell.clearContent();
    return found.join(' ');
  });`;

test.each<[string, string, unknown]>([
  [
    'scriptlets may end in a semicolon (HTML Service guide "Best practices", include)',
    `function include(n) { return '<b>' + n + '</b>'; }
     function f() {
       const of = (text) => HtmlService.createTemplate(text).evaluate().getContent();
       return [of("<?!= include('S'); ?>"), of("<?= 1 + 1; ?>"), of("<? for (let i = 0; i < 2; i++) { ?><i><?= i ?></i><? }; ?>"),
         of("<?= 'a;b' // says it ?>"), of("<? const x = 3 ?><?!= x /* three */; ?>")];
     }`,
    ['<b>S</b>', '2', '<i>0</i><i>1</i>', 'a;b', '3'],
  ],
  [
    'an array literal of ranges (Docs Editors help "Using arrays in Google Sheets")',
    onSheet(`s.getRange('A1:B2').setValues([['a', 1], ['b', 2]]);
      s.getRange('C1').setFormula('={A1:A2}'); s.getRange('E1').setFormula('=VLOOKUP("b",{A1:A2,B1:B2},2,FALSE)');
      s.getRange('F1').setFormula('={A1:A2;B1:B2}');
      return [s.getRange('C1:C2').getValues(), s.getRange('E1').getValue(), s.getRange('F1:F4').getValues(), s.getRange('C1').getFormula()];`),
    [[['a'], ['b']], 2, [['a'], ['b'], [1], [2]], '={A1:A2}'],
  ],
  [
    'dates, money and percentages that formulas bring (Range.getValue(): a Date for a date; Docs Editors help, function list)',
    onSheet(`${results}
      s.getRange('A1:E1').setValues([['1/31/2026', '$12.50', '50%', '10:30', 3]]);
      return results('=A1+1', '=EDATE(A1,1)', '=EOMONTH(A1,1)', '=WORKDAY(A1,1)', '=DATE(2026,1,2)', '=A1-DATE(2026,1,1)', '=B1*2',
        '=SUM(B1,E1)', '=C1+C1', '=E1*2', '=TO_DATE(2)', '=DATEVALUE("1/31/2026")', '=IF(TRUE,A1)', '=INDEX(A1:E1,2)', '=B1/B1');`),
    [
      '2/1/2026 Date',
      '2/28/2026 Date',
      '2/28/2026 Date',
      '2/2/2026 Date',
      '1/2/2026 Date',
      '30 Number',
      '$25.00 Number',
      '$15.50 Number',
      '100% Number',
      '6 Number',
      '1/1/1900 Date',
      '46053 Number',
      '1/31/2026 Date',
      '$12.50 Number',
      '1 Number',
    ],
  ],
  [
    'a result’s format does not outlive it (Range.clearContent(), Range.getNumberFormat())',
    onSheet(`const c = s.getRange('A1'); const log = [];
      s.getRange('B1').setValue('1/31/2026');
      c.setFormula('=EDATE(B1,1)'); log.push(c.getValue() instanceof Date, c.getNumberFormat()); c.clearContent();
      c.setFormula('=1+1'); log.push(c.getValue());
      c.setFormula('=TODAY()+7'); log.push(c.getValue() instanceof Date, /^\\d+\\/\\d+\\/\\d+$/.test(c.getDisplayValue()));
      c.setValue(5); log.push(c.getValue(), c.getDisplayValue());
      c.setFormula('=B1').setNumberFormat('0'); log.push(c.getValue());
      return log;`),
    [true, '0.###############', 2, true, true, 5, '5', 46053],
  ],
  [
    'R1C1 notation wherever a range is named (Sheet.getRange(a1Notation): "A1 notation or R1C1 notation")',
    onSheet(`ss.insertSheet("It's 1"); ss.setActiveSheet(s);
      const a1 = (range) => range.getSheet().getName() + ' ' + range.getA1Notation();
      return [s.getRange('R5C3'), s.getRange('R2C2:R4C5'), s.getRange('r4c5:r2c2'), s.getRange("'It''s 1'!R1C2"), s.getRange('Sheet1!R1C1:R2C2'),
        ss.getRange('R9C9'), ss.getRange("'It''s 1'!R1C1:R3C1"), ...s.getRangeList(['R1C1', 'B2', 'R3C3:R4C4']).getRanges(),
        ...ss.getRangeList(['R1C1', "'It''s 1'!R2C2"]).getRanges(), s.setActiveSelection('R5C3'), ss.setActiveSelection('R6C3'), s.getRange('R5'), s.getRange('C3:R5')].map(a1);`),
    [
      'Sheet1 C5',
      'Sheet1 B2:E4',
      'Sheet1 B2:E4',
      "It's 1 B1",
      'Sheet1 A1:B2',
      'Sheet1 I9',
      "It's 1 A1:A3",
      'Sheet1 A1',
      'Sheet1 B2',
      'Sheet1 C3:D4',
      'Sheet1 A1',
      "It's 1 B2",
      'Sheet1 C5',
      'Sheet1 C6',
      'Sheet1 R5',
      'Sheet1 C3:R5',
    ],
  ],
  [
    'a reference to a blank cell (Range.getValue(): an empty text)',
    onSheet(`s.getRange('A1:D1').setFormulas([['=B9', '=A1=""', '=A1=0', '=INDEX(B9:C10,1,1)']]);
      return [s.getRange('A1:D1').getValues()[0], s.getRange('A1').getDisplayValue(), s.getRange('A1').isBlank()];`),
    [['', true, true, ''], '', false],
  ],
  [
    'what each kind of clear takes away (Range.clear(options), Range.clear(), clearFormat(), clearContent())',
    onSheet(`const c = s.getRange('A1'); const rule = SpreadsheetApp.newDataValidation().requireNumberEqualTo(5).build();
      return [() => c.clear(), () => c.clear({}), () => c.clear({ contentsOnly: true, skipFilteredRows: true }), () => c.clear({ formatOnly: true }),
        () => c.clear({ validationsOnly: true }), () => c.clear({ commentsOnly: true }), () => c.clear({ contentsOnly: true, commentsOnly: true }),
        () => c.clearContent(), () => c.clearFormat(), () => c.clearNote(), () => c.clearDataValidations(), () => s.getRangeList(['A1']).clear({ formatOnly: true }),
        () => s.clear(), () => s.clearFormats(), () => s.clear({ contentsOnly: true }), () => s.clearNotes()].map((act) => {
        c.setDataValidation(rule).setValue(5).setNumberFormat('0.0').setBackground('red').setNote('n'); act();
        return [c.getValue() && 'content', c.getBackground() === '#ff0000' && 'look', c.getNumberFormat() === '0.0' && 'number format',
          c.getDataValidation() && 'rule', c.getNote() && 'note'].filter(Boolean).join();
      });`),
    [
      'number format,note',
      'number format',
      'look,number format,rule,note',
      'content,number format,note',
      'content,look,number format,note',
      'content,look,number format,rule',
      'look,number format,rule',
      'look,number format,rule,note',
      'content,number format,note',
      'content,look,number format,rule',
      'content,look,number format,note',
      'content,number format,note',
      'number format,rule,note',
      'content,number format,rule,note',
      'look,number format,rule,note',
      'content,look,number format,rule',
    ],
  ],
  [
    'the data region: cardinal directions only (Range.getDataRegion())',
    onSheet(`const region = (a1) => s.getRange(a1).getDataRegion().getA1Notation();
      s.getRange('B2:D4').setValue(1); const log = [region('A1'), region('B2'), region('A2'), region('E5'), region('C9')];
      s.clear(); ['C2', 'B3', 'D3', 'C4'].forEach((a1) => s.getRange(a1).setValue(100)); log.push(region('C3'));
      return log;`),
    ['A1', 'B2:D4', 'A2:D4', 'E5', 'C9', 'B2:D4'],
  ],
  [
    'groups open and close where the range or their toggle meets it (Range.expandGroups(), Range.collapseGroups())',
    onSheet(`s.getRange('A2:A5').shiftRowGroupDepth(1); s.getRange('A3:A4').shiftRowGroupDepth(1); s.getRange('A9:A10').shiftRowGroupDepth(1);
      const open = () => [[2, 1], [3, 2], [9, 1]].filter(([row, depth]) => !s.getRowGroup(row, depth).isCollapsed()).map(([row]) => row).join();
      const after = (act) => { s.collapseAllRowGroups(); act(); return open(); };
      const log = [after(() => s.getRange('A3:A4').expandGroups()), after(() => s.getRange('A6').expandGroups()), after(() => s.getRange('A5').expandGroups()),
        after(() => s.getRange('A1').expandGroups()), after(() => s.getRange('A1:A20').expandGroups())];
      const closed = (a1) => { s.expandAllRowGroups(); s.getRange(a1).collapseGroups(); return open(); };
      log.push(closed('A1:A20'), closed('A2:A4'), closed('A3'), closed('A5'), closed('A7'));
      s.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
      log.push(after(() => s.getRange('A1').expandGroups()), after(() => s.getRange('A6').expandGroups()), after(() => s.getRange('A8').expandGroups()));
      return log;`),
    ['2,3', '2', '2,3', '', '2,3,9', '', '2,9', '2,9', '3,9', '2,3,9', '2', '', '9'],
  ],
  [
    'SORT, SORTN and the deviation of too few numbers (Docs Editors help, pages SORT, SORTN, STDEV)',
    onSheet(`${results} s.getRange('E1:F2').setValues([['b', 2], ['a', 1]]);
      return results('=SORT(E1:F2,1,FALSE)', '=SORT(E1:F2,2,TRUE)', '=SORTN(F1:F2,1,0,1,TRUE)', '=STDEV(A1:A3)', '=STDEVP(F1)', '=STDEV(F1:F2)', '=TO_TEXT(5)');`),
    ['b String', 'a String', '1 Number', '#DIV/0! String', '0 Number', '0.7071067812 Number', '5 String'],
  ],
  [
    'formulas by the matrix with nulls; alignment and font of a cell that says nothing (seen at Google)',
    onSheet(`const r = s.getRange('A1:B1'); r.setValues([[1, 2]]).setFormulas([[null, '=1']]); const log = [r.getFormulas(), r.getValues()];
      r.setFormulasR1C1([['=R[0]C[1]', null]]); log.push(r.getFormulas());
      const h = (v) => r.setHorizontalAlignment(v).getHorizontalAlignment(); log.push(r.getHorizontalAlignment(), h('normal'), h('center'), h(null));
      log.push(r.getFontFamily(), r.getTextStyle().getFontFamily(), r.setFontFamily('Arial').getFontFamily());
      return log;`),
    [
      [['', '=1']],
      [['', 1]],
      [['=B1', '']],
      'general',
      'general-left',
      'center',
      'general',
      'arial,sans,sans-serif',
      'arial,sans,sans-serif',
      'Arial',
    ],
  ],
  [
    'names: what Google lacks is undefined, what it has and is not here throws (by the pinned types)',
    onSheet(`const told = (look) => { try { return String(look()); } catch (e) { return e.name + ': ' + e.message; } };
      return [() => typeof s.foo, () => typeof SpreadsheetApp.foo, () => typeof s.getRange('A1').foo, () => typeof DriveApp.foo, () => typeof Utilities.foo,
        () => SpreadsheetApp.Direction.LEFT, () => SpreadsheetApp.Direction.UP.foo, () => s.foo(), () => typeof Sheets, () => typeof Nowhere,
        () => s.newChart(), () => typeof s.newChart, () => DriveApp.getFiles(), () => UrlFetchApp.fetch('x'), () => MimeType.CSV, () => JSON.stringify({ s })].map(told);`),
    [
      ...Array(5).fill('undefined'),
      'undefined',
      'undefined',
      'TypeError: s.foo is not a function',
      'undefined',
      'undefined',
      'NotImplemented: Sheet.newChart',
      'NotImplemented: Sheet.newChart',
      'NotImplemented: DriveApp.getFiles',
      'NotImplemented: UrlFetchApp.fetch',
      'NotImplemented: MimeType.CSV',
      '{"s":{}}',
    ],
  ],
])('%s', async (_, source, want) => {
  expect(await exec(source)).toEqual(want);
});
