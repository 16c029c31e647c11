import type {
  AgendaView,
  BlockView,
  Common,
  ConclusionText,
  KpiView,
  MeetingScreen,
  PersonView,
  PipelineView,
  PrepareText,
  ProblemView,
  RepView,
  RowView,
  Screen,
  SectionView,
  TextView,
} from '../contract/state';
import { readAbout } from '../core/coaching/lines';
import { monthsStuck, readStory } from '../core/deal/story';
import type { Kpi } from '../core/kpi';
import type { Problem } from '../core/problems';
import { type Rep, shortName } from '../core/roster';
import { AGENDA_IDS, AGENDA_NAMES, fieldUses, plannedMinutes } from '../core/shared/agenda';
import type { MeetingClock } from '../core/shared/clock';
import { isIsoDate, monthOfDate } from '../core/shared/dates';
import { doubtIn } from '../core/shared/doubts';
import type { Field } from '../core/shared/fields';
import { isMonthKey, type MonthKey } from '../core/shared/month';
import { keepUntouched } from '../sheet/acts/carry-decisions';
import { fillGoals, missingGoals } from '../sheet/acts/goals';
import { tidyStatuses, untidyStatuses } from '../sheet/acts/tidy-status';
import { undoObstacle } from '../sheet/acts/undo-month';
import type { Columns } from '../sheet/grid/columns';
import { COL, FIELD_COL, KEY } from '../sheet/grid/grid';
import { HIDDEN } from '../sheet/grid/hidden';
import { dayInZone } from '../sheet/grid/zone';
import { adoptRows, rowsToAdopt } from '../sheet/month/adopt';
import { type Block, type BlockItem, type BlockSection, type PipelineFigures, partOf } from '../sheet/month/block';
import { columnProblem } from '../sheet/month/column-check';
import { CONCLUSION_TEXTS, IN_PROGRESS, sectionQuestion, type TextName, textLabel } from '../sheet/month/plan';
import { readTabIndex, type TabIndex } from '../sheet/month/read';
import { blockProblems, lostMonth, lostProblem } from '../sheet/month/tab-check';
import type { Setup } from '../sheet/setup/read';
import type { Tracker } from '../sheet/setup/tracker';
import { problemView, underLock } from './answer';
import { readClock } from './clock-store';
import { homeOf, type OnTeam, onTeam } from './home';
import { whoIs } from './who';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Today in the spreadsheet's own zone. */
export function todayOf(tracker: Tracker): string {
  return dayInZone(Date.now(), tracker.zone);
}

/** A person's month that has just been read or written. */
export interface KnownMonth {
  repId: string;
  block: Block;
  /** The newest month of the tab. */
  newest: MonthKey;
  /** A month of the tab that is no longer whole, so that it is not found. */
  lost?: Problem | null;
  /** Left out where it has to be read. */
  clock?: MeetingClock | null;
}

/**
 * The screen for a tab and, if given, a month of it. Gives rows that somebody typed by hand their keys on the way.
 * @param known spares reading the tab; the block is shown as it is
 */
export function screenFor(tracker: Tracker, sheet: Sheet, month?: MonthKey, known?: KnownMonth): Screen {
  const setup = tracker.find();
  const today = todayOf(tracker);
  const common: Common = {
    serverNow: Date.now(),
    today,
    dueMonth: monthOfDate(today),
    file: tracker.book.getId(),
    language: tracker.book.getSpreadsheetLocale().replace('_', '-'),
    me: whoIs(setup),
    setupProblems: [...(setup?.problems ?? []), ...(setup?.doubts ?? [])].map(problemView),
  };
  if (!setup) return { kind: 'setUp', ...common, otherTabs: tracker.book.getSheets().map((s) => s.getName()) };
  const team = onTeam(tracker, setup, today);
  const people = team.map(personView);
  const setting = { tracker, setup, common, people, sheet };
  const knownRep = known && setup.roster.find((one) => one.id === known.repId);
  if (known && knownRep) return meetingScreen(setting, knownRep, known);
  const index = readTabIndex(sheet);
  const rep = tracker.repOf(index);
  if (!rep || tracker.ownTab(rep, sheet)) {
    const damage = tracker.damageOf(sheet, index);
    return {
      kind: 'wrongTab',
      ...common,
      tab: sheet.getName(),
      sheetId: sheet.getSheetId(),
      damage: damage && problemView(damage),
      people,
      home: common.me.role === 'rep' ? null : homeOf(tracker, team, today),
    };
  }
  const chosen = chooseMonth(tracker, index, common.dueMonth, month);
  const lost = lostProblem(index, lostMonth(index, chosen.block?.month ?? 0, tracker.zone));
  if (!chosen.block) {
    const newest = chosen.newest;
    return {
      kind: 'noMonth',
      ...common,
      rep: viewOfRep(rep, sheet),
      people,
      newestMonth: newest?.month ?? null,
      newestFinished: newest?.state === 'finished',
      months: index.blocks.map((one) => one.month),
      agendas: agendaViews(setup),
      agenda: rep.agenda,
      damage: lost && problemView(lost),
    };
  }
  const block = upToDate(tracker, sheet, rep, chosen.block);
  const months = index.blocks.map((one) => one.month);
  return { ...meetingScreen(setting, rep, { repId: rep.id, block, newest: months[0] ?? block.month, lost }), months };
}

