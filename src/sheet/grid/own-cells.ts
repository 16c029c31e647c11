import { ABOUT_TEXT } from '../../core/coaching/lines';
import { isMark } from '../../core/deal/row-mark';
import { isMonthKey } from '../../core/shared/month';
import type { RawCell } from './cells';
import { itemKey, KEY } from './grid';
import { HIDDEN, type HiddenName, hiddenKind } from './hidden';

/**
 * What is the machine's in the hidden columns, and what somebody has typed or pasted there: a block of more columns than are
 * seen, or a single word.
 */

const ITEM = /^[A-Za-z]\w{0,60}:[\w-]{1,60}$/;
const FRAME = /^((section|header):[A-Za-z]\w{0,60}|text:[A-Za-z]+|sum:(pipeline|closing))$/;
/** Of rows that are a copy of a month: they stay, outside of the record. */
export const COPY = 'copy';
const SINGLE: readonly string[] = [KEY.band, KEY.focus, KEY.gap, KEY.end, COPY];

/**
 * Is this text a row's key? Something like "https://…" or "Re: offer" is none.
 * @param month what stands in the cell of the month beside it
 * @param knows is there a section of this id?
 */
export function isRowKey(text: string, month: RawCell, knows: (section: string) => boolean): boolean {
  if (SINGLE.includes(text) || FRAME.test(text)) return true;
  const item = ITEM.test(text) ? itemKey(text) : null;
  return item !== null && (['todo', 'grow'].includes(item.section) || knows(item.section) || isMonthKey(month));
}

const PATTERNS: Partial<Record<HiddenName, RegExp>> = {
  startDigest: /^[0-9a-z]{4,16}$/,
  startContent: /^[0-9a-z.= ]+$/,
  story: /^([mcsgo][npeam.])*$/,
  state: /^(moved|finished|reopened)$/,
  leftStatus: /^was:/,
  imported: /^\{/,
  coaching: ABOUT_TEXT,
};

/**
 * Can this be what the machine keeps in a hidden column? An empty cell, and what a formula gives, always; of texts that may
 * say anything (an id of a CRM) this cannot tell, and says yes. The key is for isRowKey to tell.
 */
export function canBeOwn(name: Exclude<HiddenName, 'key'>, cell: RawCell): boolean {
  if (cell === '' || cell === null || cell === undefined) return true;
  if (typeof cell === 'string' && /^#[A-Z]/.test(cell)) return true;
  if (name === 'text') return typeof cell === 'string' && isMark(cell);
  switch (hiddenKind(name)) {
    case 'month':
      return isMonthKey(cell);
    case 'number':
      return typeof cell === 'number';
    case 'day':
      return typeof cell === 'number' || typeof cell === 'object' || /^\d{4}-\d\d-\d\d$/.test(String(cell));
    default:
      return PATTERNS[name]?.test(String(cell)) ?? true;
  }
}

/** The hidden columns behind the key, by their names. */
export const BEHIND_KEY = (Object.keys(HIDDEN) as HiddenName[]).filter((name) => name !== 'key') as Exclude<
  HiddenName,
  'key'
>[];

/** Hidden columns that only rows of one kind have a use for. */
const OF_ITEMS: readonly HiddenName[] = [
  'firstMonth',
  'unchanged',
  'pushed',
  'startWhen',
  'startDigest',
  'startAmount',
  'story',
  'importId',
];
const OF_BAND: readonly HiddenName[] = ['number', 'state', 'fromMonth', 'startContent'];
/** May hold any text: such a cell alone does not tell whose it is. */
const OF_ANY_TEXT: readonly HiddenName[] = ['startAmount', 'importId', 'typedWhen', 'typedAmount', 'coaching'];

/**
 * The hidden columns of a row in which somebody has typed or pasted something. Where two cells are surely a person's, a block
 * has been pasted: what stands between them is, too, and texts right beside them. What a formula gives is nobody's.
 * @param line all columns of the grid
 * @param key the row's key; '' where there is none, or something that is no key
 * @param hasFormula of a column of the grid
 */
export function typedHidden(
  line: readonly RawCell[],
  key: string,
  hasFormula: (col: number) => boolean = () => false,
): number[] {
  const filled = (Object.keys(HIDDEN) as HiddenName[]).filter((name) => {
    const cell = line[HIDDEN[name] - 1];
    return cell !== '' && cell !== null && cell !== undefined && !hasFormula(HIDDEN[name]);
  });
  const sure = filled.filter((name) =>
    name === 'key' ? key === '' && !/^#[A-Z]/.test(String(line[HIDDEN.key - 1])) : !isOwn(name, line, key),
  );
  const [first, last] = [HIDDEN[sure[0] ?? 'key'], HIDDEN[sure[sure.length - 1] ?? 'key']];
  if (sure.length < 2) return sure.map((name) => HIDDEN[name]);
  const isText = (col: number) => OF_ANY_TEXT.some((name) => HIDDEN[name] === col && filled.includes(name));
  let [from, to] = [first, last];
  while (isText(from - 1)) from--;
  while (isText(to + 1)) to++;
  return filled.map((name) => HIDDEN[name]).filter((col) => col >= from && col <= to);
}

function isOwn(name: Exclude<HiddenName, 'key'>, line: readonly RawCell[], key: string): boolean {
  // The tab's head keeps other things in these columns, and a copy what it was copied with.
  if (key.startsWith(`${KEY.head}:`) || key === COPY) return true;
  if (!canBeOwn(name, line[HIDDEN[name] - 1])) return false;
  // Keys may have been cleared: then what stands beside them still is the machine's, as far as it reads like it.
  if (key === '') return true;
  if (OF_BAND.includes(name)) return key === KEY.band;
  return !OF_ITEMS.includes(name) || itemKey(key) !== null;
}
