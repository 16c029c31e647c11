/** Reads a sales pipeline CSV and counts what monthly 1:1s on it must show, without any of the add-on's code. */
import Papa from 'papaparse';

export interface PipelineDeal {
  id: string;
  agent: string;
  product: string;
  account: string;
  /** "yyyy-mm-dd", or '' when the deal has not been engaged. */
  engaged: string;
  closed: string;
  won: boolean;
  value: number;
}

const COLUMNS = [
  'opportunity_id',
  'sales_agent',
  'product',
  'account',
  'deal_stage',
  'engage_date',
  'close_date',
  'close_value',
];

/** The file's deals. Throws with the line's number when a column is missing or a line cannot be read. */
export function readPipeline(text: string): PipelineDeal[] {
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });
  const missing = COLUMNS.filter((column) => !parsed.meta.fields?.includes(column));
  if (missing.length > 0)
    throw new Error(`the file lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}`);
  const first = parsed.errors[0];
  if (first) throw new Error(`line ${(first.row ?? 0) + 2}: ${first.message}`);
  return parsed.data.map((line, index) => {
    const at = (column: string) => (line[column] ?? '').trim();
    for (const column of ['engage_date', 'close_date'])
      if (at(column) !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(at(column)))
        throw new Error(`line ${index + 2}: ${column} is “${at(column)}”, not a date like 2017-03-01`);
    return {
      id: at('opportunity_id'),
      agent: at('sales_agent'),
      product: at('product'),
      account: at('account'),
      engaged: at('engage_date'),
      closed: at('close_date'),
      won: at('deal_stage') === 'Won',
      value: Number(at('close_value')) || 0,
    };
  });
}

/** The month of a day, 201610. */
export const monthOf = (day: string): number => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));

/** Every calendar month from the first to the last engagement or close. */
export function monthsOf(deals: readonly PipelineDeal[]): number[] {
  const found = deals
    .flatMap((deal) => [deal.engaged, deal.closed])
    .filter((day) => day !== '')
    .map(monthOf);
  const months: number[] = [];
  for (let month = Math.min(...found); month <= Math.max(...found); month += month % 100 === 12 ? 89 : 1)
    months.push(month);
  return months;
}

/** Agents in the order of their names. */
export function agentsOf(deals: readonly PipelineDeal[]): string[] {
  return [...new Set(deals.map((deal) => deal.agent))].sort();
}

/** What an agent's month begins with and gets: ids of the deals that are new in it, and of those that must have been carried. */
export function expectedDeals(
  deals: readonly PipelineDeal[],
  agent: string,
  month: number,
): { fresh: string[]; existing: string[] } {
  const own = deals.filter((deal) => deal.agent === agent && deal.engaged !== '');
  return {
    fresh: own.filter((deal) => monthOf(deal.engaged) === month).map((deal) => deal.id),
    existing: own
      .filter((deal) => monthOf(deal.engaged) < month && (deal.closed === '' || monthOf(deal.closed) >= month))
      .map((deal) => deal.id),
  };
}
