/** Range: what its cells hold. Source: https://developers.google.com/apps-script/reference/spreadsheet/range */
import type { TypedOutput } from '../runtime/protocol';
import { read, write } from './book';
import { type CellValue, checkLength, checkSize, fromOutput, toInput } from './cell-input';
import { own } from './objects';
import type { Range } from './range';

/** The methods that the range's class gets from here. */
export const valueMethods = {
  getValues(this: Range): CellValue[][] {
    const { sheetId, ...rect } = this[own];
    return fromOutput(read<[TypedOutput[][]]>({ get: 'values', sheetId, rect })[0]);
  },
  getValue(this: Range): CellValue {
    return fromOutput(read<[TypedOutput[][]]>({ get: 'values', ...topLeft(this) })[0])[0]![0]!;
  },
  getDisplayValues(this: Range): string[][] {
    return read<[string[][]]>({ get: 'display', ...whole(this) })[0];
  },
  getDisplayValue(this: Range): string {
    return read<[string[][]]>({ get: 'display', ...topLeft(this) })[0][0]![0]!;
  },
  getFormulas(this: Range): string[][] {
    return read<[string[][]]>({ get: 'formulas', ...whole(this) })[0];
  },
  getFormula(this: Range): string {
    return read<[string[][]]>({ get: 'formulas', ...topLeft(this) })[0][0]![0]!;
  },
  getFormulasR1C1(this: Range): (string | null)[][] {
    const [formulas] = read<[string[][]]>({ get: 'formulasR1C1', ...whole(this) });
    return formulas.map((line) => line.map((formula) => formula || null));
  },
  getFormulaR1C1(this: Range): string | null {
    return read<[string[][]]>({ get: 'formulasR1C1', ...topLeft(this) })[0][0]![0]! || null;
  },

  setValue(this: Range, value: unknown): Range {
    write({ op: 'values', ...place(this), values: [[toInput(value)]] });
    return this;
  },
  setValues(this: Range, values: unknown[][]): Range {
    checkSize(values, this[own].rows, this[own].cols);
    write({ op: 'values', ...place(this), values: values.map((line) => line.map(toInput)) });
    return this;
  },
  setFormula(this: Range, formula: string | null): Range {
    write({ op: 'formulas', ...place(this), formulas: [[checkLength(formula ?? '')]], r1c1: false });
    return this;
  },
  /** A null clears its cell, as seen at Google. */
  setFormulas(this: Range, formulas: (string | null)[][]): Range {
    return setFormulaMatrix(this, formulas, false);
  },
  setFormulaR1C1(this: Range, formula: string | null): Range {
    write({ op: 'formulas', ...place(this), formulas: [[checkLength(formula ?? '')]], r1c1: true });
    return this;
  },
  setFormulasR1C1(this: Range, formulas: (string | null)[][]): Range {
    return setFormulaMatrix(this, formulas, true);
  },

  isBlank(this: Range): boolean {
    const [values, formulas] = read<[TypedOutput[][], string[][]]>(
      { get: 'values', ...whole(this) },
      { get: 'formulas', ...whole(this) },
    );
    return values.every((line, r) => line.every((value, c) => value === '' && formulas[r]![c] === ''));
  },
};

function setFormulaMatrix(range: Range, formulas: (string | null)[][], r1c1: boolean): Range {
  checkSize(formulas, range[own].rows, range[own].cols);
  write({
    op: 'formulas',
    ...place(range),
    formulas: formulas.map((line) => line.map((text) => checkLength(text ?? ''))),
    r1c1,
  });
  return range;
}

/** The range as the read requests want it. */
export function whole(range: Range): {
  sheetId: number;
  rect: { row: number; col: number; rows: number; cols: number };
} {
  const { sheetId, row, col, rows, cols } = range[own];
  return { sheetId, rect: { row, col, rows, cols } };
}

/** The range's first cell, which single getters speak of. */
export function topLeft(range: Range): {
  sheetId: number;
  rect: { row: number; col: number; rows: number; cols: number };
} {
  const { sheetId, row, col } = range[own];
  return { sheetId, rect: { row, col, rows: 1, cols: 1 } };
}

/** The range as the write ops want it. */
export function place(range: Range): { sheetId: number; row: number; col: number; rows: number; cols: number } {
  const { sheetId, row, col, rows, cols } = range[own];
  return { sheetId, row, col, rows, cols };
}

/** Signatures of the members above. */
export const valueMembers = {
  getValue: '',
  getValues: '',
  getDisplayValue: '',
  getDisplayValues: '',
  getFormula: '',
  getFormulas: '',
  getFormulaR1C1: '',
  getFormulasR1C1: '',
  setValue: 'any',
  setValues: 'any[][]',
  setFormula: 'str?',
  setFormulas: 'str?[][]',
  setFormulaR1C1: 'str?',
  setFormulasR1C1: 'str?[][]',
  isBlank: '',
} satisfies Record<keyof typeof valueMethods, string>;
