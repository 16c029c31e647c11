import { fieldUses, type Section } from '../../core/shared/agenda';
import type { Field } from '../../core/shared/fields';
import { type SectionColors, sectionColors } from '../../core/shared/section-colors';
import type { CellLook, GridLook } from '../grid/formats';
import { COL, FIELD_COL, KEY, VISIBLE } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import { BAND, COMPUTED, INK, MUTED, PAPER } from '../grid/palette';
import { isWideText, wideTextHeight } from '../grid/wide-text';
import { type BlockPlan, hasSince, type PlannedRow } from './plan';

/** Height in px of a row that needs no other: all rows of a month get it by one call. */
export const USUAL_HEIGHT = 27;

/** Plain text, which is kept as it is written. */
export const TEXT = '@';
const GENERAL = 'General';
export const DATE_FORMAT = 'd mmm yyyy';
const SHORT_DATE = 'd mmm';
/** How the band shows its day: before, while and after the meeting. */
export const BAND_DAY = { planned: '"on "d mmm', running: SHORT_DATE, held: '"held "d mmm' } as const;
const AMOUNT = '#,##0';
const COVERAGE = '0.0"×"';
const WEIGHTED = '"weighted "#,##0';
/** Its two texts may take two lines. */
const CLOSING_HEIGHT = 32;
/** Goals stand right-aligned beside left-aligned comments: three blanks keep them apart. */
const GOAL_PADDING = '"   "';

/** Number formats of a section's item row, one for each visible column. Not of KPIs, whose rows have their own. */
export function itemFormats(section: Section): string[] {
  const row: PlannedRow = {
    kind: 'item',
    section: section.id,
    sectionKind: section.kind,
    colors: sectionColors(section.id, 0),
    values: [],
    types: Object.fromEntries(fieldUses(section).map(({ field, type }) => [field, type])),
  };
  return Array.from({ length: VISIBLE }, (_, index) => cellLook(row, index + 1).format);
}

/** Works out the look of a planned block: of its visible columns, the hidden ones need none. */
export function lookOf(plan: Pick<BlockPlan, 'rows'>): GridLook {
  const look: GridLook = {
    backgrounds: [],
    fontColors: [],
    fontWeights: [],
    fontSizes: [],
    alignments: [],
    wraps: [],
    formats: [],
    heights: [],
  };
  for (const row of plan.rows) {
    const cells = Array.from({ length: VISIBLE }, (_, index) => cellLook(row, index + 1));
    look.backgrounds.push(cells.map((cell) => cell.back));
    look.fontColors.push(cells.map((cell) => cell.color));
    look.fontWeights.push(cells.map((cell) => (cell.bold ? 'bold' : 'normal')));
    look.fontSizes.push(cells.map((cell) => cell.size));
    look.alignments.push(cells.map((cell) => cell.align));
    look.wraps.push(cells.map((cell) => cell.wrap));
    look.formats.push(cells.map((cell) => cell.format));
    look.heights.push(heightOf(row));
  }
  return look;
}

function heightOf(row: PlannedRow): number {
  const text = row.values[COL.when - 1];
  if (row.values[HIDDEN.key - 1] === KEY.closing) return CLOSING_HEIGHT;
  const isWide = row.kind === 'focus' || isWideText(String(row.values[HIDDEN.key - 1]));
  return isWide && typeof text === 'string' && text.length > 100
    ? Math.max(USUAL_HEIGHT, wideTextHeight(text))
    : USUAL_HEIGHT;
}

const PLAIN: CellLook = { back: PAPER, color: INK, bold: false, size: 10, align: 'left', wrap: false, format: GENERAL };

function cellLook(row: PlannedRow, col: number): CellLook {
  const { colors } = row;
  switch (row.kind) {
    case 'band':
      return bandCell(row, col);
    case 'focus':
      return col === COL.who
        ? { ...PLAIN, back: COMPUTED, color: MUTED, bold: true, size: 9, format: TEXT }
        : { ...PLAIN, back: COMPUTED, wrap: col === COL.when, format: TEXT };
    case 'prepare':
      return prepareCell(col);
    case 'gap':
      return PLAIN;
    case 'end':
      return { ...PLAIN, color: MUTED, size: 8, format: col === COL.who || col === COL.when ? TEXT : GENERAL };
    case 'section':
      return sectionCell(col, colors as SectionColors);
    case 'header':
      return headerCell(row, col, colors as SectionColors);
    case 'text':
      return textCell(row, col, colors as SectionColors);
    case 'sum':
      return row.values[HIDDEN.key - 1] === KEY.closing ? closingCell(col) : sumCell(row, col);
    default:
      return itemCell(row, col, colors as SectionColors);
  }
}

