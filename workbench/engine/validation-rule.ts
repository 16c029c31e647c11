/** A data validation rule between Google's terms and Univer's; pure but for the sheet look-up handed in. */
import { absoluteAddress, columnLetters } from '../values/addresses';
import type { Rect, Scalar, ValidationRule } from './engine';
import { formulaPieces, referenceRect } from './references';
import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  type ISheetDataValidationRule,
  DataValidationOperator as Op,
  DataValidationType as Type,
} from './univer';

/** What Univer's rule cannot say by itself rides along on it. */
interface Mark {
  criteria: string;
  args: Scalar[];
}

/** Univer's rule without place and identity. */
export type RuleBody = Omit<ISheetDataValidationRule, 'uid' | 'ranges'> & { google?: Mark };

/** How sheets are named, for rules that point at a range. */
export interface SheetNames {
  nameOf(sheetId: number): string;
  idOf(name: string): { sheetId: number; rows: number; cols: number } | undefined;
}

const operators: Record<string, Op> = {
  BETWEEN: Op.BETWEEN,
  NOT_BETWEEN: Op.NOT_BETWEEN,
  EQUAL_TO: Op.EQUAL,
  NOT_EQUAL_TO: Op.NOT_EQUAL,
  GREATER_THAN: Op.GREATER_THAN,
  GREATER_THAN_OR_EQUAL_TO: Op.GREATER_THAN_OR_EQUAL,
  LESS_THAN: Op.LESS_THAN,
  LESS_THAN_OR_EQUAL_TO: Op.LESS_THAN_OR_EQUAL,
};
const dateOperators: Record<string, Op> = {
  AFTER: Op.GREATER_THAN,
  BEFORE: Op.LESS_THAN,
  BETWEEN: Op.BETWEEN,
  EQUAL_TO: Op.EQUAL,
  NOT_BETWEEN: Op.NOT_BETWEEN,
  ON_OR_AFTER: Op.GREATER_THAN_OR_EQUAL,
  ON_OR_BEFORE: Op.LESS_THAN_OR_EQUAL,
};

function literal(value: Scalar | undefined): string {
  return typeof value === 'number' || (typeof value === 'string' && value.startsWith('='))
    ? String(value)
    : `"${String(value ?? '').replace(/"/g, '""')}"`;
}

/** Rules about text are formulas about the first cell in Univer. */
function textFormula(criteria: string, args: Scalar[], cell: string): string | undefined {
  const wanted = literal(args[0]);
  const formulas: Record<string, string> = {
    TEXT_CONTAINS: `=ISNUMBER(SEARCH(${wanted},${cell}))`,
    TEXT_DOES_NOT_CONTAIN: `=ISERROR(SEARCH(${wanted},${cell}))`,
    TEXT_EQUAL_TO: `=EXACT(${cell},${wanted})`,
    TEXT_IS_VALID_EMAIL: `=ISEMAIL(${cell})`,
    TEXT_IS_VALID_URL: `=ISURL(${cell})`,
  };
  return formulas[criteria];
}

function criteriaBody(rule: ValidationRule, anchor: { row: number; col: number }, names: SheetNames): RuleBody {
  const { criteria, args } = rule;
  const list = {
    type: Type.LIST,
    showDropDown: rule.showDropdown,
    renderMode: rule.showDropdown ? DataValidationRenderMode.ARROW : DataValidationRenderMode.TEXT,
  };
  if (criteria === 'VALUE_IN_LIST') return { ...list, formula1: args.map((arg) => String(arg ?? '')).join(',') };
  if (criteria === 'VALUE_IN_RANGE' && rule.range) {
    return { ...list, formula1: `=${absoluteAddress(names.nameOf(rule.range.sheetId), rule.range.rect)}` };
  }
  if (criteria === 'CHECKBOX') {
    const [checked, unchecked] = args;
    return {
      type: Type.CHECKBOX,
      ...(args.length > 0 && { formula1: String(checked) }),
      ...(args.length > 1 && { formula2: String(unchecked) }),
    };
  }
  if (criteria === 'CUSTOM_FORMULA') return { type: Type.CUSTOM, formula1: String(args[0] ?? '') };
  if (criteria === 'DATE_IS_VALID_DATE') return { type: Type.DATE, operator: Op.GREATER_THAN_OR_EQUAL, formula1: '0' };
  const text = textFormula(criteria, args, `${columnLetters(anchor.col)}${anchor.row}`);
  if (text) return { type: Type.CUSTOM, formula1: text };
  const date = criteria.startsWith('DATE_');
  const operator = date ? dateOperators[criteria.slice('DATE_'.length)] : operators[criteria.replace(/^NUMBER_/, '')];
  if (!operator) return { type: Type.ANY };
  const formulas = { formula1: String(args[0] ?? ''), ...(args.length > 1 && { formula2: String(args[1]) }) };
  return { type: date ? Type.DATE : Type.DECIMAL, operator, ...formulas };
}

