import type { MeetingScreen, RowView } from '../../contract/state';
import { titleOf } from '../../core/record';
import { focusCard } from '../rows/focus';
import { withEdits } from '../saving/merge';
import { saveNow } from '../saving/saver';
import { lookedAt, markLooked } from '../store/looked';
import { edit } from '../store/rows';
import { edits, meeting, say } from '../store/state';
import { words } from '../words';

/** Last month's opportunities, with what is typed here laid over them. */
export function dealsOf(m: MeetingScreen): RowView[] {
  return m.block.sections
    .filter((s) => s.kind === 'existing')
    .flatMap((s) => s.rows)
    .map((row) => withEdits(row, edits.value.get(row.key)));
}

/** How many of them have been looked at. */
export function lookedCount(m: MeetingScreen, deals: readonly RowView[]): number {
  return deals.filter((row) => lookedAt(row, m.statuses) !== null).length;
}

/** A deal has not changed: marked, and on to the next one that has not been looked at. False for a row that is no deal. */
export function noChange(key: string): boolean {
  const m = meeting.peek();
  if (!m) return false;
  const deals = dealsOf(m);
  const at = deals.findIndex((row) => row.key === key);
  const row = deals[at];
  if (!row) return false;
  if (lookedAt(row, m.statuses) === null) markLooked(key, true);
  say(words.noChangeSaid(titleOf(row.cells), lookedCount(m, deals), deals.length));
  const others = [...deals.slice(at + 1), ...deals.slice(0, at)];
  const next = others.find((other) => lookedAt(other, m.statuses) === null);
  focusCard((next ?? row).key);
  return true;
}

/** "I'm ready", or not yet after all. */
export function setReady(ready: boolean): void {
  const m = meeting.peek();
  if (!m) return;
  edit(m.block.prepare.ready.key, 'when', ready ? '✓' : '');
  saveNow();
  say(ready ? words.readySaid : words.undone);
}
