import type { LeftOut, NameQuestion, NamesSaid, PastedFigure } from '../../core/actuals/figures';
import { parseActuals } from '../../core/actuals/plan';
import type { Kpi } from '../../core/kpi';
import type { Rep } from '../../core/roster';
import type { CellValue } from '../../core/shared/fields';
import { digestOf } from '../../core/shared/hash';
import { decimalMark } from '../../core/shared/money';
import type { MonthKey } from '../../core/shared/month';
import { rowRuns } from '../../core/shared/runs';
import { sameValue } from '../grid/cells';
import { COL } from '../grid/grid';
import type { RepTab } from '../grid/rep-tab';
import { needColumns } from '../month/column-check';
import { readTabIndex } from '../month/read';
import type { Tracker } from '../setup/tracker';

/** A figure that would be written. `was` is what the cell holds, '' when it is empty. */
export interface ActualChange {
  kpi: Kpi;
  tab: RepTab;
  row: number;
  was: CellValue;
  now: number;
}

/** What a pasted table would write into the month of one person. */
export interface ActualsPlan {
  rep: Rep;
  changes: ActualChange[];
  /** How many figures are in the sheet already. */
  same: number;
  leftOut: LeftOut[];
  /** Stands for what would change; not for where, since rows may move between preview and apply. */
  digest: string;
}

/** A pasted table of actuals as it was read. */
export interface ReadActuals {
  figures: PastedFigure[];
  leftOut: LeftOut[];
  /** Names of the table that may be somebody or something: their figures are not taken before a person has said so. */
  questions: NameQuestion[];
}

/** Reads a pasted table: whose figures there are, what of it cannot be used, and what has to be asked. */
export function readActuals(tracker: Tracker, text: string, said: NamesSaid = {}): ReadActuals {
  const { roster, kpis } = tracker.setup();
  const people = roster.filter((rep) => rep.id !== '');
  const language = tracker.book.getSpreadsheetLocale().replace('_', '-');
  const titles = kpis.map(({ id, name, unit }) => ({ id, name, isShare: unit.trim() === '%' }));
  return parseActuals(text, people, titles, decimalMark(language), said, language);
}

/**
 * What pasted figures would write into a person's block of a month. Reads only: four calls. A formula in a cell always
 * stays, also where it gives the same figure.
 */
export function planActuals(
  tracker: Tracker,
  rep: Rep,
  month: MonthKey,
  figures: readonly PastedFigure[],
): ActualsPlan {
  const plan: ActualsPlan = { rep, changes: [], same: 0, leftOut: [], digest: '' };
  const own = figures.filter((figure) => figure.repId === rep.id);
  compare(tracker, month, own, plan);
  plan.digest = digestOf([month, rep.id, plan.changes.map(({ kpi, was, now }) => [kpi.id, was, now])]);
  return plan;
}

function compare(tracker: Tracker, month: MonthKey, figures: readonly PastedFigure[], plan: ActualsPlan): void {
  const { rep } = plan;
  const { name } = rep;
  const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
  const index = sheet && readTabIndex(sheet);
  if (!sheet || index?.repId !== rep.id) {
    plan.leftOut.push({ why: 'noTab', name });
    return;
  }
  const { tab } = index;
  const block = tracker.block(index, month);
  if (!block) {
    plan.leftOut.push({ why: 'noMonth', name, month });
    return;
  }
  needColumns(block, sheet.getName());
  const rows = block.sections.filter((part) => part.section.kind === 'kpis').flatMap((part) => part.items);
  const changes: ActualChange[] = [];
  for (const figure of figures) {
    const kpi = tracker.setup().kpis.find((one) => one.id === figure.kpiId) as Kpi;
    const row = rows.find((item) => item.id === kpi.id);
    if (!row) plan.leftOut.push({ why: 'notInMonth', name, kpi: kpi.name, month });
    else if (row.formulas.includes('amount'))
      plan.leftOut.push({ why: 'formula', name, kpi: kpi.name, cell: tab.columns.a1(row.row, COL.amount) });
    else if (sameValue(row.cells.amount ?? '', figure.value)) plan.same++;
    else changes.push({ kpi, tab, row: row.row, was: row.cells.amount ?? '', now: figure.value });
  }
  const first = changes[0];
  if (first && !tab.range(first.row, COL.amount).canEdit()) plan.leftOut.push({ why: 'mayNotEdit', name });
  else plan.changes.push(...changes);
}

/** Writes a plan, neighbouring rows at once. Returns how many figures it wrote. */
export function applyActuals(plan: ActualsPlan): number {
  for (const run of rowRuns([...plan.changes].sort((a, b) => a.row - b.row))) {
    const first = run[0] as ActualChange;
    first.tab.range(first.row, COL.amount, run.length, 1).setValues(run.map(({ now }) => [now]));
  }
  return plan.changes.length;
}
