/** Range: clearing, copying, moving. Source: https://developers.google.com/apps-script/reference/spreadsheet/range */
import type { Rect } from '../engine/engine';
import { pasted } from '../runtime/permissions';
import { read, sheetInfo, write } from './book';
import { CopyPasteType, type EnumValue, nameOf } from './enums';
import { NotImplemented } from './exception';
import { filteredRows } from './filter';
import { own } from './objects';
import type { Range } from './range';
import { whole } from './range-values';
import { rangeAt } from './references';
import type { Sheet } from './sheet';

/** Options of clear(); the same names serve Sheet.clear(). */
export interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  validationsOnly?: boolean;
  commentsOnly?: boolean;
  skipFilteredRows?: boolean;
}

/** The methods that the range's class gets from here. */
export const editMethods = {
  /** Without options contents and formats go; options that name nothing mean everything, as documented. */
  clear(this: Range, options: ClearOptions = { contentsOnly: true, formatOnly: true }): Range {
    const parts = clearParts(options);
    const all = !Object.values(parts).some(Boolean);
    const { sheetId, rect } = whole(this);
    for (const piece of options.skipFilteredRows ? visibleParts(sheetId, rect) : [rect]) {
      write({
        op: 'clear',
        sheetId,
        rect: piece,
        ...(all
          ? { contents: true, formats: true, validations: true, notes: true }
          : // "Clearing format also clears data validation rules", says the documentation of ranges; that of sheets doesn't.
            { ...parts, validations: parts.validations || parts.formats }),
      });
    }
    return this;
  },
  clearContent(this: Range): Range {
    return this.clear({ contentsOnly: true });
  },
  clearFormat(this: Range): Range {
    return this.clear({ formatOnly: true });
  },
  clearDataValidations(this: Range): Range {
    return this.clear({ validationsOnly: true });
  },
  clearNote(this: Range): Range {
    return this.clear({ commentsOnly: true });
  },

  copyTo(
    this: Range,
    destination: Range,
    how?: EnumValue | { contentsOnly?: boolean; formatOnly?: boolean },
    transposed = false,
  ): void {
    const kind = copyKind(how);
    if (kind === 'PASTE_COLUMN_WIDTHS') {
      copyWidths(this, destination);
      return;
    }
    const what = ENGINE_COPY[kind];
    if (!what) throw new NotImplemented(`Range.copyTo(${kind})`);
    copy(this, destination[own].sheetId, whole(destination).rect, what, transposed);
  },
  copyValuesToRange(
    this: Range,
    sheet: Sheet | number,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): void {
    copy(this, sheetIdOf(sheet), block(column, columnEnd, row, rowEnd), 'VALUES', false);
  },
  copyFormatToRange(
    this: Range,
    sheet: Sheet | number,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): void {
    copy(this, sheetIdOf(sheet), block(column, columnEnd, row, rowEnd), 'FORMAT', false);
  },

  moveTo(this: Range, target: Range): void {
    const { sheetId, rect: from } = whole(this);
    const to = target[own];
    rangeAt(to.sheetId, to.row, to.col, from.rows, from.cols);
    write({ op: 'move', sheetId, from, toSheetId: to.sheetId, row: to.row, col: to.col });
  },

  insertCells(this: Range, shiftDimension: EnumValue): Range {
    const { sheetId, row, col, rows, cols } = this[own];
    const { maxRows, maxCols } = sheetInfo(sheetId);
    const down = nameOf(shiftDimension) === 'ROWS';
    const from = down
      ? { row, col, rows: maxRows - row + 1 - rows, cols }
      : { row, col, rows, cols: maxCols - col + 1 - cols };
    if (from.rows > 0 && from.cols > 0) {
      write({
        op: 'move',
        sheetId,
        from,
        toSheetId: sheetId,
        row: row + (down ? rows : 0),
        col: col + (down ? 0 : cols),
      });
    }
    return this;
  },
  deleteCells(this: Range, shiftDimension: EnumValue): void {
    const { sheetId, row, col, rows, cols } = this[own];
    const { maxRows, maxCols } = sheetInfo(sheetId);
    const up = nameOf(shiftDimension) === 'ROWS';
    const from = up
      ? { row: row + rows, col, rows: maxRows - row - rows + 1, cols }
      : { row, col: col + cols, rows, cols: maxCols - col - cols + 1 };
    write({ op: 'clear', ...whole(this), contents: true, formats: true, validations: true, notes: true });
    if (from.rows > 0 && from.cols > 0) write({ op: 'move', sheetId, from, toSheetId: sheetId, row, col });
  },
};

