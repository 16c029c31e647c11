import type { Section } from '../core/agenda';
import { fieldUses } from '../core/agenda';
import type { Cells, CellValue, Field } from '../core/fields';
import { digestOf } from '../core/hash';
import { isMonthKey, type MonthKey } from '../core/month';
import type { Item, Life, MonthRecord } from '../core/record';
import { isBlank } from '../core/record';
import { cellText, cellValue, newId, type RawCell } from './cells';
import { COL, COLUMNS, FIELD_COL, FIRST_BLOCK_ROW, itemKey, KEY } from './grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where the blocks of a tab lie, from its key column. */
export interface TabIndex {
  /** The rep's id from the hidden head cell; '' on other tabs. */
  repId: string;
  /** Newest first, as on the sheet. Rows are 1-based; `rows` counts the band and everything below it. */
  blocks: { month: MonthKey; row: number; rows: number }[];
}

/** Reads the key and month columns whole (one call) and finds the blocks. */
export function readTabIndex(sheet: Sheet): TabIndex {
  const lastRow = sheet.getLastRow();
  if (lastRow < 1 || sheet.getMaxColumns() < COLUMNS) return { repId: '', blocks: [] };
  const keys = sheet.getRange(1, COL.key, lastRow, 2).getValues() as RawCell[][];
  const repId = repIdOf(String(keys[0]?.[0] ?? ''));
  const blocks: TabIndex['blocks'] = [];
  for (let index = FIRST_BLOCK_ROW - 1; index < keys.length; index++) {
    const [key, month] = keys[index] as [RawCell, RawCell];
    if (key !== KEY.band || !isMonthKey(month)) continue;
    const last = blocks[blocks.length - 1];
    if (last) last.rows = index + 1 - last.row;
    blocks.push({ month, row: index + 1, rows: 0 });
  }
  const last = blocks[blocks.length - 1];
  if (last) last.rows = lastRow + 1 - last.row;
  return { repId, blocks };
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
}

export interface BlockSection {
  section: Section;
  /** Sheet rows of its band, its header, and the last row that belongs to it; 0 when not found. */
  bandRow: number;
  headerRow: number;
  lastRow: number;
  items: BlockItem[];
  spares: BlockItem[];
}

/** A month block as it lies in the sheet. */
export interface Block {
  month: MonthKey;
  row: number;
  rows: number;
  number: number;
  state: '' | 'finished';
  startDigest: string;
  fromMonth: MonthKey | null;
  heldOn: CellValue;
  minutes: CellValue;
  lastFocus: CellValue;
  sections: BlockSection[];
  texts: Record<string, { row: number; value: CellValue; formula: boolean }>;
  endRow: number;
  endText: string;
  revision: string;
}

/** Reads one block: two calls (values, formulas). Rows without a key get one here; `adopt` says that it is not in the sheet yet. */
export function readBlock(
  sheet: Sheet,
  place: { month: MonthKey; row: number; rows: number },
  agenda: readonly Section[],
  zone: string,
): Block {
  const range = sheet.getRange(place.row, 1, place.rows, COLUMNS);
  const values = range.getValues() as RawCell[][];
  const formulas = range.getFormulas();
  return parseBlock(values, formulas, place, agenda, zone);
}

