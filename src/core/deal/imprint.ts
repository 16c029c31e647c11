import type { CellValue, Field } from '../shared/fields';
import { digestOf } from '../shared/hash';

/** What a CRM says of a deal, by field, as short digests; a field of which it said nothing is not there. */
export type Said = Partial<Record<Field, string>>;

/** What an import wrote into a row: enough to take it back, and to see whether somebody has edited it since. */
export interface Wrote {
  /** The import's id. */
  by: string;
  /** The row itself came in with it. */
  isNew: boolean;
  /** What stood in the cells that it wrote into; of a new row nothing. */
  was: Partial<Record<Field, CellValue>>;
  /** The CRM's id that the row had, and what the CRM had said before. */
  wasId: string;
  wasSaid: Said;
  /** Digest of the cells that it wrote, of a new row of all cells, as they were right after. */
  left: string;
}

/** What an opportunity's row keeps of imports, in one hidden cell. */
export interface Imprint {
  said: Said;
  /** Null once a new month was begun with it: then nothing can be taken back any more. */
  wrote: Wrote | null;
}

export const NO_IMPRINT: Imprint = { said: {}, wrote: null };

/** A cell's value as it is compared with what an import said or wrote. Six letters: two values in two billion are alike. */
export function cellDigest(value: CellValue | undefined): string {
  return digestOf(cellWords(value)).slice(-6);
}

/** A digest of several cells of a row. */
export function cellsDigest(cells: Partial<Record<Field, CellValue>>, fields: readonly Field[]): string {
  return digestOf([...fields].sort().map((field) => [field, cellWords(cells[field])]));
}

function cellWords(value: CellValue | undefined): string {
  return String(value ?? '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

/** Longest text that is kept in the cell. Where more was written over, that import cannot be taken back. */
const MOST_TEXT = 30_000;

/** As the hidden cell has it; '' for nothing. */
export function imprintText({ said, wrote }: Imprint): string {
  if (Object.keys(said).length === 0 && !wrote) return '';
  const text = JSON.stringify(wrote ? { said, wrote } : { said });
  return text.length <= MOST_TEXT ? text : JSON.stringify({ said });
}

/** What a hidden cell says. A text that is none of ours, or was cut off by hand, says nothing. */
export function readImprint(text: string | undefined): Imprint {
  if (!text) return NO_IMPRINT;
  try {
    const read = JSON.parse(text) as Partial<Imprint> | null;
    return read && typeof read === 'object' ? { said: read.said ?? {}, wrote: read.wrote ?? null } : NO_IMPRINT;
  } catch {
    return NO_IMPRINT;
  }
}

/** What comes along into a new month: what the CRM said, and nothing that could be taken back. */
export function carriedImprint(text: string | undefined): string {
  return imprintText({ said: readImprint(text).said, wrote: null });
}
