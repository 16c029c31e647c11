import { sameCurrency } from '../shared/currencies';
import type { DateOrder } from '../shared/days';
import type { CellValue } from '../shared/fields';
import { foldedWords, isBlankMark } from '../shared/fold';
import { exact, namesFactor } from '../shared/money';
import { type MarkStyle, readAmountCell } from './amounts';
import { headingCurrency, headingFactor, type ImportColumns, type ImportField } from './columns';
import { currencyOfLine } from './currency-choice';
import { readDayCell } from './dates';
import { type ImportDeal, type ImportTable, idKey, idOfName, isIdOfName, keptId, nameKey } from './deal';
import { momentOf } from './moment-of';
import { ownerText } from './owners';
import { TOTALS } from './words';

/** How a table is to be read: what a person has seen and could correct. */
export interface ImportReading {
  columns: ImportColumns;
  dates: DateOrder;
  decimal: MarkStyle;
  /** Is "30 mil" 30,000, as in Spanish and Portuguese? Else such an amount cannot be read. */
  milIsThousand: boolean;
  /** Status of each stage, by the stage's key; a stage that is not listed is moving. */
  stages: Readonly<Record<string, string>>;
  /** IANA zone of the spreadsheet, for time stamps; '' leaves days as they are written. */
  zone: string;
  /** The one currency whose amounts count; '' where the table has no more than one. */
  currency: string;
  /** What becomes of deals in another currency: in without an amount, or left out. */
  otherCurrencies: 'blank' | 'out';
}

/** What is wrong with a line, so that it is left out. */
export type ImportFault =
  | { what: 'noId' | 'noName' }
  | { what: 'tooLong'; heading: string; length: number }
  | { what: 'ragged'; cells: number; expected: number }
  | { what: 'openQuote' | 'strayQuote' }
  | { what: 'otherCurrency'; currency: string };

/** A cell that cannot be taken as it stands; the deal comes in without it. */
export type OddCell =
  | { what: 'notADay' | 'notAnAmount' | 'period'; text: string }
  | { what: 'otherCurrency'; text: string; currency: string };

/** A line that is left out, one that comes in without a cell, or a deal that stands there more than once; and why. */
export type ImportComplaint =
  | { line: number; faults: ImportFault[] }
  | { line: number; odd: OddCell[] }
  | { line: number; doubled: { id: string; title: string; lines: number[] } };

export interface ReadDeals {
  deals: ImportDeal[];
  complaints: ImportComplaint[];
  /** Lines that are no deals: totals, and the heading once more. */
  passedOver: number;
}

/** Longest text that is taken from one cell; nobody reads more in a row of the sheet. */
const MAX_TEXT = 5000;
const MAX_ID = 200;

interface ReadLine {
  deal: ImportDeal;
  modified: string;
}

/**
 * Reads the deals of a table. One odd cell does not refuse the deal: it comes in without it, and is named. A line without
 * a name or out of step is left out and named; of a deal that stands there more than once, the one that was changed last
 * counts, else the last one.
 */
export function readDeals(table: ImportTable, reading: ImportReading): ReadDeals {
  const result: ReadDeals = { deals: [], complaints: [], passedOver: 0 };
  const read: ReadLine[] = [];
  const heading = {
    currency: headingCurrency(table, reading.columns.amount),
    factor: headingFactor(table, reading.columns.amount),
  };
  for (const { line, cells } of table.lines) {
    if (isNoDeal(cells, table.heading)) {
      result.passedOver++;
      continue;
    }
    const one = new LineReader(line, cells, table.heading, reading, heading);
    const found = one.read();
    if (one.faults.length > 0) result.complaints.push({ line, faults: one.faults });
    else {
      read.push(found);
      if (one.odd.length > 0) result.complaints.push({ line, odd: one.odd });
    }
  }
  result.deals = newestOfEach(read, result.complaints);
  result.complaints.sort((a, b) => a.line - b.line);
  return result;
}

/** The heading once more, or a line of totals: its first word says so, and hardly a cell is filled. */
function isNoDeal(cells: readonly CellValue[], heading: readonly string[]): boolean {
  const filled = cells.filter((cell) => String(cell).trim() !== '');
  const same = cells.filter((cell, n) => String(cell).trim() !== '' && String(cell).trim() === heading[n]);
  if (same.length > 1 && same.length === filled.length) return true;
  const words = foldedWords(String(filled[0] ?? ''));
  const isTotal = TOTALS.has(words.join(' ')) || TOTALS.has(words[0] ?? '');
  return isTotal && filled.length <= Math.max(2, heading.length / 3);
}

/** Reads one line, and gathers what is wrong with it. */
class LineReader {
  readonly faults: ImportFault[] = [];
  readonly odd: OddCell[] = [];

