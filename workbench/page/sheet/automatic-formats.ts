/** A formula's result is shown in the format that it has by itself, unless its cell has one (engine/automatic-format.ts). */
import { type ICellData, InterceptorEffectEnum, type IStyleData, type Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { INTERCEPTOR_POINT, InterceptCellContentPriority, SheetInterceptorService } from '@univerjs/sheets';
import { automaticFormat, explicitFormat } from '../../engine/calculation/automatic-format';
import type { SheetMachine } from './create-univer';

interface Place {
  unitId: string;
  subUnitId: string;
  row: number;
  col: number;
}

export function showAutomaticFormats({ injector }: SheetMachine): void {
  const formulas = injector.get(FormulaDataModel);
  /** The pattern that an array formula brought to a cell that it fills. */
  const filled = ({ unitId, subUnitId, row, col }: Place) =>
    (formulas.getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col]?.s as Nullable<IStyleData>)?.n?.pattern;
  const patternOf = (cell: Nullable<ICellData>, stored: Nullable<ICellData>, place: Place) =>
    stored?.f || (stored?.v ?? '') !== '' ? automaticFormat(cell) : filled(place);
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    // Before Univer formats numbers: it is to find the pattern in the cell's look.
    priority: InterceptCellContentPriority.NUMFMT + 1,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, location, next) => {
      const pattern = cell && patternOf(cell, location.rawData, location);
      if (!cell || !pattern) return next(cell);
      const style = location.workbook.getStyles().getStyleByCell(cell);
      return explicitFormat(style) === undefined ? next({ ...cell, s: { ...style, n: { pattern } } }) : next(cell);
    },
  });
}
