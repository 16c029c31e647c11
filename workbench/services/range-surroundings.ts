/** Range: what lies around it. Source: https://developers.google.com/apps-script/reference/spreadsheet/range#getDataRegion() */
import type { TypedOutput } from '../runtime/protocol';
import { contentBounds, read, sheetInfo } from './book';
import { type EnumValue, nameOf } from './enums';
import { newRange, own } from './objects';
import type { Range } from './range';

/** The methods that the range's class gets from here. */
export const surroundingMethods = {
  /** The block of cells with data around the range; what only touches it with a corner does not count, as documented. */
  getDataRegion(this: Range, dimension: EnumValue | null = null): Range {
    const { sheetId } = this[own];
    const filled = filledCells(sheetId);
    const { maxRows, maxCols } = sheetInfo(sheetId);
    const only = dimension === null ? null : nameOf(dimension);
    let { row: top, col: left } = this[own];
    let bottom = top + this[own].rows - 1;
    let right = left + this[own].cols - 1;
    const any = (row1: number, col1: number, row2: number, col2: number) => {
      for (let row = row1; row <= row2; row++)
        for (let col = col1; col <= col2; col++) if (filled(row, col)) return true;
      return false;
    };
    for (let grown = true; grown; ) {
      grown = false;
      if (only !== 'COLUMNS') {
        if (top > 1 && any(top - 1, left, top - 1, right)) [top, grown] = [top - 1, true];
        if (bottom < maxRows && any(bottom + 1, left, bottom + 1, right)) [bottom, grown] = [bottom + 1, true];
      }
      if (only !== 'ROWS') {
        if (left > 1 && any(top, left - 1, bottom, left - 1)) [left, grown] = [left - 1, true];
        if (right < maxCols && any(top, right + 1, bottom, right + 1)) [right, grown] = [right + 1, true];
      }
    }
    return newRange({ sheetId, row: top, col: left, rows: bottom - top + 1, cols: right - left + 1 });
  },

  /** The cell that Ctrl and an arrow key lead to from the range's first cell. */
  getNextDataCell(this: Range, direction: EnumValue): Range {
    const { sheetId } = this[own];
    const filled = filledCells(sheetId);
    const { maxRows, maxCols } = sheetInfo(sheetId);
    const [down, right] = { UP: [-1, 0], DOWN: [1, 0], PREVIOUS: [0, -1], NEXT: [0, 1] }[
      nameOf<'UP' | 'DOWN' | 'PREVIOUS' | 'NEXT'>(direction)
    ] as [number, number];
    const inside = (row: number, col: number) => row >= 1 && col >= 1 && row <= maxRows && col <= maxCols;
    let { row, col } = this[own];
    const along = filled(row, col) && filled(row + down, col + right);
    while (inside(row + down, col + right)) {
      if (along && !filled(row + down, col + right)) break;
      row += down;
      col += right;
      if (!along && filled(row, col)) break;
    }
    return newRange({ sheetId, row, col, rows: 1, cols: 1 });
  },
};

/** Whether a cell of the sheet has content. */
function filledCells(sheetId: number): (row: number, col: number) => boolean {
  const { lastRow, lastCol } = contentBounds(sheetId);
  if (lastRow === 0) return () => false;
  const rect = { row: 1, col: 1, rows: lastRow, cols: lastCol };
  const [values, formulas] = read<[TypedOutput[][], string[][]]>(
    { get: 'values', sheetId, rect },
    { get: 'formulas', sheetId, rect },
  );
  return (row, col) => (values[row - 1]?.[col - 1] ?? '') !== '' || (formulas[row - 1]?.[col - 1] ?? '') !== '';
}

/** Signatures of the members above. */
export const surroundingMembers = { getDataRegion: ' | Dimension', getNextDataCell: 'Direction' } satisfies Record<
  keyof typeof surroundingMethods,
  string
>;
