import { type Status, statusOf } from '../deal/carry';
import { cellDigest, readImprint, type Said } from '../deal/imprint';
import type { Cells, CellValue, Field } from '../shared/fields';
import { type ImportDeal, nameKey, whoOf } from './deal';
import type { KnownRow } from './known';

/** A cell that an import would change. */
export interface ImportChange {
  field: Field;
  was: CellValue;
  now: CellValue;
}

/** How a row and what the CRM says of its deal differ. */
export interface RowDifference {
  /** Cells that are written. */
  changes: ImportChange[];
  /** Cells that a person has changed since the last import, or typed before the first: they stay. */
  conflicts: ImportChange[];
  /** Cells with a formula of a person's own that would have to be written. */
  formulas: Field[];
}

/** Does this word close a deal? */
export function closes(word: CellValue | undefined, statuses: readonly Status[]): boolean {
  const status = statusOf(word, statuses);
  return status !== null && status !== 'unknown' && status.closes;
}

/** What the CRM says, by the fields of a row; '' where it says nothing. */
export function cellsOf(deal: ImportDeal, statuses: readonly Status[]): Cells {
  const lost = statusOf(deal.status, statuses);
  const isLost = lost !== null && lost !== 'unknown' && lost.closes && !lost.won;
  return {
    who: whoOf(deal),
    when: deal.when,
    amount: deal.amount,
    status: deal.status,
    next: deal.next,
    moved: isLost ? deal.reason : '',
  };
}

/** What the row is to remember as said by the CRM. Where it says nothing now, what it said before counts; moving is said. */
export function saidNow(deal: ImportDeal, statuses: readonly Status[], before: Said = {}): Said {
  const said: Said = { ...before };
  for (const [field, value] of Object.entries(cellsOf(deal, statuses)) as [Field, CellValue][])
    if (value !== '' || field === 'status') said[field] = cellDigest(value);
  return said;
}

/**
 * Compares a row with its deal. What the CRM leaves blank stays. A cell that is as the last import left it, or blank, takes
 * what the CRM says now; any other is a person's. Next step and the reason of a loss are a person's as soon as one stands
 * there. "Moving" is no more than "not closed": it changes only what the CRM itself had said, and speaks against a closed row.
 * @param isNewLink the row was typed by hand and is taken for this deal only now
 * @param forced fields in which the CRM counts whatever a person has typed
 */
export function compareRow(
  row: KnownRow,
  deal: ImportDeal,
  statuses: readonly Status[],
  { isNewLink = false, forced = new Set<Field>() as ReadonlySet<Field> } = {},
): RowDifference {
  const found: RowDifference = { changes: [], conflicts: [], formulas: [] };
  const { said } = readImprint(row.imported);
  // A row from before imports kept count of what they said: as they did then, the CRM counts.
  const isUntold = !isNewLink && Object.keys(said).length === 0;
  const cells = cellsOf(deal, statuses);
  for (const field of ['who', 'when', 'amount', 'status', 'next', 'moved'] as const) {
    const [was, now] = [row.cells[field] ?? '', cells[field] ?? ''];
    if (sameCell(field, was, now)) continue;
    const isBlank = String(was).trim() === '';
    const isAsSaid = said[field] === undefined ? isBlank : said[field] === cellDigest(was);
    const isSoft = field === 'next' || field === 'moved';
    if (now === '' && !(field === 'status' && (isAsSaid || closes(was, statuses)))) continue;
    if (isSoft && !isAsSaid && (isUntold || said[field] === undefined || said[field] === cellDigest(now))) continue;
    const counts = isAsSaid || forced.has(field) || (isUntold && !(field === 'status' && now === ''));
    if (!counts) {
      // Small and capital letters are nobody's word against the CRM's.
      if (nameKey(String(was)) !== nameKey(String(now))) found.conflicts.push({ field, was, now });
    } else if (row.formulas.includes(field)) found.formulas.push(field);
    else found.changes.push({ field, was, now });
  }
  return found;
}

/** Are the two the same to a person? Words of a status whatever their case. */
export function sameCell(field: Field, a: CellValue, b: CellValue): boolean {
  if (field === 'status') return word(a) === word(b);
  return String(a).replace(/\r\n?/g, '\n').trim() === String(b).trim();
}

function word(cell: CellValue): string {
  const key = nameKey(String(cell));
  return key === 'moving' ? '' : key;
}

/** The cells once the changes are made. */
export function changedCells(cells: Cells, changes: readonly ImportChange[]): Cells {
  const after = { ...cells };
  for (const { field, now } of changes) after[field] = now;
  return after;
}
