/** What becomes of texts, numbers and odd values that a script writes into cells and reads back. */
import type { RawCell } from '../../../sheet/grid/cells';
import { cellText, MAX_CELL_TEXT, rawCell, toCell } from '../../../sheet/grid/cells';
import { named, type Plain, probe } from '../../probe';
import type { Scratch } from '../scratch';

type Range = GoogleAppsScript.Spreadsheet.Range;

const CELLS = 'src/sheet/grid/cells.ts';

/** Texts that a spreadsheet would like to make something else of. */
const ODD_TEXTS = ['=1+1', '+1', '-1', "'x", '@x', '1/2', '007', 'TRUE', '1e5', '50%', '15 jan', '$5'] as const;

const textCells = probe({
  id: 'text-cells',
  name: 'Text cells keep what is written',
  assume: 'A cell with the format @ keeps every text that a script writes there, also one that looks like a formula.',
  where: [CELLS, 'src/sheet/acts/save-apply.ts', 'src/sheet/grid/keep-texts.ts'],
  expected: named(ODD_TEXTS, ODD_TEXTS),
  observe(scratch: Scratch) {
    const { range } = scratch.area(ODD_TEXTS.length, 1);
    range.setNumberFormat('@');
    return { facts: named(ODD_TEXTS, roundTrip(range, ODD_TEXTS)) };
  },
});

const APOSTROPHES = ['=1', '1/2', '007', 'existing:k3f9a2', '12k-15k?'] as const;

const apostrophe = probe({
  id: 'apostrophe',
  name: 'An apostrophe makes text',
  assume: 'In any other cell a leading apostrophe makes text of what follows and is not part of it.',
  where: [CELLS],
  expected: named(APOSTROPHES, APOSTROPHES),
  observe(scratch: Scratch) {
    const { range } = scratch.area(APOSTROPHES.length, 1);
    const written = APOSTROPHES.map((text) => toCell(text, 'number'));
    return { facts: named(APOSTROPHES, roundTrip(range, written)) };
  },
});

const AGAIN = ['a text that became a formula', 'written once more behind an apostrophe'] as const;

const textAgain = probe({
  id: 'text-again',
  name: 'A formula becomes text again',
  assume: 'A text that a cell has made a formula of is that text again once it is written behind an apostrophe.',
  where: ['src/sheet/grid/keep-texts.ts'],
  expected: named(AGAIN, ['formula =1+1', '=1+1']),
  observe(scratch: Scratch) {
    const { range } = scratch.area(1, 1);
    const seen = ['=1+1', "'=1+1"].flatMap((text) => roundTrip(range, [text]));
    return { facts: named(AGAIN, seen) };
  },
});

const TYPED = ['the text 5', 'the text TRUE', 'the number 202611', 'a row key', 'null, where 7 stood'] as const;

const plainCells = probe({
  id: 'plain-cells',
  name: 'Other cells take values as if typed',
  assume:
    'In a cell without a format, texts are read as if typed; numbers and row keys stay what they are, null clears.',
  where: [CELLS, 'src/sheet/month/apply.ts'],
  expected: named(TYPED, ['Number 5', 'Boolean true', 'Number 202611', 'existing:k3f9a2', '']),
  observe(scratch: Scratch) {
    const { range, sheet, row } = scratch.area(TYPED.length, 1);
    sheet.getRange(row + TYPED.length - 1, 1).setValue(7);
    return { facts: named(TYPED, roundTrip(range, ['5', 'TRUE', 202611, 'existing:k3f9a2', null])) };
  },
});

const ODD_VALUES = ['a blank cell', 'a formula that gives ""', 'a division by zero', 'nothing found', 'yes'] as const;

const oddValues = probe({
  id: 'odd-values',
  name: 'Blank, error and empty results',
  assume: 'A blank cell and a formula that gives "" read as the empty text; an error reads as a text like #N/A.',
  where: [CELLS, 'src/sheet/month/read.ts'],
  expected: named(ODD_VALUES, ['', '', '#DIV/0!', '#N/A', 'TRUE']),
  observe(scratch: Scratch) {
    const { range } = scratch.area(ODD_VALUES.length, 1);
    range.setFormulas([[''], ['=""'], ['=1/0'], ['=NA()'], ['=1=1']]);
    SpreadsheetApp.flush();
    const texts = range.getValues().map(([value]) => cellText(rawCell(value), scratch.zone));
    return { facts: named(ODD_VALUES, texts) };
  },
});

