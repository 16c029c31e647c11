import type { ExportPart } from '../contract/export';
import { EXPORT_TABLES, type ExportRows, exportColumns, exportRows } from '../core/export/tables';
import type { Problem } from '../core/problems';
import type { Rep } from '../core/roster';
import { GRID_VERSION } from '../sheet/grid/grid';
import { columnProblem } from '../sheet/month/column-check';
import { Tracker } from '../sheet/setup/tracker';
import { exportMonths, readTab } from '../sheet/tab/history';
import { callable, problemView } from './answer';
import { mayActForAll, mayActOn, whoIs } from './who';

/** How much one call carries: well below Google's six minutes, and an answer of a few megabytes at most. */
const PORTION = { ms: 60_000, rows: 6_000 };

/**
 * Reads only. Whoever can open the spreadsheet can read all of its tabs; that a rep exports the own tab only keeps the
 * sidebar from handing out what nobody meant to take along, it is no lock.
 */
export const exportRecord = callable('exportRecord', 'reading the record', ({ sheetId, after }): ExportPart => {
  const tracker = new Tracker(SpreadsheetApp.getActiveSpreadsheet());
  const people = peopleOf(tracker, sheetId);
  const part: ExportPart = {
    people: [],
    columns: exportColumns(),
    rows: { lifeLines: [], steps: [], commitments: [], kpis: [] },
    problems: [],
    after: null,
    left: 0,
  };
  const until = Date.now() + PORTION.ms;
  // Someone who has left the roster meanwhile is no reason to begin again: the export ends.
  const first = after === null ? 0 : people.findIndex((rep) => rep.id === after) + 1 || people.length;
  for (let n = first; n < people.length; n++) {
    const rep = people[n] as Rep;
    if (n > first && (Date.now() > until || rowsIn(part.rows) > PORTION.rows)) {
      part.after = (people[n - 1] as Rep).id;
      part.left = people.length - n;
      break;
    }
    const read = recordOfTab(tracker, rep);
    if ('code' in read) part.problems.push(problemView(read));
    else {
      part.people.push(rep.name);
      for (const table of EXPORT_TABLES) part.rows[table].push(...read[table]);
    }
  }
  return part;
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
