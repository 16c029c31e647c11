/** What becomes of rows: inserted, copied, grouped, merged; and of rules over whole columns. */
import { HEAD_ROWS } from '../../../sheet/grid/grid';
import { named, type Plain, probe, untold } from '../../probe';
import type { Scratch } from '../scratch';
import { refusal } from './texts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const list = (words: string[]) =>
  SpreadsheetApp.newDataValidation().requireValueInList(words, true).setAllowInvalid(true).build();

const LOOK = ['its format', 'its colour', 'its text'] as const;

const insertedRows = probe({
  id: 'inserted-rows',
  name: 'Rows inserted below',
  assume: 'A row inserted after another one takes its format and colour, and none of its text.',
  where: ['src/sheet/acts/save-apply.ts'],
  expected: named(LOOK, ['@', '#fdf0d3', '']),
  observe(scratch: Scratch) {
    const { range, sheet, row } = scratch.area(1, 1);
    range
      .setNumberFormat('@')
      .setDataValidation(list(['open', 'done']))
      .setBackground('#fdf0d3')
      .setValue('a text');
    sheet.insertRowsAfter(row, 1);
    SpreadsheetApp.flush();
    // Whether the list comes along as well is not documented; the add-on copies it.
    return { facts: named(LOOK, lookOf(sheet, row + 1)), told: { 'its list comes along': hasList(sheet, row + 1) } };
  },
});

const COPIED = [...LOOK, 'its list', 'a number in a format that was set afterwards'] as const;

