/** The sidebar in the workbench's page, by keyboard alone. */
import type { Frame, Page } from 'playwright-core';
import { until } from '../support/browser';

/** Somebody who has no mouse: what is pressed goes to the sidebar. */
export function byKeys(page: Page, frame: Frame) {
  const sidebar = page.frameLocator('iframe[data-frame=sidebar]');
  /** What the focused element says; '' where the focus has fallen to the page. */
  const said = () =>
    frame.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      if (!at || at === document.body) return '';
      const id = at.id ? document.querySelector<HTMLElement>(`label[for="${at.id}"]`)?.textContent : '';
      const around = at.closest('label')?.textContent ?? '';
      return [at.getAttribute('aria-label'), id, around, at.textContent].filter(Boolean).join(' | ');
    });
  /** Tab until the focused element says this; at the end of the page back from there. */
  const tabTo = async (wanted: RegExp): Promise<void> => {
    const seen: string[] = [];
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let n = 0; n < 90; n++) {
        const now = await said();
        if (wanted.test(now)) return;
        if (!(await frame.evaluate(() => document.hasFocus()))) break;
        seen.push(now.slice(0, 60));
        await page.keyboard.press(key);
      }
      if (key === 'Tab') await page.keyboard.press('Shift+Tab');
    }
    throw new Error(`No Tab leads to ${wanted}, only to:\n${[...new Set(seen)].join('\n')}`);
  };
  const heading = async (name: string | RegExp): Promise<void> => {
    await sidebar.getByRole('heading', { name }).first().waitFor();
    // Whatever the page became, the focus is somewhere on it.
    await until(`a focus on the page “${name}”`, async () => (await said()) !== '');
  };
  const press = async (wanted: RegExp, leadsTo?: string | RegExp): Promise<void> => {
    await tabTo(wanted);
    await page.keyboard.press('Enter');
    if (leadsTo !== undefined) await heading(leadsTo);
  };
  /** A line of the ⋯ menu, or one behind a group of it. */
  const choose = async (...lines: string[]): Promise<void> => {
    await tabTo(/^More actions/);
    await page.keyboard.press('Enter');
    for (const line of lines) {
      const item = sidebar.getByRole('menuitem', { name: line, exact: true });
      await item.waitFor();
      for (let n = 0; n < 12 && (await said()) !== line; n++) await page.keyboard.press('ArrowDown');
      expect(await said()).toBe(line);
      await page.keyboard.press('Enter');
    }
  };
  return { sidebar, tabTo, heading, press, choose };
}
