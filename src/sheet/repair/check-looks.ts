import type { Field } from '../../core/shared/fields';
import type { MonthKey } from '../../core/shared/month';
import type { GridLook } from '../grid/formats';
import { COL, FIELD_COL, KEY, VISIBLE as VISIBLE_COUNT } from '../grid/grid';
import { lookOf } from '../month/look';
import type { PlannedRow } from '../month/plan';
import type { Note } from './notes';
import { type Line, VISIBLE } from './tab-lines';

/** How the cells of a tab look, as read: by sheet row and sheet column. */
export interface TabLooks {
  backgrounds: readonly (readonly string[])[];
  formats: readonly (readonly string[])[];
  /** The words of a list, or what kind of rule there is; '' for none. */
  lists: readonly (readonly string[])[];
  /** Merged cells within some rows, and the height of a row in px: a call for each, so only the newest month is asked for. */
  mergesIn: (row: number, rows: number) => Merge[];
  heightOf: (row: number) => number;
}

/** A merged range. */
export interface Merge {
  row: number;
  col: number;
  rows: number;
  cols: number;
}

/** Notes rows whose look is not what the plan would give them, and plans it. A colour that somebody gave a row of their own stays. */
export function checkLooks(
  lines: readonly Line[],
  looks: TabLooks,
  order: readonly number[],
  newest: MonthKey,
  note: Note,
): void {
  const own = lines.filter(({ month, origin }) => month === newest && origin > 0).map(({ origin }) => origin);
  const [first, last] = [Math.min(...own), Math.max(...own)];
  const merges = own.length > 0 ? looks.mergesIn(first, last - first + 1) : [];
  for (const line of lines) {
    const { planned } = line;
    if (!planned || line.isAdded || line.dress || line.origin === 0) continue;
    if (planned.kind === 'gap' || planned.kind === 'spare') continue;
    const isNewest = line.month === newest;
    const look = lookOf({ rows: [planned] });
    const isWrong =
      (isNewest && !sameMerges(line, planned, merges, order)) ||
      (isNewest && hasHeight(planned) && looks.heightOf(line.origin) < (look.heights[0] as number) - 1) ||
      VISIBLE.some((col) => !looksRight(line, planned, look, looks, col, (order[col - 1] as number) - 1));
    if (!isWrong) continue;
    note('look', line, COL.who);
    line.dress = true;
  }
}

/** Rows whose text does not make them grow: they are as high as they have been made. */
function hasHeight(planned: PlannedRow): boolean {
  return planned.kind === 'band' || mergesOf(planned).length > 0;
}

function looksRight(
  line: Line,
  planned: PlannedRow,
  want: GridLook,
  looks: TabLooks,
  col: number,
  at: number,
): boolean {
  const row = line.origin - 1;
  if (at < 0) return true;
  const back = looks.backgrounds[row]?.[at] ?? '';
  if (planned.kind !== 'item' && back.toLowerCase() !== want.backgrounds[0]?.[col - 1]) return false;
  const list = listOf(planned, line.key, col);
  // A list is looked for, not its words: Setup may have others by now.
  if (list !== '' && looks.lists[row]?.[at] !== list) return false;
  return fitsFormat(looks.formats[row]?.[at] ?? '', want.formats[0]?.[col - 1] ?? '', planned, col);
}

function listOf(planned: PlannedRow, key: string, col: number): string {
  if (key === KEY.text('ready')) return col === COL.when ? 'list' : '';
  return planned.kind === 'item' && planned.types.status === 'status' && col === COL.status ? 'list' : '';
}

type FormatKind = 'text' | 'date' | 'percent' | 'number';

/** What a number format shows: Google writes the same in many ways. */
function formatKind(format: string): FormatKind {
  const bare = format.replace(/"[^"]*"|\\./g, '').toLowerCase();
  if (bare === '@') return 'text';
  if (bare.includes('%')) return 'percent';
  return /[dy]/.test(bare.replace(/\[[^\]]*\]|general/g, '')) ? 'date' : 'number';
}

function fitsFormat(format: string, wanted: string, planned: PlannedRow, col: number): boolean {
  const is = formatKind(format);
  const want = formatKind(wanted);
  if (is === want) return true;
  const field = (Object.keys(FIELD_COL) as Field[]).find((name) => FIELD_COL[name] === col);
  const type = field && planned.types[field];
  // Cells of the frame are written with what keeps them as they are; what counts is where people type.
  if (type === undefined) return is !== 'date' && is !== 'percent';
  // A share in place of an amount, and a KPI that has become one, are figures all the same.
  return is !== 'text' && want !== 'text' && want !== 'date' && is !== 'date';
}

function sameMerges(line: Line, planned: PlannedRow, merges: readonly Merge[], order: readonly number[]): boolean {
  const isUsual = VISIBLE.every((col, n) => n === 0 || order[col - 1] === (order[col - 2] as number) + 1);
  const here = merges.filter(({ row, rows }) => row <= line.origin && line.origin < row + rows);
  const own = here.filter(({ col, cols }) => order.slice(0, VISIBLE_COUNT).some((at) => at >= col && at < col + cols));
  if (own.some(({ rows }) => rows > 1)) return false;
  const wanted = mergesOf(planned);
  if (!isUsual) return wanted.length > 0 || own.length === 0;
  const found = own.map(({ col, cols }) => `${col - (order[0] as number) + 1}+${cols}`).sort();
  return found.join() === wanted.join();
}

/** "2+7": from B, seven cells. */
function mergesOf(planned: PlannedRow): string[] {
  const key = String(planned.values.find((value) => typeof value === 'string' && /^(text|sum):/.test(value)) ?? '');
  if (key === KEY.closing)
    return [`${COL.when}+${COL.moved - COL.when}`, `${COL.moved}+${VISIBLE_COUNT - COL.moved + 1}`];
  const isWide = planned.kind === 'focus' || (/^(prepare|text)$/.test(planned.kind) && planned.types.when === 'text');
  return isWide && key !== KEY.text('ready') ? [`${COL.when}+${VISIBLE_COUNT - COL.when + 1}`] : [];
}
