import { GROWTH, type Section } from '../../core/shared/agenda';
import { HIDDEN } from '../grid/hidden';
import { type BlockPlan, type PlannedRow, typesOf } from '../month/plan';
import type { Line } from './tab-lines';

/** A stretch of a month: its rows of the frame, in their order. */
export interface Unit {
  id: string;
  section: Section | null;
  frame: PlannedRow[];
  /** KPIs as planned. */
  items: PlannedRow[];
}

/** What stands below each row of a month's frame, and the empty row above each section. */
export interface Standing {
  below: ReadonlyMap<string, readonly Line[]>;
  /** By the key of the first row of the frame below it; that of the month's end by ''. */
  gaps: ReadonlyMap<string, Line>;
  /** Empty rows that are there for rows of the frame that are missing, as a run leaves them that was cut off. */
  free: ReadonlyMap<string, Line>;
  /** Empty rows below the month's end. */
  after: readonly Line[];
}

/** The key of a planned row. */
export const keyIn = (row: PlannedRow): string => String(row.values[HIDDEN.key - 1]);

/** What a plan has for a row that people type into. */
export function plannedItem({ section, frame }: Unit): PlannedRow | undefined {
  const [first] = frame;
  return section && first ? { ...first, kind: 'item', values: [], types: typesOf(section) } : undefined;
}

/** The stretches of a planned month. */
export function unitsOf(plan: BlockPlan, agenda: readonly Section[]): Unit[] {
  const units: Unit[] = [];
  for (const row of plan.rows) {
    if (row.kind === 'gap' || row.kind === 'spare') continue;
    const id = row.kind === 'end' ? 'end' : row.section;
    let unit = units.find((one) => one.id === id);
    if (!unit) {
      unit = { id, section: [...agenda, GROWTH].find((section) => section.id === id) ?? null, frame: [], items: [] };
      units.push(unit);
    }
    (row.kind === 'item' ? unit.items : unit.frame).push(row);
  }
  return units;
}
