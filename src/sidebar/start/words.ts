/** The texts of setting up and starting a month. */
import type { CarryView, LateMore } from '../../contract/calls';
import { type MonthKey, monthName, monthTitle } from '../../core/shared/month';
import { list, many, some } from '../wording';

/** How many things a month that is there lacks of the one before. */
export function lateCount({ late, lateMore: more }: Pick<CarryView, 'late' | 'lateMore'>): number {
  return late.length + Object.values(more ?? {}).reduce((sum, n) => sum + Number(n), 0);
}

function lateDeals({ late }: CarryView): string[] {
  return late.length > 0 ? [many(late.length, 'deal', 'deals')] : [];
}

function lateDealWords(more: LateMore | undefined): string[] {
  if (!more) return [];
  return [
    more.commitments > 0 && many(more.commitments, 'commitment', 'commitments'),
    more.growth > 0 && many(more.growth, 'line of development or coaching', 'lines of development and coaching'),
    more.focus && 'the focus',
    more.plan && 'the plan',
    more.help && 'the question how help went',
  ].filter((text) => text !== false);
}

/** Short, human, never scolding; each problem says what to do next. */
export const startWords = {
  lookingAhead: 'Looking ahead…',
  starting: (month: MonthKey) => `Starting ${monthName(month)}…`,
  takingBack: 'Taking it back…',
  makingTabs: 'Making tabs',
  keepingRanks: 'Keeping the ranks so far',
  startingTabs: (month: MonthKey) => `Starting ${monthName(month)}`,
  previewOf: (month: MonthKey) => `${monthTitle(month)}, a preview`,
  comeAlong: (n: number) => (n === 0 ? 'An empty month to begin with' : `${many(n, 'deal comes', 'deals come')} along`),
  kept: 'Kept',
  wonStays: (month: MonthKey) => `Won, stays in ${monthName(month)}`,
  lostStays: (month: MonthKey) => `Lost, stays in ${monthName(month)}`,
  leftBehind: (month: MonthKey) => `Left behind in ${monthName(month)}`,
  leaveBehind: 'Leave behind',
  leaveWhy: 'Why? It then counts as lost, in exports too.',
  // Kept as a text in the sheet: add one, don't rename one. A deal that is marked as lost has its own (review/words.ts).
  leaveReasons: ['No need any more', 'No budget now', 'Not the right time', 'Chose others', 'We let it go'],
  leaveOwn: 'Another reason, or none',
  keepAfterAll: 'Keep after all',
  keepAfterAllOf: (title: string) => `Keep after all: ${title}`,
  keptAfterAll: (was: 'won' | 'lost') => `${was}, kept after all`,
  takeBack: (title: string) => `Undo: ${title}`,
  leftNow: (title: string) => `${title} is left behind`,
  keptNow: (title: string) => `${title} comes along`,
  thereAlready: (n: number) => (n === 0 ? '' : `${many(n, 'open deal is', 'open deals are')} in it already.`),
  notThereYet: 'Not there yet',
  notThereMore: (from: MonthKey) => `Open in ${monthName(from)}. Brought along, they keep their story.`,
  bringAlong: (n: number) => (n === 1 ? 'Bring it along' : 'Bring them along'),
  lateMore: (more: LateMore) => `Not there yet: ${list(lateDealWords(more))}.`,
  broughtAlong: (n: number) => `${n} brought along`,
  unreadable: (n: number) => (n === 1 ? 'One cell can’t be read' : `${n} cells can’t be read`),
  /** "2 amounts: Northwind “tbc” (D12), Acme “?” (D14). They come along …" */
  unreadableKind: (
    what: 'amount' | 'when' | 'status',
    cells: readonly { title: string; text: string; cell: string }[],
  ) => {
    const [one, some, then] = {
      amount: ['amount', 'amounts', 'Left out of totals.'],
      when: ['date', 'dates', 'Stays as typed.'],
      status: ['status', 'statuses', 'Counts as moving.'],
    }[what] as [string, string, string];
    const named = cells.slice(0, 5).map(({ title, text, cell }) => `${title} “${text}” (${cell})`);
    const more = cells.length > named.length ? `, and ${cells.length - named.length} more` : '';
    return `${many(cells.length, one, some)}: ${named.join(', ')}${more}. ${then}`;
  },
  stalePlans: (n: number) => (n === 1 ? 'A plan waits to be looked at' : `${n} plans wait to be looked at`),
  stalePlansMore: 'It comes along unless you drop it.',
  planMissed: (n: number) => `missed at ${many(n, '1:1', '1:1s')}`,
  planDropped: 'dropped',
  dropPlan: 'Drop it',
  dropPlanOf: (title: string) => `Drop it: ${title}`,
  also: 'Also',
  alsoCommitments: (n: number) => many(n, 'open commitment', 'open commitments'),
  alsoHelp: (question: string) => `Asked about: ${question}`,
  alsoFocus: (focus: string) => `The focus: ${focus}`,
  alreadyThere: (month: MonthKey) => `${monthName(month)} is there already`,
  alreadyMore: 'Nothing would change.',
  whichMonth: 'Month',
  everyone: (month: MonthKey) => `${monthName(month)} for everyone`,
  personLine: (p: CarryView) => {
    if (p.state === 'already')
      return lateCount(p) > 0
        ? `is there already; ${list([...lateDeals(p), ...lateDealWords(p.lateMore)])} not there yet`
        : 'is there already, stays as it is';
    if (p.state === 'problem') return p.problem?.message ?? 'cannot be read';
    const parts = [p.kept.length > 0 ? many(p.kept.length, 'deal', 'deals') : 'an empty month'];
    if (p.won.length + p.lost.length > 0) parts.push(`${p.won.length} won, ${p.lost.length} lost stay`);
    if (p.commitments > 0) parts.push(many(p.commitments, 'commitment', 'commitments'));
    if (p.unreadable.length > 0) parts.push(`${some(p.unreadable.map(({ cell }) => cell))} can’t be read`);
    if (p.isOpen && p.fromMonth !== null) parts.push(`${monthName(p.fromMonth)} is not finished`);
    return parts.join(' · ');
  },
  startForMany: (n: number) => `Start on ${many(n, 'tab', 'tabs')}`,
  getsTab: 'gets a tab, with an empty month',
  started: (month: MonthKey, n: number) =>
    n > 1 ? `${monthName(month)} is started on ${n} tabs` : `${monthName(month)} is started`,
  startedTitle: (month: MonthKey, n: number) =>
    n === 0 ? `${monthName(month)} is started` : `${monthName(month)} is started on ${many(n, 'tab', 'tabs')}`,
  startedNow: 'Started now',
  startedBefore: 'There before',
  notStarted: 'Not started',
  notStartedYet: (n: number) =>
    `${many(n, 'tab is', 'tabs are')} still to be started. Start the month for everyone again to go on.`,
  noMonth: (month: MonthKey) => `${monthName(month)} is not started yet`,
  noMonthMore: (name: string, newest: MonthKey | null) =>
    newest === null
      ? `The first month on ${name}’s tab. You see it first.`
      : `What is open comes along from ${monthName(newest)}. You see it first.`,
  stillOpen: (month: MonthKey) => `${monthName(month)} is not finished.`,
  stillOpenMore: 'Finish it first, or leave it as it is.',
  lookAtMonth: (month: MonthKey) => `Look at ${monthName(month)}`,
  setUpTitle: 'Who do you meet every month?',
  setUpTitleShort: 'Setting up',
  setUpMore: 'Names are enough; goals and KPIs can follow.',
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
  setUp: (n: number) => (n === 0 ? 'Set up' : `Set up ${many(n, 'tab', 'tabs')}`),
  tabsSaid: (n: number) => `${many(n, 'tab', 'tabs')} will be added`,
  namesFirst: 'Write at least one name, one per line.',
  tabsOwed: (n: number) => `${many(n, 'person', 'people')} on the roster ${n === 1 ? 'has' : 'have'} no tab yet.`,
  makeTheirTabs: (n: number) => (n === 1 ? 'Make the tab' : `Make the ${n} tabs`),
  addPeopleTitle: 'Who is new?',
  addPeopleMore: 'Each gets a tab and a line in Setup.',
  alsoMonth: (month: MonthKey) => `With ${monthTitle(month)} ready to type into`,
  add: (n: number) => (n === 0 ? 'Add' : `Add ${many(n, 'person', 'people')}`),
  peopleAdded: (added: string[], there: string[]) =>
    [added.length > 0 ? `Added: ${list(added)}.` : '', there.length > 0 ? `There already: ${list(there)}.` : '']
      .filter((s) => s !== '')
      .join(' ') || 'Nobody was added.',
  agenda: 'Agenda',
  takenBack: (month: string) => `${month} was taken back`,
};
