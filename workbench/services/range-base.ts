/** Range: where it is. Source: https://developers.google.com/apps-script/reference/spreadsheet/range */
import type { FileInfo, ProtectionState } from '../engine/engine';
import { mayEditCells } from '../runtime/permissions';
import { read, sheetInfo } from './book';
import { Exception } from './exception';
import { config } from './host';
import { newRange, newSheet, own } from './objects';
import type { Range } from './range';
import { a1Of, rangeAt } from './references';
import { selectCell, selectRanges } from './selection-state';
import type { Sheet } from './sheet';

/** The methods that the range's class gets from here. */
export const baseMethods = {
  getRow(this: Range): number {
    return this[own].row;
  },
  getRowIndex(this: Range): number {
    return this[own].row;
  },
  getColumn(this: Range): number {
    return this[own].col;
  },
  getColumnIndex(this: Range): number {
    return this[own].col;
  },
  getLastRow(this: Range): number {
    return this[own].row + this[own].rows - 1;
  },
  getLastColumn(this: Range): number {
    return this[own].col + this[own].cols - 1;
  },
  getNumRows(this: Range): number {
    return this[own].rows;
  },
  getHeight(this: Range): number {
    return this[own].rows;
  },
  getNumColumns(this: Range): number {
    return this[own].cols;
  },
  getWidth(this: Range): number {
    return this[own].cols;
  },
  getA1Notation(this: Range): string {
    return a1Of(this[own]);
  },
  getGridId(this: Range): number {
    return this[own].sheetId;
  },
  getSheet(this: Range): Sheet {
    return newSheet(this[own].sheetId);
  },
  isStartRowBounded(this: Range): boolean {
    return this[own].bounds?.startRow ?? true;
  },
  isEndRowBounded(this: Range): boolean {
    return this[own].bounds?.endRow ?? true;
  },
  isStartColumnBounded(this: Range): boolean {
    return this[own].bounds?.startCol ?? true;
  },
  isEndColumnBounded(this: Range): boolean {
    return this[own].bounds?.endCol ?? true;
  },

  offset(this: Range, rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): Range {
    const { sheetId, row, col, rows, cols } = this[own];
    return newRange(rangeAt(sheetId, row + rowOffset, col + columnOffset, numRows ?? rows, numColumns ?? cols));
  },

  getCell(this: Range, row: number, column: number): Range {
    const { sheetId, rows, cols } = this[own];
    if (row < 1 || column < 1 || row > rows || column > cols) throw new Exception('Cell reference out of range');
    return newRange({ sheetId, row: this[own].row + row - 1, col: this[own].col + column - 1, rows: 1, cols: 1 });
  },

  activate(this: Range): Range {
    selectRanges([this[own]]);
    return this;
  },

  activateAsCurrentCell(this: Range): Range {
    if (this[own].rows !== 1 || this[own].cols !== 1) {
      throw new Exception('The range must be a single cell.');
    }
    selectCell(this[own]);
    return this;
  },

  canEdit(this: Range): boolean {
    const [file, protections] = read<[FileInfo, ProtectionState[]]>({ get: 'file' }, { get: 'protections' });
    sheetInfo(this[own].sheetId);
    return mayEditCells(this[own].sheetId, this[own], { user: config.user, file, protections });
  },
};

/** Signatures of the members above. */
export const baseMembers = {
  getRow: '',
  getRowIndex: '',
  getColumn: '',
  getColumnIndex: '',
  getLastRow: '',
  getLastColumn: '',
  getNumRows: '',
  getHeight: '',
  getNumColumns: '',
  getWidth: '',
  getA1Notation: '',
  getGridId: '',
  getSheet: '',
  isStartRowBounded: '',
  isEndRowBounded: '',
  isStartColumnBounded: '',
  isEndColumnBounded: '',
  offset: 'int int | int int int | int int int int',
  getCell: 'int int',
  activate: '',
  activateAsCurrentCell: '',
  canEdit: '',
} satisfies Record<keyof typeof baseMethods, string>;
