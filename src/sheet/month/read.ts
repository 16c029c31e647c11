import { fieldUses, GROWTH, knownSection, type Section } from '../../core/shared/agenda';
import type { Cells, CellValue, Field } from '../../core/shared/fields';
import { digestOf } from '../../core/shared/hash';
import { isMonthKey, type MonthKey } from '../../core/shared/month';
import type { Item, MonthRecord } from '../../core/shared/record';
import { isBlank } from '../../core/shared/record';
import { table } from '../../core/shared/table';
import { cellText, cellValue, ODD, type RawCell, withoutBlankEnd } from '../grid/cells';
import { type Columns, USUAL } from '../grid/columns';
import { COL, FIELD_COL, FIRST_BLOCK_ROW, itemKey, KEY } from '../grid/grid';
import { HIDDEN, readHidden } from '../grid/hidden';
import { RepTab } from '../grid/rep-tab';
import { headIn, readHead, type TabHead } from '../grid/tab-head';
import { type ColumnDamage, columnDamage } from './column-check';
import { readLife } from './life-cells';
import { BAND_STATE, itemKeyOf } from './plan';

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
  /** Key, month and the digest beside them of each row from row 1 on, as the sheet has them. */
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

/** Columns that are read whole: key, month, and what the key was given to. */
const INDEX_COLUMNS = HIDDEN.text - HIDDEN.key + 1;

/**
 * Reads these columns whole and finds the blocks: one call where they stand where a fresh tab has them and its head is
 * whole, else up to three.
 * @param knownHead the tab's head where it has just been read
 */
export function readTabIndex(sheet: Sheet, knownHead?: TabHead): TabIndex {
  const rows = sheet.getMaxRows();
  const isWide = sheet.getMaxColumns() >= HIDDEN.text && (!knownHead || indexStandsAsUsual(knownHead.columns));
  const usual = isWide ? new RepTab(sheet, USUAL).range(1, HIDDEN.key, rows, INDEX_COLUMNS).getValues() : null;
  const near = knownHead ? null : usual && headIn(usual[0] as RawCell[], HIDDEN.key);
  const head = knownHead ?? (near?.isTold && indexStandsAsUsual(near.columns) ? near : readHead(sheet));
  const tab = new RepTab(sheet, head.columns);
  const { repId, version } = head;
  if (repId === '') return { tab, repId, version, blocks: [], keys: [] };
  const isRead = usual !== null && indexStandsAsUsual(head.columns);
  const all = isRead ? usual : tab.range(1, HIDDEN.key, rows, INDEX_COLUMNS).getValues();
  const keys = withoutBlankEnd(all);
  const index = indexOf(keys);
  const oldest = index.blocks[index.blocks.length - 1];
  if (!oldest || keys.slice(oldest.row - 1).some(([key]) => key === KEY.end)) return { tab, repId, version, ...index };
  // Its end line has gone: rows without a key may follow that somebody has typed.
  return { tab, repId, version, ...indexOf(all.slice(0, Math.max(keys.length, sheet.getLastRow()))) };
}

