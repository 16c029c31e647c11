/**
 * Calculation on demand. Univer calculates a while after a change, by a timer; a script that reads right after it wrote
 * must not wait for that, so the timer is taken out and each `settle` calculates what changed, now.
 * This uses private members of Univer (hence its exact version in package.json).
 */
import { intersection } from '../../values/addresses';
import { EngineError } from '../engine';
import { type GridParams, gridChangeOf } from '../grid-mutation';
import type { Host } from '../host';
import { type GridChange, shiftRect } from '../shift';
import {
  ICommandService,
  type Injector,
  type IRange,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetWorksheetNameMutation,
  TriggerCalculationController,
} from '../univer';
import { toRange, toRect } from '../univer-range';
import { type CalculatedBook, takeOverEngine } from './calculation-engine';
import { circular } from './circles';
import { type Area, Dependents, type Entry, type FormulaCell, touches } from './dependents';
import { reformatted } from './format-changes';
import { dropStaleSpills } from './stale-spills';

/** How long one calculation may take before `settle` gives up with an error. */
const limitMs = 180_000;
/** Array formulas that fill other array formulas, one after the other: more rounds than this is a circle. */
const maxRounds = 20;

interface Waiting {
  id: string;
  params: { subUnitId?: string; name?: string };
}

interface Dirty {
  forceCalculation?: boolean;
  dirtyRanges?: { sheetId: string; range: IRange }[];
  dirtyNameMap?: Record<string, Record<string, string>>;
  dirtyDefinedNameMap?: Record<string, Record<string, string>>;
}

interface Trigger {
  _waitingCommandQueue: Waiting[];
  _generateDirty(queue: Waiting[]): Dirty;
}

export interface Calculation {
  /**
   * Calculates what changed since the last time and returns when the results are in the cells. Overviews (sheets that
   * only look at others, and that no formula looks at) sleep through it, unless `wake` names them.
   */
  settle(wake?: Wake): Promise<void>;
  /** Whether this would calculate anything. */
  pending(wake?: Wake): boolean;
  /** Has the next `settle` calculate what looks at which rows a filter hides. */
  rowsFiltered(): void;
  /** Has the next `settle` calculate every formula. */
  calculateAll(): void;
  /** Has the next `settle` calculate what stands in a cell (row and column from 0), and what reads it. */
  calculateCell(key: string, row: number, col: number): void;
  /** Keys of the sheets whose results are not up to date. */
  asleep(): string[];
  /** Says that a sheet's results are not up to date: it was saved asleep. */
  putToSleep(key: string): void;
}

/** A sheet that has to be up to date, by its key; or all of them. */
export type Wake = string | 'all';

const wants = (wake: Wake | undefined, key: string) => wake === 'all' || wake === key;

