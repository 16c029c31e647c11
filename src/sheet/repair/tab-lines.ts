import { isMonthKey, type MonthKey } from '../../core/shared/month';
import { cellText, ODD, type RawCell } from '../grid/cells';
import { Columns } from '../grid/columns';
import { COL, itemKey, KEY } from '../grid/grid';
import { COLUMNS, HIDDEN } from '../grid/hidden';
import type { PlannedRow } from '../month/plan';
import type { ColumnCheck, TabCells } from './check-columns';

/** One row of a tab while a repair is being worked out: as read, and what is to become of it. */
export interface Line {
  /** Sheet row as read, 1-based; 0 for a row that the repair adds. */
  origin: number;
  /** As it should be; differs from the cell when the repair rewrites it. */
  key: string;
  month: MonthKey | null;
  /** All columns of the grid, whatever the columns' order on the sheet. */
  values: RawCell[];
  /** In the letters of a fresh tab, as the add-on plans them. */
  formulas: string[];
  /** As they stand on the sheet. */
  ownFormulas: string[];
  /** The values as text, trimmed. */
  texts: string[];
  /** Something stands in a column that is none of the grid's. */
  foreign: boolean;
  /** For rows that the repair adds: what they hold. */
  planned: PlannedRow | null;
  /** Cells to write, by column. */
  writes: Map<number, { value: RawCell; plain: boolean }>;
  /** The look that the row should get. */
  dress: PlannedRow | null;
}

/** A tab's rows, with the columns put in order. Trailing empty rows are left out. */
export function linesOf(cells: TabCells, columns: ColumnCheck, zone: string): Line[] {
  const stands = new Columns(columns.order);
  return cells.values.map((row, index) => {
    const at = (n: number) => columns.order[n] as number;
    const values = Array.from({ length: COLUMNS }, (_, n) => (at(n) > 0 ? (row[at(n) - 1] ?? '') : ''));
    const ownFormulas = Array.from({ length: COLUMNS }, (_, n) =>
      at(n) > 0 ? (cells.formulas[index]?.[at(n) - 1] ?? '') : '',
    );
    const formulas = ownFormulas.map((formula) => stands.canonical(formula));
    const texts = values.map((value) => cellText(value, zone));
    const month = values[HIDDEN.month - 1];
    return {
      origin: index + 1,
      key: texts[HIDDEN.key - 1] as string,
      month: isMonthKey(month) ? month : null,
      values,
      formulas,
      ownFormulas,
      texts,
      foreign: columns.foreign.some((col) => {
        const cell = row[col - 1];
        return (cell !== '' && cell !== null && cell !== undefined) || (cells.formulas[index]?.[col - 1] ?? '') !== '';
      }),
      planned: null,
      writes: new Map(),
      dress: null,
    };
  });
}

/** A row that the repair adds. */
export function newLine(planned: PlannedRow): Line {
  const month = planned.values[HIDDEN.month - 1];
  const formulas = planned.values.map((value) => (typeof value === 'string' && value.startsWith('=') ? value : ''));
  return {
    origin: 0,
    key: String(planned.values[HIDDEN.key - 1]),
    month: isMonthKey(month) ? month : null,
    values: [...planned.values],
    formulas,
    ownFormulas: formulas,
    texts: planned.values.map((value) => String(value ?? '').replace(/^'/, '')),
    foreign: false,
    planned,
    writes: new Map(),
    dress: null,
  };
}

/** Does a cell hold anything, a formula and a picture counted? `col` is of the grid. */
export function isFilled(line: Line, col: number): boolean {
  return line.texts[col - 1] !== '' || line.formulas[col - 1] !== '' || line.values[col - 1] === ODD;
}

/** The columns that people see and type into. */
export const VISIBLE: readonly number[] = [
  COL.who,
  COL.when,
  COL.why,
  COL.amount,
  COL.status,
  COL.moved,
  COL.since,
  COL.next,
];

/** True when a person would see nothing in the row. */
export function isBlankLine(line: Line): boolean {
  return VISIBLE.every((col) => !isFilled(line, col));
}

/** Key of rows that are a copy of a month: they stay, outside of the record. */
export const COPY_KEY = 'copy';

export type LineKind = 'none' | 'band' | 'frame' | 'item' | 'gap' | 'copy';

/** What a key says about its row; 'none' when it is no key at all. */
export function kindOf(key: string): LineKind {
  if (key === KEY.band) return 'band';
  if (key === KEY.gap) return 'gap';
  if (key === COPY_KEY) return 'copy';
  if (key === KEY.focus || key === KEY.end || /^(section|header|text|sum):./.test(key)) return 'frame';
  return itemKey(key) ? 'item' : 'none';
}
