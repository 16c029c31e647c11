import { fieldUses } from '../core/agenda';
import type { CellValue, Field, FieldType } from '../core/fields';
import type { Problem } from '../core/problems';
import { adoptRows } from './adopt';
import { itemKeyOf } from './block-plan';
import { allParts, type Block, type BlockItem, type BlockSection, partOf } from './block-read';
import { cellBlocks } from './cell-blocks';
import { MAX_CELL_TEXT, newId, type RawCell, sameValue, toCell } from './cells';
import { a1, COL, COLUMNS, FIELD_COL, itemKey } from './grid';
import { lightenSecondLines } from './two-lines';
import { fitWideText, isWideText } from './wide-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One cell that somebody wants to change; `was` is what they saw. */
export interface CellEdit {
  key: string;
  field: Field;
  was: CellValue;
  now: CellValue;
}

export interface CellOutcome {
  key: string;
  field: Field;
  outcome: 'saved' | 'conflict' | 'formula' | 'gone' | 'refused';
  theirs?: CellValue;
  cell?: string;
  problem?: Problem;
}

/** What a save will do: decided from the block as read, before anything is written. */
export interface SavePlan {
  outcomes: CellOutcome[];
  writes: { row: number; col: number; value: RawCell }[];
  /** Texts in merged cells, whose rows may need another height. */
  wide: { row: number; was: CellValue; now: CellValue }[];
  /** Rows to be added at the end of a section, with the values for A to N. */
  newRows: { part: BlockSection; key: string; values: RawCell[] }[];
  /** Sections that were saved into, also where nothing was left to write: a run that was cut off may owe them something. */
  touched?: Set<BlockSection>;
}

/** Decides each edit: written only where the cell still holds what the person saw. Pure. */
export function planSave(block: Block, edits: readonly CellEdit[], tab: string): SavePlan {
  const plan: SavePlan = { outcomes: [], writes: [], wide: [], newRows: [], touched: new Set() };
  for (const edit of edits) {
    const outcome = decide(block, edit, plan, tab);
    plan.outcomes.push({ key: edit.key, field: edit.field, ...outcome });
  }
  return plan;
}

function decide(block: Block, edit: CellEdit, plan: SavePlan, tab: string): Omit<CellOutcome, 'key' | 'field'> {
  const target = findCell(block, edit);
  if (typeof edit.now === 'string' && edit.now.length > longest(target?.type ?? typeInNewRow(block, edit))) {
    const cell = target ? a1(target.row, target.col) : undefined;
    const problem: Problem = {
      code: 'tooLong',
      place: cell ? { tab, cell } : { tab },
      about: { length: edit.now.length.toLocaleString('en-US') },
    };
    return { outcome: 'refused', problem, ...(cell ? { cell } : {}) };
  }
  if (!target) return decideNewRow(block, edit, plan);
  const cell = a1(target.row, target.col);
  if (target.type === 'computed') return { outcome: 'formula', cell, theirs: target.value };
  const planned = plan.writes.find((write) => write.row === target.row && write.col === target.col);
  if (target.part) plan.touched?.add(target.part);
  if (!planned && sameValue(target.value, edit.now)) return { outcome: 'saved', cell };
  if (target.formula) return { outcome: 'formula', cell, theirs: target.value };
  if (!planned && !sameValue(target.value, edit.was)) return { outcome: 'conflict', theirs: target.value, cell };
  const value = toCell(edit.now, target.type);
  if (planned) planned.value = value;
  else plan.writes.push({ row: target.row, col: target.col, value });
  if (isWideText(edit.key)) plan.wide.push({ row: target.row, was: target.value, now: edit.now });
  return { outcome: 'saved', cell };
}

/** Outside of text columns a text is handed over behind an apostrophe, which Google may count. */
function longest(type: FieldType | undefined): number {
  return type === 'text' || type === 'status' ? MAX_CELL_TEXT : MAX_CELL_TEXT - 1;
}

function typeInNewRow(block: Block, edit: CellEdit): FieldType | undefined {
  const part = partOf(block, itemKey(edit.key)?.section ?? '');
  return part && fieldUses(part.section).find((use) => use.field === edit.field)?.type;
}

/** A row that is not there: one that the client has just made, or one that somebody has deleted meanwhile. */
function decideNewRow(block: Block, edit: CellEdit, plan: SavePlan): Omit<CellOutcome, 'key' | 'field'> {
  const parsed = itemKey(edit.key);
  const part = parsed && partOf(block, parsed.section);
  if (!parsed || !part || part.headerRow === 0 || part.section.kind === 'kpis') return { outcome: 'gone' };
  const type = typeInNewRow(block, edit);
  if (type === undefined || type === 'computed') return { outcome: 'gone' };
  let row = plan.newRows.find((r) => r.key === edit.key);
  if (!row) {
    if (!sameValue(edit.was, '')) return { outcome: 'gone' };
    if (sameValue(edit.now, '')) return { outcome: 'saved' };
    row = { part, key: edit.key, values: blankRow(edit.key, block.month) };
    plan.newRows.push(row);
  }
  row.values[FIELD_COL[edit.field] - 1] = toCell(edit.now, type);
  return { outcome: 'saved' };
}

