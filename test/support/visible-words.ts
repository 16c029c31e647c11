import type { Page } from 'playwright-core';

/** How many words a person can read on the page, scrolled to or not; what only a screen reader says does not count. */
export function visibleWords(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let words = 0;
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!element || element.closest('.sr, script, style, template') || !element.checkVisibility()) continue;
      words += (walker.currentNode.textContent ?? '').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
    return words;
  });
}
