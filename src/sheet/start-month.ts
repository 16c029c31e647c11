import { type Carry, planCarry } from '../core/carry';
import { type IsoDate, monthOfDate } from '../core/dates';
import { digestOf } from '../core/hash';
import { type MonthKey, monthsBetween } from '../core/month';
import { type Problem, ProblemError } from '../core/problems';
import type { Rep } from '../core/roster';
import { adoptRows } from './adopt';
import { applyBlock } from './block-apply';
import { planBlock } from './block-plan';
import { type Block, contentDigest, readBlock, readTabIndex, recordOf, type TabIndex } from './block-read';
import { newId } from './cells';
import { COL, COLUMNS, FIRST_BLOCK_ROW, KEY } from './grid';
import { BAND } from './palette';
import { headSourceOf, pointHeadAt } from './rep-tab';
import type { Tracker } from './tracker';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How far ahead of today a month may be started, in months. */
const MAX_AHEAD = 12;

/** What starting a month would do on one tab. */
export interface TabPlan {
  rep: Rep;
  tab: string;
  sheetId: number;
  state: 'new' | 'already' | 'problem';
  problem?: Problem;
  carry: Carry;
  /** Stands for what the carry was worked out from: the same digest, the same outcome. */
  digest: string;
}

interface PlannedTab extends TabPlan {
  sheet: Sheet | null;
  index: TabIndex | null;
  from: Block | null;
}

const NOTHING: Carry = { fromMonth: null, kept: [], won: [], lost: [], unreadable: [], commitments: [], lastFocus: '' };

/** Works out what a month would begin with on a rep's tab. Reads only. */
export function planTab(tracker: Tracker, rep: Rep, month: MonthKey, today: IsoDate): PlannedTab {
  const base = {
    rep,
    tab: rep.name,
    sheetId: rep.sheetId ?? -1,
    carry: NOTHING,
    digest: '',
    sheet: null,
    index: null,
    from: null,
  };
  const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
  if (!sheet) return { ...base, state: 'problem', problem: { code: 'tabGone', about: { name: rep.name } } };
  const tab = sheet.getName();
  const index = readTabIndex(sheet);
  const found = { ...base, tab, sheet, index };
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
  const { agenda, statuses } = tracker.setup();
  const from = place ? readBlock(sheet, place, agenda, tracker.zone) : null;
  const dealSections = {
    existing: agenda.filter((s) => s.kind === 'existing').map((s) => s.id),
    fresh: agenda.filter((s) => s.kind === 'new').map((s) => s.id),
  };
  const carry = planCarry(from && recordOf(from), dealSections, statuses);
  return {
    ...found,
    state: already ? 'already' : 'new',
    carry,
    from,
    digest: carryDigest(rep, month, carry),
  };
}

/** Of what comes along, not of where it stands: rows move when a month is started, and a repeated start must still fit. */
function carryDigest(rep: Rep, month: MonthKey, carry: Carry): string {
  return digestOf([
    [rep.id, month, carry.fromMonth, carry.lastFocus],
    carry.kept.map(({ cells, life }) => [cells, life]),
    [...carry.won, ...carry.lost].map(({ cells }) => cells),
    carry.commitments.map(({ cells, firstMonth }) => [cells, firstMonth]),
  ]);
}

/**
 * Starts a month on a tab: the block is inserted above all others, the last one folded, the head pointed at the new one.
 * Nothing of an earlier month is altered. Does nothing when the month is there already. Returns true when it wrote.
 */
export function applyTab(tracker: Tracker, plan: TabPlan, month: MonthKey, opened: string): boolean {
  const { sheet, index, from } = plan as PlannedTab;
  if (plan.state === 'problem') throw new ProblemError(plan.problem ?? { code: 'tabGone' });
  if (plan.state === 'already' || !sheet || !index) return false;
  // Rows without a key have just been given one: it must be the same in both months.
  if (from) adoptRows(sheet, from);
  const { agenda, kpis, goals, statuses } = tracker.setup();
  const input = {
    rep: plan.rep.name,
    month,
    number: (from?.number ?? 0) + 1,
    agenda,
    carry: plan.carry,
    kpis,
    goals,
    firstRow: FIRST_BLOCK_ROW,
    previousKpiRows: {} as Record<string, number>,
    previousMonth: from?.month ?? null,
    opened,
    newId,
  };
  // Formulas refer to the block below, which will have moved down by the height of this one.
  const height = planBlock(input).rows.length;
  for (const part of from?.sections ?? [])
    if (part.section.kind === 'kpis') for (const item of part.items) input.previousKpiRows[item.id] = item.row + height;
  const block = planBlock(input);
  const newest = index.blocks[0];
  applyBlock(sheet, block, statuses, newest ? { rows: newest.rows } : null);
  pointHeadAt(sheet, headSourceOf(block), statuses, kpis);
  const written = readBlock(sheet, { month, row: FIRST_BLOCK_ROW, rows: height }, agenda, tracker.zone);
  sheet.getRange(FIRST_BLOCK_ROW, COL.g).setValue(contentDigest(written));
  return true;
}

/** Why a started month cannot be taken back, or null when it can. */
export function undoObstacle(block: Block, index: TabIndex, tab: string): Problem | null {
  if (index.blocks[0]?.month !== block.month) return { code: 'monthNotNewest', about: { month: block.month } };
  if (block.state === 'finished' || contentDigest(block) !== block.startDigest)
    return { code: 'monthTouched', place: { tab }, about: { month: block.month } };
  return null;
}

/** Takes a started month back: its rows go, the month before it opens again and feeds the head. */
export function undoMonth(tracker: Tracker, sheet: Sheet, index: TabIndex, block: Block): void {
  const problem = undoObstacle(block, index, sheet.getName());
  if (problem) throw new ProblemError(problem);
  sheet.deleteRows(block.row, block.rows);
  const after = readTabIndex(sheet);
  const newest = after.blocks[0];
  const { agenda, kpis, statuses } = tracker.setup();
  if (!newest) {
    sheet.getRange(2, 1, 2, COLUMNS).clearContent();
    return;
  }
  unfoldBlock(sheet, newest.row, newest.rows);
  const before = readBlock(sheet, newest, agenda, tracker.zone);
  pointHeadAt(sheet, headSourceOfBlock(before), statuses, kpis);
}

function unfoldBlock(sheet: Sheet, bandRow: number, rows: number): void {
  sheet.getRange(bandRow, 1, 1, COLUMNS).setBackground(BAND.back);
  if (rows < 3) return;
  const group = sheet.getRowGroup(bandRow + 1, 1);
  if (group) group.expand().remove();
}

function headSourceOfBlock(block: Block) {
  const rows: Record<string, number> = {};
  for (const part of block.sections) {
    rows[KEY.header(part.section.id)] = part.headerRow;
    for (const item of part.items) rows[item.key] = item.row;
  }
  for (const [name, text] of Object.entries(block.texts)) rows[KEY.text(name)] = text.row;
  return {
    month: block.month,
    sections: block.sections.map((part) => part.section),
    rowOf: (key: string) => rows[key] ?? 0,
    span: (section: { id: string }): [number, number] => {
      const part = block.sections.find((p) => p.section.id === section.id);
      return [part?.headerRow ?? 0, (part?.lastRow ?? 0) + 1];
    },
  };
}
