import { type Carry, type CarryDecision, NOTHING_CARRIED, planCarry } from '../../core/deal/carry';
import { type Problem, ProblemError } from '../../core/problems';
import type { Rep } from '../../core/roster';
import { type AgendaId, knownSection, type Section } from '../../core/shared/agenda';
import { type IsoDate, monthOfDate } from '../../core/shared/dates';
import { digestOf } from '../../core/shared/hash';
import { type MonthKey, monthsBetween } from '../../core/shared/month';
import { table } from '../../core/shared/table';
import { newId, type RawCell } from '../grid/cells';
import { FIRST_BLOCK_ROW, KEY } from '../grid/grid';
import { HIDDEN, hiddenCell } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import { adoptRows } from '../month/adopt';
import { foldBlock, isWrittenAtOnce, makeRoom, writeBlock } from '../month/apply';
import type { Block } from '../month/block';
import { columnProblem } from '../month/column-check';
import type { KpiRow } from '../month/kpi-rows';
import { type BlockInput, type BlockPlan, type PlannedRow, planBlock } from '../month/plan';
import { plannedBlock, plannedFormulas } from '../month/planned-block';
import { type BlockPlace, parseBlock, readBlock, readTabIndex, recordOf, type TabIndex } from '../month/read';
import { readMonthAndBelow } from '../month/read-open';
import { frameProblem, lostMonth, lostProblem } from '../month/tab-check';
import { goalFormula } from '../setup/goal-formula';
import type { Tracker } from '../setup/tracker';
import { headSourceOf, linesAbove, pointHeadAt } from '../tab/head';
import { rankFormula } from '../team/figures';
import { findLate, type Late, markDropped, markLeftBehind, NOTHING_LATE } from './carry-decisions';
import { headSourceOfBlock } from './head-of-block';
import { clearLeftovers, foldOnce } from './interrupted-start';
import { leavingRows, type Rank, ranksBelow } from './kept-ranks';
import { tidyStatuses, untidyStatuses } from './tidy-status';

/** How far ahead of today a month may be started, in months. */
const MAX_AHEAD = 12;

/** What starting a month would do on one tab. */
export interface TabPlan {
  rep: Rep;
  tab: string;
  sheetId: number;
  agenda: readonly Section[];
  /** Which one of Setup's that is. */
  agendaId: AgendaId;
  state: 'new' | 'already' | 'problem';
  problem?: Problem;
  carry: Carry;
  /** Only where the month is there: how much of what comes along it has, and what it lacks. */
  there: number;
  late: Late;
  /** Stands for what the carry was worked out from: the same digest, the same outcome. */
  digest: string;
  /** The grid's version of the tab; null where it says none. */
  version: number | null;
}

export interface PlannedTab extends TabPlan {
  index: TabIndex | null;
  from: Block | null;
  /** The month itself, where it is there. */
  own: Block | null;
  /** Ranks of the month that leaves the comparison; they have been read with the month that is carried from. */
  ranks: readonly Rank[];
  /** The head's rows but for the first, where they have been read with it. */
  above: RawCell[][];
}

/**
 * Works out what a month would begin with on a rep's tab. Reads only.
 * @param wanted the agenda for this month; null for the one that the roster has for the person
 * @param decisions what somebody has decided about single opportunities
 * @param known the tab's index, where it has just been read
 */