function bandCell(row: PlannedRow, col: number): CellLook {
  const base = { ...PLAIN, back: BAND.back, color: BAND.soft };
  if (col === COL.who) return { ...base, color: BAND.text, bold: true, size: 13, format: TEXT };
  if (col === COL.when) return { ...base, color: BAND.text, size: 9, format: row.format ?? BAND_DAY.planned };
  if (col === COL.next) return { ...base, color: BAND.text, align: 'right', format: '0" min"' };
  return base;
}

function prepareCell(col: number): CellLook {
  if (col === COL.who) return { ...PLAIN, back: COMPUTED, color: MUTED, bold: true, size: 9, format: TEXT };
  return { ...PLAIN, wrap: true, format: TEXT };
}

/** Computed from opportunities and commitments: grey, nothing to type. */
function sumCell(row: PlannedRow, col: number): CellLook {
  const base = { ...PLAIN, back: COMPUTED };
  if (col === COL.who) return { ...base, bold: true, format: TEXT };
  if (col === COL.why) return { ...base, size: 9, format: WEIGHTED };
  if (col === COL.next) return { ...base, size: 9, format: leftFormat(row.year ?? '') };
  if (col === COL.amount) return { ...base, align: 'right', format: AMOUNT };
  if (col === COL.status) return { ...base, bold: true, align: 'center', format: COVERAGE };
  return col === COL.moved ? { ...base, size: 9, wrap: true } : base;
}

function closingCell(col: number): CellLook {
  const base = { ...PLAIN, back: COMPUTED };
  if (col === COL.who) return { ...base, bold: true, format: TEXT };
  return { ...base, size: 9, wrap: true };
}

/** What the coverage is of: a number that says it in words, so that the file's own separators are used. */
function leftFormat(year: string): string {
  return `"of "#,##0" to go in ${year}";#,##0" over ${year}’s goal";"${year}’s goal reached"`;
}

function sectionCell(col: number, colors: SectionColors): CellLook {
  if (col === COL.who) return { ...PLAIN, back: colors.solid, color: PAPER, bold: true, size: 11, format: TEXT };
  const base = { ...PLAIN, back: colors.tint };
  if (col === COL.next) return { ...base, size: 9, align: 'right', format: TEXT };
  return { ...base, format: TEXT };
}

const FIELD_ALIGN: Partial<Record<Field, CellLook['align']>> = { amount: 'right', status: 'center' };

function fieldOf(col: number): Field | null {
  const found = (Object.entries(FIELD_COL) as [Field, number][]).find(([, c]) => c === col);
  return found ? found[0] : null;
}

function headerCell(row: PlannedRow, col: number, colors: SectionColors): CellLook {
  const field = fieldOf(col);
  const goal = row.sectionKind === 'kpis' && field === 'when';
  return {
    ...PLAIN,
    back: colors.header,
    color: colors.solid,
    bold: true,
    size: 9,
    align: goal ? 'right' : ((field && FIELD_ALIGN[field]) ?? (col === COL.since ? 'center' : 'left')),
    format: TEXT,
  };
}

function itemCell(row: PlannedRow, col: number, colors: SectionColors): CellLook {
  if (col === COL.since && (hasSince(row.sectionKind) || row.sectionKind === 'kpis'))
    // A KPI's rank is a formula, which plain text would not calculate.
    return {
      ...PLAIN,
      back: COMPUTED,
      color: MUTED,
      size: 9,
      align: 'center',
      format: row.sectionKind === 'kpis' ? GENERAL : TEXT,
    };
  const field = fieldOf(col);
  const type = field ? row.types[field] : undefined;
  if (!field || type === undefined) return { ...PLAIN, back: colors.header };
  const cell: CellLook = {
    ...PLAIN,
    back: type === 'computed' ? COMPUTED : PAPER,
    bold: field === 'who',
    wrap: type === 'text' || type === 'computed',
    align: FIELD_ALIGN[field] ?? 'left',
  };
  if (type === 'date') return { ...cell, format: SHORT_DATE };
  if (type === 'number') return { ...cell, format: row.format ?? AMOUNT };
  if (type === 'text' || type === 'status') return { ...cell, format: TEXT };
  if (field === 'when') return { ...cell, align: 'right', format: (row.format ?? AMOUNT) + GOAL_PADDING };
  return { ...cell, size: field === 'moved' ? 9 : 10, bold: field === 'who' || field === 'status' };
}

function textCell(row: PlannedRow, col: number, colors: SectionColors): CellLook {
  if (col === COL.who) return { ...PLAIN, back: colors.header, color: colors.solid, bold: true, format: TEXT };
  if (col === COL.when && row.types.when === 'date') return { ...PLAIN, bold: true, format: SHORT_DATE };
  return { ...PLAIN, wrap: true, format: TEXT };
}
