/** Gathers what neighbouring ops write into cells, so that one mutation carries it: each one costs Univer a walk over all cells. */
import type { Book } from './book';
import { CellPatches } from './cell-patches';
import { replacingPatch, type StylePatch, stylePatch } from './cell-style';
import { cellData } from './cells';
import type { CellStyle, Rect, TextRun, WriteOp } from './engine';
import { richDocument } from './rich-text';
import { CellValueType, type ICellData, type IStyleData } from './univer';

/** Everything a cell holds except its look. */
const nothing: ICellData = { v: null, t: null, f: null, si: null, p: null, custom: null };

export class CellBatch {
  private readonly patches = new CellPatches();

  constructor(private readonly book: Book) {}

  /** Puts cell data (all members set) into a cell. */
  put(key: string, row: number, col: number, data: ICellData): void {
    Object.assign(this.patches.at(key, row, col), data);
  }

  /** Adds to the look of a cell; edges of borders are added one by one. */
  restyle(key: string, row: number, col: number, patch: StylePatch | null): void {
    const cell = this.patches.at(key, row, col);
    if (patch === null) {
      cell.s = replacingPatch(null) as IStyleData;
      return;
    }
    const before = (cell.s ?? {}) as IStyleData;
    const border = before.bd && patch.bd ? { ...before.bd, ...patch.bd } : undefined;
    cell.s = { ...before, ...patch, ...(border && { bd: border }) } as IStyleData;
  }

  /** Collects an op when it is one about cells; false for any other. */
  take(op: WriteOp): boolean {
    if (op.op === 'cells') this.cells(op);
    else if (op.op === 'style') this.style(op, op.style);
    else if (op.op === 'styles') this.styles(op);
    else if (op.op === 'richText') this.richText(op.sheetId, op.row, op.col, op.text, op.runs);
    else return false;
    return true;
  }

  private cells(op: Extract<WriteOp, { op: 'cells' }>): void {
    const { key, sheet } = this.book.find(op.sheetId);
    const expand = this.book.openRangeExpander(sheet);
    op.cells.forEach((line, r) => {
      line.forEach((input, c) => {
        if (!input || Object.values(input).every((member) => member === undefined)) return;
        const data = cellData(input.f ? { f: expand(input.f) } : input);
        this.put(key, op.row - 1 + r, op.col - 1 + c, data);
      });
    });
  }

  private style(op: Rect & { sheetId: number }, style: CellStyle): void {
    const { key } = this.book.find(op.sheetId);
    const patch = stylePatch(style);
    for (let r = 0; r < op.rows; r += 1) {
      for (let c = 0; c < op.cols; c += 1) this.restyle(key, op.row - 1 + r, op.col - 1 + c, patch);
    }
  }

  private styles(op: Extract<WriteOp, { op: 'styles' }>): void {
    const { key } = this.book.find(op.sheetId);
    op.styles.forEach((line, r) => {
      line.forEach((style, c) => {
        if (style) this.restyle(key, op.row - 1 + r, op.col - 1 + c, stylePatch(style));
      });
    });
  }

  private richText(sheetId: number, row: number, col: number, text: string, runs: TextRun[]): void {
    const { key } = this.book.find(sheetId);
    const data = text === '' ? {} : { v: text, t: CellValueType.STRING, p: richDocument(text, runs) };
    this.put(key, row - 1, col - 1, { ...nothing, ...data });
  }

  /** Empties the cells of a rectangle that hold anything; number formats stay with `formats`, as clearFormat() leaves them. */
  clear(sheetId: number, rect: Rect, contents: boolean, formats: boolean): void {
    const { key, sheet } = this.book.find(sheetId);
    const matrix = sheet.getCellMatrix().getMatrix();
    for (let row = rect.row - 1; row < rect.row - 1 + rect.rows; row += 1) {
      const line = matrix[row];
      if (!line) continue;
      for (let col = rect.col - 1; col < rect.col - 1 + rect.cols; col += 1) {
        const cell = line[col];
        if (!cell) continue;
        if (contents) this.put(key, row, col, nothing);
        if (formats && cell.s) {
          const { n } = this.book.styleData(cell) ?? {};
          this.restyle(key, row, col, replacingPatch(n ? { n } : null));
        }
        if (formats && !contents && cell.p) this.patches.at(key, row, col).p = null;
      }
    }
  }

  /** Runs what has been collected. */
  flush(): void {
    this.patches.run(this.book);
  }
}
