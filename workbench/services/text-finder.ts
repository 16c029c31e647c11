/**
 * TextFinder. Source: https://developers.google.com/apps-script/reference/spreadsheet/text-finder
 * It looks at what cells show; matchFormulaText also at formulas.
 */
import type { TypedOutput } from '../runtime/protocol';
import { contentBounds, read, write } from './book';
import { expose } from './members';
import { type GridRange, newRange, own } from './objects';
import type { Range } from './range';

interface Cell {
  range: GridRange;
  shown: string;
  formula: string;
  isText: boolean;
}

interface FinderState {
  text: string;
  /** Where to look; whole sheets have all rows and columns and are cut to their content. */
  areas: GridRange[];
  matchCase: boolean;
  entireCell: boolean;
  formulaText: boolean;
  regularExpression: boolean;
  ignoreDiacritics: boolean;
  /** The cell to start after. */
  start: GridRange | null;
  match: GridRange | null;
}

export class TextFinder {
  readonly [own]: FinderState;

  constructor(text: string, areas: GridRange[]) {
    this[own] = {
      text,
      areas,
      matchCase: false,
      entireCell: false,
      formulaText: false,
      regularExpression: false,
      ignoreDiacritics: false,
      start: null,
      match: null,
    };
  }

  matchCase(value: boolean): TextFinder {
    this[own].matchCase = value;
    return this;
  }
  matchEntireCell(value: boolean): TextFinder {
    this[own].entireCell = value;
    return this;
  }
  matchFormulaText(value: boolean): TextFinder {
    this[own].formulaText = value;
    return this;
  }
  useRegularExpression(value: boolean): TextFinder {
    this[own].regularExpression = value;
    return this;
  }
  ignoreDiacritics(value: boolean): TextFinder {
    this[own].ignoreDiacritics = value;
    return this;
  }
  startFrom(range: Range): TextFinder {
    this[own].start = range[own];
    this[own].match = null;
    return this;
  }

  findAll(): Range[] {
    return this.#matches().map((cell) => newRange(cell.range));
  }
  findNext(): Range | null {
    return this.#step(1);
  }
  findPrevious(): Range | null {
    return this.#step(-1);
  }
  getCurrentMatch(): Range | null {
    const { match } = this[own];
    return match && newRange(match);
  }

  replaceWith(replacement: string): number {
    const { match } = this[own];
    const cell = match && this.#matches().find((one) => sameCell(one.range, match));
    return cell ? this.#replaceIn(cell, replacement) : 0;
  }
  replaceAllWith(replacement: string): number {
    return this.#matches().reduce((sum, cell) => sum + this.#replaceIn(cell, replacement), 0);
  }

  #step(direction: 1 | -1): Range | null {
    const found = this.#matches();
    const state = this[own];
    if (found.length === 0) {
      state.match = null;
      return null;
    }
    const from = state.match ?? state.start;
    const order = direction === 1 ? found : [...found].reverse();
    const next = from && order.find((cell) => isAfter(cell.range, from, direction, state.areas));
    state.match = (next ?? order[0]!).range;
    return newRange(state.match);
  }

  #matches(): Cell[] {
    const pattern = patternOf(this[own], false);
    const { formulaText, ignoreDiacritics } = this[own];
    return cellsOf(this[own].areas).filter((cell) => {
      const text = formulaText && cell.formula !== '' ? cell.formula : cell.shown;
      return text !== '' && pattern.test(ignoreDiacritics ? withoutMarks(text) : text);
    });
  }

  /** Replaces within one cell; formulas only when they are what was searched. */
  #replaceIn(cell: Cell, replacement: string): number {
    const { formulaText, entireCell, regularExpression } = this[own];
    if (cell.formula !== '' && !formulaText) return 0;
    const old = cell.formula !== '' ? cell.formula : cell.shown;
    let count = 0;
    const pattern = patternOf(this[own], true);
    const value =
      entireCell && !regularExpression
        ? replacement
        : old.replace(pattern, (whole: string, ...groups: unknown[]) => {
            count++;
            if (!regularExpression) return replacement;
            return replacement.replace(/\$(\d)/g, (_, digit: string) =>
              digit === '0' ? whole : String(groups[Number(digit) - 1] ?? ''),
            );
          });
    write({ op: 'values', ...cell.range, values: [[value]] });
    return Math.max(1, count);
  }
}

function cellsOf(areas: readonly GridRange[]): Cell[] {
  return areas.flatMap((area) => {
    const { lastRow, lastCol } = contentBounds(area.sheetId);
    const rows = Math.min(area.rows, lastRow - area.row + 1);
    const cols = Math.min(area.cols, lastCol - area.col + 1);
    if (rows < 1 || cols < 1) return [];
    const where = { sheetId: area.sheetId, rect: { row: area.row, col: area.col, rows, cols } };
    const [shown, formulas, values] = read<[string[][], string[][], TypedOutput[][]]>(
      { get: 'display', ...where },
      { get: 'formulas', ...where },
      { get: 'values', ...where },
    );
    return shown.flatMap((line, r) =>
      line.map((text, c) => ({
        range: { sheetId: area.sheetId, row: area.row + r, col: area.col + c, rows: 1, cols: 1 },
        shown: text,
        formula: formulas[r]![c]!,
        isText: typeof values[r]![c] === 'string',
      })),
    );
  });
}

function patternOf(state: FinderState, all: boolean): RegExp {
  const text = state.ignoreDiacritics ? withoutMarks(state.text) : state.text;
  const source = state.regularExpression ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(state.entireCell ? `^(?:${source})$` : source, `${state.matchCase ? '' : 'i'}${all ? 'g' : ''}`);
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

function sameCell(a: GridRange, b: GridRange): boolean {
  return a.sheetId === b.sheetId && a.row === b.row && a.col === b.col;
}

function isAfter(cell: GridRange, from: GridRange, direction: 1 | -1, areas: readonly GridRange[]): boolean {
  const sheetOf = (range: GridRange) => areas.findIndex((area) => area.sheetId === range.sheetId);
  const order = sheetOf(cell) - sheetOf(from) || cell.row - from.row || cell.col - from.col;
  return order * direction > 0;
}

expose(TextFinder, 'SpreadsheetApp.TextFinder', {
  matchCase: 'bool',
  matchEntireCell: 'bool',
  matchFormulaText: 'bool',
  useRegularExpression: 'bool',
  ignoreDiacritics: 'bool',
  startFrom: 'Range',
  findAll: '',
  findNext: '',
  findPrevious: '',
  getCurrentMatch: '',
  replaceWith: 'text',
  replaceAllWith: 'text',
});
