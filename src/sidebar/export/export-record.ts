/** Reading the record for an export. */
import type { ExportPart, ExportTable } from '../../contract/export';
import { announce } from '../page/notices';
import { view } from '../page/view';
import { inPortions } from '../page/work';
import { settled } from '../save/saver';
import { words } from '../words';
import type { Exported } from './views';
import { exportWords } from './words';

/** Reads the record of a tab, of everyone without one. Writes nothing. */
export async function exportRecord(sheetId: number | null): Promise<void> {
  await settled();
  const part = await inPortions('exportRecord', () => ({ sheetId }), {
    sub: words.menu.exportRecord,
    steps: { tab: exportWords.reading },
    writes: false,
    again: () => void exportRecord(sheetId),
  });
  if (!part || part.rest.length > 0) return;
  view.value = { at: 'exported', result: exported(part, sheetId !== null) };
  announce(exportWords.title(part.people));
}

function exported({ people, columns, rows, problems }: ExportPart, isOne: boolean): Exported {
  const tables = Object.entries(columns ?? {}) as [ExportTable, string[]][];
  return {
    people,
    tables: tables
      .filter(([table]) => table !== 'coaching' || isOne)
      .map(([table, names]) => ({ table, columns: names, rows: rows[table] })),
    problems: problems.map((problem) => problem.message),
  };
}
