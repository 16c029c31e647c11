/**
 * Functions that look through a range: Univer wants a reference for each. At Google COUNTIF and RANK take arrays as well
 * (`=COUNTIF(SPLIT(A1,","),"x")`), the others say #N/A: "Argument must be a range" (both seen there).
 */
import type { BaseFunction, BaseValueObject } from '../../univer';
import { error } from './cells';

type Argument = Parameters<BaseFunction['calculate']>[number];

const first = (index: number) => index === 0;
const second = (index: number) => index === 1;
const even = (index: number) => index % 2 === 0;
const firstAndOdd = (index: number) => index === 0 || index % 2 === 1;
const firstAndThird = (index: number) => index === 0 || index === 2;

/** Which arguments (from 0) are looked through. */
const TAKE_ARRAYS: Record<string, (index: number) => boolean> = {
  COUNTIF: first,
  COUNTIFS: even,
  RANK: second,
  'RANK.EQ': second,
  'RANK.AVG': second,
};
const NEED_RANGES: Record<string, (index: number) => boolean> = {
  SUMIF: firstAndThird,
  AVERAGEIF: firstAndThird,
  SUMIFS: firstAndOdd,
  AVERAGEIFS: firstAndOdd,
  MAXIFS: firstAndOdd,
  MINIFS: firstAndOdd,
};

/** Has these functions take arrays, or say what they do not take. */
export function lookThroughArrays(find: (name: string) => BaseFunction | undefined): void {
  for (const [name, isRange] of Object.entries({ ...TAKE_ARRAYS, ...NEED_RANGES })) {
    const executor = find(name);
    if (!executor) continue;
    const calculate = executor.calculate.bind(executor);
    const takesArrays = name in TAKE_ARRAYS;
    executor.calculate = (...args: Argument[]) => {
      const isValue = (argument: Argument, index: number) =>
        isRange(index) && !argument.isReferenceObject() && !argument.isError();
      if (!args.some(isValue)) return calculate(...(args as BaseValueObject[]));
      if (!takesArrays) return error.notAvailable();
      return calculate(...(args.map((one, index) => (isValue(one, index) ? asRange(one) : one)) as BaseValueObject[]));
    };
  }
}

/** An array that says of itself that it is a reference; other values stay what they are. */
function asRange(value: Argument): Argument {
  if (!value.isValueObject() || !value.isArray()) return value;
  return Object.create(value, {
    isReferenceObject: { value: () => true },
    toArrayValueObject: { value: () => value },
  }) as Argument;
}
