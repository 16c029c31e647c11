/**
 * TO_DATE and its like give a number another format, operators have names, TO_TEXT shows a number as its cell would.
 * Sources: the functions' own pages under https://support.google.com/docs/table/25273 (Parser and Operator).
 */
import { localeFacts } from '../../../values/locale-facts';
import { displayValue } from '../../display';
import { type ArrayValueObject, type BaseValueObject, NumberValueObject } from '../../univer';
import { error, type Functions, isRead, number, numberIn, type Result, single, text } from './cells';

/** Applies a function to each value of an argument. */
function each(argument: BaseValueObject, change: (value: BaseValueObject) => BaseValueObject): Result {
  return argument.isArray() ? (argument as ArrayValueObject).mapValue(change) : change(argument);
}

/** The number with no format: what the function is known for is added by the rules of result formats. */
function bare(argument: BaseValueObject): Result {
  return each(argument, (value) => (value.isNumber() ? NumberValueObject.create(Number(value.getValue())) : value));
}

function toText(locale: () => string): (argument: BaseValueObject) => Result {
  return (argument) =>
    each(argument, (value) => {
      if (value.isError() || value.isNull()) return value.isNull() ? text('') : value;
      const plain = value.getValue();
      return text(displayValue(plain as string | number | boolean, value.getPattern() || undefined, locale()));
    });
}

/** DOLLAR(number, [places]): as money of the file's locale, rounded to so many places (2; below 0: tens, hundreds …). */
function dollar(locale: () => string): (amount: BaseValueObject, places?: BaseValueObject) => Result {
  return (amount, places) => {
    const [sum, digits] = [numberIn(amount), places === undefined ? 2 : numberIn(places)];
    if (!isRead(sum)) return sum;
    if (!isRead(digits)) return digits;
    const shown = Math.max(0, Math.min(20, Math.trunc(digits)));
    const unit = 10 ** Math.min(0, Math.trunc(digits));
    const rounded = (Math.sign(sum) * Math.round(Math.abs(sum) * unit)) / unit;
    const pattern = localeFacts(locale()).currencyPattern.replace('0.00', shown > 0 ? `0.${'0'.repeat(shown)}` : '0');
    return text(displayValue(digits < 0 ? rounded : sum, pattern, locale()));
  };
}

/** The sign of a number of Unicode's, and the number of a text's first sign: beyond the first 65,536 too. */
function signOf(value: BaseValueObject): Result {
  const code = numberIn(value);
  if (!isRead(code)) return code;
  const whole = Math.trunc(code);
  return whole >= 1 && whole <= 0x10ffff ? text(String.fromCodePoint(whole)) : error.value();
}

function codeOf(value: BaseValueObject): Result {
  const first = single(value);
  if (first.isError()) return first;
  const code = wordOf(first).codePointAt(0);
  return code === undefined ? error.value() : number(code);
}

function arithmetic(calculate: (a: number, b: number) => number | BaseValueObject) {
  return (left: BaseValueObject, right: BaseValueObject): Result => {
    const [a, b] = [numberIn(left), numberIn(right)];
    if (!isRead(a)) return a;
    if (!isRead(b)) return b;
    const result = calculate(a, b);
    return typeof result === 'number' ? number(result) : result;
  };
}

type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

function comparison(operator: Comparison) {
  return (left: BaseValueObject, right: BaseValueObject): Result => {
    const [a, b] = [single(left), single(right)];
    if (a.isError()) return a;
    return b.isError() ? b : a.compare(b, operator as Parameters<BaseValueObject['compare']>[1]);
  };
}

/** Two values as one text; blank is nothing. */
function concat(left: BaseValueObject, right: BaseValueObject): Result {
  const [a, b] = [single(left), single(right)];
  if (a.isError()) return a;
  return b.isError() ? b : text(wordOf(a) + wordOf(b));
}

function wordOf(value: BaseValueObject): string {
  if (value.isNull()) return '';
  const word = String(value.getValue());
  return value.isBoolean() ? word.toUpperCase() : word;
}

function power(a: number, b: number): number | BaseValueObject {
  if (a === 0 && b === 0) return 1;
  if (a === 0 && b < 0) return error.divided();
  const result = a ** b;
  return Number.isFinite(result) ? result : error.number();
}

/** `locale` tells the file's locale at the time of asking. */
export function conversionFunctions(locale: () => string): Functions {
  return {
    TO_DATE: [1, 1, bare],
    TO_DOLLARS: [1, 1, bare],
    TO_PERCENT: [1, 1, bare],
    TO_PURE_NUMBER: [1, 1, bare],
    TO_TEXT: [1, 1, toText(locale)],
    DOLLAR: [1, 2, dollar(locale)],
    UNICHAR: [1, 1, signOf],
    UNICODE: [1, 1, codeOf],
    ADD: [2, 2, arithmetic((a, b) => a + b)],
    DIVIDE: [2, 2, arithmetic((a, b) => (b === 0 ? error.divided() : a / b))],
    POW: [2, 2, arithmetic(power)],
    UMINUS: [1, 1, (value) => arithmetic((a) => -a)(value, number(0))],
    UPLUS: [1, 1, (value) => single(value)],
    UNARY_PERCENT: [1, 1, (value) => arithmetic((a) => a / 100)(value, number(0))],
    EQ: [2, 2, comparison('=')],
    NE: [2, 2, comparison('<>')],
    LT: [2, 2, comparison('<')],
    LTE: [2, 2, comparison('<=')],
    GT: [2, 2, comparison('>')],
    GTE: [2, 2, comparison('>=')],
    CONCAT: [2, 2, concat],
  };
}