/** The tab that the sidebar opens on: a salesperson's own, wherever they stand; for anybody else the active one. */
export function firstTab(tracker: Tracker): Sheet {
  const setup = tracker.find();
  const me = setup && whoIs(setup);
  const own = me?.role === 'rep' ? setup?.roster.find((rep) => rep.email === me.email) : undefined;
  const sheet = own?.sheetId == null ? null : tracker.sheetById(own.sheetId);
  return sheet ?? tracker.book.getActiveSheet();
}

/** The screen of a tab, of the first one without a sheet id: for calls that answer with it. */
export function freshScreen(tracker: Tracker, sheetId: number | null, month?: MonthKey): Screen {
  const sheet = (sheetId === null ? null : tracker.sheetById(sheetId)) ?? firstTab(tracker);
  return screenFor(tracker, sheet, month);
}

interface Setting {
  tracker: Tracker;
  setup: Setup;
  common: Common;
  people: PersonView[];
  sheet: Sheet;
}

function meetingScreen({ setup, common, people, sheet }: Setting, rep: Rep, known: KnownMonth): MeetingScreen {
  const { block, newest } = known;
  const tab = sheet.getName();
  const clock =
    block.state === 'finished' ? null : known.clock === undefined ? readClock(rep.id, block.month) : known.clock;
  return {
    kind: 'meeting',
    ...common,
    rep: viewOfRep(rep, sheet),
    people,
    block: blockView(block, clock !== null, setup.kpis, common),
    newestMonth: newest,
    clock,
    statuses: setup.statuses.map(({ word, closes, won }) => ({ word, closes, won })),
    owners: [rep.name, ...setup.managers.map((m) => m.name)].filter((name, n, all) => name && all.indexOf(name) === n),
    canUndoStart: clock === null && undoObstacle(block, newest, tab) === null,
    tabProblems: tabProblems(known, tab),
    agendas: agendaViews(setup),
    questions: setup.questions,
  };
}

/** What of the tab is not read, or would not come along. */
function tabProblems({ block, lost }: KnownMonth, tab: string): ProblemView[] {
  if (block.damage) return [problemView(columnProblem(block.damage, tab))];
  return [...(lost ? [lost] : []), ...blockProblems(block, tab)].map(problemView);
}

function agendaViews(setup: Setup): AgendaView[] {
  return AGENDA_IDS.map((id) => ({ id, name: AGENDA_NAMES[id], minutes: plannedMinutes(setup.agendas[id]) }));
}

/**
 * Which month the sidebar opens on: the one asked for; else this month's; else a later one that was opened ahead.
 * An older month that was never finished is offered, not forced.
 */
function chooseMonth(
  tracker: Tracker,
  index: TabIndex,
  due: MonthKey,
  asked: MonthKey | undefined,
): { block: Block | null; newest: Block | null } {
  const of = (month: MonthKey) => tracker.block(index, month);
  if (asked !== undefined) {
    const block = of(asked);
    if (block) return { block, newest: null };
  }
  const newest = index.blocks[0];
  if (!newest) return { block: null, newest: null };
  const current = index.blocks.find((b) => b.month <= due);
  if (current?.month === due) {
    const block = of(due);
    if (block && (block.state !== 'finished' || newest.month === due)) return { block, newest: null };
  }
  if (newest.month > due) return { block: of(newest.month), newest: null };
  return { block: null, newest: of(newest.month) };
}

/**
 * Writes missing keys, and goals that Setup has had only since the month was started; reads again under the lock first,
 * since somebody else may just be doing the same.
 */
