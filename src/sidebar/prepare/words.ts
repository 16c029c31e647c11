/** The texts of preparing and of the page before the talk. */
import type { SectionView } from '../../contract/state';
import { type IsoDate, shortDate } from '../../core/shared/dates';
import { type MonthKey, monthName } from '../../core/shared/month';
import { capital, many, some } from '../wording';

/** Short, human, never scolding; each problem says what to do next. */
export const prepareWords = {
  planning: 'Noting the day…',
  tickedOff: 'Ticked off.',
  lastFocus: 'Last focus',
  from: (month: MonthKey) => `from ${monthName(month)}`,
  openCommitments: 'Open commitments',
  you: 'You',
  tickOff: 'Tick off',
  wasDue: (day: string) => `was due ${day}`,
  due: (day: string) => `due ${day}`,
  dueToday: 'due today',
  wouldLikeTo: (name: string) => `${name} would like to talk about`,
  youWouldLikeTo: 'You would like to talk about',
  youBring: 'You bring',
  bringsLabel: 'What you bring: both read it',
  youGoFirst: 'You go first.',
  firstTime: {
    title: (name: string | null) => (name === null ? 'Your first 1:1' : `The first 1:1 with ${name}: how to open it`),
    forManager: (name: string) => [
      `Say what it is for: once a month you two look at ${name}’s work, what helps and what is in the way.`,
      `${name} brings the topics and goes first; you ask, and listen more than you talk.`,
      'It is no exam: nothing is scored here, and conduct has its place elsewhere.',
      'What is said is written down here in a few words, for both to read.',
      `Ask what would make this time worth it for ${name}.`,
    ],
    forRep: [
      'Once a month the two of you look at your work: what moves, what helps, what is in the way.',
      'It is your time: you bring the topics and go first.',
      'It is no exam: nothing is scored here. What is written down stands in this sheet, for you, too.',
    ],
  },
  prepared: (n: number) => `${many(n, 'row is', 'rows are')} there already.`,
  notPrepared: 'Not prepared yet.',
  notPreparedMore: (hasDeals: boolean) =>
    hasDeals ? 'Start with last month’s list, it takes three minutes.' : 'Start with what is new.',
  goesFirst: (name: string) => `${name} goes first.`,
  backToTalk: 'Back to the talk',
  start: (n: number) => `Start the ${n} minutes`,
  prepareShort: 'Prepare',
  shareAgenda: 'Share the agenda',
  isReady: (name: string | null) => (name === null ? 'You are ready.' : `${name} is ready.`),
  changedTitle: 'Changed since last time',
  gapsTitle: 'Biggest gaps',
  patternsTitle: 'What keeps coming back',
  changed: {
    closed: (word: string, names: string[]) => `${capital(word)}: ${some(names)}`,
    moved: (n: number, names: string[]) => `${many(n, 'deal', 'deals')} moved: ${some(names)}`,
    fresh: (n: number, names: string[]) => `${n} new: ${some(names)}`,
    kept: (n: number) => `${many(n, 'commitment', 'commitments')} done`,
  },
  gap: (name: string, percent: string, trends: readonly string[]) =>
    [`${name} at ${percent}${/ goal/.test(trends[0] ?? '') ? '' : ' of goal'}`, ...trends].join(', '),
  lateCommitments: (n: number) =>
    `${many(n, 'commitment is', 'commitments are')} past ${n === 1 ? 'its' : 'their'} day`,
  lateSteps: (names: string[]) =>
    `${many(names.length, 'next step is', 'next steps are')} past ${names.length === 1 ? 'its' : 'their'} day: ${some(names)}`,
  planDay: 'Day of the meeting',
  plannedFor: (day: IsoDate | '', moved: boolean, overdue: boolean) => {
    if (day === '') return 'No day planned yet';
    const short = shortDate(day, Number(day.slice(0, 4)));
    if (overdue) return `Was planned for ${short}`;
    return moved ? `Moved to ${short}` : `Planned for ${short}`;
  },
  notHeldYet: 'Not held yet. Pick a new day, or just start.',
  planIt: 'Plan a day',
  moveIt: 'Move',
  newDay: 'The day',
  keepDay: 'Keep this day',
  dayFirst: 'Pick a day first.',
  plannedSaid: (day: IsoDate) => `Planned for ${shortDate(day)}`,
  prepareHint: 'Facts will do, in any order, here or in the sheet.',
  prepareTitle: (section: SectionView) =>
    ({
      new: 'What is new?',
      existing: 'How has last month’s list moved?',
      notes: section.name,
      topics: 'What do you want to talk about?',
      growth: '',
      kpis: '',
      conclusion: '',
    })[section.kind],
  figuresIn: (n: number, all: number) => `${n} of ${all} in`,
  lookedAt: (n: number, all: number) => (n === all ? 'all looked at' : `${n} of ${all} looked at`),
  rows: (n: number) => many(n, 'row', 'rows'),
  notYet: 'nothing yet',
  noChange: 'No change',
  hasMoved: 'Moved',
  keyMove: 'move',
  keyEdit: 'edit',
  imReady: 'I’m ready',
  youAreReady: 'You are ready',
  readySaid: 'Marked as ready',
  notReadySaid: 'Taken back: you are not ready yet',
  notReady: 'Not yet',
  theMinutes: (n: number) => `The ${n} minutes`,
  thirtySame: 'same every month',
};
