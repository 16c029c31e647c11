/** A rep's tab in memory with three months of a real life, started by the very functions that the add-on starts them with. */
import { planCarry, STANDARD_STATUSES } from '../../../src/core/deal/carry';
import { STANDARD_AGENDA } from '../../../src/core/shared/agenda';
import { addMonths } from '../../../src/core/shared/month';
import type { RawCell } from '../../../src/sheet/grid/cells';
import { USUAL } from '../../../src/sheet/grid/columns';
import { COL, FIRST_BLOCK_ROW, GRID_VERSION, VISIBLE } from '../../../src/sheet/grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN } from '../../../src/sheet/grid/hidden';
import { RepTab } from '../../../src/sheet/grid/rep-tab';
import { adoptRows } from '../../../src/sheet/month/adopt';
import { lookOf } from '../../../src/sheet/month/look';
import { planBlock } from '../../../src/sheet/month/plan';
import { readBlock, readTabIndex, recordOf } from '../../../src/sheet/month/read';
import { checkTab, type TabCheck } from '../../../src/sheet/repair/check';
import { SheetTarget } from '../../../src/sheet/repair/repair';
import { applyActions } from '../../../src/sheet/repair/repair-actions';
import type { Tracker } from '../../../src/sheet/setup/tracker';
import { headFigures, headSourceOf } from '../../../src/sheet/tab/head';
import { PlainGrid } from '../plain-grid';
import { anyService, plainSheet } from '../plain-sheet';
import { CONTEXT, KPIS } from '../rich-tab';

const ZONE = CONTEXT.zone;

/** What a repair asks Setup for. */
const TRACKER = { setup: () => ({ statuses: CONTEXT.statuses }) } as unknown as Tracker;

/** As many rounds as a repair makes. */
const ROUNDS = 4;

export class HandBook {
  grid = new PlainGrid(COLUMNS);
  private ids = 0;

  constructor() {
    Object.assign(globalThis, { SpreadsheetApp: anyService() });
    this.grid.put(1, COL.who, CONTEXT.rep.name);
    this.grid.put(1, COL.when, 'Type in the white rows');
    this.grid.put(1, HEAD_CELL.tab.col, `tab:${CONTEXT.rep.id}`);
    this.grid.put(1, HEAD_CELL.grid.col, GRID_VERSION);
    this.grid.put(1, HEAD_CELL.columns.col, USUAL.formula(HEAD_CELL.columns.col));
    this.grid.insertRows(2, 3);
  }

  /** The tab as Apps Script has it. */
  sheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return plainSheet(this.grid, CONTEXT.rep.name, asDate);
  }

  /** Starts the month after the newest one; the first one is `first`. */
  start(first = 0): void {
    const { tab, blocks } = readTabIndex(this.sheet());
    const newest = blocks[0];
    const from = newest ? readBlock(tab, newest, ZONE) : null;
    if (from) adoptRows(tab, from);
    const month = from ? addMonths(from.month, 1) : first;
    const input = {
      rep: CONTEXT.rep.name,
      month,
      number: (from?.number ?? 0) + 1,
      agenda: STANDARD_AGENDA,
      carry: planCarry(from && recordOf(from), { existing: ['existing'], fresh: ['new'] }, STANDARD_STATUSES),
      kpis: KPIS,
      goals: CONTEXT.goals,
      statuses: STANDARD_STATUSES,
      firstRow: FIRST_BLOCK_ROW,
      earlierKpiRows: {},
      opened: 'opened by Jon Vale, 2 Nov 2026',
      newId: () => `s${this.ids++}`,
    };
    const height = planBlock(input).rows.length;
    const earlierKpiRows: Record<string, { month: number; row: number }[]> = {};
    for (const { month: of, kpiRows } of blocks)
      for (const [id, row] of Object.entries(kpiRows))
        earlierKpiRows[id] = [...(earlierKpiRows[id] ?? []), { month: of, row: row + height }];
    const plan = planBlock({ ...input, earlierKpiRows });
    this.grid.insertRows(FIRST_BLOCK_ROW, height);
    plan.rows.forEach((row, n) => {
      row.values.forEach((value, c) => {
        const isText = row.kind === 'item' && row.sectionKind !== 'kpis' && c < 8;
        this.grid.put(FIRST_BLOCK_ROW + n, tab.columns.of(c + 1), value, isText, USUAL);
      });
    });
    // Formats, of which the sheet keeps where there is plain text.
    const { formats } = lookOf(plan);
    this.sheet().getRange(FIRST_BLOCK_ROW, 1, formats.length, VISIBLE).setNumberFormats(formats);
    headFigures(headSourceOf(plan, newest?.month ?? null), STANDARD_STATUSES, KPIS).forEach((line, n) => {
      line.forEach((value, c) => {
        this.grid.put(2 + n, tab.columns.of(c + 1), value, false, USUAL);
      });
    });
  }

  /** What opening the sidebar does: rows that have no key get one. */
  look(): void {
    const { tab, blocks } = readTabIndex(this.sheet());
    const [newest] = blocks;
    if (!newest) return;
    const block = readBlock(tab, newest, ZONE);
    if (!block.damage) adoptRows(tab, block);
  }

  check(): TabCheck {
    const { values, formulas } = this.grid.cells();
    return checkTab({ values: values.map((line) => line.map((cell, c) => asDate(cell, c + 1))), formulas }, CONTEXT);
  }

  /** Checks and repairs, as the button does; what the first check has found. */
  repair(): TabCheck {
    const first = this.check();
    let check = first;
    for (let round = 0; round < ROUNDS && check.actions.length > 0; round++) {
      applyActions(new SheetTarget(new RepTab(this.sheet(), check.columns), TRACKER), check.actions);
      check = this.check();
    }
    return first;
  }

  /** The row of a key in the newest month that has it, or in the n-th one. */
  rowOf(key: string, nth = 0): number {
    let met = 0;
    for (let row = 1; row <= this.grid.rowCount; row++)
      if (this.grid.value(row, HIDDEN.key) === key && met++ === nth) return row;
    throw new Error(`no row ${key}`);
  }

  /** The first row that has this text in a visible column. */
  rowWith(text: string): number {
    for (let row = 1; row <= this.grid.rowCount; row++)
      for (let col = 1; col <= 8; col++) if (this.grid.value(row, col) === text) return row;
    throw new Error(`no row with ${text}`);
  }
}

/** Days come out of a sheet as Date objects. */
function asDate(cell: RawCell, col: number): RawCell {
  const isDay = (col === COL.when || col === HIDDEN.startWhen) && typeof cell === 'number' && cell > 40_000;
  return isDay ? new Date(Date.UTC(1899, 11, 30, 12) + cell * 86_400_000) : cell;
}
