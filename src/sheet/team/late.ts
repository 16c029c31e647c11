/** What is past its day on a person's tab, as formula texts (without "="), for sheets that look at all of them. */
import { COL } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import { cellsBetween, headCell, type TabRef } from '../grid/tab-formulas';

/**
 * Commitments in a month that are late and not the salesperson's own: those that name somebody else as their owner. Blank
 * without a month.
 * @param band cell with the row of the month's band; `last` with that of its last row
 * @param name cell with the salesperson's name; a first name is enough to be known by
 */
export function lateOthers(tab: TabRef, band: string, last: string, name: string): string {
  const cells = (col: number) => cellsBetween(tab, col, band, last);
  const [due, state, owner] = [cells(COL.when), cells(COL.status), cells(COL.next)];
  const first = `LEFT(${name};FIND(" ";${name}&" ")-1)`;
  const late = `(LEFT(${cells(HIDDEN.key)};5)="todo:")*ISNUMBER(${due})*(${due}<${headCell(tab, 'today')})*(${state}="open")`;
  const others = `(${owner}<>"")*(${owner}<>${name})*(${owner}<>${first})`;
  return `IF(${band}="";"";IFERROR(SUMPRODUCT(${late}*${others});0))`;
}

/**
 * Next steps in a month whose day has passed, of rows that are neither closed nor done. Blank without a month.
 * @param closing the statuses that close a deal
 */
export function lateSteps(tab: TabRef, band: string, last: string, closing: readonly string[]): string {
  const cells = (col: number) => cellsBetween(tab, col, band, last);
  const day = cells(HIDDEN.nextDay);
  const open = [...closing, 'done', 'dropped']
    .map((word) => `*(${cells(COL.status)}<>"${word.replace(/"/g, '""')}")`)
    .join('');
  const late = `ISNUMBER(${day})*(${day}<${headCell(tab, 'today')})*(${cells(COL.next)}<>"")`;
  return `IF(${band}="";"";IFERROR(SUMPRODUCT(${late}${open});0))`;
}