export function planTab(
  tracker: Tracker,
  rep: Rep,
  month: MonthKey,
  today: IsoDate,
  wanted: AgendaId | null,
  decisions: readonly CarryDecision[] = [],
  known?: TabIndex,
): PlannedTab {
  const setup = tracker.setup();
  const agenda = setup.agendas[wanted ?? rep.agenda];
  const base = {
    agenda,
    agendaId: wanted ?? rep.agenda,
    rep,
    tab: rep.name,
    sheetId: rep.sheetId ?? -1,
    carry: NOTHING_CARRIED,
    there: 0,
    late: NOTHING_LATE,
    digest: '',
    version: null,
    index: null,
    from: null,
    own: null,
    ranks: [],
    above: [],
  };
  const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
  if (!sheet) return { ...base, state: 'problem', problem: { code: 'noTab', about: { name: rep.name } } };
  const tab = sheet.getName();
  const index = known ?? readTabIndex(sheet);
  const found = { ...base, tab, index, version: index.version };
  if (index.repId !== rep.id)
    return { ...found, state: 'problem', problem: { code: 'tabOfSomeoneElse', place: { tab } } };
  if (monthsBetween(monthOfDate(today), month) > MAX_AHEAD)
    return { ...found, state: 'problem', problem: { code: 'monthTooFar', about: { month } } };
  const already = index.blocks.some((block) => block.month === month);
  const newest = index.blocks[0]?.month ?? 0;
  if (!already && newest > month)
    return {
      ...found,
      state: 'problem',
      problem: { code: 'monthBeforeNewest', about: { name: rep.name, newest, month } },
    };
  const place = index.blocks.find((block) => block.month < month);
  // Formulas are needed only where what is left behind by decision is marked in its row.
  const leaving = place === index.blocks[0] ? leavingRows(index) : [];
  const read = place
    ? readMonthAndBelow(index, place, tracker.zone, {
        withFormulas: decisions.length > 0,
        more: Math.max(0, Math.max(...leaving) - place.row - place.rows + 1),
      })
    : { block: null, above: [], below: [] };
  const { block: from, above, below } = read;
  const problem = already ? null : whyNotWhole(index, from, month, tracker.zone);
  if (from?.damage) return { ...found, state: 'problem', problem: columnProblem(from.damage, tab) };
  if (problem) return { ...found, state: 'problem', problem };
  const sections = from?.sections.map((part) => part.section) ?? [];
  const dealSections = {
    existing: sections.filter((s) => s.kind === 'existing').map((s) => s.id),
    fresh: sections.filter((s) => s.kind === 'new').map((s) => s.id),
  };
  const carry = planCarry(from && recordOf(from), dealSections, setup.statuses, decisions);
  const own = already ? tracker.block(index, month) : null;
  const roomy = withRoomFor(carry, agenda);
  return {
    ...found,
    agenda: roomy,
    state: already ? 'already' : 'new',
    carry,
    from,
    own,
    ranks: ranksBelow(leaving, below),
    above,
    ...(own && !from?.frame ? findLate(carry, from, own) : {}),
    digest: digestOf([carryDigest(rep, month, carry), roomy.map((section) => section.id)]),
  };
}

/** Why less than all would come along from the month before: it is damaged, or one is lost that stands between. */
function whyNotWhole(index: TabIndex, from: Block | null, month: MonthKey, zone: string): Problem | null {
  if (from?.frame) return frameProblem(from, from.frame, index.tab.name);
  return lostProblem(index, lostMonth(index, from?.month ?? 0, zone, month));
}

/** What comes along needs its sections, even where the agenda leaves them out. */
function withRoomFor(carry: Carry, agenda: readonly Section[]): readonly Section[] {
  const missing = (kind: Section['kind'], needed: boolean) =>
    needed && !agenda.some((section) => section.kind === kind) ? [knownSection(kind) as Section] : [];
  const existing = missing('existing', carry.kept.length > 0);
  const conclusion = missing('conclusion', true);
  const at = agenda.findIndex((section) => section.kind === 'conclusion');
  const end = at < 0 ? agenda.length : at;
  return [...agenda.slice(0, end), ...existing, ...agenda.slice(end), ...conclusion];
}

/** Of what comes along, not of where it stands: rows move when a month is started, and a repeated start must still fit. */
function carryDigest(rep: Rep, month: MonthKey, carry: Carry): string {
  return digestOf([
    [rep.id, month, carry.fromMonth, carry.lastFocus],
    carry.kept.map(({ cells, life }) => [cells, life]),
    [...carry.won, ...carry.lost].map(({ cells }) => cells),
    // Its own status and "what moved" are what starting the month changes.
    carry.dropped.map(({ item: { cells }, reason }) => [{ ...cells, status: '', moved: '' }, reason]),
    [...carry.commitments, ...carry.growth].map(({ cells, firstMonth }) => [cells, firstMonth]),
    carry.growth.map(({ missed, coaching }) => [missed, coaching]),
    carry.droppedLines.map(({ cells }) => ({ ...cells, status: '' })),
    [carry.plan, carry.help, carry.plannedFor],
  ]);
}

/**
 * Starts a month on a tab: the block is inserted above all others, the last one folded, the head pointed at the new one.
 * Of an earlier month only the rows are altered that are left behind by decision. Does nothing when the month is there
 * already. Returns what it wrote, else null.
 */
