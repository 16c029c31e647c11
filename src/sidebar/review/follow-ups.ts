/** What follows from a deal's status: what is asked, and what its card offers to do. */
import type { MeetingScreen, RowView, SectionView } from '../../contract/state';
import { storyStatus } from '../../core/deal/story';
import { addDays, type IsoDate, isIsoDate } from '../../core/shared/dates';
import type { Cells, CellValue } from '../../core/shared/fields';
import { titleOf } from '../../core/shared/record';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { readDate } from '../fields/read-date';
import { announce } from '../page/notices';
import { meeting } from '../page/view';
import { focusField } from '../rows/focus';
import { outcomeOf } from '../rows/group';
import { openKey } from '../rows/state';
import { openRow, takeRowBack, writeRow } from '../save/rows';
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

/** What a card offers to do: note what won it, or make the step a commitment; null when there is nothing to offer. */
interface Offer {
  kind: 'note' | 'commitment';
  section: SectionView;
}

/** What a row's card offers now. */
export function offerFor(row: RowView, m: MeetingScreen): Offer | null {
  const asking = followUpOf(row, m);
  const kind = asking === 'won' ? 'note' : asking === 'stuck' ? 'commitment' : null;
  const section = m.block.sections.find((s) => (kind === 'note' ? s.id === 'working' : s.kind === 'conclusion'));
  return kind && section ? { kind, section } : null;
}

/** Does what the card offers, with Undo. A commitment needs a step first: without one the cursor goes there. */
export function takeOffer(row: RowView): boolean {
  const m = meeting.peek();
  const offer = m && offerFor(row, m);
  if (!m || !offer || isMarked('offered', row.key)) return false;
  if (offer.kind === 'commitment' && String(row.cells.next ?? '').trim() === '') {
    if (openKey.peek() !== row.key) openRow(row.key);
    focusField(row.key, 'next');
    announce(reviewWords.stepFirst);
    return true;
  }
  const key = writeRow(offer.section, offer.kind === 'note' ? noteOf(row) : commitmentOf(row, m));
  setMark('offered', [row.key]);
  const text = offer.kind === 'note' ? reviewWords.noted(offer.section.name) : reviewWords.commitmentMade;
  offerUndo(text, () => {
    setMark('offered', [row.key], false);
    takeRowBack(offer.section, key);
  });
  announce(reviewWords.undoSaid(text));
  return true;
}

/** What made the difference, and where. */
function noteOf({ cells }: RowView): Cells {
  const won = reviewWords.wonNote(titleOf(cells), showAmount(cells.amount, language()));
  const moved = String(cells.moved ?? '').trim();
  return moved === '' ? { who: won } : { who: moved, why: won };
}

/** The deal and its step; owner is the salesperson, due on the day the step names, else on the deal's. */
function commitmentOf({ cells }: RowView, m: MeetingScreen): Cells {
  const step = String(cells.next ?? '').trim();
  const ownDay = isIsoDate(cells.when) && cells.when >= m.today ? cells.when : '';
  return {
    who: `${titleOf(cells)}: ${step}`,
    when: dayIn(step, m.today) ?? ownDay,
    status: 'open',
    next: m.owners[0] ?? m.rep.name,
  };
}

const MOST_WORDS = 4;
const LOOK_AHEAD_DAYS = 366;

/** The day that a text ends with ("…, Thu 12 Nov"), from today on; null when it names none. */
function dayIn(text: string, today: IsoDate): IsoDate | null {
  const words = text.replace(/[.!)]+$/, '').split(/\s+/);
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const day: CellValue = readDate(words.slice(-count).join(' '), today, language());
    if (isIsoDate(day) && day >= today && day <= addDays(today, LOOK_AHEAD_DAYS)) return day;
  }
  return null;
}

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
