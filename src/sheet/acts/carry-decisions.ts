import { type LineState, lineState } from '../../core/coaching/lines';
import {
  type CarriedCommitment,
  type CarriedDeal,
  type CarriedLine,
  type Carry,
  helpAsked,
  isLeftBehind,
  leftBehindLine,
  type Status,
  statusOf,
  wasLeftBehind,
} from '../../core/deal/carry';
import type { Section } from '../../core/shared/agenda';
import type { CellValue, Field } from '../../core/shared/fields';
import type { MonthKey } from '../../core/shared/month';
import type { Item } from '../../core/shared/record';
import { type RawCell, toCell } from '../grid/cells';
import { COL, FIELD_COL } from '../grid/grid';
import { HIDDEN, hiddenCell } from '../grid/hidden';
import { keepTexts, type WrittenText } from '../grid/keep-texts';
import type { RepTab } from '../grid/rep-tab';
import { allParts, type Block } from '../month/block';
import { carriedDealRow, carriedHelpRow, carriedLineRow, carriedPromiseRow, helpHost } from '../month/plan';
import { readBlock, readTabIndex } from '../month/read';
import { leftStatusOf } from './left-status';
import type { SavePlan } from './save';
import { applySave } from './save-apply';

/**
 * Says in last month's rows what became of those that are left behind: the reason in "what moved", below what stands
 * there; and the first status that closes without winning. Formulas stay. Written twice, it stands there once.
 */
export function markLeftBehind(tab: RepTab, dropped: Carry['dropped'], statuses: readonly Status[]): void {
  const lost = statuses.find((status) => status.closes && !status.won);
  const written: WrittenText[] = [];
  for (const { item, reason } of dropped) {
    const put = (field: Field, text: string) => {
      if (item.formulas.includes(field)) return;
      tab.range(item.row, FIELD_COL[field]).setValue(toCell(text, 'text'));
      written.push({ row: item.row, col: FIELD_COL[field], text });
    };
    // First, and only once: a repeated run finds the status changed.
    if (item.leftStatus === undefined)
      tab.range(item.row, HIDDEN.leftStatus).setValue(hiddenCell('leftStatus', leftStatusOf(item.cells.status)));
    const moved = String(item.cells.moved ?? '').trimEnd();
    if (!isLeftBehind(item.cells, reason)) put('moved', [moved, leftBehindLine(reason)].filter(Boolean).join('\n'));
    const status = statusOf(item.cells.status, statuses);
    if (lost && !(status !== null && status !== 'unknown' && status.closes)) put('status', lost.word);
  }
  keepTexts(tab, written);
}

/** Says in last month's rows which plans have been dropped by decision. Formulas stay. */
export function markDropped(tab: RepTab, lines: readonly Item[]): void {
  for (const { row, cells, formulas } of lines)
    if (!formulas.includes('status') && lineState(cells.status) !== 'dropped')
      tab.range(row, FIELD_COL.status).setValue(toCell('dropped' satisfies LineState, 'status'));
}

/** What a month that is there lacks of what would come along into it. */
export interface Late {
  deals: CarriedDeal[];
  commitments: CarriedCommitment[];
  growth: CarriedLine[];
  /** '' where it has one, or there is none. */
  focus: string;
  plan: string;
  /** The question how help went that was wanted once the month was there. */
  help: CarriedCommitment | null;
}

export const NOTHING_LATE: Late = { deals: [], commitments: [], growth: [], focus: '', plan: '', help: null };

/** How many rows and texts that is. */
export function countLate({ deals, commitments, growth, focus, plan, help }: Late): number {
  return deals.length + commitments.length + growth.length + [focus, plan, help].filter(Boolean).length;
}

/**
 * Of what would come along into a month that is there already: how many deals it has, and what it lacks, but for the deals
 * that were left behind. Matched by id alone, also a CRM's.
 */
