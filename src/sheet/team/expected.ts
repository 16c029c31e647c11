/** What a month was expected to bring when it began, and what became of it, as formula texts (without "="). */
import type { Status } from '../../core/deal/carry';
import { COL } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import { cellsBetween, type TabRef } from '../grid/tab-formulas';
import { amountWords } from '../month/deal-figures';

/**
 * The deals on a person's tab whose date lay in the month when it began: how many, what they were to bring then, and how
 * much of that is won, lost, or open with a date that is still in the month. Blank without a month.
 * @param band cell with the row of the month's band; `last` with that of its last row
 * @param month cell with the month, like 202611
 */
export function expectedDeals(tab: TabRef, band: string, last: string, month: string, statuses: readonly Status[]) {
  const cells = (col: number) => cellsBetween(tab, col, band, last);
  const [key, status] = [cells(HIDDEN.key), cells(COL.status)];
  const inMonth = (day: string) =>
    `ISNUMBER(${day})*(${day}>=DATE(INT(${month}/100);MOD(${month};100);1))*(${day}<DATE(INT(${month}/100);MOD(${month};100)+1;1))`;
  const isDeal = `((LEFT(${key};9)="existing:")+(LEFT(${key};4)="new:"))`;
  const due = `${isDeal}*${inMonth(cells(HIDDEN.startWhen))}`;
  // As it was typed, with a point in every locale: whole units are exact enough for a sum, and read the same everywhere.
  const start = cells(HIDDEN.startAmount);
  const amount = `IFERROR(VALUE(LEFT(${start};FIND(".";${start}&".")-1));0)`;
  const any = (some: readonly Status[]) =>
    some.length === 0 ? '0' : `(${some.map(({ word }) => `(${status}="${word.replace(/"/g, '""')}")`).join('+')})`;
  const closing = statuses.filter(({ closes }) => closes);
  const over = (what: string) => `IF(${band}="";"";IFERROR(SUMPRODUCT(${what});0))`;
  return {
    count: over(due),
    amount: over(`${due}*${amount}`),
    won: over(`${due}*${any(closing.filter(({ won }) => won))}*${amount}`),
    lost: over(`${due}*${any(closing.filter(({ won }) => !won))}*${amount}`),
    open: over(`${due}*(1-${any(closing)})*${inMonth(cells(COL.when))}*${amount}`),
  };
}

/** "Expected to close in November 2026: 310k, 3 deals · 94k won, 36k lost, 180k moved": blank where nothing was. */
export function expectedWords(
  title: string,
  sums: { count: string; amount: string; won: string; lost: string; open: string },
): string {
  const { count, amount, won, lost, open } = sums;
  const moved = `(${amount}-${won}-${lost}-${open})`;
  const part = (sum: string, words: string) => `IF(${sum}>0;", "&${amountWords(sum)}&" ${words}";"")`;
  const parts = [part(won, 'won'), part(lost, 'lost'), part(open, 'still open'), part(moved, 'moved')].join('&');
  const deals = `${count}&IF(${count}=1;" deal";" deals")`;
  return `IF(${count}=0;"";"Expected to close in "&${title}&": "&${deals}&", "&${amountWords(amount)}&IF(${amount}=0;"";" · "&MID(${parts};3;200)))`;
}
