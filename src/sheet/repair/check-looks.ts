import type { Field } from '../../core/shared/fields';
import type { MonthKey } from '../../core/shared/month';
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
  merges: readonly { row: number; col: number; rows: number; cols: number }[];
  /** In px, of the rows that were asked for. */
  heights: ReadonlyMap<number, number>;
}

/** Notes rows whose look is not what the plan would give them, and plans it. A colour that somebody gave a row of their own stays. */
export function checkLooks(
  lines: readonly Line[],
  looks: TabLooks,
  order: readonly number[],
  newest: MonthKey,
  note: Note,
): void {
  for (const line of lines) {
    const { planned } = line;
    if (!planned || line.isAdded || line.dress || line.origin === 0) continue;
    if (planned.kind === 'gap' || planned.kind === 'spare' || !isWrong(line, planned, looks, order, newest)) continue;
    note('look', line, COL.who);
    line.dress = true;
  }
}

function isWrong(
  line: Line,
  planned: PlannedRow,
  looks: TabLooks,
  order: readonly number[],
  newest: MonthKey,
): boolean {
  const want = lookOf({ month: line.month ?? newest, rows: [planned], sections: [] });
  const isItem = planned.kind === 'item';
  const row = line.origin - 1;
  const isMerged = !sameMerges(line, planned, looks, order);
  const tooLow = (looks.heights.get(line.origin) ?? Number.MAX_SAFE_INTEGER) < (want.heights[0] as number) - 1;
  return (
    isMerged ||
    tooLow ||
    VISIBLE.some((col) => {
      const at = (order[col - 1] as number) - 1;
      if (at < 0) return false;
      const back = looks.backgrounds[row]?.[at] ?? '';
      const format = looks.formats[row]?.[at] ?? '';
      const wanted = want.formats[0]?.[col - 1] ?? '';
      if (!isItem && back.toLowerCase() !== want.backgrounds[0]?.[col - 1]) return true;
      if ((looks.lists[row]?.[at] ?? '') !== listOf(planned, line.key, col) && hasList(planned, line.key, col))
        return true;
      return !fitsFormat(format, wanted, planned, col);
    })
  );
}

/** A list is looked for, not its words: Setup may have others by now. */
function hasList(planned: PlannedRow, key: string, col: number): boolean {
  return listOf(planned, key, col) !== '';
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

function sameMerges(line: Line, planned: PlannedRow, { merges }: TabLooks, order: readonly number[]): boolean {
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
