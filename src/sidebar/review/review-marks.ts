/** What has been said about rows without changing them, as marks that this browser keeps. */
import { signal } from '@preact/signals';
import type { RowView, StatusView } from '../../contract/state';
import { onNewPage } from '../page/new-page';
import { keepText, keptText } from '../page/storage';
import { pin } from '../page/view';
import { isClosed } from '../rows/group';

/**
 * What a mark on a row says. looked: unchanged, found in preparing. kept: unchanged, said in the talk. asked: its next
 * step has been asked about; settled: and needs no more asking. offered: what its card offered has been done.
 */
type ReviewMark = 'looked' | 'kept' | 'asked' | 'settled' | 'offered';

const SIGN: Record<ReviewMark, string> = { looked: '', kept: '=', asked: '?', settled: '!', offered: '+' };

/** Marks on rows: of this browser, not of the sheet. */
const marks = signal<ReadonlySet<string>>(new Set());

let at = '';

// The marks of a block come with it.
onNewPage(() => {
  const of = pin.peek();
  at = of ? `monthly-1on1 looked ${of.sheetId} ${of.repId} ${of.month}` : '';
  const kept = at === '' ? null : keptText('local', at);
  marks.value = new Set(kept ? kept.split('\n') : []);
});

/** Sets a mark on rows, or takes it back. */
export function setMark(mark: ReviewMark, keys: readonly string[], on = true): void {
  const next = new Set(marks.peek());
  for (const key of keys) {
    if (on) next.add(SIGN[mark] + key);
    else next.delete(SIGN[mark] + key);
  }
  marks.value = next;
  keepText('local', at, next.size > 0 ? [...next].join('\n') : null);
}

/** Has a row this mark? */
export function isMarked(mark: ReviewMark, key: string): boolean {
  return marks.value.has(SIGN[mark] + key);
}

/** What has become of a row in preparing: its deal is closed, something moved, it was found unchanged, or nothing yet. */
export function preparedAs(row: RowView, statuses: readonly StatusView[]): 'closed' | 'moved' | 'same' | null {
  if (isClosed(row, statuses)) return 'closed';
  if (String(row.cells.moved ?? '').trim() !== '') return 'moved';
  return isMarked('looked', row.key) || isMarked('kept', row.key) ? 'same' : null;
}
