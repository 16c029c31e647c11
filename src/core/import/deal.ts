import type { IsoDate } from '../shared/dates';
import type { CellValue } from '../shared/fields';
import { foldedWords } from '../shared/fold';
import { digestOf } from '../shared/hash';

/** A table as it came in: a file's text, or a tab of the spreadsheet. */
export interface ImportTable {
  heading: string[];
  lines: ImportLine[];
}

/** One record of a table. `line` is the line of the text that it begins on, or its row in the tab; 1-based. */
export interface ImportLine {
  line: number;
  cells: CellValue[];
}

/** A deal as the CRM has it, read and checked. Blank texts mean that the CRM says nothing. */
export interface ImportDeal {
  line: number;
  /** The CRM's own id of it; of a table without ids one that is made of customer and name (`idOfName`). Never blank. */
  id: string;
  name: string;
  account: string;
  /** The owner as the CRM writes one: a name, an e-mail or both. */
  owner: string;
  amount: number | '';
  when: IsoDate | '';
  /** A status of Setup; '' is moving. */
  status: string;
  next: string;
  /** Why it was lost. */
  reason: string;
  created: IsoDate | '';
}

/** What stands in "who / what": the customer, and below it what it is about; in one line where one says it all. */
export function whoOf({ name, account }: Pick<ImportDeal, 'name' | 'account'>): string {
  if (account === '' || holdsWords(name, account)) return name || account;
  return name === '' ? account : `${account}\n${name}`;
}

/** Does a text hold another one as whole words? "Kiln refit for Halm" holds "Halm", "Training" does not hold "ING". */
function holdsWords(text: string, part: string): boolean {
  const words = foldedWords(part).join(' ');
  return words !== '' && ` ${foldedWords(text).join(' ')} `.includes(` ${words} `);
}

/** Names are compared without regard to case and spaces. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Ids are compared by this: Salesforce writes one id with 15 characters in reports and with 18 elsewhere. */
export function idKey(id: string): string {
  const kept = keptId(id);
  return /^00[0-9a-zA-Z]{16}$/.test(kept) ? kept.slice(0, 15) : kept;
}

/** An id as the sheet keeps it, between bars. */
export function keptId(id: string): string {
  return id.replace(/[|\s]+/g, ' ').trim();
}

/**
 * The id of a deal whose table has none: made of customer and name, so that the same deal has the same one next month
 * and a row of it is known again whatever its text has become. A later table with ids finds it by this, too.
 */
export function idOfName({ name, account }: Pick<ImportDeal, 'name' | 'account'>): string {
  return `~${digestOf([foldedWords(account).join(' '), foldedWords(name).join(' ')])}`;
}

/** Is this an id made of customer and name? */
export function isIdOfName(id: string): boolean {
  return id.startsWith('~');
}
