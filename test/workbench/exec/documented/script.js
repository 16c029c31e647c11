function thrown(act) {
  try {
    act();
    return 'nothing';
  } catch (error) {
    return String(error);
  }
}

/** Does what Google's documentation shows and prints what came of it; README.md names the page of each line. */
// biome-ignore lint/correctness/noUnusedVariables: the command line calls it, being the last one
function documented() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const said = {};

  // Values: typed texts, blanks, dates as serial numbers.
  sheet.getRange('A1:D1').setValues([['Mar 1 2016', '=1+2', '$100.15', '']]);
  const [[date, formula, money, blank]] = sheet.getRange('A1:D1').getValues();
  said.values = [Utilities.formatDate(date, 'GMT', 'yyyy-MM-dd'), formula, money, blank];
  sheet
    .getRange('F1:F2')
    .setNumberFormat('yyyy-mm-dd hh:mm')
    .setValues([[2.5], [33.625]]);
  said.serials = sheet
    .getRange('F1:F2')
    .getValues()
    .map(([moment]) => Utilities.formatDate(moment, 'GMT', 'yyyy-MM-dd HH:mm'));

  // A formula and its formatted result, before and after a row goes in above it.
  sheet.getRange('A3').setValue(1.23);
  sheet.getRange('A4').setFormula('=A3').setNumberFormat('"$"0.00');
  const a4 = sheet.getRange('A4');
  said.formula = [a4.getFormula(), a4.getValue(), a4.getDisplayValue()];
  sheet.getRange('B2:B4').setValues([[1], [2], [3]]);
  sheet.getRange('B5').setFormulaR1C1('=SUM(R[-3]C[0]:R[-1]C[0])');
  said.sum = [sheet.getRange('B5').getFormula(), sheet.getRange('B5').getValue()];
  sheet.insertRowBefore(3);
  sheet.getRange('B3').setValue(4);
  said.afterRowInsert = [
    [sheet.getRange('A5').getFormula(), sheet.getRange('A5').getValue()],
    [sheet.getRange('B6').getFormula(), sheet.getRange('B6').getValue()],
  ];

  // A note.
  const cell = sheet.getRange('A1');
  cell.setNote('Aliens');
  said.note = [cell.getNote(), sheet.getRange('A2').getNote()];

  // A rule that rejects what breaks it.
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Yes', 'No']).setAllowInvalid(false).build();
  sheet.getRange('D5').setDataValidation(rule);
  said.validation = [
    rule.getAllowInvalid(),
    SpreadsheetApp.newDataValidation().getAllowInvalid(),
    thrown(() => {
      sheet.getRange('D5').setValue('Perhaps');
      SpreadsheetApp.flush();
    }),
  ];

  // Something that Google does not have either, and something that it has.
  said.absent = [typeof cell.setFoo, thrown(() => cell.setFoo(1))];
  said.notImplemented = thrown(() => sheet.newChart());
  return said;
}
