/** What the add-on answers about the team of the sidebar's tests, act by act. */
import type { CallName, RequestOf, ResultOf } from '../../../src/contract/calls';
import type { MeetingScreen, NoMonthScreen, Screen, SetUpScreen, WrongTabScreen } from '../../../src/contract/state';
import { COL } from '../../../src/sheet/grid/grid';
import { HIDDEN } from '../../../src/sheet/grid/hidden';
import { rowOf, Story } from '../../support/plain-google/story';
import type { PlainTab } from '../../support/plain-google/tab';
import { fillSetup, Play } from './play';
import { GOALS, MONTH } from './team';

/** What was pasted for the team. */
const PASTED = [
  'Rep\tRevenue\tCalls\tNew customers\tWin rate\tMargin',
  'Tomas Okafor\t52000\t52\t2\t0.27\t9',
  'Lena Vogt\t41000\t71\t3\t\t8',
  'Sum\t\t123\t\t\t',
].join('\n');

/** A report of the CRM on a tab: its second line is empty. */
const REPORT = [
  ['Id', 'Name', 'Owner', 'Amount'],
  ['', '', '', ''],
  [17, 'Halden Mills', 'Tomas Okafor', 'soon'],
  [18, 'Portan', 'Tomas Okafor', 12000],
];

/** The answers, by what they are called in fixtures.ts. */
export interface Recorded {
  setUp: SetUpScreen;
  noMonth: NoMonthScreen;
  wrongTab: WrongTabScreen;
  meeting: MeetingScreen;
  finish: ResultOf<'finishMeeting'>;
  finished: MeetingScreen;
  reopened: MeetingScreen;
  december: ResultOf<'planMonth'>;
  goals: ResultOf<'loadGoals'>;
  actuals: ResultOf<'planActuals'>;
  sources: ResultOf<'importSources'>;
  report: ResultOf<'readImport'>;
  check: ResultOf<'checkTab'>;
  life: ResultOf<'loadLife'>;
}

/** Plays all of it anew. */
export function record(): Recorded {
  const start = beginning();
  const play = new Play();
  const { story } = play;
  const { sheetId, repId } = play.pin;
  const ask = <N extends CallName>(name: N, request: RequestOf<N>): ResultOf<N> => story.call(name, request);
  play.untilOctober();
  const noMonth = screen(story, sheetId, 'noMonth');
  play.finish();
  play.begin(MONTH);
  const meeting = play.load();
  const actuals = figures(play);
  const finish = held(play);
  const others = {
    finished: play.load(),
    december: ask('planMonth', { sheetId, month: 202612 }),
    life: ask('loadLife', { sheetId, repId, key: 'existing:e2' }),
    wrongTab: otherTab(play),
    sources: ask('importSources', {}),
    report: ask('readImport', { sheetId: story.book.tab('CRM report').id, from: 1 }),
    reopened: reopened(play),
    check: damaged(play),
  };
  return steady({ ...start, noMonth, meeting, actuals, finish, ...others }, play);
}

/** A spreadsheet without a tracker, and goals of a team that has just been set up. */
function beginning(): Pick<Recorded, 'setUp' | 'goals'> {
  const story = new Story({ locale: 'en_GB', owner: 'ida.brandt@example.com' }, null);
  story.later(24 * 60);
  story.book.spreadsheet.insertSheet('Q4 forecast', 0);
  const setUp = screen(story, story.book.tab('Sheet1').id, 'setUp');
  const people = 'Tomas Okafor\nLena Vogt\nAnneliese-Katharina von Württemberg-Hohenstein';
  story.whole('setUpTeam', { people, month: MONTH, managerName: 'Ida Brandt' });
  fillSetup(story.book.tab('Setup'), 'header:goals', GOALS, 1);
  const goals = story.call('loadGoals', {});
  const ids = new Map(goals.people.map(({ repId }, n) => [repId, `p${n + 1}`]));
  return {
    setUp,
    goals: { ...goals, people: goals.people.map((one) => ({ ...one, repId: ids.get(one.repId) ?? '' })) },
  };
}

type Kind<K> = Extract<Screen, { kind: K }>;

function screen<K extends Screen['kind']>(story: Story, sheetId: number, kind: K): Kind<K> {
  const found = story.call('loadScreen', { sheetId });
  if (found.kind !== kind) throw new Error(`not ${kind} but ${found.kind}`);
  return found as Kind<K>;
}

