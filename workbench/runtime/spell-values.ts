/** What a script puts into cells, spelt out for the engine: typed texts and dates by the file's locale and zone. */
import type { CellImageState, CellInput, CellStyle, Engine, FileInfo, WriteOp } from '../engine/engine';
import { localeFacts } from '../values/locale-facts';
import { isGeneral } from '../values/number-pattern';
import { type Entered, parseUserEntered } from '../values/user-entered';
import { serialOfInstant } from '../values/zoned-time';
import { formulaFor, formulaInput } from './formula-spelling';
import type { ServiceOp, TypedInput } from './protocol';

type ValuesOp = Extract<ServiceOp, { op: 'values' }>;
type FormulasOp = Extract<ServiceOp, { op: 'formulas' }>;

/** The file's locale, and the year in its zone, which dates typed without one mean. */
export interface TypingPlace {
  locale: string;
  year: number;
}

/** Whether what comes of the values depends on the cells' formats; most texts are read alike in any cell. */
export function valuesNeedFormats(op: ValuesOp, place: TypingPlace): boolean {
  return op.values.some((line) => line.some((value) => needsFormat(value, place)));
}

function needsFormat(value: TypedInput, place: TypingPlace): boolean {
  if (typeof value === 'string') {
    if (value === '') return false;
    const entered = parseUserEntered(value, place);
    return entered.kind !== 'text' || entered.value !== value;
  }
  return typeof value === 'object' && value !== null && 'date' in value;
}

/** The cells, and the number formats that unformatted ones get along with dates, percents and currencies. */
export function spellValues(engine: Engine, op: ValuesOp, place: TypingPlace): WriteOp[] {
  const file = engine.file();
  const height = op.values.length;
  const width = op.values[0]!.length;
  const rect = { row: op.row, col: op.col, rows: op.rows, cols: op.cols };
  const styles = valuesNeedFormats(op, place) ? engine.styles(op.sheetId, rect) : [];
  const looks: (CellStyle | null)[][] = grid(op.rows, op.cols, () => null);
  let looked = false;
  const cells = grid(op.rows, op.cols, (r, c): CellInput => {
    const pattern = styles[r]?.[c]?.numberFormat ?? null;
    const value = op.values[r % height]![c % width]!;
    const spelt = spellOne(value, { ...place, pattern }, file);
    if (spelt.format && isGeneral(pattern)) {
      looks[r]![c] = { numberFormat: spelt.format };
      looked = true;
    }
    if (spelt.image) return { image: spelt.image };
    if (spelt.formula === undefined) return { v: spelt.v ?? null };
    const here = { row: op.row + r, col: op.col + c };
    const from = height === 1 && width === 1 ? op : here;
    return formulaInput(formulaFor(spelt.formula, false, from, here), file.locale);
  });
  const at = { sheetId: op.sheetId, row: op.row, col: op.col };
  const ops: WriteOp[] = [{ op: 'cells', ...at, cells }];
  if (looked) ops.push({ op: 'styles', ...at, styles: looks });
  return ops;
}

/** Formulas in the file's spelling or in R1C1; one for a whole range moves along from cell to cell. */
export function spellFormulas(engine: Engine, op: FormulasOp): WriteOp {
  const { locale } = engine.file();
  const single = op.formulas.length === 1 && op.formulas[0]!.length === 1;
  const cells = grid(op.rows, op.cols, (r, c): CellInput => {
    const text = op.formulas[r % op.formulas.length]![c % op.formulas[0]!.length]!;
    if (text === '') return { v: null };
    const here = { row: op.row + r, col: op.col + c };
    return formulaInput(formulaFor(text, op.r1c1, single ? op : here, here), locale);
  });
  return { op: 'cells', sheetId: op.sheetId, row: op.row, col: op.col, cells };
}

interface Spelt {
  image?: CellImageState;
  v?: string | number | boolean | null;
  formula?: string;
  format?: string;
}

function spellOne(value: TypedInput, place: TypingPlace & { pattern: string | null }, file: FileInfo): Spelt {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return { v: value };
  if (typeof value === 'object') {
    if ('image' in value) return { image: value.image };
    if ('text' in value) return { v: value.text };
    const serial = serialOfInstant(value.date, file.timeZone);
    const { datePattern } = localeFacts(file.locale);
    return { v: serial, format: Number.isInteger(serial) ? datePattern : `${datePattern} H:mm:ss` };
  }
  const entered: Entered = parseUserEntered(value, place);
  switch (entered.kind) {
    case 'blank':
      return { v: null };
    case 'formula':
      return { formula: entered.value };
    case 'number':
      return entered.format === undefined ? { v: entered.value } : { v: entered.value, format: entered.format };
    default:
      return { v: entered.value };
  }
}

function grid<T>(rows: number, cols: number, make: (row: number, col: number) => T): T[][] {
  return Array.from({ length: rows }, (_, r) => Array.from({ length: cols }, (_, c) => make(r, c)));
}
