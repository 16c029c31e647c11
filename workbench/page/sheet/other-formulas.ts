/**
 * The page calculates no cells: their results come from the server. Conditional formats and validation have formulas of
 * their own, though, whose results live only in a page. Those are calculated here, over the values that are in the cells.
 */
import { ICalculateFormulaService, SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { SheetMachine } from './create-univer';

interface DirtyRange {
  unitId: string;
  sheetId: string;
  range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
}

type Matrix = Record<string, Record<string, unknown> | null | undefined>;

/** Lets Univer calculate everything but the cells. */
export function calculateOtherFormulasOnly({ injector }: SheetMachine): void {
  const service = injector.get(ICalculateFormulaService);
  const execute = service.execute.bind(service);
  service.execute = (config) => execute({ ...config, formulaData: {}, forceCalculate: false });
}

/** After results have come in: the formats that depend on those cells are calculated anew. */
export function refreshAfterResults(machine: SheetMachine, params: unknown): void {
  const { unitData } = params as { unitData?: Record<string, Record<string, Matrix | null> | null> };
  const dirtyRanges: DirtyRange[] = [];
  for (const [unitId, sheets] of Object.entries(unitData ?? {})) {
    for (const [sheetId, matrix] of Object.entries(sheets ?? {})) {
      for (const range of runsOf(matrix ?? {})) dirtyRanges.push({ unitId, sheetId, range });
    }
  }
  if (dirtyRanges.length === 0) return;
  void machine.commands.executeCommand(
    SetFormulaCalculationStartMutation.id,
    {
      forceCalculation: false,
      dirtyRanges,
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
    },
    { onlyLocal: true },
  );
}

/** Neighbours in a row, row by row: a rectangle around all of them would hold most of a tab, and calculate all its rules. */
function runsOf(matrix: Matrix): DirtyRange['range'][] {
  const runs: DirtyRange['range'][] = [];
  for (const [row, line] of Object.entries(matrix)) {
    const at = Number(row);
    for (const col of Object.keys(line ?? {}).map(Number)) {
      const last = runs[runs.length - 1];
      if (last?.startRow === at && last.endColumn === col - 1) last.endColumn = col;
      else runs.push({ startRow: at, endRow: at, startColumn: col, endColumn: col });
    }
  }
  return runs;
}
