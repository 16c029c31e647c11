import { nameKey } from './deal';

/** What a line of the table "Import" in Setup is about. */
export const MEMORY_KINDS = ['column', 'stage', 'owner', 'days', 'amounts', 'currency'] as const;
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/**
 * Something that a person has said about a CRM's tables, as it stands in Setup for the next import: what the file says and
 * what it means, in words that can be read and changed by hand.
 */
export interface ImportMemory {
  what: MemoryKind;
  said: string;
  means: string;
}

/** In place of a heading: the table has no such column. */
export const NO_COLUMN = '(none)';

/** Do two lines of Setup speak of the same thing? */
export function sameMemory(a: ImportMemory, b: ImportMemory): boolean {
  if (a.what !== b.what) return false;
  // There can be many columns that a file does not have.
  if (a.what === 'column' && a.said === NO_COLUMN && nameKey(a.means) !== nameKey(b.means)) return false;
  return nameKey(a.said) === nameKey(b.said);
}
