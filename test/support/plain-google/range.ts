/** A range of a plain tab: values, formulas, looks. Any setter of looks is taken and kept cell by cell. */
import type { RawCell } from '../../../src/sheet/grid/cells';
import { a1 } from '../../../src/sheet/grid/grid';
import type { PlainCell } from './cells';
import { relative } from './formulas';
import { headResult } from './head-formulas';
import { described } from './recorder';
import type { PlainTab } from './tab';

type Look = Record<string, unknown>;

const DEFAULTS: Record<string, unknown> = {
  Background: '#ffffff',
  NumberFormat: 'General',
  Note: '',
  DataValidation: null,
};
const SIDES = ['top', 'left', 'bottom', 'right', 'vertical', 'horizontal'] as const;

export function plainRange(tab: PlainTab, row: number, col: number, rows = 1, cols = 1): object {
  const { cells } = tab;
  const whole = [row, col, rows, cols];
  if (!whole.every(Number.isInteger) || Math.min(...whole) < 1) throw new Error(`no range ${whole} on ${tab.name}`);
  if (row + rows - 1 > cells.height || col + cols - 1 > cells.width)
    throw new Error(`the range ${whole} is outside of ${tab.name}, ${cells.height} × ${cells.width}`);
  const matrix = <T>(of: (row: number, col: number) => T) =>
    Array.from({ length: rows }, (_, r) => Array.from({ length: cols }, (_, c) => of(row + r, col + c)));
  const each = (act: (cell: PlainCell, r: number, c: number) => void) => {
    for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) act(cells.at(row + r, col + c), r, c);
    return self;
  };
  const fits = (given: unknown[][]) => {
    if (given.length !== rows || given.some((line) => line.length !== cols))
      throw new Error(`a matrix of ${given.length} × ${given[0]?.length} for ${rows} × ${cols} cells`);
    return given;
  };
  const valueAt = (r: number, c: number) => headResult(tab, cells.peek(r, c)?.formula ?? '') ?? cells.value(r, c);
  const own = {
    getValues: () => matrix(valueAt),
    getValue: () => valueAt(row, col),
    getFormulas: () => matrix((r, c) => cells.peek(r, c)?.formula ?? ''),
    getRow: () => row,
    getLastRow: () => row + rows - 1,
    getColumn: () => col,
    getLastColumn: () => col + cols - 1,
    getNumRows: () => rows,
    getNumColumns: () => cols,
    getSheet: () => tab.sheet,
    getA1Notation: () => `${a1(row, col)}${rows * cols === 1 ? '' : `:${a1(row + rows - 1, col + cols - 1)}`}`,
    canEdit: () => tab.book.canEdit(tab),
    setValues(given: unknown[][]) {
      tab.book.spend();
      return eachOf(fits(given));
    },
    setValue(given: unknown) {
      tab.book.spend();
      return eachOf(matrix(() => given));
    },
    setFormula(given: string) {
      tab.book.spend();
      return eachOf(matrix(() => given));
    },
    setRichTextValue: (given: { getText(): string }) => own.setRichTextValues(matrix(() => given)),
    setRichTextValues(given: ({ getText(): string } | null)[][]) {
      tab.book.spend();
      fits(given);
      return each((cell, r, c) => {
        const text = given[r]![c];
        if (!text) return;
        Object.assign(cell, { value: text.getText(), formula: '' });
        cell.looks = { ...cell.looks, RichText: described(text) };
      });
    },
    clearContent: () => each((cell) => void Object.assign(cell, { value: '', formula: '' })),
    clearFormat: () =>
      each((cell) => {
        const { DataValidation, Note } = cell.looks;
        cell.looks = { ...(DataValidation ? { DataValidation } : {}), ...(Note ? { Note } : {}) };
      }),
    clearDataValidations: () =>
      each((cell) => {
        cell.looks = without(cell.looks, 'DataValidation');
      }),
    setBorder(...[top, left, bottom, right, vertical, horizontal, color, style]: unknown[]) {
      const given = { top, left, bottom, right, vertical, horizontal };
      return each((cell, r, c) => {
        const edges: Record<string, (typeof SIDES)[number]> = {
          top: r === 0 ? 'top' : 'horizontal',
          bottom: r === rows - 1 ? 'bottom' : 'horizontal',
          left: c === 0 ? 'left' : 'vertical',
          right: c === cols - 1 ? 'right' : 'vertical',
        };
        for (const [edge, by] of Object.entries(edges)) {
          const on = given[by];
          if (on === true) cell.looks = { ...cell.looks, [`border ${edge}`]: `${color} ${style}` };
          else if (on === false) cell.looks = without(cell.looks, `border ${edge}`);
        }
      });
    },
    mergeAcross() {
      for (let r = 0; r < rows; r++) tab.merge({ row: row + r, col, rows: 1, cols });
      return self;
    },
    merge() {
      tab.merge({ row, col, rows, cols });
      return self;
    },
    breakApart() {
      cells.merges = cells.merges.filter((one) => !meets(one));
      return self;
    },
    getMergedRanges: () =>
      cells.merges.filter(meets).map((one) => plainRange(tab, one.row, one.col, one.rows, one.cols)),
    shiftRowGroupDepth: (by: number) => eachRow((line) => ({ ...line, depth: Number(line.depth ?? 0) + by })),
    collapseGroups: () => eachRow((line) => ({ ...line, folded: true })),
    copyTo(
      target: {
        getRow(): number;
        getColumn(): number;
        getNumRows(): number;
        getNumColumns(): number;
        getSheet(): { getSheetId(): number };
      },
      type: string,
    ) {
      const there = tab.book.tabs.find(({ id }) => id === target.getSheet().getSheetId());
      if (!there || (there !== tab) !== (type === 'PASTE_NORMAL')) throw new Error(`NotImplemented: copyTo ${type}`);
      there.version++;
      const [top, left] = [target.getRow(), target.getColumn()];
      for (let r = 0; r < Math.max(rows, target.getNumRows()); r++)
        for (let c = 0; c < Math.max(cols, target.getNumColumns()); c++)
          copyLook(cells.at(row + (r % rows), col + (c % cols)), there.cells.at(top + r, left + c), type);
      if (type !== 'PASTE_NORMAL') return;
      for (const one of cells.merges.filter(meets))
        there.merge({ ...one, row: one.row - row + top, col: one.col - col + left });
    },
    /** By a column of numbers; formulas of a row move along. */
    sort(by: number) {
      tab.book.spend();
      const lines = Array.from({ length: rows }, (_, r) => ({
        line: cells.rows[row - 1 + r]!,
        key: Number(cells.value(row + r, by)),
        from: row + r,
      }));
      lines.sort((a, b) => a.key - b.key);
      lines.forEach(({ line, from }, r) => {
        const to = row + r;
        cells.rows[to - 1] = line;
        for (const cell of line) if (cell?.formula) cell.formula = stepped(cell.formula, from, to);
      });
      return self;
    },
    activate: () => self,
  };
  const eachOf = (given: unknown[][]) => {
    given.forEach((line, r) => {
      line.forEach((one, c) => {
        cells.put(row + r, col + c, one);
      });
    });
    return self;
  };
  const meets = (one: { row: number; col: number; rows: number; cols: number }) =>
    one.row < row + rows && row < one.row + one.rows && one.col < col + cols && col < one.col + one.cols;
  const eachRow = (act: (line: Look) => Look) => {
    for (let n = row; n < row + rows; n++) cells.rowLines[n - 1] = act(cells.rowLines[n - 1] ?? {}) as never;
    return self;
  };
  /** setFontColor, setFontColors, getFontColors and their like. */
  const looksBy = (name: string) => {
    const [, verb, what = '', many] = /^(get|set)(.*?)(s?)$/.exec(name) ?? [];
    if (verb === 'set')
      return (given: unknown) => {
        const all = many ? fits(given as unknown[][]) : matrix(() => given);
        return each((cell, r, c) => {
          const look = all[r]![c];
          const isNone = look === null || look === undefined || look === DEFAULTS[what];
          cell.looks = isNone ? without(cell.looks, what) : { ...cell.looks, [what]: look };
        });
      };
    if (verb === 'get' && what in DEFAULTS) {
      const of = (r: number, c: number) => cells.peek(r, c)?.looks[what] ?? DEFAULTS[what];
      return many ? () => matrix(of) : () => of(row, col);
    }
    throw new Error(`NotImplemented: Range.${name}`);
  };
  const self: object = new Proxy(own, {
    get(target, name) {
      if (typeof name === 'string' && !/^(get|canEdit|activate)/.test(name)) tab.version++;
      if (typeof name === 'string' && /^(get(Value|Formula)|canEdit|set|clear|copyTo)/.test(name)) tab.book.calls++;
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name);
      return name === 'toJSON' || name === 'then' ? undefined : looksBy(name);
    },
  });
  return self;
}

