/** Small differences of Univer's own functions from Google's, by the functions' pages under https://support.google.com/docs/table/25273. */
import type { BaseFunction, BaseValueObject } from '../../univer';
import { blank, error, isRead, numberIn } from './cells';

type Calculate = BaseFunction['calculate'];

/** Has these functions do as Google documents. */
export function followGoogle(find: (name: string) => BaseFunction | undefined): void {
  const change = (name: string, make: (calculate: Calculate) => Calculate) => {
    const executor = find(name);
    if (executor) executor.calculate = make(executor.calculate.bind(executor));
  };
  // IFERROR(value, [value_if_error]): blank when there is no second argument.
  const iferror = find('IFERROR');
  if (iferror) iferror.minParams = 1;
  change('IFERROR', (calculate) => (value, fallback) => calculate(value!, fallback ?? blank()));
  // IFNA(value, [value_if_na]): the same.
  const ifna = find('IFNA');
  if (ifna) ifna.minParams = 1;
  change('IFNA', (calculate) => (value, fallback) => calculate(value!, fallback ?? blank()));
  // CHOOSE(index, …): an index that is no choice is #NUM!.
  change('CHOOSE', (calculate) => (...args) => {
    const [index, ...choices] = args as BaseValueObject[];
    if (index!.isValueObject() && !index!.isArray()) {
      const choice = numberIn(index!);
      if (isRead(choice) && (choice < 1 || choice >= choices.length + 1)) return error.number();
    }
    return calculate(...(args as BaseValueObject[]));
  });
}
