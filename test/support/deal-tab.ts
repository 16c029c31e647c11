/** A rep's tab on a plain grid, with months started by the very functions that the add-on starts them with. */

import { type Carry, type CarryDecision, planCarry, STANDARD_STATUSES } from '../../src/core/deal/carry';
import { RESULTS_AGENDA, type Section, STANDARD_AGENDA } from '../../src/core/shared/agenda';
import type { RawCell } from '../../src/sheet/grid/cells';
import { USUAL } from '../../src/sheet/grid/columns';
import { COL, FIRST_BLOCK_ROW, GRID_VERSION, KEY } from '../../src/sheet/grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import { adoptRows } from '../../src/sheet/month/adopt';
import type { Block } from '../../src/sheet/month/block';
import { planBlock } from '../../src/sheet/month/plan';
import { readTabIndex, recordOf } from '../../src/sheet/month/read';
import { readMonth } from '../../src/sheet/month/read-open';
import type { DealRow, ListName } from './deal-model';
import { PlainGrid } from './plain-grid';

export const ZONE = 'Etc/UTC';
const SECTION = { fresh: 'new', existing: 'existing', lines: 'grow' } as const;
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

export class DealTab {
  readonly grid = new PlainGrid(COLUMNS);
  private ids = 0;

  constructor() {
    this.grid.put(1, COL.who, 'Ada Quill');
    this.grid.put(1, HEAD_CELL.tab.col, 'tab:rada');
    this.grid.put(1, HEAD_CELL.grid.col, GRID_VERSION);
    this.grid.put(1, HEAD_CELL.columns.col, USUAL.formula(HEAD_CELL.columns.col));
    this.grid.insertRows(2, 3);
  }

  /** As Apps Script's Sheet: dates come out as Date objects. */
  sheet(): GoogleAppsScript.Spreadsheet.Sheet {
    const plain = this.grid.asSheet();
    const { grid } = this;
    const sheet = {
      ...plain,
      getRange: (row: number, col: number, rows = 1, cols = 1) => {
        const range = plain.getRange(row, col, rows, cols);
        return {
          getFormulas: () => range.getFormulas(),
          getValues: () =>
            (range.getValues() as RawCell[][]).map((line) =>
              line.map((cell, c) => (col + c === COL.when && typeof cell === 'number' ? dateOf(cell) : cell)),
            ),
          setValues: (values: RawCell[][]) =>
            values.forEach((line, r) => {
              line.forEach((value, c) => {
                grid.put(row + r, col + c, value);
              });
            }),
        };
      },
    };
    return sheet as unknown as GoogleAppsScript.Spreadsheet.Sheet;
  }

  newest(): Block {
    const index = readTabIndex(this.sheet());
    return readMonth(index, index.blocks[0]!, ZONE);
  }

  /** What the month after `month` would begin with; the newest one when no month is given. */
  carry(month?: number, decisions: readonly CarryDecision[] = []): Carry {
    const index = readTabIndex(this.sheet());
    const place = month === undefined ? index.blocks[0] : index.blocks.find((block) => block.month === month);
    const from = place ? readMonth(index, place, ZONE) : null;
    const lists = { existing: ['existing'], fresh: ['new'] };
    return planCarry(from && recordOf(from), lists, STANDARD_STATUSES, decisions);
  }

  start(month: number, results: boolean, decisions: readonly CarryDecision[] = []): void {
    const carry = this.carry(undefined, decisions);
    const sheet = this.sheet();
    const { blocks } = readTabIndex(sheet);
    const agenda: readonly Section[] = results ? RESULTS_AGENDA : STANDARD_AGENDA;
    const plan = planBlock({
      rep: 'Ada Quill',
      month,
      number: blocks.length + 1,
      agenda,
      carry,
      kpis: [],
      goals: [],
      statuses: STANDARD_STATUSES,
      firstRow: FIRST_BLOCK_ROW,
      earlierKpiRows: {},
      opened: 'opened',
      newId: () => `s${this.ids++}`,
    });
    plan.rows.forEach((row, n) => {
      this.grid.insertRow(FIRST_BLOCK_ROW + n, row);
    });
  }

  /** Gives keys to rows that people typed or copied, as every act of the add-on does. */
  adopt(): void {
    adoptRows(readTabIndex(this.sheet()).tab, this.newest());
  }

  /** The row of the newest month that has this tag, or of the given month. */
  rowOf(tag: string, month?: number): number {
    for (let row = FIRST_BLOCK_ROW; row <= this.grid.rowCount; row++)
      if (
        this.grid.value(row, COL.why) === tag &&
        (month === undefined || this.grid.value(row, HIDDEN.month) === month)
      )
        return row;
    throw new Error(`no row ${tag}`);
  }

  /** The row below the header of a list in the newest month. */
  topOf(list: ListName | 'lines'): number {
    for (let row = FIRST_BLOCK_ROW; row <= this.grid.rowCount; row++)
      if (this.grid.value(row, HIDDEN.key) === KEY.header(SECTION[list])) return row + 1;
    throw new Error(`no list ${list}`);
  }

  /** The first row of the newest month's list that waits to be typed into; 0 when none does. */
  spareIn(list: ListName): number {
    for (let row = this.topOf(list); this.grid.value(row, HIDDEN.key) !== KEY.gap; row++)
      if (this.grid.value(row, COL.why) === '') return row;
    return 0;
  }

  /** Types a whole opportunity into a row. */
  type(row: number, deal: DealRow): void {
    const cells: [number, RawCell][] = [
      [COL.who, deal.who],
      [COL.why, deal.tag],
      [COL.when, /^\d{4}-\d\d-\d\d$/.test(deal.when) ? serialOf(deal.when) : deal.when],
      [COL.amount, deal.amount],
      [COL.status, deal.status],
      [COL.moved, deal.moved],
      [COL.next, deal.next],
    ];
    for (const [col, value] of cells) this.grid.put(row, col, value, true);
    if (deal.crm !== '' && !deal.told) this.grid.put(row, HIDDEN.importId, deal.crm, true);
  }
}

/** A day as the sheet keeps it. */
export function serialOf(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY_MS;
}

function dateOf(serial: number): Date {
  return new Date(EPOCH + serial * DAY_MS);
}
