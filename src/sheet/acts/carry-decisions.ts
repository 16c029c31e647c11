import {
  type CarriedDeal,
  type Carry,
  isLeftBehind,
  leftBehindLine,
  type Status,
  statusOf,
  wasLeftBehind,
} from '../../core/deal/carry';
import type { Field } from '../../core/shared/fields';
import { toCell } from '../grid/cells';
import { FIELD_COL } from '../grid/grid';
import { HIDDEN, hiddenCell } from '../grid/hidden';
import { keepTexts, type WrittenText } from '../grid/keep-texts';
import type { RepTab } from '../grid/rep-tab';
import { carriedDealRow } from '../month/plan';
import { type Block, contentDigest, readBlock, readTabIndex } from '../month/read';
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
    const moved = String(item.cells.moved ?? '').trimEnd();
    if (!isLeftBehind(item.cells, reason)) put('moved', [moved, leftBehindLine(reason)].filter(Boolean).join('\n'));
    const status = statusOf(item.cells.status, statuses);
    if (lost && !(status !== null && status !== 'unknown' && status.closes)) put('status', lost.word);
  }
  keepTexts(tab, written);
}

/**
 * Of what would come along into a month that is there already: how many it has, and those that it lacks, but for the ones
 * that were left behind. Matched by id alone, also a CRM's.
 */
export function findLate(
  kept: readonly CarriedDeal[],
  from: Block | null,
  block: Block,
): { there: number; late: CarriedDeal[] } {
  const items = block.sections.flatMap((part) => part.items);
  const ids = new Set(items.map((item) => item.id));
  const sources = new Set(items.map((item) => item.sourceId).filter(Boolean));
  const missing = kept.filter((deal) => !ids.has(deal.id) && !sources.has(deal.sourceId));
  const existing = block.sections.find(({ section }) => section.kind === 'existing');
  const takesRows = existing && existing.headerRow > 0 && block.damage === null;
  const left = (from?.sections ?? []).flatMap((part) => part.items).filter((item) => wasLeftBehind(item.cells));
  return {
    there: kept.length - missing.length,
    late: takesRows ? missing.filter(({ id }) => !left.some((item) => item.id === id)) : [],
  };
}

/** Puts late opportunities into a month that is there, with their story, at the end of its Existing section. */
export function bringAlong(tab: RepTab, block: Block, late: readonly CarriedDeal[], zone: string): void {
  const part = block.sections.find(({ section }) => section.kind === 'existing');
  if (!part || late.length === 0) return;
  const untouched = contentDigest(block) === block.startDigest;
  const newRows = late.map((deal) => ({ part, ...carriedDealRow(part.section, deal, block.month) }));
  applySave(tab, block, { outcomes: [], writes: [], wide: [], newRows });
  if (!untouched) return;
  // Nobody has typed into the month: it can still be taken back.
  const place = readTabIndex(tab.sheet).blocks.find(({ month }) => month === block.month);
  if (!place) return;
  const after = readBlock(tab, place, zone);
  tab.range(block.row, HIDDEN.startContent).setValue(hiddenCell('startContent', contentDigest(after)));
}
