/**
 * Functions that choose among values give back a blank as a blank, as a reference does (`=B1` of a blank cell); Univer
 * turns it into 0 or #N/A on the way. What they are given is marked where it is blank, and what they give is read again.
 */
import {
  type ArrayValueObject,
  type BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  LambdaValueObjectObject,
  NullValueObject,
  NumberValueObject,
} from '../../univer';
import { error } from './cells';

/** Stands for a blank inside Univer's functions; known by being this very object. */
const MARK: BaseValueObject = NumberValueObject.create(0);

type Argument = Parameters<BaseFunction['calculate']>[number];
type Returned = ReturnType<BaseFunction['calculate']>;

function isCells(value: Argument | Returned): value is ArrayValueObject {
  return value.isValueObject() && value.isArray();
}

function marked(value: Argument): Argument {
  if (isCells(value)) return value.mapValue((cell) => (cell.isNull() ? MARK : cell));
  return value.isValueObject() && (value as BaseValueObject).isNull() ? MARK : value;
}

function unmarked(result: Returned): Returned {
  if (result === MARK) return NullValueObject.create();
  if (!isCells(result) || !result.getArrayValue().some((line) => line?.includes(MARK))) return result;
  return result.mapValue((cell) => (cell === MARK ? NullValueObject.create() : cell));
}

/** The arguments, from 0, that a function may give back. */
const CHOSEN: Record<string, (index: number, count: number) => boolean> = {
  IFS: (index) => index % 2 === 1,
  SWITCH: (index, count) => index > 0 && (index % 2 === 0 || index === count - 1),
  CHOOSECOLS: (index) => index === 0,
  CHOOSEROWS: (index) => index === 0,
  WRAPCOLS: (index) => index === 0,
  WRAPROWS: (index) => index === 0,
};
/** Functions that give back what a LAMBDA gave them. */
const CALLING = ['MAP', 'BYROW', 'BYCOL', 'REDUCE', 'SCAN', 'MAKEARRAY'];

let areLambdasTaught = false;

/** Has these functions keep blanks. */
export function keepBlanks(find: (name: string) => BaseFunction | undefined): void {
  for (const [name, isChosen] of Object.entries(CHOSEN)) {
    change(find(name), (args) => args.map((value, index) => (isChosen(index, args.length) ? marked(value) : value)));
  }
  for (const name of ['TOCOL', 'TOROW']) {
    // Told to leave blanks out, it has to know them.
    const drops = (ignore: Argument | undefined) =>
      ignore?.isValueObject() === true && [1, 3].includes(Number((ignore as BaseValueObject).getValue()));
    change(find(name), (args) => (drops(args[1]) ? args : [marked(args[0]!), ...args.slice(1)]));
  }
  // An index that is a reference or an array makes Univer read the choices as arrays.
  change(find('CHOOSE'), ([index, ...choices]) =>
    index?.isValueObject() && !index.isArray()
      ? [index, ...choices.map(marked)]
      : [index!, ...choices.map((choice) => marked(asArray(choice)))],
  );
  for (const name of CALLING) change(find(name), (args) => args);
  keepBlanksOfLambdas();
  keepBlanksOfLookups(find);
}

function asArray(value: Argument): Argument {
  return value.isReferenceObject() ? (value as unknown as BaseReferenceObject).toArrayValueObject() : value;
}

function change(executor: BaseFunction | undefined, prepare: (args: Argument[]) => Argument[]): void {
  if (!executor) return;
  const calculate = executor.calculate.bind(executor);
  executor.calculate = (...args: Argument[]) => unmarked(calculate(...(prepare(args) as BaseValueObject[])));
}

function keepBlanksOfLambdas(): void {
  if (areLambdasTaught) return;
  areLambdasTaught = true;
  const { prototype } = LambdaValueObjectObject;
  const { execute } = prototype;
  prototype.execute = function (...args) {
    const result = execute.apply(this, args) as BaseValueObject;
    const isOne = !isCells(result) || (result.getRowCount() === 1 && result.getColumnCount() === 1);
    return isOne ? (marked(result) as BaseValueObject) : result;
  };
}

/** The searches that the look-up functions share; their members are not published. */
interface Search {
  binarySearch(
    value: BaseValueObject,
    searched: ArrayValueObject,
    results: ArrayValueObject,
    searchType?: number,
    matchType?: number,
  ): BaseValueObject;
  orderSearch(
    value: BaseValueObject,
    searched: ArrayValueObject,
    results: ArrayValueObject,
    searchType?: number,
    isDescending?: boolean,
  ): BaseValueObject;
}

function keepBlanksOfLookups(find: (name: string) => BaseFunction | undefined): void {
  for (const name of ['VLOOKUP', 'HLOOKUP', 'LOOKUP', 'XLOOKUP']) {
    const lookup = find(name) as unknown as Search | undefined;
    if (!lookup) continue;
    lookup.binarySearch = (value, searched, results, searchType, matchType) => {
      const at = searched.binarySearch(value, searchType, matchType);
      if (at === undefined || at === null) return error.notAvailable();
      const isLine = results.getRowCount() === 1;
      return results.get(isLine ? 0 : at, isLine ? at : 0) ?? NullValueObject.create();
    };
    lookup.orderSearch = (value, searched, results, searchType, isDescending) => {
      const at = searched.orderSearch(value, searchType, isDescending);
      return at ? (results.get(at.row, at.column) ?? NullValueObject.create()) : error.notAvailable();
    };
  }
}
