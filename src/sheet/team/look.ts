import { sectionColors } from '../../core/shared/section-colors';
import type { CellLook, GridLook } from '../grid/formats';
import { BAND, COMPUTED, HEAD, INK, LINK, MUTED, PAPER, SLATE } from '../grid/palette';
import { MONTH_INPUT, SIDES, TEAM_COL, TEAM_WIDTHS, type TeamRow, type TeamRowKind } from './plan';

const HEIGHT: Record<TeamRowKind, number> = {
  head: 44,
  gap: 12,
  expected: 30,
  band: 28,
  header: 24,
  person: 30,
  total: 30,
  sideBand: 28,
  side: 30,
  kpiBand: 28,
  kpiHeader: 24,
  kpi: 30,
  kpiTotal: 30,
  rest: 21,
};
const SPARE_HEIGHT = 21;

const TEXT = '@';
const GENERAL = 'General';
export const MONTH_FORMAT = 'mmm yyyy';
const WORKING = sectionColors('working', 2);
const NOT_WORKING = sectionColors('notWorking', 3);
export const KPI_COLORS = sectionColors('kpis', 4);

/** Works out the look of the planned rows. */
export function teamLook(rows: readonly TeamRow[]): GridLook {
  const cells = rows.map((row) => TEAM_WIDTHS.map((_, index) => cellLook(row.kind, index + 1)));
  const each = <T>(pick: (cell: CellLook) => T): T[][] => cells.map((line) => line.map(pick));
  return {
    backgrounds: each((cell) => cell.back),
    fontColors: each((cell) => cell.color),
    fontWeights: each((cell) => (cell.bold ? 'bold' : 'normal')),
    fontSizes: each((cell) => cell.size),
    alignments: each((cell) => cell.align),
    wraps: each((cell) => cell.wrap),
    formats: each((cell) => cell.format),
    heights: rows.map((row) => (row.spare ? SPARE_HEIGHT : HEIGHT[row.kind])),
  };
}

const PLAIN: CellLook = { back: PAPER, color: INK, bold: false, size: 10, align: 'left', wrap: false, format: GENERAL };

function cellLook(kind: TeamRowKind, col: number): CellLook {
  switch (kind) {
    case 'head':
      return headCell(col);
    case 'band':
      return bandCell(col, SLATE.tint);
    case 'kpiBand':
      return bandCell(col, KPI_COLORS.tint);
    case 'header':
      return { ...PLAIN, ...headerOf(SLATE), align: alignOf(col) };
    case 'kpiHeader':
      return { ...PLAIN, ...headerOf(KPI_COLORS), align: kpiAlign(col) };
    case 'person':
      return personCell(col);
    case 'total':
      return { ...personCell(col), color: INK, back: COMPUTED, bold: true };
    case 'sideBand':
      return sideBandCell(col);
    case 'side':
      return { ...PLAIN, bold: col === TEAM_COL.name, wrap: true };
    case 'kpi':
      return { ...PLAIN, bold: col === TEAM_COL.name, wrap: true, align: kpiAlign(col) };
    case 'kpiTotal':
      return { ...PLAIN, back: COMPUTED, bold: true, align: kpiAlign(col) };
    default:
      return PLAIN;
  }
}

function headCell(col: number): CellLook {
  const base = { ...PLAIN, back: HEAD, color: MUTED, size: 9 };
  if (col === TEAM_COL.name) return { ...base, color: INK, bold: true, size: 18 };
  if (col === MONTH_INPUT.col)
    return { ...base, back: PAPER, color: INK, bold: true, size: 10, align: 'center', format: MONTH_FORMAT };
  if (col === TEAM_COL.stuck) return { ...base, align: 'right', format: TEXT };
  return { ...base, wrap: col === TEAM_COL.focus };
}

function bandCell(col: number, tint: string): CellLook {
  if (col === TEAM_COL.name) return { ...PLAIN, back: BAND.back, color: BAND.text, bold: true, size: 11, format: TEXT };
  return col === TEAM_COL.focus ? { ...PLAIN, back: tint, size: 9, align: 'right' } : { ...PLAIN, back: tint };
}

function sideBandCell(col: number): CellLook {
  const colors = col >= SIDES[1].col ? NOT_WORKING : WORKING;
  const back = col === TEAM_COL.name ? BAND.back : colors.solid;
  return { ...PLAIN, back, color: PAPER, bold: true, size: 11, format: TEXT };
}

function headerOf(colors: { solid: string; header: string }): Partial<CellLook> {
  return { back: colors.header, color: colors.solid, bold: true, size: 9, wrap: true, format: TEXT };
}

const CENTRED: readonly number[] = [TEAM_COL.main, TEAM_COL.rank, TEAM_COL.stuck, TEAM_COL.commitments];

function alignOf(col: number): CellLook['align'] {
  if (col === TEAM_COL.pipeline) return 'right';
  return CENTRED.includes(col) ? 'center' : 'left';
}

function kpiAlign(col: number): CellLook['align'] {
  return col === TEAM_COL.name || col === TEAM_COL.focus ? 'left' : 'center';
}

const FORMATS: Partial<Record<number, string>> = {
  [TEAM_COL.heldOn]: 'd mmm',
  [TEAM_COL.next]: 'd mmm',
  [TEAM_COL.rank]: '0',
  [TEAM_COL.pipeline]: '#,##0',
  [TEAM_COL.stuck]: '0" stuck"',
};

const ONE_LINE: readonly number[] = [TEAM_COL.main, TEAM_COL.rank, TEAM_COL.pipeline, TEAM_COL.stuck];

function personCell(col: number): CellLook {
  return {
    ...PLAIN,
    bold: col === TEAM_COL.name,
    color: col === TEAM_COL.name ? LINK : INK,
    wrap: !ONE_LINE.includes(col),
    align: alignOf(col),
    format: FORMATS[col] ?? GENERAL,
  };
}
