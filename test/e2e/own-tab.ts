/** The tab of the rep of the sample team, in the workbench's page: its cells by their keys, and typing there. */
import type { Page } from 'playwright-core';
import { type MonthKey, monthTitle } from '../../src/core/shared/month';
import { columnLetter } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';

export const TAB = 'Bastian Orlo';

/** What a cell of that tab shows. */
export const text = (page: Page, a1: string) =>
  page.evaluate(([tab, cell]) => window.workbench.text(tab!, cell!), [TAB, a1]);
/** The newest month's row of a key. */
export const rowOf = (page: Page, key: string) =>
  page.evaluate(([tab, wanted]) => window.workbench.findRow(tab!, wanted!), [TAB, key]);
/** A row of a month, by its key. */
export const rowIn = (page: Page, ofMonth: MonthKey, key: string) =>
  page.evaluate(
    ([tab, title, wanted, col]) => {
      let isHere = false;
      for (let row = 1; row < 900; row++) {
        if (window.workbench.text(tab!, `A${row}`).startsWith(title!)) isHere = true;
        if (isHere && window.workbench.text(tab!, `${col}${row}`) === wanted) return row;
      }
      return 0;
    },
    [TAB, monthTitle(ofMonth), key, columnLetter(HIDDEN.key)],
  );

/** Types into a cell of that tab, as by hand, and waits until the file is saved. */
export async function typeInto(page: Page, a1: string, words: string): Promise<void> {
  await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, a1]);
  await page.keyboard.type(words, { delay: 10 });
  await page.keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).first().waitFor();
}
