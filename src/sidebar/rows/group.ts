/** Status and outcome of a deal's row. */
import type { RowView, StatusView } from '../../contract/state';

/** The status of a row in small letters; "" is moving. */
export function statusWord(row: Pick<RowView, 'cells'>): string {
  const word = String(row.cells.status ?? '')
    .trim()
    .toLowerCase();
  return word === 'moving' ? '' : word;
}

/** Does the row's status take it off the list? */
export function isClosed(row: RowView, statuses: readonly StatusView[]): boolean {
  return outcomeOf(row, statuses) !== null;
}

/** Was it won or lost? Null while it is open. */
export function outcomeOf(row: Pick<RowView, 'cells'>, statuses: readonly StatusView[]): 'won' | 'lost' | null {
  const word = statusWord(row);
  const known = statuses.find((s) => s.closes && s.word.toLowerCase() === word);
  return known ? (known.won ? 'won' : 'lost') : null;
}

/** Rows with this text in any of their cells; all of them for an empty one. */
export function rowsWithText(rows: readonly RowView[], text: string): RowView[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...rows];
  return rows.filter((row) => Object.values(row.cells).some((cell) => String(cell).toLowerCase().includes(wanted)));
}
