/** A conditional format between Google's terms and Univer's. Pure. */

import { columnLetters } from '../values/addresses';
import { anchorOf } from './anchors';
import { styleOf, stylePatch } from './cell-style';
import type { ConditionalRule, Rect, Scalar } from './engine';
import {
  CFRuleType,
  type IConditionFormattingRule,
  CFNumberOperator as Num,
  CFSubRuleType as Sub,
  CFTextOperator as Text,
  CFValueType as Value,
} from './univer';

type Body = IConditionFormattingRule['rule'];

/** What Univer's rule cannot say by itself rides along on it. */
export interface MarkedRule extends IConditionFormattingRule {
  google?: Omit<ConditionalRule, 'ranges'>;
}

const texts: Record<string, Text> = {
  TEXT_EQUAL_TO: Text.equal,
  TEXT_CONTAINS: Text.containsText,
  TEXT_DOES_NOT_CONTAIN: Text.notContainsText,
  TEXT_STARTS_WITH: Text.beginsWith,
  TEXT_ENDS_WITH: Text.endsWith,
  CELL_EMPTY: Text.containsBlanks,
  CELL_NOT_EMPTY: Text.notContainsBlanks,
};
const numbers: Record<string, Num> = {
  NUMBER_BETWEEN: Num.between,
  NUMBER_NOT_BETWEEN: Num.notBetween,
  NUMBER_EQUAL_TO: Num.equal,
  NUMBER_NOT_EQUAL_TO: Num.notEqual,
  NUMBER_GREATER_THAN: Num.greaterThan,
  NUMBER_GREATER_THAN_OR_EQUAL_TO: Num.greaterThanOrEqual,
  NUMBER_LESS_THAN: Num.lessThan,
  NUMBER_LESS_THAN_OR_EQUAL_TO: Num.lessThanOrEqual,
  DATE_EQUAL_TO: Num.equal,
  DATE_AFTER: Num.greaterThan,
  DATE_BEFORE: Num.lessThan,
};
const signs: Partial<Record<Num, string>> = {
  [Num.equal]: '=',
  [Num.notEqual]: '<>',
  [Num.greaterThan]: '>',
  [Num.greaterThanOrEqual]: '>=',
  [Num.lessThan]: '<',
  [Num.lessThanOrEqual]: '<=',
};
const relativeDates: Record<string, string> = {
  TODAY: 'TODAY()',
  TOMORROW: 'TODAY()+1',
  YESTERDAY: 'TODAY()-1',
  PAST_WEEK: 'TODAY()-7',
  PAST_MONTH: 'EDATE(TODAY(),-1)',
  PAST_YEAR: 'EDATE(TODAY(),-12)',
};
const gradientTypes: Record<string, Value> = {
  MIN: Value.min,
  MAX: Value.max,
  NUMBER: Value.num,
  PERCENT: Value.percent,
  PERCENTILE: Value.percentile,
};

/** The criteria that a rule may have. */
export const knownCriteria: ReadonlySet<string> = new Set([
  ...Object.keys(texts),
  ...Object.keys(numbers),
  'DATE_EQUAL_TO_RELATIVE',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'CUSTOM_FORMULA',
  'GRADIENT',
]);

function isFormula(arg: Scalar | undefined): boolean {
  return typeof arg === 'string' && arg.startsWith('=');
}

/** A criterion that compares with a formula's result, or with a day relative to today, as a formula about the first cell. */
function comparison(rule: ConditionalRule, cell: string): string | undefined {
  const { criteria, args } = rule;
  const term = (arg: Scalar | undefined) =>
    isFormula(arg)
      ? `(${String(arg).slice(1)})`
      : typeof arg === 'number'
        ? String(arg)
        : `"${String(arg ?? '').replace(/"/g, '""')}"`;
  const day = relativeDates[String(args[0])];
  const base = criteria.replace(/_RELATIVE$/, '');
  if (criteria !== base && day) return `=AND(ISNUMBER(${cell}),INT(${cell})${signs[numbers[base]!]}${day})`;
  if (!args.some(isFormula)) return undefined;
  const number = numbers[criteria];
  if (number === Num.between) return `=AND(${cell}>=${term(args[0])},${cell}<=${term(args[1])})`;
  if (number === Num.notBetween) return `=OR(${cell}<${term(args[0])},${cell}>${term(args[1])})`;
  if (number) return `=${cell}${signs[number]}${term(args[0])}`;
  if (criteria === 'TEXT_EQUAL_TO') return `=${cell}=${term(args[0])}`;
  if (criteria === 'TEXT_CONTAINS') return `=ISNUMBER(SEARCH(${term(args[0])},${cell}))`;
  if (criteria === 'TEXT_DOES_NOT_CONTAIN') return `=ISERROR(SEARCH(${term(args[0])},${cell}))`;
  if (criteria === 'TEXT_STARTS_WITH') return `=LEFT(${cell},LEN(${term(args[0])}))=${term(args[0])}`;
  return criteria === 'TEXT_ENDS_WITH' ? `=RIGHT(${cell},LEN(${term(args[0])}))=${term(args[0])}` : undefined;
}