function indexStandsAsUsual(columns: Columns): boolean {
  const [run] = columns.runs(HIDDEN.key, INDEX_COLUMNS);
  return run?.at === HIDDEN.key && run.count === INDEX_COLUMNS;
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

/** One item row as it stands, with what is needed to write to it. */
export interface BlockItem extends Item {
  key: string;
  /** The key or month in the sheet must be (re)written: a row typed without the add-on, copied, or doubled. */
  adopt: boolean;
  /** What stands hidden beside its day and its amount: the text that was typed, or a doubt (core/shared/doubts.ts). */
  typed?: Partial<Record<'when' | 'amount', string>>;
  /** Only for KPIs: what the hidden cells and the rank say. Totals that are no numbers are null. */
  figures?: KpiFigures;
}

/** Running totals of a KPI in its own unit, as the sheet's formulas have them. */
export interface KpiFigures {
  quarterActual: number | null;
  quarterGoal: number | null;
  yearActual: number | null;
  yearGoal: number | null;
  rank: string;
}

/** The opportunities in figures, as the sheet's formulas have them. */
export interface PipelineFigures {
  row: number;
  amount: number | null;
  coverage: number | null;
  open: number | null;
  stuck: number | null;
  commitmentsOpen: number | null;
  commitmentsLate: number | null;
  weighted: number | null;
  left: number | null;
  /** The words of the row “Closing”: what closes when, what has changed; '' where there is none. */
  closing: string;
  changes: string;
}

export interface BlockSection {
  section: Section;
  /** Sheet rows of its band, its header, and the last row that belongs to it; 0 when not found. */
  bandRow: number;
  headerRow: number;
  lastRow: number;
  items: BlockItem[];
  spares: BlockItem[];
  /** Empty rows without a key: inserted by somebody, or by a run that was cut off. */
  freeRows: number[];
}

/** A month block as it lies in the sheet. */
export interface Block {
  month: MonthKey;
  row: number;
  rows: number;
  number: number;
  state: '' | keyof typeof BAND_STATE;
  startDigest: string;
  fromMonth: MonthKey | null;
  heldOn: CellValue;
  minutes: CellValue;
  lastFocus: CellValue;
  /** As the sheet has them, in its order: a block knows its own agenda. */
  sections: BlockSection[];
  /** The lines of development; no header row in blocks that were made before there were any. */
  growth: BlockSection;
  pipeline: PipelineFigures | null;
  texts: Record<string, { row: number; value: CellValue; formula: boolean }>;
  endRow: number;
  endText: string;
  revision: string;
  /** Where the columns of the grid stand on the sheet. */
  columns: Columns;
  /** What is wrong with the columns: then nothing may be written. */
  damage: ColumnDamage | null;
}

/**
 * Reads one block: two calls (values, formulas). Rows without a key get one here, the same at every reading as long as the
 * row is the same; `adopt` says that it is not in the sheet yet.
 */
export function readBlock(tab: RepTab, place: Pick<BlockPlace, 'month' | 'row' | 'rows'>, zone: string): Block {
  const values = tab.values(place.row, place.rows);
  return parseBlock(values, tab.formulas(place.row, place.rows), place, zone, tab.columns);
}

/** All rows that people type into, the lines of development with them. */
export function allParts(block: Block): BlockSection[] {
  return [...block.sections, block.growth];
}

/** The pure part of readBlock: from cells in the columns of the grid. `columns` says where those stand on the sheet. */
export function parseBlock(
  values: RawCell[][],
  formulas: string[][],
  place: Pick<BlockPlace, 'month' | 'row' | 'rows'>,
  zone: string,
  columns = USUAL,
): Block {
  const text = (line: RawCell[], col: number) => cellText(line[col - 1], zone);
  const band = values[0] as RawCell[];
  const block: Block = {
    month: place.month,
    row: place.row,
    rows: place.rows,
    number: readHidden(band, 'number', zone) || 1,
    state: stateOf(readHidden(band, 'state', zone)),
    startDigest: readHidden(band, 'startContent', zone),
    fromMonth: readHidden(band, 'fromMonth', zone),
    heldOn: cellValue(band[COL.when - 1], zone),
    minutes: cellValue(band[COL.next - 1], zone),
    lastFocus: '',
    sections: [],
    growth: emptyPart(GROWTH, 0),
    pipeline: null,
    texts: table(),
    endRow: 0,
    endText: '',
    revision: digestOf([values.map((line) => line.map((cell) => cellValue(cell, zone))), formulas]),
    columns,
    damage: columnDamage(values, columns, place.row, zone),
  };
  const byId = new Map<string, BlockSection>([[GROWTH.id, block.growth]]);
  values.forEach((line, index) => {
    const key = text(line, HIDDEN.key);
    if (key.startsWith('section:') && line[HIDDEN.month - 1] === place.month)
      partFor(key.slice(8), line, place.row + index);
  });
  const seen = new Set<string>();
  const taken = new Set(values.map((line) => itemKey(text(line, HIDDEN.key))?.id));
  let current: BlockSection | undefined;
  // Set once rows of a block follow whose own band has been deleted: they are not this month's.
  let foreign = false;
  let closing: Partial<PipelineFigures> = {};
  values.forEach((line, index) => {
    const row = place.row + index;
    const key = text(line, HIDDEN.key);
    const month = line[HIDDEN.month - 1];
    if (key.startsWith('section:') || key === KEY.focus) foreign = isMonthKey(month) && month !== place.month;
    if (key === KEY.band || foreign) return;
    if (key === KEY.focus) {
      block.lastFocus = cellValue(line[COL.when - 1], zone);
    } else if (key.startsWith('section:')) {
      current = partFor(key.slice(8), line, row);
    } else if (key === KEY.pipeline) {
      block.pipeline = pipelineOf(line, row, zone);
    } else if (key === KEY.closing) {
      closing = { closing: text(line, COL.when), changes: text(line, COL.moved) };
    } else if (key.startsWith('header:')) {
      // A header without its band still says what stands below it.
      current = partFor(key.slice(7), [], 0);
      current.headerRow = current.lastRow = row;
    } else if (key.startsWith('text:')) {
      block.texts[key.slice(5)] = {
        row,
        value: cellValue(line[COL.when - 1], zone),
        formula: isFixed(line[COL.when - 1], formulas[index]?.[COL.when - 1]),
      };
    } else if (key === KEY.end) {
      block.endRow = row;
      block.endText = text(line, COL.when);
      current = undefined;
    } else {
      addItem(key, line, formulas[index] ?? [], row);
    }
  });
  if (block.pipeline) Object.assign(block.pipeline, closing);
  return block;

  /** The part of a section, made when it is first met. `row` is that of its band, 0 when that is gone. */
  function partFor(id: string, line: RawCell[], row: number): BlockSection {
    const known = byId.get(id);
    if (known) return known;
    const part = emptyPart(sectionOf(id, line, zone), row);
    byId.set(id, part);
    block.sections.push(part);
    return part;
  }

  /** From what stands in the row and where: a preview can name a row that has no key in the sheet yet. */
  function idFor(line: RawCell[], row: number): string {
    let id = '';
    do {
      const told = [id, place.month, row - place.row, line.map((cell) => cellValue(cell, zone))];
      id = `n${digestOf(told).slice(-7).padStart(7, '0')}`;
    } while (taken.has(id));
    taken.add(id);
    return id;
  }

  function addItem(key: string, line: RawCell[], rowFormulas: string[], row: number): void {
    const parsed = itemKey(key);
    const prefixed = parsed ? partOf(block, parsed.section) : undefined;
    // Rows whose own section has lost both band and header are not the neighbour's.
    const lost = parsed !== null && parsed.section !== 'todo' && !byId.has(parsed.section);
    const part = lost ? partFor(parsed.section, [], 0) : (current ?? prefixed);
    if (!part || (part === current && part.headerRow === 0)) return;
    const fields = fieldUses(part.section).map((use) => use.field);
    const cells: Cells = {};
    const withFormula: Field[] = [];
    for (const field of fields) {
      const col = FIELD_COL[field];
      cells[field] = cellValue(line[col - 1], zone);
      if (isFixed(line[col - 1], rowFormulas[col - 1])) withFormula.push(field);
    }
    const isGap = key === KEY.gap;
    if (part.section.kind === 'kpis' && !parsed) return;
    const blank = part.section.kind !== 'kpis' && isBlank(cells);
    // A row with nothing but a picture is no row of the record, and none to write into.
    if (blank && fields.some((field) => line[FIELD_COL[field] - 1] === ODD)) return;
    // A gap row, or a row without a key, counts only once somebody has typed into it.
    if (blank && (!parsed || isGap)) {
      if (key === '') part.freeRows.push(row);
      return;
    }
    const monthFits = line[HIDDEN.month - 1] === place.month;
    const doubled = parsed !== null && seen.has(parsed.id);
    const id = parsed === null || doubled ? idFor(line, row) : parsed.id;
    seen.add(id);
    const rowKey = itemKeyOf(part.section, id);
    const { kind } = part.section;
    const item: BlockItem = {
      id,
      key: rowKey,
      cells,
      formulas: withFormula,
      row,
      life: kind === 'existing' || kind === 'conclusion' || kind === 'growth' ? readLife(line, zone) : null,
      adopt: key !== rowKey || !monthFits,
      ...(kind === 'existing' || kind === 'new'
        ? { sourceId: readHidden(line, 'importId', zone), imported: readHidden(line, 'imported', zone) }
        : {}),
      ...(kind === 'kpis' ? { figures: figuresOf(line, zone) } : {}),
      ...typedIn(line, zone),
    };
    (blank ? part.spares : part.items).push(item);
    part.lastRow = Math.max(part.lastRow, row);
  }
}

function typedIn(line: RawCell[], zone: string): Pick<BlockItem, 'typed' | 'periodEnd'> {
  const when = readHidden(line, 'typedWhen', zone);
  const amount = readHidden(line, 'typedAmount', zone);
  const periodEnd = readHidden(line, 'periodEnd', zone);
  const typed = { ...(when ? { when } : {}), ...(amount ? { amount } : {}) };
  return { ...(when || amount ? { typed } : {}), ...(periodEnd ? { periodEnd } : {}) };
}

/** Holds a cell something that no text may be written over: a formula, or what is neither text, number nor date? */
function isFixed(cell: RawCell, formula: string | undefined): boolean {
  return (formula ?? '') !== '' || cell === ODD;
}

/** The part of a block that a key's first word stands for: "todo" is the Conclusion, "grow" the lines of development. */
export function partOf(block: Block, prefix: string): BlockSection | undefined {
  if (prefix === GROWTH.id) return block.growth;
  return block.sections.find(({ section }) =>
    prefix === 'todo' ? section.kind === 'conclusion' : section.id === prefix,
  );
}

function emptyPart(section: Section, row: number): BlockSection {
  return { section, bandRow: row, headerRow: 0, lastRow: row, items: [], spares: [], freeRows: [] };
}

/** A section from its band row: the sheet's own words, and what is known of its id where those are gone. */
function sectionOf(id: string, line: RawCell[], zone: string): Section {
  const known = knownSection(id);
  const minutes = /^\d+/.exec(cellText(line[COL.next - 1], zone));
  return {
    id,
    kind: known?.kind ?? 'notes',
    name: cellText(line[COL.who - 1], zone).replace(/^\d+\s+/, '') || (known?.name ?? id),
    question: cellText(line[COL.when - 1], zone) || (known?.question ?? ''),
    minutes: minutes ? Number(minutes[0]) : known?.kind === 'conclusion' ? null : (known?.minutes ?? 5),
  };
}

function stateOf(word: string): Block['state'] {
  return Object.values(BAND_STATE).find((state) => state === word) ?? '';
}

function figuresOf(line: RawCell[], zone: string): KpiFigures {
  return {
    quarterActual: readHidden(line, 'quarterActual', zone),
    quarterGoal: readHidden(line, 'quarterGoal', zone),
    yearActual: readHidden(line, 'yearActual', zone),
    yearGoal: readHidden(line, 'yearGoal', zone),
    rank: cellText(line[COL.since - 1], zone),
  };
}

function pipelineOf(line: RawCell[], row: number, zone: string): PipelineFigures {
  const number = (col: number) => {
    const cell = line[col - 1];
    return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
  };
  return {
    row,
    amount: number(COL.amount),
    coverage: number(COL.status),
    open: readHidden(line, 'openDeals', zone),
    stuck: readHidden(line, 'stuckDeals', zone),
    commitmentsOpen: readHidden(line, 'openCommitments', zone),
    commitmentsLate: readHidden(line, 'lateCommitments', zone),
    weighted: number(COL.why),
    left: number(COL.next),
    closing: '',
    changes: '',
  };
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
  };
}

/** A digest of everything people have typed: equal to the one made at the start means nobody has typed yet. */
export function contentDigest(block: Block): string {
  const parts = allParts(block).map((part) => [
    part.section.id,
    part.items.map((item) => [item.id, typedCells(part.section, item.cells)]),
  ]);
  const texts = Object.keys(block.texts)
    .sort()
    .map((name) => [name, String(block.texts[name]?.value ?? '')]);
  return digestOf([parts, texts]);
}

/** Without computed fields: a recalculated % of goal is nobody's typing. */
function typedCells(section: Section, cells: Cells): string[] {
  return fieldUses(section)
    .filter((use) => use.type !== 'computed')
    .map((use) => String(cells[use.field] ?? '').trim());
}
