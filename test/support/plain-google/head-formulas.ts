/** The formulas of a tab's head that look into Setup, worked out as a spreadsheet would: by them a save knows who may write. */
import type { RawCell } from '../../../src/sheet/grid/cells';
import { columnNumber } from '../../../src/sheet/grid/columns';
import type { PlainTab } from './tab';

const SHEET = String.raw`(?:'(.+?)'|(\w+))!`;
const LOOKED_UP = new RegExp(
  String.raw`^=IFERROR\(INDEX\(${SHEET}\$([A-Z]+):\$[A-Z]+;MATCH\((?:"rep:"&MID\(\$([A-Z]+)\$(\d+);(\d+);99\)|"(settings:\w+)");${SHEET}\$([A-Z]+):\$[A-Z]+;0\)\)(?:&"")?;""\)$`,
);
const JOINED = new RegExp(String.raw`^=IFERROR\(TEXTJOIN\(",";TRUE;${SHEET}\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)\);""\)$`);

/** What such a formula comes to; null for any other. */
export function headResult(tab: PlainTab, formula: string): RawCell | null {
  return lookedUp(tab, formula) ?? joined(tab, formula);
}

function sheetOf(tab: PlainTab, quoted: string | undefined, plain: string | undefined): PlainTab | undefined {
  const name = quoted?.replace(/''/g, "'") ?? plain;
  return tab.book.tabs.find((one) => one.name === name);
}

function lookedUp(tab: PlainTab, formula: string): RawCell | null {
  const match = LOOKED_UP.exec(formula);
  if (!match) return null;
  const [, quoted, plain, column = '', idColumn = '', idRow, from, setting, , , keys = ''] = match;
  const setup = sheetOf(tab, quoted, plain);
  if (!setup) return '';
  const id = setting ?? `rep:${String(tab.cells.value(Number(idRow), columnNumber(idColumn))).slice(Number(from) - 1)}`;
  const { cells } = setup;
  for (let row = 1; row <= cells.lastRow; row++)
    if (cells.value(row, columnNumber(keys)) === id) {
      const found = cells.value(row, columnNumber(column));
      return setting === undefined ? found : String(found);
    }
  return '';
}

function joined(tab: PlainTab, formula: string): RawCell | null {
  const match = JOINED.exec(formula);
  if (!match) return null;
  const [, quoted, plain, column = '', from, to] = match;
  const setup = sheetOf(tab, quoted, plain);
  const rows = Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => Number(from) + n);
  return rows
    .map((row) => String(setup?.cells.value(row, columnNumber(column)) ?? ''))
    .filter((email) => email !== '')
    .join(',');
}