/** A picture of one point. */
const POINT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const cellImage = probe({
  id: 'cell-image',
  name: 'A picture in a cell',
  assume: 'A cell that holds a picture reads as something that the add-on takes for blank.',
  where: [CELLS],
  expected: { 'its text': '' },
  observe(scratch: Scratch) {
    const { range } = scratch.area(1, 1);
    range.setValues([[SpreadsheetApp.newCellImage().setSourceUrl(POINT).build()]]);
    SpreadsheetApp.flush();
    const value: unknown = range.getValue();
    return {
      facts: { 'its text': cellText(rawCell(value), scratch.zone) },
      told: { 'what getValue gives': Object.prototype.toString.call(value) },
    };
  },
});

const longText = probe({
  id: 'long-text',
  name: 'The longest text',
  assume: `A cell takes ${MAX_CELL_TEXT} characters, and not one more.`,
  where: [CELLS],
  expected: { 'characters kept': MAX_CELL_TEXT, 'one more is refused': true },
  observe(scratch: Scratch) {
    const { range } = scratch.area(1, 1);
    range.setNumberFormat('@').setValue('x'.repeat(MAX_CELL_TEXT));
    SpreadsheetApp.flush();
    const kept = String(range.getValue()).length;
    const words = refusal(() => range.setValue('x'.repeat(MAX_CELL_TEXT + 1)));
    return {
      facts: { 'characters kept': kept, 'one more is refused': words !== '' },
      told: { 'how it is refused': words },
    };
  },
});

const twoStyles = probe({
  id: 'two-styles',
  name: 'Two styles in one cell',
  assume: 'A text written with two styles stays one text, line break and all, in a text cell.',
  where: ['src/sheet/grid/two-lines.ts'],
  expected: { 'its text': '=Harbour\nFive sites', 'its formula': '' },
  observe(scratch: Scratch) {
    const { range } = scratch.area(1, 1);
    const text = '=Harbour\nFive sites';
    const style = (bold: boolean) => SpreadsheetApp.newTextStyle().setBold(bold).build();
    const rich = SpreadsheetApp.newRichTextValue()
      .setText(text)
      .setTextStyle(0, 8, style(true))
      .setTextStyle(8, text.length, style(false))
      .build();
    range.setNumberFormat('@').setRichTextValues([[rich]]);
    SpreadsheetApp.flush();
    return { facts: { 'its text': String(range.getValue()), 'its formula': range.getFormula() } };
  },
});

const PATTERNS = [
  '#,##0',
  '"weighted "#,##0',
  '0.0"×"',
  '"to go "#,##0;#,##0" over";"reached"',
  '"held "d mmm',
  'd mmm',
];

const formats = probe({
  id: 'number-formats',
  name: 'Number formats with words',
  assume: 'A number format may hold words, a sign and three parts, and shows numbers and days in the file’s own way.',
  where: ['src/sheet/month/look.ts', 'src/sheet/month/kpi-rows.ts'],
  expected: {
    'words before a number': true,
    'a sign behind it': true,
    'a part for negative ones': true,
    'a day': true,
  },
  observe(scratch: Scratch) {
    const { range } = scratch.area(PATTERNS.length, 1);
    range.setNumberFormats(PATTERNS.map((pattern) => [pattern]));
    // 46000 is 9 December 2025.
    range.setValues([[1234], [1234], [2.5], [-1234], [46000], [46000]]);
    SpreadsheetApp.flush();
    const shown = range.getDisplayValues().map(([text]) => text ?? '');
    const [number, weighted, times = '', over, held, day = ''] = shown;
    return {
      facts: {
        'words before a number': weighted === `weighted ${number}`,
        'a sign behind it': /^2.5×$/.test(times),
        'a part for negative ones': over === `${number} over`,
        'a day': held === `held ${day}` && day.startsWith('9 '),
      },
      told: { 'as shown': shown.join(' | ') },
    };
  },
});

/** Writes one value a row and reads them back: a text as it is, anything else by its kind, a formula as such. */
function roundTrip(range: Range, values: readonly RawCell[]): Plain[] {
  range.setValues(values.map((value) => [value]));
  SpreadsheetApp.flush();
  const formulas = range.getFormulas();
  return range.getValues().map(([value]: unknown[], index) => {
    const formula = formulas[index]?.[0] ?? '';
    if (formula !== '') return `formula ${formula}`;
    return typeof value === 'string' ? value : `${Object.prototype.toString.call(value).slice(8, -1)} ${String(value)}`;
  });
}

/** What Google says when it refuses an act; '' when it does not. */
export function refusal(act: () => void): string {
  try {
    act();
    SpreadsheetApp.flush();
    return '';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

export const TEXT_PROBES = [
  textCells,
  apostrophe,
  textAgain,
  plainCells,
  oddValues,
  cellImage,
  longText,
  twoStyles,
  formats,
];
