/* biome-ignore-all lint/correctness/noUnusedVariables: each function is called by its name */
/**
 * The acts of the bench as the plainest script does them: a cell at a time, without locks, without a look at what somebody
 * else has typed meanwhile. It works on the same tabs and is run and counted in the same way.
 */
const KEY = 9;
const MONTH = 10;
/** The visible ones, key and month: what else is hidden a plain script would not have. */
const COLUMNS = 10;
const FIRST = 5;

/** The row of a key in a month, the topmost months first. */
function rowOf(sheet, key, month) {
  const last = sheet.getLastRow();
  for (let row = 1; row <= last; row++) {
    if (sheet.getRange(row, KEY).getValue() === key && sheet.getRange(row, MONTH).getValue() === month) return row;
  }
  throw new Error(`no ${key} in ${month}`);
}

function tab(name) {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
}

/** Everything that a page would show of a month. */
function open(name, month) {
  const sheet = tab(name);
  const end = rowOf(sheet, 'end', month);
  const lines = [];
  for (let row = rowOf(sheet, 'band', month); row <= end; row++) {
    const line = [];
    for (let col = 1; col <= COLUMNS; col++) line.push(sheet.getRange(row, col).getValue());
    lines.push(line);
  }
  return JSON.stringify(lines);
}

/** Writes fields, each by its key and column. */
function save(name, month, edits) {
  const sheet = tab(name);
  for (const { key, col, value } of edits) sheet.getRange(rowOf(sheet, key, month), col).setValue(value);
  return open(name, month);
}

/** Adds deals below the new ones, unless one of the same name is there. */
function importDeals(name, month, deals) {
  const sheet = tab(name);
  for (const [who, id, amount, next] of deals) {
    const header = rowOf(sheet, 'header:new', month);
    let row = header + 1;
    let isThere = false;
    for (; String(sheet.getRange(row, KEY).getValue()).startsWith('new:'); row++)
      isThere = sheet.getRange(row, 1).getValue() === who || isThere;
    if (isThere) continue;
    sheet.insertRowAfter(row - 1);
    sheet.getRange(row - 1, 1, 1, COLUMNS).copyTo(sheet.getRange(row, 1, 1, COLUMNS), { formatOnly: true });
    const cells = { 1: who, [KEY]: `new:${id}`, [MONTH]: month, 4: amount, 8: next };
    for (const col of Object.keys(cells)) sheet.getRange(row, Number(col)).setValue(cells[col]);
  }
  return open(name, month);
}

/** Notes in the month that its talk is over. */
function finish(name, month, minutes) {
  const sheet = tab(name);
  const band = rowOf(sheet, 'band', month);
  sheet.getRange(band, 25).setValue('finished');
  sheet.getRange(band, 2).setValue(new Date());
  sheet.getRange(band, 2).setNumberFormat('"held "d mmm');
  sheet.getRange(band, 8).setValue(minutes);
  const end = sheet.getRange(rowOf(sheet, 'end', month), 2);
  end.setValue(`${end.getValue()} · finished`);
  return open(name, month);
}

/** Opens the next month above the last one; open opportunities come along. */
function start(name, next) {
  const sheet = tab(name);
  const month = sheet.getRange(FIRST, MONTH).getValue();
  const rows = rowOf(sheet, 'end', month) - FIRST + 2;
  sheet.insertRowsBefore(FIRST, rows);
  sheet.getRange(FIRST + rows, 1, rows, COLUMNS).copyTo(sheet.getRange(FIRST, 1, rows, COLUMNS), { formatOnly: true });
  for (let n = 0; n < rows; n++) {
    const [from, to] = [FIRST + rows + n, FIRST + n];
    sheet.setRowHeight(to, sheet.getRowHeight(from));
    const key = String(sheet.getRange(from, KEY).getValue());
    const closed = ['won', 'lost'].includes(sheet.getRange(from, 5).getValue());
    const carried = /^(existing|todo|grow):/.test(key) && !closed;
    for (let col = 1; col <= COLUMNS; col++) {
      const isLabel = col === 1 || col === KEY || /^(section|header):/.test(key);
      const cell = sheet.getRange(from, col);
      const formula = cell.getFormula();
      if (col === MONTH) sheet.getRange(to, col).setValue(next);
      else if (formula !== '') sheet.getRange(to, col).setFormula(formula);
      else if (isLabel || carried) sheet.getRange(to, col).setValue(cell.getValue());
    }
  }
  sheet.getRange(FIRST + rows + 1, 1, rows - 2, 1).shiftRowGroupDepth(1);
  sheet.getRowGroup(FIRST + rows + 1, 1).collapse();
  return open(name, next);
}

/** Looks at each row of a tab for what a hand edit has damaged. */
function check(name) {
  const sheet = tab(name);
  const last = sheet.getLastRow();
  const found = [];
  for (let row = FIRST; row <= last; row++) {
    let filled = false;
    for (let col = 1; col <= COLUMNS; col++) filled = sheet.getRange(row, col).getValue() !== '' || filled;
    if (filled && sheet.getRange(row, KEY).getValue() === '') found.push(row);
  }
  return found;
}

/** Gives rows without a key one, and the head its formula back. */
function repair(name) {
  const sheet = tab(name);
  for (const row of check(name)) sheet.getRange(row, KEY).setValue(`text:${row}`);
  sheet.getRange(3, 12).setFormula('=COUNTIF(I:I;"existing:*")');
  sheet.getRange(FIRST, 4).setFormula('=D60');
}
