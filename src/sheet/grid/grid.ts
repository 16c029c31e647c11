import type { Field } from '../../core/shared/fields';

/**
 * The grid of a rep's tab: fourteen columns, six of them hidden between the first and the second visible one, so that
 * whoever selects the visible cells and sorts, cuts or copies takes them along.
 */
export const COLUMNS = 14;

/** Sheet columns, 1-based. D to G hold a KPI's running amounts, or an opportunity's life. */
export const COL = {
  who: 1,
  key: 2,
  month: 3,
  /** KPI: actual of the quarter. Deal: month first seen. Band: number of the meeting. Commitment: month it was made. Pipeline: open deals. Closing: amount of this month. */
  d: 4,
  /** KPI: goal of the quarter. Deal: months unchanged. Band: state. Pipeline: stuck deals. Closing: amount of next month. */
  e: 5,
  /** KPI: actual of the year. Deal: times pushed. Band: month that was carried from. Pipeline: open commitments. Closing: amount of later months. */
  f: 6,
  /** KPI: goal of the year. Deal: how it stood at the start. Band: digest of what the month began with. Pipeline: late commitments. Closing: amount whose date has passed. */
  g: 7,
  when: 8,
  why: 9,
  amount: 10,
  status: 11,
  moved: 12,
  since: 13,
  next: 14,
} as const;

/** First and last hidden column. */
export const HIDDEN = { from: 2, count: 6 } as const;

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

/** Widths in px, A to N; the visible ones come to 1,040. */
export const WIDTHS = [194, 60, 60, 60, 60, 60, 60, 84, 170, 80, 96, 170, 70, 176] as const;

/** Rows of the frozen head; the block rows start below the gap row. */
export const HEAD_ROWS = 3;
export const FIRST_BLOCK_ROW = 5;

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

/** "N21". */
export function a1(row: number, col: number): string {
  return `${columnLetter(col)}${row}`;
}

/** "N" for 14. */
export function columnLetter(col: number): string {
  let letters = '';
  for (let n = col; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** A sheet name as a formula writes it: always quoted, quotes doubled. */
export function quotedTab(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** The hidden cell of a tab's head that holds today's date. */
export const TODAY = { row: 2, col: COL.e } as const;

/**
 * That cell as formulas and rules of the same tab write it. None of them asks for TODAY() itself: Google calculates each
 * of those anew at every edit, and ten years of months would hold hundreds.
 */
export const TODAY_CELL = `$${columnLetter(TODAY.col)}$${TODAY.row}`;

/** The version of this grid, kept in each tab's hidden head cell. */
export const GRID_VERSION = 2;
