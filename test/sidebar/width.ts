import type { Page } from 'playwright-core';

/** What reaches beyond the sidebar's 300 px, as tag and class; the page itself when it can be scrolled sideways. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inside = (el: Element) => el.closest('.sr, .share, svg') === null;
    const wide = [...document.querySelectorAll('.sidebar *')]
      .filter((el) => inside(el) && el.getBoundingClientRect().right > 300.5)
      .map((el) => `${el.tagName}.${el.className}`);
    return document.documentElement.scrollWidth > 300 ? ['the page', ...wide] : wide;
  });
}
