/**
 * Which cells hold formulas. Univer asks for that at every change and every calculation and walks all cells of the
 * workbook each time; here a sheet is walked again only after its formulas may have changed.
 */
import {
  type FormulaDataModel,
  ICommandService,
  type Injector,
  SetRangeValuesMutation,
  type Workbook,
} from '../univer';

/** Formulas by row and column, from 0. */
export type SheetFormulas = Record<number, Record<number, { f?: string } | null> | undefined>;
type AllFormulas = ReturnType<FormulaDataModel['getFormulaData']>;
type Cells = Record<number, Record<number, object | null>>;

/** Mutations that leave every formula where and what it was. */
function leavesFormulas(id: string, cellValue: Cells | undefined): boolean {
  if (id !== SetRangeValuesMutation.id) return false;
  for (const line of Object.values(cellValue ?? {})) {
    for (const cell of Object.values(line)) {
      if (!cell || 'f' in cell || 'si' in cell) return false;
    }
  }
  return true;
}

/** Replaces Univer's walk by an index; returns how to read one sheet's formulas from it. */
export function indexFormulas(
  injector: Injector,
  model: FormulaDataModel,
  workbook: Workbook,
): (key: string) => SheetFormulas {
  const unitId = workbook.getUnitId();
  const index = new Map<string, SheetFormulas>();
  const ofSheet = (key: string): SheetFormulas => {
    let formulas = index.get(key);
    if (!formulas) {
      formulas = (model.getSheetFormulaData(unitId, key) ?? {}) as SheetFormulas;
      index.set(key, formulas);
    }
    return formulas;
  };
  model.getFormulaData = () => {
    const sheets = workbook.getSheets().map((sheet) => [sheet.getSheetId(), ofSheet(sheet.getSheetId())]);
    return { [unitId]: Object.fromEntries(sheets) } as unknown as AllFormulas;
  };
  injector.get(ICommandService).onCommandExecuted((command) => {
    if (!/\.mutation\./.test(command.id)) return;
    const params = command.params as { subUnitId?: string; cellValue?: Cells; sheet?: { id: string } } | undefined;
    if (command.id.startsWith('formula.') || leavesFormulas(command.id, params?.cellValue)) return;
    // A mutation that names no sheet (a range moved between two) may concern any.
    if (params?.subUnitId) index.delete(params.subUnitId);
    else index.clear();
  });
  return ofSheet;
}
