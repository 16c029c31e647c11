/** What is changed inside Univer's formula engine; private members again. */

import { EngineError } from '../engine';
import {
  type BaseValueObject,
  CELL_INVERTED_INDEX_CACHE,
  ErrorType,
  ErrorValueObject,
  ICalculateFormulaService,
  type ICellData,
  ICommandService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  type Injector,
  Interpreter,
  IOtherFormulaManagerService,
  type IStyleData,
  type Nullable,
  SetFormulaCalculationResultMutation,
} from '../univer';
import { explicitFormat, markAutomatic } from './automatic-format';
import { precedentsFirst } from './calculation-order';
import type { FormulaCell } from './dependents';
import type { ResultPatterns } from './result-format-rules';
import { carryFormats, settledResult } from './result-formats';

/** Brackets around one calculation. */
export interface CalculationEngine {
  /**
   * Before: only these formulas, each with its direct dependents, may get a result; those on a circle become #REF!, as
   * at Google.
   */
  begin(graph: ReadonlyMap<FormulaCell, readonly FormulaCell[]>, circles: ReadonlySet<FormulaCell>): void;
  /** After: throws when the engine failed as a whole. */
  end(): void;
}

/** A formula as Univer calculates it. */
interface Tree {
  subUnitId: string;
  row: number;
  column: number;
}

/** By workbook, sheet, row and column. */
type Results = Record<string, Record<string, Record<string, Record<string, ICellData>> | null> | null>;

/** What calculation has to know about the workbook. */
export interface CalculatedBook {
  /** The cell as it is stored, and its look; places are from 0. */
  look(key: string, row: number, col: number): { cell: Nullable<ICellData>; style: Nullable<IStyleData> };
  /** The patterns of the file's locale. */
  patterns(): ResultPatterns;
}

/** Univer's number for nodes of LAMBDA. */
const LAMBDA = 5;

function placeOf(key: string, row: number | string, col: number | string): string {
  return `${key}!${row},${col}`;
}

/** Prepares Univer's engine; an exception inside one formula is that cell's error and no longer ends the process. */
export function takeOverEngine(injector: Injector, book: CalculatedBook): CalculationEngine {
  /** The formulas by place, and the places of their dependents. */
  let wanted = new Map<string, string[]>();
  let circles = new Set<string>();
  let failure: unknown;
  const runtime = injector.get(IFormulaRuntimeService);
  const interpreter = injector.get(Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  carryFormats(injector, book.patterns);
  interpreter.execute = (node) => {
    const { currentSubUnitId, currentRow, currentColumn } = runtime;
    if (circles.has(placeOf(currentSubUnitId, currentRow, currentColumn)))
      return ErrorValueObject.create(ErrorType.REF);
    try {
      const result = execute(node);
      // A step within a formula, for each cell that MAP and its like go through.
      if (node.node?.nodeType === LAMBDA) return result;
      return settledResult(result, explicitFormat(book.look(currentSubUnitId, currentRow, currentColumn).style));
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  };
  const keepResult = runtime.setRuntimeData.bind(runtime);
  runtime.setRuntimeData = (result) => {
    keepResult(result);
    // Univer would look the blank up as a zero.
    const { currentUnitId, currentSubUnitId, currentRow, currentColumn } = runtime;
    if (!result.isReferenceObject() && (result as BaseValueObject).isNull())
      CELL_INVERTED_INDEX_CACHE.set(currentUnitId, currentSubUnitId, currentColumn, null, currentRow, true);
  };

  // With array formulas Univer also reports cells that lie in their way, sometimes as cleared.
  injector.get(ICommandService).beforeCommandExecuted((command) => {
    if (command.id !== SetFormulaCalculationResultMutation.id) return;
    for (const sheets of Object.values((command.params as { unitData: Results }).unitData)) {
      for (const [key, rows] of Object.entries(sheets ?? {})) {
        for (const [row, line] of Object.entries(rows ?? {})) {
          for (const [col, result] of Object.entries(line)) {
            const { cell, style } = book.look(key, Number(row), Number(col));
            if (wanted.has(placeOf(key, row, col))) markAutomatic(result, cell, style);
            else delete line[col];
          }
        }
      }
    }
  });

  const service = injector.get(ICalculateFormulaService) as unknown as {
    _executeStep(): Promise<unknown>;
    _formulaDependencyGenerator: { generate(model?: boolean): Promise<Tree[]> };
  };
  // Univer looks what INDEX(…):INDEX(…) reads before it calculates, from old values, and may then take these formulas too
  // early. It works its list off from the end.
  const generator = service._formulaDependencyGenerator;
  const generate = generator.generate.bind(generator);
  generator.generate = async (model) => {
    const trees = await generate(model);
    const byPlace = new Map(trees.map((tree) => [placeOf(tree.subUnitId, tree.row, tree.column), tree]));
    if (byPlace.size < trees.length) return trees;
    const order = precedentsFirst([...byPlace.keys()].reverse(), wanted);
    return order.reverse().flatMap((place) => byPlace.get(place) ?? []);
  };
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
    begin(graph, onCircles) {
      const place = ({ key, row, col }: FormulaCell) => placeOf(key, row, col);
      wanted = new Map(Array.from(graph, ([formula, dependents]) => [place(formula), dependents.map(place)]));
      circles = new Set(Array.from(onCircles, place));
      failure = undefined;
    },
    end() {
      if (failure)
        throw new EngineError(`Calculation failed: ${failure instanceof Error ? failure.message : String(failure)}`);
    },
  };
}
