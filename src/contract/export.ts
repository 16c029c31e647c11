import type { ExportRows, ExportTable } from '../core/export/tables';
import type { ProblemView } from './state';

export type { ExportRows, ExportTable } from '../core/export/tables';

/** A portion of an export: whole people, as many as fit into one call. */
export interface ExportPart {
  /** Whose records these are. */
  people: string[];
  columns: Record<ExportTable, string[]>;
  rows: ExportRows;
  /** Tabs that were left out, and why. */
  problems: ProblemView[];
  /** What the next request says as `after`; null when nothing is left. */
  after: string | null;
  /** People still to come. */
  left: number;
}
