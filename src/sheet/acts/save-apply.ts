import { fieldUses } from '../../core/shared/agenda';
import type { Field } from '../../core/shared/fields';
import { rowRuns } from '../../core/shared/runs';
import { cellBlocks } from '../grid/cell-blocks';
import { newId, type RawCell } from '../grid/cells';
import { COL, FIELD_COL, VISIBLE } from '../grid/grid';
import { COLUMNS } from '../grid/hidden';
import { keepTexts, type WrittenText } from '../grid/keep-texts';
import type { RepTab } from '../grid/rep-tab';
import { lightenSecondLines } from '../grid/two-lines';
import { fitWideText } from '../grid/wide-text';
import { adoptRows, rowsToAdopt } from '../month/adopt';
import { allParts, type Block, type BlockItem, type BlockSection } from '../month/block';
import { itemFormats } from '../month/look';
import { itemKeyOf } from '../month/plan';
import { blankRow, type NewRow, type SavePlan } from './save';
import { addMarks } from './save-marks';

/** What a section gets: rows that take empty ones which wait there, and rows that are added below. */
interface PartPlan {
  part: BlockSection;
  waiting: BlockItem[];
  filled: NewRow[];
  added: RawCell[][];
}

/**
 * Writes a plan: single cells in rectangles, then new rows from the bottom up, so that no row number goes stale. A new row
 * takes the first empty one that waits in its section; sees to it that each section that was typed into still has one.
 * Returns true when rows were added or got keys: then the block has to be read again to be known.
 */
export function applySave(tab: RepTab, block: Block, plan: SavePlan): boolean {
  addMarks(block, plan);
  const isWriting = plan.writes.length > 0 || plan.newRows.length > 0;
  const isKeyed = isWriting && rowsToAdopt(block).length > 0;
  if (isKeyed) adoptRows(tab, block);
  // Heights first: they are known to be missing only as long as the text is.
  for (const { row, was, now } of plan.wide) fitWideText(tab.sheet, row, was, now);
  for (const { row, col, values } of cellBlocks(plan.writes))
    tab.range(row, col, values.length, values[0]?.length ?? 1).setValues(values);
  lightenSecondLines(tab, writtenNames(block, plan));
  let texts = plan.writes.flatMap((write) => textOf(block, write));
  const parts = partPlans(block, plan);
  for (const { part, waiting, filled, added } of parts) {
    const inserted = added.length > 0 ? insertRows(tab, part, added) : 0;
    // What stands below has moved down.
    texts = texts.map((one) => (one.row > lastItemRow(part) ? { ...one, row: one.row + inserted } : one));
    texts.push(...placedTexts(part, waiting, filled, added));
    fillRows(
      tab,
      waiting,
      filled.map((row) => row.values),
    );
    if (part.section.kind === 'new' || part.section.kind === 'existing')
      lightenSecondLines(tab, placedNames(part, waiting, filled, added));
  }
  keepTexts(tab, texts);
  return isKeyed || parts.some(({ added }) => added.length > 0);
}

/** The values of a block once a plan has been written that added no rows. Formulas have not been calculated anew. */
export function withSave(block: Block, plan: SavePlan, values: readonly RawCell[][]): RawCell[][] {
  const after = values.map((line) => [...line]);
  for (const { row, col, value, shown = value } of plan.writes) (after[row - block.row] as RawCell[])[col - 1] = shown;
  for (const { waiting, filled } of partPlans(block, plan))
    filled.forEach(({ values: written, shown = written }, index) => {
      after[(waiting[index] as BlockItem).row - block.row] = [...shown];
    });
  return after;
}

/** The sections from the bottom up, with what the plan brings into each. */
function partPlans(block: Block, plan: SavePlan): PartPlan[] {
  const parts = allParts(block).sort((a, b) => b.lastRow - a.lastRow);
  return parts.map((part) => {
    const isTaken = (spare: BlockItem) => plan.writes.some((w) => w.row === spare.row && w.value !== '');
    const waiting = part.spares.filter((spare) => !isTaken(spare));
    const fresh = plan.newRows.filter((row) => row.part === part);
    const filled = fresh.slice(0, waiting.length);
    const added = fresh.slice(waiting.length).map((row) => row.values);
    const isWritten = fresh.length > 0 || plan.writes.some((w) => w.row > part.headerRow && w.row <= part.lastRow);
    if ((isWritten || plan.touched?.has(part)) && filled.length === waiting.length && part.section.kind !== 'kpis')
      added.push(blankRow(itemKeyOf(part.section, newId()), block.month));
    return { part, waiting, filled, added };
  });
}

