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
const SINGLE: readonly string[] = [KEY.band, KEY.focus, KEY.gap, KEY.end, 'copy'];

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
  startDigest: /^[0-9a-z]+$/,
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
