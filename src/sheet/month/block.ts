import { GROWTH, type Section } from '../../core/shared/agenda';
import type { CellValue } from '../../core/shared/fields';
import type { MonthKey } from '../../core/shared/month';
import type { Item } from '../../core/shared/record';
import type { RawCell } from '../grid/cells';
import type { Columns } from '../grid/columns';
import type { ColumnDamage } from './column-check';
import type { BAND_STATE } from './plan';

/** One item row as it stands, with what is needed to write to it. */
export interface BlockItem extends Item {
  key: string;
  /** The key, month or mark in the sheet must be (re)written: a row typed without the add-on, copied, moved, doubled or renamed. */
  adopt: boolean;
  /** What stands in the row, as its mark; '' for an empty one. */
  text: string;
  /** The mark that stands beside its key in the sheet, whoever's it is. */
  mark: string;
  /** Only where the key has come from another row: what goes with it into the hidden cells from `firstMonth` to `periodEnd`. */
  moved?: RawCell[];
  /** Only for KPIs: what the hidden cells and the rank say. Totals that are no numbers are null. */
  figures?: KpiFigures;
}

/** Running totals of a KPI in its own unit, as the sheet's formulas have them. */
export interface KpiFigures {
  quarterActual: number | null;
  quarterGoal: number | null;
  yearActual: number | null;
  yearGoal: number | null;
  rank: string;
}

/** The opportunities in figures, as the sheet's formulas have them. */
export interface PipelineFigures {
  row: number;
  amount: number | null;
  coverage: number | null;
  open: number | null;
  stuck: number | null;
  /** "4 amounts not counted"; '' where all are. */
  uncounted: string;
  commitmentsOpen: number | null;
  commitmentsLate: number | null;
  weighted: number | null;
  left: number | null;
  /** The words of the row “Closing”: what closes when, what has changed; '' where there is none. */
  closing: string;
  changes: string;
}

export interface BlockSection {
  section: Section;
  /** Sheet rows of its band, its header, and the last row that belongs to it; 0 when not found. */
  bandRow: number;
  headerRow: number;
  lastRow: number;
  items: BlockItem[];
  spares: BlockItem[];
  /** Empty rows without a key: inserted by somebody, or by a run that was cut off. */
  freeRows: number[];
}

/** A text of a person's where nothing is read, so that it does not come along. */
export interface Stranded {
  row: number;
  /** Column of the grid. */
  col: number;
  text: string;
  /** In a hidden cell; in a cell of the frame that holds none; in a row that belongs to no section or no month. */
  where: 'hidden' | 'frame' | 'row';
}

/** A month whose frame is no longer whole. */
export interface FrameDamage {
  /** Rows or cells that have changed places; rows that are gone. */
  code: 'sorted' | 'missing';
  /** "The row of column labels of KPIs is missing": what is wrong, as a sentence without its full stop. */
  what: string;
  /** Where it shows: sheet row. */
  row: number;
}

/** A month block as it lies in the sheet. */
export interface Block {
  month: MonthKey;
  row: number;
  rows: number;
  number: number;
  state: '' | keyof typeof BAND_STATE;
  /** What the month began with, see start-marks.ts; and the same of how it stands now. */
  startMarks: string;
  marks: string;
  fromMonth: MonthKey | null;
  heldOn: CellValue;
  minutes: CellValue;
  lastFocus: CellValue;
  /** As the sheet has them, in its order: a block knows its own agenda. */
  sections: BlockSection[];
  /** The lines of development. */
  growth: BlockSection;
  pipeline: PipelineFigures | null;
  /** Goals that follow Setup by a formula, with what they are now. */
  setupGoals: { row: number; value: CellValue }[];
  texts: Record<string, { row: number; value: CellValue; formula: boolean }>;
  /** Row of the last focus; 0 when that is gone. */
  focusRow: number;
  endRow: number;
  endText: string;
  revision: string;
  /** Where the columns of the grid stand on the sheet. */
  columns: Columns;
  /** What is wrong with the columns: then nothing may be written. */
  damage: ColumnDamage | null;
  /** What is wrong with the rows of the frame: then keys stay as they are, and nothing is carried before a repair. */
  frame: FrameDamage | null;
  stranded: Stranded[];
  /** Rows whose keys may belong to each other's texts: told, never guessed. */
  unsure: number[][];
}

/** All rows that people type into, the lines of development with them. */
export function allParts(block: Pick<Block, 'sections' | 'growth'>): BlockSection[] {
  return [...block.sections, block.growth];
}

/** The part of a block that a key's first word stands for: "todo" is the Conclusion, "grow" the lines of development. */
export function partOf(block: Pick<Block, 'sections' | 'growth'>, prefix: string): BlockSection | undefined {
  if (prefix === GROWTH.id) return block.growth;
  return block.sections.find(({ section }) =>
    prefix === 'todo' ? section.kind === 'conclusion' : section.id === prefix,
  );
}

/** A section that nothing has been found of but, maybe, its band; `row` is that of the band, 0 when that is gone. */
export function emptyPart(section: Section, row: number): BlockSection {
  return { section, bandRow: row, headerRow: 0, lastRow: row, items: [], spares: [], freeRows: [] };
}
