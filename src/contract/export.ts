import type { ExportRows, ExportTable } from '../core/export/tables';
import type { Portion } from './portions';
import type { ProblemView } from './state';

export type { ExportRows, ExportTable } from '../core/export/tables';

/** A portion of an export: whole people, as many as fit into one call. */
export interface ExportPart extends Portion {
  /** Whose records these are. */
  people: string[];
  /** Null in a further portion. */
  columns: Record<ExportTable, string[]> | null;
  rows: ExportRows;
  /** Tabs that were left out, and why. */
  problems: ProblemView[];
}
