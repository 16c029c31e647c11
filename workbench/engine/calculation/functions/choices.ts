/** Small differences of Univer's own functions from Google's, by the functions' pages under https://support.google.com/docs/table/25273. */
import type { BaseFunction, BaseValueObject } from '../../univer';
import { blank, cellsOf, error, isRead, numberIn, single, text } from './cells';

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
  // SUBSTITUTE(text, search for, replace with, [occurrence]): a line end is a line end, where Univer takes blanks for it, too.
  change('SUBSTITUTE', (calculate) => (...args) => {
    const values = (args as BaseValueObject[]).map(alone);
    if (values.some((value) => value.isArray() || value.isError() || value.isBoolean())) return calculate(...values);
    const [source, sought, fresh] = values.map((value) => (value.isNull() ? '' : String(value.getValue()))) as [
      string,
      string,
      string,
    ];
    const parts = sought === '' ? [source] : source.split(sought);
    const nth = values[3] ? numberIn(values[3]) : 0;
    if (!isRead(nth)) return nth;
    if (!values[3]) return text(parts.join(fresh));
    if (nth < 1) return error.value();
    const at = Math.floor(nth);
    if (at >= parts.length) return text(source);
    return text([parts.slice(0, at).join(sought), parts.slice(at).join(sought)].join(fresh));
  });
}

/** A range of one cell is that cell. */
function alone(value: BaseValueObject): BaseValueObject {
  if (!value.isArray()) return value;
  const cells = cellsOf(value);
  return cells.length === 1 && cells[0]?.length === 1 ? single(value) : value;
}
