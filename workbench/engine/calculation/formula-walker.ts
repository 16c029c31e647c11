/** The part of Univer that works out a formula, node by node; private members, for those who change how it goes. */
import { type BaseReferenceObject, type BaseValueObject, type Injector, Interpreter, type Nullable } from '../univer';

/** A node of a formula as Univer interprets it; its class is not published. */
export interface FormulaNode {
  readonly nodeType: number;
  getToken(): string;
  getValue(): Nullable<BaseValueObject | BaseReferenceObject>;
  setValue(value: BaseValueObject): void;
  getChildren(): FormulaNode[];
  /** Makes its value of those of its children. */
  execute(): void;
}

/** Works out a node and what is below it. */
export interface Walker {
  _execute(node: FormulaNode, refOffsetX?: number, refOffsetY?: number): number;
}

/** Univer's numbers for the kinds of nodes that make new values. */
export const OPERATOR = 3;
export const FUNCTION = 4;
export const PREFIX = 11;

/** The workbook's own. */
export function walkerOf(injector: Injector): Walker {
  return injector.get(Interpreter) as unknown as Walker;
}
