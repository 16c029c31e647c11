/** A rep's tab in memory with three months of a real life, started by the very functions that the add-on starts them with. */
import { planCarry, STANDARD_STATUSES } from '../../../src/core/deal/carry';
import { STANDARD_AGENDA } from '../../../src/core/shared/agenda';
import { addMonths } from '../../../src/core/shared/month';
import { applyHelp, isNothing } from '../../../src/sheet/acts/edited-apply';
import { type EditedCells, planHelp, type TypingStyle } from '../../../src/sheet/acts/edited-cells';
import type { RawCell } from '../../../src/sheet/grid/cells';
import { USUAL } from '../../../src/sheet/grid/columns';
import { COL, FIRST_BLOCK_ROW, GRID_VERSION, HEAD_ROWS, VISIBLE } from '../../../src/sheet/grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN } from '../../../src/sheet/grid/hidden';
import { RepTab } from '../../../src/sheet/grid/rep-tab';
import { adoptRows } from '../../../src/sheet/month/adopt';
import { lookOf } from '../../../src/sheet/month/look';
import { planBlock } from '../../../src/sheet/month/plan';
import {
  type BlockPlace,
  parseBlock,
  readBlock,
  readTabIndex,
  recordOf,
  type TabIndex,
} from '../../../src/sheet/month/read';
import { leftRows } from '../../../src/sheet/month/read-open';
import { checkTab, type TabCheck } from '../../../src/sheet/repair/check';
import { SheetTarget } from '../../../src/sheet/repair/repair';
import { applyActions } from '../../../src/sheet/repair/repair-actions';
import type { Tracker } from '../../../src/sheet/setup/tracker';
import { headFigures, headSourceOf } from '../../../src/sheet/tab/head';
import { PlainGrid } from '../plain-grid';
import { anyService, copyOf, plainSheet } from '../plain-sheet';
import { CONTEXT, KPIS } from '../rich-tab';

const ZONE = CONTEXT.zone;

/** What a repair asks Setup for. */
const TRACKER = { setup: () => ({ statuses: CONTEXT.statuses }) } as unknown as Tracker;

/** An American sheet, on the day that the tab was opened. */
const STYLE: TypingStyle = {
  money: { decimal: '.', language: 'en-US' },
  days: { order: 'mdy', today: '2026-11-02', zone: ZONE },
  currency: '',
};

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

  /** Another one that stands as this one does. */
  copy(): HandBook {
    const twin = new HandBook();
    twin.grid = copyOf(this.grid);
    twin.ids = this.ids;
    return twin;
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

  /** What the cells show, before an edit of which `help` is told. */
  seen(): { rows: number; lines: string[][] } {
    const lines = this.grid.cells().values.map((line) => line.slice(0, VISIBLE).map(String));
    return { rows: this.grid.rowCount, lines };
  }

  /**
   * What onEdit does after an edit: the cells that are others now, and no rows that came, went or moved, since Google tells
   * the trigger nothing of those. True where that has written anything.
   */
  help(before: { rows: number; lines: string[][] }): boolean {
    const { rows, lines } = this.seen();
    const known = new Set(before.lines.map((line) => line.join('\n')));
    const edited = lines.flatMap((line, n) => {
      const cols = line.flatMap((cell, c) => (cell === (before.lines[n]?.[c] ?? '') ? [] : [c + 1]));
      if (rows === before.rows) return cols.length > 0 ? [{ row: n + 1, cols }] : [];
      return known.has(line.join('\n')) ? [] : [{ row: n + 1, cols: line.map((_, c) => c + 1) }];
    });
    const at = edited.map(({ row }) => row).filter((row) => row > HEAD_ROWS);
    if (at.length === 0) return false;
    const cells = {
      top: Math.min(...at),
      bottom: Math.max(...at),
      cols: new Set(edited.flatMap(({ cols }) => cols)),
      before: null,
    };
    const index = readTabIndex(this.sheet());
    const places = index.blocks.filter(({ row, rows: all }) => row <= cells.bottom && row + all > cells.top);
    return places.slice(0, 2).filter((place) => this.helpMonth(index, place, cells)).length > 0;
  }

  private helpMonth(index: TabIndex, place: BlockPlace, edited: EditedCells): boolean {
    const { tab } = index;
    const lines = tab.values(place.row, place.rows);
    const formulas = tab.formulas(place.row, place.rows);
    const first = parseBlock(lines, formulas, place, ZONE, tab.columns);
    if (first.damage) return false;
    const block = parseBlock(lines, formulas, place, ZONE, tab.columns, leftRows(index, place, first, ZONE));
    const help = planHelp(block, lines, edited, STYLE, {});
    if (isNothing(help)) return false;
    applyHelp(tab, block, lines, help);
    return true;
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
