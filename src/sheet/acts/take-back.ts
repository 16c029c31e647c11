import { cellsDigest, imprintText, readImprint, type Wrote } from '../../core/deal/imprint';
import { stop } from '../../core/problems';
import type { Rep } from '../../core/roster';
import { fieldUses } from '../../core/shared/agenda';
import type { Field } from '../../core/shared/fields';
import { titleOf } from '../../core/shared/record';
import { rowRuns } from '../../core/shared/runs';
import { cellBlocks } from '../grid/cell-blocks';
import { readCells, toCell } from '../grid/cells';
import { FIELD_COL } from '../grid/grid';
import { COLUMNS, HIDDEN, hiddenCell } from '../grid/hidden';
import type { RepTab } from '../grid/rep-tab';
import type { Block, BlockItem, BlockSection } from '../month/block';
import { needColumns } from '../month/column-check';
import { readTabIndex } from '../month/read';
import type { Tracker } from '../setup/tracker';
import { dealSections } from './import-known';
import { DEAL_FIELDS } from './import-write';
import { blankRow, type CellWrite } from './save';

/** A row that an import wrote into. */
interface WrittenRow {
  part: BlockSection;
  item: BlockItem;
  wrote: Wrote;
}

/** What an import has written on one tab, as far as it can be taken back. */
export interface TabToTakeBack {
  tab: RepTab;
  block: Block;
  rows: WrittenRow[];
}

/**
 * Finds what an import has written on a person's tab; null where there is nothing. Stops where it cannot be taken back: a
 * month was begun since, or somebody has edited what it wrote.
 */
export function findImported(tracker: Tracker, rep: Rep, importId: string): TabToTakeBack | null {
  const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
  const index = sheet && readTabIndex(sheet);
  const [newest] = index?.blocks ?? [];
  if (!sheet || !newest || index?.repId !== rep.id) return null;
  const { tab, blocks } = index;
  const last = blocks[blocks.length - 1] ?? newest;
  const cells = tab.range(newest.row, HIDDEN.imported, last.row + last.rows - newest.row).getValues();
  const isHere = (cell: unknown) => String(cell).includes(importId) && readImprint(String(cell)).wrote?.by === importId;
  const here = cells.map(([cell], n) => (isHere(cell) ? newest.row + n : 0)).filter((row) => row > 0);
  const place = { tab: sheet.getName() };
  if (here.length === 0) return null;
  if (here.some((row) => row >= newest.row + newest.rows)) stop('importMonthBegun', place, { month: newest.month });
  const block = tracker.block(index, newest.month);
  if (!block) return null;
  needColumns(block, place.tab);
  const rows = dealSections(block).flatMap((part) =>
    part.items.flatMap((item): WrittenRow[] => {
      const { wrote } = readImprint(item.imported);
      return wrote?.by === importId ? [{ part, item, wrote }] : [];
    }),
  );
  for (const { item, wrote } of rows) {
    const fields = wrote.isNew ? DEAL_FIELDS : (Object.keys(wrote.was) as Field[]);
    if (cellsDigest(item.cells, fields) !== wrote.left)
      stop('importEdited', { ...place, cell: tab.columns.a1(item.row, 1) }, { title: titleOf(item.cells) });
  }
  return { tab, block, rows };
}

/** Takes it back: cells get what stood there before, rows that came in go. */
export function takeBack({ tab, block, rows }: TabToTakeBack): void {
  const writes: CellWrite[] = [];
  const put = (row: number, col: number, value: CellWrite['value']) => writes.push({ row, col, value });
  for (const { part, item, wrote } of rows.filter(({ wrote: { isNew } }) => !isNew)) {
    for (const { field, type } of fieldUses(part.section))
      if (wrote.was[field] !== undefined) put(item.row, FIELD_COL[field], toCell(wrote.was[field], type));
    put(item.row, HIDDEN.importId, hiddenCell('importId', wrote.wasId));
    put(item.row, HIDDEN.imported, hiddenCell('imported', imprintText({ said: wrote.wasSaid, wrote: null })));
  }
  for (const { row, col, values } of cellBlocks(writes))
    tab.range(row, col, values.length, values[0]?.length ?? 1).setValues(values);
  removeRows(
    tab,
    block,
    rows.filter(({ wrote }) => wrote.isNew),
  );
}

/** From the bottom up. A row beside which a person has something of the own stays, empty; so does the last one of a section. */
function removeRows(tab: RepTab, block: Block, rows: readonly WrittenRow[]): void {
  const { sheet } = tab;
  const isGrid = new Set(Array.from({ length: COLUMNS }, (_, n) => tab.columns.of(n + 1)));
  const first = Math.min(...rows.map(({ item }) => item.row));
  const last = Math.max(...rows.map(({ item }) => item.row));
  const values = rows.length === 0 ? [] : readCells(sheet.getRange(first, 1, last - first + 1, sheet.getMaxColumns()));
  const spares = new Map(dealSections(block).map((part) => [part, part.spares.length]));
  const going: BlockItem[] = [];
  for (const { part, item } of [...rows].sort((a, b) => a.item.row - b.item.row)) {
    const isAlone = (values[item.row - first] ?? []).every((cell, n) => cell === '' || isGrid.has(n + 1));
    if (isAlone && (spares.get(part) ?? 0) > 0) going.push(item);
    else {
      tab.range(item.row, 1, 1, COLUMNS).setValues([blankRow(item.key, block.month)]);
      spares.set(part, (spares.get(part) ?? 0) + 1);
    }
  }
  for (const run of rowRuns(going).reverse()) sheet.deleteRows(run[0]?.row ?? 0, run.length);
}
