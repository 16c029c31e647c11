import type { CellValue } from '../shared/fields';
import type { ImportLine, ImportTable } from './deal';

/** What a column of a CRM's table can hold for the tracker. */
export type ImportField =
  | 'id'
  | 'name'
  | 'account'
  | 'owner'
  | 'amount'
  | 'when'
  | 'stage'
  | 'next'
  | 'reason'
  | 'created'
  | 'modified';

/** Index of each field's column, 0-based; without one the table does not have it. */
export type ImportColumns = Partial<Record<ImportField, number>>;

/**
 * How the big CRMs call their columns, the surest word first; "deal", "opportunity" and "associated" in front do not
 * count. A field takes the first of its words that no field above it has taken.
 */
const NAMES: Record<ImportField, readonly string[]> = {
  id: ['record id', 'id', 'case safe id', 'object id', 'hs object id', 'id 18', 'crm id'],
  account: [
    'account name',
    'account',
    'company name',
    'company',
    'organization name',
    'organization',
    'organisation',
    'customer name',
    'customer',
    'client',
  ],
  owner: [
    'owner full name',
    'owner name',
    'owner',
    'owner email',
    'owner e mail',
    'hubspot owner',
    'sales agent',
    'sales rep',
    'sales person',
    'salesperson',
    'rep',
    'assigned to',
  ],
  amount: ['amount', 'value', 'close value', 'total value', 'amount in company currency'],
  when: ['expected close date', 'close date', 'closedate', 'expected closing date', 'closing date'],
  stage: ['status', 'stage', 'stage name', 'stagename', 'dealstage', 'pipeline stage'],
  next: ['next step', 'next steps', 'nextstep', 'next activity', 'next activity subject'],
  reason: ['lost reason', 'loss reason', 'closed lost reason', 'reason lost', 'reason for loss', 'lostreason'],
  created: ['created date', 'create date', 'created on', 'created', 'createdate', 'createddate', 'engage date'],
  modified: [
    'last modified date',
    'last modified',
    'last modified on',
    'lastmodifieddate',
    'update time',
    'last updated',
    'updated',
  ],
  name: ['name', 'title', 'dealname', 'deal', 'opportunity', 'subject', 'product name', 'product'],
};

/** The order in which the fields are offered. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  'id',
  'name',
  'account',
  'owner',
  'amount',
  'when',
  'stage',
  'next',
  'reason',
  'created',
  'modified',
];

/** A heading as it is compared: small letters and single spaces, without the word for what all columns are about. */
export function headingKey(heading: CellValue): string {
  const plain = String(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain.replace(/^(deal|opportunity|associated|primary) (?=\S)/, '').replace(/^(deal|opportunity) (?=\S)/, '');
}

/** Which column is what, by name alone. */
export function guessColumns(heading: readonly CellValue[]): ImportColumns {
  const keys = heading.map(headingKey);
  const taken = new Set<number>();
  const columns: ImportColumns = {};
  for (const field of Object.keys(NAMES) as ImportField[])
    for (const name of NAMES[field]) {
      const index = keys.findIndex((key, n) => key === name && !taken.has(n));
      if (index < 0) continue;
      columns[field] = index;
      taken.add(index);
      break;
    }
  return columns;
}

/** How far down a heading is looked for: reports begin with their title and filters. */
const HEADING_WITHIN = 20;

/** Finds the heading: of the first lines the one with the most known names, else the first that is not blank. */
export function tableOf(lines: readonly ImportLine[]): ImportTable | null {
  const filled = lines.filter(({ cells }) => cells.some((cell) => String(cell).trim() !== ''));
  const known = filled.slice(0, HEADING_WITHIN).map(({ cells }) => Object.keys(guessColumns(cells)).length);
  const most = Math.max(0, ...known);
  const at = most > 1 ? known.indexOf(most) : 0;
  const heading = filled[at]?.cells.map((cell) => String(cell).trim());
  if (!heading) return null;
  while (heading.length > 0 && heading[heading.length - 1] === '') heading.pop();
  return { heading, lines: filled.slice(at + 1) };
}

/** What still lacks before deals can be read: the id, and a name or a customer. */
export function missingColumns(columns: ImportColumns): ('id' | 'name')[] {
  return [
    ...(columns.id === undefined ? (['id'] as const) : []),
    ...(columns.name === undefined && columns.account === undefined ? (['name'] as const) : []),
  ];
}

/** All cells of a column that are not blank. */
export function columnCells(table: ImportTable, index: number | undefined): CellValue[] {
  if (index === undefined) return [];
  return table.lines.map(({ cells }) => cells[index] ?? '').filter((cell) => String(cell).trim() !== '');
}
