/**
 * Rows grow with wrapped text. Every page measures for itself (fonts differ) and keeps the result to itself; only the
 * page whose person typed sends the height along with the edit, so that pages never answer each other.
 */
import { SpreadsheetSkeleton } from '@univerjs/engine-render';
import { SetWorksheetRowAutoHeightMutation } from '@univerjs/sheets';
import type { SheetMachine } from './create-univer';

/** Rows that are measured before the browser gets its turn again. */
const ROWS_AT_A_TIME = 200;

/** Univer leaves 2 px around the lines, Google 6: one line of 10 points is 21 px high there, two are 36. */
const MORE_AIR_PX = 4;
/** A row that is not forced is never lower than a line of 10 points, whatever height was set. */
const LEAST_ROW_PX = 21;

interface Params {
  unitId?: string;
  subUnitId?: string;
  cellValue?: Record<string, unknown>;
  unitData?: Record<string, Record<string, Record<string, unknown> | null> | null>;
}

let isPatched = false;

/** A height that was set but not forced is the least: text makes the row grow from there, as at Google. */
function keepSetHeights(): void {
  if (isPatched) return;
  isPatched = true;
  const measure = SpreadsheetSkeleton.prototype.calculateAutoHeightInRange;
  SpreadsheetSkeleton.prototype.calculateAutoHeightInRange = function (this: SpreadsheetSkeleton, ...args) {
    return measure.apply(this, args).map((info) => {
      const least = Math.max(this.worksheet.getRowManager().getRow(info.row)?.h ?? 0, LEAST_ROW_PX);
      const measured = Math.ceil(info.autoHeight ?? 0);
      return { ...info, autoHeight: measured > least ? measured + MORE_AIR_PX : least };
    });
  };
}

export class RowHeights {
  /** Rows to measure, by tab; null stands for all of them. */
  private readonly due = new Map<string, Set<number> | null>();
  private isScheduled = false;

  constructor(private readonly machine: SheetMachine) {
    keepSetHeights();
  }

  /** Everything is to be measured once its tab is looked at. */
  reset(sheetKeys: string[]): void {
    this.due.clear();
    for (const key of sheetKeys) this.due.set(key, null);
    this.schedule();
  }

  /** Notes which rows a mutation may have made higher or lower. */
  note(id: string, rawParams: unknown): void {
    const params = (rawParams ?? {}) as Params;
    if (id.endsWith('.set-formula-calculation-result')) {
      for (const sheets of Object.values(params.unitData ?? {})) {
        for (const [key, matrix] of Object.entries(sheets ?? {})) this.add(key, Object.keys(matrix ?? {}).map(Number));
      }
    } else if (id.endsWith('.set-range-values')) {
      this.add(params.subUnitId, Object.keys(params.cellValue ?? {}).map(Number));
    } else if (
      /\.(set-worksheet-col-width|set-col-data|insert-row|remove-rows|move-rows|insert-sheet|set-worksheet-row-is-auto-height|set-worksheet-row-height|set-col-(hidden|visible))$/.test(
        id,
      )
    ) {
      this.addAll(params.subUnitId ?? (rawParams as { sheet?: { id?: string } }).sheet?.id);
    }
  }

  /** Another tab is looked at now. */
  schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    requestAnimationFrame(() => {
      this.isScheduled = false;
      this.measureSome();
    });
  }

  private add(key: string | undefined, rows: number[]): void {
    if (key === undefined || this.due.get(key) === null) return;
    const due = this.due.get(key) ?? new Set();
    for (const row of rows) due.add(row);
    this.due.set(key, due);
    this.schedule();
  }

  private addAll(key: string | undefined): void {
    if (key === undefined) return;
    this.due.set(key, null);
    this.schedule();
  }

  private measureSome(): void {
    const sheet = this.machine.api.getActiveWorkbook()?.getActiveSheet();
    const key = sheet?.getSheetId();
    const skeleton = sheet?.getSkeleton();
    if (!sheet || key === undefined || !skeleton || !this.due.has(key)) return;
    const worksheet = sheet.getSheet();
    const all =
      this.due.get(key) ?? new Set(Array.from({ length: worksheet.getCellMatrix().getLength() }, (_, row) => row));
    const now = [...all].slice(0, ROWS_AT_A_TIME);
    for (const row of now) all.delete(row);
    if (all.size > 0) this.due.set(key, all);
    else this.due.delete(key);
    const endColumn = worksheet.getColumnCount() - 1;
    const ranges = now
      .filter((row) => row < worksheet.getRowCount())
      .map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn }));
    const rowsAutoHeightInfo = skeleton
      .calculateAutoHeightInRange(ranges)
      .filter(({ row, autoHeight }) => autoHeight && worksheet.getRowHeight(row) !== autoHeight);
    if (rowsAutoHeightInfo.length > 0) {
      const unitId = sheet.getWorkbook().getUnitId();
      const params = { unitId, subUnitId: key, rowsAutoHeightInfo };
      this.machine.commands.syncExecuteCommand(SetWorksheetRowAutoHeightMutation.id, params, { onlyLocal: true });
    }
    if (all.size > 0) this.schedule();
  }
}