/** The pure part of readBlock. */
export function parseBlock(
  values: RawCell[][],
  formulas: string[][],
  place: { month: MonthKey; row: number; rows: number },
  agenda: readonly Section[],
  zone: string,
): Block {
  const text = (line: RawCell[], col: number) => cellText(line[col - 1], zone);
  const band = values[0] as RawCell[];
  const block: Block = {
    month: place.month,
    row: place.row,
    rows: place.rows,
    number: Number(band[COL.d - 1]) || 1,
    state: text(band, COL.e) === 'finished' ? 'finished' : '',
    startDigest: text(band, COL.g),
    fromMonth: isMonthKey(band[COL.f - 1]) ? (band[COL.f - 1] as MonthKey) : null,
    heldOn: cellValue(band[COL.when - 1], zone),
    minutes: cellValue(band[COL.next - 1], zone),
    lastFocus: '',
    sections: agenda.map((section) => ({ section, bandRow: 0, headerRow: 0, lastRow: 0, items: [], spares: [] })),
    texts: {},
    endRow: 0,
    endText: '',
    revision: digestOf([values.map((line) => line.map((cell) => cellValue(cell, zone))), formulas]),
  };
  const byId = new Map(block.sections.map((part) => [part.section.id, part]));
  const seen = new Set<string>();
  let current: BlockSection | undefined;
  // Set once rows of a block follow whose own band has been deleted: they are not this month's.
  let foreign = false;
  values.forEach((line, index) => {
    const row = place.row + index;
    const key = text(line, COL.key);
    const month = line[COL.month - 1];
    if (key.startsWith('section:') || key === KEY.focus) foreign = isMonthKey(month) && month !== place.month;
    if (key === KEY.band || foreign) return;
    if (key === KEY.focus) {
      block.lastFocus = cellValue(line[COL.when - 1], zone);
    } else if (key.startsWith('section:')) {
      current = byId.get(key.slice(8));
      if (current) current.bandRow = current.lastRow = row;
    } else if (key.startsWith('header:')) {
      if (current) current.headerRow = current.lastRow = row;
    } else if (key.startsWith('text:')) {
      block.texts[key.slice(5)] = {
        row,
        value: cellValue(line[COL.when - 1], zone),
        formula: (formulas[index]?.[COL.when - 1] ?? '') !== '',
      };
    } else if (key === KEY.end) {
      block.endRow = row;
      block.endText = text(line, COL.who);
      current = undefined;
    } else {
      addItem(key, line, formulas[index] ?? [], row);
    }
  });
  return block;

  function addItem(key: string, line: RawCell[], rowFormulas: string[], row: number): void {
    const parsed = itemKey(key);
    const prefixed = parsed ? byId.get(parsed.section === 'todo' ? conclusionId(agenda) : parsed.section) : undefined;
    const part = current ?? prefixed;
    if (!part || (part.headerRow === 0 && current)) return;
    const fields = fieldUses(part.section).map((use) => use.field);
    const cells: Cells = {};
    const withFormula: Field[] = [];
    for (const field of fields) {
      const col = FIELD_COL[field];
      cells[field] = cellValue(line[col - 1], zone);
      if ((rowFormulas[col - 1] ?? '') !== '') withFormula.push(field);
    }
    const isGap = key === KEY.gap;
    if (part.section.kind === 'kpis' && !parsed) return;
    const blank = part.section.kind !== 'kpis' && isBlank(cells);
    // A gap row, or a row without a key, counts only once somebody has typed into it.
    if (blank && (!parsed || isGap)) return;
    const monthFits = line[COL.month - 1] === place.month;
    const prefix = part.section.kind === 'conclusion' ? 'todo' : part.section.id;
    const keyFits = parsed !== null && parsed.section === prefix;
    const doubled = parsed !== null && seen.has(parsed.id);
    const id = parsed === null || doubled ? newId() : parsed.id;
    seen.add(id);
    const item: BlockItem = {
      id,
      key: `${prefix}:${id}`,
      cells,
      formulas: withFormula,
      row,
      life: part.section.kind === 'existing' || part.section.kind === 'conclusion' ? lifeOf(line, zone) : null,
      adopt: !keyFits || !monthFits || doubled,
    };
    (blank ? part.spares : part.items).push(item);
    part.lastRow = Math.max(part.lastRow, row);
  }
}

function conclusionId(agenda: readonly Section[]): string {
  return agenda.find((section) => section.kind === 'conclusion')?.id ?? 'conclusion';
}

function lifeOf(line: RawCell[], zone: string): Life | null {
  const first = line[COL.d - 1];
  if (!isMonthKey(first)) return null;
  const start = cellText(line[COL.g - 1], zone);
  const bar = start.indexOf('|');
  return {
    firstMonth: first,
    monthsUnchanged: Number(line[COL.e - 1]) || 0,
    timesPushed: Number(line[COL.f - 1]) || 0,
    startWhen: bar > 0 ? start.slice(0, bar) : '',
    startDigest: bar >= 0 ? start.slice(bar + 1) : '',
  };
}

/** The block in the words of the core. */
export function recordOf(block: Block): MonthRecord {
  const value = (name: string): CellValue => block.texts[name]?.value ?? '';
  return {
    month: block.month,
    number: block.number,
    sections: block.sections.map((part) => ({ id: part.section.id, items: part.items })),
    commitments: block.sections.find((part) => part.section.kind === 'conclusion')?.items ?? [],
    observed: value('observed'),
    focus: value('focus'),
    takeaway: value('takeaway'),
    nextDate: value('nextDate'),
  };
}

/** A digest of everything people have typed: equal to the one made at the start means nobody has typed yet. */
export function contentDigest(block: Block): string {
  const parts = block.sections.map((part) => [
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