export function applyTab(tracker: Tracker, plan: TabPlan, month: MonthKey, opened: string): Started | null {
  const { index: planned, from, above } = plan as PlannedTab;
  if (plan.state === 'problem') throw new ProblemError(plan.problem ?? { code: 'tabGone' });
  if (plan.state === 'already' || !planned) return null;
  const { tab } = planned;
  // Rows without a key have just been given one: it must be the same in both months.
  if (from) adoptRows(tab, from);
  const setup = tracker.setup();
  const { kpis, goals, statuses, movingWeight, settings } = setup;
  // Before the month is there: a start that was cut off is then done again as a whole.
  if (from) tidyStatuses(tab, untidyStatuses(from, statuses));
  markLeftBehind(tab, plan.carry.dropped, statuses);
  markDropped(tab, plan.carry.droppedLines);
  const { cleared, halves } = clearLeftovers(planned, month);
  const index = cleared ? readTabIndex(tab.sheet) : planned;
  const half = halves[0];
  const input: BlockInput = {
    rep: plan.rep.name,
    month,
    number: (from?.number ?? 0) + 1,
    agenda: plan.agenda,
    carry: plan.carry,
    kpis,
    goals,
    statuses,
    movingWeight,
    yearBegins: settings.yearBegins,
    firstRow: FIRST_BLOCK_ROW,
    earlierKpiRows: {},
    opened,
    newId,
    rankOf: (kpi, row) => rankFormula(kpi, row, tracker.figures()),
    goalOf: (kpi, row) => goalFormula(kpi, row, setup),
  };
  // Formulas refer to the blocks below, which will have moved down by the height of this one.
  const height = planBlock(input).rows.length;
  const block = planBlock({ ...input, earlierKpiRows: earlierKpiRows(index.blocks, height) });
  const newest = index.blocks[0];
  const digest = plannedBlock(block, FIRST_BLOCK_ROW, tracker.zone).marks;
  Object.assign((block.rows[0] as PlannedRow).values, {
    [HIDDEN.startContent - 1]: hiddenCell('startContent', digest),
  });
  const isBelow = newest !== undefined || half !== undefined;
  makeRoom(tab, block, statuses, isBelow, tracker.pattern(month));
  if (half) {
    writeBlock(tab, block, [], false);
    const made = { month, row: FIRST_BLOCK_ROW, rows: height };
    finishHalf(tracker, tab, oneOf(tracker, tab, made, { ...half, row: half.row + height, month }, digest));
    return { plan: null };
  }
  if (newest) {
    const row = newest.row + height;
    if (cleared) foldOnce(tab, row, newest.rows);
    else foldBlock(tab, row, newest.rows);
  }
  const head = headSourceOf(block, newest?.month ?? null);
  const lines = isWrittenAtOnce(tab, block) ? linesAbove(above, tab, head, setup) : null;
  if (!lines) pointHeadAt(tab, head, setup);
  writeBlock(tab, block, lines ?? []);
  return { plan: block };
}

/** What starting a month wrote; `plan` is null where rows of a start that was cut off were finished instead. */
export interface Started {
  plan: BlockPlan | null;
}

/** A month that has just been written, with what its formulas give, by one call. */
export function readStarted(tab: RepTab, plan: BlockPlan, zone: string): Block {
  const place = { month: plan.month, row: FIRST_BLOCK_ROW, rows: plan.rows.length };
  return parseBlock(tab.values(place.row, place.rows), plannedFormulas(plan), place, zone, tab.columns);
}

/** What makes rows a month: its band's key. */
function makeMonth(tab: RepTab, bandRow: number): void {
  tab.range(bandRow, HIDDEN.key).setValue(KEY.band);
}

/** Of a month and its half-made double: the double if somebody has typed into it, else the one that has just been made. */
function oneOf(tracker: Tracker, tab: RepTab, made: Place, half: Place, digest: string): Place {
  if (readBlock(tab, half, tracker.zone).marks === digest) {
    tab.sheet.deleteRows(half.row, half.rows);
    return made;
  }
  tab.sheet.deleteRows(made.row, made.rows);
  return { ...half, row: half.row - made.rows };
}

/** What may have been done before the run was cut off: folds the month before, unless it is folded. */
function finishHalf(tracker: Tracker, tab: RepTab, place: Place): void {
  const { sheet } = tab;
  const block = readBlock(tab, place, tracker.zone);
  const below = readTabIndex(sheet).blocks[0];
  if (below) foldOnce(tab, below.row, below.rows);
  pointHeadAt(tab, headSourceOfBlock(block, below?.month ?? null), tracker.setup());
  makeMonth(tab, place.row);
}

type Place = Pick<BlockPlace, 'month' | 'row' | 'rows'>;

/** Rows of the KPIs in the blocks below, the latest first, once so many rows have been inserted above them. */
function earlierKpiRows(blocks: readonly BlockPlace[], moved: number): Record<string, KpiRow[]> {
  const rows = table<KpiRow[]>();
  for (const { month, kpiRows } of blocks)
    for (const [id, row] of Object.entries(kpiRows)) {
      rows[id] ??= [];
      rows[id].push({ month, row: row + moved });
    }
  return rows;
}
