import type { LifeMonth } from '../../core/deal/life-line';
import type { ExportMonth } from '../../core/export/tables';
import type { SectionKind } from '../../core/shared/fields';
import { isMonthKey, type MonthKey } from '../../core/shared/month';
import type { Item } from '../../core/shared/record';
import { runsOf } from '../../core/shared/runs';
import { type RawCell, readCells } from '../grid/cells';
import { itemKey } from '../grid/grid';
import { COLUMNS, HIDDEN } from '../grid/hidden';
import { RepTab } from '../grid/rep-tab';
import { headIn } from '../grid/tab-head';
import type { Block } from '../month/block';
import { type BlockPlace, indexOf, parseBlock, type TabIndex } from '../month/read';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab with all of its months, newest first, from one read of the whole. Formulas are not read: `formulas` stay empty. */
export function readTab(sheet: Sheet, zone: string): { index: TabIndex; blocks: Block[] } {
  const rows = Math.max(1, sheet.getLastRow());
  const all = readCells(sheet.getRange(1, 1, rows, sheet.getMaxColumns()));
  const { repId, version, columns } = headIn(all[0] as RawCell[]);
  const values = all.map((line) => columns.pick(line));
  const months = indexOf(values.map((line) => line.slice(HIDDEN.key - 1, HIDDEN.text)));
  const index = { tab: new RepTab(sheet, columns), repId, version, before: [], ...months };
  return { index, blocks: blocksOf(index, values, zone) };
}

/**
 * One opportunity's months: of the tab only the rows that have its id are read, by as few calls as its rows lie together.
 * `index` is that of the tab as it stands. Months without the opportunity are there too, empty.
 */
export function readOpportunity(index: TabIndex, id: string, zone: string): LifeMonth[] {
  const own = ({ fresh, existing, ...month }: LifeMonth): LifeMonth => ({
    ...month,
    fresh: fresh.filter((item) => item.id === id),
    existing: existing.filter((item) => item.id === id),
  });
  return lifeMonths(rowsOfId(index, id, zone)).map(own);
}

/** A line of development or coaching in the months that list it, read in the same way. */
export function readLine(index: TabIndex, id: string, zone: string): LineMonth[] {
  return lineMonths(rowsOfId(index, id, zone)).map(({ month, items }) => ({
    month,
    items: items.filter((item) => item.id === id),
  }));
}

/** A month's lines of development and coaching. */
export interface LineMonth {
  month: MonthKey;
  items: readonly Item[];
}

/** Those of each block. */
export function lineMonths(blocks: readonly Block[]): LineMonth[] {
  return blocks.map(({ month, growth }) => ({ month, items: growth.items }));
}

/** The months of a tab, of which only the rows with this id, and the newest band, have been read. */
function rowsOfId(index: TabIndex, id: string, zone: string): Block[] {
  const values: RawCell[][] = index.keys.map((line) => blankLine(line));
  const rows = index.keys.flatMap(([key], n) => (itemKey(String(key))?.id === id ? [n + 1] : []));
  const bands = index.blocks.slice(0, 1).map((place) => place.row);
  const sorted = [...bands, ...rows].sort((a, b) => a - b);
  for (const run of runsOf(sorted, (above, below) => below - above <= NEAR_ROWS)) {
    const [first] = run as [number];
    const lines = index.tab.values(first, (run[run.length - 1] as number) - first + 1);
    lines.forEach((line, n) => {
      values[first - 1 + n] = line;
    });
  }
  return blocksOf(index, values, zone);
}

/** Blocks as life lines see them; given newest first. */
export function lifeMonths(blocks: readonly Block[]): LifeMonth[] {
  return blocks.map((block, n) => ({
    month: block.month,
    over: n > 0 || block.state === 'finished' || block.state === 'reopened',
    fresh: itemsOf(block, 'new'),
    existing: itemsOf(block, 'existing'),
  }));
}

/** The same with commitments and KPIs. */
export function exportMonths(blocks: readonly Block[]): ExportMonth[] {
  return lifeMonths(blocks).map((month, n) => {
    const block = blocks[n] as Block;
    const lines = block.growth.items;
    return { ...month, commitments: itemsOf(block, 'conclusion'), kpis: itemsOf(block, 'kpis'), lines };
  });
}

/** Rows this far apart or less are read by one call: cells that nobody needs cost less than another call. */
const NEAR_ROWS = 400;

/** The first block of each month: a second one of the same month is none of the record. */
function blocksOf(index: TabIndex, values: RawCell[][], zone: string): Block[] {
  const seen = new Set<number>();
  const first = ({ month }: BlockPlace) => isMonthKey(month) && !seen.has(month) && seen.add(month).has(month);
  return index.blocks
    .filter(first)
    .map((place) =>
      parseBlock(values.slice(place.row - 1, place.row - 1 + place.rows), [], place, zone, index.tab.columns),
    );
}

/** Key and month of a row that is not read: enough to know whose row it is. */
function blankLine([key, month]: RawCell[]): RawCell[] {
  const line: RawCell[] = Array.from({ length: COLUMNS }, () => '');
  line[HIDDEN.key - 1] = key;
  line[HIDDEN.month - 1] = month;
  return line;
}

function itemsOf(block: Block, kind: SectionKind): Item[] {
  return block.sections.filter(({ section }) => section.kind === kind).flatMap((part) => part.items);
}
