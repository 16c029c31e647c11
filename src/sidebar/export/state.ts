import type { ExportPart, ExportTable } from '../../contract/export';
import type { CellValue } from '../../core/shared/fields';
import { ask, stopWaiting } from '../page/request';
import { say, view } from '../page/state';
import { settled } from '../save/saver';
import { words } from '../words';

/** How long an export waits for the last words to be saved. */
const LAST_WORDS_MS = 8000;

/** What an export has brought so far. */
export interface Exported {
  people: string[];
  tables: { table: ExportTable; columns: string[]; rows: CellValue[][] }[];
  problems: string[];
  /** Where the next portion begins; null at the beginning and at the end. */
  after: string | null;
}

const NOTHING: Exported = { people: [], tables: [], problems: [], after: null };

/** Reads the record of a tab, of everyone without one, portion by portion. "Try again" goes on where it stopped. */
export async function exportRecord(sheetId: number | null, from: Exported = NOTHING): Promise<void> {
  await settled(LAST_WORDS_MS);
  let got = from;
  view.value = { at: 'exporting', done: got.people.length, total: null };
  for (;;) {
    const request = { sheetId, after: got.after };
    const here = got;
    const part = await ask(words.exporting.reading, 'exportRecord', request, () => void exportRecord(sheetId, here));
    if (!part) {
      if (view.peek().at === 'exporting') view.value = { at: 'export' };
      return;
    }
    got = joined(got, part);
    if (part.after === null || part.after === request.after) break;
    view.value = { at: 'exporting', done: got.people.length, total: got.people.length + part.left };
  }
  view.value = { at: 'exported', result: got };
  say(words.exporting.title(got.people));
}

/** Gives an export up; nothing was written anywhere. */
export function stopExport(): void {
  stopWaiting();
  view.value = { at: 'export' };
}

function joined(got: Exported, { people, columns, rows, problems, after }: ExportPart): Exported {
  const tables = (Object.keys(columns) as ExportTable[]).map((table) => ({
    table,
    columns: columns[table],
    rows: [...(got.tables.find((t) => t.table === table)?.rows ?? []), ...rows[table]],
  }));
  return {
    people: [...got.people, ...people],
    tables,
    problems: [...got.problems, ...problems.map((problem) => problem.message)],
    after,
  };
}
