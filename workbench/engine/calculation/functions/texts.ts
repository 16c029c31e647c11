/**
 * Functions about texts and single cells that Univer lacks. Sources: their own pages under
 * https://support.google.com/docs/table/25273.
 */
import type { BaseValueObject } from '../../univer';
import { ANY, boolIn, cellsOf, error, type Functions, isRead, number, type Result, single, text } from './cells';

function wordOf(value: BaseValueObject): string {
  if (value.isNull()) return '';
  const word = String(value.getValue());
  return value.isBoolean() ? word.toUpperCase() : word;
}

const flat = (args: readonly BaseValueObject[]) => args.flatMap((argument) => cellsOf(argument).flat());

/** An error that stands alone is the result; within a range it is a value like others. */
function failed(args: readonly BaseValueObject[]): BaseValueObject | undefined {
  return args.find((argument) => argument.isError());
}

const BLOCKS = '▁▂▃▄▅▆▇█';

/** A line of block characters, since pages draw no small charts in cells. Options are not looked at. */
function sparkline(data: BaseValueObject): Result {
  if (data.isError()) return data;
  const numbers = flat([data]).flatMap((value) => (value.isNumber() ? [Number(value.getValue())] : []));
  if (numbers.length === 0) return text('');
  const low = Math.min(...numbers);
  const span = Math.max(...numbers) - low;
  return text(numbers.map((value) => BLOCKS[span === 0 ? 3 : Math.round(((value - low) / span) * 7)] ?? '').join(''));
}

function split(...args: BaseValueObject[]): Result {
  const [source, delimiter, byEach, removeEmpty] = args.map(single);
  const wrong = failed(args.map(single));
  if (wrong) return wrong;
  const separators = wordOf(delimiter!);
  if (separators === '' || wordOf(source!) === '') return error.value();
  const each = byEach === undefined ? true : boolIn(byEach);
  const dropsEmpty = removeEmpty === undefined ? true : boolIn(removeEmpty);
  if (!isRead(each)) return each;
  if (!isRead(dropsEmpty)) return dropsEmpty;
  const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = each ? Array.from(separators, escaped).join('|') : escaped(separators);
  const parts = wordOf(source!).split(new RegExp(pattern));
  const kept = dropsEmpty ? parts.filter((part) => part !== '') : parts;
  return [
    kept.map((part) => (part.trim() !== '' && Number.isFinite(Number(part)) ? number(Number(part)) : text(part))),
  ];
}

function join(delimiter: BaseValueObject, ...args: BaseValueObject[]): Result {
  const values = flat(args);
  const wrong = failed([single(delimiter), ...values]);
  return wrong ?? text(values.map(wordOf).join(wordOf(single(delimiter))));
}

/** How many different values there are; an error counts as one. */
function countUnique(...args: BaseValueObject[]): Result {
  const values = flat(args).filter((value) => !value.isNull() && value.getValue() !== '');
  return number(new Set(values.map((value) => `${typeof value.getValue()} ${value.getValue()}`)).size);
}

export const textFunctions: Functions = {
  SPARKLINE: [1, ANY, sparkline],
  SPLIT: [2, 4, split],
  IMAGE: [1, 4, () => text('')],
  JOIN: [2, ANY, join],
  COUNTUNIQUE: [1, ANY, countUnique],
};
