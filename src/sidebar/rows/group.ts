import type { RowView, StatusView } from '../../contract/state';
import { isIsoDate } from '../../core/dates';

export type GroupName = 'worth' | 'talked' | 'moving' | 'unchanged' | 'closed';
export const GROUPS: readonly GroupName[] = ['worth', 'talked', 'moving', 'unchanged', 'closed'];

const UNCHANGED_WORTH = 2;

/** The status of a row in small letters; "" is moving. */
export function statusWord(row: RowView): string {
  const word = String(row.cells.status ?? '')
    .trim()
    .toLowerCase();
  return word === 'moving' ? '' : word;
}

/** Does the row's status take it off the list? */
export function isClosed(row: RowView, statuses: readonly StatusView[]): boolean {
  const word = statusWord(row);
  return statuses.some((s) => s.closes && s.word.toLowerCase() === word);
}

/**
 * Where an opportunity stands in the list. Worth the minutes is what has a status, was pushed more than once, has not
 * changed for two months, or whose day has passed; talked about is what has a word on what moved.
 */
export function groupOf(row: RowView, statuses: readonly StatusView[], today: string): GroupName {
  if (isClosed(row, statuses)) return 'closed';
  if (String(row.cells.moved ?? '').trim() !== '') return 'talked';
  const life = row.life;
  const past = isIsoDate(row.cells.when) && row.cells.when < today;
  const dragging = (life?.monthsUnchanged ?? 0) >= UNCHANGED_WORTH || (life?.timesPushed ?? 0) > 1;
  if (statusWord(row) !== '' || dragging || past) return 'worth';
  return (life?.monthsUnchanged ?? 0) > 0 ? 'unchanged' : 'moving';
}

/**
 * Groups rows, in the sheet's order. A row that has the focus stays where it was: `stay` is its key, `before` the groups
 * of last time.
 */
export function grouped(
  rows: readonly RowView[],
  statuses: readonly StatusView[],
  today: string,
  stay: string | null,
  before: ReadonlyMap<string, GroupName>,
): { groups: Record<GroupName, RowView[]>; of: Map<string, GroupName> } {
  const groups: Record<GroupName, RowView[]> = { worth: [], talked: [], moving: [], unchanged: [], closed: [] };
  const of = new Map<string, GroupName>();
  for (const row of rows) {
    const kept = row.key === stay ? before.get(row.key) : undefined;
    const name = kept ?? groupOf(row, statuses, today);
    groups[name].push(row);
    of.set(row.key, name);
  }
  return { groups, of };
}

/** Rows with this text in any of their cells; all of them for an empty one. */
export function found(rows: readonly RowView[], text: string): RowView[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...rows];
  return rows.filter((row) => Object.values(row.cells).some((cell) => String(cell).toLowerCase().includes(wanted)));
}
