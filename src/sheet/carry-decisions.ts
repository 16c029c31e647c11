import { type CarriedDeal, type Carry, isLeftBehind, leftBehindLine, type Status, statusOf } from '../core/carry';
import type { Field } from '../core/fields';
import { digestOf } from '../core/hash';
import { carriedDealRow } from './block-plan';
import { type Block, type BlockPlace, contentDigest, readBlock, readTabIndex } from './block-read';
import { cellValue, toCell } from './cells';
import { COL, FIELD_COL } from './grid';
import { applySave } from './save';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Reads a month so that rows without a key get the same id at every reading: a decision that names one finds it again. */
export function readForCarry(sheet: Sheet, place: BlockPlace, zone: string): Block {
  return readBlock(
    sheet,
    place,
    zone,
    (offset, line) => `n${digestOf([place.month, offset, line.map((cell) => cellValue(cell, zone))])}`,
  );
}

/**
 * Says in last month's rows what became of those that are left behind: the reason in "what moved", below what stands
 * there; and the first status that closes without winning. Formulas stay. Written twice, it stands there once.
 */
export function markLeftBehind(sheet: Sheet, dropped: Carry['dropped'], statuses: readonly Status[]): void {
  const lost = statuses.find((status) => status.closes && !status.won);
  for (const { item, reason } of dropped) {
    const put = (field: Field, text: string) => {
      if (!item.formulas.includes(field)) sheet.getRange(item.row, FIELD_COL[field]).setValue(toCell(text, 'text'));
    };
    const moved = String(item.cells.moved ?? '').trimEnd();
    if (!isLeftBehind(item.cells, reason)) put('moved', [moved, leftBehindLine(reason)].filter(Boolean).join('\n'));
    const status = statusOf(item.cells.status, statuses);
    if (lost && !(status !== null && status !== 'unknown' && status.closes)) put('status', lost.word);
  }
}

/** Of what would come along, the opportunities that a month which is there already does not have. Matched by id alone, also a CRM's. */
export function lateDeals(kept: readonly CarriedDeal[], block: Block): CarriedDeal[] {
  const existing = block.sections.find(({ section }) => section.kind === 'existing');
  if (!existing || existing.headerRow === 0 || block.moved !== '') return [];
  const items = block.sections.flatMap((part) => part.items);
  const ids = new Set(items.map((item) => item.id));
  const sources = new Set(items.map((item) => item.sourceId).filter(Boolean));
  return kept.filter((deal) => !ids.has(deal.id) && !sources.has(deal.sourceId));
}

/** Puts late opportunities into a month that is there, with their story, at the end of its Existing section. */
export function bringAlong(sheet: Sheet, block: Block, late: readonly CarriedDeal[], zone: string): void {
  const part = block.sections.find(({ section }) => section.kind === 'existing');
  if (!part || late.length === 0) return;
  const untouched = contentDigest(block) === block.startDigest;
  const newRows = late.map((deal) => ({ part, ...carriedDealRow(part.section, deal, block.month) }));
  applySave(sheet, block, { outcomes: [], writes: [], wide: [], newRows });
  if (!untouched) return;
  // Nobody has typed into the month: it can still be taken back.
  const place = readTabIndex(sheet).blocks.find(({ month }) => month === block.month);
  if (!place) return;
  const after = readBlock(sheet, place, zone);
  sheet.getRange(block.row, COL.g).setValue(contentDigest(after));
}
