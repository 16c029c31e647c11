import type { TabEdits } from '../../core/import/fates';
import { toCell } from '../grid/cells';
import { addLines } from './lines';
import type { ImportLine } from './read';
import { SETUP_COL, SETUP_TABLES, type SetupTable, setupCol } from './tables';
import type { Tracker } from './tracker';
import { setupRow } from './write';

const TABLE = SETUP_TABLES.find(({ id }) => id === 'imports') as SetupTable;
const column = (field: string) => setupCol(TABLE.columns.findIndex((one) => one.field === field));

/** What an import has written on a person's tab. */
export interface CameIn {
  name: string;
  added: number;
  changed: number;
}

/** How many rows of a tab come in, and in how many something changes that a person sees. */
export function cameIn(name: string, { added, rows }: TabEdits): CameIn {
  return { name, added: added.length, changed: rows.filter((row) => row.cells.length > 0 || row.sourceId).length };
}

/**
 * Tells Setup of an import: a line of its own, to which further portions add their people. False where the one who imports
 * may not edit Setup: nothing is written then.
 */
export function noteImport(
  tracker: Tracker,
  line: Pick<ImportLine, 'id' | 'when' | 'file' | 'by'>,
  done: readonly CameIn[],
): boolean {
  const { sheet } = tracker.setupSheet();
  if (!sheet.getRange(1, SETUP_COL.key).canEdit()) return false;
  const known = tracker.setup().imports.find(({ id }) => id === line.id);
  const before = known ? readCameIn(known.cameIn) : [];
  const all = [...before.filter(({ name }) => !done.some((one) => one.name === name)), ...done];
  const text = all.map(cameInText).join('; ');
  if (known) sheet.getRange(known.row, column('cameIn')).setValue(toCell(text, 'text'));
  else
    addLines(tracker, TABLE, [
      setupRow(
        'line',
        TABLE,
        `imports:${line.id}`,
        [line.when, line.file, line.by, text].map((cell) => toCell(cell, 'text')),
      ),
    ]);
  tracker.forget();
  return true;
}

/** Says in an import's line that it was taken back. */
export function noteTakenBack(tracker: Tracker, importId: string, state: string): void {
  const known = tracker.setup().imports.find(({ id }) => id === importId);
  const { sheet } = tracker.setupSheet();
  if (!known || !sheet.getRange(1, SETUP_COL.key).canEdit()) return;
  sheet.getRange(known.row, column('state')).setValue(toCell(state, 'text'));
  tracker.forget();
}

function cameInText({ name, added, changed }: CameIn): string {
  return `${name}: ${added} new, ${changed} changed`;
}

/** What a line says came in; what a person has written there instead says nothing. */
export function readCameIn(text: string): CameIn[] {
  return text.split('; ').flatMap((part) => {
    const [, name = '', added, changed] = /^(.+): (\d+) new, (\d+) changed$/.exec(part) ?? [];
    return name === '' ? [] : [{ name, added: Number(added), changed: Number(changed) }];
  });
}
