/** Texts that several rooms say. Short, human, never scolding; each problem says what to do next. */
import type { SectionView } from '../contract/state';
import { type MonthKey, monthName } from '../core/shared/month';
import type { KpiRun } from './rows/kpi';
import { capital, many, monthsInWords, times } from './wording';

/** How a figure is told that goes, or lies, where it is not wanted. */
const WRONG_WAY: Record<KpiRun['better'], { moves: string; is: string }> = {
  higher: { moves: 'down', is: 'below' },
  lower: { moves: 'up', is: 'above' },
};

export const words = {
  product: 'Monthly 1:1s',
  saved: 'Saved',
  tryAgain: 'Try again',
  updatingTeam: 'Updating the Team tab',
  readingTabs: 'Reading tabs',
  close: 'Close',
  back: 'Back',
  ok: 'All right',
  minutes: (n: number) => `${n} min`,
  theRest: 'the rest',
  addRow: (section: SectionView) => {
    if (section.id === 'working') return 'Add what works';
    if (section.id === 'notWorking') return 'Add what doesn’t';
    return {
      new: 'Add a deal',
      existing: 'Add a deal',
      notes: 'Add a row',
      topics: 'Add a topic',
      growth: '',
      kpis: '',
      conclusion: '',
    }[section.kind];
  },
  newRow: 'New row',
  empty: {
    new: 'Nothing new yet. Names and ideas are enough.',
    existing: 'No deals came along. What is new comes along next month.',
    notes: 'One thing is enough.',
    topics: 'No topics yet. Anything on your mind goes here.',
    growth: 'Nothing yet. What is the next thing to learn?',
    kpis: 'No figures yet. KPIs in the Setup tab appear next month.',
    conclusion: '',
  },
  label: capital,
  moving: 'Moving',
  status: (word: string) => capital(word),
  pushed: (n: number) => `pushed ${times(n)}`,
  undo: 'Undo',
  statusNow: (word: string) => `${capital(word || 'moving')}.`,
  changedWhileTyping: (label: string) => `Somebody changed “${label}” while you typed.`,
  blank: '(blank)',
  rowGone: 'This row is no longer in the sheet. Your text is kept here.',
  copied: 'Copied',
  notCopied: 'Copying is blocked here. Select the text and press Ctrl+C.',
  goalOnly: (goal: string) => (goal ? `goal ${goal}` : ''),
  trend: (run: KpiRun) => {
    if (run.worse >= 2) return `${WRONG_WAY[run.better].moves} ${monthsInWords(run.worse)}`;
    if (run.off < 2) return '';
    return run.gained ? 'better than before' : words.offFor(run);
  },
  development: 'Development and coaching',
  before: 'Before you start',
  sinceMonth: (month: MonthKey) => `since ${monthName(month)}`,
  prepare: (month: MonthKey) => `Prepare ${monthName(month)}`,
  lookFirst: 'Look first',
  mailCut: '… The mail ends here; “Copy” in the sidebar has all of it.',
  brought: {
    review: 'A call or meeting to review together',
    seen: 'What we saw in it, what we learnt',
    help: 'Help wanted with',
    helped: 'Asked since last month',
    brings: 'The manager brings',
  },
  figuresOf: (month: string) => `${month}’s figures`,
  allInSheet: 'It is all in the sheet.',
  copy: 'Copy',
  startMonth: (month: MonthKey) => `Start ${monthName(month)}`,
  previewChanged: 'The sheet changed meanwhile, so nothing was written. This is how it looks now.',
  notNow: 'Not now',
  unchangedLine: (n: number) => `no change ${many(n, 'month', 'months')}`,
  openMonth: (month: MonthKey) => `Open ${monthName(month)}`,
  privacy: 'Whoever can open this file can read every tab. For privacy, give each person their own file.',
  leftOut: 'Left out',
  menu: {
    switchPerson: 'Switch person',
    team: 'Your team',
    months: 'Other months',
    undoStart: (month: MonthKey) => `Undo start of ${monthName(month)}`,
    startEveryone: (month: MonthKey) => `Start ${monthName(month)} for everyone`,
    addPeople: 'Add people',
    monthAndDeals: 'Month and deals',
    setup: 'Setup',
    setupTab: 'Open the Setup tab',
    help: 'Help',
    keys: 'Keys and signs',
    sheetFollows: 'The sheet follows the talk',
    chimeOn: 'Chime when time is over: on',
    chimeOff: 'Chime when time is over: off',
    summary: 'Summary of this month',
    before: 'Before you start',
    check: 'Check and repair',
    exportRecord: 'Export',
    actuals: 'Paste figures',
    goals: 'Goals',
    makeTabs: 'New tabs',
    protect: 'Protect tabs',
    teamTab: 'Update the Team tab',
  },
  offFor: (run: KpiRun) => `${WRONG_WAY[run.better].is} goal for ${monthsInWords(run.off)}`,
};
