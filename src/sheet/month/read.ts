import { fieldUses, GROWTH, knownSection, type Section } from '../../core/shared/agenda';
import type { Cells, CellValue, Field } from '../../core/shared/fields';
import { digestOf } from '../../core/shared/hash';
import { isMonthKey, type MonthKey } from '../../core/shared/month';
import type { Item, Life, MonthRecord } from '../../core/shared/record';
import { isBlank } from '../../core/shared/record';
import { table } from '../../core/shared/table';
import { cellText, cellValue, ODD, type RawCell, readCells, withoutBlankEnd } from '../grid/cells';
import { COL, COLUMNS, FIELD_COL, FIRST_BLOCK_ROW, itemKey, KEY } from '../grid/grid';
import { movedColumn } from './column-check';
import { BAND_STATE, itemKeyOf } from './plan';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where the blocks of a tab lie, from its key column. */
export interface TabIndex {
  /** The rep's id from the hidden head cell; '' on other tabs. */
  repId: string;
  /** Newest first, as on the sheet. */
  blocks: BlockPlace[];
  /** The grid's version from the hidden head cell; null where it says none. */
  version: number | null;
  /** Key and month of each row from row 1 on, as the sheet has them. */
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

/** Reads the key and month columns whole (one call) and finds the blocks. */
export function readTabIndex(sheet: Sheet): TabIndex {
  if (sheet.getMaxColumns() < COLUMNS) return { repId: '', blocks: [], version: null, keys: [] };
  const all = readCells(sheet.getRange(1, COL.key, sheet.getMaxRows(), 2));
  const keys = withoutBlankEnd(all);
  const index = indexOf(keys);
  const oldest = index.blocks[index.blocks.length - 1];
  if (!oldest || keys.slice(oldest.row - 1).some(([key]) => key === KEY.end)) return index;
  // Its end line has gone: rows without a key may follow that somebody has typed.
  return indexOf(all.slice(0, Math.max(keys.length, sheet.getLastRow())));
}

/** The pure part of readTabIndex: from key and month of each row. */
export function indexOf(keys: RawCell[][]): TabIndex {
  const repId = repIdOf(String(keys[0]?.[0] ?? ''));
  const version = keys[0]?.[1];
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
  return { repId, blocks, version: isVersion(version) ? version : null, keys };
}

function isVersion(cell: RawCell): cell is number {
  return typeof cell === 'number' && Number.isInteger(cell) && cell > 0;
}

/** The hidden head cell says "tab:<rep id>". */
export function repIdOf(headKey: string): string {
  return headKey.startsWith(`${KEY.head}:`) ? headKey.slice(KEY.head.length + 1) : '';
}

/** One item row as it stands, with what is needed to write to it. */
export interface BlockItem extends Item {
  key: string;
  /** The key or month in the sheet must be (re)written: a row typed without the add-on, copied, or doubled. */
  adopt: boolean;
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
  /** Column of that text: H, or A in months of the first grid. */
  endCol: number;
  revision: string;
  /** Cell of a label that does not stand in its column, '' when the columns are where they belong: then nothing may be written. */
  moved: string;
}

/**
 * Reads one block: two calls (values, formulas). Rows without a key get one here, the same at every reading as long as the
 * row is the same; `adopt` says that it is not in the sheet yet.
 */
export function readBlock(sheet: Sheet, place: Pick<BlockPlace, 'month' | 'row' | 'rows'>, zone: string): Block {
  const range = sheet.getRange(place.row, 1, place.rows, COLUMNS);
  const values = readCells(range);
  const formulas = range.getFormulas();
  return parseBlock(values, formulas, place, zone);
}

/** All rows that people type into, the lines of development with them. */
export function allParts(block: Block): BlockSection[] {
  return [...block.sections, block.growth];
}

/** The pure part of readBlock. */
export function parseBlock(
  values: RawCell[][],
  formulas: string[][],
  place: Pick<BlockPlace, 'month' | 'row' | 'rows'>,
  zone: string,
): Block {
  const text = (line: RawCell[], col: number) => cellText(line[col - 1], zone);
  const band = values[0] as RawCell[];
  const block: Block = {
    month: place.month,
    row: place.row,
    rows: place.rows,
    number: Number(band[COL.d - 1]) || 1,
    state: stateOf(text(band, COL.e)),
    startDigest: text(band, COL.g),
    fromMonth: isMonthKey(band[COL.f - 1]) ? (band[COL.f - 1] as MonthKey) : null,
    heldOn: cellValue(band[COL.when - 1], zone),
    minutes: cellValue(band[COL.next - 1], zone),
    lastFocus: '',
    sections: [],
    growth: emptyPart(GROWTH, 0),
    pipeline: null,
    texts: table(),
    endRow: 0,
    endText: '',
    endCol: COL.when,
    revision: digestOf([values.map((line) => line.map((cell) => cellValue(cell, zone))), formulas]),
    moved: movedColumn(values, place.row, zone),
  };
  const byId = new Map<string, BlockSection>([[GROWTH.id, block.growth]]);
  values.forEach((line, index) => {
    const key = text(line, COL.key);
    if (key.startsWith('section:') && line[COL.month - 1] === place.month)
      partFor(key.slice(8), line, place.row + index);
  });
  const seen = new Set<string>();
  const taken = new Set(values.map((line) => itemKey(text(line, COL.key))?.id));
  let current: BlockSection | undefined;
  // Set once rows of a block follow whose own band has been deleted: they are not this month's.
  let foreign = false;
  let closing: Partial<PipelineFigures> = {};
  values.forEach((line, index) => {
    const row = place.row + index;
    const key = text(line, COL.key);
    const month = line[COL.month - 1];
    if (key.startsWith('section:') || key === KEY.focus) foreign = isMonthKey(month) && month !== place.month;
    if (key === KEY.band || foreign) return;
    if (key === KEY.focus) {
      block.lastFocus = cellValue(line[COL.when - 1], zone);
    } else if (key.startsWith('section:')) {
      current = partFor(key.slice(8), line, row);
    } else if (key === KEY.pipeline) {
      block.pipeline = pipelineOf(line, row);
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
      block.endCol = text(line, COL.when) === '' && text(line, COL.who) !== '' ? COL.who : COL.when;
      block.endText = text(line, block.endCol);
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
    const monthFits = line[COL.month - 1] === place.month;
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
      life: kind === 'existing' || kind === 'conclusion' || kind === 'growth' ? lifeOf(line, zone) : null,
      adopt: key !== rowKey || !monthFits,
      ...(kind === 'existing' || kind === 'new' ? { sourceId: startParts(line, zone)[4] ?? '' } : {}),
      ...(kind === 'kpis' ? { figures: figuresOf(line, zone) } : {}),
    };
    (blank ? part.spares : part.items).push(item);
    part.lastRow = Math.max(part.lastRow, row);
  }
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

function numberOrNull(cell: RawCell): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

function figuresOf(line: RawCell[], zone: string): KpiFigures {
  return {
    quarterActual: numberOrNull(line[COL.d - 1]),
    quarterGoal: numberOrNull(line[COL.e - 1]),
    yearActual: numberOrNull(line[COL.f - 1]),
    yearGoal: numberOrNull(line[COL.g - 1]),
    rank: cellText(line[COL.since - 1], zone),
  };
}

function pipelineOf(line: RawCell[], row: number): PipelineFigures {
  return {
    row,
    amount: numberOrNull(line[COL.amount - 1]),
    coverage: numberOrNull(line[COL.status - 1]),
    open: numberOrNull(line[COL.d - 1]),
    stuck: numberOrNull(line[COL.e - 1]),
    commitmentsOpen: numberOrNull(line[COL.f - 1]),
    commitmentsLate: numberOrNull(line[COL.g - 1]),
    weighted: numberOrNull(line[COL.why - 1]),
    left: numberOrNull(line[COL.next - 1]),
    closing: '',
    changes: '',
  };
}

function lifeOf(line: RawCell[], zone: string): Life | null {
  const first = line[COL.d - 1];
  if (!isMonthKey(first)) return null;
  const start = startParts(line, zone);
  return {
    firstMonth: first,
    monthsUnchanged: Number(line[COL.e - 1]) || 0,
    timesPushed: Number(line[COL.f - 1]) || 0,
    startWhen: start[0] ?? '',
    startDigest: start[1] ?? '',
    startAmount: start[2] ?? null,
    story: start[3] ?? '',
  };
}

/** The hidden cell's parts: date, digest and amount at the month's start, the story, the id in the CRM. */
function startParts(line: RawCell[], zone: string): string[] {
  return cellText(line[COL.g - 1], zone).split('|');
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
