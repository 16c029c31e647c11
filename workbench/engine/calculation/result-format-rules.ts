/**
 * Which number format the result of a formula has by itself, from the formats of what goes into it. Pure.
 *
 * Google documents it for single functions only (TO_DATE, TO_DOLLARS, TO_PERCENT, TO_PURE_NUMBER, DATEVALUE, VALUE …:
 * https://support.google.com/docs/table/25273); the rest is how Sheets is known to behave, and docs/workbench.md lists it
 * as an assumption. Formats are patterns; '' is none.
 */
import { patternKind } from '../../values/number-pattern';

/** The patterns of the file's locale that functions give to their results. */
export interface ResultPatterns {
  date: string;
  time: string;
  moment: string;
  currency: string;
  percent: string;
}

/** A format that says what the number is, and not only how many digits it has. */
function isTelling(pattern: string): boolean {
  return !['general', 'number'].includes(patternKind(pattern));
}

function isDated(pattern: string): boolean {
  return ['date', 'moment'].includes(patternKind(pattern));
}

/** Of a sum or a difference: days between two dates are a number, a date and a time of day make a moment. */
export function formatOfSum(left: string, right: string, patterns: ResultPatterns): string {
  if (!isTelling(left)) return isTelling(right) ? right : left || right;
  if (!isTelling(right)) return left;
  if (isDated(left) && isDated(right)) return '';
  const [first, second] = [patternKind(left), patternKind(right)];
  if ([first, second].includes('time') && [first, second].includes('date')) return patterns.moment;
  return second === 'moment' && first === 'time' ? right : left;
}

/** Of a product: money times a number is money; a percentage only scales. Of two telling ones nothing is left. */
export function formatOfProduct(left: string, right: string): string {
  const isStrong = (pattern: string) => isTelling(pattern) && patternKind(pattern) !== 'percent';
  if (isStrong(left)) return isStrong(right) ? '' : left;
  if (isStrong(right)) return right;
  return [left, right].find((pattern) => patternKind(pattern) === 'number') ?? '';
}

/** Of a quotient: money by a number is money, money by money is a number. */
export function formatOfQuotient(left: string, right: string): string {
  return isTelling(right) && patternKind(right) !== 'percent' ? '' : formatOfProduct(left, right);
}

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Functions whose result is a value that they were given: it keeps its format. */
const CHOOSING = words(`
  IF IFS IFERROR IFNA SWITCH CHOOSE LET LAMBDA MAP BYROW BYCOL REDUCE SCAN MAKEARRAY
  INDEX VLOOKUP HLOOKUP LOOKUP XLOOKUP OFFSET INDIRECT FILTER SORT SORTN UNIQUE TRANSPOSE
  ARRAYFORMULA ARRAY_CONSTRAIN ARRAY_ROW ARRAY_LITERAL FLATTEN TOCOL TOROW VSTACK HSTACK WRAPROWS WRAPCOLS
  CHOOSECOLS CHOOSEROWS UPLUS`);
/** Functions that put numbers of one sort together: the first number that has a format gives it. */
const GATHERING = words('SUM AVERAGE AVERAGEA MAX MAXA MIN MINA MEDIAN MODE MODE.SNGL UMINUS');
/** The same where only the first argument holds the values. */
const GATHERING_FIRST = words(`
  SUMIFS AVERAGEIFS MAXIFS MINIFS AVERAGE.WEIGHTED LARGE SMALL TRIMMEAN
  QUARTILE QUARTILE.INC QUARTILE.EXC PERCENTILE PERCENTILE.INC PERCENTILE.EXC`);
/** The same where the values are the third argument, if there is one. */
const GATHERING_THIRD = words('SUMIF AVERAGEIF');
/** SUBTOTAL's codes for the functions that count. */
const COUNTING_CODES = new Set([2, 3, 102, 103]);
/** Functions that make a number rounder: money and percentages stay, of a date only the number (people put TO_DATE round it). */
const ROUNDING = words(`
  ROUND ROUNDUP ROUNDDOWN MROUND CEILING CEILING.MATH CEILING.PRECISE FLOOR FLOOR.MATH FLOOR.PRECISE TRUNC INT ABS`);
const DATES = words('TODAY DATE EDATE EOMONTH WORKDAY WORKDAY.INTL TO_DATE COUPNCD COUPPCD');
const FIXED: Record<string, keyof ResultPatterns> = {
  NOW: 'moment',
  EPOCHTODATE: 'moment',
  TIME: 'time',
  TO_DOLLARS: 'currency',
  TO_PERCENT: 'percent',
};
/** What operators are called as functions. */
const OPERATORS: Record<string, '+' | '-' | '*' | '/'> = { ADD: '+', MINUS: '-', MULTIPLY: '*', DIVIDE: '/' };

/** What the arguments of a function tell, each counted from 0. */
export interface ResultArguments {
  count: number;
  /** The format of the first number in an argument, '' for a missing one. */
  formatAt(index: number): string;
  /** The first number in an argument. */
  numberAt(index: number): number | undefined;
}

/** The format of a function's result: a pattern, '' for none, or null when the values bring their own. */
export function formatOfFunction(name: string, args: ResultArguments, patterns: ResultPatterns): string | null {
  const { count, formatAt } = args;
  if (CHOOSING.has(name)) return null;
  if (DATES.has(name)) return patterns.date;
  const fixed = FIXED[name];
  if (fixed) return patterns[fixed];
  const operator = OPERATORS[name];
  if (operator) return formatOfOperator(operator, formatAt(0), formatAt(1), patterns);
  if (GATHERING.has(name)) return firstFormat(args);
  if (GATHERING_FIRST.has(name)) return formatAt(0);
  if (GATHERING_THIRD.has(name)) return formatAt(count > 2 ? 2 : 0);
  if (name === 'SUBTOTAL') return COUNTING_CODES.has(args.numberAt(0) ?? 0) ? '' : formatAt(1);
  if (ROUNDING.has(name)) return ['date', 'time', 'moment'].includes(patternKind(formatAt(0))) ? '' : formatAt(0);
  return '';
}

/** SUM($1, 2) and SUM(2, $1): the first argument that has a format. */
function firstFormat({ count, formatAt }: ResultArguments): string {
  for (let index = 0; index < count; index += 1) {
    const format = formatAt(index);
    if (format !== '') return format;
  }
  return '';
}

/** The format of `left operator right`; '' for operators that make no number of the same sort. */
export function formatOfOperator(operator: string, left: string, right: string, patterns: ResultPatterns): string {
  if (operator === '+' || operator === '-') return formatOfSum(left, right, patterns);
  if (operator === '*') return formatOfProduct(left, right);
  return operator === '/' ? formatOfQuotient(left, right) : '';
}