/** Whether the engine knows the rule's criteria. */
export function isKnownValidation({ criteria, range }: ValidationRule): boolean {
  if (criteria === 'VALUE_IN_RANGE') return range !== undefined;
  const named = ['VALUE_IN_LIST', 'CHECKBOX', 'CUSTOM_FORMULA', 'DATE_IS_VALID_DATE'].includes(criteria);
  const date = criteria.startsWith('DATE_') && dateOperators[criteria.slice('DATE_'.length)] !== undefined;
  const number = criteria.startsWith('NUMBER_') && operators[criteria.slice('NUMBER_'.length)] !== undefined;
  return named || date || number || textFormula(criteria, [], 'A1') !== undefined;
}

/** Univer's rule for Google's; `anchor` is the first cell it will stand on. */
export function ruleBody(rule: ValidationRule, anchor: { row: number; col: number }, names: SheetNames): RuleBody {
  return {
    ...criteriaBody(rule, anchor, names),
    allowBlank: true,
    errorStyle: rule.allowInvalid ? DataValidationErrorStyle.WARNING : DataValidationErrorStyle.STOP,
    showErrorMessage: true,
    ...(rule.helpText !== null && { error: rule.helpText, prompt: rule.helpText, showInputMessage: true }),
    google: { criteria: rule.criteria, args: rule.args },
  };
}

function parseScalar(text: string | undefined): Scalar {
  if (text === undefined) return null;
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Where a list rule's formula points, undefined when it is a list of words. */
function listRange(formula: string | undefined, home: number, names: SheetNames): ValidationRule['range'] {
  if (!formula?.startsWith('=')) return undefined;
  const [before, reference, after] = formulaPieces(formula);
  if (before !== '=' || after !== '' || reference === undefined || typeof reference === 'string') return undefined;
  const place = reference.sheet === null ? names.idOf(names.nameOf(home)) : names.idOf(reference.sheet);
  const rect: Rect | undefined = place && referenceRect(reference, place);
  return place && rect && { sheetId: place.sheetId, rect };
}

/** Criteria for a rule that was made or changed on a page. */
function readCriteria(rule: ISheetDataValidationRule): { criteria: string; args: Scalar[] } {
  const { type, operator, formula1, formula2 } = rule;
  const both = [parseScalar(formula1), ...(formula2 === undefined || formula2 === '' ? [] : [parseScalar(formula2)])];
  const named = (map: Record<string, Op>, prefix: string) =>
    prefix + (Object.keys(map).find((key) => map[key] === operator) ?? 'BETWEEN');
  if (type === Type.LIST || type === Type.LIST_MULTIPLE) {
    return { criteria: 'VALUE_IN_LIST', args: (formula1 ?? '').split(',').map((word) => word.trim()) };
  }
  if (type === Type.CHECKBOX) return { criteria: 'CHECKBOX', args: formula1 ? both : [] };
  if (type === Type.DECIMAL || type === Type.WHOLE) return { criteria: named(operators, 'NUMBER_'), args: both };
  if (type === Type.DATE || type === Type.TIME) return { criteria: named(dateOperators, 'DATE_'), args: both };
  return { criteria: 'CUSTOM_FORMULA', args: [formula1 ?? ''] };
}

/** Google's rule for Univer's, on the sheet `home`. */
export function readRule(rule: ISheetDataValidationRule, home: number, names: SheetNames): ValidationRule {
  const mark = (rule as { google?: Mark }).google;
  const shared = {
    allowInvalid: rule.errorStyle !== DataValidationErrorStyle.STOP,
    showDropdown: rule.showDropDown ?? true,
    helpText: rule.error ?? null,
  };
  const range =
    rule.type === Type.LIST || rule.type === Type.LIST_MULTIPLE ? listRange(rule.formula1, home, names) : undefined;
  if (range) return { ...shared, criteria: 'VALUE_IN_RANGE', args: [], range };
  if (mark && stillHolds(mark, rule, names)) {
    return {
      ...shared,
      criteria: mark.criteria,
      args: mark.criteria === 'CUSTOM_FORMULA' ? [rule.formula1 ?? ''] : mark.args,
    };
  }
  return { ...shared, ...readCriteria(rule) };
}

/** A page may have turned the rule into another one; the mark then speaks of the past. */
function stillHolds(mark: Mark, rule: ISheetDataValidationRule, names: SheetNames): boolean {
  if (mark.criteria.startsWith('TEXT_') || mark.criteria === 'CUSTOM_FORMULA') return rule.type === Type.CUSTOM;
  const again = criteriaBody(
    { ...mark, allowInvalid: true, showDropdown: true, helpText: null },
    { row: 1, col: 1 },
    names,
  );
  return (
    again.type === rule.type &&
    again.operator === rule.operator &&
    again.formula1 === rule.formula1 &&
    again.formula2 === rule.formula2
  );
}
