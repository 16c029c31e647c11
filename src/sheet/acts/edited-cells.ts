import { fieldUses } from '../../core/shared/agenda';
import { sameCurrency } from '../../core/shared/currencies';
import { dateToSerial, type IsoDate, isIsoDate } from '../../core/shared/dates';
import { type DayStyle, readDay } from '../../core/shared/days';
import { amountOfDay, doubtIn, doubtMark, likelierAmount, likelierDay } from '../../core/shared/doubts';
import type { CellValue } from '../../core/shared/fields';
import { type MoneyStyle, readMoney } from '../../core/shared/money';
import { dayToKeep, stepDay } from '../../core/shared/next-step';
import { cellText, type RawCell } from '../grid/cells';
import { COL, FIELD_COL, itemKey } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import { allParts, type Block, type BlockItem, type BlockSection } from '../month/block';

/** Cells that a person has just edited, in rows of the sheet and columns of the grid. */
export interface EditedCells {
  top: number;
  bottom: number;
  cols: ReadonlySet<number>;
  /** A single cell that was typed into; what it held before, '' for nothing, where the event says so. */
  before: string | null;
}

/** How texts are read on this sheet. */
export interface TypingStyle {
  money: MoneyStyle;
  days: DayStyle;
  /** Code of the currency that the team's amounts are in; '' where Setup names none. */
  currency: string;
}

/** A cell that is read as a day or an amount. */
interface ReadCell {
  row: number;
  field: 'when' | 'amount';
  value: CellValue;
  /** What stands hidden beside it. */
  typed: string;
  periodEnd: IsoDate | '';
  /** The row's id and the field, for remembering what has been converted. */
  id: string;
  part: BlockSection | null;
}

/** What the sheet does by itself about cells that have just been edited. */
export interface Help {
  /** Rows that need a key. */
  adopt: BlockItem[];
  /** Rows whose look was pasted along, or that have none yet, with a row of their section that has it. */
  looks: { row: number; model: number }[];
  /** Texts that become a day's number or an amount. */
  conversions: { row: number; field: 'when' | 'amount'; id: string; typed: string; value: number }[];
  /** Statuses with stray blanks, which no formula would know: "won " is won. */
  statuses: { row: number; word: string }[];
  /** Hidden cells beside it: what was typed, a doubt, the end of a period, the day of a next step; '' where none is true any more. */
  beside: { row: number; name: 'typedWhen' | 'typedAmount' | 'periodEnd' | 'nextDay'; words: string }[];
  /** Notes on cells; '' takes one away. */
  notes: { row: number; field: 'when' | 'amount'; words: string }[];
  /** Cells that were emptied or typed anew: what was remembered of them is forgotten. */
  forgotten: string[];
  /** Rows that lie over a heading now. */
  overHeadings: number;
}

/** What is remembered of earlier conversions: the text, by `id`. */
export type Remembered = Readonly<Record<string, string>>;

/**
 * Works out what the sheet does about edited cells of a month. Pure. What Google has made a date or a number of is never
 * written over: where it is unlikely, a doubt stands beside it.
 * @param lines the month's cells as read
 */
