import type { CarryView } from '../contract/calls';
import type { SectionView } from '../contract/state';
import { type IsoDate, shortDate } from '../core/shared/dates';
import { addMonths, type MonthKey, monthName, monthTitle } from '../core/shared/month';
import type { KpiRun } from './rows/kpi';

/** Every text of the sidebar. Short, human, never scolding; each problem says what to do next. */
const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
const list = (names: string[]) =>
  names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const inWords = (n: number) => COUNTS[n] ?? String(n);
const months = (n: number) => `${inWords(n)} ${n === 1 ? 'month' : 'months'}`;
/** A few of many names: “Halden, Portan and 3 more”. */
const some = (names: string[], most = 3) =>
  names.length <= most + 1 ? list(names) : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const words = {
  product: 'Monthly 1:1s',

  // Saving
  saved: 'Saved',
  saving: 'Saving…',
  notSaved: 'Not saved yet',
  notSavedTag: 'not saved yet',
  allSaved: 'All saved',
  takenUp: 'What was typed here last time and not saved yet is saved now.',
  tryNow: 'Try now',
  tryAgain: 'Try again',
  toDecide: (n: number) => `${n} to decide`,
  toDecideTag: 'to decide',

  // Waiting for answers
  reading: 'Reading the tab…',
  lookingAhead: 'Looking ahead…',
  starting: (month: MonthKey) => `Opening ${monthName(month)}…`,
  takingBack: 'Taking it back…',
  finishing: 'Finishing…',
  planning: 'Noting the day…',
  reopening: 'Opening it again…',
  checking: 'Checking the tab…',
  repairing: 'Repairing…',
  keptFor: (name: string, n: number) =>
    `${many(n, 'row', 'rows')} of ${name} could not be saved yet. ${n === 1 ? 'It is' : 'They are'} kept here and saved when you open that tab again.`,
  stayUntilSaved: (name: string, n: number) =>
    `${many(n, 'row', 'rows')} of ${name} could not be saved yet, and this browser does not keep ${n === 1 ? 'it' : 'them'}. Stay here until ${n === 1 ? 'it is' : 'they are'} saved.`,
  stopWaiting: 'Stop waiting',

  // Work on many tabs
  working: 'Working',
  progress: (doing: string, done: number, total: number) => (total < 2 ? `${doing}…` : `${doing}: ${done} of ${total}`),
  workingMore: 'Each tab is finished before the next begins. You can go on working in the sheet.',
  stop: 'Stop',
  stopping: 'Stopping after this one…',
  stopped: 'Stopped',
  stoppedMore: 'What is done stays. Go on whenever you like.',
  goOn: 'Go on',
  leaveItSo: 'Leave it so',
  makingTabs: 'Making tabs',
  updatingTeam: 'Updating the Team tab',
  readingTabs: 'Reading tabs',
  keepingRanks: 'Keeping the ranks so far',
  openingTabs: (month: MonthKey) => `Opening ${monthName(month)}`,
  protectingTabs: 'Protecting tabs',
  writingFigures: 'Writing figures',
  changedMeanwhile: (names: string[]) =>
    `${names.length === 1 ? 'The tab' : 'The tabs'} of ${some(names)} changed meanwhile, so nothing was written there. This is how it looks now.`,
  close: 'Close',
  back: 'Back',
  later: 'Later',
  joined: (parts: string[]) => parts.filter((part) => part !== '').join(' · '),
  ok: 'All right',

  // Header, steps, clocks
  moreActions: 'More actions',
  ofMinutes: (n: number) => `of ${n} min`,
  heldOn: (day: string) => `held ${day}`,
  sections: 'Sections',
  stepState: { done: 'done', now: 'now', half: 'rows already there', open: 'to come' },
  step: (n: number, name: string, state: string) => `${n}, ${name}, ${state}`,
  meter: (n: number, mark: number) => `Whole meeting, ${n} minutes; a mark at minute ${mark}`,
  pause: 'Pause the clock',
  resume: 'Resume the clock',
  startHere: 'Start the clock here',
  over: 'over',
  left: 'left',
  paused: 'paused',
  leftSaid: (time: string) => `${time} left`,
  overSaid: (time: string) => `${time} over`,
  timeIsOver: (minutes: number, whole: boolean) =>
    whole
      ? `The ${minutes} minutes are over`
      : minutes === 1
        ? 'One minute is over'
        : `${capital(inWords(minutes))} minutes are over`,
  stillDeep: 'Still deep in it? Park the thread, or go on: the clock only says so.',
  plusMinute: '+1 minute',
  plusMinuteSaid: 'One more minute for this section',
  minutes: (n: number) => `${n} min`,
  theRest: 'the rest',
  notTimed: 'not timed',
  wrapUp: (minute: number) => `Minute ${minute}.`,
  sumUp: 'Sum up?',
  wrapUpSaid: (minute: number) => `Minute ${minute}. Alt and 7 opens the Conclusion.`,
  entered: (name: string, clock: string) => (clock ? `${name}, ${clock}` : name),

  // Sections
  moreToAsk: 'More to ask',
  moreFields: 'More fields',
  shortName: (name: string) => {
    const bare = name.replace(/^what[’']?s /i, '').replace(/ (opportunities|discussion)$/i, '');
    return capital(bare);
  },
  next: (name: string) => `Next: ${name}`,
  backTo: (name: string) => `Back to ${name}`,
  finish: 'Finish',
  toSummary: 'To the summary',
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
  noName: 'No name yet',
  newRow: 'New row',
  editing: (title: string) => `Editing: ${title}`,
  empty: {
    new: 'Nothing new yet. Names and ideas are enough, figures can follow.',
    existing: 'No deals came along. What is new stands under New opportunities and comes along next month.',
    notes: 'Nothing here yet. One thing is enough.',
    topics: 'No topics yet. Anything on your mind goes here.',
    growth: 'Nothing yet. Where would you like to get to, and what is the next thing to learn?',
    kpis: 'No figures are set up. Write KPIs and goals into the Setup tab, and they appear next month.',
    conclusion: '',
  },
  keyTab: 'next field',
  keyEnterRow: 'next row',
  keyEnterSave: 'save',
  emptyThisRow: 'Empty this row',
  rowEmptied: 'Row emptied.',
  formulaHere: (cell: string) => `A formula or a picture stands in ${cell || 'this cell'}; it stays.`,
  formulaKept: (cell: string, text: string) =>
    `A formula or a picture stands in ${cell || 'this cell'}; it stays. You typed “${text}”.`,
  refusedPlain: 'This text was not taken. Change it a little and it saves itself.',
  unreadableAmount: 'Not a plain number: it stays as typed and is left out of totals.',
  unreadableDate: 'Not a plain day: it stays as typed.',
  periodKept: 'No single day: the words stay as typed.',
  readAs: (value: string) => `Read as ${value}.`,
  ratherAs: (value: string) => `Make it ${value}`,
  pickDay: (label: string) => `Pick a day: ${label}`,
  label: capital,
  why: 'Why:',
  do: 'Do:',

  // Opportunities
  moving: 'Moving',
  status: (word: string) => capital(word),
  noDate: 'no date yet',
  pushed: (n: number) => `pushed ${times(n)}`,
  ofDeals: (n: number, all: number) =>
    n === all ? `${many(all, 'deal', 'deals')}` : `${n} of ${many(all, 'deal', 'deals')}`,
  findDeal: 'Find a deal',
  foundSaid: (n: number, all: number) => `${n} of ${all}`,
  showWhich: 'Show',
  chipWorth: 'Worth it',
  chipStuck: 'Stuck',
  chipAll: 'All',
  nothingFound: 'No deal has this text. Fewer letters find more.',
  showMore: (n: number) => `Show ${n} more`,
  howMoved: 'How has it moved?',

  // Undo
  undo: 'Undo',
  undone: 'Taken back',
  undoSaid: (text: string) => `${text} Undo: Ctrl+Z`,
  statusNow: (word: string) => `${capital(word || 'moving')}.`,
  tickedOff: 'Ticked off.',

  // Park
  parkThought: 'Park a thought',
  parkTitle: (section: string) => `Alt+P: a line under ${section}, without leaving this section`,
  parkLabel: (section: string) => `A thought for ${section}`,
  parkIt: 'Park',
  parked: (section: string) => `Parked under ${section}`,

  // Conflict
  changedWhileTyping: (label: string) => `Somebody changed “${label}” while you typed.`,
  whichStays: 'Which one stays?',
  yours: 'Yours',
  theirs: (cell: string) => (cell ? `In the sheet, cell ${cell}` : 'In the sheet'),
  both: 'Both, one after the other',
  keepThis: 'Keep this one',
  decideLater: 'Decide later',
  blank: '(blank)',
  keptTheirs: 'The sheet’s text stays',
  keptYours: 'Yours is kept',
  rowGone: 'This row is no longer in the sheet. Your text is kept here.',
  copyText: 'Copy it',
  addAsNew: 'Add as a new row',
  letGo: 'Let it go',
  copied: 'Copied',
  notCopied: 'Copying is blocked here. Select the text and press Ctrl+C.',

  // KPIs
  kpi: { good: 'on target', near: 'near goal', off: 'off goal' },
  kpiNone: 'no figure yet',
  ofGoal: (actual: string, goal: string) => (goal ? `${actual} of ${goal}` : actual),
  goalOnly: (goal: string) => (goal ? `goal ${goal}` : ''),
  encourage: (good: { name: string; months: number }[]) => {
    const [first, ...others] = good;
    if (!first) return '';
    const long = first.months;
    if (long < 2) return `${some(good.map((g) => g.name))} ${good.length === 1 ? 'is' : 'are'} on target.`;
    // Six months are all that is looked at.
    const since = long > 5 ? 'for half a year' : `for the ${ORDINALS[long]} month`;
    const too = others.length === 0 ? '' : `, ${some(others.map((g) => g.name))} too`;
    return `${first.name} is on target ${since}${too}.`;
  },
  trend: (run: KpiRun) => {
    const lower = run.better === 'lower';
    if (run.worse >= 2) return `${lower ? 'up' : 'down'} ${months(run.worse)}`;
    if (run.off < 2) return '';
    return run.gained ? 'better than the month before' : words.offFor(run);
  },
  trendPicture: (shares: (string | null)[]) =>
    `The last months, of goal: ${shares.map((share) => share ?? 'no figure').join(', ')}`,
  quarter: 'quarter',
  year: 'year',
  rank: (rank: string) => `${rank} in the team`,
  pipeline: 'Pipeline',
  pipelineLine: (open: number, stuck: number, weighted: string) =>
    words.joined([`${open} open`, stuck > 0 ? `${stuck} stuck` : '', weighted === '' ? '' : `weighted ${weighted}`]),
  covers: (times: string, left: string, month: MonthKey) =>
    left === '' ? `Covers the goal ${times}×` : `Covers ${times}× the ${left} to go in ${Math.floor(month / 100)}`,
  goalReached: (month: MonthKey) => `${Math.floor(month / 100)}’s goal reached`,
  closingWhen: 'Closing',
  inThisMonth: (month: MonthKey) => `In ${monthName(month)}`,
  encourageMore: 'Worth saying what made it so.',
  comment: 'Comment:',
  correction: 'Correction:',

  // Conclusion
  whoDoesWhat: 'Who does what, by when',
  addCommitment: 'Add a commitment',
  fromMonth: (month: MonthKey) => `from ${monthName(month)}, still open`,
  commitmentState: (word: string) => capital(word || 'open'),

  // Development
  development: 'Development',
  addDevelopment: 'Add a line of development',
  howItGoes: 'How it goes:',
  byDay: (day: string) => `by ${day}`,

  // Before
  before: 'Before you start',
  lastFocus: 'Last focus',
  from: (month: MonthKey) => `from ${monthName(month)}`,
  openCommitments: 'Open commitments',
  you: 'You',
  tickOff: 'Tick off',
  wasDue: (day: string) => `was due ${day}`,
  due: (day: string) => `due ${day}`,
  dueToday: 'due today',
  sinceMonth: (month: MonthKey) => `since ${monthName(month)}`,
  wouldLikeTo: (name: string) => `${name} would like to talk about`,
  youWouldLikeTo: 'You would like to talk about',
  youGoFirst: 'You go first.',
  firstMeeting: (name: string, minutes: number) =>
    `The first 1:1 with ${name}. Say what these ${minutes} minutes are for: the same questions every month, and they are there to help.`,
  prepared: (n: number) => `${many(n, 'row is', 'rows are')} there already.`,
  notPrepared: 'Not prepared yet.',
  notPreparedMore: (hasDeals: boolean) =>
    hasDeals ? 'Start with last month’s list, it takes three minutes.' : 'Start with what is new.',
  goesFirst: (name: string) => `${name} goes first.`,
  backToTalk: 'Back to the talk',
  start: (n: number) => `Start the ${n} minutes`,
  prepare: (month: MonthKey) => `Prepare ${monthName(month)}`,
  prepareShort: 'Prepare',
  lookFirst: 'Look first',
  shareAgenda: 'Share the agenda',
  mailCut: '… The mail ends here; “Copy” in the sidebar has all of it.',
  isReady: (name: string | null) => (name === null ? 'You are ready.' : `${name} is ready.`),
  brought: { review: 'A call or meeting to review together', help: 'Help wanted with' },
  changedTitle: 'Changed since last time',
  gapsTitle: 'Biggest gaps',
  patternsTitle: 'What keeps coming back',
  changed: {
    closed: (word: string, names: string[]) => `${capital(word)}: ${some(names)}`,
    moved: (n: number, names: string[]) => `${many(n, 'deal', 'deals')} moved: ${some(names)}`,
    fresh: (n: number, names: string[]) => `${n} new: ${some(names)}`,
    kept: (n: number) => `${many(n, 'commitment', 'commitments')} done`,
  },
  gap: (name: string, percent: string, trend: string) =>
    [`${name} at ${percent} of goal`, ...(trend === '' ? [] : [trend])].join(', '),
  offFor: (run: KpiRun) => `${run.better === 'lower' ? 'above' : 'below'} goal for ${months(run.off)}`,
  lateCommitments: (n: number) =>
    `${many(n, 'commitment is', 'commitments are')} past ${n === 1 ? 'its' : 'their'} day`,

  // The day of the meeting
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

  // Prepare
  prepareHint: 'Facts and names will do, in any order. You can also type straight into the sheet.',
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
  figuresOf: (month: string) => `${month}’s figures`,
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
  notReady: 'Not yet',

  // Finished
  doneIn: (minutes: number | null) => (minutes === null ? 'Done' : `Done, in ${many(minutes, 'minute', 'minutes')}`),
  allInSheet: 'It is all in the sheet.',
  recap: 'Recap',
  lines: (n: number) => many(n, 'line', 'lines'),
  copy: 'Copy',
  writeMail: 'Write mail',
  openNext: (month: MonthKey) => `Open ${monthName(month)}`,
  monthFor: (month: MonthKey, name: string) => `${monthName(month)} for ${name}`,
  monthForMore: 'so that there are rows to prepare in; open deals and commitments come along',
  leftEmpty: (names: string[]) => `Left empty: ${list(names.map((n) => n.toLowerCase().replace('i saw', 'I saw')))}`,
  nothingEmpty: 'Nothing was left empty',
  reopen: 'Open again',
  reopenMore: 'more can be written at any time',
  reopened: 'Open again. Finish when it is complete; day and minutes stay.',
  heldTitle: (month: MonthKey, day: IsoDate | '') => (day === '' ? monthTitle(month) : `Held on ${shortDate(day)}`),
  heldLine: (name: string, number: number, minutes: number | null) =>
    words.joined([`1:1 no. ${number} with ${name}`, minutes === null ? '' : many(minutes, 'minute', 'minutes')]),
  nextOn: (day: string) => `Next 1:1 on ${day}`,
  invite: 'Invite',
  inviteMore: 'opens a filled-in invitation',
  invitationTitle: (name: string) => `1:1 with ${name}`,
  invitationFocus: (focus: string) => `Our focus until then: ${focus}`,
  minutesStrip: (parts: string[]) => `Minutes: ${parts.join(', ')}`,

  // Preview
  previewOf: (month: MonthKey) => `${monthTitle(month)}, a preview`,
  comeAlong: (n: number) => (n === 0 ? 'An empty month to begin with' : `${many(n, 'deal comes', 'deals come')} along`),
  nothingWritten: 'Nothing is written until you open the month.',
  previewChanged: 'The sheet changed meanwhile, so nothing was written. This is how it looks now.',
  kept: 'Kept',
  wonStays: (month: MonthKey) => `Won, stays in ${monthName(month)}`,
  lostStays: (month: MonthKey) => `Lost, stays in ${monthName(month)}`,
  leftBehind: (month: MonthKey) => `Left behind in ${monthName(month)}`,
  leaveBehind: 'Leave behind',
  leaveWhy: 'Why? One line is enough; it stays in the record.',
  leaveReasons: ['No need any more', 'No budget now', 'Not the right time', 'Chose others', 'We let it go'],
  leaveOwn: 'Another reason, or none',
  keepAfterAll: 'Keep after all',
  keepAfterAllOf: (title: string) => `Keep after all: ${title}`,
  keptAfterAll: (was: 'won' | 'lost') => `${was}, kept after all`,
  takeBack: (title: string) => `Undo: ${title}`,
  leftNow: (title: string) => `${title} is left behind`,
  keptNow: (title: string) => `${title} comes along`,
  pressToLeave: 'Press a deal to leave it behind.',
  thereAlready: (n: number) => (n === 0 ? '' : `${many(n, 'open deal is', 'open deals are')} in it already.`),
  notThereYet: 'Not there yet',
  notThereMore: (from: MonthKey, month: MonthKey) =>
    `Open in ${monthName(from)}, but not in ${monthName(month)}. Brought along, they keep their story.`,
  bringAlong: (n: number) => (n === 1 ? 'Bring it along' : 'Bring them along'),
  broughtAlong: (n: number) => `${many(n, 'deal', 'deals')} brought along`,
  unreadable: (n: number) => (n === 1 ? 'One cell can’t be read' : `${n} cells can’t be read`),
  unreadableLine: (text: string, what: 'amount' | 'when' | 'status') =>
    ({
      amount: `has “${text}” as its amount. It comes along as it stands and is left out of totals.`,
      when: `has “${text}” as its date. It comes along as it stands.`,
      status: `has “${text}” as its status, which is not in the list. It counts as moving.`,
    })[what],
  also: 'Also',
  alsoCommitments: (n: number) => many(n, 'open commitment', 'open commitments'),
  alsoFocus: (focus: string) => `The focus: ${focus}`,
  alreadyThere: (month: MonthKey) => `${monthName(month)} is there already`,
  alreadyMore: 'Nothing would change. Open it and go on.',
  notNow: 'Not now',
  unchangedLine: (n: number) => `no change ${many(n, 'month', 'months')}`,
  everyone: (month: MonthKey) => `${monthName(month)} for everyone`,
  personLine: (p: CarryView) => {
    if (p.state === 'already')
      return p.late.length > 0
        ? `is there already; ${many(p.late.length, 'deal', 'deals')} not there yet`
        : 'is there already, stays as it is';
    if (p.state === 'problem') return p.problem?.message ?? 'cannot be read';
    const parts = [p.kept.length > 0 ? many(p.kept.length, 'deal', 'deals') : 'an empty month'];
    if (p.won.length + p.lost.length > 0) parts.push(`${p.won.length} won, ${p.lost.length} lost stay`);
    if (p.commitments > 0) parts.push(many(p.commitments, 'commitment', 'commitments'));
    if (p.unreadable.length > 0) parts.push(`${many(p.unreadable.length, 'cell', 'cells')} can’t be read`);
    return parts.join(' · ');
  },
  openForMany: (n: number) => `Open on ${many(n, 'tab', 'tabs')}`,
  getsTab: 'gets a tab, with an empty month',
  started: (month: MonthKey, n: number) =>
    n > 1 ? `${monthName(month)} is open on ${n} tabs` : `${monthName(month)} is open`,
  startedTitle: (month: MonthKey, n: number) =>
    n === 0 ? `${monthName(month)} is open` : `${monthName(month)} is open on ${many(n, 'tab', 'tabs')}`,
  startedNow: 'Opened now',
  startedBefore: 'There before',
  notStarted: 'Not opened',
  notOpenedYet: (n: number) =>
    `${many(n, 'tab is', 'tabs are')} still to be opened. Start the month for everyone again to go on.`,

  // No month
  noMonth: (month: MonthKey) => `${monthName(month)} is not open yet`,
  noMonthMore: (name: string, newest: MonthKey | null) =>
    newest === null
      ? `The first month on ${name}’s tab. You see what it adds before anything is written.`
      : `Open deals, commitments and the focus come along from ${monthName(newest)}. You see all of it before anything is written.`,
  startMonth: (month: MonthKey) => `Start ${monthName(month)}`,
  stillOpen: (month: MonthKey) => `${monthName(month)} is not finished.`,
  stillOpenMore: 'Finish it first, or leave it: it stays as it is and can be filled in at any time.',
  openMonth: (month: MonthKey) => `Open ${monthName(month)}`,
  lookAtMonth: (month: MonthKey) => `Look at ${monthName(month)}`,

  // Wrong tab, people
  wrongTab: (tab: string) => `“${tab}” is not a 1:1 tab`,
  wrongTabMore: 'Pick a person and their tab opens. Nothing is written to the tab you are on.',
  people: 'People',
  openTabOf: (name: string) => `Open ${name}’s tab`,
  tabDeleted: 'The tab is gone. Ctrl+Z in the sheet brings it back.',
  lookAgain: 'Look again',
  nobodyYet: 'Nobody is on the roster yet. Add people and each gets a tab.',
  switchPerson: 'Switch person',
  here: 'open now',

  // Set up, add people
  setUpTitle: 'Who do you meet every month?',
  setUpTitleShort: 'Setting up',
  setUpMore: 'Names are enough. Goals, KPIs and e-mail addresses can follow when you have them.',
  onePerLine: 'One name per line',
  onePerLineHint: 'With an e-mail address if you like: Mira Oakes, mira@example.com',
  firstMonth: 'First month',
  youAre: 'You are',
  whatItAdds: 'What this adds to the sheet',
  addsTabs: (n: number, month: string) =>
    n === 0
      ? `A tab for each person, with ${month} ready to type into`
      : `${many(n, 'tab', 'tabs')}, one for each person, with ${month} ready to type into`,
  addsSetup: 'A Setup tab for names, goals and agenda',
  othersStay: 'Your other tabs stay as they are.',
  theMinutes: (n: number) => `The ${n} minutes`,
  thirtySame: 'same every month',
  privacy: 'Whoever can open this file can read every tab. For private notes, give each person a file of their own.',
  setUp: (n: number) => (n === 0 ? 'Set up' : `Set up ${many(n, 'tab', 'tabs')}`),
  tabsSaid: (n: number) => `${many(n, 'tab', 'tabs')} will be added`,
  namesFirst: 'Write at least one name, one per line.',
  tabsOwed: (n: number) => `${many(n, 'person', 'people')} on the roster ${n === 1 ? 'has' : 'have'} no tab yet.`,
  noTabYet: 'No tab yet.',
  makeTheirTabs: (n: number) => (n === 1 ? 'Make the tab' : `Make the ${n} tabs`),
  addPeopleTitle: 'Who is new?',
  addPeopleMore: 'Each gets a tab and a line in Setup. Who is there already stays as they are.',
  alsoMonth: (month: MonthKey) => `With ${monthTitle(month)} ready to type into`,
  add: (n: number) => (n === 0 ? 'Add' : `Add ${many(n, 'person', 'people')}`),
  peopleAdded: (added: string[], there: string[]) =>
    [added.length > 0 ? `Added: ${list(added)}.` : '', there.length > 0 ? `There already: ${list(there)}.` : '']
      .filter((s) => s !== '')
      .join(' ') || 'Nobody was added.',

  // Agendas
  agenda: 'Agenda',
  agendaFromSetup: 'None chosen: the one that Setup has.',

  // Check and repair
  checkTitle: (n: number) => (n === 0 ? 'Nothing to repair' : `${many(n, 'thing', 'things')} to look at`),
  checkNothing: 'Every row of this tab can be read.',
  checkMore: 'Nothing is written before you press Repair, and no text is lost.',
  repairable: 'A repair puts right',
  yoursToMend: 'Left for you',
  repair: (n: number) => `Repair ${many(n, 'thing', 'things')}`,
  repaired: (n: number) => (n === 0 ? 'Nothing was changed' : `${many(n, 'thing', 'things')} repaired`),
  checkAgain: 'Check again',
  tabProblems: (n: number) => `${many(n, 'cell', 'cells')} of this tab can’t be read.`,
  lookAtThem: 'Look',

  // Figures for the team
  pasteTitle: 'Paste figures for the team',
  pasteMore: 'Actuals of a month stand in the block of the month after it, which looks back on them.',
  pasteMonth: 'Which figures',
  pasteInto: (month: MonthKey) => `Of ${monthName(addMonths(month, -1))}, into ${monthTitle(month)}`,
  pasteWho: { person: 'Who is this?', kpi: 'Which KPI is this?' },
  pasteChoose: 'Choose…',
  pasteLeaveOut: 'Leave out',
  pasteLabel: 'A table copied from a sheet',
  pasteHint:
    'People down, KPIs across, with a line of titles, or a line for each figure. You see what changes before anything is written.',
  pasteExample: 'Name\tCalls\tRevenue\nMira Oakes\t64\t52000',
  pasteFirst: 'Paste a table first: people down, KPIs across.',
  figuresToWrite: (n: number) => (n === 0 ? 'No figure would change' : `${many(n, 'figure', 'figures')} would change`),
  nothingWrittenYet: 'Nothing has been written yet.',
  figuresSame: (n: number) => `${many(n, 'figure is', 'figures are')} in the sheet already.`,
  leftOut: 'Left out',
  changeText: 'Change the text',
  writeFigures: (n: number) => `Write ${many(n, 'figure', 'figures')}`,
  figuresWritten: (n: number) => `${many(n, 'figure', 'figures')} written`,
  figuresLeft: (n: number) => `Stopped: ${many(n, 'figure', 'figures')} written. This is what is left.`,

  // Protection, Team
  protectTitle: 'Let each person edit the own tab only?',
  protectMore: 'Managers edit all tabs, Setup and Team. It can be run again at any time, for a copied file too.',
  protectedTitle: (n: number) => (n === 0 ? 'No tab was protected' : `${many(n, 'tab is', 'tabs are')} protected`),
  protectedNow: 'Edited by their people and managers only',
  leftAsTheyAre: 'Left as they are',
  notProtectedYet: (n: number) => `Stopped: ${many(n, 'tab is', 'tabs are')} still as before. Protect again to go on.`,
  protectedSaid: (n: number, left: number) =>
    `${many(n, 'tab', 'tabs')} protected${left > 0 ? `, ${left} left as they are` : ''}`,
  teamBuilt: 'The Team tab is up to date.',

  // Strips
  newerMonth: (newest: MonthKey, month: MonthKey) =>
    `${monthName(newest)} is open. What you add now stays in ${monthName(month)}.`,
  startedElsewhere: (month: MonthKey) => `${monthName(month)} has just been started.`,
  takenBackElsewhere: (month: MonthKey) => `${monthName(month)} has been taken back.`,
  otherTab: 'You are looking at another tab.',
  switchTo: 'Switch to it',
  stay: 'Stay',
  wentOn: (name: string) => `The talk went on to ${name}.`,
  goAlong: 'Go along',
  setupProblems: (n: number) => (n === 1 ? 'One line of Setup can’t be read' : `${n} lines of Setup can’t be read`),

  // Export
  exporting: {
    choose: 'The record as files',
    more: 'Life lines of the opportunities, their steps, commitments and KPIs, as CSV for Excel and other programs. The sheet stays as it is.',
    readers: 'Whoever can open this spreadsheet can read all of its tabs. A salesperson exports the own tab only.',
    ownOnly: 'You export your own tab. Whoever can open this spreadsheet can read all of its tabs.',
    one: (name: string) => `Export ${name}’s tab`,
    everyone: 'Export everyone’s tabs',
    reading: 'Reading the record',
    team: 'Team',
    title: (people: string[]) =>
      people.length === 1 ? `${people[0]}: ready` : `${many(people.length, 'person', 'people')}: ready`,
    filesMore: 'Download what you need. The files hold the sheet as it is now.',
    tables: {
      lifeLines: { name: 'Life lines', each: 'One line for each opportunity' },
      steps: { name: 'Steps', each: 'One line for each opportunity and month' },
      commitments: { name: 'Commitments', each: 'One line for each commitment' },
      kpis: { name: 'KPIs', each: 'One line for each month and KPI' },
    },
    lines: (n: number) => (n === 0 ? 'nothing yet' : many(n, 'line', 'lines')),
    download: 'Download',
    downloadOf: (name: string) => `Download ${name}`,
    copyOf: (name: string) => `Copy ${name}`,
    copied: (name: string) => `${name} copied`,
  },

  // Menu, keys
  menu: {
    switchPerson: 'Switch person',
    undoStart: (month: MonthKey) => `Undo start of ${monthName(month)}`,
    startEveryone: (month: MonthKey) => `Start ${monthName(month)} for everyone`,
    addPeople: 'Add people',
    keys: 'Keys',
    chimeOn: 'Chime when time is over: on',
    chimeOff: 'Chime when time is over: off',
    summary: 'Summary of this month',
    before: 'Before you start',
    check: 'Check and repair',
    exportRecord: 'Export',
    actuals: 'Paste figures for the team',
    makeTabs: 'New tabs',
    protect: 'Protect tabs',
    team: 'Update the Team tab',
  },
  takenBack: (month: string) => `${month} was taken back`,
  keysTitle: 'Keys',
  hintDeal: 'deal',
  hintAll: 'all',
  keys: [
    ['Alt + → / ←', 'next, previous section'],
    ['Alt + 7', 'Conclusion'],
    ['Alt + P', 'park a thought'],
    ['Tab', 'next field'],
    ['Enter', 'save, and a new row'],
    ['Shift + Enter', 'new line'],
    ['Esc', 'close, the text stays'],
    ['Space', 'on the ring: pause'],
    ['Ctrl + Z', 'undo, outside of a text'],
    ['?', 'this list'],
  ] as const,
};
