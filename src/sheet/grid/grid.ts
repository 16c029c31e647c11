import type { Field } from '../../core/shared/fields';

/**
 * The grid of a rep's tab. What people see stands in one piece, A to H; what is the machine's is hidden to the right of it
 * (see hidden.ts), so that a block pasted over the visible columns never falls into it, and a copy never takes it along.
 * These numbers are the grid's own: where the columns stand on a sheet, on which somebody may have inserted, moved or
 * deleted some, is for columns.ts to say.
 */
export const COL = { who: 1, when: 2, why: 3, amount: 4, status: 5, moved: 6, since: 7, next: 8 } as const;

/** How many of the columns are seen. */
export const VISIBLE = 8;

/** Column of each field. */
export const FIELD_COL: Record<Field, number> = {
  who: COL.who,
  when: COL.when,
  why: COL.why,
  amount: COL.amount,
  status: COL.status,
  moved: COL.moved,
  next: COL.next,
};

/** Widths in px of the visible columns: 1,040 together. */
export const WIDTHS = [194, 84, 170, 80, 96, 170, 70, 176] as const;

/** Rows of the frozen head; the block rows start below the gap row. */
export const HEAD_ROWS = 3;
export const FIRST_BLOCK_ROW = 5;
/** Rows between the first one and the first block: what the head says of the newest month, and the gap. */
export const ROWS_ABOVE = FIRST_BLOCK_ROW - 2;

/** Row keys. Items are "<section id>:<row id>"; these are the others. */
export const KEY = {
  head: 'tab',
  band: 'band',
  focus: 'focus',
  gap: 'gap',
  end: 'end',
  section: (id: string) => `section:${id}`,
  header: (id: string) => `header:${id}`,
  item: (section: string, id: string) => `${section}:${id}`,
  todo: (id: string) => `todo:${id}`,
  grow: (id: string) => `grow:${id}`,
  pipeline: 'sum:pipeline',
  closing: 'sum:closing',
  text: (name: string) => `text:${name}`,
} as const;

/** Prefixes of keys that no section may use as its id. */
const STRUCTURE = ['section', 'header', 'text', 'sum', 'todo', 'grow', 'band', 'focus', 'gap', 'end', 'tab'];
/** Of those, the prefixes of rows that people type into. */
const ITEM_PREFIXES = ['todo', 'grow'];

/** Splits "existing:k3" into section and id; null for rows that are not items of a section. */
export function itemKey(key: string): { section: string; id: string } | null {
  const colon = key.indexOf(':');
  if (colon <= 0 || colon === key.length - 1) return null;
  const section = key.slice(0, colon);
  return STRUCTURE.includes(section) && !ITEM_PREFIXES.includes(section) ? null : { section, id: key.slice(colon + 1) };
}

/** "H21". */
export function a1(row: number, col: number): string {
  return `${columnLetter(col)}${row}`;
}

/** "H" for 8. */
export function columnLetter(col: number): string {
  let letters = '';
  for (let n = col; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** A sheet name as a formula writes it: always quoted, quotes doubled. */
export function quotedTab(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** The version of this grid, kept in each tab's hidden head cell. */
export const GRID_VERSION = 1;