  constructor(
    private readonly line: number,
    private readonly cells: readonly CellValue[],
    private readonly heading: readonly string[],
    private readonly reading: ImportReading,
    private readonly amountHeading: { currency: string; factor: number },
  ) {}

  read(): ReadLine {
    const { columns, dates, stages, zone } = this.reading;
    const extra = this.cells.slice(this.heading.length).some((cell) => String(cell).trim() !== '');
    if (extra) this.faults.push({ what: 'ragged', cells: this.cells.length, expected: this.heading.length });
    const name = this.oneLine('name');
    const account = this.oneLine('account');
    const id = columns.id === undefined ? idOfName({ name, account }) : keptId(this.text('id', MAX_ID));
    // With the cells out of step, further complaints would be about the wrong ones.
    if (!extra) {
      if (id === '') this.faults.push({ what: 'noId' });
      if (name === '' && account === '') this.faults.push({ what: 'noName' });
    }
    const deal: ImportDeal = {
      line: this.line,
      id,
      name,
      account,
      owner: ownerText(this.oneLine('owner')),
      amount: this.amount(),
      when: this.day('when'),
      status: stages[nameKey(String(this.cell('stage')))] ?? '',
      next: this.text('next').replace(/\r\n?/g, '\n'),
      reason: this.text('reason').replace(/\r\n?/g, '\n'),
      // Only the order of new rows hangs on it: an unreadable one is as good as none.
      created: dayOrBlank(readDayCell(this.cell('created'), dates, zone)),
    };
    return { deal, modified: momentOf(this.cell('modified'), dates, zone) };
  }

  private cell(field: ImportField): CellValue {
    const index = this.reading.columns[field];
    return index === undefined ? '' : (this.cells[index] ?? '');
  }

  private text(field: ImportField, most = MAX_TEXT): string {
    const said = String(this.cell(field)).trim();
    if (isBlankMark(said)) return '';
    if (said.length > most)
      this.faults.push({
        what: 'tooLong',
        heading: this.heading[this.reading.columns[field] as number] ?? '',
        length: said.length,
      });
    return said;
  }

  private oneLine(field: ImportField): string {
    return this.text(field).replace(/\s+/g, ' ');
  }

  private day(field: ImportField): string {
    const read = readDayCell(this.cell(field), this.reading.dates, this.reading.zone);
    if (read.is === 'period' || read.is === 'unreadable')
      this.odd.push({ what: read.is === 'period' ? 'period' : 'notADay', text: String(this.cell(field)).trim() });
    return dayOrBlank(read);
  }

  private amount(): number | '' {
    const cell = this.cell('amount');
    const read = readAmountCell(cell, this.reading.decimal);
    if (read.is === 'blank') return '';
    const text = String(cell).trim();
    const { milIsThousand } = this.reading;
    // Between 30,000 and 30 million nobody guesses: only headings or the spreadsheet's language tell what "30 mil" is.
    if (read.is === 'unreadable' || (read.thousands !== undefined && !milIsThousand)) {
      this.odd.push({ what: 'notAnAmount', text });
      return '';
    }
    const { currency: wanted, columns, otherCurrencies } = this.reading;
    const currency = currencyOfLine(this.cells, columns, read.currency, this.amountHeading.currency);
    // "12" under "Amount (k€)" is 12,000; "12k" there is the same.
    const factor = typeof cell === 'number' || !namesFactor(cell) ? this.amountHeading.factor : 1;
    if (wanted === '' || currency === '' || sameCurrency(currency, wanted))
      return exact((read.thousands ?? read.amount) * factor);
    if (otherCurrencies === 'out') this.faults.push({ what: 'otherCurrency', currency });
    else this.odd.push({ what: 'otherCurrency', text, currency });
    return '';
  }
}

function dayOrBlank(cell: ReturnType<typeof readDayCell>): string {
  return cell.is === 'day' ? cell.day : '';
}

function newestOfEach(read: readonly ReadLine[], complaints: ImportComplaint[]): ImportDeal[] {
  const byId = new Map<string, ReadLine[]>();
  for (const one of read) {
    const key = idKey(one.deal.id);
    byId.set(key, [...(byId.get(key) ?? []), one]);
  }
  const deals: ImportDeal[] = [];
  for (const twins of byId.values()) {
    const best = twins.reduce((a, b) => (a.modified !== '' && b.modified !== '' && b.modified < a.modified ? a : b));
    deals.push(best.deal);
    const { id, line, name, account } = best.deal;
    if (twins.length > 1)
      complaints.push({
        line,
        doubled: { id: isIdOfName(id) ? '' : id, title: name || account, lines: twins.map(({ deal }) => deal.line) },
      });
  }
  return deals.sort((a, b) => a.line - b.line);
}
