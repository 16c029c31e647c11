/**
 * Which cells a filter's criterion lets through. Pure.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/filter-criteria-builder and
 * https://support.google.com/docs/answer/3540681. What they leave open is listed in docs/workbench.md.
 */
import type { FilterCriterion, Scalar } from '../engine/engine';

/** A cell as a filter sees it: dates are serial day numbers, blank is ''. */
export interface FilteredCell {
  value: string | number | boolean;
  shown: string;
}

type Test = (cell: FilteredCell, args: readonly Scalar[], today: number) => boolean;

const number = (test: (value: number, args: number[]) => boolean): Test => {
  return ({ value }, args) => typeof value === 'number' && test(value, args.map(Number));
};
const text = (test: (shown: string, wanted: string) => boolean): Test => {
  return ({ shown }, [wanted]) => test(shown.toLowerCase(), String(wanted ?? '').toLowerCase());
};
const day = (test: (value: number, wanted: number) => boolean): Test => {
  return ({ value }, [wanted]) => typeof value === 'number' && test(Math.floor(value), Math.floor(Number(wanted)));
};
const DAYS_FROM_TODAY: Record<string, number> = { TODAY: 0, TOMORROW: 1, YESTERDAY: -1 };
const relative = (test: (value: number, wanted: number) => boolean): Test => {
  return (cell, [name], today) => day(test)(cell, [today + (DAYS_FROM_TODAY[String(name)] ?? Number.NaN)], today);
};
const between = (value: number, [start, end]: number[]) => start! <= value && value <= end!;

const TESTS: Record<string, Test> = {
  CELL_EMPTY: ({ value }) => value === '',
  CELL_NOT_EMPTY: ({ value }) => value !== '',
  DATE_AFTER: day((value, wanted) => value > wanted),
  DATE_BEFORE: day((value, wanted) => value < wanted),
  DATE_EQUAL_TO: day((value, wanted) => value === wanted),
  DATE_AFTER_RELATIVE: relative((value, wanted) => value > wanted),
  DATE_BEFORE_RELATIVE: relative((value, wanted) => value < wanted),
  DATE_EQUAL_TO_RELATIVE: relative((value, wanted) => value === wanted),
  NUMBER_BETWEEN: number(between),
  NUMBER_NOT_BETWEEN: number((value, args) => !between(value, args)),
  NUMBER_EQUAL_TO: number((value, [wanted]) => value === wanted),
  NUMBER_NOT_EQUAL_TO: number((value, [wanted]) => value !== wanted),
  NUMBER_GREATER_THAN: number((value, [wanted]) => value > wanted!),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((value, [wanted]) => value >= wanted!),
  NUMBER_LESS_THAN: number((value, [wanted]) => value < wanted!),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((value, [wanted]) => value <= wanted!),
  TEXT_CONTAINS: text((shown, wanted) => shown.includes(wanted)),
  TEXT_DOES_NOT_CONTAIN: text((shown, wanted) => !shown.includes(wanted)),
  TEXT_EQUAL_TO: text((shown, wanted) => shown === wanted),
  TEXT_STARTS_WITH: text((shown, wanted) => shown.startsWith(wanted)),
  TEXT_ENDS_WITH: text((shown, wanted) => shown.endsWith(wanted)),
};

/** What of a criterion cannot be tested here, by name; null when all of it can. */
export function unknownCriterion({ criteria, args }: FilterCriterion): string | null {
  if (criteria === null) return null;
  if (!TESTS[criteria]) return criteria;
  return criteria.endsWith('_RELATIVE') && !Object.hasOwn(DAYS_FROM_TODAY, String(args[0])) ? String(args[0]) : null;
}

/** Whether the row of this cell stays in sight; `today` is the file's day as a serial number. */
export function passes({ criteria, args, hiddenValues }: FilterCriterion, cell: FilteredCell, today: number): boolean {
  if (hiddenValues.includes(cell.shown)) return false;
  return criteria === null || TESTS[criteria]!(cell, args, today);
}
