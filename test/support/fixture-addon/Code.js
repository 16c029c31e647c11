// biome-ignore-all lint/correctness/noUnusedVariables: the workbench calls them by name.
/** A small add-on that does one of everything the page has to show. */

function onOpen() {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open sidebar', 'openSidebar')
    .addSeparator()
    .addItem('Ask a question', 'askQuestion')
    .addItem('Ask for a name', 'askName')
    .addItem('Open dialog', 'openDialog')
    .addItem('Protect the top', 'protectTop')
    .addItem('Paint', 'paint')
    .addItem('Filter', 'filterOn')
    .addItem('Shrink', 'shrink')
    .addItem('A tab for triggers', 'makeTriggered')
    .addItem('Fail', 'failLoudly')
    .addToUi();
}

/** Tells in its log what it was told; on the tab "Triggered" it makes a number of 42k, and fails when it reads "fail". */
function onEdit(e) {
  if (e.authMode === ScriptApp.AuthMode.NONE) {
    console.log('NONE');
    return;
  }
  if (e.range.getSheet().getName() !== 'Triggered') return;
  const { value = null, oldValue = null } = e;
  const told = { at: e.range.getA1Notation(), value, oldValue, user: e.user.getEmail(), mode: String(e.authMode) };
  console.log(JSON.stringify(told));
  if (value === 'fail') throw new Error('This was meant to fail');
  if (value === '42k') e.range.setValue(42000);
}

function makeTriggered() {
  SpreadsheetApp.getActiveSpreadsheet().insertSheet('Triggered').activate();
}

function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Fixture'));
}

function openDialog() {
  const html = HtmlService.createHtmlOutputFromFile('sidebar').setWidth(420).setHeight(260);
  SpreadsheetApp.getUi().showModalDialog(html, 'A dialog');
}

function askQuestion() {
  const ui = SpreadsheetApp.getUi();
  const button = ui.alert('Question', 'Shall it be written?', ui.ButtonSet.YES_NO);
  SpreadsheetApp.getActiveSheet().getRange('D1').setValue(String(button));
}

function askName() {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt('Name', 'What is your name?', ui.ButtonSet.OK_CANCEL);
  SpreadsheetApp.getActiveSheet().getRange('D2').setValue(answer.getResponseText());
  SpreadsheetApp.getActiveSpreadsheet().toast('Thank you', 'Name noted');
}

function failLoudly() {
  throw new Error('This was meant to fail');
}

/** Writes where the cursor stands and tells who did it and where. */
function writeHere(text) {
  const cell = SpreadsheetApp.getCurrentCell();
  cell.setValue(text);
  return { cell: cell.getA1Notation(), user: Session.getActiveUser().getEmail() };
}

function refuse() {
  throw new Error('No, thank you');
}

function giveDate() {
  return new Date();
}

function hidden_() {
  return 'never';
}

/** Only the owner may edit the first two rows. */
function protectTop() {
  const protection = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('A1:Z2').protect();
  protection.removeEditors(protection.getEditors());
  SpreadsheetApp.getActiveSpreadsheet().toast('The top is protected');
}

function addViewer(email) {
  SpreadsheetApp.getActiveSpreadsheet().addViewer(email);
}

/** Keeps the row of 20 in sight, of rows 4 to 6; the second time the filter goes. */
function filterOn() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Painted');
  const filter = sheet.getFilter();
  if (filter) filter.remove();
  else {
    const criteria = SpreadsheetApp.newFilterCriteria().whenNumberEqualTo(20).build();
    sheet.getRange('A3:F6').createFilter().setColumnFilterCriteria(4, criteria);
  }
}

/** Makes the tab smaller: the columns first, then the rows, then the tab goes. */
function shrink() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.getSheetByName('Small');
  if (!sheet) book.insertSheet('Small').activate();
  else if (sheet.getMaxColumns() > 3) sheet.deleteColumns(4, sheet.getMaxColumns() - 3);
  else if (sheet.getMaxRows() > 5) sheet.deleteRows(6, sheet.getMaxRows() - 5);
  else book.deleteSheet(sheet);
}

/** A tab with one of everything that has to be seen. */
function paint() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.insertSheet('Painted');
  sheet.deleteColumns(8, 19);
  sheet.setHiddenGridlines(true);
  sheet.setFrozenRows(2);
  sheet.setColumnWidth(1, 160);
  sheet.hideColumns(2, 2);
  sheet.getRange('A1').setValue('Painted').setFontSize(18).setFontWeight('bold').setNote('A note to read');
  sheet.getRange('B4:B6').setValues([['key-1'], ['key-2'], ['key-3']]);
  sheet.getRange('A4:A6').setWrap(true).setVerticalAlignment('middle');
  sheet.getRange('A4').setValue('A text that is much too long for one line of its narrow column');
  sheet.setRowHeights(4, 3, 30);
  sheet.setRowHeightsForced(6, 1, 25);
  sheet.getRange('A6').setValue('This text is just as long, but its row was forced to stay low');
  sheet.getRange('D4:D6').setValues([[10], [20], [30]]);
  sheet.getRange('D7').setFormula('=SUM(D4:D6)');
  sheet.getRange('E4:E6').setValues([['open'], ['stuck'], ['']]);
  const list = SpreadsheetApp.newDataValidation()
    .requireValueInList(['open', 'stuck', 'won'], true)
    .setAllowInvalid(false);
  sheet.getRange('E4:E6').setDataValidation(list.build());
  const textRule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('stuck').setBackground('#fdf0d3');
  const formulaRule = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied('=$D$7>100')
    .setBackground('#fbe4e1');
  const rowRule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$D4>25').setBackground('#e1eaf5');
  sheet.setConditionalFormatRules([
    textRule.setRanges([sheet.getRange('E4:E6')]).build(),
    formulaRule.setRanges([sheet.getRange('F4:F6')]).build(),
    rowRule.setRanges([sheet.getRange('G4:G6')]).build(),
  ]);
  sheet.getRange('D9:G9').merge().setValue('One cell over four columns').setBackground('#f1e5ca');
  sheet.getRange('A11').setValue('A folded month').setBackground('#475569').setFontColor('#ffffff');
  sheet.getRange('A12:A15').setValues([['one'], ['two'], ['three'], ['four']]);
  sheet.getRange('A12:A15').shiftRowGroupDepth(1);
  sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
  sheet.getRowGroup(12, 1).collapse();
  sheet.activate();
}
