/** What is changed inside Univer's formula engine; private members again. */
import type { FormulaCell } from './dependents';
import { EngineError } from './engine';
import {
  ErrorType,
  ErrorValueObject,
  ICalculateFormulaService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  type Injector,
  Interpreter,
  IOtherFormulaManagerService,
} from './univer';

/** Brackets around one calculation. */
export interface CalculationEngine {
  /** Before: these formulas lie on a circle and become #REF!, as at Google. */
  begin(circles: ReadonlySet<FormulaCell>): void;
  /** After: throws when the engine failed as a whole. */
  end(): void;
}

/** Prepares Univer's engine; an exception inside one formula is that cell's error and no longer ends the process. */
export function takeOverEngine(injector: Injector): CalculationEngine {
  let circles = new Set<string>();
  let failure: unknown;
  const runtime = injector.get(IFormulaRuntimeService);
  const interpreter = injector.get(Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  interpreter.execute = (node) => {
    const { currentSubUnitId, currentRow, currentColumn } = runtime;
    if (circles.has(`${currentSubUnitId}!${currentRow},${currentColumn}`))
      return ErrorValueObject.create(ErrorType.REF);
    try {
      return execute(node);
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  };

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
    begin(cells) {
      circles = new Set([...cells].map(({ key, row, col }) => `${key}!${row},${col}`));
      failure = undefined;
    },
    end() {
      if (failure)
        throw new EngineError(`Calculation failed: ${failure instanceof Error ? failure.message : String(failure)}`);
    },
  };
}