const copiedLook = probe({
  id: 'copied-look',
  name: 'Formats and lists are copied',
  assume:
    'PASTE_FORMAT and PASTE_DATA_VALIDATION copy one row’s look and lists onto several rows, and no text; number formats that are set afterwards hold.',
  where: ['src/sheet/acts/save-apply.ts'],
  expected: named(COPIED, ['@', '#fdf0d3', '', true, 5555]),
  observe(scratch: Scratch) {
    const { sheet, row } = scratch.area(3, 1);
    const from = sheet.getRange(row, 1);
    from
      .setNumberFormat('@')
      .setDataValidation(list(['open', 'done']))
      .setBackground('#fdf0d3')
      .setValue('a text');
    const target = sheet.getRange(row + 1, 1, 2, 1);
    from.copyTo(target, SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
    from.copyTo(target, SpreadsheetApp.CopyPasteType.PASTE_DATA_VALIDATION, false);
    SpreadsheetApp.flush();
    const seen: Plain[] = [...lookOf(sheet, row + 2), hasList(sheet, row + 2)];
    target.setNumberFormats([['#,##0'], ['#,##0']]).setValues([[5555], [5555]]);
    SpreadsheetApp.flush();
    const number: unknown = sheet.getRange(row + 2, 1).getValue();
    return { facts: named(COPIED, [...seen, typeof number === 'number' ? number : String(number)]) };
  },
});

const PASTED = [...LOOK, 'its list', 'its note', 'its merged cells', 'the rule’s range'] as const;

const copiedPattern = probe({
  id: 'copied-pattern',
  name: 'Rows copied from another tab',
  assume:
    'PASTE_NORMAL from another tab brings colours, formats, merged cells, lists and notes; the tab’s conditional rules, set once more, are as they were.',
  where: ['src/sheet/month/pattern.ts'],
  expected: named(PASTED, ['@', '#fdf0d3', '', true, 'a note', 'A3:B3', 'A1:A1000']),
  observe(scratch: Scratch) {
    const [from, to] = [scratch.tab(), scratch.tab()];
    const model = from.getRange(5, 1, 1, 2);
    model.setNumberFormat('@').setBackground('#fdf0d3').merge();
    from
      .getRange(5, 1)
      .setDataValidation(list(['open', 'done']))
      .setNote('a note');
    const rule = SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo('open')
      .setBackground('#fdf0d3')
      .setRanges([to.getRange('A1:A1000')])
      .build();
    to.setConditionalFormatRules([rule]);
    const rules = to.getConditionalFormatRules();
    model.copyTo(to.getRange(3, 1, 1, 2), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, false);
    to.setConditionalFormatRules(rules);
    SpreadsheetApp.flush();
    const cell = to.getRange(3, 1);
    const merged = cell.getMergedRanges().map((range) => range.getA1Notation());
    const ranges = to
      .getConditionalFormatRules()
      .flatMap((one) => one.getRanges().map((range) => range.getA1Notation()));
    const seen = [...lookOf(to, 3), hasList(to, 3), cell.getNote(), merged.join(), ranges.join(' and ')];
    return { facts: named(PASTED, seen) };
  },
});

function lookOf(sheet: Sheet, row: number): string[] {
  const cell = sheet.getRange(row, 1);
  return [cell.getNumberFormat(), cell.getBackground(), String(cell.getValue())];
}

function hasList(sheet: Sheet, row: number): boolean {
  return sheet.getRange(row, 1).getDataValidation() !== null;
}

const looseList = probe({
  id: 'loose-list',
  name: 'A list that allows other words',
  assume: 'With setAllowInvalid(true) a script may write a word that is not on the list.',
  where: ['src/sheet/month/apply.ts'],
  expected: { 'the word': 'a word of one’s own' },
  observe(scratch: Scratch) {
    const { range } = scratch.area(1, 1);
    range
      .setNumberFormat('@')
      .setDataValidation(list(['open', 'done']))
      .setValue('a word of one’s own');
    SpreadsheetApp.flush();
    return { facts: { 'the word': String(range.getValue()) } };
  },
});

const GROUPED = ['depth before', 'folded before', 'depth below 5 new rows', 'folded below 5 new rows'] as const;

const rowGroups = probe({
  id: 'row-groups',
  name: 'A folded group moves with its rows',
  assume: 'Rows grouped and folded stay one folded group of depth 1 when rows are inserted above them.',
  where: ['src/sheet/month/apply.ts', 'src/sheet/acts/start-month.ts'],
  expected: named(GROUPED, [1, true, 1, true]),
  observe(scratch: Scratch) {
    const sheet = scratch.tab();
    sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
    sheet.getRange(10, 1, 4, 1).shiftRowGroupDepth(1).collapseGroups();
    SpreadsheetApp.flush();
    const look = (row: number) => [sheet.getRowGroupDepth(row), sheet.getRowGroup(row, 1)?.isCollapsed() ?? false];
    const before = look(10);
    sheet.insertRowsBefore(5, 5);
    SpreadsheetApp.flush();
    return { facts: named(GROUPED, [...before, ...look(15)]) };
  },
});

const mergedCells = probe({
  id: 'merged-cells',
  name: 'Merged cells',
  assume: 'Of cells merged across, the first holds the text and the others read as blank.',
  where: ['src/sheet/month/apply.ts'],
  expected: { 'the first': 'a long text', 'the others': '' },
  observe(scratch: Scratch) {
    const { range } = scratch.area(2, 4);
    range.mergeAcross().setNumberFormat('@');
    range.setValues([
      ['a long text', '', '', ''],
      ['', '', '', ''],
    ]);
    SpreadsheetApp.flush();
    const [[first, ...others] = []] = range.getValues() as string[][];
    return { facts: { 'the first': first ?? null, 'the others': others.join('') } };
  },
});

const heights = probe({
  id: 'row-heights',
  name: 'Rows of a set height grow',
  assume: 'A row whose height was set by setRowHeights grows with a wrapped text; one of merged cells does not.',
  where: ['src/sheet/month/look.ts', 'src/sheet/grid/wide-text.ts'],
  expected: { 'it grows with its text': true },
  observe(scratch: Scratch) {
    const { range, sheet, row } = scratch.area(1, 1);
    sheet.setRowHeights(row, 1, 27);
    range.setWrap(true).setValue('one\ntwo\nthree\nfour\nfive');
    SpreadsheetApp.flush();
    const height = sheet.getRowHeight(row);
    const grew = height > 27 || untold('the height is still 27; a server may not know what the screen shows');
    return { facts: { 'it grows with its text': grew }, told: { 'height in px': height } };
  },
});

const RULES = ['rules', 'a formula without separators', 'a formula with semicolons', 'it grows with the rows'] as const;

const conditionalRules = probe({
  id: 'conditional-rules',
  name: 'Colours by rule over whole columns',
  assume:
    'A conditional rule takes a formula with or without separators; its range grows with rows inserted in it, and neither rows nor pasted formats split it.',
  where: ['src/sheet/tab/head.ts'],
  expected: named(RULES, [2, true, true, 'A1:A1005 and A1:A1005']),
  observe(scratch: Scratch) {
    const sheet = scratch.tab();
    const column = sheet.getRange(1, 1, sheet.getMaxRows(), 1);
    const rule = (formula: string) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied(formula)
        .setBackground('#fdf0d3')
        .setRanges([column])
        .build();
    const refused = (formula: string) => refusal(() => sheet.setConditionalFormatRules([rule(formula)]));
    const words = [refused('=($K1="open")*ISNUMBER($H1)'), refused('=AND($K1="open";ISNUMBER($H1))')];
    sheet.setConditionalFormatRules([rule('=$A1="open"'), rule('=$A1="won"')]);
    sheet.insertRowsBefore(HEAD_ROWS + 2, 5);
    const model = sheet.getRange(20, 1);
    model.copyTo(sheet.getRange(30, 1, 5, 1), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
    SpreadsheetApp.flush();
    const rules = sheet.getConditionalFormatRules();
    const ranges = rules.flatMap((one) => one.getRanges().map((range) => range.getA1Notation()));
    return {
      facts: named(RULES, [rules.length, words[0] === '', words[1] === '', ranges.join(' and ')]),
      told: { 'said of the first': words[0] ?? '', 'said of the second': words[1] ?? '' },
    };
  },
});

const SIZES = [
  'rows and columns',
  'the tab on the screen',
  'found by its id',
  'rows after 800 went',
  'is hidden',
] as const;

const freshTab = probe({
  id: 'fresh-tab',
  name: 'A new tab',
  assume:
    'A new tab has 1,000 rows and 26 columns and may be made without leaving the tab that is open; it is found by its id, made smaller, its columns hidden.',
  where: ['src/sheet/tab/head.ts', 'src/sheet/team/team.ts', 'src/sheet/setup/tracker.ts'],
  expected: named(SIZES, ['1000 × 26', 'stays', true, 200, true]),
  observe(scratch: Scratch) {
    const { book } = scratch;
    const before = book.getActiveSheet().getSheetId();
    const sheet = scratch.tab();
    const stays = book.getActiveSheet().getSheetId() === before;
    const size = `${sheet.getMaxRows()} × ${sheet.getMaxColumns()}`;
    sheet.deleteRows(201, 800);
    sheet.hideColumns(10, 6);
    SpreadsheetApp.flush();
    const found = book.getSheetById(sheet.getSheetId())?.getName() === sheet.getName();
    const seen = [size, stays ? 'stays' : 'changes', found, sheet.getMaxRows(), sheet.isColumnHiddenByUser(15)];
    return { facts: named(SIZES, seen) };
  },
});

const LAST = ['formats and a list alone', 'a formula that gives "" in row 7'] as const;

const lastRow = probe({
  id: 'last-row',
  name: 'The last row with something in it',
  assume: 'getLastRow counts formulas, also those that show nothing, but neither formats nor lists.',
  where: ['src/sheet/tab/empty-tab.ts', 'src/sheet/month/apply.ts'],
  expected: named(LAST, [0, 7]),
  observe(scratch: Scratch) {
    const sheet = scratch.tab();
    sheet.getRange(1, 1, 20, 3).setBackground('#fdf0d3').setNumberFormat('@');
    sheet.getRange(1, 4, 20, 1).setDataValidation(list(['open', 'done']));
    SpreadsheetApp.flush();
    const without = sheet.getLastRow();
    sheet.getRange(7, 5).setFormula('=""');
    SpreadsheetApp.flush();
    return { facts: named(LAST, [without, sheet.getLastRow()]) };
  },
});

export const ROW_PROBES = [
  insertedRows,
  copiedLook,
  copiedPattern,
  looseList,
  rowGroups,
  mergedCells,
  heights,
  conditionalRules,
  freshTab,
  lastRow,
];
