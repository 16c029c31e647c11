/** What becomes of columns that people insert, move and delete. */
import { Columns, USUAL } from '../../../sheet/grid/columns';
import { COLUMNS, HEAD_CELL } from '../../../sheet/grid/hidden';
import { named, type Plain, probe } from '../../probe';
import type { Scratch } from '../scratch';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const PLACES = [
  'on a fresh tab',
  'one inserted before the third',
  'the fifth deleted',
  'the first moved behind the second',
] as const;

const columnPlaces = probe({
  id: 'column-places',
  name: 'Where the columns stand',
  assume:
    'A formula that refers to whole columns follows them when somebody inserts, deletes and moves columns; one that is deleted becomes an error that the formula may catch.',
  where: ['src/sheet/grid/columns.ts', 'src/sheet/tab/head.ts', 'src/sheet/setup/tracker.ts'],
  expected: named(PLACES, ['1 2 3 4 5 6', '1 2 4 5 6 7', '1 2 4 5 0 6', '2 1 4 5 0 6']),
  observe(scratch: Scratch) {
    const sheet = scratch.tab();
    const has = sheet.getMaxColumns();
    if (has < COLUMNS) sheet.insertColumnsAfter(has, COLUMNS - has);
    const { row, col } = HEAD_CELL.columns;
    sheet.getRange(row, col).setFormula(USUAL.formula(col));
    const seen: Plain[] = [firstSix(sheet)];
    sheet.insertColumnsBefore(3, 1);
    seen.push(firstSix(sheet));
    sheet.deleteColumns(6, 1);
    seen.push(firstSix(sheet));
    sheet.moveColumns(sheet.getRange('A:A'), 3);
    seen.push(firstSix(sheet));
    return { facts: named(PLACES, seen) };
  },
});

/** Where the first six columns of the grid stand, as the formula says, wherever its own cell has gone to. */
function firstSix(sheet: Sheet): string | null {
  SpreadsheetApp.flush();
  const [line = []] = sheet.getRange(HEAD_CELL.columns.row, 1, 1, sheet.getMaxColumns()).getValues();
  const columns = line.map((cell: unknown) => (typeof cell === 'string' ? Columns.read(cell) : null)).find(Boolean);
  return columns ? [1, 2, 3, 4, 5, 6].map((col) => columns.of(col)).join(' ') : null;
}

export const COLUMN_PROBES = [columnPlaces];
