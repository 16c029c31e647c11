/** Cell data to be set, gathered so that one mutation a sheet carries it: each one costs Univer a look at every formula. */
import type { Book } from './book';
import { type ICellData, SetRangeValuesMutation, SetStyleCommand } from './univer';

type Matrix = Record<number, Record<number, ICellData>>;

export class CellPatches {
  private readonly sheets = new Map<string, Matrix>();

  /** What is to be set in one cell (from 0) of the sheet that Univer calls `key`, to be added to. */
  at(key: string, row: number, col: number): ICellData {
    const matrix = this.sheets.get(key) ?? {};
    const line = matrix[row] ?? {};
    const cell = line[col] ?? {};
    line[col] = cell;
    matrix[row] = line;
    this.sheets.set(key, matrix);
    return cell;
  }

  /**
   * Sets all of it, and starts empty again. Looks go by themselves and say so: of a cell that is set without a formula
   * Univer forgets the formula, unless the mutation comes from its own style command.
   */
  run(book: Book): void {
    for (const [key, matrix] of this.sheets) {
      const { contents, looks } = split(matrix);
      if (contents) book.run(SetRangeValuesMutation.id, key, { cellValue: contents });
      if (looks) book.run(SetRangeValuesMutation.id, key, { cellValue: looks, trigger: SetStyleCommand.id });
    }
    this.sheets.clear();
  }
}

/** Cells that get a new content, and those that only get a new look. */
function split(matrix: Matrix): { contents: Matrix | null; looks: Matrix | null } {
  const contents: Matrix = {};
  const looks: Matrix = {};
  for (const row of Object.keys(matrix).map(Number)) {
    for (const [col, cell] of Object.entries(matrix[row]!)) {
      const target = Object.keys(cell).every((name) => name === 's') ? looks : contents;
      target[row] = { ...target[row], [col]: cell };
    }
  }
  return { contents: filled(contents), looks: filled(looks) };
}

function filled(matrix: Matrix): Matrix | null {
  return Object.keys(matrix).length > 0 ? matrix : null;
}
