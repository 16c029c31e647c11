/** The texts of the page around the rooms: waiting, strips, keys, people. */
import type { HomeLine, HomeReason } from '../../core/home';
import { type MonthKey, monthName } from '../../core/shared/month';
import { many, some } from '../wording';

/** How many commitments are late, and how many of them the manager's: "3 late, 1 of yours". */
function lateWords(count: string, { late, lateOthers }: HomeLine): string {
  if (late === 0 || lateOthers === 0) return late === 0 ? '' : count;
  return `${count}, ${lateOthers < late ? `${lateOthers} of yours` : 'yours'}`;
}

/** Reasons with the day of the 1:1 in them. */
const SAYS_ITS_DAY: readonly HomeReason['kind'][] = ['planned', 'overdue'];

/** Short, human, never scolding; each problem says what to do next. */
export const pageWords = {
  tryNow: 'Try now',
  reading: 'Reading the tab…',
  keptFor: (name: string, n: number) =>
    `${many(n, 'row', 'rows')} of ${name} could not be saved yet: kept here, and saved when you open that tab again.`,
  stayUntilSaved: (name: string, n: number) =>
    `${many(n, 'row', 'rows')} of ${name} could not be saved yet, and this browser keeps nothing. Stay here until all is saved.`,
  stopWaiting: 'Stop waiting',
  working: 'Working',
  progress: (doing: string, done: number, total: number) => (total < 2 ? `${doing}…` : `${doing}: ${done} of ${total}`),
  workingMore: 'You can go on working in the sheet.',
  stop: 'Stop',
  stopping: 'Stopping after this one…',
  stopped: 'Stopped',
  stoppedMore: 'What is done stays. Go on whenever you like.',
  goOn: 'Go on',
  leaveItSo: 'Leave it so',
  changedMeanwhile: (names: string[]) =>
    `The tab${names.length === 1 ? '' : 's'} of ${some(names)} changed meanwhile, so nothing was written there.`,
  later: 'Later',
  moreActions: 'More actions',
  wrapUp: (minute: number) => `Minute ${minute}.`,
  sumUp: 'Sum up?',
  wrongTab: (tab: string) => `“${tab}” is not a 1:1 tab`,
  people: 'People',
  openTabOf: (name: string) => `Open ${name}’s tab`,
  tabDeleted: 'Tab gone. Ctrl+Z in the sheet brings it back.',
  lookAgain: 'Look again',
  nobodyYet: 'Nobody is on the roster yet.',
  switchPerson: 'Switch person',
  here: 'open now',
  findPerson: 'Find a person',
  nobodyNamed: (name: string) => `Nobody on the team is called “${name.trim()}”.`,
  homeLead: 'Your team',
  homeMore: 'Most urgent first.',
  homeReason: (line: HomeLine, day: (day: string) => string): string => {
    const { reason } = line;
    switch (reason.kind) {
      case 'running':
        return '1:1 in progress';
      case 'overdue':
        return `Planned ${day(reason.day)}, ${many(reason.days, 'day', 'days')} ago`;
      case 'notMet':
        return reason.last === '' ? 'No 1:1 held yet' : `No 1:1 since ${day(reason.last)}`;
      case 'noMonth':
        return 'Month not started';
      case 'late':
        return lateWords(many(reason.count, 'late commitment', 'late commitments'), line);
      case 'lateSteps':
        return many(reason.count, 'late next step', 'late next steps');
      case 'offGoal':
        return 'Result below goal';
      case 'stuck':
        return many(reason.count, 'stuck deal', 'stuck deals');
      case 'planned':
        return `Planned ${day(reason.day)}`;
      case 'held':
        return reason.day === '' ? 'Held this month' : `Held ${day(reason.day)}`;
      case 'noDay':
        return 'No day planned yet';
      case 'noTab':
        return 'No tab';
    }
  },
  /** What a line says beside its reason: ready, and what else is open. */
  homeAlso: (line: HomeLine, day: (day: string) => string): string =>
    [
      line.state === 'planned' && line.day !== '' && !SAYS_ITS_DAY.includes(line.reason.kind) ? day(line.day) : '',
      line.ready ? 'Ready ✓' : '',
      line.reason.kind !== 'stuck' && line.stuck > 0 ? `${line.stuck} stuck` : '',
      line.reason.kind === 'late' ? '' : lateWords(`${line.late} late`, line),
      line.reason.kind !== 'lateSteps' && line.lateSteps > 0
        ? many(line.lateSteps, 'late next step', 'late next steps')
        : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  months: 'Months',
  monthsLead: 'Every month on this tab',
  noTabYet: 'No tab yet.',
  tabProblems: (cells: string[]) => `${some(cells)} can’t be read.`,
  lookAtThem: 'Look',
  newerMonth: (newest: MonthKey, month: MonthKey) =>
    `${monthName(newest)} is open. What you add now stays in ${monthName(month)}.`,
  startedElsewhere: (month: MonthKey) => `${monthName(month)} has just been started.`,
  takenBackElsewhere: (month: MonthKey) => `${monthName(month)} has been taken back.`,
  changedByOthers: (names: string[]) => `Changed in the sheet: ${some(names)}.`,
  otherTab: (name: string) => `You are looking at ${name}’s tab.`,
  switchTo: 'Switch to it',
  stay: 'Stay',
  wentOn: (name: string) => `The talk went on to ${name}.`,
  goAlong: 'Go along',
  keysTitle: 'Keys and signs',
  signsTitle: 'Signs',
  hintDeal: 'deal',
  hintAll: 'all',
  keys: [
    ['Alt + → / ←', 'next, previous section'],
    ['Alt + 7', 'Conclusion'],
    ['Alt + P', 'park a thought'],
    ['Tab', 'next field'],
    ['Enter', 'save, and a new row'],
    ['Shift + Enter', 'new line'],
    ['Esc', 'close, text stays'],
    ['Space', 'on the ring: pause'],
    ['Ctrl + Z', 'undo, outside of a text'],
    ['?', 'this list'],
  ] as const,
};
