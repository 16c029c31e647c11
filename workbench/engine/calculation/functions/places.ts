/** COLUMN asks where a range is, not what stands in it: Univer reads every cell of it first, of a whole column each time. */
import { ArrayValueObject, type BaseFunction, type BaseValueObject } from '../../univer';
import { number } from './cells';

/** A range that has not been read. */
interface Unread {
  isReferenceObject(): boolean;
  getRangePosition(): { startColumn: number; endColumn: number };
}

/** Lets COLUMN answer without reading cells; the result is as before. */
export function askPlacesOnly(find: (name: string) => BaseFunction | undefined): void {
  const column = find('COLUMN')!;
  const usual = column.calculate.bind(column);
  column.needsReferenceObject = true;
  column.calculate = (...given: BaseValueObject[]) => {
    const range = given[0] as unknown as (BaseValueObject & Unread) | undefined;
    if (!range || range.isError() || !range.isReferenceObject()) return usual(...given);
    const { startColumn, endColumn } = range.getRangePosition();
    const count = endColumn - startColumn + 1;
    return ArrayValueObject.create({
      calculateValueList: [Array.from({ length: count }, (_, n) => number(startColumn + n + 1))],
      rowCount: 1,
      columnCount: count,
      unitId: column.unitId ?? '',
      sheetId: column.subUnitId ?? '',
      row: column.row,
      column: column.column,
    });
  };
}
