/** The pages of the export, and what it has brought. */
import type { ExportTable } from '../../contract/export';
import type { CellValue } from '../../core/shared/fields';

/** What an export has brought. */
export interface Exported {
  people: string[];
  tables: { table: ExportTable; columns: string[]; rows: CellValue[][] }[];
  problems: string[];
}

/** What to export is chosen, or its files are there. */
export type ExportView = { at: 'export' } | { at: 'exported'; result: Exported };