function upToDate(tracker: Tracker, sheet: Sheet, rep: Rep, block: Block): Block {
  const goalsOf = (read: Block) => missingGoals(read, rep.name, tracker.setup());
  // Where columns have been moved, nothing is written: it would go into wrong ones.
  const { statuses } = tracker.setup();
  const isDue = [rowsToAdopt(block), goalsOf(block), untidyStatuses(block, statuses)].some((list) => list.length > 0);
  if (block.damage || !isDue) return block;
  return underLock(() => {
    const index = readTabIndex(sheet);
    const again = tracker.block(index, block.month) ?? block;
    if (!index.tab.range(again.row, HIDDEN.key).canEdit()) return again;
    adoptRows(index.tab, again);
    const goals = goalsOf(again);
    const untidy = untidyStatuses(again, statuses);
    if (goals.length + untidy.length === 0) return again;
    fillGoals(index.tab, goals);
    tidyStatuses(index.tab, untidy);
    if (again.marks === again.startMarks) keepUntouched(index.tab, again.month, tracker.zone);
    return tracker.block(readTabIndex(sheet), block.month) ?? again;
  });
}

function personView({ rep, sheetId }: OnTeam): PersonView {
  return { repId: rep.id, name: rep.name, sheetId, ...(rep.sheetId === null ? { owed: true } : {}) };
}

function viewOfRep(rep: Rep, sheet: Sheet): RepView {
  return {
    repId: rep.id,
    name: rep.name,
    shortName: shortName(rep.name),
    email: rep.email,
    sheetId: sheet.getSheetId(),
    tab: sheet.getName(),
  };
}

/**
 * A month as the sidebar shows it.
 * @param kpis those of Setup; without them, units and directions are left out
 */
export function blockView(
  block: Block,
  running: boolean,
  kpis: readonly Kpi[],
  now: Pick<Common, 'today' | 'dueMonth'>,
): BlockView {
  const conclusion = partOf(block, 'todo');
  const state = stateOf(block, running);
  const heldOn = isIsoDate(block.heldOn) ? block.heldOn : '';
  const isOpen = state === 'planned' || state === 'moved';
  const views = (part: BlockSection | undefined) =>
    part ? part.items.map((item) => rowView(item, part, kpis, block.columns)) : [];
  return {
    month: block.month,
    place: { row: block.row, rows: block.rows },
    number: block.number,
    state,
    heldOn,
    overdue: isOpen && (heldOn === '' ? block.month < now.dueMonth : heldOn < now.today),
    reopened: block.state === 'reopened',
    plannedMinutes: plannedMinutes(block.sections.map((part) => part.section)),
    minutes: typeof block.minutes === 'number' ? block.minutes : null,
    lastFocus: String(block.lastFocus),
    lastFocusMonth: isMonthKey(block.fromMonth) ? block.fromMonth : null,
    sections: block.sections.map((part, position) => sectionView(part, position, block, kpis)),
    prepare: textViews<PrepareText>(block, OWN_TEXTS),
    seen: textViewIf(block, 'seen'),
    brings: textViewIf(block, 'brings'),
    plan: textViewIf(block, 'plan'),
    pipeline: pipelineView(block.pipeline, block.columns),
    growth: {
      fields: fieldUses(block.growth.section),
      rows: block.growth.items.map((item) => ({
        ...rowView(item, block.growth, kpis, block.columns),
        ...planView(item, block),
      })),
      spareKeys: block.growth.spares.map((spare) => spare.key),
    },
    commitments: views(conclusion),
    conclusion: textViews<ConclusionText>(block, CONCLUSION_TEXTS),
    revision: block.revision,
  };
}

function stateOf(block: Block, running: boolean): BlockView['state'] {
  if (block.state === 'finished') return 'finished';
  if (running || block.state === 'reopened' || block.minutes === IN_PROGRESS) return 'running';
  return block.state === 'moved' ? 'moved' : 'planned';
}

