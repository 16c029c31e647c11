import { type RawCell, readCells } from './cells';
import { Columns, USUAL } from './columns';
import { KEY } from './grid';
import { HEAD_CELL } from './hidden';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What the first row of a tab says in its hidden cells. */
export interface TabHead {
  /** Whose tab it is; '' on other tabs. */
  repId: string;
  /** The grid's version; null where it says none. */
  version: number | null;
  columns: Columns;
  /** False where the cell is missing that says where the columns stand: then they are taken to stand where a fresh tab has them. */
  isTold: boolean;
}

/**
 * Reads the first row of a tab, or a part of it.
 * @param first sheet column of its first cell
 */
export function headIn(line: readonly RawCell[], first = 1): TabHead {
  const told = line.map(Columns.read).find((columns) => columns !== null);
  const columns = told ?? USUAL;
  const at = (name: 'tab' | 'grid') => line[columns.of(HEAD_CELL[name].col) - first];
  const version = at('grid');
  return {
    repId: repIdOf(String(at('tab') ?? '')),
    version: typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : null,
    columns,
    isTold: told !== undefined,
  };
}

/** The same by one call, whatever people have inserted. */
export function readHead(sheet: Sheet): TabHead {
  return headIn(readCells(sheet.getRange(1, 1, 1, sheet.getMaxColumns()))[0] as RawCell[]);
}

/** The id in the text "tab:<id>"; '' in any other. */
export function repIdOf(text: string): string {
  return text.startsWith(`${KEY.head}:`) ? text.slice(KEY.head.length + 1) : '';
}
