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
  wouldLikeTo: (name: string) => `${name}’s topics`,
  youWouldLikeTo: 'Your topics',
  youBring: 'You bring',
  bringsLabel: 'What you bring: both read it',
  youGoFirst: 'You go first.',
  firstTime: {
    title: (name: string | null) => (name === null ? 'Your first 1:1' : `The first 1:1 with ${name}: how to open it`),
    forManager: (name: string) => [
      `Say what it is for: ${name}’s work, what helps, what is in the way.`,
      `${name} brings the topics and goes first; you ask and listen.`,
      'No exam: nothing is scored, and conduct has its place elsewhere.',
      'What is written down here, both read.',
      `Ask what would make this time worth it for ${name}.`,
    ],
    forRep: [
      'Once a month: your work, what helps, what is in the way.',
      'You bring the topics and go first.',
      'No exam: nothing is scored. What is written down here, both read.',
    ],
  },
  prepared: (n: number) => `${many(n, 'row', 'rows')} prepared.`,
  notPrepared: 'Not prepared yet.',
  notPreparedMore: (hasDeals: boolean) => (hasDeals ? 'Start with last month’s list.' : 'Start with what is new.'),
  goesFirst: (name: string) => `${name} goes first.`,
  backToTalk: 'Back to the talk',
  start: (n: number) => `Start the ${n} minutes`,
  prepareShort: 'Prepare',
  shareAgenda: 'Share the agenda',
  isReady: (name: string | null) => (name === null ? 'You are ready.' : `${name} is ready.`),
  changedTitle: 'Since last time',
  gapsTitle: 'Biggest gaps',
  patternsTitle: 'Keeps coming back',
  changed: {
    closed: (word: string, names: string[]) => `${capital(word)}: ${some(names)}`,
    moved: (_: number, names: string[]) => `Moved: ${some(names)}`,
    fresh: (_: number, names: string[]) => `New: ${some(names)}`,
    kept: (n: number) => `${many(n, 'commitment', 'commitments')} done`,
  },
  gap: (name: string, percent: string, trends: readonly string[]) =>
    [`${name} at ${percent}${/ goal/.test(trends[0] ?? '') ? '' : ' of goal'}`, ...trends].join(', '),
  lateSteps: (names: string[]) => `Late next ${names.length === 1 ? 'step' : 'steps'}: ${some(names)}`,
  planDay: 'Day of the meeting',
  plannedFor: (day: IsoDate | '', moved: boolean, overdue: boolean) => {
    if (day === '') return 'No day planned';
    const short = shortDate(day, Number(day.slice(0, 4)));
    if (overdue) return `Was planned for ${short}`;
    return moved ? `Moved to ${short}` : `Planned for ${short}`;
  },
  planIt: 'Plan a day',
  moveIt: 'Move',
  newDay: 'The day',
  keepDay: 'Keep this day',
  dayFirst: 'Pick a day first.',
  plannedSaid: (day: IsoDate) => `Planned for ${shortDate(day)}`,
  prepareHint: 'Facts will do, in any order.',
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