/** "Closing" and "November: …" in their parts; none of an error, or of words that say that there is nothing. */
function partsOf(words: string): string[] {
  const said = words.replace(/^[A-Z][a-z]+: /, '');
  return said === '' || /^(#|no |nothing )(?!date)/.test(said) ? [] : said.split(' · ');
}

function pipelineView(figures: PipelineFigures | null, columns: Columns): PipelineView | null {
  if (!figures) return null;
  return {
    amount: figures.amount,
    weighted: figures.weighted,
    coverage: figures.coverage,
    left: figures.left,
    closing: partsOf(figures.closing),
    changes: partsOf(figures.changes),
    open: figures.open ?? 0,
    stuck: figures.stuck ?? 0,
    commitmentsOpen: figures.commitmentsOpen ?? 0,
    commitmentsLate: figures.commitmentsLate ?? 0,
    cell: columns.a1(figures.row, COL.amount),
  };
}

function textViews<N extends TextName>(block: Block, names: readonly N[]): Record<N, TextView> {
  return Object.fromEntries(names.map((name) => [name, textView(block, name)])) as Record<N, TextView>;
}

/** What the salesperson alone prepares. */
const OWN_TEXTS = ['review', 'help', 'ready'] as const satisfies readonly PrepareText[];

/** A text that not every month has. */
function textViewIf(block: Block, name: TextName): TextView | null {
  return block.texts[name] ? textView(block, name) : null;
}

function textView(block: Block, name: TextName): TextView {
  const text = block.texts[name];
  return {
    key: KEY.text(name),
    label: textLabel(name),
    value: text?.value ?? '',
    cell: text ? block.columns.a1(text.row, COL.when) : '',
    formula: text?.formula ?? false,
  };
}

function sectionView(
  part: BlockSection,
  position: number,
  { month, columns }: Block,
  kpis: readonly Kpi[],
): SectionView {
  const { section } = part;
  return {
    id: section.id,
    kind: section.kind,
    name: section.name,
    question: sectionQuestion(section, month),
    minutes: section.minutes,
    number: position + 1,
    fields: fieldUses(section),
    rows: section.kind === 'conclusion' ? [] : part.items.map((item) => rowView(item, part, kpis, columns)),
    spareKeys: part.spares.map((spare) => spare.key),
  };
}

function rowView(item: BlockItem, part: BlockSection, kpis: readonly Kpi[], columns: Columns): RowView {
  const at: Partial<Record<Field, string>> = {};
  for (const use of fieldUses(part.section)) at[use.field] = columns.a1(item.row, FIELD_COL[use.field]);
  const { key, cells, formulas, nextDay } = item;
  const view: RowView = { key, cells, at, formulas, ...perhapsOf(item), ...(nextDay ? { nextDay } : {}) };
  if (part.section.kind === 'kpis') return { ...view, kpi: kpiView(item, kpis) };
  if (!item.life) return view;
  if (part.section.kind !== 'existing') return { ...view, fromMonth: item.life.firstMonth };
  const { firstMonth, timesPushed, monthsUnchanged } = item.life;
  const story = readStory(item.life.story);
  return { ...view, life: { firstMonth, timesPushed, monthsUnchanged, monthsStuck: monthsStuck(story), story } };
}

/** What a coaching plan is about, where that is a row of this month's. */
function planView({ coaching = '' }: BlockItem, { sections }: Block): Pick<RowView, 'plan'> {
  const about = readAbout(coaching);
  if (!about) return {};
  const kinds = about.kind === 'deal' ? ['existing', 'new'] : [about.kind === 'kpi' ? 'kpis' : ''];
  const rows = sections.filter(({ section }) => kinds.includes(section.kind)).flatMap((part) => part.items);
  const row = about.kind === 'other' ? undefined : rows.find(({ id }) => id === about.id);
  return { plan: { about: row?.key ?? '' } };
}

/** The other readings that stand hidden beside a row's day and amount. */
function perhapsOf({ typed = {} }: BlockItem): Pick<RowView, 'perhaps'> {
  const [when, amount] = [doubtIn(typed.when ?? ''), doubtIn(typed.amount ?? '')];
  if (when === null && amount === null) return {};
  return { perhaps: { ...(when === null ? {} : { when }), ...(amount === null ? {} : { amount }) } };
}

function kpiView(item: BlockItem, kpis: readonly Kpi[]): KpiView {
  const kpi = kpis.find((one) => one.id === item.id);
  const figures = item.figures;
  const share = (actual: unknown, goal: unknown) =>
    typeof actual === 'number' && typeof goal === 'number' && goal !== 0 ? actual / goal : null;
  const own = share(item.cells.amount, item.cells.when);
  const past = trendOf(String(item.cells.moved ?? ''));
  if (typeof item.cells.amount === 'number') past.pop();
  return {
    unit: kpi?.unit ?? '',
    kind: kpi?.kind ?? 'result',
    better: kpi?.better ?? 'higher',
    share: own,
    quarter: share(figures?.quarterActual, figures?.quarterGoal),
    year: share(figures?.yearActual, figures?.yearGoal),
    trend: [...past, own],
    rank: figures?.rank ?? '',
  };
}

/** Shares in the last line of a KPI's computed words ("▲ 88% – 106%"), the oldest first; none in a first month. */
function trendOf(words: string): (number | null)[] {
  const line = words.split('\n').pop() ?? '';
  if (line.includes('·')) return [];
  return line
    .split(' ')
    .filter((word) => word === '–' || word.endsWith('%'))
    .map((word) => (word === '–' ? null : Number.parseInt(word, 10) / 100));
}
