/** Tabs whose person Setup has lost: its line was emptied, or the whole of Setup was deleted and made anew. */
import { sameName } from '../../core/roster';
import { type RawCell, readCells } from '../grid/cells';
import { headIn } from '../grid/tab-head';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A person's id, as the head of the tab has it, and the tab. */
export interface FormerTab {
  id: string;
  sheetId: number;
}

interface Found extends FormerTab {
  tabName: string;
  /** What stands in its first cell. */
  title: string;
}

/**
 * Finds a person's former tab by name: the name of the tab, or else what its first cell says. One read for each of
 * `sheets` (those that are on nobody's line), made when the first name is asked for.
 * @param taken ids that are on somebody's line
 * @returns each tab once; null for a person without one, or where several tabs might be theirs
 */
export function formerTabs(
  sheets: () => readonly Sheet[],
  taken: ReadonlySet<string>,
): (name: string) => FormerTab | null {
  let found: Found[] | undefined;
  const given = new Set<number>();
  return (name) => {
    found ??= sheets()
      .flatMap((sheet) => foundOn(sheet) ?? [])
      .filter(({ id }) => !taken.has(id));
    const free = found.filter(({ sheetId }) => !given.has(sheetId));
    const called = free.filter(({ tabName }) => sameName(tabName, name));
    const fits = called.length > 0 ? called : free.filter(({ title }) => sameName(title, name));
    const [only, ...more] = fits;
    if (!only || more.length > 0) return null;
    given.add(only.sheetId);
    return { id: only.id, sheetId: only.sheetId };
  };
}

function foundOn(sheet: Sheet): Found | null {
  const [line = []] = readCells(sheet.getRange(1, 1, 1, sheet.getMaxColumns())) as RawCell[][];
  const { repId } = headIn(line);
  if (repId === '') return null;
  return { id: repId, sheetId: sheet.getSheetId(), tabName: sheet.getName(), title: String(line[0] ?? '') };
}
