import type { Page } from 'playwright-core';

interface Node {
  nodeId: number;
  nodeName: string;
  children?: Node[];
  shadowRoots?: Node[];
  pseudoElements?: Node[];
}

/** Fonts of the machine that something on the page is drawn with, each with the element that needs it. */
export async function machineFonts(page: Page): Promise<string[]> {
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
