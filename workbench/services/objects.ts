/**
 * Making service objects without import cycles: each class registers here, and others ask for an instance.
 * An object's inner state lies under one symbol, so that scripts see objects without own members, as at Google.
 */
import type { Rect } from '../engine/engine';
import type { Range } from './range';
import type { RangeList } from './range-list';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

/** Where a service's object keeps its inner state. */
export const own = Symbol('own');

/** Which sides of a range are fixed; an open side is the grid's edge ('B:D', '3:5', 'A2:A'). */
export interface Bounds {
  startRow: boolean;
  endRow: boolean;
  startCol: boolean;
  endCol: boolean;
}

/** A range: coordinates on a sheet, which do not move with the cells (facts §5.3). */
export interface GridRange extends Rect {
  sheetId: number;
  /** Absent when all sides are fixed. */
  bounds?: Bounds;
}

interface Makers {
  range: (state: GridRange) => Range;
  rangeList: (ranges: GridRange[]) => RangeList;
  sheet: (sheetId: number) => Sheet;
  spreadsheet: () => Spreadsheet;
}

const makers: Partial<Makers> = {};

/** Called once by the module of each class. */
export function register<Name extends keyof Makers>(name: Name, maker: Makers[Name]): void {
  makers[name] = maker;
}

export const newRange = (state: GridRange): Range => makers.range!(state);
export const newRangeList = (ranges: GridRange[]): RangeList => makers.rangeList!(ranges);
export const newSheet = (sheetId: number): Sheet => makers.sheet!(sheetId);
export const theSpreadsheet = (): Spreadsheet => makers.spreadsheet!();
