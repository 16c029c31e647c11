/** Where cells get another number format: what is calculated from them may then be shown in another one too. */

import type { Host } from '../host';
import {
  type ICellData,
  type IRange,
  type IStyleData,
  type Nullable,
  RemoveNumfmtMutation,
  SetNumfmtMutation,
  SetRangeValuesMutation,
} from '../univer';
import { explicitFormat } from './automatic-format';
import type { Area } from './dependents';

interface FormatParams {
  subUnitId: string;
  cellValue?: Record<number, Record<number, Nullable<ICellData>>>;
  values?: Record<string, { ranges: IRange[] }>;
  ranges?: IRange[];
}

/** The area in which a command, which has not run yet, changes number formats; null when it changes none. */
export function reformatted(host: Pick<Host, 'workbook'>, id: string, params: unknown): Area | null {
  const { subUnitId: key, cellValue = {}, values = {}, ranges = [] } = params as FormatParams;
  if (id === SetRangeValuesMutation.id) return around(key, changedCells(host, key, cellValue));
  if (id === SetNumfmtMutation.id)
    return around(
      key,
      Object.values(values).flatMap((value) => value.ranges),
    );
  return id === RemoveNumfmtMutation.id ? around(key, ranges) : null;
}

function changedCells(
  { workbook }: Pick<Host, 'workbook'>,
  key: string,
  cells: NonNullable<FormatParams['cellValue']>,
): IRange[] {
  const matrix = workbook.getSheetBySheetId(key)?.getCellMatrix();
  const styles = workbook.getStyles();
  const changed: IRange[] = [];
  for (const row of Object.keys(cells).map(Number)) {
    for (const col of Object.keys(cells[row] ?? {}).map(Number)) {
      const look = cells[row]?.[col]?.s;
      if (look === undefined || (look && typeof look === 'object' && !('n' in look))) continue;
      const stored = matrix?.getValue(row, col);
      const before = stored?.s ? styles.getStyleByCell(stored) : null;
      const after = typeof look === 'string' ? styles.get(look) : (look as Nullable<IStyleData>);
      if (explicitFormat(before) !== explicitFormat(after))
        changed.push({ startRow: row, endRow: row, startColumn: col, endColumn: col });
    }
  }
  return changed;
}

/** One area around all of them. */
function around(key: string, ranges: readonly IRange[]): Area | null {
  if (ranges.length === 0) return null;
  const range = {
    startRow: Math.min(...ranges.map((one) => one.startRow)),
    endRow: Math.max(...ranges.map((one) => one.endRow)),
    startColumn: Math.min(...ranges.map((one) => one.startColumn)),
    endColumn: Math.max(...ranges.map((one) => one.endColumn)),
  };
  return { key, range };
}
