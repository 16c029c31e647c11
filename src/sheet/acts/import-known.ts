import { carriedImprint } from '../../core/deal/imprint';
import { idKey, isIdOfName } from '../../core/import/deal';
import type { KnownRow, KnownTab, PastRow } from '../../core/import/known';
import { hasLeft, type Rep } from '../../core/roster';
import { FIELD_USES } from '../../core/shared/agenda';
import type { IsoDate } from '../../core/shared/dates';
import type { Cells, Field } from '../../core/shared/fields';
import { runsOf } from '../../core/shared/runs';
import { cellText, cellValue } from '../grid/cells';
import { FIELD_COL, itemKey } from '../grid/grid';
import { HIDDEN, readHidden } from '../grid/hidden';
import type { Block, BlockItem, BlockSection } from '../month/block';
import { readLife } from '../month/life-cells';
import { type MonthIndex, readTabIndex, type TabIndex } from '../month/read';
import type { Tracker } from '../setup/tracker';

/** Which deals are looked for, by id keys. Of those that the CRM has closed it is enough to know that they were here. */
export interface WantedDeals {
  open: ReadonlySet<string>;
  closed: ReadonlySet<string>;
  /** Has the table no ids of the CRM? Then its deals are also looked for by their words. */
  byName: boolean;
}

/** What may be done on a tab. `isOwn`: may the one who asks write there? `isNamed`: are some of the table's deals this person's? */
export interface TabPart {
  isOwn: boolean;
  isNamed: boolean;
}

/** Rows of older months that lie no further apart than this are read in one call. */
const SAME_CALL_ROWS = 200;

/**
 * What a person's tab knows of some deals. Reads the ids of all months, and the newest month whole: four calls, and one or
 * two more where deals that are open in the CRM stand in older months only. Of somebody whom the table does not name the
 * ids alone, one call, unless one of the deals is there.
 * @param part of a tab of one's own all opportunities of the newest month are told
 */
export function knownTab(tracker: Tracker, rep: Rep, wanted: WantedDeals, today: IsoDate, part: TabPart): KnownTab {
  const { isOwn, isNamed } = part;
  const tab: KnownTab = {
    repId: rep.id,
    name: rep.name,
    month: 0,
    obstacle: null,
    rows: [],
    past: [],
    sections: [],
    letters: {},
  };
  const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
  const index = sheet && readTabIndex(sheet, undefined, HIDDEN.importId);
  if (index?.repId !== rep.id) return { ...tab, obstacle: { why: 'noTab' } };
  const isWanted = (id: string) => wanted.open.has(id) || wanted.closed.has(id);
  const ids = idsOf(index, tracker.zone);
  const isElsewhere = !isNamed && !wanted.byName && !ids.some((id) => isWanted(id) || isIdOfName(id));
  if (isElsewhere) return { ...tab, month: index.blocks[0]?.month ?? 0 };
  const block = tracker.block(index, index.blocks[0]?.month ?? 0);
  if (!block) return { ...tab, obstacle: { why: 'noMonth' } };
  const parts = dealSections(block);
  tab.month = block.month;
  tab.obstacle = obstacleOf(index, block, isOwn) ?? (hasLeft(rep, today) ? { why: 'hasLeft' } : null);
  tab.sections = parts.filter((part) => part.headerRow > 0).map((part) => part.section.kind as 'new' | 'existing');
  for (const field of Object.keys(FIELD_COL) as Field[])
    tab.letters[field] = index.tab.columns.letter(FIELD_COL[field]);
  const items = parts.flatMap((part) => part.items);
  tab.rows = items
    .filter((item) => isOwn || isWanted(idKey(item.sourceId ?? '')))
    .map((item) => rowOf(item, isWanted(idKey(item.sourceId ?? ''))));
  const here = new Set(items.map((item) => idKey(item.sourceId ?? '')));
  tab.past = pastRows(index, ids, tracker.zone, wanted, here);
  return tab;
}

function obstacleOf(index: TabIndex, block: Block, isOwn: boolean): KnownTab['obstacle'] {
  if (block.damage) return { why: 'moved', cell: block.damage.cell };
  if (!dealSections(block).some((part) => part.headerRow > 0)) return { why: 'noSection' };
  return isOwn && index.tab.rightsAt(block.row).canEdit() ? null : { why: 'mayNotEdit' };
}

/** A row as it crosses: what it could be taken back by stays. */
function rowOf(
  { id, key, cells, formulas, row, life, sourceId = '', imported }: BlockItem,
  withLife: boolean,
): KnownRow {
  return { id, key, cells, formulas, row, life: withLife ? life : null, sourceId, imported: carriedImprint(imported) };
}

/** The CRM's id of each row, '' for none, from row 1 on. */
function idsOf({ keys }: TabIndex, zone: string): string[] {
  return keys.map((line) => idKey(cellText(line[HIDDEN.importId - HIDDEN.key], zone)));
}

/** Of each wanted deal that the newest month lacks, its row in the latest older month. */
function pastRows(
  index: TabIndex,
  ids: readonly string[],
  zone: string,
  wanted: WantedDeals,
  here: ReadonlySet<string>,
): PastRow[] {
  const first = index.blocks[1];
  if (!first) return [];
  const seen = new Set(here);
  const rows: PastRow[] = [];
  const toRead: number[] = [];
  ids.slice(first.row - 1).forEach((id, n) => {
    const isOpen = wanted.open.has(id) || isIdOfName(id);
    if (id === '' || seen.has(id) || !(isOpen || wanted.closed.has(id))) return;
    seen.add(id);
    const row = first.row + n;
    if (isOpen) toRead.push(row);
    else rows.push(bareRow(index, row, id));
  });
  return [...rows, ...fullRows(index, zone, toRead)];
}

function bareRow(index: MonthIndex, row: number, sourceId: string): PastRow {
  const month = monthAt(index, row);
  return { id: '', key: `past:${row}`, cells: {}, formulas: [], row, life: null, sourceId, imported: '', month };
}

function monthAt({ blocks }: MonthIndex, row: number): number {
  return blocks.find((block) => row >= block.row && row < block.row + block.rows)?.month ?? 0;
}

/** Reads some rows of older months, the near ones together. */
function fullRows(index: TabIndex, zone: string, rows: readonly number[]): PastRow[] {
  const found: PastRow[] = [];
  for (const run of runsOf(rows, (above, below) => below - above <= SAME_CALL_ROWS)) {
    const [top] = run as [number];
    const values = index.tab.values(top, (run[run.length - 1] as number) - top + 1);
    for (const row of run) {
      const month = monthAt(index, row);
      const line = values[row - top] ?? [];
      const key = cellText(line[HIDDEN.key - 1], zone);
      const cells: Cells = {};
      for (const { field } of FIELD_USES.existing) cells[field] = cellValue(line[FIELD_COL[field] - 1], zone);
      const [sourceId, said] = [readHidden(line, 'importId', zone), readHidden(line, 'imported', zone)];
      const [life, imported] = [readLife(line, zone), carriedImprint(said)];
      found.push({ id: itemKey(key)?.id ?? '', key, cells, formulas: [], row, life, sourceId, imported, month });
    }
  }
  return found;
}

/** Sections with opportunities, as they stand on the sheet. */
export function dealSections(block: Block): BlockSection[] {
  return block.sections.filter(({ section }) => section.kind === 'new' || section.kind === 'existing');
}
