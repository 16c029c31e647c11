import type { Section } from '../../core/shared/agenda';
import type { MonthKey } from '../../core/shared/month';
import { COL, itemKey } from '../grid/grid';
import { isItemKey, type Line } from './tab-lines';

/** What other months of the tab tell of a row. */

/**
 * A label that another month has in its row of the same key is the add-on's: Setup had it so once.
 */
export function isLabelElsewhere(
  lines: readonly Line[],
  month: MonthKey,
): (key: string, col: number, text: string) => boolean {
  return (key, col, text) =>
    lines.some(
      (line) => line.key === key && line.month !== month && line.month !== null && line.texts[col - 1] === text,
    );
}

/**
 * Ids for rows that have lost theirs: a row whose first cell says the same in another month has that row's id, as long as
 * there is but one. '' where nothing is known.
 */
export function idFinder(lines: readonly Line[]): (line: Line, section: Section, taken: ReadonlySet<string>) => string {
  const kindOfKey = (prefix: string) => (prefix === 'new' || prefix === 'existing' ? 'deal' : prefix);
  return (line, section, taken) => {
    const text = line.texts[COL.who - 1] as string;
    if (text === '' || section.kind === 'kpis') return '';
    const prefix = kindOfKey(section.kind === 'conclusion' ? 'todo' : section.id);
    const ids = new Set<string>();
    for (const other of lines) {
      if (other === line || other.texts[COL.who - 1] !== text || !isItemKey(other.key)) continue;
      const parsed = itemKey(other.key);
      if (parsed && kindOfKey(parsed.section) === prefix) ids.add(parsed.id);
    }
    const [id] = ids;
    return ids.size === 1 && id !== undefined && !taken.has(id) ? id : '';
  };
}
