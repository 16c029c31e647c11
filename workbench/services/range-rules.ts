/** Range: data validation and checkboxes. Sources: facts §5.7; https://developers.google.com/apps-script/reference/spreadsheet/range */
import type { Rect, ValidationRule } from '../engine/engine';
import type { TypedOutput } from '../runtime/protocol';
import { read, write } from './book';
import { checkSize, toInput } from './cell-input';
import { type DataValidation, ruleForEngine, ruleFromEngine } from './data-validation';
import { own } from './objects';
import type { Range } from './range';
import { RangeSurroundings } from './range-surroundings';
import { place, topLeft, whole } from './range-values';

export class RangeRules extends RangeSurroundings {
  getDataValidations(): (DataValidation | null)[][] {
    const [rules] = read<[(ValidationRule | null)[][]]>({ get: 'validations', ...whole(this) });
    return rules.map((line) => line.map((rule) => rule && ruleFromEngine(rule)));
  }
  getDataValidation(): DataValidation | null {
    const [rules] = read<[(ValidationRule | null)[][]]>({ get: 'validations', ...topLeft(this) });
    const rule = rules[0]![0]!;
    return rule && ruleFromEngine(rule);
  }
  setDataValidation(rule: DataValidation | null): Range {
    const { rows, cols } = this[own];
    const spelt = rule && ruleForEngine(rule);
    return this.#writeRules(matrix(rows, cols, () => spelt));
  }
  setDataValidations(rules: (DataValidation | null)[][]): Range {
    checkSize(rules, this[own].rows, this[own].cols);
    return this.#writeRules(rules.map((line) => line.map((rule) => rule && ruleForEngine(rule))));
  }
  #writeRules(rules: (ValidationRule | null)[][]): Range {
    const { sheetId, row, col } = this[own];
    write({ op: 'validations', sheetId, row, col, rules });
    return this as unknown as Range;
  }

  insertCheckboxes(...values: unknown[]): Range {
    const args = values.map(checkboxScalar);
    const rule: ValidationRule = {
      criteria: 'CHECKBOX',
      args,
      allowInvalid: true,
      showDropdown: false,
      helpText: null,
    };
    this.#writeRules(matrix(this[own].rows, this[own].cols, () => rule));
    const unchecked = values.length === 0 ? false : (args[1] ?? '');
    write({
      op: 'values',
      ...place(this),
      values: [[typeof unchecked === 'string' ? { text: unchecked } : unchecked]],
    });
    return this as unknown as Range;
  }
  removeCheckboxes(): Range {
    this.#eachCheckbox((rect) => {
      const at = { sheetId: this[own].sheetId, row: rect.row, col: rect.col };
      write({ op: 'validations', ...at, rules: [[null]] });
      write({ op: 'values', ...at, rows: 1, cols: 1, values: [[null]] });
    });
    return this as unknown as Range;
  }
  check(): Range {
    return this.#tickAll(true);
  }
  uncheck(): Range {
    return this.#tickAll(false);
  }
  #tickAll(checked: boolean): Range {
    this.#eachCheckbox((rect, rule) => {
      const value = checkedValue(rule, checked);
      const input = typeof value === 'string' ? { text: value } : value;
      write({ op: 'values', sheetId: this[own].sheetId, ...rect, values: [[input]] });
    });
    return this as unknown as Range;
  }
  isChecked(): boolean | null {
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
  }
  #eachCheckbox(act: (rect: Rect, rule: ValidationRule) => void): void {
    const { row, col } = this[own];
    const [rules] = read<[(ValidationRule | null)[][]]>({ get: 'validations', ...whole(this) });
    for (const [r, line] of rules.entries()) {
      for (const [c, rule] of line.entries()) {
        if (rule?.criteria === 'CHECKBOX') act({ row: row + r, col: col + c, rows: 1, cols: 1 }, rule);
      }
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
};
