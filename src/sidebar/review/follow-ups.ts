/** What follows from a deal's status: what is asked, and what its card offers to do. */
import type { MeetingScreen, RowView, SectionView } from '../../contract/state';
import { storyStatus } from '../../core/deal/story';
import { isIsoDate } from '../../core/shared/dates';
import type { Cells, CellValue } from '../../core/shared/fields';
import { namedDay } from '../../core/shared/next-step';
import { titleOf } from '../../core/shared/record';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { perPage } from '../page/new-page';
import { announce } from '../page/notices';
import { meeting } from '../page/view';
import { focusField } from '../rows/focus';
import { outcomeOf } from '../rows/group';
import { openKey } from '../rows/state';
import { stepDayOf, stepStyle } from '../rows/step-day';
import { isCommitment, serverValue } from '../save/merge';
import { edit, openRow, takeRowBack, writeRow } from '../save/rows';
import { saveNow } from '../save/saver';
import { edits } from '../save/state';
import { offerUndo } from '../save/undo';
import { dealSection } from './review';
import { isMarked, setMark } from './review-marks';
import { reviewWords } from './words';

/** What a deal asks for beyond its fields, by its status. */
export type FollowUpKind = 'won' | 'lost' | 'stuck' | 'cold';

/** What a row's status asks for; null for a row that is no deal, or that moves along. */
export function followUpOf(row: RowView, m: MeetingScreen): FollowUpKind | null {
  if (!dealSection(m, row.key)) return null;
  const outcome = outcomeOf(row, m.statuses);
  if (outcome) return outcome;
  const status = storyStatus(row.cells.status);
  return status === 'stuck' || status === 'cold' ? status : null;
}

/** What a card offers to do: note what won it, or make a commitment of what it says comes next; null when there is nothing. */
interface Offer {
  kind: 'note' | 'commitment';
  section: SectionView;
}

/** What a row's card offers now: any row with a next step, and a deal that is stuck, can become a commitment. */
export function offerFor(row: RowView, m: MeetingScreen): Offer | null {
  const asking = followUpOf(row, m);
  const isPlan = asking !== 'lost' && !isCommitment(row.key) && (asking === 'stuck' || trimmed(row.cells.next) !== '');
  const kind = asking === 'won' ? 'note' : isPlan ? 'commitment' : null;
  const section = m.block.sections.find((s) => (kind === 'note' ? s.id === 'working' : s.kind === 'conclusion'));
  return kind && section ? { kind, section } : null;
}

/** The commitments that cards of this page have made, by the row that they come from. */
const made = perPage<ReadonlyMap<string, string>>(new Map());

/** Who could have the commitment that a row's card has made, instead of who has it now; null where nobody else could. */
export function otherOwner(row: RowView, m: MeetingScreen): string | null {
  const key = made.value.get(row.key);
  if (key === undefined) return null;
  const owner = trimmed(edits.value.get(key)?.next ?? serverValue(m, key, 'next'));
  return m.owners.find((name) => name !== owner) ?? null;
}

/** Gives that commitment to somebody else. */
export function giveTo(row: RowView, owner: string): void {
  const key = made.peek().get(row.key);
  if (key === undefined) return;
  edit(key, 'next', owner);
  saveNow();
  announce(reviewWords.owned(owner));
}

const trimmed = (value: CellValue | undefined) => String(value ?? '').trim();

/** Does what the card offers, with Undo. A commitment needs a step first: without one the cursor goes there. */
export function takeOffer(row: RowView): boolean {
  const m = meeting.peek();
  const offer = m && offerFor(row, m);
  if (!m || !offer || isMarked('offered', row.key)) return false;
  if (offer.kind === 'commitment' && planOf(row) === '') {
    if (openKey.peek() !== row.key) openRow(row.key);
    focusField(row.key, 'next');
    announce(reviewWords.stepFirst);
    return true;
  }
  const key = writeRow(offer.section, offer.kind === 'note' ? noteOf(row) : commitmentOf(row, m));
  setMark('offered', [row.key]);
  if (offer.kind === 'commitment') made.value = new Map([...made.peek(), [row.key, key]]);
  const said = offer.kind === 'note' ? reviewWords.noted(offer.section.name) : reviewWords.commitmentMade;
  offerUndo(said, () => {
    setMark('offered', [row.key], false);
    takeRowBack(offer.section, key);
  });
  announce(reviewWords.undoSaid(said));
  return true;
}

/** What made the difference, and where. */
function noteOf({ cells }: RowView): Cells {
  const won = reviewWords.wonNote(titleOf(cells), showAmount(cells.amount, language()));
  const moved = String(cells.moved ?? '').trim();
  return moved === '' ? { who: won } : { who: moved, why: won };
}

/** What is to be done: the next step, else what a stuck deal says is in the way. */
function planOf({ cells }: RowView): string {
  return trimmed(cells.next) || trimmed(cells.moved);
}

/**
 * What is to be done and what for. The owner is whom it names first, else the salesperson; due on the day that it names,
 * else on the deal's, else at the next 1:1.
 */
function commitmentOf(row: RowView, m: MeetingScreen): Cells {
  const plan = planOf(row);
  const days = [stepDayOf(row, m), row.cells.when, m.block.conclusion.nextDate.value];
  const named = m.owners.find((name) => firstName(name) === plan.split(/[\s:,]/)[0]);
  return {
    who: `${titleOf(row.cells)}: ${namedDay(plan, stepStyle(m.today))?.rest || plan}`,
    when: days.find((day) => isIsoDate(day) && day >= m.today) ?? '',
    status: 'open',
    next: named ?? m.owners[0] ?? m.rep.name,
  };
}

const firstName = (name: string) => name.split(' ')[0];

/** The reasons to lose a deal that are one click away. */
export const LOST_REASONS: readonly string[] = reviewWords.lostReasons;

/** "What did we learn?" with a reason put in front of it; another reason that stands there goes. */
export function withReason(text: string, reason: string): string {
  const known = LOST_REASONS.find((r) => text === r || text.startsWith(`${r}: `));
  const own = known === undefined ? text.trim() : text.slice(known.length).replace(/^: /, '');
  return own === '' ? reason : `${reason}: ${own}`;
}

/** The reason that a text begins with, if any. */
export function reasonIn(text: string): string | undefined {
  return LOST_REASONS.find((r) => text === r || text.startsWith(`${r}: `));
}
