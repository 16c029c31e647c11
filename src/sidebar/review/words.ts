/** The texts of the review of last month's list. */
import type { LifeChange, LifeGap } from '../../contract/life';
import type { LifeView } from '../../contract/state';
import type { Reason } from '../../core/deal/priority';
import { type IsoDate, shortDate } from '../../core/shared/dates';
import type { CellValue } from '../../core/shared/fields';
import { type MonthKey, monthName } from '../../core/shared/month';
import { capital, many, ordinal, times } from '../wording';

const months = (n: number) => many(n, 'month', 'months');

function reasonWord(reason: Reason): string {
  switch (reason.code) {
    case 'stuck':
      return reason.months > 0 ? `stuck for ${months(reason.months)}` : 'stuck';
    case 'pushed':
      return reason.again && reason.times > 2
        ? `pushed for the ${ordinal(reason.times)} time`
        : `pushed ${times(reason.times)}`;
    case 'past':
      return 'its day has passed';
    case 'closing':
      return reason.thisMonth ? 'closing this month' : 'closing';
    case 'cold':
      return reason.months > 1 ? `going cold for ${months(reason.months)}` : 'going cold';
    case 'unchanged':
      return `no change for ${months(reason.months)}`;
    case 'big':
      return 'and big';
  }
}

export const reviewWords = {
  ofDeals: (n: number, all: number) =>
    n === all ? `${many(all, 'deal', 'deals')}` : `${n} of ${many(all, 'deal', 'deals')}`,
  findDeal: 'Find a deal',
  foundSaid: (n: number, all: number) => `${n} of ${all}`,
  showWhich: 'Show',
  chipWorth: 'Worth it',
  chipStuck: 'Stuck',
  chipAll: 'All',
  nothingFound: 'No deal has this text.',
  // Reasons and life lines
  /** The weightiest reason and one more: "Stuck for 3 months, and big". */
  reasons: (reasons: readonly Reason[]) => capital(reasons.slice(0, 2).map(reasonWord).join(', ')),
  since: (month: MonthKey, pushed: number) =>
    [`since ${monthName(month)}`, ...(pushed > 0 ? [`pushed ${times(pushed)}`] : [])].join(', '),
  picture: (life: LifeView, amounts: number, status: string) =>
    [
      `Since ${monthName(life.firstMonth)}`,
      ...(life.timesPushed > 0 ? [`pushed ${times(life.timesPushed)}`] : []),
      ...(amounts > 0 ? [`amount changed ${times(amounts)}`] : []),
      ...(life.monthsStuck > 0 ? [`stuck for ${months(life.monthsStuck)}`] : []),
      ...(life.monthsUnchanged > 0 ? [`unchanged for ${months(life.monthsUnchanged)}`] : []),
      `now ${status === '' ? 'moving' : status}`,
    ].join(', '),

  // The list
  groups: {
    worth: 'Worth the minutes',
    same: 'No change',
    talked: 'Talked about',
    moved: 'Moved since last time',
    closed: 'Won or lost',
  },
  more: (n: number) => `${n} more`,
  moreOpen: 'Fewer',
  allTalked: 'These are talked about.',
  nothingLeft: 'Nothing stands out this month.',
  allDone: 'That was the list.',
  confirmRest: (n: number, all: number) =>
    n === all ? `No change for all ${n}` : n === 1 ? 'No change for the other one' : `No change for the other ${n}`,
  restConfirmed: (n: number) => (n === 1 ? 'One deal kept as it is.' : `${n} deals kept as they are.`),
  noChangeSaid: (title: string, n: number, all: number) => `${title}, no change. ${n} of ${all}`,
  undoSaid: (text: string) => `${text} Undo: Ctrl+Z`,
  kept: 'no change',
  keyEnterNext: 'save, next deal',

  // What a status asks for
  wonTitle: (amount: string) => (amount === '' ? 'Won!' : `Won! ${amount}`),
  wonAsk: 'What made the difference?',
  noteIt: (section: string) => `Note it under ${section}`,
  noted: (section: string) => `Noted under ${section}.`,
  wonNote: (title: string, amount: string) => (amount === '' ? `Won: ${title}` : `Won: ${title}, ${amount}`),
  stuckAsk: (monthsStuck: number) =>
    monthsStuck >= 3
      ? 'What would have to be true for this to move, or shall we let it go?'
      : monthsStuck > 0
        ? 'Who can move it, and what would make it worth their while?'
        : 'What is really in the way?',
  makeCommitment: 'Make a commitment',
  commitmentMade: 'A commitment now.',
  giveTo: (name: string) => `Give it to ${name}`,
  owned: (name: string) => `It is ${name}’s now.`,
  stepFirst: 'Write the next step first: who does what?',
  coldAsk: 'When did they last come to you? One honest question, or let it go?',
  lostAsk: 'What did we learn?',
  lostReasonsLabel: 'A reason, if one fits',
  // Kept as the beginning of a text in the sheet: add one, don't rename one. Leaving behind has its own (start/words.ts).
  lostReasons: ['Price', 'Timing', 'Went elsewhere', 'No decision', 'No need'],
  vagueAsk: 'Who does what, and by when?',
  vagueFine: 'It’s fine',
  keyOffer: 'Ctrl + Enter',

  // The whole story
  story: 'Story',
  storyReading: 'Reading…',
  storyLost: 'No answer. The story is in the sheet.',
  storyNone: 'Its story begins this month.',
  cameUp: 'came up',
  forDay: (day: string) => `for ${day}`,
  stepChange: ({ what, from, to }: LifeChange, show: (value: CellValue, what: 'amount' | 'when') => string) => {
    if (what === 'status') return to === '' ? 'moving' : String(to);
    const [a, b] = [show(from, what), show(to, what)];
    if (what === 'amount') return a === '' ? b : b === '' ? `amount ${a} taken out` : `${a} became ${b}`;
    if (a === '') return `set for ${b}`;
    if (b === '') return `no day any more, was ${a}`;
    return `${to > from ? 'pushed' : 'brought forward'} from ${a} to ${b}`;
  },
  unchanged: 'no change',
  nextStep: (step: string) => `Next: ${step}`,
  monthRange: (from: MonthKey, to: MonthKey) =>
    from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`,
  inYear: (text: string, month: MonthKey) => `${text} ${Math.floor(month / 100)}`,
  gap: ({ why }: LifeGap) => (why === 'noMeeting' ? 'no 1:1' : 'not on the list'),

  // The legend
  signs: [
    ['▲ ● ▼', 'on target, near, off'],
    ['Sep · 2×', 'since September, pushed twice'],
    ['Sep · 2 mo', 'no change for two months'],
  ] as const,
  /** What a deal's line says: a point for each 1:1, the latest at the right. */
  lifeSigns: {
    climbs: 'a point for each 1:1; climbs: it moved',
    stands: 'dotted: nothing moved',
    pushed: 'pushed to later',
    amount: 'another amount',
    stuck: 'stuck',
    cold: 'going cold',
    closing: 'closing',
  },

  // Keys
  keyStatus: 'status',
  typedAsText: 'Written into “What moved”.',
  keys: (statuses: readonly string[]) =>
    [
      ['↑ ↓', 'previous, next deal'],
      [`1 – ${Math.min(9, statuses.length)}`, 'status, by its number'],
      ['A …', 'on a deal: what moved'],
      ['Enter', 'open; in a text: save, next deal'],
      ['N', 'no change'],
      ['Shift + N', 'no change for the others'],
      ['Ctrl + Enter', 'make it a commitment; won: note it'],
    ] as const,
};

/** A day for the story: "3 Sep", with the year when it is another than the month's. */
export function storyDay(day: IsoDate, month: MonthKey): string {
  return shortDate(day, Math.floor(month / 100));
}
