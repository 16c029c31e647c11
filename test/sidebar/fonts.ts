import type { Page } from 'playwright-core';

interface Node {
  nodeId: number;
  nodeName: string;
  children?: Node[];
  shadowRoots?: Node[];
  pseudoElements?: Node[];
}

/** Letters that no font of the machine was needed for, each with the font that it was asked in. */
const known = new Set<string>();

/**
 * Fonts of the machine that something on the page is drawn with, each with the element that needs it. Asking the browser
 * about each element takes long: a page with nothing but letters in fonts that an earlier one had is not asked about again.
 */
export async function machineFonts(page: Page): Promise<string[]> {
  const letters = await lettersInFonts(page);
  if (letters.every((letter) => known.has(letter))) return [];
  const found = await askedOfEachElement(page);
  if (found.length === 0) for (const letter of letters) known.add(letter);
  return found;
}

/** Every letter that is shown, with all that its font hangs on. */
function lettersInFonts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const add = (element: Element, pseudo: string | null, text: string) => {
      const { fontFamily, fontWeight, fontStyle, fontVariant, textTransform } = getComputedStyle(element, pseudo);
      for (const letter of text)
        found.add([letter, fontFamily, fontWeight, fontStyle, fontVariant, textTransform].join());
    };
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility()) continue;
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) add(element, null, node.textContent ?? '');
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        add(element, null, element.value);
        add(element, '::placeholder', element.placeholder);
      }
      for (const pseudo of ['::before', '::after']) {
        const { content } = getComputedStyle(element, pseudo);
        if (content !== 'none' && content !== 'normal') add(element, pseudo, content);
      }
    }
    return [...found];
  });
}

async function askedOfEachElement(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = (await client.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  const elements = below(root).filter(
    ({ nodeName, children }) =>
      !['SCRIPT', 'STYLE', 'HEAD', 'PRE'].includes(nodeName) && children?.every(isElement) !== true,
  );
  const used = await Promise.all(
    elements.map(async ({ nodeId, nodeName }) => {
      const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
      return fonts.filter((font) => !font.isCustomFont).map((font) => `${nodeName}: ${font.familyName}`);
    }),
  );
  await client.detach();
  return [...new Set(used.flat())];
}

/** Text is told of the element that holds it; one that only holds others is drawn with nothing. */
const isElement = ({ nodeName }: Node) => !nodeName.startsWith('#');

function below(node: Node): Node[] {
  const inner = [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.pseudoElements ?? [])];
  return [...(node.nodeName.startsWith('#') ? [] : [node]), ...inner.flatMap(below)];
}
