import { aboutOf, aboutText } from '../../core/coaching/lines';
import { GROWTH } from '../../core/shared/agenda';
import type { CellValue, SectionKind } from '../../core/shared/fields';
import { digestOf } from '../../core/shared/hash';
import { isMonthKey, type MonthKey } from '../../core/shared/month';
import type { MonthRecord } from '../../core/shared/record';
import { table } from '../../core/shared/table';
import { cellValue, type RawCell, withoutBlankEnd } from '../grid/cells';
import { type Columns, USUAL } from '../grid/columns';
import { COL, FIRST_BLOCK_ROW, itemKey, KEY } from '../grid/grid';
import { HIDDEN, readHidden } from '../grid/hidden';
import { RepTab } from '../grid/rep-tab';
import { headIn, readHead, type TabHead } from '../grid/tab-head';
import { allParts, type Block, type BlockItem, emptyPart, partOf } from './block';
import { BlockRows, rowKeys } from './block-rows';
import { columnDamage } from './column-check';
import { frameDamage } from './frame-check';
import { type LeftRow, placeRows } from './keyed-rows';
import { stateOf } from './row-cells';
import { startMarks } from './start-marks';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where the blocks of a tab lie, from its key column. */
export interface TabIndex extends MonthIndex {
  tab: RepTab;
  /** The rep's id from the hidden head cell; '' on other tabs. */
  repId: string;
  /** The grid's version from the hidden head cell; null where it says none. */
  version: number | null;
}

export interface MonthIndex {
  /** Newest first, as on the sheet. */
  blocks: BlockPlace[];
  /** Key, month and the digest beside them of each row from row 1 on, as the sheet has them, and what was read beyond. */
  keys: RawCell[][];
}

/** Where a block lies. Rows are 1-based; `rows` counts the band and everything below it. */
export interface BlockPlace {
  month: MonthKey;
  row: number;
  rows: number;
  /** Row of each KPI, by its id. */
  kpiRows: Record<string, number>;
}

/**
 * Reads the columns whole that hold key, month, and what the key was given to, and finds the blocks: one call where they stand where a fresh tab has them and its head is
 * whole, else up to three.
 * @param knownHead the tab's head where it has just been read
 * @param upTo the last column that is read: one further to the right comes with the same call
 */
export function readTabIndex(sheet: Sheet, knownHead?: TabHead, upTo: number = HIDDEN.text): TabIndex {
  const rows = sheet.getMaxRows();
  const from = HIDDEN.key;
  const count = upTo - from + 1;
  const indexStandsAsUsual = (columns: Columns) => standAsUsual(columns, from, count);
  const isWide = sheet.getMaxColumns() >= upTo && (!knownHead || indexStandsAsUsual(knownHead.columns));
  const usual = isWide ? new RepTab(sheet, USUAL).range(1, from, rows, count).getValues() : null;
  const near = knownHead ? null : usual && headIn(usual[0] as RawCell[], from);
  const head = knownHead ?? (near?.isTold && indexStandsAsUsual(near.columns) ? near : readHead(sheet));
  const tab = new RepTab(sheet, head.columns);
  const { repId, version } = head;
  if (repId === '') return { tab, repId, version, blocks: [], keys: [] };
  const isRead = usual !== null && indexStandsAsUsual(head.columns);
  const all = isRead ? usual : tab.range(1, from, rows, count).getValues();
  const keys = withoutBlankEnd(all);
  const index = indexOf(keys);
  const oldest = index.blocks[index.blocks.length - 1];
  if (!oldest || keys.slice(oldest.row - 1).some(([key]) => key === KEY.end)) return { tab, repId, version, ...index };
  // Its end line has gone: rows without a key may follow that somebody has typed.
  return { tab, repId, version, ...indexOf(all.slice(0, Math.max(keys.length, sheet.getLastRow()))) };
}

function standAsUsual(columns: Columns, from: number, count: number): boolean {
  const [run] = columns.runs(from, count);
  return run?.at === from && run.count === count;
}

