/** DataValidation and its builder. Source: https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder */
import type { FileInfo, Scalar, ValidationRule } from '../engine/engine';
import { instantOfSerial, serialOfInstant } from '../values/zoned-time';
import { read } from './book';
import { javaText } from './cell-input';
import { DataValidationCriteria, type EnumValue, nameOf } from './enums';
import { Exception } from './exception';
import { define, expose, type Members } from './members';
import { type GridRange, newRange, own } from './objects';
import type { Range } from './range';

/** A rule as scripts see it: dates are Dates, a range is a range. */
interface RuleState {
  criteria: string | null;
  args: (Scalar | Date)[];
  range: GridRange | null;
  allowInvalid: boolean;
  showDropdown: boolean;
  helpText: string | null;
}

type Criteria = keyof typeof DataValidationCriteria;

class RuleReader {
  readonly [own]: RuleState;
  constructor(state: RuleState) {
    this[own] = state;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder({ ...this[own] });
  }
  getAllowInvalid(): boolean {
    return this[own].allowInvalid;
  }
  getHelpText(): string | null {
    return this[own].helpText;
  }
  getCriteriaType(): EnumValue | null {
    const { criteria } = this[own];
    return criteria === null ? null : DataValidationCriteria[criteria as Criteria];
  }
  getCriteriaValues(): unknown[] {
    const { criteria, args, range, showDropdown } = this[own];
    if (criteria === 'VALUE_IN_LIST') return [args.map(String), showDropdown];
    if (criteria === 'VALUE_IN_RANGE' && range) return [newRange(range), showDropdown];
    return [...args];
  }
}

export class DataValidation extends RuleReader {}

export class DataValidationBuilder extends RuleReader {
  build(): DataValidation {
    if (this[own].criteria === null) throw new Exception('A data validation rule must have a criteria.');
    return new DataValidation({ ...this[own] });
  }
  setAllowInvalid(allow: boolean): DataValidationBuilder {
    this[own].allowInvalid = allow;
    return this;
  }
  setHelpText(text: string): DataValidationBuilder {
    this[own].helpText = text;
    return this;
  }
  requireValueInList(values: unknown[], showDropdown: boolean | null = true): DataValidationBuilder {
    const texts = values.map((value) => (typeof value === 'number' ? String(value) : javaText(value)));
    return requireRule(this, 'VALUE_IN_LIST', texts, { showDropdown: showDropdown ?? true });
  }
  requireValueInRange(range: Range, showDropdown: boolean | null = true): DataValidationBuilder {
    return requireRule(this, 'VALUE_IN_RANGE', [], { range: range[own], showDropdown: showDropdown ?? true });
  }
  requireCheckbox(...values: unknown[]): DataValidationBuilder {
    return requireRule(this, 'CHECKBOX', values.map(toScalar));
  }
  withCriteria(criteria: EnumValue, args: unknown[]): DataValidationBuilder {
    const name = nameOf(criteria);
    if (name === 'VALUE_IN_RANGE')
      return this.requireValueInRange(args[0] as Range, (args[1] as boolean | undefined) ?? true);
    if (name === 'VALUE_IN_LIST' && Array.isArray(args[0])) {
      return this.requireValueInList(args[0], (args[1] as boolean | undefined) ?? true);
    }
    return requireRule(this, name, args.map(toScalar));
  }
}

function requireRule(
  builder: DataValidationBuilder,
  criteria: string,
  args: (Scalar | Date)[],
  more: Partial<RuleState> = {},
): DataValidationBuilder {
  Object.assign(builder[own], { criteria, args, range: null, showDropdown: true }, more);
  return builder;
}

