/** Range: data validation and checkboxes. Sources: facts §5.7; https://developers.google.com/apps-script/reference/spreadsheet/range */
import type { Rect, ValidationRule } from '../engine/engine';
import type { TypedOutput } from '../runtime/protocol';
import { read, write } from './book';
import { checkSize, toInput } from './cell-input';
import { type DataValidation, ruleForEngine, ruleFromEngine } from './data-validation';
import { own } from './objects';
import type { Range } from './range';
import { place, topLeft, whole } from './range-values';

/** The methods that the range's class gets from here. */
export const ruleMethods = {
  getDataValidations(this: Range): (DataValidation | null)[][] {
    const [rules] = read<[(ValidationRule | null)[][]]>({ get: 'validations', ...whole(this) });
    return rules.map((line) => line.map((rule) => rule && ruleFromEngine(rule)));
  },
  getDataValidation(this: Range): DataValidation | null {
    const [rules] = read<[(ValidationRule | null)[][]]>({ get: 'validations', ...topLeft(this) });
    const rule = rules[0]![0]!;
    return rule && ruleFromEngine(rule);
  },
  setDataValidation(this: Range, rule: DataValidation | null): Range {
    const { rows, cols } = this[own];
    const spelt = rule && ruleForEngine(rule);
    return writeRules(
      this,
      matrix(rows, cols, () => spelt),
    );
  },
  setDataValidations(this: Range, rules: (DataValidation | null)[][]): Range {
    checkSize(rules, this[own].rows, this[own].cols);
    return writeRules(
      this,
      rules.map((line) => line.map((rule) => rule && ruleForEngine(rule))),
    );
  },

  insertCheckboxes(this: Range, ...values: unknown[]): Range {
    const args = values.map(checkboxScalar);
    const rule: ValidationRule = {
      criteria: 'CHECKBOX',
      args,
      allowInvalid: true,
      showDropdown: false,
      helpText: null,
    };
    writeRules(
      this,
      matrix(this[own].rows, this[own].cols, () => rule),
    );
    const unchecked = values.length === 0 ? false : (args[1] ?? '');
    write({
      op: 'values',
      ...place(this),
      values: [[typeof unchecked === 'string' ? { text: unchecked } : unchecked]],
    });
    return this;
  },
  removeCheckboxes(this: Range): Range {
    eachCheckbox(this, (rect) => {
      const at = { sheetId: this[own].sheetId, row: rect.row, col: rect.col };
      write({ op: 'validations', ...at, rules: [[null]] });
      write({ op: 'values', ...at, rows: 1, cols: 1, values: [[null]] });
    });
    return this;
  },
  check(this: Range): Range {
    return tickAll(this, true);
  },
  uncheck(this: Range): Range {
    return tickAll(this, false);
  },
  isChecked(this: Range): boolean | null {
    const [rules, values] = read<[(ValidationRule | null)[][], TypedOutput[][]]>(
      { get: 'validations', ...whole(this) },
      { get: 'values', ...whole(this) },
    );
    const states = new Set<boolean | null>();
    for (const [r, line] of rules.entries()) {
      for (const [c, rule] of line.entries()) {
        if (rule?.criteria !== 'CHECKBOX') return null;
        const value = values[r]![c]!;
        if (value === checkedValue(rule, true)) states.add(true);
        else states.add(value === (checkedValue(rule, false) ?? '') ? false : null);
      }
    }
    return states.size === 1 ? [...states][0]! : null;
  },
};

function writeRules(range: Range, rules: (ValidationRule | null)[][]): Range {
  const { sheetId, row, col } = range[own];
  write({ op: 'validations', sheetId, row, col, rules });
  return range;
}

function tickAll(range: Range, checked: boolean): Range {
  eachCheckbox(range, (rect, rule) => {
    const value = checkedValue(rule, checked);
    const input = typeof value === 'string' ? { text: value } : value;
    write({ op: 'values', sheetId: range[own].sheetId, ...rect, values: [[input]] });
  });
  return range;
}

function eachCheckbox(range: Range, act: (rect: Rect, rule: ValidationRule) => void): void {
  const { row, col } = range[own];
  const [rules] = read<[(ValidationRule | null)[][]]>({ get: 'validations', ...whole(range) });
  for (const [r, line] of rules.entries()) {
    for (const [c, rule] of line.entries()) {
      if (rule?.criteria === 'CHECKBOX') act({ row: row + r, col: col + c, rows: 1, cols: 1 }, rule);
    }
  }
}

/** The same thing for each cell of a range. */
export function matrix<T>(rows: number, cols: number, make: () => T): T[][] {
  return Array.from({ length: rows }, () => Array.from({ length: cols }, make));
}

function checkboxScalar(value: unknown): string | number | boolean {
  const input = toInput(value);
  if (input === null) return '';
  return typeof input === 'object' ? String(value) : input;
}

function checkedValue(rule: ValidationRule, checked: boolean): string | number | boolean | null {
  if (rule.args.length === 0) return checked;
  return checked ? rule.args[0]! : (rule.args[1] ?? null);
}

/** Signatures of the members above. */
export const ruleMembers = {
  getDataValidation: '',
  getDataValidations: '',
  setDataValidation: 'DataValidation?',
  setDataValidations: 'any[][]',
  insertCheckboxes: ' | any | any any',
  removeCheckboxes: '',
  check: '',
  uncheck: '',
  isChecked: '',
} satisfies Record<keyof typeof ruleMethods, string>;
