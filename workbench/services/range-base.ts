/** Range: where it is. Source: https://developers.google.com/apps-script/reference/spreadsheet/range */
import type { FileInfo, ProtectionState } from '../engine/engine';
import { mayEditCells } from '../runtime/permissions';
import { read, sheetInfo } from './book';
import { Exception } from './exception';
import { config } from './host';
import { type GridRange, newRange, newSheet, own } from './objects';
import type { Range } from './range';
import { a1Of, rangeAt } from './references';
import { selectCell, selectRanges } from './selection-state';
import type { Sheet } from './sheet';

export class RangeBase {
  readonly [own]: GridRange;

  constructor(state: GridRange) {
    this[own] = state;
  }

  getRow(): number {
    return this[own].row;
  }
  getRowIndex(): number {
    return this[own].row;
  }
  getColumn(): number {
    return this[own].col;
  }
  getColumnIndex(): number {
    return this[own].col;
  }
  getLastRow(): number {
    return this[own].row + this[own].rows - 1;
  }
  getLastColumn(): number {
    return this[own].col + this[own].cols - 1;
  }
  getNumRows(): number {
    return this[own].rows;
  }
  getHeight(): number {
    return this[own].rows;
  }
  getNumColumns(): number {
    return this[own].cols;
  }
  getWidth(): number {
    return this[own].cols;
  }
  getA1Notation(): string {
    return a1Of(this[own]);
  }
  getGridId(): number {
    return this[own].sheetId;
  }
  getSheet(): Sheet {
    return newSheet(this[own].sheetId);
  }
  isStartRowBounded(): boolean {
    return this[own].bounds?.startRow ?? true;
  }
  isEndRowBounded(): boolean {
    return this[own].bounds?.endRow ?? true;
  }
  isStartColumnBounded(): boolean {
    return this[own].bounds?.startCol ?? true;
  }
  isEndColumnBounded(): boolean {
    return this[own].bounds?.endCol ?? true;
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): Range {
    const { sheetId, row, col, rows, cols } = this[own];
    return newRange(rangeAt(sheetId, row + rowOffset, col + columnOffset, numRows ?? rows, numColumns ?? cols));
  }

  getCell(row: number, column: number): Range {
    const { sheetId, rows, cols } = this[own];
    if (row < 1 || column < 1 || row > rows || column > cols) throw new Exception('Cell reference out of range');
    return newRange({ sheetId, row: this[own].row + row - 1, col: this[own].col + column - 1, rows: 1, cols: 1 });
  }

  activate(): Range {
    selectRanges([this[own]]);
    return this as unknown as Range;
  }

  activateAsCurrentCell(): Range {
    if (this[own].rows !== 1 || this[own].cols !== 1) {
      throw new Exception('The range must be a single cell.');
    }
    selectCell(this[own]);
    return this as unknown as Range;
  }

  canEdit(): boolean {
    const [file, protections] = read<[FileInfo, ProtectionState[]]>({ get: 'file' }, { get: 'protections' });
    sheetInfo(this[own].sheetId);
    return mayEditCells(this[own].sheetId, this[own], { user: config.user, file, protections });
  }
}

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
};
