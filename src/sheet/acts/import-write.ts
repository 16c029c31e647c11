import { sinceText } from '../../core/deal/carry';
import { cellsDigest, type Imprint, imprintText, readImprint } from '../../core/deal/imprint';
import { amountText } from '../../core/deal/story';
import { idKey } from '../../core/import/deal';
import type { RowAdded, RowEdit, TabEdits } from '../../core/import/fates';
import { FIELD_USES, fieldUses } from '../../core/shared/agenda';
import type { Cells, Field } from '../../core/shared/fields';
import { newId, type RawCell, sameValue, toCell } from '../grid/cells';
import { COL, FIELD_COL } from '../grid/grid';
import { COLUMNS, HIDDEN, hiddenCell, hiddenCells } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import type { Block, BlockItem, BlockSection } from '../month/block';
import { lifeCells } from '../month/life-cells';
import { itemKeyOf } from '../month/plan';
import { dealSections } from './import-known';
import type { CellWrite, NewRow, SavePlan } from './save';
import { applySave } from './save-apply';

/** What a person may type into an opportunity's row. */
export const DEAL_FIELDS: readonly Field[] = FIELD_USES.existing.map(({ field }) => field);

/**
 * Writes what an import has planned for a tab: neighbouring cells at once, new rows into the empty ones that wait, the rest
 * inserted together. False where a cell is no longer as it was seen: then nothing is written. What stands there already is
 * not written again, so that a repeated call changes nothing.
 * @param by the import's id
 */
export function writeImport(tab: RepTab, block: Block, edits: TabEdits, by: string): boolean {
  const plan: SavePlan = { outcomes: [], writes: [], wide: [], newRows: [] };
  if (block.month !== edits.month) return false;
  for (const edit of edits.rows) if (!planEdit(plan, block, edit, by)) return false;
  for (const row of edits.added) planAdded(plan, block, row, by);
  if (plan.writes.length > 0 || plan.newRows.length > 0) applySave(tab, block, plan);
  return true;
}

function planEdit(plan: SavePlan, block: Block, edit: RowEdit, by: string): boolean {
  const part = dealSections(block).find(({ items }) => items.some(({ key }) => key === edit.key));
  const item = part?.items.find(({ key }) => key === edit.key);
  if (!part || !item) return false;
  const open = edit.cells.filter(({ field, now }) => !sameValue(item.cells[field] ?? '', now));
  if (open.some(({ field, was }) => item.formulas.includes(field) || !sameValue(item.cells[field] ?? '', was)))
    return false;
  const { sourceId } = edit;
  const id = item.sourceId ?? '';
  const isLinked = sourceId !== undefined && id !== sourceId.now;
  if (isLinked && id !== sourceId.was) return false;
  const { row } = item;
  for (const { field, now } of open)
    plan.writes.push({ row, col: FIELD_COL[field], value: toCell(now, typeOf(part, field)), shown: now });
  if (isLinked) plan.writes.push(...linkWrites(item, sourceId.now));
  const imported = imprintText(imprintOf(item, edit, { open, isLinked, by }));
  if (imported !== item.imported) plan.writes.push(hiddenWrite(row, 'imported', imported));
  return true;
}

/** What the row is to keep: what the CRM says now, and what is written over, once for each import. */
function imprintOf(
  item: BlockItem,
  edit: RowEdit,
  { open, isLinked, by }: { open: RowEdit['cells']; isLinked: boolean; by: string },
): Imprint {
  const before = readImprint(item.imported);
  const said = edit.said ?? before.said;
  if (open.length === 0 && !isLinked) return { said, wrote: before.wrote };
  const known = before.wrote?.by === by ? before.wrote : null;
  const was = { ...Object.fromEntries(open.map((change) => [change.field, change.was])), ...known?.was };
  const after: Cells = { ...item.cells, ...Object.fromEntries(open.map(({ field, now }) => [field, now])) };
  const fields = known?.isNew ? DEAL_FIELDS : (Object.keys(was) as Field[]);
  return {
    said,
    wrote: {
      by,
      isNew: known?.isNew ?? false,
      was,
      wasId: known?.wasId ?? item.sourceId ?? '',
      wasSaid: known?.wasSaid ?? before.said,
      left: cellsDigest(after, fields),
    },
  };
}

/** The apostrophe that keeps a hidden text a text is no part of it. */
function hiddenWrite(row: number, name: 'imported' | 'importId' | 'startAmount', text: string): CellWrite {
  return { row, col: HIDDEN[name], value: hiddenCell(name, text), shown: text };
}

/** A row gets its id. Where the sheet does not say what the amount was at first, what it is now counts as that. */
function linkWrites({ row, life, cells }: BlockItem, id: string): SavePlan['writes'] {
  const writes: SavePlan['writes'] = [hiddenWrite(row, 'importId', id)];
  if (life?.startAmount === null) writes.push(hiddenWrite(row, 'startAmount', amountText(cells.amount)));
  return writes;
}

/** A deal that the month has already is not added again. */
function planAdded(plan: SavePlan, block: Block, row: RowAdded, by: string): void {
  const parts = dealSections(block);
  const items = parts.flatMap((part) => part.items);
  if (items.some((item) => idKey(item.sourceId ?? '') === idKey(row.sourceId))) return;
  const open = parts.filter((part) => part.headerRow > 0);
  const part = open.find(({ section }) => section.kind === row.section) ?? open[0];
  if (!part) return;
  const isTaken = row.id === '' || items.some(({ id }) => id === row.id);
  plan.newRows.push(newRow(part, block.month, { ...row, id: isTaken ? newId() : row.id }, by));
}

function newRow(part: BlockSection, month: number, added: RowAdded, by: string): NewRow {
  const { cells, life, sourceId, said } = added;
  const key = itemKeyOf(part.section, added.id);
  const left = cellsDigest(cells, DEAL_FIELDS);
  const imported = imprintText({ said, wrote: { by, isNew: true, was: {}, wasId: '', wasSaid: {}, left } });
  const columns: Partial<Record<number, RawCell>> = {
    [HIDDEN.key]: key,
    [HIDDEN.month]: month,
    ...(life ? { ...lifeCells(life), [COL.since]: sinceText(life) } : {}),
    ...hiddenCells({ importId: sourceId, imported }),
  };
  for (const { field, type } of fieldUses(part.section)) columns[FIELD_COL[field]] = toCell(cells[field] ?? '', type);
  const values = Array.from({ length: COLUMNS }, (_, n) => columns[n + 1] ?? '');
  const shown = [...values];
  for (const { field } of fieldUses(part.section)) shown[FIELD_COL[field] - 1] = cells[field] ?? '';
  return { part, key, values, shown };
}

function typeOf({ section }: BlockSection, field: Field) {
  return fieldUses(section).find((use) => use.field === field)?.type ?? 'text';
}
