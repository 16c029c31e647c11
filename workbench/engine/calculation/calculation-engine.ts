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
  IDependencyManagerService,
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
import type { Entry } from './dependents';
import type { ResultPatterns } from './result-format-rules';
import { carryFormats, settledResult } from './result-formats';
import { shortCircuit } from './short-circuit';

/** Brackets around one calculation. */
export interface CalculationEngine {
  /**
   * Before: only these formulas, each with its direct dependents, may get a result; those on a circle become #REF!, as
   * at Google.
   */
  begin(graph: ReadonlyMap<Entry, readonly Entry[]>, circles: ReadonlySet<Entry>): void;
  /** After: throws when the engine failed as a whole. */
  end(): void;
}

/** A formula as Univer takes it up. */
interface Tree {
  unitId: string;
  subUnitId: string;
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
  formula: string;
  refOffsetX: number;
  refOffsetY: number;
}

/** By workbook, sheet, row and column. */
type Results = Record<string, Record<string, Record<string, Record<string, ICellData>> | null> | null>;

/** What calculation has to know about the workbook. */
export interface CalculatedBook {
  unitId: string;
  /** How large a sheet is. */
  size(key: string): { rows: number; cols: number };
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
  /** The places of the formulas. */
  let wanted = new Set<string>();
  let formulas: ReadonlyMap<Entry, readonly Entry[]> = new Map();
  /** Whether the formulas have been taken up, and only what array formulas touched is still looked at. */
  let isSecondLook = false;
  let circles = new Set<string>();
  let failure: unknown;
  const runtime = injector.get(IFormulaRuntimeService);
  const dependencies = injector.get(IDependencyManagerService);
  const interpreter = injector.get(Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  shortCircuit(injector);
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
    _formulaDependencyGenerator: { generate(): Promise<Tree[]> };
  };
  const treeOf = ({ key, row, col, resolved }: Entry): Tree => {
    const { rows, cols } = book.size(key);
    return {
      unitId: book.unitId,
      subUnitId: key,
      row,
      column: col,
      rowCount: rows,
      columnCount: cols,
      formula: resolved,
      refOffsetX: 0,
      refOffsetY: 0,
    };
  };
  // Univer finds out what each formula reads by executing parts of it on old values, to put them in order. Here the order
  // is known. After array formulas it looks once more at what they touched: that is left to its own account. It works its
  // list off from the end.
  const generator = service._formulaDependencyGenerator;
  const generate = generator.generate.bind(generator);
  generator.generate = async () => {
    const order = precedentsFirst([...formulas.keys()].sort(byPlaceInBook), formulas).reverse();
    if (!isSecondLook) {
      isSecondLook = true;
      runtime.clearArrayObjectCache();
      return order.map(treeOf);
    }
    dependencies.reset();
    const trees = new Map((await generate()).map((tree) => [placeOf(tree.subUnitId, tree.row, tree.column), tree]));
    return order.flatMap(({ key, row, col }) => trees.get(placeOf(key, row, col)) ?? []);
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

  // That second look must not take everything again.
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
      const place = ({ key, row, col }: Entry) => placeOf(key, row, col);
      wanted = new Set(Array.from(graph.keys(), place));
      formulas = graph;
      isSecondLook = false;
      circles = new Set(Array.from(onCircles, place));
      failure = undefined;
    },
    end() {
      if (failure)
        throw new EngineError(`Calculation failed: ${failure instanceof Error ? failure.message : String(failure)}`);
    },
  };
}

/** Sheet by sheet, row by row: of two array formulas that want the same cell, the upper one is taken up first. */
function byPlaceInBook(a: Entry, b: Entry): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.row - b.row || a.col - b.col;
}