export function planHelp(
  block: Block,
  lines: readonly RawCell[][],
  edited: EditedCells,
  style: TypingStyle,
  remembered: Remembered,
): Help {
  const help: Help = {
    adopt: [],
    looks: [],
    conversions: [],
    statuses: [],
    beside: [],
    notes: [],
    forgotten: [],
    overHeadings: headingsHit(block, lines, edited),
  };
  const isEdited = ({ row }: { row: number }) => row >= edited.top && row <= edited.bottom;
  for (const part of allParts(block)) {
    const items = part.items.filter(isEdited);
    help.adopt.push(...items.filter((item) => item.adopt && !isOnlyMarkless(item, block, lines)));
    help.looks.push(...looksOf(part, items, lines, block.row, edited));
    if (edited.cols.has(COL.status)) help.statuses.push(...strayStatuses(part, items));
    if (edited.cols.has(COL.next)) help.beside.push(...stepDays(part, items, edited, style.days));
  }
  // Keys that are handed on to other rows are handed on together, also to such as were not edited.
  const moved = allParts(block).flatMap((part) =>
    [...part.items, ...part.spares].filter((item) => item.moved && item.adopt),
  );
  if (moved.length > 0) help.adopt = [...help.adopt.filter((item) => !item.moved), ...moved];
  for (const cell of readCells(block, isEdited)) if (edited.cols.has(FIELD_COL[cell.field])) helpCell(cell);
  return help;

  function helpCell(cell: ReadCell): void {
    const { row, field, value, typed, id } = cell;
    const isText = typeof value === 'string' && value.trim() !== '' && !isIsoDate(value);
    const read = isText ? readTyped(cell, style) : null;
    if (read?.value !== undefined && isSecondThought(cell, read.value)) return;
    const unsure = isText || value === '' ? null : doubtOf(cell, block, style);
    // Typed once more with the question beside it, it is meant so.
    const doubt = unsure !== null && typed === doubtMark(unsure.other) ? null : unsure;
    if (read?.value !== undefined) help.conversions.push({ row, field, id, typed: String(value), value: read.value });
    else if (typed !== '') help.forgotten.push(id);
    const name = field === 'when' ? 'typedWhen' : 'typedAmount';
    // What is kept as it was typed, and why, is known by it again.
    const keeps = read !== null && (read.value !== undefined || read.note !== '');
    const words = keeps ? String(value) : doubt === null ? '' : doubtMark(doubt.other);
    if (words !== typed) help.beside.push({ row, name, words });
    const ends = read?.periodEnd ?? '';
    if (field === 'when' && ends !== cell.periodEnd) help.beside.push({ row, name: 'periodEnd', words: ends });
    const note = read?.note ?? doubt?.note ?? '';
    const wasNoted = doubtIn(typed) !== null || isAmbiguous(cell, typed, style);
    if (words !== typed && (note !== '' || wasNoted)) help.notes.push({ row, field, words: note });
  }

  /** The same text coming back, typed again or by undo, stays: somebody wants it so. */
  function isSecondThought({ value, typed, id }: ReadCell, read: number): boolean {
    const before = edited.before === null || edited.before === '' ? null : Number(edited.before);
    if (before !== null && !Number.isNaN(before)) return before === read;
    return typed === value || remembered[id] === value;
  }
}

/** A row that waited with its key and has just been typed into: its mark can wait for the next act. */
function isOnlyMarkless({ key, mark, row }: BlockItem, block: Block, lines: readonly RawCell[][]): boolean {
  const line = lines[row - block.row] ?? [];
  return mark === '' && line[HIDDEN.key - 1] === key && line[HIDDEN.month - 1] === block.month;
}

/** The cells of a month that hold days and amounts, in some rows. */
function readCells(block: Block, isEdited: (row: { row: number }) => boolean): ReadCell[] {
  const cells: ReadCell[] = [];
  for (const part of allParts(block))
    for (const item of [...part.items, ...part.spares].filter(isEdited))
      for (const { field, type } of fieldUses(part.section)) {
        if ((field !== 'when' || type !== 'date') && (field !== 'amount' || type !== 'number')) continue;
        if (item.formulas.includes(field)) continue;
        const value = item.cells[field] ?? '';
        const id = `${item.key} ${field}`;
        const [typed, periodEnd] = [item.typed?.[field] ?? '', item.periodEnd ?? ''];
        cells.push({ row: item.row, field, value, typed, periodEnd, id, part });
      }
  const next = block.texts.nextDate;
  if (next && !next.formula && isEdited(next))
    cells.push({
      row: next.row,
      field: 'when',
      value: next.value,
      typed: '',
      periodEnd: '',
      id: 'nextDate',
      part: null,
    });
  return cells;
}

function strayStatuses({ section }: BlockSection, items: readonly BlockItem[]): Help['statuses'] {
  if (!fieldUses(section).some(({ type }) => type === 'status')) return [];
  return items.flatMap(({ row, cells: { status }, formulas }) => {
    if (typeof status !== 'string' || formulas.includes('status')) return [];
    const word = status.replace(/[\s\p{Cf}]+/gu, ' ').trim();
    return word === status ? [] : [{ row, word }];
  });
}

/** The days that next steps name. Of a block that was pasted or dragged, a day that is known already stays. */
function stepDays(
  { section }: BlockSection,
  items: readonly BlockItem[],
  edited: EditedCells,
  style: DayStyle,
): Help['beside'] {
  if (section.kind === 'conclusion') return [];
  return items.flatMap(({ row, cells, nextDay = '', formulas }) => {
    const text = formulas.includes('next') ? '' : String(cells.next ?? '');
    const known = edited.top < edited.bottom ? stepDay(text, nextDay, style) : '';
    const words = known || dayToKeep(text, style);
    return words === nextDay ? [] : [{ row, name: 'nextDay' as const, words }];
  });
}

