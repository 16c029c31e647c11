/**
 * How many numbers a statistic needs: with fewer Google gives #DIV/0!, where Univer gives 0. Sources: the pages of STDEV
 * (3094054), VAR (3094063) and their kin under https://support.google.com/docs/table/25273.
 */
import type { BaseFunction, BaseValueObject } from '../../univer';
import { cellsOf, error } from './cells';

/** Functions of a sample, which need two values, and of a whole population, which need one. */
const NEEDED: Record<string, number> = {
  STDEV: 2,
  'STDEV.S': 2,
  STDEVA: 2,
  VAR: 2,
  'VAR.S': 2,
  VARA: 2,
  STDEVP: 1,
  'STDEV.P': 1,
  STDEVPA: 1,
  VARP: 1,
  'VAR.P': 1,
  VARPA: 1,
};

/** Values that count: numbers; TRUE and FALSE and, in ranges, texts only for the functions whose name ends in A. */
function valuesIn(argument: BaseValueObject, takesAll: boolean): number {
  if (!argument.isArray()) return argument.isNull() ? 0 : 1;
  return cellsOf(argument)
    .flat()
    .filter((value) => value.isNumber() || (takesAll && !value.isNull() && !value.isError())).length;
}

/** Has these functions look at the number of their values first. */
export function needEnoughValues(find: (name: string) => BaseFunction | undefined): void {
  for (const [name, needed] of Object.entries(NEEDED)) {
    const statistic = find(name);
    if (!statistic) continue;
    const calculate = statistic.calculate.bind(statistic);
    const takesAll = /A$/.test(name);
    statistic.calculate = (...args: Parameters<BaseFunction['calculate']>) => {
      const values = args as BaseValueObject[];
      const isFailed = values.some((value) => value.isError() || (value.isArray() && hasError(value)));
      const count = values.reduce((sum, value) => sum + valuesIn(value, takesAll), 0);
      return isFailed || count >= needed ? calculate(...args) : error.divided();
    };
  }
}

function hasError(value: BaseValueObject): boolean {
  return cellsOf(value).some((line) => line.some((cell) => cell.isError()));
}
