/**
 * A record as rows, of one tab or of all. Whoever can open the spreadsheet can read all of its tabs; that a rep exports the
 * own tab only keeps the sidebar from handing out what nobody meant to take along, it is no lock.
 */
import * as v from 'valibot';
import type { ExportPart } from '../../contract/export';
import { EXPORT_TABLES, type ExportRows, exportColumns, exportRows } from '../../core/export/tables';
import type { Problem } from '../../core/problems';
import type { Rep } from '../../core/roster';
import { GRID_VERSION } from '../../sheet/grid/grid';
import { columnProblem } from '../../sheet/month/column-check';
import type { Tracker } from '../../sheet/setup/tracker';
import { exportMonths, readTab } from '../../sheet/tab/history';
import { act } from '../act';
import { problemView } from '../answer';
import { inPortions, unitsOf } from '../portions';
import { rest, sheetId } from '../shapes';
import { openTracker } from '../tracker';
import { mayActForAll, mayActOn, whoIs } from '../who';

/** Rows that an answer carries at most, so that it stays within a few megabytes; the last tab may go over it. */
const MOST_ROWS = 6_000;

export const exportRecord = act('exportRecord', {
  doing: 'reading the record',
  request: v.object({ sheetId: v.nullable(sheetId), rest }),
  run({ sheetId, rest }): ExportPart {
    const tracker = openTracker();
    const people = peopleOf(tracker, sheetId);
    const part: Omit<ExportPart, 'did' | 'rest'> = {
      people: [],
      columns: rest ? null : exportColumns(),
      rows: { lifeLines: [], steps: [], commitments: [], kpis: [], coaching: [] },
      problems: [],
    };
    const tab = (repId: string) => {
      const rep = people.find((one) => one.id === repId);
      // Somebody who has left the roster meanwhile is no reason to begin again.
      const read = rep && recordOfTab(tracker, rep);
      if (!read) return;
      if ('code' in read) part.problems.push(problemView(read));
      else {
        part.people.push(rep.name);
        // Development and coaching go into the person's own export only.
        for (const table of EXPORT_TABLES)
          if (table !== 'coaching' || sheetId !== null) part.rows[table].push(...read[table]);
      }
    };
    // Whoever was typed into the roster by hand has never had a tab.
    const unknown = rest ? [] : people.filter((rep) => rep.id === '');
    for (const { name } of unknown) part.problems.push(problemView({ code: 'noTab', about: { name } }));
    const ids = people.map((rep) => rep.id).filter((id) => id !== '');
    const isEnough = () => rowsIn(part.rows) > MOST_ROWS;
    return { ...part, ...inPortions(rest ?? unitsOf('tab', ids), { tab }, { isEnough }) };
  },
});

/** Who is exported: the person of one tab, or everybody who ever had one, in the order of the roster. */
function peopleOf(tracker: Tracker, sheetId: number | null): Rep[] {
  const me = whoIs(tracker.setup());
  if (sheetId === null) {
    mayActForAll(me);
    return tracker.setup().roster;
  }
  const { rep, sheet } = tracker.repTab(sheetId);
  mayActOn(me, rep, sheet.getName());
  return [{ ...rep, sheetId }];
}

function recordOfTab(tracker: Tracker, rep: Rep): ExportRows | Problem {
  const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
  if (!sheet) return { code: 'noTab', about: { name: rep.name } };
  const place = { tab: sheet.getName() };
  const { index, blocks } = readTab(sheet, tracker.zone);
  if (index.repId !== rep.id) return { code: index.repId === '' ? 'headLost' : 'tabOfSomeoneElse', place };
  if ((index.version ?? 0) > GRID_VERSION) return { code: 'tabTooNew', place };
  const moved = blocks.find((block) => block.damage !== null);
  if (moved?.damage) return columnProblem(moved.damage, place.tab);
  return exportRows(rep.name, exportMonths(blocks), tracker.setup().statuses);
}

function rowsIn(rows: ExportRows): number {
  return EXPORT_TABLES.reduce((sum, table) => sum + rows[table].length, 0);
}
