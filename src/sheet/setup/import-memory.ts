import { type ImportMemory, sameMemory } from '../../core/import/memory-lines';
import { toCell } from '../grid/cells';
import { addLines } from './lines';
import { SETUP_COL, SETUP_TABLES, type SetupTable, setupCol } from './tables';
import type { Tracker } from './tracker';
import { setupRow } from './write';

const TABLE = SETUP_TABLES.find(({ id }) => id === 'import') as SetupTable;

/**
 * Writes what was answered at an import into Setup, so that the next one asks no more: new lines at the end of the table
 * "Import", made below all others when there is none; a line that said otherwise is changed. What stands there already is
 * not written again. Returns false where the one who imports may not edit Setup: nothing is written then.
 */
export function rememberImport(tracker: Tracker, answers: readonly ImportMemory[]): boolean {
  const { sheet, values } = tracker.setupSheet();
  const { importMemory, places } = tracker.setup();
  const news = answers.filter((one) => {
    const known = importMemory.find((other) => sameMemory(one, other));
    return !known || known.means !== one.means;
  });
  if (news.length === 0) return true;
  if (!sheet.getRange(1, SETUP_COL.key).canEdit()) return false;
  const place = places.import;
  const added = news.filter((one) => !importMemory.some((other) => sameMemory(one, other)));
  if (place) for (const one of news.filter((each) => !added.includes(each))) changeLine(sheet, values, place, one);
  const rows = added.map(({ what, said, means }) =>
    setupRow('line', TABLE, 'import', [what, toCell(said, 'text'), toCell(means, 'text')]),
  );
  addLines(tracker, TABLE, rows);
  tracker.forget();
  return true;
}

function changeLine(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  values: readonly (readonly unknown[])[],
  place: { header: number; end: number },
  answer: ImportMemory,
): void {
  const cell = (row: number, index: number) => String(values[row - 1]?.[setupCol(index) - 1] ?? '').trim();
  for (let row = place.header + 1; row < place.end; row++) {
    const line = { what: cell(row, 0) as ImportMemory['what'], said: cell(row, 1), means: cell(row, 2) };
    if (sameMemory(line, answer)) sheet.getRange(row, setupCol(2)).setValue(toCell(answer.means, 'text'));
  }
}
