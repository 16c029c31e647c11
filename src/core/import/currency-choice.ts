import { sameCurrency } from '../shared/currencies';
import type { CellValue } from '../shared/fields';
import { type MarkStyle, readAmountCell } from './amounts';
import { cellCurrency, headingCurrency, type ImportColumns } from './columns';
import type { ImportTable } from './deal';

/** A currency in a table, and how many amounts are in it. */
export interface CurrencyCount {
  currency: string;
  count: number;
}

/** The currency of one line's amount: what its currency column says, else the sign beside it, else the heading; '' for none. */
export function currencyOfLine(
  cells: readonly CellValue[],
  columns: ImportColumns,
  written: string,
  heading: string,
): string {
  const named = columns.currency === undefined ? '' : cellCurrency(cells[columns.currency] ?? '');
  return named || written || heading;
}

/** The currencies of a table's amounts, the most frequent first. A sign that several countries have joins the one it fits. */
export function currenciesOf(table: ImportTable, columns: ImportColumns, decimal: MarkStyle): CurrencyCount[] {
  const counts = new Map<string, number>();
  const heading = headingCurrency(table, columns.amount);
  for (const { cells } of table.lines) {
    const cell = readAmountCell(columns.amount === undefined ? '' : (cells[columns.amount] ?? ''), decimal);
    if (cell.is !== 'amount') continue;
    const currency = currencyOfLine(cells, columns, cell.currency, heading);
    if (currency !== '') counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  for (const sign of counts.keys()) {
    const fitting = [...counts.keys()].filter((one) => one !== sign && sameCurrency(one, sign));
    const [one] = fitting;
    if (sign.length === 3 && /^[A-Z]{3}$/.test(sign)) continue;
    if (fitting.length !== 1 || one === undefined) continue;
    counts.set(one, (counts.get(one) ?? 0) + (counts.get(sign) ?? 0));
    counts.delete(sign);
  }
  return [...counts].map(([currency, count]) => ({ currency, count })).sort((a, b) => b.count - a.count);
}
