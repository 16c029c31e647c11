import type { MonthKey } from '../../core/shared/month';
import { COL, columnLetter, KEY } from '../grid/grid';
import { HEAD_CELL, HIDDEN } from '../grid/hidden';
import type { KpiRow } from '../month/kpi-rows';
import type { BlockPlan } from '../month/plan';
import type { Note } from './check-months';
import type { LaidOut } from './check-rows';
import type { Line } from './tab-lines';

/** Plans are made for rows far below any sheet, so that their own references can be told from others. */
export const FAR = 10_000_000;

/** Where each row will stand, and which row stood where. */
export interface Places {
  rowOf: ReadonlyMap<Line, number>;
  lineAt: ReadonlyMap<number, Line>;
}

/** Compares the formulas of all months with what they should refer to; plans those that are gone or wrong. */
export function checkFormulas(
  months: readonly LaidOut[],
  places: Places,
  planOf: (month: LaidOut, earlier: Record<string, KpiRow[]>) => BlockPlan,
  note: Note,
): void {
  months.forEach((month, index) => {
    const older = months.slice(index + 1);
    const earlier = earlierKpiRows(older, places);
    const plan = planOf(month, earlier);
    const own = new Set(month.lines);
    const rowAt = plannedRows(plan, month, places);
    for (const row of plan.rows) {
      const key = String(row.values[HIDDEN.key - 1]);
      const line = month.byKey.get(key);
      if (!line) continue;
      const before = older.map((m) => m.byKey.get(key)).filter((l): l is Line => l !== undefined);
      row.values.forEach((value, n) => {
        if (typeof value !== 'string' || !value.startsWith('=')) return;
        const col = n + 1;
        const found = judge({
          line,
          col,
          key,
          month,
          own,
          before,
          places,
          planned: value,
          isNewest: index === 0,
        });
        if (found === '') return;
        line.writes.set(col, { value: mapFormula(value, rowAt), plain: false });
        if (line.origin > 0) note(line, col, found, 'The formula is put right.');
      });
    }
  });
}

/** Rows of each KPI in the months below, the latest first. */
function earlierKpiRows(older: readonly LaidOut[], { rowOf }: Places): Record<string, KpiRow[]> {
  const rows: Record<string, KpiRow[]> = {};
  for (const { month, byKey } of older)
    for (const [key, line] of byKey)
      if (key.startsWith('kpis:')) {
        const id = key.slice(5);
        rows[id] = [...(rows[id] ?? []), { month: month as MonthKey, row: rowOf.get(line) as number }];
      }
  return rows;
}

interface Cell {
  line: Line;
  col: number;
  key: string;
  month: LaidOut;
  /** The month's own rows. */
  own: ReadonlySet<Line>;
  /** The same row in earlier months, the latest first. */
  before: readonly Line[];
  places: Places;
  planned: string;
  isNewest: boolean;
}

const KPI_TOTALS: readonly number[] = [HIDDEN.quarterActual, HIDDEN.quarterGoal, HIDDEN.yearActual, HIDDEN.yearGoal];

/** What is wrong with a computed cell, in a sentence; '' when nothing is. */
function judge(cell: Cell): string {
  const { line, col, key } = cell;
  const formula = line.formulas[col - 1] ?? '';
  const isKpi = key.startsWith('kpis:');
  // An actual, a goal, the rank and the band's right end may be anybody's own.
  if (isKpi && (col === COL.amount || col === COL.when)) return '';
  if (isKpi && col === COL.since && !(cell.isNewest && formula === '' && line.texts[col - 1] === '')) return '';
  // Weights that Setup has had only since: a month that is over goes on without.
  if (key === KEY.pipeline && col === COL.why && formula === '')
    return cell.isNewest ? 'Setup has weights by now, and the weighted amount is not there yet.' : '';
  if (formula !== '' && !isLike(formula, cell.planned)) return '';
  if (key === KEY.band && col === COL.next) {
    const text = line.texts[col - 1] ?? '';
    if (!formula.includes('#REF!') && !(formula === '' && text === '')) return '';
  }
  if (formula === '') {
    return 'The formula of a computed cell is gone.';
  }
  if (formula.includes('#REF!')) return 'A formula has lost a cell that it refers to.';
  return refersRight(formula, cell) ? '' : 'A formula refers to the wrong cells.';
}

/** Is a formula one of the add-on's, gone wrong perhaps, rather than a person's own? By the functions that it uses. */
function isLike(formula: string, planned: string): boolean {
  const known = functionsOf(planned);
  const used = functionsOf(formula);
  return used.length > 0 && used.every((name) => known.includes(name));
}