/** Pasted figures for two people, some of which stand there already. */
function figures({ story, pin }: Play): ResultOf<'planActuals'> {
  const lena = story.book.tab('Lena Vogt').id;
  story.start(lena, MONTH);
  const { rep } = screen(story, lena, 'meeting');
  const edits = [
    { key: 'kpis:k1', field: 'amount' as const, was: '', now: 41000 },
    { key: 'kpis:k4', field: 'amount' as const, was: '', now: 3 },
  ];
  story.call('saveEdits', { sheetId: lena, repId: rep.repId, month: pin.month, edits });
  return story.call('planActuals', { month: MONTH, text: PASTED });
}

function otherTab({ story }: Play): WrongTabScreen {
  const { book } = story;
  story.hand('tabs of the team’s own', () => {
    for (const name of ['Q4 forecast', 'CRM report']) book.spreadsheet.insertSheet(name, 0);
    const { cells } = book.tab('CRM report');
    for (const [r, line] of REPORT.entries()) for (const [c, value] of line.entries()) cells.put(r + 1, c + 1, value);
  });
  return screen(story, book.tab('Q4 forecast').id, 'wrongTab');
}

function held(play: Play): ResultOf<'finishMeeting'> {
  play.type('text:takeaway', { when: 'Need first, demo second' });
  play.type('text:focus', { when: 'Twenty calls a week, plant managers first' });
  play.save();
  const { story, pin } = play;
  story.call('setClock', { ...pin, action: { act: 'start', section: 'new' }, actionId: 's' });
  story.later(28);
  return story.call('finishMeeting', { ...pin, actionId: 'f' });
}

function reopened(play: Play): MeetingScreen {
  play.story.call('reopenMeeting', play.pin);
  return play.load();
}

/** What the check says of a row without its key, of two in another section, and of names that were exchanged. */
function damaged({ story, tab, pin }: Play): ResultOf<'checkTab'> {
  story.hand('damage', () => {
    tab.cells.put(rowOf(tab, 'existing:e2'), HIDDEN.key, '');
    exchange(tab, ['existing:e5', 'existing:e6']);
    const topics = rowOf(tab, 'other:o1');
    tab.sheet.moveRows(tab.sheet.getRange(topics, 1, 2, 1), rowOf(tab, 'working:w1') + 1);
  });
  return story.call('checkTab', { sheetId: pin.sheetId });
}

function exchange(tab: PlainTab, keys: [string, string]): void {
  const [one, other] = keys.map((key) => rowOf(tab, key)) as [number, number];
  const [first, second] = [tab.cells.value(one, COL.who), tab.cells.value(other, COL.who)];
  tab.cells.put(one, COL.who, second);
  tab.cells.put(other, COL.who, first);
}

/** With ids that read well and stay, whatever else the add-on draws lots for. */
function steady(all: Recorded, { story }: Play): Recorded {
  const { people } = all.meeting;
  const reps = new Map<unknown, string>(people.map(({ repId }, n) => [repId, `p${n + 1}`]));
  const sheets = new Map<unknown, number>(people.map(({ sheetId }, n) => [sheetId, 11 + n]));
  sheets.set(story.book.tab('Q4 forecast').id, 99);
  sheets.set(story.book.tab('CRM report').id, 31);
  const keys = steadyKeys(all.meeting);
  const text = JSON.stringify(all, function (this: Record<string, unknown>, name, value) {
    if (name === 'serverNow') return 0;
    if (name === 'sheetId' && value !== null) return sheets.get(value) ?? value;
    if (name === 'digest') return `d-${reps.get(this.repId) ?? 'tab'}`;
    if (name === 'revision') return 'r0';
    const unit = typeof value === 'string' ? /^tab:(.*)$/.exec(value)?.[1] : undefined;
    return reps.get(value) ?? keys.get(value) ?? (unit === undefined ? value : `tab:${reps.get(unit) ?? unit}`);
  });
  return JSON.parse(text) as Recorded;
}

/** Keys of empty rows: "new:new1", "todo:todo2" … */
function steadyKeys({ block }: MeetingScreen): Map<unknown, string> {
  const spares = [...block.sections.map(({ spareKeys }) => spareKeys), block.growth.spareKeys];
  const steadyKey = (key: string, n: number) => key.replace(/^(\w+):.*/, `$1:$1${n + 1}`);
  return new Map(spares.flatMap((all) => all.map((key, n) => [key, steadyKey(key, n)] as const)));
}
