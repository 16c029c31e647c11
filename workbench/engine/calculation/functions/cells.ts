/** What functions of our own are made of: arguments as grids of Univer's values, and values for results. */
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '../../univer';

/** Rows of values; each keeps its number format. */
export type Cells = BaseValueObject[][];
export type Result = BaseValueObject | Cells;

/** Google's errors as results. */
export const error = {
  notAvailable: () => ErrorValueObject.create(ErrorType.NA),
  number: () => ErrorValueObject.create(ErrorType.NUM),
  reference: () => ErrorValueObject.create(ErrorType.REF),
  value: () => ErrorValueObject.create(ErrorType.VALUE),
  divided: () => ErrorValueObject.create(ErrorType.DIV_BY_ZERO),
};

export const blank = (): BaseValueObject => NullValueObject.create();
export const number = (value: number): BaseValueObject => NumberValueObject.create(value);
export const bool = (value: boolean): BaseValueObject => BooleanValueObject.create(value);
export const text = (value: string): BaseValueObject => StringValueObject.create(value);

/** An argument as rows; a single value is one row of one. */
export function cellsOf(argument: BaseValueObject): Cells {
  if (!argument.isArray()) return [[argument]];
  const array = argument as ArrayValueObject;
  return Array.from({ length: array.getRowCount() }, (_, row) =>
    Array.from({ length: array.getColumnCount() }, (__, col) => array.get(row, col) ?? blank()),
  );
}

/** The first value of an argument. */
export function single(argument: BaseValueObject): BaseValueObject {
  return argument.isArray() ? ((argument as ArrayValueObject).getFirstCell() ?? blank()) : argument;
}

/** A number for a calculation: blank is 0, TRUE is 1, a text must look like a number; else the error to return. */
export function numberIn(argument: BaseValueObject): number | BaseValueObject {
  const value = single(argument);
  if (value.isError()) return value;
  if (value.isNull()) return 0;
  if (value.isNumber() || value.isBoolean()) return Number(value.getValue());
  const typed = String(value.getValue()).trim();
  return typed !== '' && Number.isFinite(Number(typed)) ? Number(typed) : error.value();
}

/** TRUE or FALSE for an option: numbers but 0 are TRUE; else the error to return. */
export function boolIn(argument: BaseValueObject): boolean | BaseValueObject {
  const value = single(argument);
  if (value.isError()) return value;
  if (value.isBoolean()) return value.getValue() === true;
  if (value.isString()) {
    const word = String(value.getValue()).toUpperCase();
    return word === 'TRUE' ? true : word === 'FALSE' ? false : error.value();
  }
  return Number(value.getValue()) !== 0;
}

/** Whether an argument's value was read, and is no error to return. */
export function isRead<T extends number | boolean>(value: T | BaseValueObject): value is T {
  return typeof value !== 'object';
}

/** A function with so many arguments; a wrong number of them is #N/A, as at Google. */
export class OwnFunction extends BaseFunction {
  constructor(
    name: string,
    least: number,
    most: number,
    private readonly implementation: (...args: BaseValueObject[]) => Result,
  ) {
    super(name);
    this.minParams = least;
    this.maxParams = most;
  }

  override calculate(...args: BaseValueObject[]): ReturnType<BaseFunction['calculate']> {
    const result = this.implementation(...args);
    if (!Array.isArray(result)) return result;
    const width = result[0]?.length ?? 0;
    if (result.length === 0 || width === 0) return error.reference();
    return ArrayValueObject.create({
      calculateValueList: result,
      rowCount: result.length,
      columnCount: width,
      unitId: this.unitId ?? '',
      sheetId: this.subUnitId ?? '',
      row: this.row,
      column: this.column,
    });
  }
}

/** Implementations by name, with the least and the most arguments that each takes. */
export type Functions = Record<string, [least: number, most: number, (...args: BaseValueObject[]) => Result]>;
/** As many arguments as anybody writes. */
export const ANY = 255;
