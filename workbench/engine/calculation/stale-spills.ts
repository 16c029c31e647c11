/** Univer forgets late, or never, what array formulas spilled that are gone or find no room: it would be read as values. */
import type { Host } from '../host';
import type { ICellData, IRange, Nullable } from '../univer';

type Cells = Record<number, Record<number, Nullable<ICellData>>>;
type Ranges = Record<number, Record<number, IRange>>;

/** Leaves only what the array formulas that stand in the cells now have spilled. */
export function dropStaleSpills({ unitId, workbook, formulas }: Pick<Host, 'unitId' | 'workbook' | 'formulas'>): void {
  const ranges = formulas.getArrayFormulaRange()[unitId] as Record<string, Ranges | null> | undefined;
  const data = formulas.getArrayFormulaCellData()[unitId] as Record<string, Cells | null> | undefined;
  for (const key of Object.keys(data ?? {})) {
    const matrix = workbook.getSheetBySheetId(key)?.getCellMatrix();
    const kept: Cells = {};
    const anchors = Object.entries(ranges?.[key] ?? {}).flatMap(([row, line]) =>
      Object.entries(line ?? {}).map(([col, range]) => ({ row: Number(row), col: Number(col), range })),
    );
    for (const { row, col, range } of anchors) {
      const cell = matrix?.getValue(row, col);
      // Of one that finds no room Univer would take what is in its way for its own, and clear it.
      if (!cell?.f || cell.v === '#SPILL!') delete ranges?.[key]?.[row]?.[col];
      else keep(kept, data?.[key] ?? {}, range);
    }
    if (data) data[key] = kept;
  }
}

function keep(into: Cells, from: Cells, { startRow, endRow, startColumn, endColumn }: IRange): void {
  for (let row = startRow; row <= endRow; row += 1) {
    const line = into[row] ?? {};
    for (let col = startColumn; col <= endColumn; col += 1) line[col] = from[row]?.[col];
    into[row] = line;
  }
}
