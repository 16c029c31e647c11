import { signal } from '@preact/signals';
import type { RowView, StatusView } from '../../contract/state';
import { isClosed } from '../rows/group';
import type { Pin } from '../saving/keep';
import { keepText, keptText } from '../storage';

/** Keys of last month's opportunities that were looked at and found unchanged: a mark of this browser, not of the sheet. */
export const looked = signal<ReadonlySet<string>>(new Set());

let at = '';

/** Takes up the marks of a block. */
export function recallLooked(pin: Pin | null): void {
  at = pin ? `monthly-1on1 looked ${pin.sheetId} ${pin.repId} ${pin.month}` : '';
  const kept = at === '' ? null : keptText('local', at);
  looked.value = new Set(kept ? kept.split('\n') : []);
}

/** Marks a row as unchanged, or takes the mark back. */
export function markLooked(key: string, on: boolean): void {
  const next = new Set(looked.peek());
  if (on) next.add(key);
  else next.delete(key);
  looked.value = next;
  keepText('local', at, next.size > 0 ? [...next].join('\n') : null);
}

/** What has become of a row in preparing: its deal is closed, something moved, it was found unchanged, or nothing yet. */
export function lookedAt(row: RowView, statuses: readonly StatusView[]): 'closed' | 'moved' | 'same' | null {
  if (isClosed(row, statuses)) return 'closed';
  if (String(row.cells.moved ?? '').trim() !== '') return 'moved';
  return looked.value.has(row.key) ? 'same' : null;
}
