/** The texts of the talk, from its clock to its recap. */
import { type IsoDate, shortDate } from '../../core/shared/dates';
import { type MonthKey, monthName, monthTitle } from '../../core/shared/month';
import { capital, inWords, joined, list, many, ordinalInWords, some } from '../wording';

/** Short, human, never scolding; each problem says what to do next. */
export const meetingWords = {
  finishing: 'Finishing…',
  reopening: 'Opening it again…',
  sections: 'Sections',
  stepState: { done: 'done', now: 'now', half: 'rows already there', open: 'to come', empty: 'nothing there' },
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
  stillDeep: 'Still deep in it? Park the thread, or go on.',
  plusMinute: '+1 minute',
  plusMinuteSaid: 'One more minute for this section',
  wrapUpSaid: (minute: number) => `Minute ${minute}. Alt and 7 opens the Conclusion.`,
  entered: (name: string, clock: string) => (clock ? `${name}, ${clock}` : name),
  moreToAsk: 'More to ask',
  shortName: (name: string) => {
    const bare = name.replace(/^what[’']?s /i, '').replace(/ (opportunities|discussion)$/i, '');
    return capital(bare);
  },
  next: (name: string) => `Next: ${name}`,
  finish: 'Finish',
  whenHeld: 'When did you meet?',
  noClock: 'The clock was never started, so no minutes are noted.',
  dayOfMeeting: 'Day of the meeting',
  dayFirst: 'Pick the day first.',
  dayToCome: 'That day is still to come. Finish after you have met.',
  howLong: 'How long did you meet?',
  clockRan: (minutes: number) => `The clock ran for ${Math.floor(minutes / 60)} h ${minutes % 60} min.`,
  minutesOfMeeting: 'Minutes',
  minutesOrNone: 'Empty: no minutes are noted.',
  minutesOdd: 'A whole number like 35, or nothing.',
  notTalked: (names: string[]) => `Not visited: ${list(names)}`,
  toSummary: 'To the summary',
  keyEnterRow: 'next row',
  keyEnterSave: 'save',
  parkThought: 'Park a thought',
  parkTitle: (section: string) => `Alt+P: a line under ${section}, without leaving this section`,
  parkLabel: (section: string) => `A thought for ${section}`,
  parkIt: 'Park',
  kpi: { good: 'on target', near: 'near goal', off: 'off goal' },
  kpiNone: 'no figure yet',
  ofGoal: (actual: string, goal: string) => (goal ? `${actual} of ${goal}` : actual),
  encourage: (good: { name: string; months: number }[]) => {
    const [first, ...others] = good;
    if (!first) return '';
    const long = first.months;
    if (long < 2) return `${some(good.map((g) => g.name))} ${good.length === 1 ? 'is' : 'are'} on target.`;
    // Six months are all that is looked at.
    const since = long > 5 ? 'for half a year' : `for the ${ordinalInWords(long)} month`;
    const too = others.length === 0 ? '' : `, ${some(others.map((g) => g.name))} too`;
    return `${first.name} is on target ${since}${too}.`;
  },
  benchmark: (figure: string) => `benchmark ${figure}`,
  quarter: 'quarter',
  year: 'year',
  rank: (rank: string) => `${rank} in the team`,
  pipeline: 'Pipeline',
  pipelineLine: (open: number, stuck: number, weighted: string, uncounted: string) =>
    joined([
      `${open} open`,
      stuck > 0 ? `${stuck} stuck` : '',
      weighted === '' ? '' : `weighted ${weighted}`,
      uncounted,
    ]),
  covers: (times: string, left: string, year: string) =>
    left === '' ? `Covers the goal ${times}×` : `Covers ${times}× the ${left} to go in ${year}`,
  goalReached: (year: string) => `${year}’s goal reached`,
  closingWhen: 'Closing',
  inThisMonth: (month: MonthKey) => `In ${monthName(month)}`,
  comment: 'Comment:',
  correction: 'Correction:',
  whoDoesWhat: 'Who does what, by when',
  addCommitment: 'Add a commitment',
  addDevelopment: 'Add a line',
  weTry: 'We try:',
  lookAgainOn: (day: string) => `look again on ${day}`,
  doneIn: (minutes: number | null) => (minutes === null ? 'Done' : `Done, in ${many(minutes, 'minute', 'minutes')}`),
  recap: 'Recap',
  withCoaching: 'With development and coaching',
  lines: (n: number) => many(n, 'line', 'lines'),
  writeMail: 'Write mail',
  monthFor: (month: MonthKey, name: string) => `${monthName(month)} for ${name}`,
  leftEmpty: (names: string[]) => `Left empty: ${list(names.map((n) => n.toLowerCase().replace('i saw', 'I saw')))}`,
  nothingEmpty: 'The Conclusion is complete',
  reopen: 'Open again',
  reopened: 'Open again; day and minutes stay.',
  byNow: 'Promised by now',
  copyNudge: 'Copy a word about it',
  nudge: 'Write a word',
  heldTitle: (month: MonthKey, day: IsoDate | '') => (day === '' ? monthTitle(month) : `Held on ${shortDate(day)}`),
  heldLine: (name: string, number: number, minutes: number | null) =>
    joined([`1:1 no. ${number} with ${name}`, minutes === null ? '' : many(minutes, 'minute', 'minutes')]),
  nextOn: (day: string) => `Next 1:1 on ${day}`,
  invite: 'Invite',
  inviteTime: 'Time of the next 1:1',
  invitationTitle: (name: string) => `1:1 with ${name}`,
  minutesStrip: (parts: string[]) => `Minutes: ${parts.join(', ')}`,
};
