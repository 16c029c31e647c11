import { isMonthKey, type MonthKey } from '../../core/shared/month';
import { cellText, ODD, type RawCell } from '../grid/cells';
import { Columns } from '../grid/columns';
import { itemKey, KEY, VISIBLE as VISIBLE_COUNT } from '../grid/grid';
import { COLUMNS, HIDDEN } from '../grid/hidden';
import { COPY } from '../grid/own-cells';
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
  /** The same as they stand on the sheet, whatever the repair has in mind. */
  ownValues: readonly RawCell[];
  /** In the letters of a fresh tab, as the add-on plans them. */
  formulas: string[];
  /** As they stand on the sheet. */
  ownFormulas: string[];
  /** The values as text, trimmed. */
  texts: string[];
  /** Something stands in a column that is none of the grid's. */
  foreign: boolean;
  /** What the month's plan has for this row; null for rows that it knows nothing of. */
  planned: PlannedRow | null;
  /** Cells to write, by column. */
  writes: Map<number, { value: RawCell; plain: boolean }>;
  /** It needs its look: added by the repair, made of another kind of row, or with a look that is wrong. */
  dress: boolean;
  /** All its cells are written at once: it is new, or an empty row that was there. */
  isAdded: boolean;
  /** It goes, once everything else is in its place. */
  doomed: boolean;
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
    const foreign = columns.foreign.some((col) => {
      const cell = row[col - 1];
      return (cell !== '' && cell !== null && cell !== undefined) || (cells.formulas[index]?.[col - 1] ?? '') !== '';
    });
    return {
      ...blankLine(),
      origin: index + 1,
      foreign,
      ...said(values, zone),
      ownValues: values,
      formulas: ownFormulas.map((formula) => (formula === '' ? '' : stands.canonical(formula))),
      ownFormulas,
    };
  });
}

/** What a row's cells say, with its key and month as they stand there. */
export function said(values: RawCell[], zone: string): Pick<Line, 'values' | 'texts' | 'key' | 'month'> {
  const month = values[HIDDEN.month - 1];
  const texts = values.map((value) => cellText(value, zone));
  return { values, texts, key: texts[HIDDEN.key - 1] as string, month: isMonthKey(month) ? month : null };
}

/** A row that the repair adds; `cells` by column, as they are to be written. */
export function addedLine(key: string, month: MonthKey | null, cells: Partial<Record<number, RawCell>> = {}): Line {
  const line = { ...blankLine(), key, month, dress: true, isAdded: true };
  for (const [col, value] of Object.entries(cells)) {
    line.values[Number(col) - 1] = value;
    line.texts[Number(col) - 1] = String(value ?? '').replace(/^'/, '');
  }
  return line;
}

function blankLine(): Line {
  const blank = () => Array.from({ length: COLUMNS }, () => '');
  return {
    origin: 0,
    key: '',
    month: null,
    values: blank(),
    ownValues: blank(),
    formulas: blank(),
    ownFormulas: blank(),
    texts: blank(),
    foreign: false,
    planned: null,
    writes: new Map(),
    dress: false,
    isAdded: false,
    doomed: false,
  };
}

/** Does a cell hold anything, a formula and a picture counted? `col` is of the grid. */
export function isFilled(line: Line, col: number): boolean {
  return line.texts[col - 1] !== '' || line.formulas[col - 1] !== '' || line.values[col - 1] === ODD;
}

/** The columns that people see and type into. */
export const VISIBLE: readonly number[] = Array.from({ length: VISIBLE_COUNT }, (_, n) => n + 1);

/** True when a person would see nothing in the row. */
export function isBlankLine(line: Line): boolean {
  return VISIBLE.every((col) => !isFilled(line, col));
}

/** An empty row without a key, that nobody has a use for. */
export function isFree(line: Line): boolean {
  return line.origin > 0 && line.key === '' && !line.foreign && isBlankLine(line);
}

export type LineKind = 'none' | 'head' | 'band' | 'frame' | 'item' | 'gap' | 'copy';

/** What a key says about its row; 'none' when it is no key at all. */
export function kindOf(key: string): LineKind {
  if (key === KEY.band) return 'band';
  if (key === KEY.gap) return 'gap';
  if (key === COPY) return 'copy';
  if (key.startsWith(`${KEY.head}:`)) return 'head';
  if (key === KEY.focus || key === KEY.end || /^(section|header|text|sum):\w+$/.test(key)) return 'frame';
  return isItemKey(key) ? 'item' : 'none';
}

/** An item's key has no blanks: a text that looks like one, as "Re: Acme", is none. */
export function isItemKey(key: string): boolean {
  return /^\w+:[\w-]+$/.test(key) && itemKey(key) !== null;
}

/** Section id of an item's key, "todo" and "grow" for those; '' for keys that are none. */
export function prefixOf(key: string): string {
  return isItemKey(key) ? (itemKey(key)?.section ?? '') : '';
}

/** A row's key and month in the sheet. */
export function setKey(line: Line, key: string, month: MonthKey | null): void {
  line.key = key;
  line.month = month;
  line.writes.set(HIDDEN.key, { value: key, plain: false });
  line.writes.set(HIDDEN.month, { value: key === '' ? '' : (month ?? ''), plain: false });
}
