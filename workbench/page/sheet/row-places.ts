/** Where the rows of the active tab stand on the screen. */
import type { SheetMachine } from './create-univer';
import type { RowPlace } from './gutter-layout';

export interface GridView {
  sheetKey: string;
  /** The grid's canvas on the screen. */
  top: number;
  left: number;
  height: number;
  /** Rows are counted from 1; places are below `top`. */
  place: RowPlace;
}

/** The grid as it is seen now; null before a workbook is shown. */
export function readGridView({ api }: SheetMachine): GridView | null {
  const book = api.getActiveWorkbook();
  const sheet = book?.getActiveSheet();
  const skeleton = sheet?.getSkeleton();
  if (!book || !sheet || !skeleton) return null;
  const canvas = document.getElementById(`univer-sheet-main-canvas_${book.getId()}`);
  if (!canvas) return null;
  const box = canvas.getBoundingClientRect();
  const zoom = sheet.getZoom();
  const ends = skeleton.rowHeightAccumulation;
  const endOf = (index: number) => (index < 0 ? 0 : (ends[Math.min(index, ends.length - 1)] ?? 0));
  const header = skeleton.columnHeaderHeight;
  const frozen = sheet.getFrozenRows();
  const scroll = scrolledBy(sheet, endOf);
  const frozenEnd = endOf(frozen - 1);
  const place: RowPlace = (row) => {
    const top = endOf(row - 2);
    const height = endOf(row - 1) - top;
    if (height <= 0) return null;
    const isFrozen = row <= frozen;
    const shown = isFrozen ? top : top - scroll;
    // Scrolled under the frozen rows or out below.
    if (!isFrozen && shown + height / 2 < frozenEnd) return null;
    const y = (header + shown) * zoom;
    return y > box.height ? null : { top: y, height: height * zoom };
  };
  return { sheetKey: sheet.getSheetId(), top: box.top, left: box.left, height: box.height, place };
}

type Sheet = NonNullable<
  ReturnType<NonNullable<ReturnType<SheetMachine['api']['getActiveWorkbook']>>['getActiveSheet']>
>;

function scrolledBy(sheet: Sheet, endOf: (index: number) => number): number {
  const { sheetViewStartRow, offsetY } = sheet.getScrollState();
  return endOf(sheetViewStartRow - 1) + offsetY;
}
