import type { DecimalMark } from '../shared/amount';
import type { CellValue } from '../shared/fields';
import { readMoney } from './amounts';
import type { ImportColumns, ImportField } from './columns';
import { type DateOrder, readDay } from './dates';
import { type ImportDeal, type ImportTable, idKey, keptId, nameKey } from './deal';

/** How a table is to be read: what a person has seen and could correct. */
export interface ImportReading {
  columns: ImportColumns;
  dates: DateOrder;
  decimal: DecimalMark;
  /** Status of each stage, by the stage's key; a stage that is not listed is moving. */
  stages: Readonly<Record<string, string>>;
}

/** What is wrong with a line. */
export type ImportFault =
  | { what: 'noId' | 'noName' }
  | { what: 'notADay' | 'notAnAmount'; text: string }
  | { what: 'tooLong'; heading: string; length: number }
  | { what: 'ragged'; cells: number; expected: number }
  | { what: 'openQuote' | 'strayQuote' };

/** A line that is left out, and why; or a deal that stands there more than once. */
export type ImportComplaint =
  | { line: number; faults: ImportFault[] }
  | { line: number; doubled: { id: string; lines: number[] } };

/** Longest text that is taken from one cell; nobody reads more in a row of the sheet. */
const MAX_TEXT = 5000;
const MAX_ID = 200;

/**
 * Reads the deals of a table. A line that cannot be read whole is left out and named; of a deal that stands there more
 * than once, the one that was changed last counts, else the last one.
 */
export function readDeals(
  table: ImportTable,
  reading: ImportReading,
): { deals: ImportDeal[]; complaints: ImportComplaint[] } {
  const complaints: ImportComplaint[] = [];
  const read: { deal: ImportDeal; modified: string }[] = [];
  for (const { line, cells } of table.lines) {
    const faults: ImportFault[] = [];
    const found = readLine(line, cells, table.heading, reading, faults);
    if (faults.length > 0) complaints.push({ line, faults });
    else read.push(found);
  }
  const deals = newestOfEach(read, complaints);
  return { deals, complaints: complaints.sort((a, b) => a.line - b.line) };
}

function readLine(
  line: number,
  cells: readonly CellValue[],
  heading: readonly string[],
  { columns, dates, decimal, stages }: ImportReading,
  faults: ImportFault[],
): { deal: ImportDeal; modified: string } {
  const extra = cells.slice(heading.length).some((cell) => String(cell).trim() !== '');
  if (extra) faults.push({ what: 'ragged', cells: cells.length, expected: heading.length });
  const cell = (field: ImportField): CellValue => {
    const index = columns[field];
    return index === undefined ? '' : (cells[index] ?? '');
  };
  const text = (field: ImportField, most = MAX_TEXT): string => {
    const said = String(cell(field)).trim();
    if (said.length > most)
      faults.push({ what: 'tooLong', heading: heading[columns[field] as number] ?? '', length: said.length });
    return said;
  };
  const oneLine = (field: ImportField, most?: number) => text(field, most).replace(/\s+/g, ' ');
  const id = keptId(text('id', MAX_ID));
  const name = oneLine('name');
  const account = oneLine('account');
  const amount = readMoney(cell('amount'), decimal);
  const when = readDay(cell('when'), dates);
  // With the cells out of step, further complaints would be about the wrong ones.
  if (!extra) {
    if (id === '') faults.push({ what: 'noId' });
    if (name === '' && account === '') faults.push({ what: 'noName' });
    if (when === null) faults.push({ what: 'notADay', text: String(cell('when')).trim() });
    if (amount === null) faults.push({ what: 'notAnAmount', text: String(cell('amount')).trim() });
  }
  const deal: ImportDeal = {
    line,
    id,
    name,
    account,
    owner: oneLine('owner'),
    amount: amount ?? '',
    when: when ?? '',
    status: stages[nameKey(String(cell('stage')))] ?? '',
    next: text('next').replace(/\r\n?/g, '\n'),
    reason: text('reason').replace(/\r\n?/g, '\n'),
    // Only the order of new rows hangs on it: an unreadable one is as good as none.
    created: readDay(cell('created'), dates) ?? '',
  };
  return { deal, modified: momentOf(cell('modified'), dates) };
}

/** When a deal was changed, as a text that sorts: the day, then the time as it stands. */
function momentOf(value: CellValue, dates: DateOrder): string {
  const day = readDay(value, dates);
  if (!day) return '';
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?/i.exec(String(value));
  if (!time) return day;
  const half = time[4]?.toLowerCase();
  const hour = half ? (Number(time[1]) % 12) + (half === 'p' ? 12 : 0) : Number(time[1]);
  return `${day} ${String(hour).padStart(2, '0')}:${time[2]}:${time[3] ?? '00'}`;
}

function newestOfEach(
  read: readonly { deal: ImportDeal; modified: string }[],
  complaints: ImportComplaint[],
): ImportDeal[] {
  const byId = new Map<string, { deal: ImportDeal; modified: string }[]>();
  for (const one of read) byId.set(idKey(one.deal.id), [...(byId.get(idKey(one.deal.id)) ?? []), one]);
  const deals: ImportDeal[] = [];
  for (const twins of byId.values()) {
    const best = twins.reduce((a, b) => (a.modified !== '' && b.modified !== '' && b.modified < a.modified ? a : b));
    deals.push(best.deal);
    if (twins.length > 1)
      complaints.push({
        line: best.deal.line,
        doubled: { id: best.deal.id, lines: twins.map(({ deal }) => deal.line) },
      });
  }
  return deals.sort((a, b) => a.line - b.line);
}