function copy(
  range: Range,
  toSheetId: number,
  to: Rect,
  what: 'ALL' | 'VALUES' | 'FORMULA' | 'FORMAT' | 'VALIDATION' | 'NO_BORDERS',
  transposed: boolean,
): void {
  const { sheetId, rect: from } = whole(range);
  const target = pasted(from, to, transposed);
  rangeAt(toSheetId, target.row, target.col, target.rows, target.cols);
  write({ op: 'copy', sheetId, from, toSheetId, to, what, transposed });
}

function copyWidths(range: Range, destination: Range): void {
  const { sheetId, col, cols } = range[own];
  const [widths] = read<[{ width: number }[]]>({ get: 'colDimensions', sheetId, at: col, count: cols });
  for (const [at, { width }] of widths.entries()) {
    write({ op: 'colWidths', sheetId: destination[own].sheetId, col: destination[own].col + at, count: 1, width });
  }
}

const ENGINE_COPY: Record<string, 'ALL' | 'VALUES' | 'FORMULA' | 'FORMAT' | 'VALIDATION' | 'NO_BORDERS'> = {
  PASTE_NORMAL: 'ALL',
  PASTE_NO_BORDERS: 'NO_BORDERS',
  PASTE_FORMAT: 'FORMAT',
  PASTE_FORMULA: 'FORMULA',
  PASTE_DATA_VALIDATION: 'VALIDATION',
  PASTE_VALUES: 'VALUES',
};

function copyKind(how?: EnumValue | { contentsOnly?: boolean; formatOnly?: boolean }): string {
  if (!how) return 'PASTE_NORMAL';
  for (const value of Object.values(CopyPasteType)) if (value === how) return nameOf(value);
  const options = how as { contentsOnly?: boolean; formatOnly?: boolean };
  if (options.contentsOnly) return 'PASTE_VALUES';
  return options.formatOnly ? 'PASTE_FORMAT' : 'PASTE_NORMAL';
}

function sheetIdOf(sheet: Sheet | number): number {
  return typeof sheet === 'number' ? sheet : sheet[own];
}

function block(column: number, columnEnd: number, row: number, rowEnd: number): Rect {
  return { row, col: column, rows: Math.max(1, rowEnd - row + 1), cols: Math.max(1, columnEnd - column + 1) };
}

/** The parts of a rectangle whose rows no filter hides. */
function visibleParts(sheetId: number, rect: Rect): Rect[] {
  const hidden = filteredRows(sheetId);
  const parts: Rect[] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    const last = parts.at(-1);
    if (hidden.has(row)) continue;
    if (last && last.row + last.rows === row) last.rows++;
    else parts.push({ ...rect, row, rows: 1 });
  }
  return parts;
}

/** What the options of a clear name. */
export function clearParts(options: ClearOptions): {
  contents: boolean;
  formats: boolean;
  validations: boolean;
  notes: boolean;
} {
  const { contentsOnly = false, formatOnly = false, validationsOnly = false, commentsOnly = false } = options;
  return { contents: contentsOnly, formats: formatOnly, validations: validationsOnly, notes: commentsOnly };
}

/** Signatures of the members above. */
export const editMembers = {
  clear: ' | obj',
  clearContent: '',
  clearFormat: '',
  clearDataValidations: '',
  clearNote: '',
  copyTo: 'Range | Range CopyPasteType | Range CopyPasteType bool | Range obj',
  copyValuesToRange: 'Sheet int int int int | int int int int int',
  copyFormatToRange: 'Sheet int int int int | int int int int int',
  moveTo: 'Range',
  insertCells: 'Dimension',
  deleteCells: 'Dimension',
} satisfies Record<keyof typeof editMethods, string>;
