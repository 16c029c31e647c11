import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe finds wrong with the page, with the elements. The page's own site serves it: the browser compiles it once. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.addScriptTag({ url: '/axe.js' });
  const violations = (await page.evaluate(
    '(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations)()',
  )) as Violation[];
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html}\n${n.failureSummary}`).join('\n')}`);
}

/** What can be pressed and is less than 32 px high or wide (a line of text may hold a smaller link). */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, textarea, input, [role=menuitem]')]
      .filter((el) => el.offsetParent !== null && !el.matches('.link, [type=radio], [type=checkbox], [type=date]'))
      .filter((el) => el.offsetHeight < 32 || el.offsetWidth < 32)
      .map((el) => el.outerHTML),
  );
}