/** Names of the functions in a formula. */
export function functionsOf(formula: string): string[] {
  return (
    formula
      .replace(/"[^"]*"/g, '""')
      .toUpperCase()
      .match(/[A-Z][A-Z0-9.]*(?=\()/g) ?? []
  );
}

function refersRight(formula: string, { line, col, key, month, own, before, places }: Cell): boolean {
  const spans = spansOf(formula);
  const lines = spans.flatMap(([from, to]) => [places.lineAt.get(from), places.lineAt.get(to)]);
  const chained = key.startsWith('kpis:') && KPI_TOTALS.includes(col);
  const allowed = chained ? before.slice(0, 1) : before;
  if (lines.some((l) => !l || !(own.has(l) || allowed.includes(l)))) return false;
  const needs: (Line | undefined)[] = [];
  if (key === KEY.band && col === COL.why) needs.push(month.byKey.get(KEY.text('takeaway')));
  if (key.startsWith('kpis:') && col === COL.status) needs.push(line);
  if (key === KEY.pipeline && col === COL.status && lines.some((l) => l !== line)) return false;
  const deals = key === KEY.closing || (key === KEY.pipeline && [COL.amount, HIDDEN.openDeals].some((n) => n === col));
  const promises = key === KEY.pipeline && [HIDDEN.openCommitments, HIDDEN.lateCommitments].some((n) => n === col);
  if (needs.some((need) => !need || !lines.includes(need))) return false;
  if (deals) return coversDeals(spans, month, places);
  return !promises || coversCommitments(spans, month, places);
}

/** Do the ranges of a formula hold all opportunities of a month, their headers with them? */
export function coversDeals(spans: readonly Span[], month: LaidOut, places: Places): boolean {
  const headers = month.agenda
    .filter((section) => section.kind === 'new' || section.kind === 'existing')
    .map((section) => month.byKey.get(KEY.header(section.id)));
  return covers(spans, headers, month.items.deals, month, places);
}

export function coversCommitments(spans: readonly Span[], month: LaidOut, places: Places): boolean {
  return covers(spans, [month.byKey.get(KEY.header('conclusion'))], month.items.commitments, month, places);
}

function covers(
  spans: readonly Span[],
  headers: readonly (Line | undefined)[],
  items: readonly Line[],
  month: LaidOut,
  { rowOf, lineAt }: Places,
): boolean {
  const ranges = spans.map(([from, to]) => [lineAt.get(from), lineAt.get(to)].map((l) => (l && rowOf.get(l)) ?? 0));
  if (headers.some((header) => !header || !ranges.some(([top]) => top === rowOf.get(header)))) return false;
  const frame = [...month.byKey.entries()]
    .filter(([key]) => /^(section|text):/.test(key))
    .map(([, line]) => rowOf.get(line) as number);
  if (ranges.some(([top, bottom]) => frame.some((row) => row > (top as number) && row < (bottom as number))))
    return false;
  return items.every((line) => {
    const row = rowOf.get(line) as number;
    return ranges.some(([top, bottom]) => row > (top as number) && row <= (bottom as number));
  });
}

/** Today's date in the tab's head, wherever inserted rows have moved it. */
const TODAY_REF = new RegExp(`\\$${columnLetter(HEAD_CELL.today.col)}\\$\\d+`, 'g');

/** First and last row of a reference. */
export type Span = readonly [from: number, to: number];

/** The rows that a formula refers to on its own sheet; texts in quotes, other sheets and today's date do not count. */
export function spansOf(formula: string): Span[] {
  const bare = formula
    .replace(TODAY_REF, '0')
    .replace(/"[^"]*"/g, '""')
    .replace(/('[^']*'|[A-Za-z_]\w*)!\$?[A-Z]+\$?\d*(:\$?[A-Z]+\$?\d*)?/g, '');
  const spans: Span[] = [];
  bare.replace(/\$?\b[A-Z]{1,3}\$?(\d+)(?::\$?[A-Z]{1,3}\$?(\d+))?/g, (_, from: string, to?: string) => {
    spans.push([Number(from), Number(to ?? from)]);
    return '';
  });
  return spans;
}

/** Sheet rows of a plan's rows: by their keys; a row without one of its own is the last before the next row of the frame. */
function plannedRows(plan: BlockPlan, month: LaidOut, { rowOf }: Places): (far: number) => number {
  const frame = frameRows(month, rowOf);
  const rows: number[] = [];
  let above = 0;
  plan.rows.forEach((row, index) => {
    const line = month.byKey.get(String(row.values[HIDDEN.key - 1]));
    above = (line && rowOf.get(line)) ?? above;
    rows[index] = line ? above : lastBelow(above, frame);
  });
  return (far) => rows[far - FAR] ?? 1;
}

/** Where a month's rows of the frame stand, top to bottom. */
export function frameRows(month: LaidOut, rowOf: Places['rowOf']): number[] {
  return [...month.byKey]
    .filter(([key]) => !key.startsWith('kpis:'))
    .map(([, line]) => rowOf.get(line) as number)
    .sort((a, b) => a - b);
}

/** The row above the next one of the frame. */
export function lastBelow(row: number, frame: readonly number[]): number {
  return (frame.find((n) => n > row) ?? row + 1) - 1;
}

function mapFormula(formula: string, rowAt: (far: number) => number): string {
  return formula.replace(/([A-Z]+)(\d{8})/g, (_, letters: string, row: string) => `${letters}${rowAt(Number(row))}`);
}