function findCell(
  block: Block,
  edit: CellEdit,
): { row: number; col: number; value: CellValue; formula: boolean; type: FieldType; part?: BlockSection } | null {
  if (edit.key.startsWith('text:')) {
    const text = block.texts[edit.key.slice(5)];
    if (!text || edit.field !== 'when') return null;
    return {
      row: text.row,
      col: COL.when,
      value: text.value,
      formula: text.formula,
      type: edit.key === 'text:nextDate' ? 'date' : 'text',
    };
  }
  const id = itemKey(edit.key)?.id;
  for (const part of allParts(block)) {
    const item = [...part.items, ...part.spares].find((row) => row.id === id);
    if (!item) continue;
    const type = fieldUses(part.section).find((use) => use.field === edit.field)?.type;
    if (type === undefined) return null;
    return {
      row: item.row,
      col: FIELD_COL[edit.field],
      value: item.cells[edit.field] ?? '',
      formula: item.formulas.includes(edit.field),
      type,
      part,
    };
  }
  return null;
}

function blankRow(key: string, month: number): RawCell[] {
  const values: RawCell[] = Array.from({ length: COLUMNS }, () => '');
  values[COL.key - 1] = key;
  values[COL.month - 1] = month;
  return values;
}

/**
 * Writes a plan: single cells in runs, then new rows from the bottom up, so that no row number goes stale. A new row takes
 * the first empty one that waits in its section; sees to it that each section that was typed into still has one.
 */
export function applySave(sheet: Sheet, block: Block, plan: SavePlan): void {
  if (plan.writes.length > 0 || plan.newRows.length > 0) adoptRows(sheet, block);
  // Heights first: they are known to be missing only as long as the text is.
  for (const { row, was, now } of plan.wide) fitWideText(sheet, row, was, now);
  for (const { row, col, values } of cellBlocks(plan.writes))
    sheet.getRange(row, col, values.length, (values[0] as RawCell[]).length).setValues(values);
  lightenSecondLines(sheet, writtenNames(block, plan));
  const parts = allParts(block).sort((a, b) => b.lastRow - a.lastRow);
  for (const part of parts) {
    const waiting = part.spares.filter((spare) => !plan.writes.some((w) => w.row === spare.row && w.value !== ''));
    const fresh = plan.newRows.filter((row) => row.part === part).map((row) => row.values);
    const filled = fresh.slice(0, waiting.length);
    const added = fresh.slice(waiting.length);
    const written = fresh.length > 0 || plan.writes.some((w) => w.row > part.headerRow && w.row <= part.lastRow);
    if ((written || plan.touched?.has(part)) && filled.length === waiting.length && part.section.kind !== 'kpis')
      added.push(blankRow(spareKey(part), block.month));
    if (added.length > 0) insertRows(sheet, part, added);
    fillRows(sheet, waiting, filled);
    if (part.section.kind === 'new' || part.section.kind === 'existing')
      lightenSecondLines(sheet, placedNames(part, waiting, filled, added));
  }
}

/** Names of opportunities that the plan writes into rows that are there. */
function writtenNames(block: Block, plan: SavePlan): { row: number; text: string }[] {
  const deals = block.sections.filter(({ section }) => section.kind === 'new' || section.kind === 'existing');
  return plan.writes
    .filter(({ row, col }) => col === COL.who && deals.some((part) => row > part.headerRow && row <= part.lastRow))
    .map(({ row, value }) => ({ row, text: String(value) }));
}

function spareKey(part: BlockSection): string {
  return itemKeyOf(part.section, newId());
}

/** Puts rows into waiting empty ones, neighbours in one write. */
function fillRows(sheet: Sheet, waiting: readonly BlockItem[], rows: RawCell[][]): void {
  for (let from = 0, to = 1; from < rows.length; from = to, to++) {
    const top = (waiting[from] as BlockItem).row;
    while (to < rows.length && waiting[to]?.row === top + to - from) to++;
    sheet.getRange(top, 1, to - from, COLUMNS).setValues(rows.slice(from, to));
  }
}

/** Where the names of new rows have come to stand. */
function placedNames(
  part: BlockSection,
  waiting: readonly BlockItem[],
  filled: RawCell[][],
  added: RawCell[][],
): { row: number; text: string }[] {
  const text = (values: RawCell[]) => String(values[COL.who - 1]);
  return [
    ...filled.map((values, index) => ({ row: (waiting[index] as BlockItem).row, text: text(values) })),
    ...added.map((values, index) => ({ row: lastItemRow(part) + 1 + index, text: text(values) })),
  ];
}

/** The row after which rows are added: the last item or waiting row, else the header. */
function lastItemRow(part: BlockSection): number {
  return Math.max(part.headerRow, ...[...part.items, ...part.spares].map((item) => item.row));
}

/** Adds rows after the last one of a section, looking like it. Empty ones that are there are taken first. */
function insertRows(sheet: Sheet, part: BlockSection, rows: RawCell[][]): void {
  const model = lastItemRow(part);
  let free = 0;
  while (free < rows.length && part.freeRows.includes(model + free + 1)) free++;
  if (free < rows.length) sheet.insertRowsAfter(model, rows.length - free);
  const target = sheet.getRange(model + 1, 1, rows.length, COLUMNS);
  const from = sheet.getRange(model, 1, 1, COLUMNS);
  from.copyTo(target, SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
  from.copyTo(target, SpreadsheetApp.CopyPasteType.PASTE_DATA_VALIDATION, false);
  target.setValues(rows);
}
