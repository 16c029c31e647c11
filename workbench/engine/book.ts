/** One open workbook: Univer, the extras, and the shared look-ups that reads and writes are made of. */

import { closeRanges, reopenRanges } from './calculation/open-ranges';
import { imageOf } from './cells';
import type { EngineMutation, SheetInfo, WriteOp, WriteOrigin } from './engine';
import { EngineError } from './engine';
import type { Extras, ExtrasOp } from './extras';
import type { Host } from './host';
import type { ICellData, IStyleData, Nullable, Worksheet } from './univer';
import type { SheetNames } from './validation-rule';

/** A sheet with its place in the workbook. */
export interface BookSheet {
  id: number;
  key: string;
  sheet: Worksheet;
}

/** A gid for Univer's name of a sheet. Ours are numbers; a page makes names of letters, which get a stable number. */
export function sheetIdOfKey(key: string): number {
  if (/^(0|[1-9][0-9]{0,9})$/.test(key)) return Number(key);
  let hash = 7;
  for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return (hash >>> 0) % 2_000_000_000;
}

export class Book {
  readonly host: Host;
  readonly extras: Extras;
  /** The number of the latest change that was told to listeners. */
  seq = 0;
  /** Who causes what happens now. */
  origin: WriteOrigin = { kind: 'system', user: '' };
  /** While set, listeners are not told (opening, replay). */
  silent = true;
  readonly mutationListeners = new Set<(mutation: EngineMutation) => void>();
  readonly extrasListeners = new Set<(ops: WriteOp[], origin: WriteOrigin, seq: number) => void>();

  constructor(host: Host, extras: Extras) {
    this.host = host;
    this.extras = extras;
  }

  private readonly content = new Map<string, { lastRow: number; lastCol: number }>();

  /** Forgets where the content of a sheet ends, after a mutation. */
  forgetContent(params: unknown, result: boolean): void {
    const key = (params as { subUnitId?: string } | undefined)?.subUnitId;
    // Results only matter where array formulas fill cells, and those name no sheet.
    if (key !== undefined) this.content.delete(key);
    else if (!result || Object.hasOwn((params ?? {}) as object, 'arrayFormulaCellData')) this.content.clear();
  }

  /** Runs a mutation of Univer's on one sheet. */
  run(id: string, key: string, params: object): void {
    this.host.run(id, { subUnitId: key, ...params });
  }

  /** Takes extras over and tells listeners. */
  applyExtras(ops: ExtrasOp[]): void {
    if (ops.length === 0) return;
    const { locale } = this.extras.file;
    for (const op of ops) this.extras.apply(op);
    if (ops.some((op) => op.op === 'filter')) this.host.calculation.rowsFiltered();
    // Dates and money that formulas bring are shown the locale's way.
    if (this.extras.file.locale !== locale) this.host.calculation.calculateAll();
    if (this.silent) return;
    this.seq += 1;
    for (const listener of this.extrasListeners) listener(ops, this.origin, this.seq);
  }

  /** The sheets from left to right. */
  sheets(): BookSheet[] {
    return this.host.workbook.getSheets().map((sheet) => {
      const key = sheet.getSheetId();
      return { id: sheetIdOfKey(key), key, sheet };
    });
  }

  /** The gid of Univer's name of a sheet, undefined when there is no such sheet. */
  sheetIdOf(key: string): number | undefined {
    return this.host.workbook.getSheetBySheetId(key) ? sheetIdOfKey(key) : undefined;
  }

  /** The sheet with this gid; throws when there is none. */
  find(sheetId: number): BookSheet {
    const direct = this.host.workbook.getSheetBySheetId(String(sheetId));
    if (direct) return { id: sheetId, key: String(sheetId), sheet: direct };
    const found = this.sheets().find((sheet) => sheet.id === sheetId);
    if (!found) throw new EngineError(`There is no sheet with the id ${sheetId}.`);
    return found;
  }

