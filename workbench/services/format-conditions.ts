/**
 * Conditions, which conditional formats and filters share: BooleanCondition and GradientCondition.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/boolean-condition, …/gradient-condition
 */
import type { Scalar } from '../engine/engine';
import { toScalar } from './data-validation';
import { BooleanCriteria, type EnumValue, InterpolationType, RelativeDate } from './enums';
import { define, expose, type Members } from './members';
import { type GridRange, own } from './objects';

export type Criteria = keyof typeof BooleanCriteria;
/** One point of a gradient; all parts as Google names them. */
export type Point = [type: string, value: string, color: string];

/** A rule as scripts see it: dates are Dates. */
export interface RuleState {
  ranges: GridRange[];
  criteria: string | null;
  args: (Scalar | Date)[];
  background: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: boolean | null;
  strikethrough: boolean | null;
  gradient: [Point | null, Point | null, Point | null] | null;
}

/** whenX members of builders: the criterion, and the signature. */
export const CONDITIONS: Record<string, [Criteria, string]> = {
  whenCellEmpty: ['CELL_EMPTY', ''],
  whenCellNotEmpty: ['CELL_NOT_EMPTY', ''],
  whenDateAfter: ['DATE_AFTER', 'date | RelativeDate'],
  whenDateBefore: ['DATE_BEFORE', 'date | RelativeDate'],
  whenDateEqualTo: ['DATE_EQUAL_TO', 'date | RelativeDate'],
  whenFormulaSatisfied: ['CUSTOM_FORMULA', 'str'],
  whenNumberBetween: ['NUMBER_BETWEEN', 'num num'],
  whenNumberEqualTo: ['NUMBER_EQUAL_TO', 'num'],
  whenNumberGreaterThan: ['NUMBER_GREATER_THAN', 'num'],
  whenNumberGreaterThanOrEqualTo: ['NUMBER_GREATER_THAN_OR_EQUAL_TO', 'num'],
  whenNumberLessThan: ['NUMBER_LESS_THAN', 'num'],
  whenNumberLessThanOrEqualTo: ['NUMBER_LESS_THAN_OR_EQUAL_TO', 'num'],
  whenNumberNotBetween: ['NUMBER_NOT_BETWEEN', 'num num'],
  whenNumberNotEqualTo: ['NUMBER_NOT_EQUAL_TO', 'num'],
  whenTextContains: ['TEXT_CONTAINS', 'text'],
  whenTextDoesNotContain: ['TEXT_DOES_NOT_CONTAIN', 'text'],
  whenTextEndsWith: ['TEXT_ENDS_WITH', 'text'],
  whenTextEqualTo: ['TEXT_EQUAL_TO', 'text'],
  whenTextStartsWith: ['TEXT_STARTS_WITH', 'text'],
};

/** A criterion with its arguments; a RelativeDate makes it the criterion for relative dates. */
export function conditionOf(criteria: string, args: unknown[]): { criteria: string; args: (Scalar | Date)[] } {
  const relative = Object.values(RelativeDate).includes(args[0] as EnumValue);
  const name = relative && !criteria.endsWith('_RELATIVE') ? `${criteria}_RELATIVE` : criteria;
  return { criteria: name, args: relative ? [String(args[0])] : args.map(toScalar) };
}

/** A criterion's arguments as scripts get them. */
export function criteriaValues(criteria: string | null, args: readonly (Scalar | Date)[]): unknown[] {
  if (criteria?.endsWith('_RELATIVE')) return args.map((arg) => RelativeDate[arg as keyof typeof RelativeDate]);
  return [...args];
}

export class BooleanCondition {
  readonly [own]: RuleState;
  constructor(state: RuleState) {
    this[own] = state;
  }
  getCriteriaType(): EnumValue {
    return BooleanCriteria[this[own].criteria as Criteria];
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(this[own].criteria, this[own].args);
  }
  getBackground(): string | null {
    return this[own].background;
  }
  getFontColor(): string | null {
    return this[own].fontColor;
  }
  getBold(): boolean | null {
    return this[own].bold;
  }
  getItalic(): boolean | null {
    return this[own].italic;
  }
  getUnderline(): boolean | null {
    return this[own].underline;
  }
  getStrikethrough(): boolean | null {
    return this[own].strikethrough;
  }
}

export class GradientCondition {
  readonly [own]: [Point | null, Point | null, Point | null];
  constructor(points: [Point | null, Point | null, Point | null]) {
    this[own] = points;
  }
}

/** getMinType … getMaxValue: which point, and which of its three parts. */
const gradientMembers: Members = {};
for (const [at, name] of ['Min', 'Mid', 'Max'].entries()) {
  define(GradientCondition.prototype, `get${name}Type`, function (this: GradientCondition) {
    const point = this[own][at];
    return point ? InterpolationType[point[0] as keyof typeof InterpolationType] : null;
  });
  define(GradientCondition.prototype, `get${name}Value`, function (this: GradientCondition) {
    return this[own][at]?.[1] ?? '';
  });
  define(GradientCondition.prototype, `get${name}Color`, function (this: GradientCondition) {
    return this[own][at]?.[2] ?? '';
  });
  for (const part of ['Type', 'Value', 'Color']) gradientMembers[`get${name}${part}`] = '';
}

expose(BooleanCondition, 'SpreadsheetApp.BooleanCondition', {
  getCriteriaType: '',
  getCriteriaValues: '',
  getBackground: '',
  getFontColor: '',
  getBold: '',
  getItalic: '',
  getUnderline: '',
  getStrikethrough: '',
});
expose(GradientCondition, 'SpreadsheetApp.GradientCondition', gradientMembers);
