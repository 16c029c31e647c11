/**
 * IF, IFERROR, IFNA and CHOOSE work out only the argument that they give, as in any spreadsheet. Univer works out all of
 * them first, which is most of what a formula with a case for every blank cell costs.
 */
import { type BaseValueObject, type Injector, NullValueObject } from '../univer';
import { type FormulaNode, FUNCTION, walkerOf } from './formula-walker';
import { settledResult } from './result-formats';

/** Whether the argument at a place (from 1) is needed, when the first has come to one cell's value. */
const IS_NEEDED: Record<string, (first: BaseValueObject, place: number) => boolean> = {
  IF: (test, place) => !test.isError() && Boolean(test.getValue()) === (place === 1),
  IFERROR: (value) => value.isError(),
  IFNA: (value) => value.isError(),
  CHOOSE: (index, place) => !index.isNumber() || Math.floor(Number(index.getValue())) === place,
};

/** Has Univer's interpreter leave out what these functions do not give. */
export function shortCircuit(injector: Injector): void {
  const walker = walkerOf(injector);
  const execute = walker._execute.bind(walker);
  walker._execute = (node, refOffsetX, refOffsetY) => {
    const isNeeded = node.nodeType === FUNCTION ? IS_NEEDED[node.getToken().trim().toUpperCase()] : undefined;
    const [head, ...rest] = node.getChildren();
    if (!isNeeded || !head || rest.length === 0) return execute(node, refOffsetX, refOffsetY);
    const state = walker._execute(head, refOffsetX, refOffsetY);
    const first = singleValue(head.getValue());
    for (const [index, child] of rest.entries()) {
      if (!first || isNeeded(first, index + 1)) walker._execute(child, refOffsetX, refOffsetY);
      else child.setValue(NullValueObject.create());
    }
    node.execute();
    return state;
  };
}

/** The value when it is that of one cell; undefined for larger ranges and arrays, and for what has no value. */
function singleValue(value: ReturnType<FormulaNode['getValue']>): BaseValueObject | undefined {
  const one = value && settledResult(value, undefined);
  return one?.isValueObject() && !(one as BaseValueObject).isArray() ? (one as BaseValueObject) : undefined;
}