/** Names of opportunities that the plan writes into rows that are there. */
function writtenNames(block: Block, plan: SavePlan): { row: number; text: string }[] {
  const deals = block.sections.filter(({ section }) => section.kind === 'new' || section.kind === 'existing');
  return plan.writes
    .filter(({ row, col }) => col === COL.who && deals.some((part) => row > part.headerRow && row <= part.lastRow))
    .map(({ row, value }) => ({ row, text: String(value) }));
}

/** Puts rows into waiting empty ones, neighbours in one write. */
function fillRows(tab: RepTab, waiting: readonly BlockItem[], rows: RawCell[][]): void {
  const filled = rows.map((values, n) => ({ row: (waiting[n] as BlockItem).row, values }));
  for (const run of rowRuns(filled))
    tab.range(run[0]?.row ?? 0, 1, run.length, COLUMNS).setValues(run.map(({ values }) => values));
}

/** Where the names of new rows have come to stand. */
function placedNames(
  part: BlockSection,
  waiting: readonly BlockItem[],
  filled: readonly NewRow[],
  added: RawCell[][],
): { row: number; text: string }[] {
  const text = (values: RawCell[]) => String(values[COL.who - 1]);
  return [
    ...filled.map(({ values }, index) => ({ row: (waiting[index] as BlockItem).row, text: text(values) })),
    ...added.map((values, index) => ({ row: lastItemRow(part) + 1 + index, text: text(values) })),
  ];
}

/** A write into a text cell. Elsewhere an apostrophe in front makes text of it already. */
function textOf(block: Block, { row, col, value }: SavePlan['writes'][number]): WrittenText[] {
  return typeof value === 'string' && isTextCell(block, row, col) ? [{ row, col, text: value }] : [];
}

function isTextCell(block: Block, row: number, col: number): boolean {
  const [name] = Object.entries(block.texts).find(([, text]) => text.row === row && col === COL.when) ?? [];
  if (name !== undefined) return name !== 'nextDate';
  const part = allParts(block).find(({ headerRow, lastRow }) => row > headerRow && row <= lastRow);
  return part !== undefined && textFields(part).some((field) => FIELD_COL[field] === col);
}

/** Fields whose cells are formatted as plain text. */
function textFields(part: BlockSection): Field[] {
  const uses = fieldUses(part.section).filter(({ type }) => type === 'text' || type === 'status');
  return uses.map(({ field }) => field);
}

/** The texts of rows that have just been placed. */
function placedTexts(
  part: BlockSection,
  waiting: readonly BlockItem[],
  filled: readonly NewRow[],
  added: RawCell[][],
): WrittenText[] {
  const columns = textFields(part).map((field) => FIELD_COL[field]);
  const texts = (row: number, values: readonly RawCell[]) =>
    columns.flatMap((col) => {
      const text = values[col - 1];
      return typeof text === 'string' ? [{ row, col, text }] : [];
    });
  return [
    ...filled.flatMap(({ values }, index) => texts((waiting[index] as BlockItem).row, values)),
    ...added.flatMap((values, index) => texts(lastItemRow(part) + 1 + index, values)),
  ];
}

/** The row after which rows are added: the last item or waiting row, else the header. */
function lastItemRow(part: BlockSection): number {
  return Math.max(part.headerRow, ...[...part.items, ...part.spares].map((item) => item.row));
}

/**
 * Adds rows after the last one of a section, looking like it. Empty ones that are there are taken first. Returns how many
 * rows the tab has grown by.
 */
function insertRows(tab: RepTab, part: BlockSection, rows: RawCell[][]): number {
  const model = lastItemRow(part);
  let free = 0;
  while (free < rows.length && part.freeRows.includes(model + free + 1)) free++;
  if (free < rows.length) tab.sheet.insertRowsAfter(model, rows.length - free);
  tab.range(model, 1, 1, VISIBLE).copyLookTo(model + 1, rows.length);
  // Set and not pasted: below a header, or below a row that somebody has formatted, an amount would become a text.
  const formats = rows.map(() => itemFormats(part.section));
  tab.range(model + 1, 1, rows.length, VISIBLE).put(formats, (range, some) => range.setNumberFormats(some));
  tab.range(model + 1, 1, rows.length, COLUMNS).setValues(rows);
  return rows.length - free;
}