export function findLate(carry: Carry, from: Block | null, block: Block): { there: number; late: Late } {
  const items = block.sections.flatMap((part) => part.items);
  const ids = new Set([...items, ...block.growth.items].map((item) => item.id));
  const sources = new Set(items.map((item) => item.sourceId).filter(Boolean));
  const missing = carry.kept.filter((deal) => !ids.has(deal.id) && !sources.has(deal.sourceId));
  const there = carry.kept.length - missing.length;
  if (block.damage || block.frame) return { there, late: NOTHING_LATE };
  const left = (from?.sections ?? []).flatMap((part) => part.items).filter((item) => wasLeftBehind(item.cells));
  const takes = (kind: Section['kind']) => block.sections.some(({ section }) => section.kind === kind);
  const lacking = <T extends CarriedCommitment>(list: readonly T[]) => list.filter(({ id }) => !ids.has(id));
  const { plan } = block.texts;
  return {
    there,
    late: {
      deals: takes('existing') ? missing.filter(({ id }) => !left.some((item) => item.id === id)) : [],
      commitments: lacking(carry.commitments),
      growth: lacking(carry.growth),
      focus: isEmpty(block.lastFocus) ? String(carry.lastFocus) : '',
      plan: plan && !plan.formula && isEmpty(plan.value) ? String(carry.plan) : '',
      help: lacking([helpAsked(carry)].flatMap((asked) => asked ?? []))[0] ?? null,
    },
  };
}

function isEmpty(value: CellValue): boolean {
  return String(value).trim() === '';
}

/** Puts what is late into a month that is there, deals with their story, at the end of its sections. Returns how many things. */
export function bringAlong(tab: RepTab, block: Block, late: Late, zone: string): number {
  const isUntouched = block.marks === block.startMarks;
  const newRows = [
    ...rowsFor(block, 'existing', late.deals, (section, deal) => carriedDealRow(section, deal, block.month)),
    ...rowsFor(block, 'conclusion', late.commitments, (section, one) => carriedPromiseRow(section, one, block.month)),
    ...rowsFor(block, 'growth', late.growth, (section, one) => carriedLineRow(section, one, block.month)),
    ...rowsFor(block, hostOf(block), late.help ? [late.help] : [], (section, one) =>
      carriedHelpRow(section, one, block.month),
    ),
  ];
  const writes: SavePlan['writes'] = [];
  const wide: SavePlan['wide'] = [];
  const write = (row: number, was: CellValue, now: string) => {
    writes.push({ row, col: COL.when, value: toCell(now, 'text') });
    wide.push({ row, was, now });
  };
  if (late.focus !== '') write(block.focusRow, block.lastFocus, late.focus);
  if (late.plan !== '' && block.texts.plan) write(block.texts.plan.row, block.texts.plan.value, late.plan);
  applySave(tab, block, { outcomes: [], writes, wide, newRows });
  if (isUntouched) keepUntouched(tab, block.month, zone);
  return countLate(late);
}

/** What kind of section asks how help went. */
function hostOf(block: Block): Section['kind'] {
  return helpHost(block.sections.map(({ section }) => section))?.kind ?? 'conclusion';
}

function rowsFor<T>(
  block: Block,
  kind: Section['kind'],
  list: readonly T[],
  row: (section: Section, one: T) => { key: string; values: RawCell[] },
): SavePlan['newRows'] {
  const part = allParts(block).find(({ section }) => section.kind === kind);
  return part ? list.map((one) => ({ part, ...row(part.section, one) })) : [];
}

/** What the add-on itself has added to a month that nobody has typed into: it can still be taken back. */
export function keepUntouched(tab: RepTab, month: MonthKey, zone: string): void {
  const place = readTabIndex(tab.sheet).blocks.find((block) => block.month === month);
  if (!place) return;
  const after = readBlock(tab, place, zone);
  tab.range(place.row, HIDDEN.startContent).setValue(hiddenCell('startContent', after.marks));
}
