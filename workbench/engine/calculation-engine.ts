/** What is changed inside Univer's formula engine; private members again. */
import type { FormulaCell } from './dependents';
import { EngineError } from './engine';
import {
  ErrorType,
  ErrorValueObject,
  ICalculateFormulaService,
  ICommandService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  type Injector,
  Interpreter,
  IOtherFormulaManagerService,
  SetFormulaCalculationResultMutation,
} from './univer';

/** Brackets around one calculation. */
export interface CalculationEngine {
  /** Before: only these formulas may get a result; those on a circle become #REF!, as at Google. */
  begin(formulas: Iterable<FormulaCell>, circles: ReadonlySet<FormulaCell>): void;
  /** After: throws when the engine failed as a whole. */
  end(): void;
}

/** By workbook, sheet, row and column. */
type Results = Record<string, Record<string, Record<string, Record<string, unknown>> | null> | null>;

function placeOf(key: string, row: number | string, col: number | string): string {
  return `${key}!${row},${col}`;
}

/** Prepares Univer's engine; an exception inside one formula is that cell's error and no longer ends the process. */
export function takeOverEngine(injector: Injector): CalculationEngine {
  let wanted = new Set<string>();
  let circles = new Set<string>();
  let failure: unknown;
  const runtime = injector.get(IFormulaRuntimeService);
  const interpreter = injector.get(Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  interpreter.execute = (node) => {
    const { currentSubUnitId, currentRow, currentColumn } = runtime;
    if (circles.has(placeOf(currentSubUnitId, currentRow, currentColumn)))
      return ErrorValueObject.create(ErrorType.REF);
    try {
      return execute(node);
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  };

  // With array formulas Univer also reports cells that lie in their way, sometimes as cleared.
  injector.get(ICommandService).beforeCommandExecuted((command) => {
    if (command.id !== SetFormulaCalculationResultMutation.id) return;
    for (const sheets of Object.values((command.params as { unitData: Results }).unitData)) {
      for (const [key, rows] of Object.entries(sheets ?? {})) {
        for (const [row, line] of Object.entries(rows ?? {})) {
          for (const col of Object.keys(line)) if (!wanted.has(placeOf(key, row, col))) delete line[col];
        }
      }
    }
  });

  const service = injector.get(ICalculateFormulaService) as unknown as { _executeStep(): Promise<unknown> };
  const step = service._executeStep.bind(service);
  service._executeStep = async () => {
    try {
      return await step();
    } catch (error) {
      failure = error;
      return true;
    }
  };

  // After array formulas Univer looks once more for what they touched: that second look must not take everything again.
  const config = injector.get(IFormulaCurrentConfigService);
  const loadDirty = config.loadDirtyRangesAndExcludedCell.bind(config);
  config.loadDirtyRangesAndExcludedCell = (ranges, excluded) => {
    loadDirty(ranges, excluded);
    (config as unknown as { _forceCalculate: boolean })._forceCalculate = false;
  };

  // Formulas of rules (conditional formats, validation) are evaluated where they are looked at: on pages.
  injector.get(IOtherFormulaManagerService).getOtherFormulaData = () => ({});

  return {
    begin(formulas, onCircles) {
      const place = ({ key, row, col }: FormulaCell) => placeOf(key, row, col);
      wanted = new Set(Array.from(formulas, place));
      circles = new Set(Array.from(onCircles, place));
      failure = undefined;
    },
    end() {
      if (failure)
        throw new EngineError(`Calculation failed: ${failure instanceof Error ? failure.message : String(failure)}`);
    },
  };
}