  /** Sheets by name, for what points at ranges by text. */
  readonly names: SheetNames = {
    nameOf: (sheetId) => this.find(sheetId).sheet.getName(),
    idOf: (name) => {
      const found = this.sheets().find(({ sheet }) => sheet.getName().toLowerCase() === name.toLowerCase());
      return found && { sheetId: found.id, ...this.grid(found.sheet) };
    },
  };

  /** Gives open ranges (`C2:C`), which Univer does not know, their end: the last row or column of the grid they mean. */
  openRangeExpander(sheet: Worksheet): (formula: string) => string {
    return (formula) => closeRanges(formula, (name) => (name === null ? this.grid(sheet) : this.names.idOf(name)));
  }

  /** The other way: a stretch that ends with the grid reads as an open range. */
  openRangeReader(sheet: Worksheet): (formula: string) => string {
    return (formula) => reopenRanges(formula, (name) => (name === null ? this.grid(sheet) : this.names.idOf(name)));
  }

  /** Every formula of a sheet with its place (from 0). */
  *formulas(sheet: Worksheet): Iterable<{ row: number; col: number; formula: string }> {
    const index = this.host.formulasOf(sheet.getSheetId());
    for (const row in index) {
      const line = index[row as unknown as number];
      for (const col in line) {
        const formula = line[col as unknown as number]?.f;
        if (formula) yield { row: Number(row), col: Number(col), formula };
      }
    }
  }

  grid(sheet: Worksheet): { rows: number; cols: number } {
    return { rows: sheet.getRowCount(), cols: sheet.getColumnCount() };
  }

  /** A cell as it is stored, without what Univer would lay over it for display. */
  cell(sheet: Worksheet, row: number, col: number): Nullable<ICellData> {
    return sheet.getCellMatrix().getValue(row, col);
  }

  styleData(cell: Nullable<ICellData>): IStyleData | null {
    if (!cell?.s) return null;
    return this.host.workbook.getStyles().getStyleByCell(cell) ?? null;
  }

  /** Values that array formulas put into cells which hold nothing themselves; by row and column, from 0. */
  spilled(key: string): Cells | undefined {
    return (this.host.formulas.getArrayFormulaCellData()[this.host.unitId]?.[key] ?? undefined) as Cells | undefined;
  }

  info(entry: BookSheet): SheetInfo {
    const config = entry.sheet.getConfig();
    const content = this.content.get(entry.key) ?? lastContent(entry.sheet, this.spilled(entry.key));
    this.content.set(entry.key, content);
    const { freeze } = config;
    return {
      id: entry.id,
      name: entry.sheet.getName(),
      hidden: config.hidden === 1,
      maxRows: entry.sheet.getRowCount(),
      maxCols: entry.sheet.getColumnCount(),
      frozenRows: Math.max(0, freeze?.ySplit ?? 0),
      frozenCols: Math.max(0, freeze?.xSplit ?? 0),
      gridlinesHidden: config.showGridlines === 0,
      tabColor: config.tabColor || null,
      rowGroupControl: this.extras.groupsOf(entry.id).control,
      ...content,
    };
  }
}

type Cells = Record<number, Record<number, Nullable<ICellData>> | undefined>;

/** Last row and column with content, from 1. Objects with number keys list them in rising order. */
function lastContent(sheet: Worksheet, spilled: Cells | undefined): { lastRow: number; lastCol: number } {
  let lastRow = 0;
  let lastCol = 0;
  for (const cells of [sheet.getCellMatrix().getMatrix() as Cells, spilled]) {
    for (const row in cells) {
      const line = cells[row as unknown as number];
      if (!line) continue;
      for (const col in line) {
        const cell = line[col as unknown as number];
        if (!cell || !(cell.f || imageOf(cell) || cell.p || (cell.v !== undefined && cell.v !== null && cell.v !== '')))
          continue;
        if (Number(row) >= lastRow) lastRow = Number(row) + 1;
        if (Number(col) >= lastCol) lastCol = Number(col) + 1;
      }
    }
  }
  return { lastRow, lastCol };
}
