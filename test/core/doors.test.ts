/**
 * What people type, through every door but the bare sheet (test/addon/typed-table.test.ts has that one): the sidebar's
 * fields, pasted figures, import. The same answer everywhere, or the same question.
 */
import { parseActuals } from '../../src/core/actuals/plan';
import { readAmountCell } from '../../src/core/import/amounts';
import { readDayCell } from '../../src/core/import/dates';
import { writesMonthFirst } from '../../src/core/shared/days';
import { decimalMark } from '../../src/core/shared/money';
import { readAmount } from '../../src/sidebar/fields/read-amount';
import { readDate } from '../../src/sidebar/fields/read-date';
import { AMOUNTS, DAYS, WRITTEN_ON } from './reading-table';

/** The answer of the table where there are two: the one that the language says. */
const first = (is: unknown) => (Array.isArray(is) ? is[0] : is);

test('the table has at least eighty lines, of the habits that the tracker meets', () => {
  expect(AMOUNTS.length + DAYS.length).toBeGreaterThanOrEqual(80);
  const languages = new Set([...AMOUNTS, ...DAYS].map((one) => one.in));
  for (const wanted of ['en-US', 'en-GB', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'pt-BR', 'en-IN'])
    expect(languages).toContain(wanted);
});

test.each(AMOUNTS)('how much: $typed in $in', ({ typed, in: language, is }) => {
  const meant = first(is);
  const decimal = decimalMark(language);
  expect(readAmount(typed, language)).toBe(typeof meant === 'number' || meant === '' ? meant : typed);
  const people = [{ id: 'm', name: 'Mira' }];
  const kpis = [{ id: 'c', name: 'Calls' }];
  // A table's own marks go before the language's; a tab or a line's end would be a cell of its own.
  const table = /[\t\n]/.test(typed)
    ? null
    : parseActuals(`\tCalls\nMira\t${typed}`, people, kpis, decimal, {}, language);
  if (table) expect(table.figures[0]?.value ?? '').toBe(typeof meant === 'number' ? meant : '');
  // A file says no language: which word for thousands "mil" is, and whether "CR" is crore where no rupee stands, is not asked.
  if (/\bmil\b/.test(typed) || (language === 'en-IN' && typed.endsWith('00 CR'))) return;
  const cell = readAmountCell(typed, decimal);
  if (typed.includes('%')) expect(cell.is).toBe('unreadable');
  else if (typeof meant === 'number') expect(cell).toMatchObject({ is: 'amount', amount: meant });
  else expect(cell.is).not.toBe('amount');
});

test.each(DAYS)('when: $typed in $in', ({ typed, in: language, is }) => {
  const meant = first(is);
  const isDay = /^\d/.test(meant);
  // A time stamp's zone is the spreadsheet's affair; nobody types one into a field.
  if (typeof typed === 'string' && !/\d:\d\d.*([A-Z]|[-+]\d)/.test(typed))
    expect(readDate(typed, WRITTEN_ON, language)).toBe(isDay || meant === '' ? meant : typed);
  // A file's day is written in full: nobody knows when the file was made.
  const cell = readDayCell(typed, writesMonthFirst(language) ? 'mdy' : 'dmy', 'Europe/Berlin');
  if (cell.is === 'day') expect([cell.day, typed]).toEqual([meant, typed]);
  else if (isDay) expect(['unreadable', 'period']).toContain(cell.is);
});
