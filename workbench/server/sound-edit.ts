/**
 * Whether an edit can be meant for this workbook at all: its tab is there, its ranges are ranges, its cells lie on the
 * grid. Univer takes some of what is not, and the workbook cannot be opened afterwards. Pure.
 */
import type { SheetInfo } from '../engine/engine';
import type { PageMutation } from './protocol';
import { isStructural } from './rights';

type Grid = Pick<SheetInfo, 'maxRows' | 'maxCols'>;
type Params = Record<string, unknown>;

const NO_RANGE = 'It names no range of cells.';

/** What is wrong with the edit, in words for the person; null when it is sound. `gridOf` knows a tab by Univer's name of it. */
export function problemOfEdit(
  mutations: readonly PageMutation[],
  gridOf: (sheetKey: string) => Grid | undefined,
): string | null {
  // Within one edit the grid may grow, or the tab may only just have been made.
  const isMoving = mutations.some(({ id }) => isStructural(id));
  for (const { id, params } of mutations) {
    const problem = problemOf(id, params as Params, isMoving ? null : gridOf);
    if (problem) return `The sheet could not take that edit: ${problem}`;
  }
  return null;
}

function problemOf(id: string, params: Params, gridOf: ((sheetKey: string) => Grid | undefined) | null): string | null {
  if (!rangesOf(params).every(isRange) || !needed(id).every((key) => params[key] !== undefined)) return NO_RANGE;
  const { subUnitId, cellValue, rule } = params;
  if (rule !== undefined && !isRule(rule)) return NO_RANGE;
  if (gridOf === null || subUnitId === undefined) return null;
  const grid = typeof subUnitId === 'string' ? gridOf(subUnitId) : undefined;
  if (!grid) return 'Its tab is not there any more.';
  return cellValue !== undefined && !isOnGrid(cellValue, grid) ? 'Some of its cells lie outside of the sheet.' : null;
}

/** Members without which a mutation of that name has nothing to say. */
function needed(id: string): string[] {
  if (/\.(insert-(row|col)|remove-(rows|col)|insert-range|delete-range|reorder-range)$/.test(id)) return ['range'];
  if (/\.move-(rows|columns)$/.test(id)) return ['sourceRange', 'targetRange'];
  if (/\.move-range$/.test(id)) return ['fromRange', 'toRange', 'from', 'to'];
  if (/\.insert-sheet$/.test(id)) return ['sheet'];
  return /\.addRule$|\.(add|set)-conditional-rule$/.test(id) ? ['rule'] : [];
}

/** Everything that is called a range. */
function rangesOf(params: Params): unknown[] {
  return Object.entries(params).flatMap(([key, value]) => {
    if (/ranges$/i.test(key)) return Array.isArray(value) ? value : [value];
    return /range$/i.test(key) ? [value] : [];
  });
}

/** Ends may be open: NaN, which crosses as null. */
function isRange(range: unknown): boolean {
  if (typeof range !== 'object' || range === null) return false;
  const { startRow, endRow, startColumn, endColumn } = range as Params;
  const ends = [startRow, endRow, startColumn, endColumn];
  if (ends.every((end) => end === undefined)) return false;
  return ends.every((end) => end === null || end === undefined || Number.isNaN(end) || isCount(end));
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

/** One rule, or several. */
function isRule(rule: unknown): boolean {
  if (Array.isArray(rule)) return rule.every(isRule);
  const ranges = typeof rule === 'object' && rule !== null ? (rule as Params).ranges : undefined;
  return Array.isArray(ranges) && ranges.every(isRange);
}

function isOnGrid(matrix: unknown, { maxRows, maxCols }: Grid): boolean {
  const isPlace = (key: string, end: number) => /^\d{1,8}$/.test(key) && Number(key) < end;
  if (typeof matrix !== 'object' || matrix === null) return false;
  return Object.entries(matrix).every(
    ([row, line]) =>
      isPlace(row, maxRows) &&
      (line === null ||
        line === undefined ||
        (typeof line === 'object' && Object.keys(line).every((col) => isPlace(col, maxCols)))),
  );
}
