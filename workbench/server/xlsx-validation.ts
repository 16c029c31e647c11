/** Validation rules in Excel's terms; what Excel has no word for is left out. */
import type ExcelJS from 'exceljs';
import type { Scalar, ValidationRule } from '../engine/engine';
import { absoluteAddress } from '../values/addresses';

const OPERATORS: Record<string, [ExcelJS.DataValidation['type'], ExcelJS.DataValidationOperator]> = {
  NUMBER_BETWEEN: ['decimal', 'between'],
  NUMBER_NOT_BETWEEN: ['decimal', 'notBetween'],
  NUMBER_EQUAL_TO: ['decimal', 'equal'],
  NUMBER_NOT_EQUAL_TO: ['decimal', 'notEqual'],
  NUMBER_GREATER_THAN: ['decimal', 'greaterThan'],
  NUMBER_GREATER_THAN_OR_EQUAL_TO: ['decimal', 'greaterThanOrEqual'],
  NUMBER_LESS_THAN: ['decimal', 'lessThan'],
  NUMBER_LESS_THAN_OR_EQUAL_TO: ['decimal', 'lessThanOrEqual'],
  DATE_IS_VALID_DATE: ['date', 'greaterThanOrEqual'],
  DATE_AFTER: ['date', 'greaterThan'],
  DATE_BEFORE: ['date', 'lessThan'],
  DATE_BETWEEN: ['date', 'between'],
};

/** Excel allows no longer list inside a rule. */
const LONGEST_LIST = 255;

/** The rule for one cell, or null. */
export function excelValidation(
  rule: ValidationRule,
  sheetNames: ReadonlyMap<number, string>,
): ExcelJS.DataValidation | null {
  const formula = formulaOf(rule, sheetNames);
  if (!formula) return null;
  return {
    ...formula,
    allowBlank: true,
    showErrorMessage: !rule.allowInvalid,
    ...(rule.helpText ? { showInputMessage: true, prompt: rule.helpText } : {}),
  } as ExcelJS.DataValidation;
}

function formulaOf(rule: ValidationRule, sheetNames: ReadonlyMap<number, string>) {
  if (rule.criteria === 'VALUE_IN_LIST') {
    const list = rule.args.map(String).join(',');
    // A comma inside a choice would split it.
    const fits = list.length <= LONGEST_LIST && !rule.args.some((arg) => String(arg).includes(','));
    return fits ? { type: 'list' as const, formulae: [`"${list.replace(/"/g, '""')}"`] } : null;
  }
  if (rule.criteria === 'VALUE_IN_RANGE' && rule.range) {
    const name = sheetNames.get(rule.range.sheetId);
    if (!name) return null;
    return { type: 'list' as const, formulae: [absoluteAddress(name, rule.range.rect)] };
  }
  if (rule.criteria === 'CUSTOM_FORMULA') {
    return { type: 'custom' as const, formulae: [String(rule.args[0] ?? '').replace(/^=/, '')] };
  }
  const known = OPERATORS[rule.criteria];
  if (!known) return null;
  const [type, operator] = known;
  const args: Scalar[] = rule.criteria === 'DATE_IS_VALID_DATE' ? [1] : rule.args;
  return { type, operator, formulae: args.filter((arg) => arg !== null) };
}