function body(rule: ConditionalRule): Body {
  if (rule.criteria === 'GRADIENT') {
    const points = (rule.gradient ?? []).filter((point) => point !== null);
    const config = points.map(([type, value, color], index) => ({
      index,
      color,
      value: { type: gradientTypes[type] ?? Value.num, ...(value !== '' && { value: Number(value) }) },
    }));
    return { type: CFRuleType.colorScale, config } as Body;
  }
  const shared = { type: CFRuleType.highlightCell as const, style: stylePatch(rule.style) as object };
  const { row, col } = anchorOf(rule.ranges);
  const formula =
    rule.criteria === 'CUSTOM_FORMULA' ? String(rule.args[0] ?? '') : comparison(rule, columnLetters(col) + row);
  if (formula) return { ...shared, subType: Sub.formula, value: formula } as Body;
  const text = texts[rule.criteria];
  if (text)
    return {
      ...shared,
      subType: Sub.text,
      operator: text,
      ...(rule.args.length > 0 && { value: String(rule.args[0]) }),
    } as Body;
  const operator = numbers[rule.criteria];
  const two = operator === Num.between || operator === Num.notBetween;
  const value = two ? [Number(rule.args[0]), Number(rule.args[1])] : Number(rule.args[0]);
  return { ...shared, subType: Sub.number, operator, value } as Body;
}

/** Univer's rule for Google's, but for its ranges. */
export function univerRule(rule: ConditionalRule, cfId: string): Omit<MarkedRule, 'ranges'> {
  const { ranges: _, ...google } = rule;
  return { cfId, stopIfTrue: true, rule: body(rule), google };
}

/** The rule as Google tells it; one made or changed on a page is read from Univer's terms. */
export function googleRule(marked: MarkedRule, ranges: Rect[]): ConditionalRule {
  const { google } = marked;
  if (google && JSON.stringify(body({ ...google, ranges })) === JSON.stringify(marked.rule))
    return { ...google, ranges };
  return { ranges, ...readBody(marked.rule) };
}

function named<T>(map: Record<string, T>, value: T, prefix: string): string | undefined {
  return Object.keys(map).find((key) => map[key] === value && key.startsWith(prefix));
}

function readBody(rule: Body): Omit<ConditionalRule, 'ranges'> {
  if (rule.type === CFRuleType.colorScale && 'config' in rule) {
    const points = rule.config as { color: string; value: { type: Value; value?: number | string } }[];
    const gradient = points.map(({ color, value }): [string, string, string] => {
      const type = Object.keys(gradientTypes).find((key) => gradientTypes[key] === value.type) ?? 'NUMBER';
      return [type, value.value === undefined ? '' : String(value.value), color];
    });
    return { criteria: 'GRADIENT', args: [], style: {}, gradient };
  }
  const loose = rule as { style?: object; subType?: Sub; operator?: unknown; value?: Scalar | Scalar[] };
  const { background, fontColor, fontWeight, fontStyle, fontLine } = styleOf(loose.style);
  const look = Object.fromEntries(
    Object.entries({ background, fontColor, fontWeight, fontStyle, fontLine }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const args = loose.value === undefined ? [] : Array.isArray(loose.value) ? loose.value : [loose.value];
  const criteria =
    loose.subType === Sub.text
      ? (named(texts, loose.operator as Text, '') ?? 'CUSTOM_FORMULA')
      : loose.subType === Sub.number
        ? (named(numbers, loose.operator as Num, 'NUMBER_') ?? 'CUSTOM_FORMULA')
        : 'CUSTOM_FORMULA';
  return { criteria, args, style: look as ConditionalRule['style'] };
}
