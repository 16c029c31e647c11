import type { Cells, CellValue, Field } from '../shared/fields';
import { digestOf } from '../shared/hash';

/**
 * A row's text as a short word, which stands beside the key that was given to it: so a key that stayed behind finds its
 * text again. First what the row is called, then a few letters for each cell that tells two of the same name apart.
 */

/** What a row is called by is the first of these that holds anything. */
const NAMES: readonly Field[] = ['who', 'why', 'next', 'moved', 'when', 'amount', 'status'];
/** Cells that tell rows of the same name apart. "What moved" is emptied by each month. */
const TELLING: readonly Field[] = ['when', 'why', 'amount', 'status', 'next'];

const NAME_LENGTH = 8;
const CELL_LENGTH = 3;
/** Three letters of a cell that is empty. */
const EMPTY = '---';
const MARK = new RegExp(`^t[0-9a-z]{${NAME_LENGTH}}([0-9a-z-]{${CELL_LENGTH}}){${TELLING.length}}$`);

/** The mark of a row; '' when nobody has written anything into it. It begins with a letter: no cell takes it for a number. */
export function rowMark(cells: Cells): string {
  const name = NAMES.map((field) => plain(cells[field])).find((text) => text !== '');
  if (name === undefined) return '';
  return `t${short(name, NAME_LENGTH)}${TELLING.map((field) => cellMark(cells[field])).join('')}`;
}

/** Is this text a mark, and not something that a person typed? */
export function isMark(text: string): boolean {
  return MARK.test(text);
}

/** The part of a mark that says what the row is called; '' of no mark. */
export function nameIn(mark: string): string {
  return mark.slice(0, 1 + NAME_LENGTH);
}

/** Of the cells in which two rows differ: how many are in the first as a mark has them, and how many in the second. Empty ones tell nothing. */
export function likeness(mark: string, one: string, other: string): { one: number; other: number } {
  const count = { one: 0, other: 0 };
  for (let at = 1 + NAME_LENGTH; at < mark.length; at += CELL_LENGTH) {
    const [told, a, b] = [mark, one, other].map((text) => text.slice(at, at + CELL_LENGTH));
    if (told === EMPTY || a === b) continue;
    if (told === a) count.one++;
    if (told === b) count.other++;
  }
  return count;
}

function cellMark(value: CellValue | undefined): string {
  const text = plain(value);
  return text === '' ? EMPTY : short(text, CELL_LENGTH);
}

function short(text: string, length: number): string {
  return digestOf(text).padStart(length, '0').slice(-length);
}

function plain(value: CellValue | undefined): string {
  return String(value ?? '')
    .trim()
    .replace(/\s+/g, ' ');
}
