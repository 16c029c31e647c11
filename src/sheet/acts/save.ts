import type { Problem } from '../../core/problems';
import { fieldUses } from '../../core/shared/agenda';
import type { IsoDate } from '../../core/shared/dates';
import type { CellValue, Field, FieldType } from '../../core/shared/fields';
import { MAX_CELL_TEXT, type RawCell, sameValue, toCell } from '../grid/cells';
import { COL, FIELD_COL, itemKey } from '../grid/grid';
import { COLUMNS, HIDDEN, hiddenCell } from '../grid/hidden';
import { isWideText } from '../grid/wide-text';
import { allParts, type Block, type BlockItem, type BlockSection, partOf } from '../month/block';

/** One cell that somebody wants to change; `was` is what they saw. */
export interface CellEdit {
  key: string;
  field: Field;
  was: CellValue;
  now: CellValue;
  /** Only of a new line of coaching: what it is about, for its hidden cell (see core/coaching/lines.ts). */
  coaching?: string;
  /** Of a next step: the day that it names; '' for none. */
  day?: IsoDate | '';
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
  writes: CellWrite[];
  /** Texts in merged cells, whose rows may need another height. */
  wide: { row: number; was: CellValue; now: CellValue }[];
  /** Rows to be added at the end of a section, with the values for all columns. */
  newRows: NewRow[];
  /** Sections that were saved into, also where nothing was left to write: a run that was cut off may owe them something. */
  touched?: Set<BlockSection>;
}

/** One cell to write: what is handed to setValues, and what getValues will give where that is something else. */
export interface CellWrite {
  row: number;
  col: number;
  value: RawCell;
  shown?: RawCell;
}

export interface NewRow {
  part: BlockSection;
  key: string;
  values: RawCell[];
  shown?: RawCell[];
}

/** What has to be known of a month to plan a save into it. */
type SavedInto = Pick<Block, 'month' | 'sections' | 'growth' | 'texts' | 'columns'>;

/** Decides each edit: written only where the cell still holds what the person saw. Pure. */
export function planSave(block: SavedInto, edits: readonly CellEdit[], tab: string): SavePlan {
  const plan: SavePlan = { outcomes: [], writes: [], wide: [], newRows: [], touched: new Set() };
  for (const edit of edits) {
    const outcome = decide(block, edit, plan, tab);
    plan.outcomes.push({ key: edit.key, field: edit.field, ...outcome });
  }
  return plan;
}

function decide(block: SavedInto, edit: CellEdit, plan: SavePlan, tab: string): Omit<CellOutcome, 'key' | 'field'> {
  const target = findCell(block, edit);
  if (typeof edit.now === 'string' && edit.now.length > longest(target?.type ?? typeInNewRow(block, edit))) {
    const cell = target ? block.columns.a1(target.row, target.col) : undefined;
    const problem: Problem = {
      code: 'tooLong',
      place: cell ? { tab, cell } : { tab },
      about: { length: edit.now.length.toLocaleString('en-US') },
    };
    return { outcome: 'refused', problem, ...(cell ? { cell } : {}) };
  }
  if (!target) return decideNewRow(block, edit, plan);
  const cell = block.columns.a1(target.row, target.col);
  if (target.type === 'computed') return { outcome: 'formula', cell, theirs: target.value };
  const planned = plan.writes.find((write) => write.row === target.row && write.col === target.col);
  if (target.part) plan.touched?.add(target.part);
  const keepDay = () => {
    if (target.nextDay === undefined || edit.day === undefined || edit.day === target.nextDay) return;
    plan.writes.push({ row: target.row, col: HIDDEN.nextDay, value: hiddenCell('nextDay', edit.day) });
  };
  if (!planned && sameValue(target.value, edit.now)) {
    // A run that was cut off may have written the text without its day.
    if (!target.formula) keepDay();
    return { outcome: 'saved', cell };
  }
  if (target.formula) return { outcome: 'formula', cell, theirs: target.value };
  if (!planned && !sameValue(target.value, edit.was)) return { outcome: 'conflict', theirs: target.value, cell };
  const value = toCell(edit.now, target.type);
  if (planned) Object.assign(planned, { value, shown: edit.now });
  else plan.writes.push({ row: target.row, col: target.col, value, shown: edit.now });
  keepDay();
  if (target.beside) plan.writes.push(...target.beside.map((col) => ({ row: target.row, col, value: '' })));
  if (isWideText(edit.key)) plan.wide.push({ row: target.row, was: target.value, now: edit.now });
  return { outcome: 'saved', cell };
}

/** Outside of text columns a text is handed over behind an apostrophe, which Google may count. */
function longest(type: FieldType | undefined): number {
  return type === 'text' || type === 'status' ? MAX_CELL_TEXT : MAX_CELL_TEXT - 1;
}

function typeInNewRow(block: SavedInto, edit: CellEdit): FieldType | undefined {
  const part = partOf(block, itemKey(edit.key)?.section ?? '');
  return part && fieldUses(part.section).find((use) => use.field === edit.field)?.type;
}

/** A row that is not there: one that the client has just made, or one that somebody has deleted meanwhile. */
function decideNewRow(block: SavedInto, edit: CellEdit, plan: SavePlan): Omit<CellOutcome, 'key' | 'field'> {
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
  row.shown ??= [...row.values];
  if (edit.coaching && part.section.kind === 'growth') {
    row.values[HIDDEN.coaching - 1] = hiddenCell('coaching', edit.coaching);
    row.shown[HIDDEN.coaching - 1] = edit.coaching;
  }
  row.values[FIELD_COL[edit.field] - 1] = toCell(edit.now, type);
  row.shown[FIELD_COL[edit.field] - 1] = edit.now;
  if (edit.day && isStep(part, edit.field))
    row.values[HIDDEN.nextDay - 1] = row.shown[HIDDEN.nextDay - 1] = hiddenCell('nextDay', edit.day);
  return { outcome: 'saved' };
}

interface Target {
  row: number;
  col: number;
  value: CellValue;
  formula: boolean;
  type: FieldType;
  part?: BlockSection;
  /** Of a next step: the day that is kept beside it; '' for none. */
  nextDay?: IsoDate | '';
  /** Hidden columns with what was typed here, or what it was perhaps meant as: no longer true once another value stands here. */
  beside?: number[];
}

function findCell(block: SavedInto, edit: CellEdit): Target | null {
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
      ...(isStep(part, edit.field) ? { nextDay: item.nextDay ?? '' } : {}),
      ...(edit.field === 'when' || edit.field === 'amount' ? { beside: besideOf(item, edit.field) } : {}),
    };
  }
  return null;
}

/** Does this field say what to do next? With a commitment it names the owner. */
function isStep({ section }: BlockSection, field: Field): boolean {
  return field === 'next' && section.kind !== 'conclusion';
}

function besideOf({ typed, periodEnd }: BlockItem, field: 'when' | 'amount'): number[] {
  const name = field === 'when' ? 'typedWhen' : 'typedAmount';
  return [...(typed?.[field] ? [HIDDEN[name]] : []), ...(field === 'when' && periodEnd ? [HIDDEN.periodEnd] : [])];
}

/** A row with its key and nothing else, all columns. */
export function blankRow(key: string, month: number): RawCell[] {
  const values: RawCell[] = Array.from({ length: COLUMNS }, () => '');
  values[HIDDEN.key - 1] = key;
  values[HIDDEN.month - 1] = month;
  return values;
}
