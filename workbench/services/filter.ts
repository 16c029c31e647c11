/** Filter. Source: https://developers.google.com/apps-script/reference/spreadsheet/filter */
import type { FileInfo, FilterCriterion, FilterState, Rect } from '../engine/engine';
import type { TypedOutput } from '../runtime/protocol';
import { passes, unknownCriterion } from '../values/filter-criteria';
import { serialOfInstant } from '../values/zoned-time';
import { read, write } from './book';
import { Exception, NotImplemented } from './exception';
import { criterionForEngine, criterionFromEngine, type FilterCriteria } from './filter-criteria';
import { expose } from './members';
import { type GridRange, newRange, own } from './objects';
import type { Range } from './range';

export class Filter {
  readonly [own]: number;

  constructor(sheetId: number) {
    this[own] = sheetId;
  }
  getRange(): Range {
    return newRange({ sheetId: this[own], ...stateOf(this).rect });
  }
  getColumnFilterCriteria(columnPosition: number): FilterCriteria | null {
    const criterion = inColumn(stateOf(this), columnPosition).criteria[columnPosition];
    return criterion ? criterionFromEngine(criterion) : null;
  }
  setColumnFilterCriteria(columnPosition: number, criteria: FilterCriteria | null): Filter {
    if (criteria === null) return this.removeColumnFilterCriteria(columnPosition);
    const state = inColumn(stateOf(this), columnPosition);
    const criterion = criterionForEngine(criteria);
    const unknown = unknownCriterion(criterion);
    if (unknown !== null) throw new NotImplemented(`Filter.setColumnFilterCriteria(${unknown})`);
    return apply(this, { ...state, criteria: { ...state.criteria, [columnPosition]: criterion } });
  }
  removeColumnFilterCriteria(columnPosition: number): Filter {
    const state = inColumn(stateOf(this), columnPosition);
    const criteria = { ...state.criteria };
    delete criteria[columnPosition];
    return apply(this, { ...state, criteria });
  }
  /** All rows but the header, those that are hidden included; then the criteria are applied anew. */
  sort(columnPosition: number, ascending: boolean): Filter {
    const state = inColumn(stateOf(this), columnPosition);
    const rect = belowHeader(state.rect);
    if (rect.rows > 0) {
      write({ op: 'sortRows', sheetId: this[own], rect, keys: [{ column: columnPosition, ascending }] });
    }
    return apply(this, state);
  }
  remove(): void {
    stateOf(this);
    write({ op: 'filter', sheetId: this[own], filter: null });
  }
}

/** The sheet's filter, null when it has none. */
export function filterOn(sheetId: number): Filter | null {
  return readFilter(sheetId) && new Filter(sheetId);
}

/** Gives the sheet of the range a filter over it; it has at most one, as documented. */
export function createFilter({ sheetId, row, col, rows, cols }: GridRange): Filter {
  if (readFilter(sheetId)) throw new Exception("You can't create a filter in a sheet that already has a filter.");
  write({ op: 'filter', sheetId, filter: { rect: { row, col, rows, cols }, criteria: {}, hiddenRows: [] } });
  return new Filter(sheetId);
}

/** The rows that the sheet's filter hides. */
export function filteredRows(sheetId: number): ReadonlySet<number> {
  return new Set(readFilter(sheetId)?.hiddenRows);
}

function readFilter(sheetId: number): FilterState | null {
  return read<[FilterState | null]>({ get: 'filter', sheetId })[0];
}

function stateOf(filter: Filter): FilterState {
  const state = readFilter(filter[own]);
  if (!state) throw new Exception('The filter no longer exists.');
  return state;
}

function inColumn(state: FilterState, column: number): FilterState {
  const { col, cols } = state.rect;
  if (column < col || column >= col + cols) throw new Exception('Column position is out of bounds of the filter.');
  return state;
}

function belowHeader(rect: Rect): Rect {
  return { ...rect, row: rect.row + 1, rows: rect.rows - 1 };
}

/** Stores the filter with the rows that it hides as the cells are now. */
function apply(filter: Filter, state: FilterState): Filter {
  const hiddenRows = new Set<number>();
  for (const [column, criterion] of Object.entries(state.criteria)) {
    for (const row of rowsHiddenBy(filter[own], belowHeader(state.rect), Number(column), criterion))
      hiddenRows.add(row);
  }
  const rows = [...hiddenRows].sort((a, b) => a - b);
  write({ op: 'filter', sheetId: filter[own], filter: { ...state, hiddenRows: rows } });
  return filter;
}

function rowsHiddenBy(sheetId: number, body: Rect, col: number, criterion: FilterCriterion): number[] {
  if (body.rows === 0) return [];
  const rect = { ...body, col, cols: 1 };
  const [values, shown, { timeZone }] = read<[TypedOutput[][], string[][], FileInfo]>(
    { get: 'values', sheetId, rect },
    { get: 'display', sheetId, rect },
    { get: 'file' },
  );
  const today = Math.floor(serialOfInstant(Date.now(), timeZone));
  return values.flatMap(([value], at) => {
    const plain = plainValue(value!, timeZone);
    return passes(criterion, { value: plain, shown: shown[at]![0]! }, today) ? [] : [body.row + at];
  });
}

/** A value as criteria compare it: days as serial numbers, images as nothing that has a value. */
function plainValue(value: TypedOutput, timeZone: string): string | number | boolean {
  if (typeof value !== 'object') return value;
  return 'd' in value ? serialOfInstant(value.d, timeZone) : ' ';
}

expose(Filter, 'SpreadsheetApp.Filter', {
  getRange: '',
  getColumnFilterCriteria: 'int',
  setColumnFilterCriteria: 'int FilterCriteria?',
  removeColumnFilterCriteria: 'int',
  sort: 'int bool',
  remove: '',
});