/** requireX members that only keep their arguments: criteria and signature. */
const SIMPLE: Record<string, [Criteria, string]> = {
  requireDate: ['DATE_IS_VALID_DATE', ''],
  requireDateAfter: ['DATE_AFTER', 'date'],
  requireDateBefore: ['DATE_BEFORE', 'date'],
  requireDateBetween: ['DATE_BETWEEN', 'date date'],
  requireDateEqualTo: ['DATE_EQUAL_TO', 'date'],
  requireDateNotBetween: ['DATE_NOT_BETWEEN', 'date date'],
  requireDateOnOrAfter: ['DATE_ON_OR_AFTER', 'date'],
  requireDateOnOrBefore: ['DATE_ON_OR_BEFORE', 'date'],
  requireFormulaSatisfied: ['CUSTOM_FORMULA', 'str'],
  requireNumberBetween: ['NUMBER_BETWEEN', 'num num'],
  requireNumberEqualTo: ['NUMBER_EQUAL_TO', 'num'],
  requireNumberGreaterThan: ['NUMBER_GREATER_THAN', 'num'],
  requireNumberGreaterThanOrEqualTo: ['NUMBER_GREATER_THAN_OR_EQUAL_TO', 'num'],
  requireNumberLessThan: ['NUMBER_LESS_THAN', 'num'],
  requireNumberLessThanOrEqualTo: ['NUMBER_LESS_THAN_OR_EQUAL_TO', 'num'],
  requireNumberNotBetween: ['NUMBER_NOT_BETWEEN', 'num num'],
  requireNumberNotEqualTo: ['NUMBER_NOT_EQUAL_TO', 'num'],
  requireTextContains: ['TEXT_CONTAINS', 'text'],
  requireTextDoesNotContain: ['TEXT_DOES_NOT_CONTAIN', 'text'],
  requireTextEqualTo: ['TEXT_EQUAL_TO', 'text'],
  requireTextIsEmail: ['TEXT_IS_VALID_EMAIL', ''],
  requireTextIsUrl: ['TEXT_IS_VALID_URL', ''],
};

const readerMembers: Members = {
  copy: '',
  getAllowInvalid: '',
  getHelpText: '',
  getCriteriaType: '',
  getCriteriaValues: '',
};
const builderMembers: Members = {
  ...readerMembers,
  build: '',
  setAllowInvalid: 'bool',
  setHelpText: 'text?',
  requireValueInList: 'any[] | any[] bool',
  requireValueInRange: 'Range | Range bool',
  requireCheckbox: ' | any | any any',
  withCriteria: 'DataValidationCriteria any[]',
};
for (const [member, [criteria, signature]] of Object.entries(SIMPLE)) {
  builderMembers[member] = signature;
  define(DataValidationBuilder.prototype, member, function (this: DataValidationBuilder, ...args: (Scalar | Date)[]) {
    return requireRule(this, criteria, args);
  });
}

/** A builder with Google's defaults: what breaks the rule is only marked (facts §5.7). */
export function newDataValidation(): DataValidationBuilder {
  return new DataValidationBuilder({
    criteria: null,
    args: [],
    range: null,
    allowInvalid: true,
    showDropdown: true,
    helpText: null,
  });
}

/** The rule as the engine keeps it: dates as serial days in the file's zone. */
export function ruleForEngine(rule: DataValidation): ValidationRule {
  const { criteria, args, range, allowInvalid, showDropdown, helpText } = rule[own];
  const spelt: ValidationRule = { criteria: criteria!, args: serials(args), allowInvalid, showDropdown, helpText };
  if (range)
    spelt.range = {
      sheetId: range.sheetId,
      rect: { row: range.row, col: range.col, rows: range.rows, cols: range.cols },
    };
  return spelt;
}

/** The engine's rule as scripts see it. */
export function ruleFromEngine(rule: ValidationRule): DataValidation {
  const dated = rule.criteria.startsWith('DATE_') && rule.args.some((arg) => typeof arg === 'number');
  const zone = dated ? read<[FileInfo]>({ get: 'file' })[0].timeZone : '';
  return new DataValidation({
    criteria: rule.criteria,
    args: rule.args.map((arg) => (dated && typeof arg === 'number' ? new Date(instantOfSerial(arg, zone)) : arg)),
    range: rule.range ? { sheetId: rule.range.sheetId, ...rule.range.rect } : null,
    allowInvalid: rule.allowInvalid,
    showDropdown: rule.showDropdown,
    helpText: rule.helpText,
  });
}

/** Dates among the values become serial days in the file's zone. */
export function serials(args: readonly (Scalar | Date)[]): Scalar[] {
  if (!args.some((arg) => arg instanceof Date)) return args as Scalar[];
  const [file] = read<[FileInfo]>({ get: 'file' });
  return args.map((arg) => (arg instanceof Date ? serialOfInstant(arg.getTime(), file.timeZone) : arg));
}

/** A criterion's value as a rule keeps it. */
export function toScalar(value: unknown): Scalar | Date {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date)
    return value;
  return String(value);
}

expose(DataValidationBuilder, 'SpreadsheetApp.DataValidationBuilder', builderMembers);
expose(DataValidation, 'SpreadsheetApp.DataValidation', readerMembers);
