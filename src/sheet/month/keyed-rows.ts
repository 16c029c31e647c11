import { nextLife } from '../../core/deal/carry';
import { type KeyMatch, matchKeys } from '../../core/deal/match-keys';
import { nameIn, rowMark } from '../../core/deal/row-mark';
import type { Cells, Field } from '../../core/shared/fields';
import { digestOf } from '../../core/shared/hash';
import type { MonthKey } from '../../core/shared/month';
import { cellValue, type RawCell } from '../grid/cells';
import { itemKey } from '../grid/grid';
import { COLUMNS, HIDDEN, hiddenCells, readHidden } from '../grid/hidden';
import { BEHIND_KEY, canBeOwn } from '../grid/own-cells';
import type { BlockItem, BlockSection } from './block';
import { lifeCells, readLife } from './life-cells';
import { itemKeyOf } from './plan';
import { figuresOf } from './row-cells';

/** A row of a section as it lies in the sheet. */
export interface FoundRow {
  row: number;
  /** The key beside it; '' where there is none, or something that is no key. */
  key: string;
  /** Something that is no key stands where the key belongs. */
  isTypedOver: boolean;
  line: RawCell[];
  part: BlockSection;
  cells: Cells;
  formulas: Field[];
  isBlank: boolean;
}

/** A row of another month that is empty now, with the key that was left behind in it. */
export interface LeftRow {
  row: number;
  month: MonthKey;
  line: RawCell[];
}

/** Of the hidden columns those that go along when a key goes to another row. */
const ALONG = { from: HIDDEN.firstMonth, count: HIDDEN.periodEnd - HIDDEN.firstMonth + 1 } as const;

/**
 * Gives each row its key: the one that stands beside it, the one that its text has left behind elsewhere, or a new one. Puts
 * the rows into their sections. Returns the rows about whose keys it is not sure.
 */
export function placeRows(
  rows: readonly FoundRow[],
  left: readonly LeftRow[],
  place: { month: MonthKey; row: number },
  zone: string,
): KeyMatch['unsure'] {
  const typed = rows.filter(({ part }) => part.section.kind !== 'kpis');
  const match = matchKeys(
    [
      ...typed.map((found) => ({
        row: found.row,
        month: place.month,
        id: itemKey(found.key)?.id ?? '',
        mark: markBeside(found.line, zone),
        text: found.isBlank ? '' : rowMark(found.cells),
      })),
      ...left.map(({ row, month, line }) => ({
        row: -row,
        month,
        id: itemKey(String(line[HIDDEN.key - 1]))?.id ?? '',
        mark: markBeside(line, zone),
        text: '',
      })),
    ],
    place.month,
  );
  const byRow = new Map(rows.map((found) => [found.row, found]));
  const ids = new IdsOf(rows, place, zone);
  const unsure = new Set(match.unsure.flat());
  const handed: { item: BlockItem; isHeld: boolean }[] = [];
  for (const found of rows) {
    const from = match.keys.get(found.row);
    const donor = from !== undefined && from !== null ? byRow.get(from) : undefined;
    const gone = from !== undefined && from !== null && from < 0 ? left.find(({ row }) => row === -from) : undefined;
    const item = itemOf(found, zone);
    if (donor) take(item, itemKey(donor.key)?.id ?? '', donor.line);
    else if (gone) take(item, itemKey(String(gone.line[HIDDEN.key - 1]))?.id ?? '', carriedOver(gone, found, zone));
    else if (from === null || item.id === '') {
      // Its own key has gone to another row, or there is none: what is hidden beside it is not this row's.
      if (from === null && isKeyTaken(found, match, rows)) take(item, '', blankLine());
      item.id = ids.fresh(found);
    }
    ids.use(item.id);
    item.key = itemKeyOf(found.part.section, item.id);
    item.adopt = isToAdopt(item, found, place.month) && !unsure.has(found.row);
    if (item.adopt && isHeld(item, found)) item.adopt = false;
    readHiddenOf(item, found, zone);
    (found.isBlank ? found.part.spares : found.part.items).push(item);
    found.part.lastRow = Math.max(found.part.lastRow, found.row);
    if (item.moved) handed.push({ item, isHeld: !item.adopt });
  }
  // Keys that are handed on are written all together or not at all.
  if (handed.some(({ isHeld }) => isHeld)) for (const { item } of handed) item.adopt = false;
  return match.unsure;
}

/** The mark beside a key; '' where there is none, or something that is no mark. */
function markBeside(line: readonly RawCell[], zone: string): string {
  const mark = readHidden(line, 'text', zone);
  return canBeOwn('text', mark) ? mark : '';
}

function itemOf(found: FoundRow, zone: string): BlockItem {
  return {
    id: itemKey(found.key)?.id ?? '',
    key: '',
    cells: found.cells,
    formulas: found.formulas,
    row: found.row,
    life: null,
    adopt: false,
    text: found.isBlank || found.part.section.kind === 'kpis' ? '' : rowMark(found.cells),
    mark: readHidden(found.line, 'text', zone),
  };
}