/** The pure part of readTabIndex: from key and month of each row. */
export function indexOf(keys: RawCell[][]): MonthIndex {
  const blocks: BlockPlace[] = [];
  let last: BlockPlace | undefined;
  for (let index = FIRST_BLOCK_ROW - 1; index < keys.length; index++) {
    const [key, month] = keys[index] as [RawCell, RawCell];
    const kpi = last && month === last.month ? itemKey(String(key)) : null;
    if (last && kpi?.section === 'kpis') last.kpiRows[kpi.id] ??= index + 1;
    if (key !== KEY.band || !isMonthKey(month)) continue;
    if (last) last.rows = index + 1 - last.row;
    last = { month, row: index + 1, rows: 0, kpiRows: table() };
    blocks.push(last);
  }
  if (last) last.rows = keys.length + 1 - last.row;
  return { blocks, keys };
}

/**
 * Reads one block: two calls (values, formulas). Rows without a key get one here, the same at every reading as long as the
 * row is the same; `adopt` says that it is not in the sheet yet.
 */
export function readBlock(tab: RepTab, place: Pick<BlockPlace, 'month' | 'row' | 'rows'>, zone: string): Block {
  const values = tab.values(place.row, place.rows);
  return parseBlock(values, tab.formulas(place.row, place.rows), place, zone, tab.columns);
}

/**
 * The pure part of readBlock: from cells in the columns of the grid.
 * @param columns where those stand on the sheet
 * @param left empty rows of other months with keys that may have been left behind by texts of this one
 */
export function parseBlock(
  values: RawCell[][],
  formulas: string[][],
  place: Pick<BlockPlace, 'month' | 'row' | 'rows'>,
  zone: string,
  columns = USUAL,
  left: readonly LeftRow[] = [],
): Block {
  const band = values[0] as RawCell[];
  const keys = rowKeys(values, zone);
  const block: Block = {
    month: place.month,
    row: place.row,
    rows: place.rows,
    number: readHidden(band, 'number', zone) || 1,
    state: stateOf(readHidden(band, 'state', zone)),
    startMarks: readHidden(band, 'startContent', zone),
    marks: startMarks(values, formulas, keys, zone),
    fromMonth: readHidden(band, 'fromMonth', zone),
    heldOn: cellValue(band[COL.when - 1], zone),
    minutes: cellValue(band[COL.next - 1], zone),
    lastFocus: '',
    sections: [],
    growth: emptyPart(GROWTH, 0),
    pipeline: null,
    setupGoals: [],
    texts: table(),
    focusRow: 0,
    endRow: 0,
    endText: '',
    revision: digestOf([values.map((line) => line.map((cell) => cellValue(cell, zone))), formulas]),
    columns,
    damage: null,
    frame: null,
    stranded: [],
    unsure: [],
  };
  const rows = new BlockRows(block, values, formulas, keys, zone).find();
  block.unsure = placeRows(rows, left, place, zone);
  for (const item of block.growth.items) tellAbout(item, block);
  block.frame = frameDamage(block, values, keys, zone);
  // What stands beside the rows may tell a repair where they belong.
  if (block.frame)
    for (const part of allParts(block)) for (const item of [...part.items, ...part.spares]) item.adopt = false;
  const damage = columnDamage(values, columns, place.row, zone);
  // Sorted cells take the labels along: no column has moved.
  block.damage = damage?.code === 'columnsMoved' && block.frame?.code === 'sorted' ? null : damage;
  return block;
}

/** A plan that somebody typed by hand says what it is about by its words alone. */
function tellAbout(item: BlockItem, { sections }: Block): void {
  const of = (...kinds: SectionKind[]) =>
    sections.filter(({ section }) => kinds.includes(section.kind)).flatMap((part) => part.items);
  const about = item.coaching ? null : aboutOf(item.cells, of('existing', 'new'), of('kpis'));
  if (about) item.coaching = aboutText(about);
}

/** The block in the words of the core. */
export function recordOf(block: Block): MonthRecord {
  const value = (name: string): CellValue => block.texts[name]?.value ?? '';
  return {
    month: block.month,
    number: block.number,
    sections: block.sections.map((part) => ({ id: part.section.id, items: part.items })),
    commitments: partOf(block, 'todo')?.items ?? [],
    growth: block.growth.items,
    observed: value('observed'),
    focus: value('focus'),
    takeaway: value('takeaway'),
    nextDate: value('nextDate'),
    plan: value('plan'),
    help: value('help'),
  };
}