interface Typed {
  /** The number that it becomes; left out where it stays as it is. */
  value?: number;
  periodEnd?: IsoDate;
  /** How it was read, where it can be read in two ways, or why it does not count. */
  note: string;
}

function readTyped({ field, value }: Pick<ReadCell, 'field' | 'value'>, style: TypingStyle): Typed | null {
  const doubt = (read: { value: CellValue; other: CellValue }) =>
    `“${value}” read as ${read.value}. It may also be ${read.other}.`;
  if (field === 'when') {
    const read = readDay(value, style.days);
    if (read.is === 'period') return { periodEnd: read.to, note: '' };
    if (read.is !== 'value' && read.is !== 'ambiguous') return null;
    return { value: dateToSerial(read.value), note: read.is === 'ambiguous' ? doubt(read) : '' };
  }
  const read = readMoney(value, style.money);
  if (read.is !== 'value' && read.is !== 'ambiguous') return null;
  // An amount in another currency is none that counts: it stays what was typed.
  if (style.currency !== '' && read.currency !== '' && !sameCurrency(read.currency, style.currency))
    return { note: `Not counted: the team’s amounts are in ${style.currency}.` };
  return { value: read.value, note: read.is === 'ambiguous' ? doubt(read) : '' };
}

/** Was a text that stands beside a cell one that can be read in two ways? Then a note says so. */
function isAmbiguous({ field }: ReadCell, typed: string, style: TypingStyle): boolean {
  return typed !== '' && (readTyped({ field, value: typed }, style)?.note ?? '') !== '';
}

/** What Google has made of a text and was perhaps meant otherwise. */
function doubtOf(
  { value, field, part, row }: ReadCell,
  block: Block,
  { days: { today }, money }: TypingStyle,
): { other: IsoDate | number; note: string } | null {
  if (field === 'when') {
    const other = isIsoDate(value) ? likelierDay(value, today) : null;
    return other === null ? null : { other, note: `Passed: next year? (${other})` };
  }
  if (typeof value !== 'number' || (part?.section.kind !== 'new' && part?.section.kind !== 'existing')) return null;
  const others = block.sections
    .filter(({ section }) => section.kind === 'new' || section.kind === 'existing')
    .flatMap(({ items }) => items)
    .flatMap(({ row: at, cells: { amount } }) => (at !== row && typeof amount === 'number' ? [amount] : []));
  const other = likelierAmount(value, others) ?? (money.decimal === ',' ? amountOfDay(value, today) : null);
  return other === null ? null : { other, note: `${value}? Or ${other}?` };
}

/** Rows of a section that need its look: new ones without a key, and, of a pasted block, all that it covers. */
function looksOf(
  part: BlockSection,
  items: readonly BlockItem[],
  lines: readonly RawCell[][],
  top: number,
  edited: EditedCells,
): Help['looks'] {
  const isPasted = edited.top < edited.bottom && edited.cols.size > 1;
  const isKeyless = ({ row }: BlockItem) => String(lines[row - top]?.[HIDDEN.key - 1] ?? '') === '';
  const needing = items.filter((item) => isPasted || isKeyless(item));
  const model = [...part.items, ...part.spares].find(
    (item) => !isKeyless(item) && (item.row < edited.top || item.row > edited.bottom),
  );
  return model ? needing.map(({ row }) => ({ row, model: model.row })) : [];
}

/** Headings and bands that a block of several rows was pasted over: their own words are gone. */
function headingsHit(block: Block, lines: readonly RawCell[][], edited: EditedCells): number {
  if (edited.top === edited.bottom || !edited.cols.has(COL.who)) return 0;
  const parts = allParts(block);
  let hit = 0;
  for (let row = Math.max(edited.top, block.row); row <= edited.bottom; row++) {
    const line = lines[row - block.row];
    const key = String(line?.[HIDDEN.key - 1] ?? '');
    const said = cellText(line?.[COL.who - 1], '');
    const part = parts.find(({ headerRow }) => headerRow === row);
    if (key.startsWith('header:') && part && said !== fieldUses(part.section)[0]?.label) hit++;
    else if (key.startsWith('section:') && !/^\d+ {2}\S/.test(said)) hit++;
    else if (key === 'band' && !/ · #?\d+$/.test(said)) hit++;
    else if (itemKey(key) === null && key.startsWith('sum:') && !/^(Pipeline|Closing)$/.test(said)) hit++;
  }
  return hit;
}