type FormulaData = Record<string, Record<number, Record<number, { f: string }>>>;
/** What looks at hidden rows. */
const seesHidden = /\b(?:SUBTOTAL|AGGREGATE)\(/i;
const hidingRows = /set-row-(hidden|visible)$/;

type Spreads = Record<number, Record<number, IRange>> | undefined;

/**
 * Takes over the calculation of a workbook that has just been opened; `today` is the day in the file's time zone,
 * `patterns` are the formats of its locale.
 */
export function takeOverCalculation(
  injector: Injector,
  host: Omit<Host, 'calculation'>,
  today: () => number,
  patterns: CalculatedBook['patterns'],
): Calculation {
  const commands = injector.get(ICommandService);
  const trigger = injector.get(TriggerCalculationController) as unknown as Trigger;
  const dependents = new Dependents(host);
  const engine = takeOverEngine(injector, {
    unitId: host.unitId,
    patterns,
    size(key) {
      const sheet = host.workbook.getSheetBySheetId(key);
      return { rows: sheet?.getRowCount() ?? 0, cols: sheet?.getColumnCount() ?? 0 };
    },
    look(key, row, col) {
      const cell = host.workbook.getSheetBySheetId(key)?.getCellMatrix().getValue(row, col);
      return { cell, style: cell?.s ? host.workbook.getStyles().getStyleByCell(cell) : null };
    },
  });
  // No day yet: the first calculation after opening takes formulas with today's date along.
  let day = Number.NaN;
  Object.defineProperty(trigger, '_setTimeoutKey', {
    get: () => undefined,
    set: (timer: NodeJS.Timeout) => clearTimeout(timer),
  });

  const spreads = (key: string) => host.formulas.getArrayFormulaRange()[host.unitId]?.[key] as Spreads;
  const spreadOf = ({ key, row, col }: FormulaCell) => spreads(key)?.[row]?.[col];

  /** One run of Univer over exactly these formulas. */
  const run = async (graph: ReadonlyMap<Entry, Entry[]>) => {
    const getFormulaData = host.formulas.getFormulaData;
    host.formulas.getFormulaData = () => ({ [host.unitId]: formulaData(graph.keys()) });
    engine.begin(graph, circular(graph));
    let timer: NodeJS.Timeout | undefined;
    const finished = new Promise<void>((resolve, reject) => {
      const watch = commands.onCommandExecuted((command) => {
        if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
        if ((command.params as { functionsExecutedState?: number }).functionsExecutedState === undefined) return;
        watch.dispose();
        resolve();
      });
      timer = setTimeout(() => {
        watch.dispose();
        reject(new EngineError(`The formulas did not finish calculating within ${limitMs / 1000} seconds.`));
      }, limitMs);
    });
    const nothing = {
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
    };
    try {
      const start = commands.executeCommand(
        SetFormulaCalculationStartMutation.id,
        { ...nothing, forceCalculation: true },
        { onlyLocal: true },
      );
      await Promise.all([start, finished]);
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      clearTimeout(timer);
      host.formulas.getFormulaData = getFormulaData;
    }
    dropStaleSpills(host);
    engine.end();
  };

  // Where cells were changed, kept apart from the commands: it must follow when rows and columns change afterwards.
  let changedAreas: Area[] = [];
  // Where cells moved apart or together: what reads across has other cells before it, though none was changed.
  let seams: Area[] = [];
  const areasOf = (queue: Waiting[]): Area[] => {
    // Hiding rows only matters to functions that look at it.
    const dirty = trigger._generateDirty(queue.filter(({ id }) => !hidingRows.test(id)));
    return (dirty.dirtyRanges ?? []).map(({ sheetId, range }) => ({
      key: sheetId,
      range: bounded(host, sheetId, range),
    }));
  };
  let taken = 0;
  let all = false;
  let refiltered = false;
  commands.beforeCommandExecuted(({ id, params }) => {
    const area = reformatted(host, id, params);
    if (area) changedAreas.push({ ...area, range: bounded(host, area.key, area.range) });
  });
  commands.onCommandExecuted((command) => {
    const params = command.params as (GridParams & { subUnitId?: string }) | undefined;
    // Univer does not calculate for a new name, yet a formula may have waited for it.
    if (command.id === SetWorksheetNameMutation.id) trigger._waitingCommandQueue.push(command as Waiting);
    const change = params && gridChangeOf(command.id, params);
    if (!change) return;
    // The command itself stands last in the queue.
    const queue = trigger._waitingCommandQueue;
    changedAreas.push(...areasOf(queue.slice(taken, -1)));
    taken = Math.max(0, queue.length - 1);
    const follow = (area: Area) => (area.key === params.subUnitId ? shiftArea(area, change) : [area]);
    changedAreas = changedAreas.flatMap(follow);
    seams = [...seams.flatMap(follow), ...(params.subUnitId ? [seamOf(params.subUnitId, change)] : [])];
  });

  /** What the waiting changes touch. */
  const changed = (queue: Waiting[]): { areas: Area[]; read: Area[]; formulas: FormulaCell[] } => {
    const areas = [...changedAreas, ...areasOf(queue.slice(taken))];
    const read = seams;
    changedAreas = [];
    seams = [];
    taken = 0;
    const hiding = queue.filter(({ id }) => hidingRows.test(id));
    const dirty = trigger._generateDirty(queue.filter((command) => !hiding.includes(command)));
    const formulas = dirty.forceCalculation || all ? dependents.all() : [];
    all = false;
    if (Object.keys(dirty.dirtyDefinedNameMap ?? {}).length > 0) formulas.push(...dependents.withNames());
    for (const { params } of hiding) formulas.push(...dependents.matching(seesHidden, params.subUnitId));
    if (refiltered) formulas.push(...dependents.matching(seesHidden));
    refiltered = false;
    for (const { id, params } of queue) {
      if (/(insert|remove|move)-(row|col)/.test(id))
        formulas.push(...dependents.matching(/\b(?:ROWS?|COLUMNS?|CELL)\(/i, params.subUnitId));
    }
    for (const { id, params } of queue) {
      if (id === SetWorksheetNameMutation.id) formulas.push(...dependents.mentioning(params.name ?? ''));
    }
    for (const sheets of Object.values(dirty.dirtyNameMap ?? {})) {
      for (const name of Object.values(sheets)) formulas.push(...dependents.mentioning(name));
    }
    const now = today();
    formulas.push(...dependents.ofClock(now !== day));
    day = now;
    return { areas, read, formulas: [...formulas, ...spillsAt(areas)] };
  };

  /** Array formulas that fill, or would like to fill, what changed. */
  const spillsAt = (areas: readonly Area[]): FormulaCell[] => {
    const keys = new Set(areas.map(({ key }) => key));
    return [...keys].flatMap((key) => {
      const matrix = host.workbook.getSheetBySheetId(key)?.getCellMatrix();
      const here = areas.filter((area) => area.key === key);
      const hit = (cell: FormulaCell) => {
        const spread = spreadOf(cell);
        return spread !== undefined && here.some(({ range }) => touches(range, spread));
      };
      return dependents
        .matching(/[({:]/, key)
        .filter((cell) => matrix?.getValue(cell.row, cell.col)?.v === '#SPILL!' || hit(cell));
    });
  };

  const asleep = new Set<string>();
  /** Formulas of sheets that slept and must not any longer. */
  const awakened = (overviews: ReadonlySet<string>, wake: Wake | undefined): FormulaCell[] =>
    [...asleep]
      .filter((key) => !overviews.has(key) || wants(wake, key))
      .flatMap((key) => {
        asleep.delete(key);
        return dependents.matching(/^/, key);
      });
  const calculate = async (wake: Wake | undefined) => {
    const queue = trigger._waitingCommandQueue;
    trigger._waitingCommandQueue = [];
    const first = changed(queue);
    dropStaleSpills(host);
    const overviews = dependents.overviews();
    const formulas = [...first.formulas, ...awakened(overviews, wake)];
    const sleeps = (key: string) => {
      if (!overviews.has(key) || wants(wake, key)) return false;
      asleep.add(key);
      return true;
    };
    let graph = dependents.affected(first.areas, first.read, formulas, spreadOf, sleeps);
    for (let round = 0; graph.size > 0; round += 1) {
      if (round === maxRounds) throw new EngineError('Array formulas fill one another without end.');
      const before = new Map([...graph.keys()].map((cell) => [cell, spreadOf(cell)]));
      await run(graph);
      // What an array formula fills anew, or no longer, may be read by formulas that were not in this run.
      const respread = [...before].flatMap(([cell, old]) => {
        const next = spreadOf(cell);
        if (JSON.stringify(old) === JSON.stringify(next)) return [];
        return [old, next].filter((range) => range !== undefined).map((range) => ({ key: cell.key, range }));
      });
      graph = dependents.affected([], respread, [], spreadOf, sleeps);
    }
  };

  let running: Promise<void> | undefined;
  const isSleeping = (wake: Wake | undefined) => [...asleep].some((key) => wants(wake, key));
  const pending = (wake: Wake | undefined) =>
    running !== undefined ||
    all ||
    refiltered ||
    changedAreas.length > 0 ||
    trigger._waitingCommandQueue.length > 0 ||
    isSleeping(wake);
  const settle = async (wake?: Wake) => {
    while (pending(wake)) {
      running ??= calculate(wake).finally(() => {
        running = undefined;
      });
      await running;
    }
  };
  return {
    settle,
    pending,
    rowsFiltered: () => {
      refiltered = true;
    },
    calculateAll: () => {
      all = true;
    },
    calculateCell: (key, row, col) => {
      changedAreas.push({ key, range: { startRow: row, endRow: row, startColumn: col, endColumn: col } });
    },
    asleep: () => [...asleep],
    putToSleep: (key) => asleep.add(key),
  };
}

/** Where a changed area lies after a change of rows or columns; a move may tear it, so then each place it may lie at. */
function shiftArea({ key, range }: Area, change: GridChange): Area[] {
  const rect = toRect(range, { rows: 0, cols: 0 });
  const places = [shiftRect(rect, change)];
  if (change.kind === 'move') {
    const [start, size] = change.axis === 'row' ? (['row', 'rows'] as const) : (['col', 'cols'] as const);
    const moved = intersection(rect, { ...rect, [start]: change.at, [size]: change.count });
    places.push(rect, moved && shiftRect(moved, change));
  }
  return places.filter((place) => place !== null).map((place) => ({ key, range: toRange(place) }));
}

/** The rows or columns on both sides of a change, in full: every range that reaches across it holds them. */
function seamOf(key: string, change: GridChange): Area {
  const { at, count } = change;
  const [first, last] =
    change.kind === 'move'
      ? [Math.min(at, change.before) - 1, Math.max(at + count, change.before)]
      : change.kind === 'insert'
        ? [at, at + count - 1]
        : [at - 1, at];
  const [start, end] = [Math.max(0, first - 1), last - 1];
  const all = { startRow: 0, endRow: Number.MAX_SAFE_INTEGER, startColumn: 0, endColumn: Number.MAX_SAFE_INTEGER };
  const range =
    change.axis === 'row' ? { ...all, startRow: start, endRow: end } : { ...all, startColumn: start, endColumn: end };
  return { key, range };
}

/** Formulas by sheet, row and column, as Univer takes them. */
function formulaData(cells: Iterable<Entry>): FormulaData {
  const data: FormulaData = {};
  for (const { key, row, col, resolved } of cells) {
    const rows = data[key] ?? {};
    rows[row] = { ...rows[row], [col]: { f: resolved } };
    data[key] = rows;
  }
  return data;
}

/** A range of Univer's with whole rows and columns (NaN) given their bounds. */
function bounded(host: Pick<Host, 'workbook'>, key: string, range: IRange): IRange {
  const sheet = host.workbook.getSheetBySheetId(key);
  const or = (value: number, bound: number) => (Number.isNaN(value) ? bound : value);
  return {
    startRow: or(range.startRow, 0),
    endRow: or(range.endRow, (sheet?.getRowCount() ?? 1) - 1),
    startColumn: or(range.startColumn, 0),
    endColumn: or(range.endColumn, (sheet?.getColumnCount() ?? 1) - 1),
  };
}
