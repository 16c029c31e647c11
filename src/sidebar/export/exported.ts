import type { ExportTable } from '../../contract/export';
import type { CellValue } from '../../core/shared/fields';

/** What an export has brought. */
export interface Exported {
  people: string[];
  tables: { table: ExportTable; columns: string[]; rows: CellValue[][] }[];
  problems: string[];
}
