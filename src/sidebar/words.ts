import type { CarryView } from '../contract/calls';
import type { LifeView, SectionView } from '../contract/state';
import { type MonthKey, monthName, monthTitle } from '../core/month';

/** Every text of the sidebar. Short, human, never scolding; each problem says what to do next. */
const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
const list = (names: string[]) =>
  names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const words = {
  product: 'Monthly 1:1s',

  // Saving
  saved: 'Saved',
  saving: 'Saving…',
  notSaved: 'Not saved yet',
  notSavedTag: 'not saved yet',
  allSaved: 'All saved',
  noConnection: 'No connection',
  rowsWait: (n: number) =>
    `${many(n, 'row waits', 'rows wait')} here and ${n === 1 ? 'saves itself' : 'save themselves'}.`,
  tryNow: 'Try now',
  tryAgain: 'Try again',
  toDecide: (n: number) => `${n} to decide`,
  toDecideTag: 'to decide',

  // Waiting for answers
  reading: 'Reading the tab…',
  readingSaid: (who: string) => `Reading ${who}’s tab`,
  settingUp: 'Setting up…',
  adding: 'Adding…',
  lookingAhead: 'Looking ahead…',
  starting: (month: MonthKey) => `Opening ${monthName(month)}…`,
  takingBack: 'Taking it back…',
  finishing: 'Finishing…',
  noAnswer: 'No answer yet. Trying again by itself.',
  stillNoAnswer:
    'Still no answer. Look at your connection, or close this panel and open it again: what you typed is kept. With several Google accounts in one browser, use a window that has only one.',
  keptFor: (name: string, n: number) =>
    `${many(n, 'row', 'rows')} of ${name} could not be saved yet. ${n === 1 ? 'It is' : 'They are'} kept here and saved when you open that tab again.`,
  stopWaiting: 'Stop waiting',
  close: 'Close',
  back: 'Back',
  ok: 'All right',

  // Header, steps, clocks
  moreActions: 'More actions',
  ofThirty: 'of 30 min',
  heldOn: (day: string) => `held ${day}`,
  sections: 'Sections',
  stepState: { done: 'done', now: 'now', half: 'rows already there', open: 'to come' },
  step: (n: number, name: string, state: string) => `${n}, ${name}, ${state}`,
  meter: 'Whole meeting, 30 minutes; a mark at minute 25',
  pause: 'Pause the clock',
  resume: 'Resume the clock',
  startHere: 'Start the clock here',
  over: 'over',
  left: 'left',
  paused: 'paused',
  leftSaid: (time: string) => `${time} left`,
  overSaid: (time: string) => `${time} over`,
  timeIsOver: (minutes: number | null) =>
    minutes === null
      ? 'The thirty minutes are over'
      : minutes === 5
        ? 'Five minutes are over'
        : `${minutes} minutes are over`,
  stillDeep: 'Still deep in it? Park the thread, or go on: the clock only says so.',
  plusMinute: '+1 minute',
  plusMinuteSaid: 'One more minute for this section',
  minutes: (n: number) => `${n} min`,
  theRest: 'the rest',
  notTimed: 'not timed',
  minute25: 'Minute 25.',
  sumUp: 'Sum up?',
  minute25Said: 'Minute 25. Alt and 7 opens the Conclusion.',
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
    kpis: 'No figures are set up. Write KPIs and goals into the Setup tab, and they appear next month.',
    conclusion: '',
  },
  keyTab: 'next field',
  keyEnterRow: 'next row',
  keyEnterSave: 'save',
  keyEsc: 'close',
  emptyThisRow: 'Empty this row',
  rowEmptied: 'Row emptied.',
  formulaHere: (cell: string) => `A formula stands in ${cell || 'this cell'}; it stays.`,
  formulaKept: (cell: string, text: string) =>
    `A formula stands in ${cell || 'this cell'}; it stays. You typed “${text}”.`,
  refusedPlain: 'This text was not taken. Change it a little and it saves itself.',
  unreadableAmount: 'Not a plain number: it stays as typed and is left out of totals.',
  unreadableDate: 'Not a plain day: it stays as typed.',
  pickDay: (label: string) => `Pick a day: ${label}`,
  label: capital,
  why: 'Why:',
  do: 'Do:',

  // Opportunities
  moving: 'Moving',
  status: (word: string) => capital(word),
  noDate: 'no date yet',
  since: (month: MonthKey) => `since ${monthName(month)}`,
  pushed: (n: number) => `pushed ${times(n)}`,
  unchanged: (n: number) => `unchanged ${many(n, 'month', 'months')}`,
  lifeShort: (life: LifeView, statusWord: string) => {
    const unchanged = life.monthsUnchanged;
    if (statusWord === 'stuck') return unchanged > 0 ? `Stuck ${many(unchanged, 'month', 'months')}` : 'Stuck';
    if (statusWord !== '') return capital(statusWord);
    if (life.timesPushed > 0) return `Pushed ${times(life.timesPushed)}`;
    if (unchanged > 0) return `No change for ${many(unchanged, 'month', 'months')}`;
    return '';
  },
  lifePicture: (life: LifeView) =>
    [
      words.since(life.firstMonth),
      ...(life.timesPushed ? [words.pushed(life.timesPushed)] : []),
      ...(life.monthsUnchanged ? [words.unchanged(life.monthsUnchanged)] : []),
    ].join(', '),
  groups: {
    worth: 'Worth the minutes',
    talked: 'Talked about',
    moving: 'On their way',
    unchanged: 'No change',
    closed: 'Won or lost',
  },
  ofDeals: (n: number, all: number) =>
    n === all ? `${many(all, 'deal', 'deals')}` : `${n} of ${many(all, 'deal', 'deals')}`,
  keptAsTheyAre: (n: number) => `${n}, kept as they are`,
  findDeal: 'Find a deal',
  foundSaid: (n: number, all: number) => `${n} of ${all}`,
  showWhich: 'Show',
  chipWorth: 'Worth it',
  chipStuck: 'Stuck',
  chipAll: 'All',
  nothingFound: 'No deal has this text. Fewer letters find more.',
  nothingWorth: 'Nothing stands out this month. “All” shows every deal.',
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
  encourage: (names: string[]) => `${list(names)} ${names.length === 1 ? 'is' : 'are'} on target.`,
  encourageMore: 'Worth saying what made it so.',
  comment: 'Comment:',
  correction: 'Correction:',

  // Conclusion
  whoDoesWhat: 'Who does what, by when',
  addCommitment: 'Add a commitment',
  nextMeeting: 'Next 1:1',
  fromMonth: (month: MonthKey) => `from ${monthName(month)}, still open`,
  commitmentState: (word: string) => capital(word || 'open'),

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
  firstMeeting: (name: string) =>
    `The first 1:1 with ${name}. Say what these thirty minutes are for: the same questions every month, and they are there to help.`,
  nothingCarried: 'No focus, no open commitments, no topics yet. The questions alone are enough to begin.',
  prepared: (n: number) => `${many(n, 'row is', 'rows are')} there already.`,
  notPrepared: 'Not prepared yet.',
  notPreparedMore: (hasDeals: boolean) =>
    hasDeals ? 'Start with last month’s list, it takes three minutes.' : 'Start with what is new.',
  goesFirst: (name: string) => `${name} goes first.`,
  backToTalk: 'Back to the talk',
  start30: 'Start the 30 minutes',
  prepare: (month: MonthKey) => `Prepare ${monthName(month)}`,
  lookFirst: 'Look first',
  preparing: 'The clock starts when you meet. Until then, take your time.',

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
  leftEmptyMore: 'can be filled in at any time',
  minutesStrip: (parts: string[]) => `Minutes: ${parts.join(', ')}`,

  // Preview
  previewOf: (month: MonthKey) => `${monthTitle(month)}, a preview`,
  comeAlong: (n: number) => (n === 0 ? 'An empty month to begin with' : `${many(n, 'deal comes', 'deals come')} along`),
  nothingWritten: 'Nothing is written until you open the month.',
  previewChanged: 'The sheet changed meanwhile, so nothing was written. This is how it looks now.',
  kept: 'Kept',
  wonStays: (month: MonthKey) => `Won, stays in ${monthName(month)}`,
  lostStays: (month: MonthKey) => `Lost, stays in ${monthName(month)}`,
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
    if (p.state === 'already') return 'is there already, stays as it is';
    if (p.state === 'problem') return p.problem?.message ?? 'cannot be read';
    const parts = [p.kept.length > 0 ? many(p.kept.length, 'deal', 'deals') : 'an empty month'];
    if (p.commitments > 0) parts.push(many(p.commitments, 'commitment', 'commitments'));
    if (p.unreadable.length > 0) parts.push(`${many(p.unreadable.length, 'cell', 'cells')} can’t be read`);
    return parts.join(' · ');
  },
  openForMany: (n: number) => `Open on ${many(n, 'tab', 'tabs')}`,
  nothingToStart: 'Nothing to open',
  tabsDone: (done: number, total: number) => `${done} of ${many(total, 'tab', 'tabs')}`,
  tabsDoneMore: 'Each tab is finished before the next begins. You can go on working in the sheet.',
  started: (month: MonthKey, n: number) =>
    n > 1 ? `${monthName(month)} is open on ${n} tabs` : `${monthName(month)} is open`,
  startedTitle: (month: MonthKey, n: number) =>
    n === 0 ? `${monthName(month)} is open` : `${monthName(month)} is open on ${many(n, 'tab', 'tabs')}`,
  startedNow: 'Opened now',
  startedBefore: 'There before',
  notStarted: 'Not opened',

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
  newestMonth: (month: MonthKey) => monthTitle(month),
  noMonthYet: 'no month yet',
  lookAgain: 'Look again',
  nobodyYet: 'Nobody is on the roster yet. Add people and each gets a tab.',
  switchPerson: 'Switch person',
  here: 'open now',

  // Set up, add people
  setUpTitle: 'Who do you meet every month?',
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
  thirty: 'The 30 minutes',
  thirtySame: 'same every month',
  privacy: 'Whoever can open this file can read every tab. For private notes, give each person a file of their own.',
  setUp: (n: number) => (n === 0 ? 'Set up' : `Set up ${many(n, 'tab', 'tabs')}`),
  tabsSaid: (n: number) => `${many(n, 'tab', 'tabs')} will be added`,
  namesFirst: 'Write at least one name, one per line.',
  addPeopleTitle: 'Who is new?',
  addPeopleMore: 'Each gets a tab and a line in Setup. Who is there already stays as they are.',
  alsoMonth: (month: MonthKey) => `With ${monthTitle(month)} ready to type into`,
  add: (n: number) => (n === 0 ? 'Add' : `Add ${many(n, 'person', 'people')}`),
  peopleAdded: (added: string[], there: string[]) =>
    [added.length > 0 ? `Added: ${list(added)}.` : '', there.length > 0 ? `There already: ${list(there)}.` : '']
      .filter((s) => s !== '')
      .join(' ') || 'Nobody was added.',

  // Strips
  otherTab: 'You are looking at another tab.',
  switchTo: 'Switch to it',
  stay: 'Stay',
  wentOn: (name: string) => `The talk went on to ${name}.`,
  goAlong: 'Go along',
  setupProblems: (n: number) => (n === 1 ? 'One line of Setup can’t be read' : `${n} lines of Setup can’t be read`),

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
  },
  takenBack: (month: string) => `${month} was taken back`,
  keysTitle: 'Keys',
  hintDeal: 'deal',
  hintAll: 'all keys',
  keys: [
    ['Alt + → / ←', 'next, previous section'],
    ['Alt + 7', 'Conclusion'],
    ['Alt + P', 'park a thought'],
    ['Tab', 'next field'],
    ['Enter', 'save, and a new row'],
    ['Shift + Enter', 'new line'],
    ['Esc', 'close, the text stays'],
    ['Space', 'on the ring: pause'],
    ['↑ ↓', 'previous, next deal'],
    ['M', 'moving'],
    ['C', 'closing'],
    ['S', 'stuck'],
    ['G', 'going cold'],
    ['W', 'won'],
    ['L', 'lost'],
    ['Ctrl + Z', 'undo, outside of a text'],
    ['?', 'this list'],
  ] as const,
};