function take(item: BlockItem, id: string, line: readonly RawCell[]): void {
  item.id = id;
  item.moved = line.slice(ALONG.from - 1, ALONG.from - 1 + ALONG.count);
}

/** Has the key beside this row gone to another one, so that no row of the month has it twice? */
function isKeyTaken(found: FoundRow, match: KeyMatch, rows: readonly FoundRow[]): boolean {
  return rows.some((other) => match.keys.get(other.row) === found.row);
}

function isToAdopt(item: BlockItem, found: FoundRow, month: MonthKey): boolean {
  if (found.key !== item.key || found.line[HIDDEN.month - 1] !== month || item.moved) return true;
  return item.text !== '' && nameIn(item.text) !== nameIn(item.mark);
}

/** Would a key be written over something that somebody has typed? */
function isHeld(item: BlockItem, { line, isTypedOver }: FoundRow): boolean {
  if (isTypedOver) return true;
  const written = BEHIND_KEY.filter(
    (name) => HIDDEN[name] <= HIDDEN.text || (item.moved && HIDDEN[name] < ALONG.from + ALONG.count),
  );
  return written.some((name) => !canBeOwn(name, line[HIDDEN[name] - 1]));
}

/** What is hidden beside the key, wherever that stands. */
function readHiddenOf(item: BlockItem, found: FoundRow, zone: string): void {
  const { kind } = found.part.section;
  const line = item.moved ? [...found.line.slice(0, ALONG.from - 1), ...item.moved] : found.line;
  if (kind === 'existing' || kind === 'conclusion' || kind === 'growth') item.life = readLife(line, zone);
  if (kind === 'existing' || kind === 'new') {
    item.sourceId = readHidden(line, 'importId', zone);
    item.imported = readHidden(line, 'imported', zone);
    const before = readHidden(line, 'leftStatus', zone);
    if (before !== '') item.leftStatus = before;
  }
  const about = kind === 'growth' ? readHidden(line, 'coaching', zone) : '';
  if (about !== '' && canBeOwn('coaching', about)) item.coaching = about;
  if (kind === 'kpis') item.figures = figuresOf(line, zone);
  Object.assign(item, typedIn(line, zone));
}

function typedIn(line: RawCell[], zone: string): Pick<BlockItem, 'typed' | 'periodEnd' | 'nextDay'> {
  const when = readHidden(line, 'typedWhen', zone);
  const amount = readHidden(line, 'typedAmount', zone);
  const periodEnd = readHidden(line, 'periodEnd', zone);
  const nextDay = readHidden(line, 'nextDay', zone);
  const typed = { ...(when ? { when } : {}), ...(amount ? { amount } : {}) };
  return { ...(when || amount ? { typed } : {}), ...(periodEnd ? { periodEnd } : {}), ...(nextDay ? { nextDay } : {}) };
}

/** The hidden cells of a row that was moved here from another month by hand: a deal's story goes on as if it had been carried. */
function carriedOver({ month, line }: LeftRow, { cells, part }: FoundRow, zone: string): RawCell[] {
  const said = itemKey(String(line[HIDDEN.key - 1]))?.section;
  const life = said === 'new' ? null : readLife(line, zone);
  const isDeal = part.section.kind === 'existing' || part.section.kind === 'new';
  const told = isDeal
    ? lifeCells(nextLife({ id: '', cells, formulas: [], row: 0, life }, month))
    : hiddenCells({ firstMonth: life?.firstMonth ?? month });
  told[HIDDEN.leftStatus] = '';
  // As the sheet gives them: without the apostrophe that keeps a text a text.
  return line.map((cell, index) => {
    const now = told[index + 1] ?? cell;
    return typeof now === 'string' ? now.replace(/^'/, '') : now;
  });
}

function blankLine(): RawCell[] {
  return Array.from({ length: COLUMNS }, () => '');
}

/** Ids for rows that have none yet: the same at every reading as long as the row is the same. */
class IdsOf {
  private readonly taken: Set<string>;

  constructor(
    rows: readonly FoundRow[],
    private readonly place: { month: MonthKey; row: number },
    private readonly zone: string,
  ) {
    this.taken = new Set(rows.map(({ key }) => itemKey(key)?.id ?? ''));
  }

  use(id: string): void {
    this.taken.add(id);
  }

  /** From what stands in the row and where: a preview can name a row that has no key in the sheet yet. */
  fresh({ line, row, isTypedOver }: FoundRow): string {
    // A row that gets no key before a repair keeps its name while somebody types into it.
    const told = isTypedOver
      ? String(line[HIDDEN.key - 1])
      : [row - this.place.row, line.map((cell) => cellValue(cell, this.zone))];
    let id = '';
    do id = `n${digestOf([id, this.place.month, told]).slice(-7).padStart(7, '0')}`;
    while (this.taken.has(id));
    this.taken.add(id);
    return id;
  }
}
