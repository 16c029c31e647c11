/** A column's first text, and how it is read. */
import { readAmountCell } from '../../core/import/amounts';
import { columnCells, type ImportField } from '../../core/import/columns';
import { readDayCell } from '../../core/import/dates';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { fullDate } from './days';
import { source, sources, understood } from './state';
import { importWords } from './words';

/** The first text of a column, and how it is read: "First: $1,234.50, read as 1,234.5". '' for a blank column. */
export function exampleOf(field: ImportField, index: number): string {
  const first = source.value ? columnCells(source.value.table, index)[0] : undefined;
  if (first === undefined) return '';
  const text = String(first).replace(/\s+/g, ' ').trim();
  if (field === 'when' || field === 'created' || field === 'modified') {
    const read = readDayCell(first, understood.value.dates.order, sources.value.zone);
    return read.is === 'day' ? importWords.exampleRead(text, fullDate(read.day)) : importWords.notRead(text);
  }
  if (field !== 'amount') return importWords.example(text);
  const read = readAmountCell(first, understood.value.amounts.decimal);
  return read.is === 'amount'
    ? importWords.exampleRead(text, showAmount(read.amount, language()))
    : importWords.notRead(text);
}
