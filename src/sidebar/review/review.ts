/** What is done with the deals of last month's list. */
import type { MeetingScreen, RowView, SectionView } from '../../contract/state';
import { titleOf } from '../../core/shared/record';
import { announce } from '../page/notices';
import { isPreparing, meeting } from '../page/view';
import { focusCard, focusField, focusSoon, typeInto } from '../rows/focus';
import { isClosed } from '../rows/group';
import { openKey, touched } from '../rows/state';
import { serverRow, withEdits } from '../save/merge';
import { closeRow, editWithUndo, offerUndoOfText, openRow } from '../save/rows';
import { edits } from '../save/state';
import { offerUndo } from '../save/undo';
import { isMarked, preparedAs, setMark } from './review-marks';
import { groupOf, inOrder, sessionOf } from './review-session';
import { reviewWords } from './words';

/** Last month's opportunities in the order of the review, with what is typed here laid over them. */
export function dealsOf(m: MeetingScreen): RowView[] {
  return inOrder(listed(m), sessionOf(m));
}

function listed(m: MeetingScreen): RowView[] {
  const rows = m.block.sections.filter((s) => s.kind === 'existing').flatMap((s) => s.rows);
  return rows.map((row) => withEdits(row, edits.value.get(row.key)));
}

/** How many of them have been looked at in preparing. */
export function lookedCount(m: MeetingScreen, deals: readonly RowView[]): number {
  return deals.filter((row) => preparedAs(row, m.statuses) !== null).length;
}

/** The section whose rows are opportunities that a key belongs to. */
export function dealSection(m: MeetingScreen, key: string): SectionView | undefined {
  return m.block.sections.find((s) => (s.kind === 'existing' || s.kind === 'new') && key.startsWith(`${s.id}:`));
}

/** Has nothing been said about this deal yet: in preparing, or in the talk? */
function isLeft(row: RowView, m: MeetingScreen): boolean {
  if (isPreparing.peek()) return preparedAs(row, m.statuses) === null;
  const group = groupOf(row, m, sessionOf(m));
  return group === 'worth' || (group === 'same' && !isMarked('kept', row.key));
}

/** The deals that nothing has been said about; the one that is open counts as being talked about. */
export function leftDeals(m: MeetingScreen): RowView[] {
  return listed(m).filter((row) => row.key !== openKey.value && isLeft(row, m));
}

/** A deal has not changed: marked, and on to the next one. False for a row that is none of last month's deals. */
export function noChange(key: string): boolean {
  const m = meeting.peek();
  const row = m && dealsOf(m).find((deal) => deal.key === key);
  if (!m || !row || isClosed(row, m.statuses)) return false;
  setMark(isPreparing.peek() ? 'looked' : 'kept', [key]);
  const deals = dealsOf(m);
  announce(reviewWords.noChangeSaid(titleOf(row.cells), deals.filter((deal) => !isLeft(deal, m)).length, deals.length));
  goOn(key);
  return true;
}

/** From a deal on to the next one worth the minutes; after the last, to what confirms the rest. */
export function goOn(key: string): void {
  const m = meeting.peek();
  if (!m) return;
  closeRow();
  const deals = dealsOf(m);
  const at = deals.findIndex((row) => row.key === key);
  const recommended = sessionOf(m).recommended;
  const others = [...deals.slice(at + 1), ...deals.slice(0, Math.max(0, at))].filter((row) => isLeft(row, m));
  const next = isPreparing.peek() ? others[0] : others.find((row) => recommended.has(row.key));
  if (next) focusCard(next.key);
  else if (others.length > 0) focusSoon('.confirm-rest');
  else if (at >= 0) focusSoon('.dock .primary');
  else focusCard(key);
}

/** All deals that nothing has been said about stay as they are. Marks of this browser only: the sheet goes on counting. */
export function confirmRest(): boolean {
  const m = meeting.peek();
  if (!m) return false;
  const keys = leftDeals(m).map((row) => row.key);
  if (keys.length === 0) return false;
  const mark = isPreparing.peek() ? 'looked' : 'kept';
  setMark(mark, keys);
  const text = reviewWords.restConfirmed(keys.length);
  offerUndo(text, () => setMark(mark, keys, false));
  announce(reviewWords.undoSaid(text));
  focusSoon('.dock .primary');
  return true;
}

/** Sets a deal's status; with Undo. False for a row that has none, or whose status is a formula. */
export function setStatus(key: string, status: string, text: string): boolean {
  const m = meeting.peek();
  const server = m && serverRow(m, key);
  if (!m || !server || !dealSection(m, key) || server.formulas.includes('status')) return false;
  touched.value = key;
  editWithUndo(withEdits(server, edits.peek().get(key)), 'status', status, text);
  return true;
}

/** The status that a digit chooses: 1 is moving (blank), then the list of Setup; undefined beyond it. */
export function statusOfDigit(digit: number): string | undefined {
  return digit === 1 ? '' : meeting.peek()?.statuses[digit - 2]?.word;
}

/** Opens a deal with the cursor in "what moved". */
export function writeWhatMoved(key: string): void {
  if (openKey.peek() !== key) openRow(key);
  focusField(key, 'moved');
}

/** Has a row a "what moved" that can be written? */
export function canWriteWhatMoved(key: string): boolean {
  const m = meeting.peek();
  const server = m && serverRow(m, key);
  const fields = m && dealSection(m, key)?.fields;
  return !!server && !server.formulas.includes('moved') && !!fields?.some((field) => field.field === 'moved');
}

/** Opens a deal and goes on with what has been typed on its card at the end of "what moved"; Undo takes all of it back. */
export function typeWhatMoved(key: string, text: string): void {
  const m = meeting.peek();
  const server = m && serverRow(m, key);
  if (!server) return;
  const before = String(withEdits(server, edits.peek().get(key)).cells.moved ?? '');
  if (openKey.peek() !== key) openRow(key);
  typeInto(key, 'moved', before.trim() === '' || /\s$/.test(before) ? text : ` ${text}`);
  offerUndoOfText(key, 'moved', before, reviewWords.typedAsText);
}