/** Looks are never changed in place: what is known of them stays true. */
function without(looks: Look, name: string): Look {
  if (!(name in looks)) return looks;
  const { [name]: _, ...others } = looks;
  return others;
}

function copyLook(from: PlainCell, to: PlainCell, type: string): void {
  if (type === 'PASTE_NORMAL') {
    Object.assign(to, { value: from.value, formula: from.formula, looks: from.looks });
    return;
  }
  const { DataValidation, Note, ...format } = from.looks;
  if (type === 'PASTE_DATA_VALIDATION') {
    to.looks = DataValidation ? { ...to.looks, DataValidation } : without(to.looks, 'DataValidation');
    return;
  }
  if (type !== 'PASTE_FORMAT') throw new Error(`NotImplemented: Range.copyTo ${type}`);
  const { DataValidation: list, Note: note } = to.looks;
  to.looks = { ...format, ...(list ? { DataValidation: list } : {}), ...(note ? { Note: note } : {}) };
}

/** A row's formula in another row: what is relative goes along. */
function stepped(formula: string, from: number, to: number): string {
  return relative(formula, from).replace(/(\$?)\[(-?\d+)\]/g, (_, fixed: string, step: string) =>
    fixed ? `$${Number(step) + from}` : String(Number(step) + to),
  );
}

/** What stands in a cell, for a dump. */
export function cellText(cell: PlainCell | undefined, row: number): string {
  if (!cell) return '';
  if (cell.formula) return relative(cell.formula, row);
  const { value } = cell as { value: RawCell };
  return typeof value === 'string' ? value.replace(/\n/g, '⏎') : `#${String(value)}`;
}
