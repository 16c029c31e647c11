/** Carries number formats through a calculation: Univer forgets them at each function and operator. */

import {
  type ArrayValueObject,
  BaseReferenceObject,
  type BaseValueObject,
  type ICellData,
  IFormulaCurrentConfigService,
  type Injector,
  type Nullable,
  NullValueObject,
  NumberValueObject,
} from '../univer';
import { automaticFormat } from './automatic-format';
import { type FormulaNode, FUNCTION, OPERATOR, PREFIX, walkerOf } from './formula-walker';
import { formatOfFunction, formatOfOperator, type ResultPatterns } from './result-format-rules';

type Value = ReturnType<FormulaNode['getValue']>;

function isReference(value: BaseValueObject | BaseReferenceObject): value is BaseReferenceObject {
  return value.isReferenceObject();
}

/** The first number of a value. */
function firstNumber(value: Value): BaseValueObject | undefined {
  if (!value) return undefined;
  const all = isReference(value) ? value.toArrayValueObject() : value;
  if (!all.isArray()) return all.isNumber() ? all : undefined;
  for (const line of (all as ArrayValueObject).getArrayValue()) {
    for (const cell of line ?? []) if (cell?.isNumber()) return cell;
  }
  return undefined;
}

function formatOf(value: Value): string {
  return firstNumber(value)?.getPattern() ?? '';
}

/** The number with this format; values may be shared, so that a new one is made. */
function withFormat(number: BaseValueObject, pattern: string): BaseValueObject {
  return number.getPattern() === pattern ? number : NumberValueObject.create(Number(number.getValue()), pattern);
}

/** The one value of an array of one cell; any other value as it is. */
function single(value: BaseValueObject): BaseValueObject {
  if (!value.isArray()) return value;
  const array = value as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? array.getFirstCell() : value;
}

/** The operand of one element of an array's result: a single line or column serves for all. */
function elementOf(value: Value, row: number, col: number): Value {
  const all = value && isReference(value) ? value.toArrayValueObject() : value;
  if (!all?.isArray()) return all;
  const array = all as ArrayValueObject;
  return array.get(array.getRowCount() === 1 ? 0 : row, array.getColumnCount() === 1 ? 0 : col);
}

/** Of `+ - * /`: the numbers of the result are new ones and have no format yet. */
function carryThroughOperator(node: FormulaNode, result: BaseValueObject, patterns: () => ResultPatterns): void {
  const operator = node.getToken().trim();
  if (!'+-*/'.includes(operator)) return;
  const [left, right] = node.getChildren().map((child) => child.getValue());
  const carry = (number: BaseValueObject, first: Value, second: Value) => {
    const [one, other] = [first?.getPattern() ?? '', second?.getPattern() ?? ''];
    if (one !== '' || other !== '') number.setPattern(formatOfOperator(operator, one, other, patterns()));
  };
  if (!result.isArray()) {
    if (result.isNumber()) carry(result, elementOf(left, 0, 0), elementOf(right, 0, 0));
    return;
  }
  for (const [row, line] of (result as ArrayValueObject).getArrayValue().entries()) {
    for (const [col, cell] of (line ?? []).entries()) {
      if (cell?.isNumber()) carry(cell, elementOf(left, row, col), elementOf(right, row, col));
    }
  }
}

/** Of functions: those that choose among values keep what these have, others make one number. */
function carryThroughFunction(node: FormulaNode, value: BaseValueObject, patterns: () => ResultPatterns): void {
  const number = single(value);
  if (!number.isNumber()) return;
  const children = node.getChildren();
  const args = {
    count: children.length,
    formatAt: (index: number) => formatOf(children[index]?.getValue()),
    numberAt: (index: number) => {
      const found = firstNumber(children[index]?.getValue());
      return found && Number(found.getValue());
    },
  };
  const pattern =
    node.nodeType === PREFIX
      ? args.formatAt(0)
      : formatOfFunction(node.getToken().trim().toUpperCase(), args, patterns());
  if (pattern !== null && pattern !== number.getPattern()) node.setValue(withFormat(number, pattern));
}

/**
 * The result of a whole formula as its cell keeps it: one cell's value for a reference to it or an array of one, with the
 * format of the cell where it has one.
 */
export function settledResult(
  result: BaseValueObject | BaseReferenceObject,
  explicit: string | undefined,
): BaseValueObject | BaseReferenceObject {
  let value: BaseValueObject;
  if (isReference(result)) {
    const { startRow, endRow, startColumn, endColumn } = result.getRangePosition();
    if (startRow !== endRow || startColumn !== endColumn) return result;
    value = result.getFirstCell();
  } else value = single(result);
  return explicit !== undefined && value.isNumber() ? withFormat(value, explicit) : value;
}

/** What a reference looks up about a cell; its members are not all published. */
interface CellReader {
  getCellValueObject(cell: ICellData): BaseValueObject;
  _getPatternByCell(cell: ICellData): string;
  getCellPattern(): string;
  getFirstCell(): BaseValueObject;
  getRangePosition(): { startRow: number; startColumn: number };
  getCellData(row: number, column: number): Nullable<ICellData>;
  _checkIfWorksheetMiss(): boolean;
}

let isReaderTaught = false;

/**
 * Once for the process: a reference reads a blank cell as blank, also where a formula's result is blank, and a number with
 * the format that it is shown with.
 */
function teachReader(): void {
  if (isReaderTaught) return;
  isReaderTaught = true;
  const reader = BaseReferenceObject.prototype as unknown as CellReader;
  const { getCellValueObject, _getPatternByCell } = reader;
  reader.getCellValueObject = function (cell) {
    return (cell.v === undefined || cell.v === null) && !cell.p
      ? NullValueObject.create()
      : getCellValueObject.call(this, cell);
  };
  reader._getPatternByCell = function (cell) {
    return _getPatternByCell.call(this, cell) || (automaticFormat(cell) ?? '');
  };
  // Univer looks the first cell's format up in the sheet again, where a result of this very calculation has not arrived yet.
  reader.getCellPattern = () => '';
  const { getFirstCell } = reader;
  reader.getFirstCell = function () {
    const { startRow, startColumn } = this.getRangePosition();
    const isBlank = !this._checkIfWorksheetMiss() && !this.getCellData(startRow, startColumn);
    return isBlank ? NullValueObject.create() : getFirstCell.call(this);
  };
}

/** Has Univer's interpreter carry formats; `patterns` tells those of the file's locale. */
export function carryFormats(injector: Injector, patterns: () => ResultPatterns): void {
  teachReader();
  const walker = walkerOf(injector);
  const config = injector.get(IFormulaCurrentConfigService);
  const execute = walker._execute.bind(walker);
  walker._execute = (node, refOffsetX, refOffsetY) => {
    const state = execute(node, refOffsetX, refOffsetY);
    const { nodeType } = node;
    if (nodeType !== OPERATOR && nodeType !== FUNCTION && nodeType !== PREFIX) return state;
    const value = node.getValue();
    // A reference that a function made (INDEX, OFFSET) comes without the styles of the cells.
    if (value && isReference(value)) value.setUnitStylesData(config.getUnitStylesData());
    else if (value && nodeType === OPERATOR) carryThroughOperator(node, value, patterns);
    else if (value) carryThroughFunction(node, value, patterns);
    return state;
  };
}
